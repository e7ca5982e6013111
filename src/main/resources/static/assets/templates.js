// The editor of a template: preview while one writes, fields and marks inserted at the cursor, faults to go to.
(() => {
  'use strict';
  const form = document.getElementById('template');
  if (!form) {
    return;
  }
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const body = document.getElementById('body');
  const subject = document.getElementById('subject');
  const preview = document.getElementById('preview');
  let written = body;
  let changed = false;
  let saving = false;

  // The preview follows what is written, a moment later.
  const refresh = () => preview && htmx.trigger(preview, 'show-preview');
  form.addEventListener('input', (event) => {
    if (event.target.id !== 'customer-search' && event.target.id !== 'find-field') {
      changed = true;
      refresh();
    }
  });
  [body, subject].forEach((field) => field?.addEventListener('focus', () => { written = field; }));
  form.addEventListener('submit', () => { saving = true; });
  window.addEventListener('beforeunload', (event) => {
    if (changed && !saving) {
      event.preventDefault();
    }
  });

  // A text put in the place of what is selected; the cursor goes where the bar stands, else behind it.
  const put = (field, text) => {
    const from = field.selectionStart;
    const chosen = field.value.slice(from, field.selectionEnd);
    const bar = text.indexOf('|');
    const whole = bar < 0 ? text : text.slice(0, bar) + chosen + text.slice(bar + 1);
    field.focus();
    // Keeps what the browser knows to undo.
    if (!document.execCommand('insertText', false, whole)) {
      field.setRangeText(whole, from, field.selectionEnd, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const at = bar < 0 ? from + whole.length : from + bar + chosen.length;
    field.setSelectionRange(at, at);
  };
  const list = () => {
    const chosen = body.value.slice(body.selectionStart, body.selectionEnd).trim();
    const points = chosen === '' ? ['|'] : chosen.split(/\n+/);
    const bare = points.map((point) => `  <li>${point.trim()}</li>`).join('\n');
    put(body, `<ul>\n${bare}\n</ul>\n`);
  };
  const channel = () => form.elements.channel.value;
  const table = (words) => {
    if (channel() === 'LETTER') {
      put(body, '<hr>\n');
      return;
    }
    const [number, due, remaining] = words.split('|');
    put(body, '<table>\n  <thead>\n'
      + `    <tr><th>${number}</th><th>${due}</th><th class="num">${remaining}</th></tr>\n`
      + '  </thead>\n  <tbody>\n    {{#items}}\n'
      + '    <tr><td>{{number}}</td><td>{{dueDate}}</td><td class="num">{{remaining}}</td></tr>\n'
      + '    {{/items}}\n  </tbody>\n</table>\n');
  };
  const insert = (text) => {
    const field = written.hidden || form.querySelector('fieldset').disabled ? body : written;
    const middle = text.indexOf('}}{{');
    put(field, middle < 0 || text.includes('\n') ? text.replace('\n\n', '\n|\n') : `${text.slice(0, middle + 2)}|${text.slice(middle + 2)}`);
  };

  // Preview or fields beside the text.
  const show = (name, focus) => {
    all('[role=tab]', form).forEach((tab) => {
      const on = tab.dataset.show === name;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls')).hidden = !on;
      if (on && focus) {
        tab.focus();
      }
    });
  };
  const go = (button) => {
    const field = document.getElementById(button.dataset.go);
    const lines = field.value.split('\n');
    const line = Number(button.dataset.line);
    const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + Number(button.dataset.column) - 1;
    const close = field.value.indexOf('}}', start);
    field.focus();
    field.setSelectionRange(start, close < 0 ? start + 2 : close + 2);
    if (field === body) {
      body.scrollTop = Math.max(0, (line - 4) * Number.parseFloat(getComputedStyle(body).lineHeight));
    }
  };

  document.addEventListener('click', (event) => {
    const at = (selector) => event.target.closest(selector);
    if (at('[data-wrap]')) {
      put(body, at('[data-wrap]').dataset.wrap);
    } else if (at('[data-list]')) {
      list();
    } else if (at('[data-table]')) {
      table(at('[data-table]').dataset.heads);
    } else if (at('[data-insert]')) {
      insert(at('[data-insert]').dataset.insert);
    } else if (at('[data-show]')) {
      show(at('[data-show]').dataset.show, false);
      if (at('.tools-fields')) {
        document.getElementById('find-field').focus();
      }
    } else if (at('[data-go]')) {
      go(at('[data-go]'));
    }
  });
  form.querySelector('[role=tablist]').addEventListener('keydown', (event) => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      show(event.target.dataset.show === 'preview' ? 'fields' : 'preview', true);
    }
  });

  // An SMS has no subject and no marks.
  form.elements.channel?.addEventListener?.('change', () => {
    const sms = channel() === 'SMS';
    form.querySelector('[data-with-letter]').hidden = channel() !== 'LETTER';
    form.querySelector('[data-with-subject]').hidden = sms;
    form.querySelector('[data-html-tools]').hidden = sms;
    body.rows = sms ? 6 : 24;
  });

  // Fields found by what they are called or do.
  const find = document.getElementById('find-field');
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  find.addEventListener('input', () => {
    const words = plain(find.value).split(/\s+/).filter(Boolean);
    let any = false;
    all('[data-field-group]').forEach((group) => {
      const title = plain(group.querySelector('h3').textContent);
      let some = false;
      all('[data-field]', group).forEach((row) => {
        const text = `${plain(row.textContent)} ${title}`;
        row.hidden = !words.every((word) => text.includes(word));
        some ||= !row.hidden;
      });
      group.hidden = !some;
      any ||= some;
    });
    document.querySelector('[data-no-field]').hidden = any;
  });
  find.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      document.querySelector('[data-field]:not([hidden]) [data-insert]')?.click();
    }
  });

  // The customer of the preview.
  const box = document.getElementById('customer-search');
  const found = document.getElementById('customer-found');
  if (!box) {
    return;
  }
  const options = () => all('[data-customer]', found);
  let active = -1;
  const open = (on) => {
    found.hidden = !on;
    box.setAttribute('aria-expanded', String(on));
    if (!on) {
      active = -1;
      box.removeAttribute('aria-activedescendant');
    }
  };
  const mark = (place) => {
    const those = options();
    active = those.length === 0 ? -1 : (place + those.length) % those.length;
    those.forEach((option, number) => option.setAttribute('aria-selected', String(number === active)));
    if (active >= 0) {
      box.setAttribute('aria-activedescendant', those[active].id);
      those[active].scrollIntoView({ block: 'nearest' });
    }
  };
  let name = box.value;
  const choose = (option) => {
    form.elements.customer.value = option.dataset.customer;
    form.elements.customerCompany.value = option.dataset.company;
    name = option.dataset.name;
    box.value = name;
    open(false);
    refresh();
  };
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target === found) {
      open(document.activeElement === box);
      mark(0);
    }
  });
  box.addEventListener('focus', () => box.select());
  box.addEventListener('blur', () => setTimeout(() => {
    open(false);
    box.value = name;
  }, 150));
  box.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark(active + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (options()[active]) {
        choose(options()[active]);
      }
    } else if (event.key === 'Escape') {
      box.value = name;
      open(false);
    }
  });
  found.addEventListener('mousedown', (event) => {
    const option = event.target.closest('[data-customer]');
    if (option) {
      event.preventDefault();
      choose(option);
    }
  });
})();
