/* global BigInt, document, Event, HTMLInputElement */
// While a plan is typed the sliders follow the boxes, and the boxes the sliders; what the server answers to
// the plan as it stands may move their bounds.
(() => {
  'use strict';
  const form = document.getElementById('draft');
  if (!form) return;

  function fenOf(text) {
    const usual = text.trim().replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
    const bare = usual.replace(/^[\u00a5\uffe5]\s*(?=\d)/, '').replace(/(\d)\s*\u5143$/, '$1');
    const match = /^([\d,]{1,20})(?:\.(\d{1,2}))?$/.exec(bare);
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
  });
  form.addEventListener('tried', ({ detail }) => {
    // A number typed below may bring a bound, move it or take it away: the slider keeps to it.
    for (const { dataset } of detail.querySelectorAll('[data-slider]')) {
      const shown = document.querySelector(`[data-slider="${dataset.slider}"]`);
      if (shown) Object.assign(shown.dataset, { least: dataset.least, most: dataset.most });
    }
  });
})();
