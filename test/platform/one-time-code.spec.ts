import { codeOf, inLetters, stepOf, stepTyped } from '../../src/features/users/one-time-code';

/** RFC 6238, appendix B: the secret of its SHA-1 vectors; the last six of its eight digits. */
const SECRET = Buffer.from('12345678901234567890');

describe('the code of a second factor', () => {
  it.each([
    ['1970-01-01T00:00:59Z', '287082'],
    ['2005-03-18T01:58:29Z', '081804'],
    ['2005-03-18T01:58:31Z', '050471'],
    ['2009-02-13T23:31:30Z', '005924'],
    ['2033-05-18T03:33:20Z', '279037'],
    ['2603-10-11T11:33:20Z', '353130'],
  ])('is at %s what the RFC says', (at, code) => {
    expect(codeOf(SECRET, stepOf(at))).toBe(code);
  });

  const AT = '2025-07-05T08:00:10Z';
  const now = stepOf(AT);
  it.each([
    ['of now', 0, true],
    ['of the step before', -1, true],
    ['of the step after', 1, true],
    ['of a minute ago', -2, false],
    ['of the minute to come', 2, false],
  ])('%s is known: %s → %s', (_which, beside, isKnown) => {
    const step = stepTyped(SECRET, codeOf(SECRET, now + beside), AT);
    expect(step).toBe(isKnown ? now + beside : undefined);
  });

  it.each(['', '12345', '1234567', 'abcdef', '２８７０８２'])('is not %j', (typed) => {
    expect(stepTyped(SECRET, typed, AT)).toBeUndefined();
  });

  /** RFC 4648 §10, without the padding. */
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('has the letters of base32: %j is %j', (text, letters) => {
    expect(inLetters(Buffer.from(text))).toBe(letters);
  });
});
