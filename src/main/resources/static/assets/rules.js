// The list of assignment rules: added, removed, moved by buttons, keyboard or mouse; each said in one line.
(() => {
  'use strict';
  const form = document.getElementById('rules-form');
  const rules = document.getElementById('rules');
  if (!form || !rules) {
    return;
  }
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const field = (rule, name) => rule.querySelector(`[name$=".${name}"]`);
  const label = (rule, name) => rule.querySelector(`label[for$=".${name}"]`).textContent;

  const draw = () => all('[data-rule]', rules).forEach((rule, index) => {
    const part = (name) => rule.querySelector(`[data-say="${name}"]`);
    const asks = ['groups', 'countries', 'riskClasses', 'paymentMethods', 'overdueFrom', 'overdueBelow']
      .filter((name) => field(rule, name).value.trim() !== '')
      .map((name) => `${label(rule, name)} ${field(rule, name).value.trim()}`);
    const company = field(rule, 'company');
    if (company.value !== '') {
      asks.unshift(company.options[company.selectedIndex].text);
    }
    const strategy = field(rule, 'strategy');
    part('place').textContent = index + 1;
    part('label').textContent = field(rule, 'label').value;
    part('asks').textContent = asks.length > 0 ? asks.join(' · ') : part('asks').dataset.everyone;
    part('strategy').textContent = strategy.selectedIndex < 0 ? '' : strategy.options[strategy.selectedIndex].text;
  });
  const renumber = () => all('[data-rule]', rules).forEach((rule, index) => {
    ['name', 'id', 'for', 'aria-describedby'].forEach((attribute) => all(`[${attribute}^="rules["]`, rule).forEach((one) => {
      one.setAttribute(attribute, one.getAttribute(attribute).replace(/^rules\[\w+]/, `rules[${index}]`));
    }));
  });
  const changed = () => {
    const review = document.getElementById('review');
    if (review) {
      review.querySelector('.review-save').hidden = true;
      review.querySelector('.review-stale').hidden = false;
      review.querySelector('#changes').classList.add('stale');
    }
    const none = document.querySelector('[data-none]');
    if (none) {
      none.hidden = rules.children.length > 0;
    }
    draw();
  };
  const say = (rule) => {
    const said = document.getElementById('said');
    said.textContent = `${said.dataset.moved} ${all('[data-rule]', rules).indexOf(rule) + 1}`;
  };
  const placed = (rule) => {
    renumber();
    changed();
    say(rule);
  };
  const move = (rule, by) => {
    const other = by < 0 ? rule.previousElementSibling : rule.nextElementSibling;
    if (other) {
      const focused = document.activeElement;
      other[by < 0 ? 'before' : 'after'](rule);
      focused?.focus();
      placed(rule);
    }
  };

  document.addEventListener('click', (event) => {
    const at = (selector) => event.target.closest(selector);
    const rule = at('[data-rule]');
    if (at('[data-move]')) {
      move(rule, Number(at('[data-move]').dataset.move));
    } else if (at('[data-remove-rule]')) {
      const next = rule.nextElementSibling || rule.previousElementSibling;
      rule.remove();
      renumber();
      changed();
      (next?.querySelector('summary') || document.querySelector('[data-add-rule]')).focus();
    } else if (at('[data-add-rule]')) {
      rules.append(document.getElementById('blank-rule').content.cloneNode(true));
      renumber();
      changed();
      field(rules.lastElementChild, 'label').focus();
    }
  });
  rules.addEventListener('keydown', (event) => {
    const rule = event.target.closest('[data-rule]');
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && rule && !rules.closest('fieldset').disabled) {
      event.preventDefault();
      move(rule, event.key === 'ArrowUp' ? -1 : 1);
    }
  });

  let dragged = null;
  rules.addEventListener('dragstart', (event) => {
    const rule = event.target.closest?.('[data-rule]');
    if (!rule || event.target !== rule || rule.querySelector('details').open) {
      event.preventDefault();
      return;
    }
    dragged = rule;
    rule.classList.add('dragged');
    event.dataTransfer.effectAllowed = 'move';
  });
  rules.addEventListener('dragover', (event) => {
    const over = event.target.closest('[data-rule]');
    if (!dragged || !over) {
      return;
    }
    event.preventDefault();
    if (over !== dragged) {
      const box = over.getBoundingClientRect();
      over[event.clientY < box.top + box.height / 2 ? 'before' : 'after'](dragged);
    }
  });
  rules.addEventListener('dragend', () => {
    if (dragged) {
      dragged.classList.remove('dragged');
      placed(dragged);
      dragged = null;
    }
  });
  form.addEventListener('input', (event) => {
    if (event.target.name !== 'comment') {
      changed();
    }
  });
  draw();
  document.querySelector('[aria-invalid="true"]')?.focus();
})();
