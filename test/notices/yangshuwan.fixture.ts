import type { DistributionNotice } from '../../src/domain/notices/distribution-notice';

const NONE = '0';

/**
 * The sheet of Yangshuwan, first half of 2025: invented, but every figure adds up. Used as the model of a
 * full page.
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
          { stream: 'energy', received: '1892631', outstanding: NONE },
          { stream: 'subsidy', received: '2281626', outstanding: NONE },
        ],
      },
      {
        asset: '二号电站',
        capacityKw: '60',
        energyKwh: '29148',
        receipts: [
          { stream: 'energy', received: '1120449', outstanding: NONE },
          { stream: 'subsidy', received: '1350426', outstanding: NONE },
        ],
      },
      {
        asset: '柳河镇联村电站',
        shortName: '联村',
        capacityKw: '1600',
        energyKwh: '49466',
        sharePercent: '6.25',
        receipts: [
          { stream: 'energy', received: '1901482', outstanding: NONE },
          {
            stream: 'subsidy',
            received: NONE,
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
      asset: '一号、二号电站',
      reckoning: { by: 'fixed', covers: '2025年全年保费' },
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
      reason: '不修就不能发电',
    },
  ],
  uses: {
    rows: [
      {
        bucket: 'posts',
        name: '公益性岗位工资',
        description: '12人,1至6月,按验收出勤天数发',
        clauseMark: 1,
        amount: '4821227',
      },
      {
        bucket: 'labour',
        name: '小型公益事业劳务',
        description: '南干渠清淤,14人×8天×100元',
        clauseMark: 2,
        amount: '1120000',
      },
      { bucket: 'reward', name: '奖励补助', description: '6户', clauseMark: 3, amount: '730000' },
      {
        bucket: 'industry',
        name: '发展产业',
        description: '食用菌大棚保温,带动就业9人',
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
        item: '三(二)7',
        paraphrased: false,
        pieces: [
          { text: '在扣除土地租金、运维管理、电站保险费用等必要费用后,主要用于' },
          { text: '开发乡村公益性岗位安置脱贫人口及监测对象务工就业,', mark: 1 },
          { text: '村级小型公益事业建设劳务支出,', mark: 2 },
          { text: '脱贫人口及监测对象必要的奖励补助,', mark: 3 },
          { text: '以及用于发展带动脱贫人口及监测对象就业较多、持续增收稳定的产业', mark: 4 },
        ],
      },
    ],
    pack: { id: '341200/2023-09-21', digest: 'b5'.repeat(32) },
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
      { id: 'supervision', body: '村务监督委员会', phone: '0558-555 0107', place: '村部一楼' },
      { id: 'township', body: '柳河镇财政所', phone: '0558-555 0160' },
      { id: 'national', body: '全国咨询', phone: '12317' },
    ],
    answerWithinDays: 5,
  },
  witness: { chainLength: 412, chainHead: 'a81f60c3d94e7b25'.padEnd(56, '7').concat('9c0207fe') },
};

/** What the sheet is printed with beside its facts. */
export const YANGSHUWAN_OPTIONS = {
  url: 'HTTPS://CUNZHANG.EXAMPLE/N/7K3M92QFXB',
  shortCode: '7K3M-92QF-XB',
  digest: '5c0e91d7f3a24b680d9e7714c2abe05698f133d06ae4b17c2f95840bd3c619ee',
  specimen: false,
  officers: { supervision: '刘主任' },
};
