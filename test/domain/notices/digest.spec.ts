import { createHash } from 'node:crypto';
import { canonicalText, noticeDigest, sheetDigest } from '../../../src/domain/notices/digest';
import { YANGSHUWAN } from '../../notices/yangshuwan.fixture';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('canonical text', () => {
  test.each([
    ['keys stand in order, at every depth', { b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
    ['capital letters come before small ones', { a: 1, B: 2 }, '{"B":2,"a":1}'],
    ['an absent value leaves its key out', { a: undefined, b: null }, '{"b":null}'],
    ['a list keeps its order', [3, 1, 2], '[3,1,2]'],
    ['Chinese stands as itself, quotes and line feeds are escaped', { 村: '"杨\n' }, '{"村":"\\"杨\\n"}'],
    ['true, false and an empty list', [true, false, []], '[true,false,[]]'],
  ])('%s', (_, value, expected) => {
    expect(canonicalText(value)).toBe(expected);
  });

  test.each([0.5, Number.NaN, 2 ** 53, -0])('refuses the number %p', (value) => {
    expect(() => canonicalText({ value })).toThrow('whole number');
  });

  test('refuses what is not plain JSON', () => {
    expect(() => canonicalText({ amount: 5n })).toThrow('plain JSON');
  });
});

describe('digest of a sheet', () => {
  test('the golden vector: the rule can be recomputed by anyone', () => {
    const sample = { kind: 'sample', uses: [{ name: '工资', amount: '4821227' }], sums: { left: '1' } };
    const digest = noticeDigest(sample, sha256);
    const uses = sha256('[{"amount":"4821227","name":"工资"}]');
    const sums = sha256('{"left":"1"}');
    expect(digest.sections).toEqual({ uses, sums });
    expect(digest.sheet).toBe(
      sha256(
        `{"kind":"sample","rule":"village-ledger notice 1","sections":{"sums":"${sums}","uses":"${uses}"}}`,
      ),
    );
    expect(digest.sheet).toBe('a7fdb4f54fccb195ffaf2d93a304b825b998f10309bf4d28c3225564811c5e85');
    expect(noticeDigest(YANGSHUWAN, sha256).sheet).toBe(
      '10c9fe9ea4ccfee27f83c6ad5d0457a9a3d051a2d733ee3f04f769b6a832fd25',
    );
  });

  test('the order in which facts were put together changes nothing', () => {
    const reversed = Object.fromEntries(Object.entries(YANGSHUWAN).reverse());
    expect(noticeDigest({ ...reversed, kind: 'distribution' }, sha256)).toEqual(
      noticeDigest(YANGSHUWAN, sha256),
    );
  });

  test('one changed fen changes its section and the sheet, and no other section', () => {
    const before = noticeDigest(YANGSHUWAN, sha256);
    const sums = { ...YANGSHUWAN.sums, leftOver: '250802' };
    const changedSheet: typeof YANGSHUWAN = { ...YANGSHUWAN, sums };
    const after = noticeDigest(changedSheet, sha256);
    const changed = Object.keys(before.sections).filter(
      (name) => before.sections[name] !== after.sections[name],
    );
    expect(changed).toEqual(['sums']);
    expect(after.sheet).not.toBe(before.sheet);
  });

  test('a section given by its digest alone still verifies the sheet', () => {
    const { sections, sheet } = noticeDigest(YANGSHUWAN, sha256);
    expect(sheetDigest('distribution', sections, sha256)).toBe(sheet);
  });

  test('the position in the chain is one of the facts', () => {
    expect(Object.keys(noticeDigest(YANGSHUWAN, sha256).sections)).toContain('witness');
  });
});
