import type { PrintedVoucher } from '../../../src/features/ledger/voucher-sheet';
import { renderVouchers } from '../../../src/features/ledger/voucher-sheet';
import { type CardedAsset, assetCardPaper } from '../../../src/features/assets/asset-card-paper';
import { renderAssetCards } from '../../../src/features/assets/asset-card-sheet';
import { type DecidedPlan, deliberationRecord } from '../../../src/features/distribution/deliberation-record';
import { handoverSheet } from '../../../src/features/months/handover-sheet';
import type { KeptHandover } from '../../../src/features/months/handovers.service';
import { householdSlip } from '../../../src/features/notices/household-slip-paper';
import type { ReadSlip } from '../../../src/features/notices/public-slips.service';
import { renderPayAdvices } from '../../../src/features/payouts/pay-advice-sheet';
import { type FormPaper, renderForms } from '../../../src/platform/papers/paper-form';
import { notoFontFiles } from '../../../src/platform/pdf/font-files';
import { renderTableSheet } from '../../../src/platform/pdf/table-sheet';

const COLLECTIVE = '杨树湾村股份经济合作社';
const DRAWN = { fonts: notoFontFiles(), drawnAt: new Date('2025-07-20T00:00:00+08:00') };

/** A handover as three people sign it. */
export const HANDED: KeptHandover = {
  ...{ id: 'h1', handedOn: '2025-06-30', post: '村会计' },
  ...{ handedBy: '周会计', takenBy: '郑会计', handoverWatchedBy: '孙所长' },
  ...{ papers: '公章一枚\n2024年凭证12本', handoverRemark: '6月土地费发票还没有拿到' },
  digest: '9c1f22d07b3e58aa'.repeat(4),
  lines: [
    { part: 'money', key: '102', label: '102 银行存款', text: '', amount: 4_101_528n },
    { part: 'assets', key: 'a1', label: '杨树湾一号电站', text: '', amount: 98_000_000n },
    { part: 'booked', key: 'booked', label: '', text: '48', amount: null },
  ],
};

const VOUCHER: PrintedVoucher = {
  ...{ number: '0048', postedOn: '2025-06-30', attachments: 2, chainPosition: 48 },
  lines: [
    { summary: '付网络费', account: '513 管理费用', detail: '集体自有资金', debit: 12_000n, credit: 0n },
    { summary: '付网络费', account: '102 银行存款', detail: '集体自有资金', debit: 0n, credit: 12_000n },
  ],
  hands: { prepared: '周会计', reviewed: '孙所长', cashier: '何出纳', posted: '周会计' },
  hash: '9c1f22d07b3e58aa'.repeat(4),
};

/** The card of a station as it is filed. @param funds how many sources its money has */
export function stationCard(funds = 3): CardedAsset {
  const levels = ['中央财政', '省级财政', '县级财政'];
  return {
    ...{ collective: COLLECTIVE, day: '2025-07-20' },
    page: {
      ...{ name: '杨树湾一号光伏电站', kind: '村级光伏电站', cost: 98_000_000n, titledElsewhere: false },
      facts: [
        { label: '资产分类', text: '经营性资产' },
        { label: '所有权人', text: COLLECTIVE },
        { label: '装机容量', text: '140 千瓦' },
      ],
      funds: Array.from({ length: funds }, (_, place) => ({
        ...{ level: levels[place % 3] ?? '', year: 2017 + (place % 4) },
        amount: place === 0 ? 98_000_000n - BigInt(funds - 1) * 10_000n : 10_000n,
      })),
      particulars: {
        facts: [
          { label: '使用状况', text: '在用' },
          { label: '坐落位置', text: '村委会东侧200米，原窑厂空地' },
          { label: '标牌编号', text: 'YSW-PV-001' },
        ],
        ...{ missing: ['竣工日期', '管护岗位'], history: [] },
      },
    },
    books: { cost: 98_000_000n, accumulated: 31_850_000n },
  };
}

/** A plan on the long route, its last steps still to be taken. @param more further steps that were taken */
export function decidedPlan(more = 0): DecidedPlan {
  const taken = (name: string, day: string, told: string) => ({ name, day, told });
  return {
    kind: 'period',
    ...{ collective: COLLECTIVE, name: '2025年上半年光伏收益方案', revision: 2 },
    ...{ digest: '4be1a95d3c1f0a77'.repeat(4), isFourDeliberations: true },
    figures: { distributable: 7_780_762n, planned: 7_529_961n, left: 250_801n },
    drafted: { day: '2025-07-03', told: '周会计起草第2稿。' },
    steps: [
      taken('村党支部提议', '2025-07-04', '村党支部提议：支部会议记录第7页。会议记录，村档案柜，2页。'),
      taken('村“两委”会商议', '2025-07-05', '村“两委”会商议：两委会议记录第12页。'),
      taken('党员大会审议', '2025-07-06', '党员大会审议：应到38人，到会31人，赞成30，反对0，弃权1，通过。'),
      ...Array.from({ length: more }, (_, at) =>
        taken(`补充商议第${String(at + 1)}次`, '2025-07-07', '补充商议：会议记录，村档案柜，1页。'),
      ),
      taken(
        '村民代表会议决议',
        '2025-07-08',
        '村民代表会议决议：应到45人，到会41人，赞成39，反对1，弃权1，通过。方案2025年7月1日放出来。' +
          '会议记录、签到表、决议存档，村档案柜，6页。上一次开这个会（2024年12月20日）应到44人，和这次不一样。',
      ),
      { name: '决议公开', day: undefined, told: '' },
      { name: '实施结果公开', day: undefined, told: '' },
    ],
  };
}

/** What one household is paid on a list. @param sources from how many receipts it came */
export function slipOf(sources = 3): ReadSlip {
  return {
    ...{ village: '杨树湾村', villageHref: '/public/villages/v1', list: '2025年第3号' },
    ...{ amount: 126_000n, capital: '壹仟贰佰陆拾元整' },
    parts: [
      {
        ...{ amount: 120_000n, state: '2025年7月20日银行付到账户了。', isBack: false },
        story: {
          ...{ what: '护路岗工资', when: '2025-06' },
          reckonings: [{ text: '每月 1,200.00 元，出勤 26 天，应出勤 26 天', rounded: undefined }],
          sources: Array.from({ length: sources }, (_, place) => ({
            ...{ assetId: 'a1', asset: '杨树湾一号光伏电站', stream: 'energy' as const, isOpening: false },
            ...{ month: `2025-0${String(1 + (place % 6))}`, cameOn: '2025-05-12' },
            amount: place === 0 ? 120_000n - BigInt(sources - 1) : 1n,
          })),
          rule: {
            ...{ plan: '2025年上半年光伏收益方案', decidedOn: '2025-07-08', use: '公益岗位工资' },
            document: '阜阳市促进脱贫人口增收工作方案',
            ...{ place: '三（二）7 ①', paraphrased: false },
            quote: '光伏收益主要用于公益岗位工资、小型公益事业劳务费用和奖励补助',
          },
        },
      },
      {
        amount: 6_000n,
        state: '这张清单作废了，这笔钱没有付。请联系会计。',
        isBack: false,
        story: undefined,
      },
    ],
    contacts: [{ body: '村监督委员会', phone: '0558 111 2222' }],
  };
}

const FORM = {
  ...DRAWN,
  ...{ author: COLLECTIVE, specimen: '样张' },
  pageText: (page: number, pages: number) => `第 ${String(page)} 页　共 ${String(pages)} 页`,
};

/** One of our own papers as a PDF. */
export function printed(form: FormPaper): Promise<Buffer> {
  return renderForms([form], { ...FORM, title: form.title });
}

const PAYEE = { household: 17, name: '王*明' };

/** Every paper of the office as it stands in the kept copies, and of how many rows one wishes. */
export const PAPERS: Readonly<
  Record<string, { readonly model: () => Promise<Buffer>; readonly of?: (count: number) => Promise<Buffer> }>
> = {
  voucher: {
    model: () => renderVouchers([VOUCHER], { ...DRAWN, collective: COLLECTIVE, specimen: true }),
  },
  'asset-card': {
    model: () => printed(assetCardPaper(stationCard())),
    of: (count) => printed(assetCardPaper(stationCard(count))),
  },
  'asset-label': {
    model: () =>
      renderAssetCards(
        [
          {
            ...{ village: '杨树湾村', name: '杨树湾一号光伏电站', url: 'HTTPS://X.CN/P/ASSETS/ABCDEFGH' },
            lines: ['标牌编号：YSW-PV-001', '装机容量：140 千瓦', '2018年省级资金 300,000.00元'],
          },
        ],
        { ...DRAWN, village: '杨树湾村', specimen: true },
      ),
  },
  handover: {
    model: () =>
      renderTableSheet(handoverSheet(COLLECTIVE, HANDED), { specimen: true, drawnAt: DRAWN.drawnAt }),
  },
  'deliberation-record': {
    model: () => printed(deliberationRecord(decidedPlan())),
    of: (count) => printed(deliberationRecord(decidedPlan(count))),
  },
  'pay-advice': {
    model: () =>
      renderPayAdvices(
        [
          {
            ...{ ...PAYEE, what: '护路岗工资，2025年6月', amount: 126_000n, code: 'ABCD-EFGH-JKLM-NPQR' },
            url: 'https://x.cn/slip?code=ABCD-EFGH-JKLM-NPQR',
          },
        ],
        { ...DRAWN, village: '杨树湾村', list: '2025年第3号发放清单', on: '2025年7月18日', specimen: true },
      ),
  },
  'household-slip': {
    model: () => printed(householdSlip(PAYEE, slipOf())),
    of: (count) => printed(householdSlip(PAYEE, slipOf(count))),
  },
};
