import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { sha256 } from 'js-sha256';
import { canonicalText, noticeDigest } from '../../../src/domain/notices/digest';
import { OTHER_ASSETS, YANGSHUWAN } from './public-pages.fixture';

const SCRIPT = readFileSync(join(__dirname, '../../../templates/scripts/verify.js'), 'utf8');

/**
 * Runs an expression after the page's script, in a world of its own, on data that went through JSON as
 * on the wire.
 */
function inScript(expression: string, data: unknown): unknown {
  const world = createContext({ json: JSON.stringify(data), sha256 });
  return runInContext(`${SCRIPT}; const data = JSON.parse(json); ${expression}`, world);
}

describe('the script of the public page', () => {
  it.each([
    ['keys out of order, nested', { b: 1, a: { d: [true, null], c: 'x' } }],
    ['keys that sort by UTF-16 code units', { 电: 1, A: 2, a: 3, '𠮷': 4, '\uffee': 5, '10': 6, '9': 7 }],
    ['quotes, backslashes, line ends and control characters', { text: '"\\\n\t\u0001\u2028' }],
    ['a lone surrogate', ['\ud800']],
    ['empty lists, objects and texts', { a: [], b: {}, c: '' }],
    ['zero, negative and largest whole numbers', [0, -1, 9_007_199_254_740_991]],
  ])('writes the same canonical text as the domain: %s', (_, value) => {
    expect(inScript('noticeProof.canonicalText(data)', value)).toBe(canonicalText(value));
  });

  it.each([
    ['a distribution of PV income', YANGSHUWAN],
    ['a distribution of other income', OTHER_ASSETS],
  ])('comes to the same digest as the domain: %s', (_, notice) => {
    const { sections, sheet } = noticeDigest(notice, sha256);
    const expression = 'noticeProof.recompute(data, sha256)';
    expect(inScript(expression, { notice, digest: { sections, sheet } })).toBe(sheet);
  });

  it('verifies a sheet whose section is withheld and given by its digest alone', () => {
    const { sections, sheet } = noticeDigest(YANGSHUWAN, sha256);
    const { uses, ...rest } = YANGSHUWAN;
    expect(uses.rows).toHaveLength(4);
    const expression = 'noticeProof.recompute(data, sha256)';
    expect(inScript(expression, { notice: rest, digest: { sections } })).toBe(sheet);
  });

  it('hashes a section that is there anew, whatever digest is given for it', () => {
    const { sections, sheet } = noticeDigest(YANGSHUWAN, sha256);
    const changed = { ...YANGSHUWAN, sums: { ...YANGSHUWAN.sums, leftOver: '250802' } };
    const expression = 'noticeProof.recompute(data, sha256)';
    expect(inScript(expression, { notice: changed, digest: { sections } })).not.toBe(sheet);
  });

  it('refuses a number that is not whole', () => {
    expect(() => inScript('noticeProof.canonicalText(data)', { a: 0.5 })).toThrow('not whole');
  });
});
