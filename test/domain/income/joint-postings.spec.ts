import {
  borneTaxPostings,
  keptReceiptPostings,
  keptSlipPostings,
  partTakenPostings,
  passedOnPostings,
} from '../../../src/domain/income/joint-postings';
import type { ReceivablePart } from '../../../src/domain/income/postings';
import type { LedgerAccount } from '../../../src/domain/ledger/chart';
import { type Posting, requireBookable } from '../../../src/domain/ledger/journal-entry';
import { CHART, RECEIPT } from '../ledger/entries.fixture';

const { roles } = CHART;
const dealings: LedgerAccount[] = [
  { code: '113', name: 'dealings', nature: 'asset', contra: false, poolMoney: 'unless_income' },
  { code: '211', name: 'payables', nature: 'liability', contra: false, poolMoney: 'always' },
  { code: '214', name: 'taxes', nature: 'liability', contra: false, poolMoney: 'always' },
];
const chart = {
  ...CHART,
  accounts: new Map([...CHART.accounts, ...dealings.map((each) => [each.code, each] as const)]),
};
const whole: ReceivablePart = {
  ...{ amount: 100n, pool: 'pv', assetId: 's1', stream: 'energy', month: '2025-05', counterparty: 'grid' },
};

/** Lines as an accountant writes them, each with whom it names; a line of a stream bears its month. */
const written = (postings: readonly Posting[]): string[] => {
  requireBookable({ ...RECEIPT, postings }, chart);
  return postings.map(({ side, ledgerAccount, amount, counterparty, stream, generationMonth }) => {
    const words = [side === 'debit' ? 'Dr' : 'Cr', ledgerAccount, String(amount), counterparty ?? ''];
    return [...words, stream ?? '', generationMonth ?? ''].join(' ').trim();
  });
};

describe('the keeper of a joint station books', () => {
  it.each<{ event: string; postings: Posting[]; lines: string[] }>([
    {
      event: 'a slip: what owners here get is on its way, what others get is theirs',
      postings: keptSlipPostings(
        whole,
        { onTheWay: 60n, elsewhere: [{ owner: 'Beyond', amount: 40n }] },
        roles,
      ),
      lines: [
        'Dr 112 100 grid energy 2025-05',
        'Cr 113 60 transit energy 2025-05',
        'Cr 113 40 Beyond energy 2025-05',
      ],
    },
    {
      event: 'a slip of which nobody here owns anything',
      postings: keptSlipPostings(
        whole,
        { onTheWay: 0n, elsewhere: [{ owner: 'Beyond', amount: 100n }] },
        roles,
      ),
      lines: ['Dr 112 100 grid energy 2025-05', 'Cr 113 100 Beyond energy 2025-05'],
    },
    {
      event: 'a part that an owner’s books have taken',
      postings: partTakenPostings(whole, { owner: 'East', amount: 60n }, roles),
      lines: ['Dr 113 60 transit energy 2025-05', 'Cr 113 60 East energy 2025-05'],
    },
    {
      event: 'money that came: it is owed to the owners, and no pool has received it',
      postings: keptReceiptPostings(
        whole,
        [
          { owner: 'East', amount: 60n },
          { owner: 'Beyond', amount: 40n },
        ],
        roles,
      ),
      lines: [
        'Dr 102 100 grid energy 2025-05',
        'Cr 112 100 grid energy 2025-05',
        'Dr 113 60 East energy 2025-05',
        'Cr 211 60 East',
        'Dr 113 40 Beyond energy 2025-05',
        'Cr 211 40 Beyond',
      ],
    },
    {
      event: 'money paid on to an owner',
      postings: passedOnPostings([{ owner: 'East', amount: 60n }], new Map(), roles),
      lines: ['Dr 211 60 East', 'Cr 102 60 East'],
    },
  ])('$event', ({ postings, lines }) => {
    expect(written(postings)).toEqual(lines);
    expect(postings.some((posting) => posting.poolFlow !== undefined)).toBe(false);
  });

  it('tax that he bears as a cost of his own, and owes it to the tax office or to the owners', () => {
    const parts = [
      { owner: 'East', amount: 2n },
      { owner: 'Beyond', amount: 1n },
    ];
    const told = (postings: readonly Posting[]): string[] =>
      written(postings).map((line, at) => `${postings[at]?.pool ?? ''} ${line}`);
    const borne = { assetId: 's1', charged: 0n, parts };
    const onTheWay = { onTheWay: 62n, elsewhere: [{ owner: 'Beyond', amount: 41n }], borne: parts };
    const keptBack = [
      ...keptSlipPostings(whole, onTheWay, roles),
      ...borneTaxPostings(borne, roles, () => '214'),
    ];
    expect(told(keptBack)).toEqual([
      'pv Dr 112 100 grid energy 2025-05',
      'pv Cr 113 62 transit energy 2025-05',
      'pv Cr 113 41 Beyond energy 2025-05',
      'pv Dr 113 2 East energy 2025-05',
      'pv Dr 113 1 Beyond energy 2025-05',
      'other Dr 511 3',
      'other Cr 211 2 East',
      'other Cr 211 1 Beyond',
    ]);
    const charged = borneTaxPostings({ ...borne, charged: 3n, parts: [] }, roles, () => '214');
    expect(told(charged)).toEqual(['other Dr 511 3', 'other Cr 214 3']);
    expect(borneTaxPostings({ ...borne, parts: [] }, roles, () => 'none')).toEqual([]);
  });

  it.each<[rule: string, amount: bigint, owed: { all: bigint; own: bigint }, lines: string[]]>([
    ['what came first', 60n, { all: 70n, own: 10n }, ['pv Dr 211 60', 'pv Cr 102 60']],
    [
      'the rest out of his own money',
      65n,
      { all: 70n, own: 10n },
      ['pv Dr 211 60', 'pv Cr 102 60', 'other Dr 211 5', 'other Cr 102 5'],
    ],
    [
      'his own debt alone where nothing came',
      4n,
      { all: 10n, own: 10n },
      ['other Dr 211 4', 'other Cr 102 4'],
    ],
  ])('pays an owner %s', (_rule, amount, owed, lines) => {
    const paid = passedOnPostings([{ owner: 'East', amount }], new Map([['East', owed]]), roles);
    expect(
      paid.map(({ pool, side, ledgerAccount, amount: fen }) =>
        [pool, side === 'debit' ? 'Dr' : 'Cr', ledgerAccount, String(fen)].join(' '),
      ),
    ).toEqual(lines);
  });

  it('nothing for a part without money', () => {
    expect(partTakenPostings(whole, { owner: 'East', amount: 0n }, roles)).toEqual([]);
  });
});
