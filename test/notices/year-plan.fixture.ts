import { costKindOf } from '../../src/domain/distribution/year-plan';
import { sumFen } from '../../src/domain/money/fen';
import type { YearMoneyRow, YearPlanNotice, YearUseRow } from '../../src/domain/notices/year-plan-notice';
import { YANGSHUWAN } from './yangshuwan.fixture';

const MONEY: readonly YearMoneyRow[] = [
  { code: 'carried_over', name: '上年结转', from: '上年末剩下的', amount: '250801' },
  {
    ...{ code: 'energy', name: '电费', from: '上年到账,账上是 98,291.23', amount: '9600000' },
    why: '照近两年正常年份估',
  },
  { code: 'subsidy', name: '国家补贴', from: '欠着没拨的', amount: '7264104' },
  { code: 'cost:land_rent', name: '土地租金', from: '照合同', amount: '600000' },
  { code: 'cost:o_and_m', name: '运维管理', from: '照合同', amount: '495704' },
];

const USES: readonly YearUseRow[] = [
  {
    ...{ bucket: 'posts', name: '公益性岗位工资', description: '护林、保洁岗位', clauseMark: 1 },
    posts: { people: 12, standard: '80000', months: 12 },
    amount: '11520000',
  },
  {
    ...{ bucket: 'labour', name: '小型公益事业劳务', description: '清渠、修路,以工代赈', clauseMark: 2 },
    amount: '2600000',
  },
  { bucket: 'reward', name: '奖励补助', description: '', clauseMark: 3, amount: '1000000' },
];

/** What a test says of a yearly plan's sheet; the sums follow. */
export interface YearWish {
  readonly money?: readonly YearMoneyRow[];
  readonly uses?: readonly YearUseRow[];
  readonly reserve?: bigint;
  readonly more?: Partial<YearPlanNotice>;
}

/** The yearly plan's sheet of the model village. */
export function yearSheet({ money = MONEY, uses = USES, reserve = 500_000n, more = {} }: YearWish = {}) {
  const sumOf = (rows: readonly { readonly amount: string }[]): bigint =>
    sumFen(rows.map(({ amount }) => BigInt(amount)));
  const isCarried = ({ code }: YearMoneyRow): boolean => code === 'carried_over' || code === 'unspent';
  const isCost = ({ code }: YearMoneyRow): boolean => costKindOf(code) !== undefined;
  const carriedOver = sumOf(money.filter(isCarried));
  const costs = sumOf(money.filter(isCost));
  const income = sumOf(money) - carriedOver - costs;
  const expected = carriedOver + income - costs;
  const used = sumOf(uses);
  const { heading, clauses, decision, publicity, contacts, witness } = YANGSHUWAN;
  const sheet: YearPlanNotice = {
    kind: 'yearly-use-plan',
    heading: { ...heading, periodFrom: '2025-01-01', periodTo: '2025-12-31', periodKind: 'year' },
    sums: {
      ...{ carriedOver: String(carriedOver), income: String(income), costs: String(costs) },
      ...{ expected: String(expected), used: String(used), reserve: String(reserve) },
      left: String(expected - used - reserve),
    },
    money,
    uses: { rows: uses, ...(reserve === 0n ? {} : { reserveFor: '换坏了的逆变器' }) },
    ...{ clauses, decision, publicity, contacts, witness },
    draftedOn: '2025-07-01',
    steps: [
      { name: '村民代表会议', on: '2025-07-06' },
      { name: '镇政府审核', on: '2025-07-09' },
    ],
    ...more,
  };
  return sheet;
}

/** A sheet of so many uses, with long names and large amounts throughout, ten digits where none is told. */
export function longYearSheet(count: number, carriedOver = '999999999999'): YearPlanNotice {
  const places = Array.from({ length: count }, (_, index) => index + 1);
  const dear = Array.from({ length: 8 }, (_, index) => String(index + 1));
  return yearSheet({
    money: [
      { code: 'carried_over', name: '上年结转', from: '上年末剩下的', amount: carriedOver },
      ...dear.map((place) => ({
        ...{ code: `cost:${place}`, name: `第${place}村民小组屋顶光伏电站箱式变压器及汇流箱维修` },
        ...{ from: '账上没有这一项', why: '雷击损坏,不修就不能并网发电,照三家报价中间的一家估' },
        amount: '1234567890',
      })),
    ],
    uses: places.map((place) => ({
      ...{ bucket: `bucket-${String(place).padStart(2, '0')}`, clauseMark: ((place - 1) % 4) + 1 },
      name: `小型公益事业劳务第${String(place)}项`,
      description: '疏通村内排水沟、整修生产路、清理塘坝淤泥,由村民代表会议逐项议定',
      posts: { people: 999, standard: '99999', months: 12 },
      amount: String(999n * 99_999n * 12n),
    })),
  });
}

/** A revision: what it changes, by how much, and why. */
export function revisedYearSheet(): YearPlanNotice {
  return yearSheet({
    more: {
      heading: { ...yearSheet().heading, version: 2 },
      change: {
        why: '补贴多拨下来一批,加两个岗位。',
        rows: [
          { name: '预计能用', before: '14019201', after: '16019201' },
          { name: '公益性岗位工资', before: '9600000', after: '11520000' },
          { name: '预留', before: '600000', after: '500000' },
        ],
      },
    },
  });
}
