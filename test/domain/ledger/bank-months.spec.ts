import { lastDayOf } from '../../../src/domain/calendar/calendar-day';
import { bankClosingProblems, bankMonthOf } from '../../../src/domain/ledger/bank-months';
import type { ReconciledLine } from '../../../src/domain/ledger/bank-reconciliation';

const line = (
  id: string,
  on: string,
  amount: bigint,
  said: Pick<ReconciledLine, 'explanation'> = {},
): ReconciledLine => ({ id, on, amount, ...said });

describe('how far the bank of a month is reconciled', () => {
  const charge = { explanation: { code: 'charge' as const, note: '' } };
  const unmatched = [
    line('a', '2025-06-30', 5_000n),
    line('b', '2025-06-01', -200n),
    line('c', '2025-07-02', -3n, charge),
    line('d', '2025-08-01', 4n),
  ];
  const statements = [
    { from: '2025-06-01', through: '2025-06-30' },
    { from: '2025-07-01', through: '2025-08-15' },
  ];

  const none = [] as const;
  const rest = [{ from: '2025-08-16', through: '2025-08-31' }];
  const september = [{ from: '2025-09-01', through: '2025-09-30' }];

  it.each([
    { month: '2025-05', rule: 'no statement reaches back to it', state: undefined },
    {
      month: '2025-06',
      rule: 'what came less what went',
      state: 'open',
      difference: 4_800n,
      uncovered: none,
    },
    { month: '2025-07', rule: 'explained is agreed', state: 'agreed', difference: 0n, uncovered: none },
    { month: '2025-08', rule: 'a waiting line comes first', state: 'open', difference: 4n, uncovered: rest },
    { month: '2025-09', rule: 'no statement came', state: 'missing', difference: 0n, uncovered: september },
  ])('$month: $rule', ({ month, state, difference, uncovered }) => {
    const days = { openedOn: '2025-01-01', answersFrom: null, closedOn: null };
    const found = bankMonthOf(
      month,
      { accountId: 'acc', label: 'PV', unmatched, opening: 0n, ...days },
      statements,
    );
    const told = { accountId: 'acc', label: 'PV', state, difference, through: lastDayOf(month), uncovered };
    expect(found).toEqual(state === undefined ? [] : [told]);
  });
});

describe('what the bank still wants before a month is held', () => {
  const unmatched = [
    line('a', '2025-06-30', 1n),
    line('b', '2025-06-01', 2n),
    line('c', '2025-06-02', 3n, { explanation: { code: 'charge', note: '' } }),
    line('d', '2025-07-01', 4n),
  ];

  it.each<{ month: string; count: number | undefined }>([
    { month: '2025-05', count: undefined },
    { month: '2025-06', count: 2 },
    { month: '2025-07', count: 1 },
    { month: '2025-08', count: undefined },
  ])('$month: $count lines neither matched nor explained', ({ month, count }) => {
    const problems = bankClosingProblems(month, [{ accountId: 'acc', label: 'PV', unmatched, opening: 0n }]);
    const facts = { account: 'PV', count, month };
    expect(problems).toEqual(
      count === undefined ? [] : [{ code: 'months.bankLineOpen', field: 'acc', facts }],
    );
  });
});
