import { openDebts } from '../../../src/domain/uses/open-debts';
import { Account } from './payments.fixture';

describe('what is owed of each debt if the oldest is paid first', () => {
  const CASES: readonly (readonly [string, Account, string])[] = [
    [
      'nothing is paid',
      new Account().grant('may', { li: 300n }).grant('june', { wu: 100n }),
      'may 300 june 100',
    ],
    [
      'a payment pays the oldest, the rest of it the next',
      new Account().grant('may', { li: 300n }).grant('june', { wu: 100n }).pay('p', 350n),
      'june 50',
    ],
    [
      'by name it pays what it names',
      new Account().grant('may', { li: 300n }).grant('june', { wu: 100n }).payTo('p', 'june', { wu: 100n }),
      'may 300',
    ],
    [
      'what the bank sends back is owed again',
      new Account()
        .grant('may', { li: 300n, wu: 100n })
        .payTo('p', 'may', { li: 300n, wu: 100n })
        .sendBack('b', 'p', 'li'),
      'may 300',
    ],
    [
      'what was paid of a debt that is taken back pays the next',
      new Account().grant('may', { li: 300n }).pay('p', 120n).reverse('may').grant('june', { wu: 200n }),
      'june 80',
    ],
    [
      'a payment that is taken back paid nothing',
      new Account().grant('may', { li: 300n }).pay('p', 120n).reverse('p'),
      'may 300',
    ],
    [
      'money that comes back is owed anew',
      new Account().grant('may', { li: 300n }).pay('p', 300n).getBack('b', 40n),
      'b 40',
    ],
  ];
  it.each(CASES)('%s', (_, account, told) => {
    const open = openDebts(account.events());
    expect(open.map(({ entryId, amount }) => `${entryId} ${amount}`).join(' ')).toBe(told);
  });
});
