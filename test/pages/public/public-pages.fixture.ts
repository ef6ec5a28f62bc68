import { sha256 } from 'js-sha256';
import { noticeDigest } from '../../../src/domain/notices/digest';
import type { DistributionNotice } from '../../../src/domain/notices/distribution-notice';
import type { PublishedFacts } from '../../../src/domain/notices/published-facts';
import type { NoticeFrameProps } from '../../../src/features/notices/notice-frame.pages';
import type { FoundNotice, VerifyPageProps } from '../../../src/features/notices/verify-outcomes.pages';

/**
 * The story of the pictures: three stations, five costs, four uses; 3,412.66 + 85,466.14 − 7,658.52 =
 * 81,220.28.
 */
export const YANGSHUWAN: DistributionNotice = {
  kind: 'distribution',
  heading: {
    issuer: '杨树湾村股份经济合作社',
    village: '杨树湾村',
    township: '柳河镇',
    number: { label: '杨树湾', year: 2025, number: 7 },
    version: 1,
    issuedOn: '2025-07-11',
    periodFrom: '2025-01-01',
    periodTo: '2025-06-30',
    periodKind: 'first-half',
    pool: 'pv',
  },
  sums: {
    carriedOver: '341266',
    received: '8546614',
    deducted: '765852',
    distributable: '8122028',
    planned: '7871227',
    leftOver: '250801',
  },
  income: {
    streams: ['energy', 'subsidy'],
    rows: [
      {
        asset: '一号电站',
        capacityKw: '100',
        energyKwh: '49236',
        receipts: [
          { stream: 'energy', received: '1892631', outstanding: '0' },
          { stream: 'subsidy', received: '2281626', outstanding: '0' },
        ],
      },
      {
        asset: '二号电站',
        capacityKw: '60',
        energyKwh: '29148',
        receipts: [
          { stream: 'energy', received: '1120449', outstanding: '0' },
          { stream: 'subsidy', received: '1350426', outstanding: '0' },
        ],
      },
      {
        asset: '柳河镇联村电站',
        shortName: '联村电站',
        capacityKw: '1600',
        energyKwh: '49466',
        sharePercent: '6.25',
        receipts: [
          { stream: 'energy', received: '1901482', outstanding: '0' },
          {
            stream: 'subsidy',
            received: '0',
            outstanding: '2283768',
            outstandingMonths: { from: '2024-07', to: '2024-12' },
          },
        ],
      },
    ],
    months: [
      { stream: 'energy', from: '2024-12', to: '2025-05' },
      { stream: 'subsidy', from: '2024-07', to: '2024-12' },
    ],
  },
  deductions: [
    {
      kind: 'land-rent',
      asset: '一号电站',
      reckoning: { by: 'area', mu: '4.20', yuanPerMu: '800', part: 'half-year' },
      vouchers: ['记-0014'],
      amount: '168000',
    },
    {
      kind: 'land-rent',
      asset: '联村电站',
      reckoning: { by: 'area', mu: '52.80', yuanPerMu: '800', part: 'half-year', sharePercent: '6.25' },
      vouchers: ['记-0015'],
      amount: '132000',
    },
    {
      kind: 'operation',
      reckoning: {
        by: 'percent-of-receipts',
        base: '8546614',
        ratePercent: '2.9',
        contract: '运维合同第五条',
      },
      vouchers: ['记-0052'],
      amount: '247852',
    },
    {
      kind: 'insurance',
      name: '电站保险',
      reckoning: { by: 'fixed', covers: '一号、二号电站2025年全年保费' },
      vouchers: ['记-0009'],
      amount: '92000',
    },
    {
      kind: 'other',
      name: '逆变器维修',
      asset: '二号电站',
      reckoning: { by: 'bill', bills: 1 },
      vouchers: ['记-0037'],
      amount: '126000',
      reason: '属其他必要费用',
    },
  ],
  uses: {
    rows: [
      {
        bucket: 'posts',
        name: '公益性岗位工资',
        description: '12人，1至6月，按验收出勤天数发',
        clauseMark: 1,
        amount: '4821227',
      },
      {
        bucket: 'works',
        name: '小型公益事业劳务',
        description: '南干渠清淤，14人×8天×100元',
        clauseMark: 2,
        amount: '1120000',
      },
      { bucket: 'rewards', name: '奖励补助', description: '6户', clauseMark: 3, amount: '730000' },
      {
        bucket: 'industry',
        name: '发展产业',
        description: '食用菌大棚保温，带动就业9人',
        clauseMark: 4,
        amount: '1200000',
      },
    ],
    leftOverFor: '先保下半年岗位工资',
    paidByCardOnly: true,
  },
  clauses: {
    quotes: [
      {
        document: '阜阳市促进脱贫人口增收工作方案',
        item: '三（二）7',
        paraphrased: false,
        pieces: [
          { text: '在扣除土地租金、运维管理、电站保险费用等必要费用后，主要用于' },
          { text: '开发乡村公益性岗位安置脱贫人口及监测对象务工就业，', mark: 1 },
          { text: '村级小型公益事业建设劳务支出，', mark: 2 },
          { text: '脱贫人口及监测对象必要的奖励补助，', mark: 3 },
          { text: '以及用于发展带动脱贫人口及监测对象就业较多、持续增收稳定的产业', mark: 4 },
        ],
      },
    ],
    pack: { id: '341200/2023-09-21', digest: '8d6f0c5e51a7b4c2'.repeat(4) },
    writtenReasons: [],
  },
  decision: {
    body: '村民代表会议',
    decidedOn: '2025-07-06',
    due: 42,
    present: 37,
    inFavour: 35,
    townshipReview: { body: '镇政府', on: '2025-07-09' },
  },
  publicity: { from: '2025-07-11', to: '2025-07-17', days: 7, firstDayCounts: true },
  contacts: {
    offices: [
      { id: 'supervision', body: '村务监督委员会 刘主任', phone: '0558-555 0107', place: '村部一楼' },
      { id: 'township', body: '柳河镇财政所', phone: '0558-555 0160' },
      { id: 'national', body: '全国咨询', phone: '12317' },
    ],
    answerWithinDays: 5,
  },
  witness: { chainLength: 412, chainHead: 'a81f60c3d94e7b25'.repeat(4) },
};

/**
 * The same village's other assets: a cold store and a workshop, no money carried over, no costs, one use
 * the village decided.
 */
export const OTHER_ASSETS: DistributionNotice = {
  ...YANGSHUWAN,
  heading: {
    ...YANGSHUWAN.heading,
    number: { label: '杨树湾', year: 2025, number: 8 },
    periodTo: '2025-12-31',
    periodKind: 'year',
    pool: 'other',
  },
  sums: {
    carriedOver: '0',
    received: '9800000',
    deducted: '0',
    distributable: '9800000',
    planned: '9800000',
    leftOver: '0',
  },
  income: {
    streams: ['rent', 'other'],
    rows: [
      {
        asset: '果蔬保鲜冷库',
        receipts: [
          { stream: 'rent', received: '8000000', outstanding: '4000000' },
          { stream: 'other', received: '0', outstanding: '0' },
        ],
      },
      {
        asset: '帮扶加工车间',
        receipts: [
          { stream: 'rent', received: '1800000', outstanding: '0' },
          { stream: 'other', received: '0', outstanding: '0' },
        ],
      },
    ],
    months: [],
  },
  deductions: [],
  uses: {
    rows: [{ bucket: 'village', name: '村内道路养护', description: '12.4公里', amount: '9800000' }],
    paidByCardOnly: false,
  },
};

export const SHORT_CODE = '7K3M-92QF-XB';

/** The page of a sheet whose stored digest is the true one, as of the fourth day of publicity. */
export function noticePageProps<Notice extends PublishedFacts>(notice: Notice): NoticeFrameProps<Notice> {
  const digest = noticeDigest(notice, sha256).sheet;
  return {
    demo: false,
    today: '2025-07-14',
    standing: { state: 'current', version: notice.heading.version, publicity: notice.publicity },
    notice,
    proof: { code: SHORT_CODE, digest, recomputedDigest: digest },
    links: {
      villageHref: '/v/yangshuwan',
      pdfHref: `/n/${SHORT_CODE}/notice.pdf`,
      csvHref: `/n/${SHORT_CODE}/data.csv`,
      csvBytes: 1900,
      dataHref: `/n/${SHORT_CODE}/data.json`,
      checkerHref: `/n/${SHORT_CODE}/checker.html`,
    },
  };
}

/** What the outcomes of a check know about the sheet. */
export function foundNotice(notice: DistributionNotice): FoundNotice {
  const { kind, heading, publicity, witness } = notice;
  const digest = noticeDigest(notice, sha256).sheet;
  return { kind, heading, publicity, witness, code: SHORT_CODE, digest, villageHref: '/v/yangshuwan' };
}

/** The verify page before anything is typed. */
export const VERIFY_PAGE: VerifyPageProps = {
  demo: false,
  today: '2025-07-14',
  checkedAt: '2025-07-14 09:26',
  action: '/verify',
  typed: '',
  contacts: [
    { body: '村务监督委员会', phone: '0558-555 0107' },
    { body: '镇财政所', phone: '0558-555 0160' },
  ],
};
