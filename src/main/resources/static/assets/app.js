// The frame of every page: theme, navigation, menus, the token of forms, toasts, what fails, keys that work everywhere.
(() => {
  'use strict';
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Theme and navigation
  const rememberTheme = (theme) => {
    root.dataset.bsTheme = theme;
    localStorage.setItem('encours.theme', theme);
  };
  const toggleNavigation = () => {
    const narrow = root.dataset.navigation !== 'narrow';
    root.dataset.navigation = narrow ? 'narrow' : 'wide';
    localStorage.setItem('encours.navigation', root.dataset.navigation);
  };
  const drawer = (open) => {
    root.toggleAttribute('data-drawer', open);
    all('[data-drawer-open]').forEach((button) => button.setAttribute('aria-expanded', String(open)));
    if (open) {
      document.querySelector('.sidebar .place')?.focus();
    }
  };

  // Of more tabs than fit, the one in force is in sight.
  all('.tabs a[aria-current]').forEach((tab) => {
    tab.parentElement.scrollLeft = tab.offsetLeft - (tab.parentElement.clientWidth - tab.offsetWidth) / 2;
  });

  // Menus are <details class="menu">: one open at a time, closed by Escape and by a click elsewhere.
  const closeMenus = (except) => all('details.menu[open]').forEach((menu) => {
    if (menu !== except && !menu.contains(except)) {
      menu.open = false;
    }
  });

  // The telephone rings; here the form waits for how the call ends: the one at hand, else one of its own.
  const called = (link) => {
    const form = link.closest('.panel-body')?.querySelector('.outcomes input');
    const dialog = document.getElementById('event');
    if (form) {
      form.focus();
    } else if (link.dataset.call && dialog) {
      htmx.ajax('GET', link.dataset.call, { target: '#event-detail', swap: 'innerHTML' }).then(() => dialog.showModal());
    }
  };

  document.addEventListener('click', (event) => {
    const at = (selector) => event.target.closest(selector);
    closeMenus(at('details.menu'));
    if (at('[data-call]')) {
      called(at('[data-call]'));
    } else if (at('[data-sheet]')) {
      htmx.ajax('GET', at('[data-sheet]').dataset.sheet, { target: '#event-detail', swap: 'innerHTML' })
        .then(() => document.getElementById('event').showModal());
    } else if (at('[data-theme-toggle]')) {
      rememberTheme(root.dataset.bsTheme === 'dark' ? 'light' : 'dark');
    } else if (at('[data-navigation-toggle]')) {
      toggleNavigation();
    } else if (at('[data-drawer-open]')) {
      drawer(true);
    } else if (at('[data-drawer-close]')) {
      drawer(false);
    } else if (at('[data-keys]')) {
      document.getElementById('keys')?.showModal();
    } else if (at('[data-dialog-open]')) {
      document.getElementById(at('[data-dialog-open]').dataset.dialogOpen).showModal();
    } else if (at('[data-dialog-close]')) {
      at('dialog')?.close();
    } else if (at('[data-print-page]')) {
      window.print();
    } else if (at('[data-copy]')) {
      const button = at('[data-copy]');
      const field = document.querySelector(button.dataset.copy);
      field.select();
      navigator.clipboard?.writeText(field.value).then(() => { button.textContent = button.dataset.copied; });
    } else if (at('[data-toast-close]')) {
      at('.toast-card').remove();
    } else if (at('[data-toast-act]')) {
      // Out of sight at once, out of the page when the answer is in: htmx looks for the toasts from where it was asked.
      at('.toast-card').hidden = true;
    }
  });
  document.addEventListener('htmx:afterRequest', (event) => {
    event.detail.elt?.closest?.('.toast-card[hidden]')?.remove();
  });
  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-selects]')) {
      document.querySelector(event.target.dataset.selects).checked = true;
    }
    if (event.target.matches('[data-submit-on-change]')) {
      event.target.form.requestSubmit();
    }
  });

  // Toasts stay ten seconds, longer while pointed at or focused.
  const LIFE = 10000;
  const live = (toast) => {
    let left = LIFE;
    let since = performance.now();
    let timer = setTimeout(() => toast.remove(), left);
    const pause = () => {
      clearTimeout(timer);
      left -= performance.now() - since;
      toast.classList.add('paused');
    };
    const resume = () => {
      clearTimeout(timer);
      since = performance.now();
      timer = setTimeout(() => toast.remove(), Math.max(left, 2000));
      toast.classList.remove('paused');
    };
    toast.addEventListener('mouseenter', pause);
    toast.addEventListener('focusin', pause);
    toast.addEventListener('mouseleave', resume);
    toast.addEventListener('focusout', resume);
  };
  const toasts = document.getElementById('toasts');
  if (toasts) {
    all('.toast-card', toasts).forEach(live);
    new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((node) => {
      if (node.classList?.contains('toast-card')) {
        live(node);
        while (toasts.children.length > 4) {
          toasts.firstElementChild.remove();
        }
      }
    }))).observe(toasts, { childList: true });
    all('template[data-toast]').forEach((waiting) => toasts.append(waiting.content));
  }

  // htmx: the token against forged requests, and what fails becomes a toast while the list stays as it was.
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
  document.addEventListener('htmx:configRequest', (event) => {
    if (event.detail.verb !== 'get') {
      event.detail.headers[meta('csrf-header')] = meta('csrf-token');
    }
  });
  const showFragment = (html) => {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    const card = holder.content.querySelector('.toast-card');
    if (card && toasts) {
      toasts.append(card);
    }
  };
  document.addEventListener('htmx:beforeSwap', (event) => {
    const { xhr } = event.detail;
    if (xhr.status === 401) {
      location.assign('/sign-in');
    } else if (xhr.status >= 400) {
      event.detail.shouldSwap = false;
      showFragment(xhr.responseText);
    }
  });
  document.addEventListener('htmx:sendError', () => {
    const offline = document.getElementById('offline');
    if (offline) {
      showFragment(offline.innerHTML);
    }
  });

  // A small form in a chip keeps only what is filled in the address.
  document.addEventListener('submit', (event) => {
    if (event.target.method === 'get') {
      [...event.target.elements].forEach((field) => {
        if (field.name && field.value === '') {
          field.disabled = true;
        }
      });
    }
  });

  // Keys that work everywhere: ? shows all, / goes to the search box, g and a letter goes to a place.
  let afterG = -Infinity;
  const writing = (target) => target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      closeMenus(null);
      if (root.hasAttribute('data-drawer')) {
        drawer(false);
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target) || document.querySelector('dialog[open]')) {
      return;
    }
    if (performance.now() - afterG < 1200) {
      const place = document.querySelector(`.sidebar [data-key="${CSS.escape(event.key)}"]`);
      afterG = -Infinity;
      if (place) {
        event.preventDefault();
        event.stopImmediatePropagation();
        location.assign(place.href);
      }
    } else if (event.key === 'g') {
      afterG = performance.now();
    } else if (event.key === '?') {
      document.getElementById('keys')?.showModal();
    } else if (event.key === '/') {
      const search = document.querySelector('[data-search]');
      if (search) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    }
  });
})();
