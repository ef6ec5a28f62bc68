/* global document, window, fetch, FormData, URLSearchParams, DOMParser, Event, CustomEvent */
// Checks a form while it is typed: posts it as it stands and shows what the answer says of it. The server
// checks, reckons and keeps; nothing here decides anything.
(() => {
  'use strict';
  const form = document.querySelector('form[data-try-out]');
  if (!form) return;
  const WAIT = 600;
  const FOLLOWING = ['placeholder', 'data-suggestion', 'aria-invalid', 'aria-describedby'];
  for (const element of document.querySelectorAll('[data-without-script]')) element.hidden = true;

  /** Puts the parts of the answer in the place of those shown. */
  function show(answer) {
    for (const fresh of answer.querySelectorAll('[data-live]')) {
      const shown = document.querySelector(`[data-live="${fresh.dataset.live}"]`);
      if (!shown || shown.outerHTML === fresh.outerHTML) continue;
      const box = document.activeElement;
      if (!shown.contains(box)) shown.replaceWith(document.importNode(fresh, true));
      else if (!isComposing && box.id) replaceAround(box, shown, document.importNode(fresh, true));
    }
    showSummary(answer);
    for (const fresh of answer.querySelectorAll('[data-live-class]')) {
      const shown = document.querySelector(`[data-live-class="${fresh.dataset.liveClass}"]`);
      if (shown) shown.className = fresh.className;
    }
    // What a box suggests, and that it is wrong, follows what is typed elsewhere; its own text stays.
    for (const fresh of answer.querySelectorAll('form[data-try-out] input[id]')) {
      const shown = document.getElementById(fresh.id);
      if (!shown) continue;
      for (const name of FOLLOWING) {
        if (fresh.hasAttribute(name)) shown.setAttribute(name, fresh.getAttribute(name));
        else shown.removeAttribute(name);
      }
    }
    form.dispatchEvent(new CustomEvent('tried', { detail: answer }));
  }

  /** The box in which somebody works stays as typed, and in hand, while the figures around it follow. */
  function replaceAround(box, shown, next) {
    const same = next.querySelector(`[id="${box.id}"]`);
    if (!same) return;
    const { value, selectionStart: from, selectionEnd: to } = box;
    if (value !== undefined) same.value = value;
    shown.replaceWith(next);
    same.focus({ preventScroll: true });
    if (typeof from === 'number' && same.setSelectionRange) same.setSelectionRange(from, to);
  }

  /** A list of what is wrong that stands over the form says what is wrong now; none comes where none was. */
  function showSummary(answer) {
    const shown = document.querySelector('.error-summary');
    if (!shown || shown.contains(document.activeElement)) return;
    const fresh = answer.querySelector('.error-summary');
    if (!fresh) return shown.remove();
    if (shown.textContent === fresh.textContent) return;
    const next = document.importNode(fresh, true);
    next.removeAttribute('autofocus');
    shown.replaceWith(next);
  }

  const say = (words) => {
    const note = document.querySelector('[data-live="saved"]');
    if (note) note.textContent = words;
  };

  // Letters that are still being put together into a character are left alone.
  let isComposing = false;
  form.addEventListener('compositionstart', () => (isComposing = true));
  form.addEventListener('compositionend', () => (isComposing = false));

  let asked = 0;
  let timer = 0;
  let isPending = false;
  async function tryOut() {
    isPending = false;
    window.clearTimeout(timer);
    const number = (asked += 1);
    const body = new URLSearchParams(new FormData(form));
    body.set('tryOut', '1');
    try {
      const reply = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
      if (number !== asked) return;
      if (!reply.ok) return say('没有存上：登录过期了，或者这页放得太久。另开一页登录，再回来接着填。');
      form.dispatchEvent(new Event('kept'));
      show(new DOMParser().parseFromString(await reply.text(), 'text/html'));
    } catch {
      if (number === asked) say('连不上，还没有存上。写的都在这一页，连上以后会再存。');
    }
  }
  function later() {
    isPending = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(tryOut, WAIT);
  }

  form.addEventListener('input', later);
  form.addEventListener('submit', () => {
    isPending = false;
    window.clearTimeout(timer);
  });
  // What is left in the last box goes at once when the box is left, and with the page when that is left.
  form.addEventListener('change', () => isPending && void tryOut());
  function leave() {
    if (!isPending) return;
    isPending = false;
    const body = new URLSearchParams(new FormData(form));
    body.set('tryOut', '1');
    void fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: true });
  }
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());
  window.addEventListener('online', later);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    if (form.dataset.tryOut === 'keep') void tryOut();
    else form.requestSubmit();
  });
  if (document.querySelector('[data-tried]')) later();
})();
