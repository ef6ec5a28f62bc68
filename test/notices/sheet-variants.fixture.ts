import { sumFen } from '../../src/domain/money/fen';
import type {
  DistributionNotice,
  NoticeDeductionRow,
  NoticeIncomeRow,
  NoticeUseRow,
} from '../../src/domain/notices/distribution-notice';
import { YANGSHUWAN } from './yangshuwan.fixture';

interface Rows {
  readonly income: readonly NoticeIncomeRow[];
  readonly deductions: readonly NoticeDeductionRow[];
  readonly uses: readonly NoticeUseRow[];
}

/** The model sheet with other rows and sums that follow from them. */
export function sheetWith(rows: Rows, changes: Partial<DistributionNotice> = {}): DistributionNotice {
  const received = sumFen(
    rows.income.flatMap((row) => row.receipts.map((receipt) => BigInt(receipt.received))),
  );
  const deducted = sumFen(rows.deductions.map(({ amount }) => BigInt(amount)));
  const planned = sumFen(rows.uses.map(({ amount }) => BigInt(amount)));
  const carriedOver = BigInt(YANGSHUWAN.sums.carriedOver);
  const distributable = carriedOver + received - deducted;
  return {
    ...YANGSHUWAN,
    income: { ...YANGSHUWAN.income, rows: rows.income },
    deductions: rows.deductions,
    uses: { ...YANGSHUWAN.uses, rows: rows.uses },
    sums: {
      carriedOver: String(carriedOver),
      received: String(received),
      deducted: String(deducted),
      distributable: String(distributable),
      planned: String(planned),
      leftOver: String(distributable - planned),
    },
    ...changes,
  };
}

/** A sheet with `count` rows in each table, with long names and large amounts throughout. */
export function longSheet(count: number): DistributionNotice {
  const places = Array.from({ length: count }, (_, index) => index + 1);
  return sheetWith({
    income: places.map((place) => ({
      asset: `第${place}村民小组易地扶贫搬迁安置区屋顶光伏电站`,
      capacityKw: '1234.56',
      energyKwh: '1234567',
      sharePercent: '12.3456',
      receipts: [
        { stream: 'energy', received: '123456789', outstanding: '0' },
        { stream: 'subsidy', received: '98765432', outstanding: place % 4 === 0 ? '1234500' : '0' },
      ],
    })),
    deductions: places.map((place) => ({
      kind: 'other',
      name: `箱式变压器及汇流箱更换维修第${place}次`,
      asset: `第${place}村民小组屋顶光伏电站`,
      reckoning: { by: 'bill', bills: 3, covers: '2025年上半年的材料和人工' },
      vouchers: [`记-${String(place * 100)}`, `记-${String(place * 100 + 1)}`],
      amount: '1234567',
      reason: '雷击损坏,不修就不能并网发电',
    })),
    uses: places.map((place) => ({
      bucket: `bucket-${String(place).padStart(2, '0')}`,
      name: `小型公益事业劳务第${place}项`,
      description: '疏通村内排水沟、整修生产路、清理塘坝淤泥,35人×12天×120元,由村民代表会议逐项议定',
      clauseMark: ((place - 1) % 4) + 1,
      amount: '12345678',
    })),
  });
}

/** The smallest sheet: one row in each table. */
export function smallestSheet(): DistributionNotice {
  return sheetWith({
    income: YANGSHUWAN.income.rows.slice(0, 1),
    deductions: YANGSHUWAN.deductions.slice(0, 1),
    uses: [{ bucket: 'posts', name: '公益性岗位工资', description: '3人', clauseMark: 1, amount: '1200000' }],
  });
}

/**
 * The sheet of a village's other assets: rent of a workshop and a cold store, part of it still owed,
 * nothing deducted.
 */
export function rentSheet(): DistributionNotice {
  const sheet = sheetWith({
    income: [
      { asset: '就业帮扶车间', receipts: [{ stream: 'rent', received: '4000000', outstanding: '0' }] },
      { asset: '果蔬冷库', receipts: [{ stream: 'rent', received: '1500000', outstanding: '500000' }] },
    ],
    deductions: [],
    uses: [{ bucket: 'reward', name: '奖励补助', description: '11户', amount: '2000000' }],
  });
  return {
    ...sheet,
    heading: {
      ...sheet.heading,
      pool: 'other',
      periodKind: 'year',
      periodTo: '2025-12-31',
      issuedOn: '2026-01-12',
    },
    income: {
      ...sheet.income,
      streams: ['rent'],
      months: [{ stream: 'rent', from: '2025-01', to: '2025-12' }],
    },
  };
}

/** The model sheet of a collective, village and offices with the longest names. */
export function longestNames(): DistributionNotice {
  const office = '双江拉祜族佤族布朗族傣族自治县忙糯乡南栅村村务监督委员会';
  return {
    ...YANGSHUWAN,
    heading: {
      ...YANGSHUWAN.heading,
      issuer: '双江拉祜族佤族布朗族傣族自治县忙糯乡南栅村股份经济合作联合社',
      village: '双江拉祜族佤族布朗族傣族自治县忙糯乡南栅村易地搬迁安置区',
      number: { label: '双江拉祜族佤族布朗族傣族自治县忙糯乡南栅村', year: 2025, number: 1207 },
    },
    contacts: {
      answerWithinDays: 10,
      offices: [
        { id: 'supervision', body: office, phone: '0883-7620 1234', place: '村党群服务中心二楼东侧' },
        { id: 'township', body: '忙糯乡农村财务管理服务中心', phone: '0883-7620 4321', place: '乡政府大院' },
        { id: 'county', body: '自治县农业农村和乡村振兴局', phone: '0883-7620 9876' },
      ],
    },
  };
}

/** The model sheet of a village whose every name has forty characters, with a unit after it. */
export function fortyCharacterNames(): DistributionNotice {
  const village = '山'.repeat(40);
  const number = { ...YANGSHUWAN.heading.number, label: village };
  const issuer = `${village}股份经济合作联合社`;
  return { ...YANGSHUWAN, heading: { ...YANGSHUWAN.heading, village, number, issuer } };
}

/** The model sheet of an issuer with a name as long as any form takes. */
export function longestIssuer(): DistributionNotice {
  return { ...YANGSHUWAN, heading: { ...YANGSHUWAN.heading, issuer: '合'.repeat(80) } };
}

/** A period that brought less than was owed: nothing is shared, and the debt is carried on. */
export function debtSheet(): DistributionNotice {
  const sheet = sheetWith({ income: [], deductions: YANGSHUWAN.deductions, uses: [] });
  const distributable = String(-50_000n - BigInt(sheet.sums.deducted));
  return { ...sheet, sums: { ...sheet.sums, carriedOver: '-50000', distributable, leftOver: distributable } };
}

/** The model sheet with 2,000.00 of what is left set aside, and one reserve decided after the period. */
export function reservesSheet(): DistributionNotice {
  const none = { before: '0', kept: '0', released: '0', after: '0', releases: [] };
  return {
    ...YANGSHUWAN,
    reserves: [
      {
        purpose: '逆变器大修',
        paper: '村民代表会议2024年第5号决议',
        setOn: '2024-11-20',
        ...{ before: '180000', kept: '0', released: '126000', after: '54000' },
        releases: [{ on: '2025-05-08', amount: '126000', reason: '二号电站逆变器坏了,要付修理费' }],
      },
      {
        purpose: '灾年补助',
        paper: '成员大会2025年第1号决议',
        setOn: '2025-03-10',
        ...{ before: '0', kept: '146000', released: '0', after: '146000' },
        releases: [],
      },
      {
        ...none,
        purpose: '更换旧组件',
        paper: '村民代表会议2025年第4号决议',
        setOn: '2025-07-02',
        later: { kept: '30000', released: '0' },
      },
    ],
  };
}

/**
 * The model sheet with everything that needs its words: a bill of another year, a matter the policy does
 * not name, a bill above its contract's cap, a breach with its reason, tax owed of what came, tax that the
 * grid kept back.
 */
export function reasonedSheet(): DistributionNotice {
  const { sums, income, clauses } = YANGSHUWAN;
  const tax = 10_000n;
  const less = (fen: string): string => String(BigInt(fen) - tax);
  const rows: NoticeDeductionRow[] = YANGSHUWAN.deductions.map((row) => {
    if (row.kind === 'other') return { ...row, reason: '雷击坏了,不修就不能发电' };
    if (row.kind === 'insurance') {
      const reason = '跨年费用(2024年184天464.00元、2025年181天456.00元)这次一起扣:上年的账单今年才到';
      return { ...row, reckoning: { by: 'bill', bills: 1, covers: '2024年7月至2025年6月' }, reason };
    }
    if (row.kind !== 'operation') return row;
    const reason = '超过全年上限:村民代表会议2025年第3号决议';
    return { ...row, reckoning: { by: 'bill', bills: 2, cap: '240000' }, reason };
  });
  return {
    ...YANGSHUWAN,
    deductions: rows,
    income: { ...income, rows: income.rows.map(calledRow), taxOwed: String(tax), taxKept: '11650' },
    sums: {
      ...sums,
      received: less(sums.received),
      distributable: less(sums.distributable),
      leftOver: less(sums.leftOver),
    },
    clauses: { ...clauses, writtenReasons: ['岗位工资不到六成:上半年停工两个月'] },
  };
}

/** A village's own station, whose fee a document has a word for, with a line that is not followed. */
function calledRow(row: NoticeIncomeRow): NoticeIncomeRow {
  if (row.sharePercent !== undefined) return row;
  const receipts = row.receipts.map((receipt) =>
    receipt.stream === 'energy' ? { ...receipt, called: ['光伏收入,理由:合同未到期'] } : receipt,
  );
  return { ...row, receipts };
}

/** What each of them is said in; the sheet breaks longer lines. */
export const REASONED_WORDS = [
  '跨年费用（2024年184天464.00元、2025年181天456.00元）这次一起',
  '扣：上年的账单今年才到',
  '雷击坏了，不修就不能发电',
  '合同全年上限2,400.00',
  '超过全年上限：村民代表会议2025年第3号决议',
  '岗位工资不到六成：上半年停工两个月',
  '电费照文件叫光伏收入，理由：合同未到期',
  '电网另代扣增值税116.50，由电网代交；到账数是',
] as const;
