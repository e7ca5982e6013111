// The search box of the top bar: arrows go through what is found, Enter opens it, Escape closes. On the page of results
// j and k move.
(() => {
  'use strict';
  const box = document.getElementById('search');
  const list = document.getElementById('suggestions');
  if (!box) {
    return;
  }
  const options = () => [...list.querySelectorAll('[role=option]')];
  let active = -1;

  const show = (on) => {
    list.hidden = !on;
    box.setAttribute('aria-expanded', String(on));
  };
  const choose = (at) => {
    const all = options();
    active = all.length === 0 ? -1 : (at + all.length) % all.length;
    all.forEach((option, place) => option.setAttribute('aria-selected', String(place === active)));
    if (active >= 0) {
      box.setAttribute('aria-activedescendant', all[active].id);
      all[active].scrollIntoView({ block: 'nearest' });
    } else {
      box.removeAttribute('aria-activedescendant');
    }
  };
  const close = () => {
    show(false);
    choose(-1);
    active = -1;
    options().forEach((option) => option.setAttribute('aria-selected', 'false'));
    box.removeAttribute('aria-activedescendant');
  };

  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target === list) {
      active = -1;
      box.removeAttribute('aria-activedescendant');
      show(list.childElementCount > 0 && document.activeElement === box);
    }
  });
  box.addEventListener('focus', () => {
    if (list.childElementCount > 0 && box.value.trim() !== '') {
      show(true);
    }
  });
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden && list.childElementCount > 0) {
        show(true);
      }
      if (!list.hidden) {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        choose(active < 0 && step < 0 ? -1 : active + step);
      }
    } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
      event.preventDefault();
      options()[active].click();
    } else if (event.key === 'Enter' && box.value.trim() === '') {
      event.preventDefault();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (list.hidden) {
        box.blur();
      } else {
        close();
      }
    }
  });
  document.addEventListener('click', (event) => {
    if (!event.target.closest('.global-search')) {
      close();
    }
  });
  box.addEventListener('blur', () => setTimeout(() => {
    if (!document.activeElement?.closest('.global-search')) {
      close();
    }
  }, 150));

  // The page of results
  const found = [...document.querySelectorAll('[data-found] a')];
  document.addEventListener('keydown', (event) => {
    if (found.length === 0 || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')
      || event.target.closest('input, textarea, select')) {
      return;
    }
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const at = found.indexOf(document.activeElement);
      found[Math.min(found.length - 1, Math.max(0, at + step))].focus();
    }
  });
})();
