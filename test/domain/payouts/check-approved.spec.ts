import type { WaitingPlan } from '../../../src/domain/distribution/waiting-plan';
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
});
