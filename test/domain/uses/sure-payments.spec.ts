import { Village } from './paid-village.fixture';
import { Account, toldText } from './payments.fixture';

describe('what is certain of payments that name nobody', () => {
  const CASES: readonly (readonly [string, Account, string])[] = [
    [
      'a list is paid before the next one arises',
      new Account().grant('may', { li: 300n }).pay('p', 300n).grant('june', { wu: 200n }),
      'may paid, june open; 0 open, 0 over',
    ],
    [
      'one of two is paid, and nobody says which',
      new Account().grant('may', { li: 300n }).grant('june', { wu: 200n }).pay('p', 200n),
      'may unsure, june unsure; 300 open, 0 over',
    ],
    [
      'both are paid',
      new Account().grant('may', { li: 300n }).grant('june', { wu: 200n }).pay('p', 200n).pay('q', 300n),
      'may paid, june paid; 0 open, 0 over',
    ],
    [
      'what arises after the payment is not what it was for',
      new Account().grant('may', { li: 300n, wu: 1n }).pay('p', 200n).grant('june', { wu: 200n }),
      'may unsure, june open; 101 open, 0 over',
    ],
    [
      'a paid list is taken back: the others are not paid by it',
      new Account()
        .grant('may', { li: 600n, wu: 660n })
        .pay('p', 1260n)
        .grant('june', { sun: 131n })
        .reverse('may'),
      'june open; 0 open, 1260 over',
    ],
    [
      'taken back and owed anew, its people have it already',
      new Account()
        .grant('may', { li: 600n, wu: 660n })
        .pay('p', 1260n)
        .grant('june', { sun: 131n })
        .reverse('may')
        .grant('anew', { li: 500n, wu: 700n }),
      'anew open li had 500 wu had 660, june open; 0 open, 100 over',
    ],
    [
      'taken back, and its money comes back',
      new Account()
        .grant('may', { li: 600n })
        .pay('p', 600n)
        .grant('june', { li: 131n })
        .reverse('may')
        .getBack('b', 600n)
        .grant('july', { li: 7n }),
      'june open, july open; 0 open, 0 over',
    ],
    [
      'taken back, and a part of it comes back: the others are owed all the same',
      new Account()
        .grant('may', { li: 430n })
        .pay('p', 430n)
        .grant('june', { wu: 170n, sun: 25n })
        .reverse('may')
        .getBack('b', 200n),
      'june open; 0 open, 230 over',
    ],
    [
      'of several, nobody knows of whom: who is owed nothing else leaves no doubt',
      new Account()
        .grant('may', { li: 600n, wu: 660n })
        .pay('p', 1260n)
        .grant('june', { sun: 131n })
        .reverse('may')
        .getBack('b', 200n)
        .getBack('c', 100n),
      'june open; 0 open, 960 over',
    ],
    [
      'of several, and one of them is owed anew: nobody can tell what he has',
      new Account()
        .grant('may', { li: 600n, wu: 660n })
        .pay('p', 1260n)
        .reverse('may')
        .getBack('b', 200n)
        .grant('anew', { li: 500n }),
      'anew unsure; 0 open, 560 over',
    ],
    [
      'all of it, in two goes',
      new Account()
        .grant('may', { li: 600n, wu: 660n })
        .pay('p', 1260n)
        .reverse('may')
        .getBack('b', 200n)
        .getBack('c', 1060n)
        .grant('anew', { li: 500n }),
      'anew open; 0 open, 0 over',
    ],
    [
      'a part of one list was paid, and it is taken back: the next one is owed all the same',
      new Account().grant('may', { li: 300n }).pay('p', 200n).reverse('may').grant('june', { wu: 400n }),
      'june open; 0 open, 200 over',
    ],
    [
      'a part of two was paid, and the larger is taken back: so much was its people’s for certain',
      new Account()
        .grant('may', { li: 430n })
        .grant('june', { wu: 170n, sun: 25n })
        .pay('p', 600n)
        .reverse('may')
        .grant('july', { zhao: 100n }),
      'june unsure, july open; 0 open, 405 over',
    ],
    [
      'and all that was taken back comes back: what is left of the others is known, and paid',
      new Account()
        .grant('may', { li: 430n })
        .grant('june', { wu: 170n, sun: 25n })
        .pay('p', 600n)
        .reverse('may')
        .getBack('b', 430n)
        .pay('q', 25n)
        .grant('july', { zhao: 100n }),
      'june paid, july open; 0 open, 0 over',
    ],
    [
      'of several, one is owed anew beside others: who has nothing of it leaves no doubt',
      new Account()
        .grant('may', { li: 400n, wu: 100n })
        .pay('p', 500n)
        .grant('june', { sun: 60n })
        .reverse('may')
        .getBack('b', 200n)
        .grant('july', { wu: 100n }),
      'july unsure, june open; 0 open, 200 over',
    ],
    [
      'one of two that may have been paid is taken back',
      new Account().grant('may', { li: 300n }).grant('june', { wu: 300n }).pay('p', 300n).reverse('may'),
      'june unsure; 0 open, 0 over',
    ],
    [
      'a payment that was taken back paid nobody',
      new Account().grant('may', { li: 300n }).pay('p', 300n).reverse('p'),
      'may open; 0 open, 0 over',
    ],
    [
      'a list that nothing was paid of leaves no doubt when it is taken back',
      new Account().grant('may', { li: 300n }).reverse('may').grant('june', { wu: 9n }).pay('p', 9n),
      'june paid; 0 open, 0 over',
    ],
    [
      'a payment ahead pays what arises next',
      new Account().pay('p', 300n).grant('may', { li: 300n }).grant('june', { wu: 9n }),
      'may paid, june open; 0 open, 0 over',
    ],
    [
      'a payment that the bank sent back leaves its list uncertain',
      new Account().grant('may', { li: 300n, wu: 5n }).pay('p', 305n).getBack('b', 5n),
      'may unsure; 5 open, 0 over',
    ],
  ];
  it.each(CASES)('%s', (_says, account, expected) => {
    const [names = '', sums = ''] = expected.split('; ');
    expect(toldText(account)).toBe(`${names.split(', ').sort().join(', ')}; ${sums}`);
  });

  it('tells nobody who had nothing as paid, and nobody who was paid as owed, whatever happens', () => {
    const SEED = 20_261_129;
    console.log(`payments that name nobody: seed ${String(SEED)}`);
    let seed = SEED;
    const below = (limit: number): number => (seed = (seed * 48_271) % 2_147_483_647) % limit;
    const seen = { open: 0, paid: 0, unsure: 0, over: 0 };
    for (let run = 0; run < 1_000; run++) {
      const village = new Village(below);
      for (let step = 0; step < 20; step++) {
        village.act(String(step));
        const sure = village.account.told();
        village.hold(sure);
        sure.standings.forEach(({ state }) => (seen[state] += 1));
        seen.over += sure.over > 0n ? 1 : 0;
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(200);
  });
});
