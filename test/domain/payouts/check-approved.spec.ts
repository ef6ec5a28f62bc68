import type { WaitingPlan } from '../../../src/domain/distribution/waiting-plan';
import type { TracedLine } from '../../../src/domain/ledger/traced-line';
import { paidWhileWaiting, payingVouchers } from '../../../src/domain/payouts/check-approved';
import { Account } from '../uses/payments.fixture';

const JUNE: WaitingPlan = {
  ...{ planId: 'june', pool: 'pv', from: '2025-01-01', to: '2025-06-30' },
  wants: [{ what: 'publish' }],
};
const WAITS = new Map([['june', JUNE]]);
const may = () => new Account().grant('may', { li: 100n });
const mayAndJune = () => may().grant('june', { li: 50n });

/** Each voucher by which the plan of June was paid while it waited. */
const foundIn = ({ lines }: Account, listed: readonly string[] = []): string =>
  payingVouchers(lines, new Set(listed))
    .filter((paying) => paidWhileWaiting(paying, { lines, waits: WAITS }).length > 0)
    .map(({ entryId }) => entryId)
    .join(' ');

describe('what was paid while its plan waited', () => {
  it.each([
    ['what is owed besides', mayAndJune().pay('p', 100n), ''],
    ['a fen more', mayAndJune().pay('p', 101n), 'p'],
    ['the second of two payments', mayAndJune().pay('p', 60n).pay('q', 41n), 'q'],
    ['what was paid before it was granted', may().pay('p', 150n).grant('june', { li: 50n }), ''],
    ['a payment that was taken back, when it was booked', mayAndJune().pay('p', 101n).reverse('p'), 'p'],
    [
      'a false return paid at once, then taken back: its payment falls on what waits',
      new Account().getBack('f', 50n).grant('june', { li: 50n }).pay('p', 50n).reverse('f'),
      '-f',
    ],
    ['a debt taken back that nobody paid', mayAndJune().reverse('may'), ''],
    ['a debt taken back that was paid', mayAndJune().pay('p', 100n).reverse('may'), '-may'],
    ['what waits, taken back itself', mayAndJune().reverse('june'), ''],
  ] as [string, Account, string][])('%s', (_, account, found) => {
    expect(foundIn(account)).toBe(found);
  });

  it('leaves what lists paid to their sending', () => {
    const account = new Account().grant('june', { li: 50n }).pay('p', 50n);
    expect(foundIn(account)).toBe('p');
    expect(foundIn(account, ['p'])).toBe('');
  });

  const line = (entryId: string, position: number, side: 'debit' | 'credit', more: Partial<TracedLine>) => ({
    ...{ entryId, lineNumber: 1, position, voucherYear: 2025, voucherNumber: position, summary: '' },
    ...{ postedOn: '2025-06-01', statementOn: '2025-06-01', ledgerAccount: '211', amount: 50n },
    ...({ money: 'dealing', isPayable: true, side } as const),
    ...more,
  });
  const paidBy = (lines: readonly TracedLine[]): string =>
    payingVouchers(lines, new Set())
      .filter((paying) => paidWhileWaiting(paying, { lines, waits: WAITS }).length > 0)
      .map(({ entryId }) => entryId)
      .join(' ');

  it('finds it where a change of the chart joined accounts', () => {
    const change = { carriedBy: '2024-01-01', postedOn: '2024-01-01', amount: 20n } as const;
    const lines = [
      line('old', 1, 'credit', { ledgerAccount: '202', amount: 20n, postedOn: '2023-12-01' }),
      line('change', 2, 'debit', { ...change, ledgerAccount: '202' }),
      line('change', 2, 'credit', { ...change, lineNumber: 2 }),
      line('june', 3, 'credit', {}),
    ];
    expect(paidBy([...lines, line('p', 4, 'debit', { amount: 20n })])).toBe('');
    expect(paidBy([...lines, line('p', 4, 'debit', { amount: 21n })])).toBe('p');
    expect(paidBy([...lines, line('p', 4, 'debit', { amount: 70n })])).toBe('p');
  });

  it('takes what is paid under an asset for a payment of nothing else', () => {
    const lines = [line('bill', 1, 'credit', { assetId: 'pv1' }), line('june', 2, 'credit', {})];
    expect(paidBy([...lines, line('p', 3, 'debit', { assetId: 'pv1' })])).toBe('');
  });

  it('finds a debt moved to another name without any money', () => {
    const june = line('june', 1, 'credit', {});
    const moved = [line('n', 2, 'debit', {}), line('n', 2, 'credit', { lineNumber: 2, stream: 'energy' })];
    expect(paidBy([june, ...moved])).toBe('n');
  });
});
