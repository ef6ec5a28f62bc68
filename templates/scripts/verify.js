/**
 * Recomputes the digest of a sheet on the reader's own device, by the rule of src/domain/notices/digest.ts:
 * the same text,
 * the same bytes. Plain ES2017 without a build. Needs `sha256` (js-sha256) and a page element with
 * `data-recompute`;
 * every sentence it shows stands ready in that element.
 */
const noticeProof = (function () {
  'use strict';

  const DIGEST_RULE = 'village-ledger notice 1';

  /**
   * JSON without spaces, keys in the order of their UTF-16 code units, absent values left out, whole numbers
   * only.
   */
  function canonicalText(value) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
      return JSON.stringify(value);
    if (typeof value === 'number') {
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new Error('a number is not whole');
      return String(value);
    }
    if (Array.isArray(value)) return '[' + value.map(canonicalText).join(',') + ']';
    const members = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort()
      .map((key) => JSON.stringify(key) + ':' + canonicalText(value[key]));
    return '{' + members.join(',') + '}';
  }

  /**
   * The sheet's digest from its facts. A section that is withheld counts by the digest given for it; one that
   * is there is
   * always hashed anew.
   * @param data `{ notice: { kind, …sections }, digest: { sections } }`
   * @param hash from a text to the hexadecimal sha-256 of its UTF-8 bytes
   */
  function recompute(data, hash) {
    const sections = Object.assign({}, data.digest && data.digest.sections);
    Object.keys(data.notice)
      .filter((name) => name !== 'kind' && data.notice[name] !== undefined)
      .forEach((name) => {
        sections[name] = hash(canonicalText(data.notice[name]));
      });
    return hash(canonicalText({ rule: DIGEST_RULE, kind: data.notice.kind, sections: sections }));
  }

  /** Fetches the facts the element names, recomputes, and says in the element's own words what came of it. */
  async function check(element, hash) {
    const words = element.dataset;
    element.textContent = words.working;
    try {
      const answer = await fetch(words.source, {
        headers: { accept: 'application/json' },
        cache: 'no-store',
      });
      if (!answer.ok) throw new Error('the facts were not served: ' + answer.status);
      const digest = recompute(await answer.json(), hash);
      const equal = digest === words.digest;
      element.classList.add(equal ? 'is-equal' : 'is-different');
      element.textContent = equal ? words.equal : words.different + digest;
    } catch (failure) {
      element.classList.add('is-failed');
      element.textContent = words.failed;
    }
  }

  /** The same of facts that lie in the page itself, as in a file that was saved. */
  function checkHeld(element, hash, data) {
    const words = element.dataset;
    const digest = recompute(data, hash);
    const equal = digest === words.digest;
    element.classList.add(equal ? 'is-equal' : 'is-different');
    element.textContent = equal ? words.equal : words.different + digest;
    return digest;
  }

  return { canonicalText: canonicalText, recompute: recompute, check: check, checkHeld: checkHeld };
})();

if (typeof document !== 'undefined' && typeof sha256 === 'function') {
  document.querySelectorAll('[data-recompute]').forEach((element) => noticeProof.check(element, sha256));
}
