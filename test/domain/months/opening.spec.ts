import { withDetails } from '../../../src/domain/ledger/chart';
import { requireBookable } from '../../../src/domain/ledger/journal-entry';
import type { OpeningFacts } from '../../../src/domain/months/opening';
import {
  assetProblems,
  lossProblems,
  openingNotes,
  reconcileAssets,
  reconcileReceivables,
  undistributedAtStart,
} from '../../../src/domain/months/opening-checks';
import { linesOfShortOpening, openingPostings, originsOf } from '../../../src/domain/months/postings';
import { readOpening } from '../../../src/domain/months/read-opening';
import { problemSentence } from '../../../src/glossary/sentences';
import { FULL, RECEIPT } from '../ledger/entries.fixture';
import { FACTS, rowsOf, SOUND } from './opening.fixture';

const read = (text: string, facts: OpeningFacts = FACTS) => readOpening(rowsOf(text), facts);

/** The problems of a table by code and cell; each has a sentence with nothing left to fill in. */
function told(text: string, facts: OpeningFacts = FACTS): string[] {
  const { problems } = read(text, facts);
  for (const problem of problems) expect(problemSentence(problem)).not.toMatch(/[{}]|undefined/);
  return problems.map(({ code, field }) => `${code} ${field}`.trim());
}

/** A row and, so that its pool balances, its like on the other side. */
const balanced = (row: string, amount: string, side: 'debit' | 'credit' = 'credit'): string =>
  `${row}\n322 | | 光伏 | ${side === 'debit' ? amount : ''} | ${side === 'credit' ? amount : ''}`;

describe('opening balances that are sound', () => {
  const { lines, problems } = read(SOUND);

  it('are read row by row, nil rows left out', () => {
    expect(problems).toEqual([]);
    expect(lines).toHaveLength(16);
    expect(lines[3]).toMatchObject({
      ledgerAccount: '112',
      side: 'debit',
      amount: 600_000n,
      pool: 'other',
      assetId: 'w1',
      stream: 'rent',
      month: '2025-06',
      dueOn: '2025-07-31',
      counterparty: '某某公司',
    });
  });

  it('make one voucher that may be booked, each pool opening with its money less what it owes', () => {
    const postings = openingPostings(lines, FULL);
    requireBookable({ ...RECEIPT, postings }, FULL);
    // 100.00 + 3,412.66 + 50.00 (an advance to be got back) − 920.00
    expect(undistributedAtStart(lines, FULL)).toEqual([
      { pool: 'pv', amount: 264_266n },
      { pool: 'other', amount: 0n },
    ]);
    const opened = postings.filter((posting) => posting.poolFlow === 'opening');
    expect(opened.map((posting) => posting.ledgerAccount)).toEqual(['101', '102', '112', '211']);
  });

  it('stand beside the registers', () => {
    expect(reconcileReceivables(lines, FULL)).toEqual({
      account: 1_036_192n,
      owed: 1_031_192n,
      count: 2,
      advances: 5_000n,
    });
    const assets = reconcileAssets(lines, FACTS);
    expect(assetProblems(assets)).toEqual([]);
    expect(assets.map(({ name, table, depreciation }) => [name, table, depreciation])).toEqual([
      ['一号电站', 42_000_000n, 10_500_000n],
      ['加工车间', 10_000_000n, 0n],
    ]);
  });

  it('say that income of the running year is brought in, and which pool owes more than it has', () => {
    expect(openingNotes(lines, FULL)).toEqual([
      { code: 'opening.midYear', facts: { count: 2, total: 140_000n } },
    ]);
    const debt = read('211 | | 光伏 | | 5.00\n102 | | 光伏 | 2.00\n322 | | 光伏 | 3.00').lines;
    expect(openingNotes(debt, FULL)).toEqual([
      { code: 'opening.poolInDebt', facts: { pool: 'pv', amount: 300n } },
    ]);
  });
});

describe('opening balances that are refused', () => {
  it.each<[why: string, table: string, problems: string[]]>([
    ['a code of another chart', '202 | 应付款 | 光伏 | | 1.00', ['opening.accountUnknown A2']],
    [
      'a name that is not the code’s',
      '202 | | 光伏 | | 1\n213 | 应付福利费 | 光伏 | | 1',
      ['opening.accountUnknown A2', 'opening.nameOther B3'],
    ],
    ['no account and no pool', '| | | 1.00', ['form.missing A2', 'form.missing C2']],
    ['a pool nobody knows', '102 | | 绿色 | 1.00', ['opening.poolUnknown C2']],
    ['a third decimal', '102 | | 光伏 | 1.005', ['money.notAnAmount D2']],
    ['an amount below zero', '102 | | 光伏 | -1.00', ['money.negative D2']],
    ['both sides at once', '113 | | 光伏 | 1.00 | 1.00', ['opening.bothSides E2']],
    ['no amount at all', '102 | | 光伏', ['opening.noAmount D2']],
    ['cash on the credit side', '101 | | 光伏 | | 1.00', ['opening.debitExpected E2']],
    ['a payable on the debit side', '211 | | 光伏 | 1.00', ['opening.creditExpected D2']],
    ['depreciation on the debit side', '152 | | 光伏 | 1.00 | | 一号电站', ['opening.creditExpected D2']],
    ['an asset without its name', '151 | | 光伏 | 1.00', ['opening.assetNeeded F2']],
    ['an asset not in the register', '151 | | 光伏 | 1.00 | | 三号电站', ['opening.assetUnknown F2']],
    ['an asset that came later', '151 | | 光伏 | 1.00 | | 二号电站', ['opening.assetLater F2']],
    ['a fixed asset of a household', '151 | | 其他 | 1.00 | | 农户大棚', ['opening.assetNotOwn F2']],
    ['depreciation of one', '152 | | 其他 | | 1.00 | 农户大棚', ['opening.assetNotOwn F2']],
    [
      'rent owed for one',
      '112 | | 其他 | 1.00 | | 农户大棚 | 租金 | 2025-06 | x',
      ['opening.assetEarnsNothing G2'],
    ],
    [
      'what is owed of an asset in another pool',
      '112 | | 其他 | 1.00 | | 一号电站 | 电费 | 2025-06',
      ['opening.poolNotAssets C2'],
    ],
    [
      'income owed on another account',
      '113 | | 光伏 | 1.00 | | 一号电站 | 电费 | 2025-06',
      ['opening.streamNotHere G2'],
    ],
    [
      'income owed without asset, month or payer',
      '112 | | 其他 | 1.00 | | | 租金',
      ['form.missing H2', 'opening.assetNeeded F2', 'form.missing I2'],
    ],
    [
      'electricity of a workshop',
      '112 | | 其他 | 1.00 | | 加工车间 | 电费 | 2025-06',
      ['opening.notAStation G2'],
    ],
    ['a stream nobody knows', '112 | | 光伏 | 1.00 | | | 风电', ['opening.streamUnknown G2']],
    ['a month that is none', '112 | | 光伏 | 1.00 | | 一号电站 | 电费 | 13月', ['calendar.notAMonth H2']],
    ['a month to come', '112 | | 光伏 | 1.00 | | 一号电站 | 电费 | 2025-08', ['opening.monthLater H2']],
    ['a month of nothing', '102 | | 光伏 | 1.00 | | | | 2025-06', ['opening.monthWithoutStream H2']],
    [
      'a due day of nothing',
      '112 | | 光伏 | 1.00 | | | | | 某社 | 2025-03-31',
      ['opening.dueWithoutStream J2'],
    ],
    ['a due day that is none', '102 | | 光伏 | 1.00 | | | | | | 2025-02-30', ['calendar.notADay J2']],
    ['a day that is none', '211 | | 光伏 | | 1.00 | | | | 某社 | | 2025-06-31', ['calendar.notADay K2']],
    [
      'a debt that arose after the books began',
      `211 | | 光伏 | | 1.00 | | | | 某社 | | 2025-07-02`,
      ['opening.aroseLater K2'],
    ],
    [
      'a debt older than any collective',
      '221 | | 光伏 | | 1.00 | | | | 某社 | | 1955-12-31',
      ['opening.aroseTooEarly K2'],
    ],
    [
      'a day beside income, which ages from its month',
      '112 | | 其他 | 1.00 | | 加工车间 | 租金 | 2025-06 | 某社 | | 2025-06-01',
      ['opening.aroseWithStream K2'],
    ],
    ['a day of money', '102 | | 光伏 | 1.00 | | | | | | | 2025-06-01', ['opening.aroseNotHere K2']],
    [
      'the same balance twice',
      balanced('102 | | 光伏 | 1.00\n102 | | 光伏 | 2.00', '3.00'),
      ['opening.twice A3'],
    ],
    [
      'a pool that does not balance',
      '102 | | 光伏 | 1.00\n322 | | 其他 | | 1.00',
      ['opening.poolNotBalanced', 'opening.poolNotBalanced'],
    ],
    [
      'a total that is not the sum',
      `${balanced('102 | | 光伏 | 1.00', '1.00')}\n合 计： | | | 1.01 | 1.00`,
      ['opening.totalWrong D4'],
    ],
    [
      'a fen more written off than an intangible cost',
      balanced('161 | | 光伏 | 1.00\n162 | | 光伏 | | 1.01', '0.01', 'debit'),
      ['opening.contraAboveCost E3'],
    ],
    [
      'an intangible written off whole',
      '161 | | 光伏 | 1.00\n162 | | 光伏 | | 1.00\n102 | | 光伏 | 1.00\n322 | | 光伏 | | 1.00',
      [],
    ],
    [
      'an intangible of one pool written off in another',
      `${balanced('161 | | 光伏 | 1.00', '1.00')}\n162 | | 其他 | | 0.40\n322 | | 其他 | 0.40`,
      ['opening.contraAboveCost E4'],
    ],
    [
      'depreciation of what bears fruit where nothing does',
      balanced('133 | | 光伏 | | 1.00', '1.00', 'debit'),
      ['opening.contraAboveCost E2'],
    ],
    ['nothing but zeros', '102 | | 光伏 | 0', ['opening.nothing']],
  ])('%s', (_why, table, problems) => {
    expect(told(table)).toEqual(problems);
  });

  it.each(['112', '113', '201', '211', '21101', '221'])('ages a debt on %s from the day it arose', (code) => {
    const side = code < '2' ? '1.00 |' : '| 1.00';
    const facts = { ...FACTS, chart: withDetails(FULL, [{ code: '21101', name: '押金' }]) };
    const row = (day: string): string => `${code} | | 光伏 | ${side} | | | | 某社 | | ${day}`;
    for (const day of ['1956-01-01', '2025-07-01']) {
      const table = balanced(row(day), '1.00', code < '2' ? 'credit' : 'debit');
      expect(told(table, facts)).toEqual([]);
      const { lines } = read(table, facts);
      expect(openingPostings(lines, FULL)[0]).toMatchObject({ generationMonth: day.slice(0, 7) });
      expect([...originsOf(lines)]).toEqual([[1, day]]);
    }
    const [two] = [`${row('2024-01-01')}\n${row('2024-01-02')}`];
    expect(told(balanced(two, '2.00', code < '2' ? 'credit' : 'debit'), facts)).toEqual([]);
  });

  it('says by how many fen a pool does not balance', () => {
    const [problem] = read('102 | | 光伏 | 1.00\n322 | | 光伏 | | 0.99').problems;
    expect(problem?.facts).toEqual({ pool: 'pv', debit: 100n, credit: 99n, difference: 1n });
  });

  it('lets what is settled or left over stand on either side', () => {
    for (const code of ['113', '154', '181', '321']) {
      expect(told(balanced(`${code} | | 光伏 | 1.00`, '1.00'))).toEqual([]);
      expect(told(balanced(`${code} | | 光伏 | | 1.00`, '1.00', 'debit'))).toEqual([]);
    }
  });

  it('takes income and expense within a year, and none at its beginning', () => {
    const table = balanced('511 | | 光伏 | 1.00', '1.00');
    expect(told(table)).toEqual([]);
    expect(told(table, { ...FACTS, openedOn: '2025-01-01' })).toEqual(['opening.closedAtYearBegin A2']);
  });

  it('names each asset that does not agree with its register', () => {
    const { lines } = read(
      `151 | | 光伏 | 419999.99 | | 一号电站\n152 | | 光伏 | | 420000.00 | 一号电站\n322 | | 光伏 | 0.01`,
    );
    expect(
      assetProblems(reconcileAssets(lines, FACTS)).map(({ code, facts }) => [code, facts?.asset]),
    ).toEqual([
      ['opening.assetCost', '一号电站'],
      ['opening.assetMissing', '加工车间'],
    ]);
  });

  it.each<[rule: string, table: string, above: string[]]>([
    ['all of it lost', '151 | | 光伏 | 5.00 | | 一号电站\n152 | | 光伏 | | 5.00 | 一号电站', []],
    ['a fen more', '151 | | 光伏 | 5.00 | | 一号电站\n152 | | 光伏 | | 5.01 | 一号电站', ['pv 501']],
    [
      'built by two pools, each within its own part',
      '151 | | 光伏 | 5.00 | | 一号电站\n151 | | 专项 | 9.00 | | 一号电站\n152 | | 专项 | | 9.00 | 一号电站',
      [],
    ],
    [
      'lost in a pool that had no part in it',
      '151 | | 专项 | 9.00 | | 一号电站\n152 | | 光伏 | | 0.01 | 一号电站',
      ['pv 1'],
    ],
  ])('no asset loses more than it cost, pool by pool: %s', (_rule, table, above) => {
    const said = lossProblems(read(table).lines, FACTS).map(
      ({ facts }) => `${String(facts?.pool)} ${String(facts?.depreciation)}`,
    );
    expect(said).toEqual(above);
  });
});

it('opens in the short form with money and what was owed, each pool against the retained surplus', () => {
  const owed = { assetId: 's1', stream: 'subsidy', month: '2025-05', counterparty: 'grid' } as const;
  const lines = linesOfShortOpening(
    {
      bank: [
        { pool: 'pv', amount: 100n },
        { pool: 'other', amount: 0n },
      ],
      receivables: [
        { ...owed, pool: 'pv', amount: 7n },
        { ...owed, pool: 'other', amount: 9n },
      ],
    },
    FULL,
  );
  const postings = openingPostings(lines, FULL);
  requireBookable({ ...RECEIPT, postings }, FULL);
  expect(
    postings.map(({ side, ledgerAccount, amount, poolFlow }) => [side, ledgerAccount, amount, poolFlow]),
  ).toEqual([
    ['debit', '102', 100n, 'opening'],
    ['credit', '322', 100n, undefined],
    ['debit', '112', 7n, undefined],
    ['debit', '112', 9n, undefined],
    ['credit', '322', 7n, undefined],
    ['credit', '322', 9n, undefined],
  ]);
});
