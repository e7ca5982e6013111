// The drop zone: a dropped file is chosen; its name is shown; a second click cannot send it twice.
(() => {
  'use strict';
  const form = document.getElementById('import');
  if (!form) {
    return;
  }
  const drop = document.getElementById('drop');
  const file = document.getElementById('file');
  const chosen = document.getElementById('chosen');
  const name = () => {
    chosen.textContent = file.files[0]?.name ?? chosen.dataset.empty;
  };
  ['dragenter', 'dragover'].forEach((type) => drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  }));
  ['dragleave', 'drop'].forEach((type) => drop.addEventListener(type, () => drop.classList.remove('over')));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) {
      file.files = event.dataTransfer.files;
      name();
    }
  });
  file.addEventListener('change', name);
  form.addEventListener('submit', () => {
    document.getElementById('send').disabled = true;
  });
  name();
})();
