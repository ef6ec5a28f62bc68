import { Village } from './paid-village.fixture';
import { Account, toldText } from './payments.fixture';

describe('what is certain of payments that say whose part of which list they are', () => {
  const CASES: readonly (readonly [string, Account, string])[] = [
    [
      'one of two is paid by name: the others of his list and the other list are owed',
      new Account()
        .grant('may', { li: 300n, wu: 100n })
        .grant('june', { li: 200n })
        .payTo('p', 'june', { li: 200n })
        .payTo('q', 'may', { wu: 100n }),
      'june paid li had 200, may open wu had 100; 0 open, 0 over',
    ],
    [
      'what the bank sends back is his again for certain, though more was paid by hand since',
      new Account()
        .grant('may', { li: 300n, wu: 100n })
        .payTo('p', 'may', { li: 300n })
        .payTo('q', 'may', { wu: 100n })
        .grant('june', { sun: 50n })
        .pay('r', 50n)
        .sendBack('b', 'p', 'li'),
      'june paid, may open wu had 100; 0 open, 0 over',
    ],
    [
      'of a list whose rest was paid by hand what comes back is open, and the rest is paid',
      new Account()
        .grant('may', { li: 300n, wu: 100n })
        .payTo('p', 'may', { li: 300n })
        .pay('r', 100n)
        .sendBack('b', 'p', 'li'),
      'may open wu had 100; 0 open, 0 over',
    ],
    [
      'sent back and paid again',
      new Account()
        .grant('may', { li: 300n, wu: 100n })
        .payTo('p', 'may', { li: 300n, wu: 100n })
        .sendBack('b', 'p', 'li')
        .payTo('q', 'may', { li: 300n }),
      'may paid wu had 100 li had 300; 0 open, 0 over',
    ],
    [
      'what is noted as sent back on a day before it was paid is his again all the same',
      new Account()
        .grant('may', { li: 300n, wu: 100n })
        .payTo('p', 'may', { li: 300n })
        .sendBack('b', 'p', 'li')
        .on('p', '2025-07-25')
        .on('b', '2025-07-20'),
      'may open; 0 open, 0 over',
    ],
    [
      'a list that is taken back leaves those who were paid by name with the money, and nobody else',
      new Account()
        .grant('may', { li: 300n, wu: 100n })
        .payTo('p', 'may', { li: 300n })
        .reverse('may')
        .grant('june', { wu: 40n, li: 30n }),
      'june open li had 30; 0 open, 270 over',
    ],
    [
      'and when the bank sends it back, too, nobody has it, and he is owed what it was taken for',
      new Account()
        .grant('may', { li: 300n, wu: 100n })
        .payTo('p', 'may', { li: 300n })
        .reverse('may')
        .grant('june', { wu: 40n, li: 30n })
        .sendBack('b', 'p', 'li'),
      'june open; 0 open, 0 over',
    ],
    [
      'a payment by name that was taken back paid nobody',
      new Account().grant('may', { li: 300n }).payTo('p', 'may', { li: 300n }).reverse('p'),
      'may open; 0 open, 0 over',
    ],
    [
      'of two that may have been paid, one is paid by name: what was paid is the other’s',
      new Account()
        .grant('may', { li: 300n })
        .grant('june', { wu: 200n })
        .pay('r', 200n)
        .payTo('p', 'may', { li: 300n }),
      'june paid, may paid li had 300; 0 open, 0 over',
    ],
    [
      'paid by name beyond what he is owed, he has it of the next list',
      new Account()
        .grant('may', { li: 300n })
        .pay('r', 300n)
        .payTo('p', 'may', { li: 300n })
        .grant('june', { wu: 200n, li: 100n }),
      'june open li had 100, may paid; 0 open, 200 over',
    ],
    [
      'what was granted as one sum is paid to whoever a payment names, and to nobody else',
      new Account().grant('dam', {}, 500n).grant('may', { li: 300n }).payTo('p', 'dam', { firm: 500n }),
      'dam paid firm had 500, may open; 0 open, 0 over',
    ],
    [
      'a sum paid to one, sent back and paid to another is paid once',
      new Account()
        .grant('dam', {}, 500n)
        .payTo('p', 'dam', { firm: 500n })
        .sendBack('b', 'p', 'firm')
        .payTo('q', 'dam', { shop: 500n }),
      'dam paid shop had 500; 0 open, 0 over',
    ],
    [
      'a sum of which something came back is open, whatever was paid of other lists since',
      new Account()
        .grant('dam', {}, 500n)
        .grant('may', { li: 300n })
        .payTo('p', 'dam', { firm: 500n })
        .payTo('q', 'may', { li: 300n })
        .sendBack('b', 'p', 'firm'),
      'dam open, may paid li had 300; 0 open, 0 over',
    ],
    [
      'a sum that is taken back leaves whoever got it with the money, also where it is granted anew',
      new Account()
        .grant('dam', {}, 500n)
        .payTo('p', 'dam', { firm: 500n })
        .reverse('dam')
        .grant('well', {}, 500n),
      'well open; 0 open, 500 over',
    ],
    [
      'paid beyond the sum, the rest is with whoever got it',
      new Account().grant('dam', {}, 500n).pay('r', 500n).payTo('p', 'dam', { firm: 500n }),
      'dam paid; 0 open, 500 over',
    ],
  ];
  it.each(CASES)('%s', (_says, account, expected) => {
    const [names = '', sums = ''] = expected.split('; ');
    expect(toldText(account)).toBe(`${names.split(', ').sort().join(', ')}; ${sums}`);
  });

  it('tells nobody who had nothing as paid, and nobody who was paid as owed, whatever happens', () => {
    const SEED = 20_261_130;
    console.log(`payments that name somebody: seed ${String(SEED)}`);
    let seed = SEED;
    const below = (limit: number): number => (seed = (seed * 48_271) % 2_147_483_647) % limit;
    const seen = { named: 0, sentBack: 0, undone: 0 };
    for (let run = 0; run < 1_000; run++) {
      const village = new Village(below);
      for (let step = 0; step < 20; step++) {
        const said = below(3) === 0 ? undefined : village.actByName(String(step));
        if (said === undefined) village.act(String(step));
        else seen[said] += 1;
        village.hold(village.account.told());
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(200);
  });
});
