/* global BigInt, document, window, Event, HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement */
// Adds keys to forms that work without them. Nothing here decides or computes anything.
(() => {
  'use strict';
  const isBox = (element) =>
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement;

  for (const element of document.querySelectorAll('[data-needs-script]')) element.hidden = false;

  // An amount copied alone from the page arrives in a spreadsheet as 1260.00.
  document.addEventListener('copy', (event) => {
    const text = String(window.getSelection());
    if (text === '' || !/^[+−\d,.\s]+$/.test(text) || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', text.replace(/,/g, '').replace(/−/g, '-').replace(/\+/g, ''));
    event.preventDefault();
  });

  const boxesOf = (form) =>
    [...form.elements].filter((element) => isBox(element) && element.type !== 'hidden' && !element.disabled);

  function step(box, back) {
    const boxes = boxesOf(box.form);
    const next = boxes[boxes.indexOf(box) + (back ? -1 : 1)];
    if (!next) return;
    next.focus();
    if (next instanceof HTMLInputElement) next.select();
  }

  /** What the program vouches for, else what the slip of the month before said. */
  function takeSuggestion(box) {
    const from = box.dataset.suggestion || box.dataset.last;
    if (!from) return false;
    box.value = from;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  }

  /** Enter in an empty box takes what is offered there, where it says so. */
  function takeOffered(box) {
    if (box.dataset.enter === 'takes' && box.dataset.suggestion && box.value === '') takeSuggestion(box);
  }

  /** Esc gives a cell back what stood in it when it was entered. */
  function undo(box) {
    if (box.dataset.entered === undefined || box.value === box.dataset.entered) return false;
    box.value = box.dataset.entered;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  }

  /** A form that came filled and that nobody has touched shows its button first: the next key books it. */
  function book(form) {
    const button = 'unseen' in form.dataset && form.querySelector('.buttons button');
    delete form.dataset.unseen;
    if (button) button.focus();
    else form.requestSubmit();
  }

  let unsaved = false;
  for (const form of document.querySelectorAll('form[data-entry]')) {
    form.addEventListener('input', () => (unsaved = true));
    for (const safe of ['submit', 'kept']) form.addEventListener(safe, () => (unsaved = false));
    form.addEventListener('focusin', ({ target }) => {
      if (isBox(target) && target.type !== 'file') target.dataset.entered = target.value;
    });
    form.addEventListener('keydown', (event) => {
      const box = event.target;
      if (!isBox(box) || event.isComposing) return;
      if (event.key === 'Enter' && event.ctrlKey) book(form);
      else if (event.key === 'Enter' && !(box instanceof HTMLTextAreaElement)) {
        if (!event.shiftKey) takeOffered(box);
        step(box, event.shiftKey);
      } else if (event.key === 'Escape') {
        if (!undo(box)) return;
      } else if (event.key !== 'F4' || event.altKey) return;
      // A list has nothing in grey: F4 does not open it there, or Enter would no longer lead on.
      else if (!takeSuggestion(box) && !(box instanceof HTMLSelectElement)) return;
      event.preventDefault();
    });
  }

  // Where Enter takes what is offered, the arrows go up and down the column, from row to row.
  document.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const cell = by && !event.altKey && event.target.closest?.('form[data-entry] td');
    if (!cell || event.target.dataset.enter !== 'takes') return;
    const { nextElementSibling, previousElementSibling } = cell.parentElement;
    const row = by > 0 ? nextElementSibling : previousElementSibling;
    // A list in two columns goes on at the head of the other one.
    const boxes = [...event.target.form.querySelectorAll('[data-enter]')];
    const beside = row ? undefined : boxes[boxes.indexOf(event.target) + by];
    const next = beside ?? row?.cells[cell.cellIndex]?.querySelector('input');
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select();
  });

  // Ctrl K goes to the box that finds; from it the arrows go through what was found, and back.
  const find = document.querySelector('.find input[name="sought"]');
  document.addEventListener('keydown', (event) => {
    if (!find || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.ctrlKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      find.focus();
      find.select();
      return;
    }
    const places = [find, ...document.querySelectorAll('main [data-found] tbody a')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step && places[places.indexOf(document.activeElement) + step];
    if (event.ctrlKey || !places.includes(document.activeElement) || !next) return;
    event.preventDefault();
    next.focus();
  });

  // What is ticked on either side is added up while it is ticked; the server reckons it again.
  const ticks = [...document.querySelectorAll('input[data-tick]')];
  const yuan = (fen) => {
    const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
    const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
    return `${fen < 0n ? '−' : ''}${whole}.${digits.slice(-2)}`;
  };
  function addUp() {
    const sums = { bank: 0n, books: 0n };
    for (const tick of ticks) if (tick.checked) sums[tick.dataset.tick] += BigInt(tick.dataset.fen);
    const shown = { ...sums, difference: sums.bank - sums.books };
    for (const place of document.querySelectorAll('[data-sum]'))
      place.textContent = yuan(shown[place.dataset.sum]);
  }
  for (const tick of ticks) tick.addEventListener('change', addUp);
  if (ticks.length > 0) addUp();

  window.addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
})();
