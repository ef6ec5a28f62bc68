import { handBoundProblems } from '../../../src/domain/ledger/hand-bounds';
import type { Pool } from '../../../src/domain/ledger/journal-entry';
import { handProblems } from '../../../src/domain/ledger/lines-by-hand';
import { FULL, line } from './entries.fixture';

type Lines = [account: string, amount: bigint, pool?: Pool][];
const of = (lines: Lines) =>
  lines.map(([account, amount, pool = 'members']) => ({ ...line(account, amount), pool }));
const told = (lines: Lines) => handProblems(of(lines), FULL).map(({ code, field }) => `${code} ${field}`);
const bound = (lines: Lines, standing: Lines = []) => {
  const balances = of(standing).map(({ ledgerAccount, pool }, index) => {
    return { ledgerAccount, pool, amount: standing[index]?.[1] ?? 0n };
  });
  return handBoundProblems(of(lines), { balances, owed: balances }, FULL).map(({ code }) => code);
};

describe('capital and what came for a purpose', () => {
  it.each(['301', '241', '231'])('of %s become no income, in one voucher or by way of another', (fund) => {
    for (const income of ['501', '502', '503', '504'])
      expect(
        told([
          [fund, 5n, 'earmarked'],
          [income, -5n, 'earmarked'],
        ]),
      ).toEqual(['voucher.fundsAsIncome lines.0.ledgerAccount']);
    for (const between of ['181', '154', '211', '212', '214', '201', '221', '112', '113', '511'])
      expect([
        between,
        ...told([
          [fund, 5n, 'earmarked'],
          [between, -5n, 'earmarked'],
        ]),
      ]).toEqual([between, 'voucher.fundsElsewhere lines.0.ledgerAccount']);
  });

  it.each(['301', '241', '231'])('of %s are paid out, put into one another, or go with an asset', (fund) => {
    for (const use of ['101', '102', '311', '301', '153', '121', '141', '161'])
      expect(
        [
          use,
          ...told([
            [fund, 5n, 'earmarked'],
            [use, -5n, 'earmarked'],
          ]),
        ].slice(0, 2),
      ).toEqual(use === fund ? ['301', 'voucher.saysNothing lines'] : [use]);
  });

  it.each(['241', '231'])('of %s come into the earmarked pool only', (fund) => {
    for (const pool of ['pv', 'other', 'members'] as const)
      expect(
        told([
          ['102', 5n, pool],
          [fund, -5n, pool],
        ]),
      ).toEqual(['voucher.fundPool lines.1.pool']);
    expect(
      told([
        ['102', 5n, 'earmarked'],
        [fund, -5n, 'earmarked'],
      ]),
    ).toEqual([]);
    // What passes through in kind stays nowhere; what an opening left in another pool is used up there.
    expect(
      told([
        ['121', 9n],
        [fund, -9n],
        [fund, 9n],
        ['311', -9n],
      ]),
    ).toEqual([]);
    expect(
      told([
        [fund, 5n],
        ['102', -5n],
      ]),
    ).toEqual([]);
  });
});

describe('what makes more of a pool’s money than came', () => {
  const OTHERS = [
    '181',
    '154',
    '121',
    '134',
    '141',
    '153',
    '162',
    '171',
    '401',
    '231',
    '241',
    '301',
  ] as const;

  it.each(OTHERS)('is no claim against %s', (account) => {
    for (const claim of ['112', '113', '214'])
      expect([
        claim,
        ...bound([
          [claim, 1n],
          [account, -1n],
        ]),
      ]).toEqual([claim, 'voucher.incomeNotCome']);
  });

  it.each<{ why: string; lines: Lines; standing?: Lines; codes?: string[] }>([
    {
      why: 'a claim for money that went',
      lines: [
        ['113', 5n],
        ['102', -5n],
      ],
    },
    {
      why: 'a claim for what is owed instead',
      lines: [
        ['113', 5n],
        ['211', -5n],
      ],
    },
    {
      why: 'tax that is paid',
      lines: [
        ['214', 5n],
        ['102', -5n],
      ],
    },
    {
      why: 'a claim and a cost for money that went',
      lines: [
        ['113', 5n],
        ['513', 3n],
        ['102', -8n],
      ],
    },
    {
      why: 'a claim above the money that went, by a fen',
      lines: [
        ['113', 6n],
        ['102', -5n],
        ['181', -1n],
      ],
      codes: ['voucher.incomeNotCome'],
    },
    {
      why: 'money and a claim beside it for what was given away',
      lines: [
        ['102', 5n],
        ['113', 1n],
        ['121', -6n],
      ],
      codes: ['voucher.incomeNotCome'],
    },
    {
      why: 'what is owed to a member no more',
      lines: [
        ['113', 5n],
        ['181', -5n],
      ],
      standing: [['113', -5n]],
    },
    {
      why: 'and a fen above it',
      lines: [
        ['113', 6n],
        ['181', -6n],
      ],
      standing: [['113', -5n]],
      codes: ['voucher.incomeNotCome'],
    },
    {
      why: 'money for what was given away',
      lines: [
        ['102', 5n],
        ['121', -5n],
      ],
    },
    {
      why: 'a claim that is paid',
      lines: [
        ['102', 5n],
        ['113', -5n],
      ],
    },
  ])('$why', ({ lines, standing, codes = [] }) => expect(bound(lines, standing)).toEqual(codes));
});

describe('what the reserve bears of what is being cleared up', () => {
  it.each<{ account: string; lost: bigint; codes: string[] }>([
    { account: '154', lost: 5n, codes: [] },
    { account: '154', lost: 4n, codes: ['voucher.clearingShort'] },
    { account: '181', lost: 5n, codes: [] },
    { account: '181', lost: 0n, codes: ['voucher.clearingShort'] },
    { account: '181', lost: -5n, codes: ['voucher.clearingShort'] },
  ])('is what is lost there: $lost on $account', ({ account, lost, codes }) => {
    expect(
      bound(
        [
          ['311', 5n],
          [account, -5n],
        ],
        [
          ['311', -9n],
          [account, lost],
        ],
      ),
    ).toEqual(codes);
  });
});
