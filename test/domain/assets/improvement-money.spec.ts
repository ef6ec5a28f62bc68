import type { LifeFacts } from '../../../src/domain/assets/asset-life';
import { type ChangeForm, readChange } from '../../../src/domain/assets/value-change';

const FACTS: LifeFacts = {
  asset: { name: 'workshop', acquiredOn: '2024-12-15' },
  today: '2025-07-20',
  books: { cost: 10_000n, accumulated: 0n },
  terms: [],
  lastBooked: undefined,
  firstDue: undefined,
  events: [],
};
const FORM: ChangeForm = {
  ...{ kind: 'improvement', happenedOn: '2025-06-10', amount: '20.00', pool: 'members', paidFrom: 'bank' },
  ...{ fundLevel: 'own', fundYear: '2025', months: '', salvage: '', paper: 'contract 3' },
};

describe('the money of an improvement', () => {
  it.each<[rule: string, form: Partial<ChangeForm>, problems: string[]]>([
    ['members’ money is their own', {}, []],
    ['members’ money is no public money', { fundLevel: 'county' }, ['assetLife.otherMoney fundLevel']],
    ['earmarked money is of a level', { pool: 'earmarked', fundLevel: 'county' }, []],
    ['or a gift', { pool: 'earmarked', fundLevel: 'donation' }, []],
    ['but not the village’s own', { pool: 'earmarked' }, ['assetLife.otherMoney fundLevel']],
    ['income of a station is spent with a reason', { pool: 'pv' }, ['deductions.reasonMissing reason']],
    ['so is other income', { pool: 'other', reason: ' ' }, ['deductions.reasonMissing reason']],
    ['and with one it may be', { pool: 'pv', reason: 'the inverter burnt' }, []],
    [
      'income is no public money',
      { pool: 'other', reason: 'roof', fundLevel: 'eastWest' },
      ['assetLife.otherMoney fundLevel'],
    ],
    ['a write-down takes no money and needs none', { kind: 'impairment', fundLevel: '', fundYear: '' }, []],
  ])('%s', (_, form, problems) => {
    const read = readChange({ ...FORM, ...form }, FACTS);
    expect(read.problems.map(({ code, field }) => `${code} ${field}`)).toEqual(problems);
  });

  it('keeps the reason where the money is distributed, and none elsewhere', () => {
    const reasonOf = (pool: string): unknown =>
      readChange({ ...FORM, pool, reason: 'roof' }, FACTS).change.reason;
    expect([reasonOf('pv'), reasonOf('members')]).toEqual(['roof', undefined]);
  });
});
