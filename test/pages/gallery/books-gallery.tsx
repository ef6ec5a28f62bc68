import type { VNode } from 'preact';
import { TownshipPage, type MatrixCell } from '../../../src/features/oversight/township.pages';
import { SurplusPage } from '../../../src/features/surplus/surplus.pages';
import { fuyangClause, TOWNSHIP_FRAME, villageFrame } from './gallery-frame';

const SEALED: MatrixCell = { state: 'sealed' };
const HELD: MatrixCell = { state: 'held' };
const OPEN: MatrixCell = { state: 'open' };

function cells(...last: MatrixCell[]): MatrixCell[] {
  return [...Array.from({ length: 12 - last.length }, () => SEALED), ...last];
}

const MONTHS = ['2024-08', '2024-09', '2024-10', '2024-11', '2024-12'].concat(
  ['01', '02', '03', '04', '05', '06', '07'].map((month) => `2025-${month}`),
);

/** Surplus and the township's view, by name. */
export const BOOKS_GALLERY: Readonly<Record<string, VNode>> = {
  surplus: (
    <SurplusPage
      frame={villageFrame('surplus')}
      pool="光伏收益"
      isSplit
      carriedParts={[
        { label: '建账时的余额', href: '#1', fen: 201266n },
        { label: '这段时间以前到账', href: '#before', fen: 8140000n },
        { label: '2024年下半年已定下用途', href: '#plan', fen: -8000000n },
      ]}
      further={{ bridgeHref: '#bridge', idleHref: '#idle' }}
      sheetHref="#sheet"
      workbookHref="#workbook"
      span={{ action: '#surplus', pool: 'pv' }}
      from="2025-01-01"
      through="2025-06-30"
      carried={341266n}
      received={8546614n}
      deducted={765852n}
      distributable={8122028n}
      draftHref="#draft"
      clause={fuyangClause('')}
      pools={[
        { label: '光伏收益', href: '#pv', current: true },
        { label: '其他经营性资产收益', href: '#other' },
      ]}
      periods={[
        { label: '2025年上半年', href: '#h1', current: true },
        { label: '2024年下半年', href: '#h2' },
      ]}
      lines={[
        {
          kind: 'in',
          label: '电费',
          total: 4914562n,
          entries: [
            {
              voucherNumber: '记-0003',
              href: '#3',
              postedOn: '2025-01-20',
              summary: '一号、二号电站12月电费到账',
              amount: 382940n,
            },
            {
              voucherNumber: '记-0050',
              href: '#50',
              postedOn: '2025-06-20',
              summary: '其余各月电费到账',
              amount: 4531622n,
            },
          ],
        },
        {
          kind: 'subsidy',
          label: '国家补贴',
          note: '联村电站 22,837.68 还没拨',
          total: 3632052n,
          entries: [
            {
              voucherNumber: '记-0033',
              href: '#33',
              postedOn: '2025-04-25',
              summary: '一号、二号电站2024年7至12月补贴',
              amount: 3632052n,
            },
          ],
        },
        {
          kind: 'out',
          label: '土地租金',
          total: 300000n,
          entries: [
            {
              voucherNumber: '记-0014',
              href: '#14',
              postedOn: '2025-02-10',
              summary: '4.20亩×800元÷2',
              amount: 168000n,
            },
            {
              voucherNumber: '记-0015',
              href: '#15',
              postedOn: '2025-02-10',
              summary: '联村 52.80亩×800元÷2×6.25%',
              amount: 132000n,
            },
          ],
        },
        {
          kind: 'out',
          label: '运维、保险、维修',
          total: 465852n,
          entries: [
            {
              voucherNumber: '记-0052',
              href: '#52',
              postedOn: '2025-06-30',
              summary: '运维管理、电站保险、逆变器维修',
              amount: 465852n,
            },
          ],
        },
      ]}
    />
  ),
  township: (
    <TownshipPage
      frame={TOWNSHIP_FRAME}
      checks={[
        { village: '石桥村', href: '#1', broken: 3 },
        { village: '何庄村', href: '#2', daysAgo: 5 },
        { village: '新河村', href: '#5' },
      ]}
      today="2025-07-08"
      months={MONTHS}
      batchHref="#batch"
      actsHref="#acts"
      remindersHref="#reminders"
      peopleHref="#people"
      accountsHref="#accounts"
      arrearsHref="#arrears"
      coloursHref="/colours"
      linkageHref="/linkage"
      sheetsHref="/sheets"
      goalsHref="/goals"
      yieldsHref="/yields"
      idleHref="/idle-money"
      payListsHref="/pay-lists"
      papersHref="/papers"
      watchHref="#watch"
      sealable={[
        { village: '杨树湾村', month: '2025-05', href: '#seal', held: 1 },
        { village: '石桥村', month: '2025-03', href: '#seal-2', held: 3 },
      ]}
      villages={[
        {
          village: '石桥村',
          href: '#1',
          distribution: '没起草',
          cells: cells({ lateDays: 33 }, { lateDays: 3 }, OPEN),
        },
        { village: '何庄村', href: '#2', distribution: '起草中', cells: cells({ lateDays: 3 }, OPEN) },
        { village: '大柳村', href: '#3', distribution: '待镇审核', cells: cells(HELD, HELD, OPEN) },
        { village: '杨树湾村', href: '#4', distribution: '待镇审核', cells: cells(HELD, HELD, OPEN) },
        { village: '新河村', href: '#5', distribution: '已同意', cells: cells(OPEN) },
        {
          village: '新并村',
          href: '#6',
          distribution: '没起草',
          cells: [...MONTHS.slice(2).map(() => ({ notBegun: true as const })), HELD, OPEN],
        },
      ]}
      queue={[
        {
          village: '汤店村',
          plan: '2026年1至3月光伏收益方案',
          isOfYear: false,
          href: '#t',
          distributable: 9037715n,
          worst: 'passed',
          finding: '9项都通过',
          waitingDays: 3,
        },
        {
          village: '杨树湾村',
          plan: '2026年1至3月光伏收益方案',
          isOfYear: false,
          href: '#y',
          distributable: 8122028n,
          worst: 'reason',
          finding: '1项写了理由：逆变器维修，其他必要费用',
          waitingDays: 1,
        },
        {
          village: '大柳村',
          plan: '2026年光伏收益年度计划',
          isOfYear: true,
          href: '#d',
          distributable: 6490570n,
          worst: 'blocked',
          finding: '岗位资金 55.20%，低于60%',
          clause: fuyangClause(' ①'),
          waitingDays: 2,
        },
        {
          village: '西桥村',
          plan: '2025年10至12月资产收益方案',
          isOfYear: false,
          href: '#x',
          distributable: 5211806n,
          worst: 'undecided',
          finding: '1项定不了：奖补单户上限，县里没给数',
          waitingDays: 4,
        },
      ]}
    />
  ),
};
