import type { LifeFacts } from '../../../src/domain/assets/asset-life';
import { type ChangeForm, readChange } from '../../../src/domain/assets/value-change';

const FACTS: LifeFacts = {
  asset: { name: 'workshop', acquiredOn: '2024-12-15' },
  today: '2025-07-20',
  books: { cost: 1_000_000n, accumulated: 0n },
  terms: [],
  events: [{ kind: 'impairment', happenedOn: '2025-07-10', amount: 100_000n, paper: 'test report 3' }],
};
const AGAIN: ChangeForm = {
  ...{ kind: 'impairment', happenedOn: '2025-07-10', amount: '1000.00', paper: 'test report 3' },
  ...{ pool: 'members', paidFrom: 'bank', fundLevel: 'own', fundYear: '2025', months: '', salvage: '' },
};

describe('a change of value that stands already', () => {
  it.each<{ rule: string; form?: Partial<ChangeForm>; codes: string[] }>([
    { rule: 'the same', codes: ['twice.samePaper'] },
    { rule: 'the same, and why', form: { twiceReason: 'the other machine' }, codes: [] },
    { rule: 'another sum', form: { amount: '999.99' }, codes: [] },
    { rule: 'an improvement by the same paper', form: { kind: 'improvement' }, codes: [] },
    { rule: 'of no sum', form: { amount: '0' }, codes: ['money.notPositive'] },
    {
      rule: 'another day, and why',
      form: { happenedOn: '2025-07-11', twiceReason: 'x' },
      codes: ['twice.notSeen'],
    },
  ])('is asked about: $rule', ({ form, codes }) => {
    const { problems } = readChange({ ...AGAIN, ...form }, FACTS);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});
