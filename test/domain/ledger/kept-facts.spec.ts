import { factsKept, keptFacts } from '../../../src/domain/ledger/kept-facts';
import { sentenceOfKept } from '../../../src/glossary/sentences';

describe('what of a refusal an office reads later', () => {
  it.each([
    ['counts, sums, days and months', { count: 2, sum: 1_050n, on: '2025-07-11', month: '2025-06' }],
    ['codes of registers', { pool: 'pv', role: 'township_reviewer', state: 'approved' }],
    ['what the program words itself', { step: '备案', voucher: '记-0003号', lists: '2025年第1号' }],
  ])('is %s', (_, facts) => {
    expect(factsKept({ why: keptFacts([{ code: 'a.code', field: '', facts }]) }, 'a.code')).toEqual(facts);
  });

  it.each([
    ['a name', { name: '李四' }],
    ['what was typed', { value: 'x' }],
    ['a name where a code may stand', { paper: '李四的收条' }],
    ['a number of a person', { list: '341202199912311236' }],
    ['days with something else among them', { days: ['2025-07-11', '李四'] }],
  ])('is not %s', (_, facts) => {
    expect(keptFacts([{ code: 'a.code', field: '', facts }])).toEqual({});
  });

  it('is where it lay, and of one code the first', () => {
    const problems = [
      { code: 'form.missing', field: 'postedOn' },
      { code: 'form.missing', field: 'amount' },
    ];
    expect(keptFacts(problems)).toEqual({ 'form.missing': { field: 'postedOn' } });
  });

  it('is said as it was, less what is not known any more', () => {
    expect(sentenceOfKept('form.missing', {})).toBe('有一栏没有填。');
    const facts = factsKept({ why: keptFacts([{ code: 'x', field: '', facts: { count: 3 } }]) }, 'x');
    expect(sentenceOfKept('payouts.planObjected', facts)).toContain('还有 3 条意见没有答复');
    expect(sentenceOfKept('payouts.planObjected', facts)).toContain('…');
  });
});
