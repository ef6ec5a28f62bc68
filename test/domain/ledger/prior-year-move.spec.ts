import { signedAmount } from '../../../src/domain/ledger/journal-entry';
import {
  earlierMonthOf,
  movedToEarlierYear,
  movedToSurplus,
  wornMonthOf,
} from '../../../src/domain/ledger/prior-year-move';
import { mirrored } from '../../../src/domain/ledger/reversal-shortage';
import { FULL, line } from './entries.fixture';

const UNDISTRIBUTED = '322';
const told = (postings: ReturnType<typeof movedToEarlierYear>) =>
  postings.map(({ ledgerAccount, pool, ...of }) => `${ledgerAccount} ${pool} ${String(signedAmount(of))}`);

/** Rent of an asset and a cost of another pool, on one voucher. */
const BOTH = [
  line('112', 310n, { assetId: 'a', counterparty: 'Li' }),
  line('501', -310n, { assetId: 'a', stream: 'rent', pool: 'pv' }),
  line('511', 85n, { pool: 'other', poolFlow: 'deducted' }),
  line('102', -85n, { pool: 'other' }),
];

describe('what an entry of an earlier year moves', () => {
  it('is its income and expense, pool by pool, with its asset and without any flow', () => {
    const moved = movedToEarlierYear(BOTH, FULL);
    expect(told(moved)).toEqual([
      '501 pv 310',
      '511 other -85',
      `${UNDISTRIBUTED} pv -310`,
      `${UNDISTRIBUTED} other 85`,
    ]);
    expect(moved[0]).toMatchObject({ side: 'debit', amount: 310n, assetId: 'a', stream: 'rent' });
    expect(moved.filter(({ poolFlow, counterparty }) => poolFlow ?? counterparty)).toEqual([]);
  });

  it('is the other half of what its reversal moves', () => {
    const back = [
      ...mirrored(BOTH),
      ...movedToSurplus({ postedOn: '2024-12-31', postings: BOTH }, '2025-01-01', FULL),
    ];
    const sums = new Map<string, bigint>();
    for (const each of [...back, ...BOTH, ...movedToEarlierYear(BOTH, FULL)]) {
      const key = `${each.ledgerAccount} ${each.pool}`;
      sums.set(key, (sums.get(key) ?? 0n) + signedAmount(each));
    }
    expect([...sums.values()].every((sum) => sum === 0n)).toBe(true);
  });

  it('is in black where the entry was in red', () => {
    const red = [line('511', 0n, { amount: -30n }), line('152', 0n, { side: 'credit', amount: -30n })];
    expect(movedToEarlierYear(red, FULL)).toMatchObject([
      { ledgerAccount: '511', side: 'debit', amount: 30n },
      { ledgerAccount: UNDISTRIBUTED, side: 'credit', amount: 30n },
    ]);
  });

  it('is nothing of what is neither income nor expense', () => {
    expect(movedToEarlierYear([line('102', 5n), line('112', -5n)], FULL)).toEqual([]);
  });
});

describe('the earlier year of what is entered anew', () => {
  it.each<{
    why: string;
    on: string;
    about: string;
    of: string[];
    movedTo?: string;
    reason?: string;
    is: string | undefined;
  }>([
    {
      why: 'a fact of last year',
      on: '2026-01-20',
      about: '2025-12',
      of: ['2025-12-10', '2025-11'],
      is: '2025-12',
    },
    {
      why: 'about a month of this year',
      on: '2026-01-20',
      about: '2026-01',
      of: ['2025-12-10', '2025-11'],
      is: '2025-11',
    },
    {
      why: 'about no month of its year at all',
      on: '2026-01-20',
      about: '2026-01',
      of: ['2025-12-10', '2024-11'],
      is: '2025-12',
    },
    {
      why: 'within one year',
      on: '2025-12-31',
      about: '2025-11',
      of: ['2025-12-10', '2025-11'],
      is: undefined,
    },
    {
      why: 'in an earlier year than before',
      on: '2025-12-31',
      about: '2025-12',
      of: ['2026-01-02', '2026-01'],
      is: undefined,
    },
    {
      ...{ why: 'what was moved already, within the later year', on: '2026-02-01', about: '2026-02' },
      ...{ of: ['2026-01-20', '2026-01'], movedTo: '2025-11', is: '2025-11' },
    },
    {
      ...{ why: 'what was moved already, two years later', on: '2027-02-01', about: '2025-10' },
      ...{ of: ['2026-01-20', '2026-01'], movedTo: '2025-11', is: '2025-10' },
    },
    {
      ...{ why: 'of a wrong day, and about this year', on: '2026-01-20', about: '2026-01' },
      ...{ of: ['2025-12-10', '2025-11'], reason: 'wrongDate', is: undefined },
    },
    {
      ...{ why: 'of a wrong day, and about the year it was of', on: '2026-01-20', about: '2025-11' },
      ...{ of: ['2025-12-10', '2025-12'], reason: 'wrongDate', is: '2025-11' },
    },
  ])(
    '$why: $is',
    ({ on, about, of: [postedOn = '', aboutPeriod = ''], movedTo, reason = 'wrongAmount', is }) => {
      const former = { postedOn, aboutPeriod, reason, movedTo };
      expect(earlierMonthOf({ postedOn: on, aboutPeriod: about }, former)).toBe(is);
    },
  );
});

describe('the earlier year of what wore off', () => {
  it.each([
    { lines: '511 30, 152 -30', about: '2025-12', is: '2025-12' },
    { lines: '513 30, 162 -30', about: '2025-12', is: '2025-12' },
    { lines: '511 30, 513 5, 133 -35', about: '2024-01', is: '2024-01' },
    { lines: '511 30, 152 -30', about: '2026-01', is: undefined },
    // A cost, income, or an asset that left is late, and this year's.
    { lines: '511 30, 102 -30', about: '2025-12', is: undefined },
    { lines: '112 30, 501 -30', about: '2025-12', is: undefined },
    { lines: '152 30, 515 5, 151 -35', about: '2025-12', is: undefined },
    { lines: '161 30, 162 -30', about: '2025-12', is: undefined },
  ])('$lines about $about: $is', ({ lines, about, is }) => {
    const postings = lines.split(', ').map((text) => {
      const [account = '', signed = ''] = text.split(' ');
      return line(account, BigInt(signed));
    });
    expect(wornMonthOf({ postedOn: '2026-01-20', aboutPeriod: about, postings }, FULL)).toBe(is);
  });
});
