/* global document, window, Event, HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement */
// Keys of a page that has a bar of them: to an item, the list of all keys, a column or block from a
// spreadsheet. Each has its second way: a link, a button, the cells themselves.
(() => {
  'use strict';
  const isBox = (element) =>
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement;

  const JUMPED = 'jumped';
  // Browsers ask for Alt, for Alt and Shift or for Control and Option before an access key: Alt alone does.
  document.addEventListener('keydown', (event) => {
    const digit = /^Digit(\d)$/.exec(event.code)?.[1];
    if (digit === undefined || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = document.querySelector(`a[accesskey="${digit}"]`);
    if (!link) return;
    event.preventDefault();
    window.sessionStorage.setItem(JUMPED, link.pathname);
    link.click();
  });

  // Whoever came by a key goes on by keys: the first box of what he came for has the focus, else its first
  // act.
  const isThere = window.sessionStorage.getItem(JUMPED) === window.location.pathname;
  window.sessionStorage.removeItem(JUMPED);
  const [box] = [...document.querySelectorAll('main form[data-entry] *')].filter(
    (element) => isBox(element) && element.type !== 'hidden' && !element.disabled,
  );
  const first = box ?? document.querySelector('main :is(.work, .alone) :is(a, button)');
  if (isThere && first) {
    first.focus();
    if (first instanceof HTMLInputElement) first.select();
    keepUnseen(box?.form);
  }

  // A form that came filled is not booked by the next key: whoever jumped to it has not looked at it yet.
  function keepUnseen(form) {
    if (!form) return;
    form.dataset.unseen = '';
    const seen = (event) => {
      if (event.type === 'keydown' && !['Enter', 'Tab'].includes(event.key)) return;
      if (event.type === 'keydown' && event.ctrlKey) return;
      delete form.dataset.unseen;
    };
    for (const kind of ['input', 'keydown', 'pointerdown']) form.addEventListener(kind, seen);
  }

  // By the arrows any item is reached, also where there are more of them than digits. A list opens by them.
  document.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const links = [...document.querySelectorAll('a.task-name')];
    if (links.length === 0 || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    const at = links.findIndex((link) => link === document.activeElement);
    const from = at >= 0 ? at : links.findIndex((link) => link.ariaCurrent === 'page');
    const next = from < 0 && step < 0 ? links.length - 1 : from + step;
    links[(next + links.length) % links.length].focus();
  });

  // In a box for words a question mark is a question mark; no number, day or month has one.
  const list = document.getElementById('all-keys');
  const isForWords = (element) =>
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && ['in-text', 'in-file'].includes(element.className));
  const openList = () => list && !list.open && list.showModal();
  document.addEventListener('keydown', (event) => {
    if (event.key !== '?' || event.ctrlKey || event.altKey || isForWords(event.target)) return;
    event.preventDefault();
    openList();
  });
  document.querySelector('[data-all-keys]')?.addEventListener('click', openList);

  /** A box takes a text as if it were typed; a list takes only what it has. */
  function put(box, text) {
    const wanted = text.trim();
    const option =
      box instanceof HTMLSelectElement &&
      [...box.options].find(({ value, textContent }) => value === wanted || textContent.trim() === wanted);
    if (box instanceof HTMLSelectElement && !option) return false;
    box.value = option ? option.value : wanted;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  }

  /** Which box gets which text: by the names of the rows where they were copied, too, else downward. */
  function placesOf(box, cells) {
    const rows = [...box.closest('tbody').rows];
    const boxesOf = (row) => [...(row?.querySelectorAll('input, select, textarea') ?? [])];
    const nameOf = (row) => row.cells[0].textContent.trim();
    const here = rows.indexOf(box.closest('tr'));
    const across = boxesOf(rows[here]).indexOf(box);
    if (cells.every((line) => line.length > 1 && rows.some((row) => nameOf(row) === line[0].trim())))
      return cells.map(([name, text]) => ({
        text,
        row: rows.find((row) => nameOf(row) === name.trim()),
        box: boxesOf(rows.find((row) => nameOf(row) === name.trim()))[0],
      }));
    return cells.flatMap((line, down) =>
      line.map((text, right) => ({
        text,
        row: rows[here + down],
        box: boxesOf(rows[here + down])[across + right],
      })),
    );
  }

  let taken = [];
  document.addEventListener('paste', (event) => {
    const box = event.target;
    if (!isBox(box) || box instanceof HTMLTextAreaElement || !box.closest('form[data-entry] tbody')) return;
    const text = (event.clipboardData?.getData('text/plain') ?? '').replace(/[\r\n]+$/, '');
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    const lines = text.split(/\r?\n/).map((line) => line.split('\t'));
    // A slip runs downward: what was copied from one row of a table does, too.
    const runsDown = lines.length === 1 && box.closest('.slip') !== null;
    const places = placesOf(box, runsDown ? lines[0].map((cell) => [cell]) : lines);
    const filled = places.filter((place) => place.box && place.text.trim() !== '');
    taken = filled.map((place) => [place.box, place.box.value]);
    const refused = filled.filter((place) => !put(place.box, place.text));
    // A row that is reckoned has no box, and wants none; what else found no place is told.
    const lost = places.filter((place) => !place.box && place.text.trim() !== '');
    const untold = [...refused, ...lost.filter(({ row }) => !row || row.querySelector('input'))];
    filled.at(-1)?.box.focus();
    if (untold.length > 0)
      window.alert(`有 ${untold.length} 格没有地方贴：${untold.map((place) => place.text).join('、')}`);
  });

  // Esc right after it takes the whole of what was pasted back; the next thing typed keeps it.
  document.addEventListener('input', (event) => {
    if (event.isTrusted) taken = [];
  });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || taken.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      for (const [box, before] of taken) {
        box.value = before;
        box.dispatchEvent(new Event('input', { bubbles: true }));
      }
      taken = [];
    },
    true,
  );
})();
