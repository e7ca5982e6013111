// The drop zone: every file that is dropped or chosen is sent at once, each with its own progress. A file that comes
// alone opens its preview; of several each gets a row, and one button imports those that are ready.
(() => {
  'use strict';
  const form = document.getElementById('import');
  if (!form) {
    return;
  }
  const drop = document.getElementById('drop');
  const input = document.getElementById('file');
  const drafts = document.getElementById('drafts');
  const waiting = document.getElementById('waiting');
  const startAll = document.getElementById('start-all');
  const LARGEST = 1024 * 1024 * 1024;
  const token = (name) => document.querySelector(`meta[name="csrf-${name}"]`).content;

  const rowFor = (file) => {
    const row = document.createElement('li');
    row.className = 'draft-row sending';
    const name = document.createElement('span');
    name.className = 'draft-name strong';
    name.textContent = file.name;
    const progress = document.createElement('progress');
    progress.max = 100;
    progress.value = 0;
    progress.setAttribute('aria-label', `${form.dataset.sending} ${file.name}`);
    row.append(name, progress);
    waiting.append(row);
    drafts.hidden = false;
    return row;
  };
  const fail = (row, sentence) => {
    row.classList.remove('sending');
    row.classList.add('failed');
    row.querySelector('progress')?.remove();
    const why = document.createElement('span');
    why.className = 'cell-error';
    why.setAttribute('role', 'alert');
    why.textContent = sentence;
    row.append(why);
  };
  const count = () => {
    const ready = waiting.querySelectorAll('[data-ready="true"]').length;
    const sending = waiting.querySelectorAll('.sending').length;
    startAll.hidden = ready === 0;
    startAll.disabled = sending > 0;
    const words = startAll.querySelector('span');
    words.textContent = ready === 1 ? drafts.dataset.one : drafts.dataset.many.replace('#', ready);
  };

  const send = (file) => new Promise((resolve) => {
    const row = rowFor(file);
    if (file.size > LARGEST) {
      fail(row, form.dataset.tooLarge);
      resolve(null);
      return;
    }
    const body = new FormData();
    body.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', '/imports/drafts');
    request.setRequestHeader(token('header'), token('token'));
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) {
        row.querySelector('progress').value = 100 * event.loaded / event.total;
      }
    });
    request.addEventListener('load', () => {
      if (request.status !== 200) {
        fail(row, request.status === 413 ? form.dataset.tooLarge : form.dataset.failed);
        resolve(null);
        return;
      }
      const answer = document.createElement('template');
      answer.innerHTML = request.responseText;
      const made = answer.content.querySelector('.draft-row');
      row.replaceWith(made);
      resolve(made.dataset.path);
    });
    request.addEventListener('error', () => {
      fail(row, form.dataset.failed);
      resolve(null);
    });
    request.send(body);
  });

  // One after the other: the line is the same, and the first ones are ready sooner.
  const sendAll = async (files) => {
    const alone = files.length === 1;
    const paths = [];
    for (const file of files) {
      paths.push(await send(file));
      count();
    }
    if (alone && paths[0]) {
      window.location.assign(paths[0]);
    }
  };

  ['dragenter', 'dragover'].forEach((type) => drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  }));
  ['dragleave', 'drop'].forEach((type) => drop.addEventListener(type, () => drop.classList.remove('over')));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    sendAll([...event.dataTransfer.files]);
  });
  input.addEventListener('change', () => {
    const files = [...input.files];
    input.value = '';
    sendAll(files);
  });
  drafts.addEventListener('submit', () => {
    startAll.disabled = true;
  });
})();
