/* global BigInt, DOMParser, Event, FormData, HTMLInputElement, URLSearchParams, document, fetch, window */
// While a plan is typed: the server checks it as it stands and keeps it, and this shows what it answers; the
// sliders follow the boxes, and the boxes the sliders. The server reckons everything for itself.
(() => {
  'use strict';
  const form = document.getElementById('draft');
  if (!form) return;
  const WAIT = 600;
  for (const element of document.querySelectorAll('[data-without-script]')) element.hidden = true;

  function fenOf(text) {
    const usual = text.trim().replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
    const match = /^([\d,]{1,20})(?:\.(\d{1,2}))?$/.exec(usual);
    return match
      ? BigInt(match[1].replace(/,/g, '') || '0') * 100n + BigInt((match[2] || '').padEnd(2, '0'))
      : 0n;
  }
  const plainOf = (fen) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
  const textOf = (fen) => plainOf(fen).replace(/\B(?=(\d{3})+\.)/g, ',');
  const amountsOf = (slider) => [...slider.closest('tbody').querySelectorAll('[name$="[amount]"]')];
  const sumOf = (boxes) => boxes.reduce((sum, box) => sum + fenOf(box.value), 0n);

  function follow(slider) {
    const sum = sumOf(amountsOf(slider));
    slider.value = String(sum);
    slider.setAttribute('aria-valuetext', textOf(sum));
  }

  /** What a slider says goes to the first box of its use, between its bounds and within what is left. */
  function lead(slider) {
    const [first, ...rest] = amountsOf(slider);
    if (!first) return;
    const others = [...document.querySelectorAll('[data-slider]')].filter((each) => each !== slider);
    const taken = others.reduce((sum, each) => sum + sumOf(amountsOf(each)), 0n);
    const least = BigInt(slider.dataset.least);
    const left = BigInt(slider.max) - taken;
    const most = left < BigInt(slider.dataset.most) ? left : BigInt(slider.dataset.most);
    let wanted = BigInt(slider.value);
    // The last step is shorter than the others: drawn to its end, a slider takes all there is.
    if (wanted + BigInt(slider.step) > BigInt(slider.max)) wanted = BigInt(slider.max);
    if (wanted < least) wanted = least;
    if (wanted > most) wanted = most > 0n ? most : 0n;
    const own = wanted - sumOf(rest);
    first.value = plainOf(own > 0n ? own : 0n);
    first.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Puts the parts of the answer in the place of those shown; never the one somebody is working in. */
  function show(answer) {
    for (const fresh of answer.querySelectorAll('[data-live]')) {
      const shown = document.querySelector(`[data-live="${fresh.dataset.live}"]`);
      if (!shown || shown.contains(document.activeElement) || shown.outerHTML === fresh.outerHTML) continue;
      shown.replaceWith(document.importNode(fresh, true));
    }
    for (const fresh of answer.querySelectorAll('[data-live-class]')) {
      const shown = document.querySelector(`[data-live-class="${fresh.dataset.liveClass}"]`);
      if (shown) shown.className = fresh.className;
    }
    // A number typed below may bring a bound, move it or take it away: the slider keeps to it.
    for (const { dataset } of answer.querySelectorAll('[data-slider]')) {
      const shown = document.querySelector(`[data-slider="${dataset.slider}"]`);
      if (shown) Object.assign(shown.dataset, { least: dataset.least, most: dataset.most });
    }
  }

  const say = (words) => {
    const note = document.querySelector('[data-live="saved"]');
    if (note) note.textContent = words;
  };

  let asked = 0;
  let timer = 0;
  async function tryOut() {
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
    window.clearTimeout(timer);
    timer = window.setTimeout(tryOut, WAIT);
  }

  for (const slider of document.querySelectorAll('[data-slider]')) {
    slider.addEventListener('input', (event) => {
      event.stopPropagation();
      lead(slider);
    });
    // Enter and Escape belong to the boxes; a slider has arrow keys, Home and End of its own.
    slider.addEventListener('keydown', (event) => event.stopPropagation());
  }
  form.addEventListener('input', ({ target }) => {
    const use = target instanceof HTMLInputElement ? target.closest('tbody') : null;
    const slider = use?.querySelector('[data-slider]');
    if (slider) follow(slider);
    later();
  });
  form.addEventListener('submit', () => window.clearTimeout(timer));
  window.addEventListener('online', later);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    form.requestSubmit();
  });
  if (document.querySelector('[data-tried]')) later();
})();
