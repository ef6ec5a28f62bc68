/* global noticeProof */
/**
 * The saved checker of a sheet: reckons the digest of the facts that lie in the file, or in a data file of
 * another sheet, with nothing but the file itself. Needs `sha256` (js-sha256) and `noticeProof` (verify.js);
 * every sentence it shows stands ready in the page. Plain ES2017 without a build.
 */
(function () {
  'use strict';

  if (typeof document === 'undefined') return;
  const held = document.getElementById('facts');
  const verdict = document.querySelector('[data-held]');
  const facts = JSON.parse(held.textContent);
  const digest = noticeProof.checkHeld(verdict, sha256, facts);
  document.getElementById('raw').textContent = JSON.stringify(facts.notice, null, 2);

  /** Of what a reader types from paper the spaces go, and capitals are small letters. */
  const plain = (text) => text.replace(/[^0-9a-f]/gi, '').toLowerCase();

  const typed = document.getElementById('typed');
  const compared = document.getElementById('compared');
  typed.addEventListener('input', () => {
    const text = plain(typed.value);
    compared.className = '';
    compared.textContent = '';
    if (text.length < 8) return;
    const equal = digest.startsWith(text);
    compared.className = equal ? 'is-equal' : 'is-different';
    compared.textContent = equal ? compared.dataset.equal : compared.dataset.different;
  });

  const other = document.getElementById('other');
  const told = document.getElementById('told');
  other.addEventListener('change', async () => {
    const [file] = other.files;
    if (file === undefined) return;
    try {
      const data = JSON.parse(await file.text());
      const own = noticeProof.recompute(data, sha256);
      const equal = data.digest !== undefined && data.digest.sheet === own;
      told.className = equal ? 'is-equal' : 'is-different';
      told.textContent = (equal ? told.dataset.equal : told.dataset.different) + own;
    } catch (failure) {
      told.className = 'is-different';
      told.textContent = told.dataset.failed;
    }
  });
})();
