import { type PaidTakenBack, paidTakenBack, requirePaidWhy } from '../../../src/domain/uses/paid-taken-back';
import { Account } from './payments.fixture';

/** What is left by the reversal of the list of May. */
function leftBy(account: Account): PaidTakenBack | undefined {
  const asked = { entryId: 'may', postedOn: '2025-06-01' };
  return paidTakenBack(account.events(), asked, (id) => account.people.get(id) ?? []);
}

const NAMES = ['paid', 'unsure', 'over', 'debit'] as const;

describe('a grant that was paid and is taken back', () => {
  it.each<[what: string, account: Account, expected: string]>([
    [
      'a list of which nothing is paid leaves nothing',
      new Account().grant('june', { wu: 200n }).pay('p', 200n).grant('may', { li: 300n }),
      'nothing',
    ],
    [
      'a list paid whole, beside another that is open',
      new Account().grant('may', { li: 600n, wu: 660n }).pay('p', 1_260n).grant('june', { sun: 131n }),
      '213 1260 paid, 0 unsure, 1260 over, 1129 debit',
    ],
    [
      'of two lists one is paid, and nobody knows which',
      new Account().grant('may', { li: 300n }).grant('june', { wu: 200n }).pay('p', 200n),
      '213 0 paid, 200 unsure, 0 over, 0 debit',
    ],
    [
      'of two lists more is paid than either of them alone',
      new Account().grant('may', { li: 300n }).grant('june', { wu: 200n }).pay('p', 400n),
      '213 0 paid, 300 unsure, 200 over, 200 debit',
    ],
    [
      'what its people have by a list that was taken back before it',
      new Account().grant('april', { li: 300n }).pay('p', 300n).reverse('april').grant('may', { li: 250n }),
      '213 250 paid, 0 unsure, 300 over, 300 debit',
    ],
    [
      'a grant under no name that was paid',
      new Account().grant('may', {}).grant('june', { wu: 5n }).pay('p', 5n),
      'nothing',
    ],
  ])('%s', (_, account, expected) => {
    const left = leftBy(account);
    const told = left && `${left.account} ${NAMES.map((name) => `${String(left[name])} ${name}`).join(', ')}`;
    expect(told ?? 'nothing').toBe(expected);
  });

  const paid = { account: '213', paid: 300n, unsure: 0n, over: 300n, debit: 300n };
  it.each<[typed: string, left: PaidTakenBack | undefined, expected: unknown]>([
    ['', paid, [['reversal.ofPaid', 'paidWhy']]],
    ['', { ...paid, paid: 0n, unsure: 300n }, [['reversal.ofPaidPerhaps', 'paidWhy']]],
    [' 收回来 ', paid, [['policy.reasonTooShort', 'paidWhy']]],
    ['打他电话 13812345678', paid, [['form.privateNumber', 'paidWhy']]],
    [' 下周收回来 ', paid, '下周收回来'],
    ['下周收回来', undefined, ''],
    ['', undefined, ''],
  ])('asks why: %p', (typed, left, expected) => {
    const read = (): unknown => {
      try {
        return requirePaidWhy(typed, left);
      } catch (error) {
        const { problems } = error as { problems: { code: string; field: string }[] };
        return problems.map(({ code, field }) => [code, field]);
      }
    };
    expect(read()).toEqual(expected);
  });
});
