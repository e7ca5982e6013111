// Lists of customers and items: j and k move, Enter opens; an item that is chosen shows its events; double click or Enter
// on an event opens its detail. Beside a list of customers a side panel shows the one in hand; Enter there opens it.
(() => {
  'use strict';
  const list = document.querySelector('[data-list]');
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  let current = list?.querySelector('tr.entry.current') ?? null;

  const choose = (row) => {
    current?.classList.remove('current');
    current = row;
    row?.classList.add('current');
    row?.scrollIntoView({ block: 'nearest' });
    row?.focus({ preventScroll: true });
  };
  const move = (step) => {
    const rows = all('tr.entry', list);
    if (rows.length > 0) {
      const row = rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(current) + step))];
      choose(row);
      showEvents(row);
      if (isOpen()) {
        showPanel(row);
      }
    }
  };

  // ---- The side panel
  const panel = list ? document.getElementById('panel') : null;
  const isOpen = () => panel !== null && !panel.hidden;
  const showPanel = (row) => {
    const path = row.querySelector('a.row-link').getAttribute('href').split('?')[0];
    return htmx.ajax('GET', `${path}/panel`, { target: panel, swap: 'innerHTML' }).then(() => {
      if (panel.firstElementChild) {
        panel.hidden = false;
        panel.dataset.of = path;
        panel.scrollTop = 0;
        panel.parentElement.parentElement.classList.add('panel-open');
        row.scrollIntoView({ block: 'nearest' });
      }
    });
  };
  const shows = (row) => isOpen() && row.querySelector('a.row-link').getAttribute('href').startsWith(panel.dataset.of);
  const closePanel = () => {
    panel.hidden = true;
    panel.replaceChildren();
    panel.parentElement.parentElement.classList.remove('panel-open');
    current?.focus({ preventScroll: true });
  };

  current?.scrollIntoView({ block: 'nearest' });

  // ---- Events of the chosen item
  const events = list?.dataset.select ? document.querySelector(list.dataset.select) : null;
  const showEvents = (row) => {
    if (!events) {
      return;
    }
    const item = row?.dataset.id;
    const name = row?.querySelector('.strong')?.textContent ?? '';
    // The address keeps the chosen item, for whoever it is sent to.
    const here = new URL(location.href);
    here.searchParams.delete('item');
    if (item) {
      here.searchParams.set('item', item);
    }
    history.replaceState(history.state, '', here);
    const address = item ? `${list.dataset.selectPath}?item=${encodeURIComponent(item)}` : list.dataset.selectPath;
    htmx.ajax('GET', address, { target: events, swap: 'innerHTML' }).then(() => {
      const title = events.querySelector('h2');
      title.textContent = item ? title.dataset.one.replace('#', name) : title.dataset.all;
      events.querySelector('[data-select-none]').hidden = !item;
    });
  };

  const openEvent = (row) => {
    const path = row.closest('[data-event-path]').dataset.eventPath;
    htmx.ajax('GET', `${path}/${row.dataset.event}`, { target: '#event-detail', swap: 'innerHTML' })
      .then(() => document.getElementById('event').showModal());
  };

  list?.addEventListener('click', (event) => {
    const row = event.target.closest('tr.entry');
    if (!row || event.target.closest('a, button, input')) {
      return;
    }
    if (events) {
      const same = row === current;
      choose(same ? null : row);
      showEvents(same ? null : row);
    } else if (panel && !shows(row)) {
      choose(row);
      showPanel(row);
    } else {
      row.querySelector('a.row-link')?.click();
    }
  });
  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-tick-all]')) {
      all('input.tick', event.target.closest('tbody')).forEach((box) => {
        box.checked = event.target.checked;
      });
    }
  });
  document.addEventListener('dblclick', (event) => {
    const row = event.target.closest('tr.event-row');
    if (row) {
      openEvent(row);
    }
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-panel-close]')) {
      closePanel();
    } else if (event.target.closest('[data-select-none]')) {
      choose(null);
      showEvents(null);
    } else if (event.target.closest('tr.event-row')) {
      event.target.closest('tr.event-row').focus();
    }
  });
  document.addEventListener('keydown', (event) => {
    const writing = event.target.closest('input, textarea, select');
    if (event.ctrlKey || event.metaKey || event.altKey || writing || document.querySelector('dialog[open]')) {
      return;
    }
    const eventRow = event.target.closest('tr.event-row');
    if (event.key === 'Escape' && isOpen() && !document.querySelector('details.menu[open]')) {
      closePanel();
    } else if (event.key === 'Enter' && eventRow) {
      event.preventDefault();
      openEvent(eventRow);
    } else if (eventRow && (event.key === 'j' || event.key === 'k')) {
      const rows = all('tr.event-row');
      rows[rows.indexOf(eventRow) + (event.key === 'j' ? 1 : -1)]?.focus();
    } else if (list && event.key === 'j') {
      move(1);
    } else if (list && event.key === 'k') {
      move(-1);
    } else if (event.key === 'Enter' && current && event.target === current) {
      const link = current.querySelector('a.row-link');
      const first = events?.querySelector('tr.event-row');
      if (panel && !shows(current)) {
        showPanel(current);
        return;
      }
      (link ?? first)?.[link ? 'click' : 'focus']();
    }
  });
})();
