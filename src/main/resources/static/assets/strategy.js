// The editor of a strategy: the time line drawn from the fields, actions added, removed and moved.
(() => {
  'use strict';
  const form = document.getElementById('strategy');
  const steps = document.getElementById('steps');
  const line = document.getElementById('time-line');
  if (!form || !steps || !line) {
    return;
  }
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const field = (step, name) => step.querySelector(`[name$=".${name}"]`);
  const chosen = (select) => select.options[select.selectedIndex];
  const number = (text) => Number.parseInt(text.replace(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-'), 10) || 0;
  const signed = (days) => (days < 0 ? `\u2212${-days}` : `+${days}`);

  // What an action says in one line, and the day it is drawn on: an anchor that is not known yet is drawn at the due date.
  const read = (step, before) => {
    const delay = number(field(step, 'delay').value);
    const anchor = field(step, 'anchor');
    const onDue = anchor.value === 'DUE_DATE';
    const day = anchor.value === 'PREVIOUS_ACTION' && before ? before.day + delay : delay;
    const type = chosen(field(step, 'type'));
    return {
      step,
      day,
      when: onDue ? line.dataset.day + (delay === 0 ? '' : signed(delay)) : `${chosen(anchor).text} ${signed(delay)}`,
      floating: !onDue,
      icon: type.dataset.icon,
      type: type.text,
      label: field(step, 'label').value || field(step, 'code').value || type.text,
      stage: field(step, 'stage').value,
      stageName: chosen(field(step, 'stage')).text,
      mode: chosen(field(step, 'mode')).text,
    };
  };

  const say = (action, place) => {
    const { step } = action;
    const part = (name) => step.querySelector(`[data-say="${name}"]`);
    part('place').textContent = place;
    part('when').textContent = action.when;
    part('label').textContent = action.label;
    part('facts').textContent = [action.type, action.stageName, action.mode].join(' · ');
    part('icon').setAttribute('href', `/assets/icons.svg#${action.icon}`);
    step.dataset.stage = action.stage;
  };

  const element = (name, css, text) => {
    const made = document.createElement(name);
    made.className = css;
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  };
  const icon = (name) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', `/assets/icons.svg#${name}`);
    svg.append(use);
    return svg;
  };

  const CARD = 168;
  const LANE = 60;
  const TOP = 44;
  const place = (marks) => {
    const days = marks.map((mark) => mark.day);
    const first = Math.min(...days);
    const span = Math.max(Math.max(...days) - first, 1);
    const width = line.clientWidth - CARD;
    const ends = [];
    marks.forEach((mark) => {
      const x = Math.round(((mark.day - first) / span) * width);
      mark.element.style.left = `${x}px`;
      if (mark.due) {
        return;
      }
      let lane = ends.findIndex((end) => end <= x);
      lane = lane < 0 ? ends.length : lane;
      ends[lane] = x + CARD + 8;
      mark.element.style.top = `${TOP + lane * LANE}px`;
      mark.element.style.setProperty('--stem', `${TOP - 15 + lane * LANE}px`);
    });
    line.style.height = `${TOP + Math.max(ends.length, 1) * LANE}px`;
  };

  let marks = [];
  const draw = () => {
    let before = null;
    const actions = all('[data-step]', steps).map((step, index) => {
      before = read(step, before);
      say(before, index + 1);
      return before;
    });
    marks = actions.map((action) => {
      const item = element('li', `time-mark${action.floating ? ' floating' : ''}`);
      const button = element('button', 'time-card');
      button.type = 'button';
      const when = element('span', 'time-when', action.when);
      const what = element('span', 'time-what');
      what.append(icon(action.icon), element('span', 'time-label', action.label));
      button.append(when, element('span', 'time-stage', action.stageName), what);
      button.title = `${action.when} · ${action.label} · ${action.type} · ${action.stageName}`;
      button.addEventListener('click', () => {
        const card = action.step.querySelector('details');
        card.open = true;
        card.scrollIntoView({ block: 'center' });
        field(action.step, 'code').focus({ preventScroll: true });
      });
      item.dataset.stage = action.stage;
      item.append(button);
      return { day: action.day, element: item };
    });
    const due = element('li', 'time-due');
    due.append(element('span', '', line.dataset.due));
    marks.push({ day: 0, element: due, due: true });
    marks.sort((one, other) => one.day - other.day || Number(Boolean(other.due)) - Number(Boolean(one.due)));
    line.replaceChildren(...marks.map((mark) => mark.element));
    place(marks);
  };

  // Fields are numbered by their place.
  const renumber = () => all('[data-step]', steps).forEach((step, index) => {
    ['name', 'id', 'for', 'aria-describedby'].forEach((attribute) => all(`[${attribute}^="actions["]`, step).forEach((one) => {
      one.setAttribute(attribute, one.getAttribute(attribute).replace(/^actions\[\w+]/, `actions[${index}]`));
    }));
  });
  const changed = () => {
    const review = document.getElementById('review');
    if (review) {
      review.querySelector('.review-save').hidden = true;
      review.querySelector('.review-stale').hidden = false;
      review.querySelector('#changes').classList.add('stale');
    }
    draw();
  };
  const move = (step, by) => {
    const other = by < 0 ? step.previousElementSibling : step.nextElementSibling;
    if (!other) {
      return;
    }
    const focused = document.activeElement;
    other[by < 0 ? 'before' : 'after'](step);
    focused?.focus();
    renumber();
    changed();
    const said = document.getElementById('said');
    said.textContent = `${said.dataset.moved} ${all('[data-step]', steps).indexOf(step) + 1}`;
  };

  document.addEventListener('click', (event) => {
    const at = (selector) => event.target.closest(selector);
    const step = at('[data-step]');
    if (at('[data-move]')) {
      move(step, Number(at('[data-move]').dataset.move));
    } else if (at('[data-remove-step]')) {
      const next = step.nextElementSibling || step.previousElementSibling;
      step.remove();
      renumber();
      changed();
      (next?.querySelector('summary') || document.querySelector('[data-add-step]')).focus();
    } else if (at('[data-add-step]')) {
      steps.append(document.getElementById('blank-step').content.cloneNode(true));
      renumber();
      changed();
      field(steps.lastElementChild, 'code').focus();
    }
  });
  steps.addEventListener('keydown', (event) => {
    const step = event.target.closest('[data-step]');
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && step && !steps.closest('fieldset').disabled) {
      event.preventDefault();
      move(step, event.key === 'ArrowUp' ? -1 : 1);
    }
  });
  form.addEventListener('input', (event) => {
    if (event.target.name !== 'comment') {
      changed();
    }
  });
  new ResizeObserver(() => place(marks)).observe(line.parentElement);
  draw();
  const wrong = document.querySelector('[aria-invalid="true"]');
  if (wrong) {
    wrong.focus();
  }
})();
