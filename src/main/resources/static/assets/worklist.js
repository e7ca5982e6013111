// The supervisor: folding, ticking, the side panel, keys. What was folded and ticked stays while pages are loaded.
(() => {
  'use strict';
  const root = document.getElementById('supervisor');
  if (!root) {
    return;
  }
  const table = root.querySelector('table.worklist');
  const panel = document.getElementById('panel');
  const bar = document.getElementById('selection');
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const presentation = new URLSearchParams(location.search).get('presentation') ?? 'CUSTOMER';
  const money = new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency: root.dataset.currency });
  const whole = new Intl.NumberFormat(document.documentElement.lang);
  const inCents = (cents) => money.format(Number(cents) / 100).replace('-', '\u2212');

  // ---- Folding. Kept for the visit, by presentation.
  const memory = `encours.folds.${presentation}`;
  const folds = JSON.parse(sessionStorage.getItem(memory) ?? '{}');
  const remember = (group, open) => {
    folds[group.dataset.group] = open;
    sessionStorage.setItem(memory, JSON.stringify(folds));
  };
  const isOpen = (group) => group.querySelector('.fold').getAttribute('aria-expanded') === 'true';
  const inner = (group) => {
    const found = [];
    for (let next = group.nextElementSibling; next?.classList.contains('level-2'); next = next.nextElementSibling) {
      found.push(next);
    }
    return found;
  };
  const show = (group, open) => {
    group.querySelector('.fold').setAttribute('aria-expanded', String(open));
    group.classList.toggle('folded', !open);
    if (group.dataset.outer) {
      inner(group).forEach((each) => { each.hidden = !open; });
    }
  };
  const unfold = (group) => {
    const address = group.dataset.content;
    show(group, true);
    if (address) {
      delete group.dataset.content;
      const outer = group.dataset.outer;
      return htmx.ajax('GET', address, outer
        ? { target: group, swap: 'afterend' }
        : { target: group.querySelector('.group-head'), swap: 'afterend' });
    }
    return Promise.resolve();
  };
  const fold = (group) => show(group, false);
  const toggle = (group) => {
    const open = !isOpen(group);
    remember(group, open);
    return open ? unfold(group) : fold(group);
  };
  const restore = (within) => all('tbody.group', within).forEach((group) => {
    const wanted = folds[group.dataset.group];
    if (wanted === undefined) {
      group.classList.toggle('folded', !isOpen(group));
    } else if (wanted) {
      unfold(group);
    } else {
      fold(group);
    }
  });

  // ---- Ticking. Lines by id; groups by key, also with lines that were never loaded; or all that match the filter.
  const ticked = { lines: new Map(), groups: new Map(), matching: false };
  const lineId = (line) => line.id;
  const groupOf = (line) => line.closest('tbody.group');
  const groupTicked = (group) => group && (ticked.groups.has(group.dataset.group)
    || (group.classList.contains('level-2') && ticked.groups.has(outerOf(group)?.dataset.group)));
  const outerOf = (group) => {
    let before = group.previousElementSibling;
    while (before && !before.classList.contains('level-1')) {
      before = before.previousElementSibling;
    }
    return before;
  };
  const isTicked = (line) => ticked.matching || groupTicked(groupOf(line)) || ticked.lines.has(lineId(line));
  const paint = () => {
    all('tr.line', root).forEach((line) => {
      const on = Boolean(isTicked(line));
      line.classList.toggle('ticked', on);
      line.querySelector('.tick').checked = on;
    });
    all('tbody.group', root).forEach((group) => {
      const box = group.querySelector('.tick-group');
      const lines = all('tr.line', group);
      const on = ticked.matching || Boolean(groupTicked(group));
      const some = lines.filter((line) => isTicked(line)).length;
      box.checked = on || (lines.length > 0 && some === lines.length && !group.dataset.content);
      box.indeterminate = !box.checked && some > 0;
    });
    paintBar();
  };
  const sum = () => {
    const totals = document.getElementById('totals');
    if (ticked.matching && totals) {
      return { count: Number(totals.dataset.count), cents: BigInt(totals.dataset.cents) };
    }
    let count = 0;
    let cents = 0n;
    ticked.groups.forEach((group) => {
      count += group.count;
      cents += group.cents;
    });
    ticked.lines.forEach((value) => {
      count += 1;
      cents += value;
    });
    return { count, cents };
  };
  const paintBar = () => {
    const { count, cents } = sum();
    const totals = document.getElementById('totals');
    const matching = bar.querySelector('[data-tick-matching]');
    bar.hidden = count === 0;
    bar.querySelector('.selection-text').textContent =
      `${count === 1 ? bar.dataset.one : bar.dataset.many.replace('#', whole.format(count))} · ${inCents(cents)}`;
    matching.hidden = ticked.matching || !totals || Number(totals.dataset.count) <= count;
    matching.textContent = totals ? bar.dataset.all.replace('#', whole.format(Number(totals.dataset.count))) : '';
    document.body.classList.toggle('has-selection', count > 0);
  };
  /** The line, when just one is ticked. */
  const only = () => (ticked.lines.size === 1 && ticked.groups.size === 0 && !ticked.matching
    ? document.getElementById([...ticked.lines.keys()][0]) : null);
  const dissolve = (group) => {
    // A ticked group that loses one of its lines becomes its other lines.
    ticked.groups.delete(group.dataset.group);
    all('tr.line', group).forEach((line) => ticked.lines.set(lineId(line), BigInt(line.dataset.cents)));
  };
  const setLine = (line, on) => {
    const group = groupOf(line);
    if (!on && ticked.matching) {
      ticked.matching = false;
      all('tr.line', root).forEach((each) => ticked.lines.set(lineId(each), BigInt(each.dataset.cents)));
    }
    if (!on && ticked.groups.has(group.dataset.group)) {
      dissolve(group);
    }
    const outer = group.classList.contains('level-2') ? outerOf(group) : null;
    if (!on && outer && ticked.groups.has(outer.dataset.group)) {
      ticked.groups.delete(outer.dataset.group);
      inner(outer).filter((each) => each.classList.contains('group') && each !== group).forEach((each) => addGroup(each));
      dissolve(group);
    }
    if (on) {
      ticked.lines.set(lineId(line), BigInt(line.dataset.cents));
    } else {
      ticked.lines.delete(lineId(line));
    }
  };
  const addGroup = (group) => {
    all('tr.line', group).forEach((line) => ticked.lines.delete(lineId(line)));
    inner(group).forEach((each) => {
      ticked.groups.delete(each.dataset.group);
      all('tr.line', each).forEach((line) => ticked.lines.delete(lineId(line)));
    });
    ticked.groups.set(group.dataset.group, { count: Number(group.dataset.lines), cents: BigInt(group.dataset.cents) });
  };
  const setGroup = (group, on) => {
    ticked.matching = false;
    if (on) {
      addGroup(group);
    } else {
      ticked.groups.delete(group.dataset.group);
      all('tr.line', group).forEach((line) => ticked.lines.delete(lineId(line)));
      inner(group).forEach((each) => ticked.groups.delete(each.dataset.group));
    }
  };
  const tickNone = () => {
    ticked.lines.clear();
    ticked.groups.clear();
    ticked.matching = false;
    document.getElementById('tick-all').checked = false;
    paint();
  };
  let lastTicked = null;

  // ---- The current line, for the keyboard.
  let current = null;
  const shown = () => all('tbody:not([hidden]):not(.folded) tr.line', root);
  const setCurrent = (line, scroll = true) => {
    current?.classList.remove('current');
    current = line;
    line?.classList.add('current');
    if (line && scroll) {
      line.scrollIntoView({ block: 'nearest' });
      line.focus({ preventScroll: true });
    }
    const title = document.getElementById('inquiry-line');
    title.textContent = line ? line.querySelector('.open-line').textContent : title.dataset.none;
    aim(document.getElementById('inquiry'), line?.dataset.customer);
  };
  const aim = (menu, customer) => all('[data-inquiry]', menu).forEach((link) => {
    if (customer) {
      link.href = customer + link.dataset.inquiry;
      link.removeAttribute('aria-disabled');
    } else {
      link.removeAttribute('href');
      link.setAttribute('aria-disabled', 'true');
    }
  });
  const move = (step) => {
    const lines = shown();
    if (lines.length === 0) {
      return;
    }
    const at = lines.indexOf(current);
    setCurrent(lines[Math.min(lines.length - 1, Math.max(0, at + step))] ?? lines[0]);
    if (!panel.hidden) {
      open(current);
    }
  };

  // ---- The side panel. The address says which line is open, so that a link opens the same and *back* closes it.
  const lineInAddress = () => new URLSearchParams(location.search).get('line');
  const keepInAddress = (id) => {
    const here = new URL(location.href);
    if (here.searchParams.get('line') === id) {
      return;
    }
    here.searchParams.set('line', id);
    if (panel.hidden) {
      history.pushState({ panel: true }, '', here);
    } else {
      history.replaceState(history.state, '', here);
    }
  };
  const open = (line, part) => {
    keepInAddress(line.id.slice(2));
    return showPanel(line.id.slice(2), line, part);
  };
  const showPanel = (id, line, part) => {
    setCurrent(line, false);
    return htmx.ajax('GET', `/supervisor/items/${encodeURIComponent(id)}`, { target: panel, swap: 'innerHTML' }).then(() => {
      if (!panel.firstElementChild) {
        return;
      }
      panel.hidden = false;
      root.classList.add('panel-open');
      const modify = panel.querySelector('#modify');
      if (part === 'replacement' && modify) {
        modify.open = true;
        modify.querySelector('select').focus();
      } else if (part === 'focus') {
        (panel.querySelector('.outcomes input, textarea') ?? panel).focus();
      }
      line?.scrollIntoView({ block: 'nearest' });
    });
  };
  const close = () => {
    if (history.state?.panel) {
      history.back(); // which hides it
    } else {
      const here = new URL(location.href);
      here.searchParams.delete('line');
      history.replaceState(history.state, '', here);
      hide();
    }
  };
  const openFromAddress = () => {
    const id = lineInAddress();
    if (id) {
      showPanel(id, document.getElementById(`l-${id}`));
    } else if (!panel.hidden) {
      hide();
    }
  };
  window.addEventListener('popstate', openFromAddress);
  const hide = () => {
    panel.hidden = true;
    panel.replaceChildren();
    root.classList.remove('panel-open');
    current?.focus({ preventScroll: true });
  };
  const nextAfter = (line) => {
    const lines = shown();
    return lines.slice(lines.indexOf(line) + 1).find((each) => each.dataset.action && !each.classList.contains('done'));
  };

  // ---- Doing: one line, undo in the toast.
  const act = (line, what) => {
    if (!line?.dataset.action || line.classList.contains('done')) {
      return;
    }
    if (what === 'replacement') {
      open(line, what);
      return;
    }
    const inPanel = !panel.hidden && current === line && panel.querySelector('form[data-next]');
    if (inPanel && what === 'validation') {
      inPanel.requestSubmit();
      return;
    }
    htmx.ajax('POST', `/supervisor/actions/${line.dataset.action}/${what}`, {
      target: line, swap: 'outerHTML', values: { expectedCode: line.dataset.code },
    });
  };
  const countDone = () => all('tbody.group', root).forEach((group) => {
    const mark = group.querySelector('.group-done');
    const done = all('tr.line.done', group).length;
    mark.hidden = done === 0;
    mark.textContent = done === 1 ? mark.dataset.one : mark.dataset.many.replace('#', String(done));
  });

  let savedInPanel = null;
  document.addEventListener('htmx:beforeRequest', (event) => {
    savedInPanel = event.detail.elt.closest?.('[data-next]') && current ? current.id : null;
  });
  document.addEventListener('htmx:afterSettle', (event) => {
    const line = document.getElementById(event.detail.elt.id);
    if (line?.classList.contains('line')) {
      ticked.lines.delete(line.id);
      if (current && current.id === line.id) {
        setCurrent(line, false);
      }
      countDone();
      if (savedInPanel === line.id) {
        savedInPanel = null;
        const next = nextAfter(line);
        if (next) {
          open(next, 'focus');
        } else {
          close();
        }
      } else if (!panel.hidden && current?.id === line.id) {
        open(line);
      }
    }
    paint();
  });
  document.addEventListener('htmx:load', (event) => {
    if (event.detail.elt.matches?.('tbody.group')) {
      restore(event.detail.elt.parentElement);
    }
  });

  // ---- Doing: all that is ticked. The server looks up what groups and filters mean.
  const stepOf = (id) => {
    const line = document.getElementById(id);
    return line?.dataset.action ? `${line.dataset.action}~${line.dataset.code}` : id.slice(2);
  };
  const selection = () => ({
    ...Object.fromEntries(new URLSearchParams(location.search)),
    lines: [...ticked.lines.keys()].map(stepOf).join('\n'),
    groups: [...ticked.groups.keys()].join('\n'),
    everything: String(ticked.matching),
  });
  const actOnTicked = (what) => {
    const line = only();
    if (line?.dataset.action) {
      act(line, what);
      return;
    }
    const dialog = document.getElementById(`batch-${what}`);
    dialog.querySelector('.batch-what').textContent = bar.querySelector('.selection-text').textContent;
    running(dialog, false);
    dialog.showModal();
  };
  const running = (dialog, on) => {
    dialog.querySelector('.batch-progress').hidden = !on;
    dialog.querySelector('.btn-primary').disabled = on;
    if (on) {
      dialog.querySelector('.batch-failed').hidden = true;
    }
  };
  all('form[data-batch]').forEach((form) => {
    const dialog = form.closest('dialog');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      running(dialog, true);
      htmx.ajax('POST', form.dataset.batch, {
        source: form, swap: 'none', values: { ...selection(), ...Object.fromEntries(new FormData(form)) },
      });
    });
    form.addEventListener('htmx:afterRequest', (event) => {
      running(dialog, false);
      if (event.detail.successful) {
        dialog.close();
        form.reset();
      } else {
        const failed = dialog.querySelector('.batch-failed');
        const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
        failed.textContent = answer.querySelector('.toast-text')?.textContent ?? bar.dataset.offline;
        failed.hidden = false;
      }
    });
  });
  const printTicked = () => {
    if (sum().count === 0) {
      const none = document.getElementById('nothing-ticked');
      document.getElementById('toasts').append(none.content.cloneNode(true));
      return;
    }
    htmx.ajax('POST', '/supervisor/printouts', { source: bar, swap: 'none', values: selection() });
  };
  document.body.addEventListener('printed', (event) => window.open(event.detail.value, '_blank', 'noopener'));
  document.body.addEventListener('batchDone', () => {
    tickNone();
    refresh();
  });
  /** Reads the list anew, with what was unfolded. */
  const refresh = () => htmx.ajax('GET', location.pathname + location.search, {
    target: '#worklist', select: '#worklist', swap: 'outerHTML',
  }).then(() => {
    setCurrent(null);
    const fresh = root.querySelector('table.worklist');
    if (fresh) {
      restore(fresh);
    }
    htmx.trigger(document.body, 'worklistChanged');
  });

  // ---- Clicks
  root.addEventListener('click', (event) => {
    const at = (selector) => event.target.closest(selector);
    const line = at('tr.line');
    const group = at('tbody.group');
    if (at('[data-panel-close]')) {
      close();
    } else if (at('.tick')) {
      const box = at('.tick');
      if (box.id === 'tick-all') {
        tickNone();
        if (box.indeterminate === false) {
          all('tbody.group.level-1', root).forEach((each) => setGroup(each, true));
          box.checked = true;
        }
      } else if (line) {
        const lines = shown();
        const from = lines.indexOf(lastTicked);
        const to = lines.indexOf(line);
        const range = event.shiftKey && from >= 0 ? lines.slice(Math.min(from, to), Math.max(from, to) + 1) : [line];
        range.forEach((each) => setLine(each, box.checked));
        lastTicked = line;
      } else {
        setGroup(group, box.checked);
      }
      paint();
    } else if (at('.fold')) {
      toggle(group);
    } else if (at('[data-act]') && line) {
      act(line, at('[data-act]').dataset.act);
    } else if (at('.row-more')) {
      menuAt(at('.row-more'), (line ?? group).dataset.customer);
    } else if (line && !at('a, button:not(.open-line)')) {
      open(line);
    }
  });
  const menuAt = (button, customer) => {
    const menu = document.getElementById('row-menu');
    aim(menu, customer);
    menu.showPopover();
    const box = button.getBoundingClientRect();
    menu.style.top = `${Math.min(box.bottom + 4, innerHeight - menu.offsetHeight - 8)}px`;
    menu.style.left = `${Math.max(8, box.right - menu.offsetWidth)}px`;
    menu.querySelector('a').focus();
  };
  bar.addEventListener('click', (event) => {
    const button = event.target.closest('[data-act]');
    if (button) {
      actOnTicked(button.dataset.act);
    } else if (event.target.closest('[data-tick-none]')) {
      tickNone();
    } else if (event.target.closest('[data-tick-matching]')) {
      tickNone();
      ticked.matching = true;
      paint();
    }
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-print]')) {
      printTicked();
    } else if (event.target.closest('[data-report-close]')) {
      event.preventDefault();
      document.getElementById('batch-report').replaceChildren();
    } else if (event.target.closest('[data-unfold-all]')) {
      all('tbody.group.level-1', root).forEach((group) => {
        remember(group, true);
        unfold(group);
      });
    } else if (event.target.closest('[data-fold-all]')) {
      all('tbody.group', root).forEach((group) => {
        remember(group, false);
        fold(group);
      });
    }
  });

  // ---- Keys
  const writing = (target) => target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select');
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !panel.hidden && !document.querySelector('dialog[open], details.menu[open]')) {
      close();
      return;
    }
    if (event.ctrlKey && event.key === 'Enter' && panel.contains(event.target)) {
      panel.querySelector('form[data-next]')?.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target) || document.querySelector('dialog[open]')) {
      return;
    }
    const cycle = document.querySelector(`[data-cycle="${CSS.escape(event.key)}"]`);
    const keys = {
      j: () => move(1),
      k: () => move(-1),
      x: () => current && (setLine(current, !isTicked(current)), paint()),
      v: () => (sum().count > 0 ? actOnTicked('validation') : act(current, 'validation')),
      m: () => (sum().count > 0 ? actOnTicked('replacement') : act(current, 'replacement')),
      i: () => (sum().count > 0 ? actOnTicked('suspension') : act(current, 'suspension')),
      p: printTicked,
    };
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    } else if (event.key === 'Enter' && current && event.target === current) {
      event.preventDefault();
      open(current, 'focus');
    } else if (cycle) {
      cycle.click();
    }
  });

  if (table) {
    restore(table);
  }
  setCurrent(null);
  openFromAddress();
})();
