// The home page arranged: moved, widened, removed and added by buttons, so by the keyboard as well, and kept at once.
(() => {
  'use strict';
  const home = document.getElementById('home');
  if (!home) {
    return;
  }
  const WIDTHS = [3, 4, 6, 8, 12];
  const toggle = document.querySelector('[data-arrange]');
  const add = document.querySelector('[data-add]');
  const usual = document.querySelector('[data-usual]');
  const store = document.getElementById('tiles');
  const said = document.getElementById('home-said');
  const words = toggle.querySelector('span');
  const arrange = words.textContent;
  const tiles = () => [...home.querySelectorAll('.tile')];
  const show = (on) => {
    home.classList.toggle('arranging', on);
    toggle.setAttribute('aria-pressed', String(on));
    words.textContent = on ? toggle.dataset.done : arrange;
    document.querySelectorAll('.home-arranging').forEach((each) => { each.hidden = !on; });
    tiles().forEach((tile) => { tile.querySelector('.tile-acts').hidden = !on; });
  };
  const keep = (layout) => htmx.ajax('POST', home.dataset.layout, { values: { tile: layout }, swap: 'none' });
  const keepAll = () => keep(tiles().map((tile) => `${tile.dataset.widget}:${tile.dataset.width}`));
  const say = (tile) => {
    said.textContent = `${tile.querySelector('h2').textContent} ${tiles().indexOf(tile) + 1}/${tiles().length}`;
  };
  const move = (tile, step) => {
    const other = step < 0 ? tile.previousElementSibling : tile.nextElementSibling;
    if (other) {
      other[step < 0 ? 'before' : 'after'](tile);
      tile.querySelector(`[data-move="${step}"]`).focus();
      say(tile);
      keepAll();
    }
  };
  const widen = (tile, step) => {
    const now = WIDTHS.findIndex((width) => width >= Number(tile.dataset.width));
    const width = WIDTHS[Math.min(WIDTHS.length - 1, Math.max(0, now + step))];
    tile.classList.replace(`span-${tile.dataset.width}`, `span-${width}`);
    tile.dataset.width = width;
    keepAll();
  };
  const remove = (tile) => {
    const next = tile.nextElementSibling ?? tile.previousElementSibling;
    if (!next) {
      return;
    }
    add.append(new Option(tile.querySelector('h2').textContent, tile.dataset.widget));
    store.content.append(tile);
    next.querySelector('[data-remove]').focus();
    keepAll();
  };
  toggle.addEventListener('click', () => show(toggle.getAttribute('aria-pressed') !== 'true'));
  usual.addEventListener('click', () => keep([]).then(() => location.reload()));
  add.addEventListener('change', () => {
    const tile = [...store.content.children].find((each) => each.dataset.widget === add.value);
    if (tile) {
      add.selectedOptions[0].remove();
      add.value = '';
      const added = document.importNode(tile, true);
      tile.remove();
      home.append(added);
      htmx.process(added);
      show(true);
      added.scrollIntoView({ block: 'nearest' });
      say(added);
      keepAll();
    }
  });
  home.addEventListener('click', (event) => {
    const button = event.target.closest('.tile-acts button');
    const tile = button?.closest('.tile');
    if (!tile) {
      return;
    }
    if (button.dataset.move) {
      move(tile, Number(button.dataset.move));
    } else if (button.dataset.widen) {
      widen(tile, Number(button.dataset.widen));
    } else {
      remove(tile);
    }
  });
})();
