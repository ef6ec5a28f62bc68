import {
  advanceSources,
  type AdvanceReturnForm,
  freeAdvance,
  readAdvanceReturn,
  type ReturnFacts,
} from '../../../src/domain/income/rent-advance';
import { advanceMovedPostings, advanceReturnedPostings } from '../../../src/domain/income/rent-postings';
import { seedRegisters } from '../../support/seed-registers';

const FORM: AdvanceReturnForm = {
  returnBy: 'bank',
  returnedOn: '2026-07-01',
  amount: '500.00',
  attachments: '',
};
const FACTS: ReturnFacts = {
  free: 50_000n,
  moves: [
    { on: '2026-07-01', amount: 60_000n },
    { on: '2026-07-02', amount: -10_000n },
  ],
  pool: 'other',
  owed: [
    { id: 'r', pool: 'other', outstanding: 30_000n },
    { id: 'p', pool: 'pv', outstanding: 30_000n },
  ],
};
const read = (form: Partial<AdvanceReturnForm>, facts: Partial<ReturnFacts> = {}) => {
  const { given, problems } = readAdvanceReturn({ ...FORM, ...form }, { ...FACTS, ...facts });
  return { given, problems: problems.map(({ code, field, facts: told }) => ({ code, field, ...told })) };
};

describe('what of rent kept ahead a due was paid from', () => {
  it('is what was kept first, by the day on which it came', () => {
    const sources = advanceSources([
      { entryId: '', on: '2025-01-01', amount: 100n },
      { entryId: 'kept', on: '2025-07-08', amount: 250n },
      { entryId: 'first', on: '2026-01-05', amount: -60n },
      { entryId: 'second', on: '2026-01-06', amount: -50n },
      { entryId: 'more', on: '2026-01-07', amount: 10n },
      { entryId: 'third', on: '2027-01-05', amount: -250n },
    ]);
    expect([...sources]).toEqual([
      ['first', [{ on: '2025-01-01', amount: 60n }]],
      [
        'second',
        [
          { on: '2025-01-01', amount: 40n },
          { on: '2025-07-08', amount: 10n },
        ],
      ],
      [
        'third',
        [
          { on: '2025-07-08', amount: 240n },
          { on: '2026-01-07', amount: 10n },
        ],
      ],
    ]);
  });
});

describe('rent kept ahead that no due takes any more', () => {
  it('is what is kept less what is paid ahead of dues', () => {
    const paid = (paidAhead: bigint) => ({ paidAhead }) as Parameters<typeof freeAdvance>[1][number];
    expect(freeAdvance(100n, [paid(30n), paid(50n)])).toBe(20n);
    expect(freeAdvance(80n, [paid(30n), paid(50n)])).toBe(0n);
  });

  it('is read as typed', () => {
    expect(read({ attachments: '2' })).toEqual({
      given: { returnedOn: '2026-07-01', amount: 50_000n, against: undefined, attachments: 2 },
      problems: [],
    });
    expect(read({ returnBy: 'r', amount: '300.00' })).toMatchObject({
      given: { amount: 30_000n, against: 'r' },
      problems: [],
    });
  });

  it.each<{ rule: string; form: Partial<AdvanceReturnForm>; facts?: Partial<ReturnFacts>; problem: object }>([
    {
      rule: 'no fen more than there is',
      form: { amount: '500.01' },
      problem: { code: 'rent.aboveFree', field: 'amount', most: 50_000n },
    },
    {
      rule: 'none before it came',
      form: { returnedOn: '2026-06-30' },
      problem: { code: 'rent.aboveFree', field: 'amount', most: 0n },
    },
    {
      rule: 'no more than had come by the day',
      form: {},
      facts: { moves: [{ on: '2026-07-01', amount: 49_999n }] },
      problem: { code: 'rent.aboveFree', field: 'amount', most: 49_999n },
    },
    {
      rule: 'no fen more than what it is kept against wants',
      form: { returnBy: 'r', amount: '300.01' },
      problem: { code: 'rent.aboveDue', field: 'amount', most: 30_000n },
    },
    {
      rule: 'nothing against what is owed to another pool',
      form: { returnBy: 'p', amount: '300.00' },
      problem: { code: 'rent.otherPool', field: 'returnBy' },
    },
    {
      rule: 'nothing against what he does not owe',
      form: { returnBy: 'x' },
      problem: { code: 'form.notAllowed', field: 'returnBy' },
    },
    {
      rule: 'nothing of nothing',
      form: { amount: '0' },
      problem: { code: 'money.notPositive', field: 'amount' },
    },
  ])('gives back $rule', ({ form, facts, problem }) => {
    expect(read(form, facts).problems).toEqual([problem]);
  });

  const { roles } = seedRegisters().charts.requireChart('2023', []);
  const kept = { amount: 7n, pool: 'other', assetId: 'a', counterparty: 'c' } as const;

  it('is paid back from the bank and leaves the pool what it has', () => {
    expect(advanceReturnedPostings(kept, roles)).toEqual([
      { pool: 'other', assetId: 'a', counterparty: 'c', ledgerAccount: '211', side: 'debit', amount: 7n },
      { pool: 'other', assetId: 'a', counterparty: 'c', ledgerAccount: '102', side: 'credit', amount: 7n },
    ]);
  });

  it('is moved to the asset whose rent it pays, and not where that is the same', () => {
    expect(advanceMovedPostings(kept, 'b', roles)).toEqual([
      { pool: 'other', assetId: 'a', counterparty: 'c', ledgerAccount: '211', side: 'debit', amount: 7n },
      { pool: 'other', assetId: 'b', counterparty: 'c', ledgerAccount: '211', side: 'credit', amount: 7n },
    ]);
    expect(advanceMovedPostings(kept, 'a', roles)).toEqual([]);
  });
});
