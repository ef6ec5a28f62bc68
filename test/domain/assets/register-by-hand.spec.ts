import { type RegisteredAsset, registerProblems } from '../../../src/domain/assets/register-by-hand';
import { FULL, line } from '../ledger/entries.fixture';

const SHED: RegisteredAsset = {
  ...{ assetId: 'a', name: 'shed', entered: 1_000n, improved: 0n, hasLeft: false },
  ...{ booksCost: 0n, booksLost: 0n, lostByTerms: undefined, costAccounts: ['151'], lossAccount: '152' },
};
const STANDS = { ...SHED, booksCost: 1_000n };
const WORN = { ...STANDS, booksLost: 300n, lostByTerms: 300n };

/** 1,000 fen by the register; what is said is the account, cost and loss that the books would have. */
describe('a voucher by hand', () => {
  it.each<[what: string, asset: RegisteredAsset, lines: [string, bigint][], found: unknown[]]>([
    [
      'brings in what was bought, whole',
      SHED,
      [
        ['151', 1_000n],
        ['102', -1_000n],
      ],
      [],
    ],
    [
      'and with what it had lost',
      SHED,
      [
        ['151', 1_000n],
        ['152', -200n],
        ['102', -800n],
      ],
      [],
    ],
    [
      'not a fen less',
      SHED,
      [
        ['151', 999n],
        ['102', -999n],
      ],
      [['voucher.registerCost', 999n, 0n]],
    ],
    [
      'not a fen more',
      SHED,
      [
        ['151', 1_001n],
        ['102', -1_001n],
      ],
      [['voucher.registerCost', 1_001n, 0n]],
    ],
    [
      'not a second time',
      STANDS,
      [
        ['151', 1_000n],
        ['102', -1_000n],
      ],
      [['voucher.registerCost', 2_000n, 0n]],
    ],
    [
      'not a part of it away',
      STANDS,
      [
        ['151', -1n],
        ['311', 1n],
      ],
      [['voucher.registerCost', 999n, 0n]],
    ],
    [
      'takes all of it away where no terms stand',
      STANDS,
      [
        ['151', -1_000n],
        ['311', 1_000n],
      ],
      [],
    ],
    [
      'books a loss where no terms say one',
      STANDS,
      [
        ['511', 5n],
        ['152', -5n],
      ],
      [],
    ],
    [
      'and none above the cost',
      STANDS,
      [
        ['511', 1_001n],
        ['152', -1_001n],
      ],
      [['voucher.registerLoss', 1_000n, 1_001n]],
    ],
    [
      'nor one of what is not there',
      SHED,
      [
        ['511', 1n],
        ['152', -1n],
      ],
      [['voucher.registerLoss', 0n, 1n]],
    ],
    [
      'and none beside the terms',
      WORN,
      [
        ['511', 5n],
        ['152', -5n],
      ],
      [['voucher.registerLoss', 1_000n, 305n]],
    ],
    [
      'mends what stood apart',
      { ...WORN, booksLost: 305n },
      [
        ['152', 5n],
        ['511', -5n],
      ],
      [],
    ],
    [
      'names it on a cost',
      WORN,
      [
        ['511', 5n],
        ['102', -5n],
      ],
      [],
    ],
  ])('%s', (_what, asset, lines, found) => {
    const postings = lines.map(([account, amount]) => ({ ...line(account, amount), assetId: 'a' }));
    const problems = registerProblems(postings, [{ ...SHED, assetId: 'other' }, asset], FULL);
    expect(problems.map(({ code, facts }) => [code, facts?.['booksCost'], facts?.['booksLost']])).toEqual(
      found,
    );
  });

  it('says at which line', () => {
    const lines = [line('102', -5n), { ...line('151', 5n), assetId: 'a' }];
    expect(registerProblems(lines, [SHED], FULL)).toMatchObject([{ field: 'lines.1.ledgerAccount' }]);
  });
});
