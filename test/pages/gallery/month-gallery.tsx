import type { VNode } from 'preact';
import { DeductionFormPage } from '../../../src/features/deductions/deductions.pages';
import { RentFormPage } from '../../../src/features/income/income-due.pages';
import { ReceiptFormPage } from '../../../src/features/income/receipt.pages';
import { MonthPage } from '../../../src/features/months/month.pages';
import { formOf, fuyangClause, JUNE_WORK, villageFrame } from './gallery-frame';
import { SLIP_GALLERY } from './slip-gallery';

const FRAME = villageFrame('month', '2025-06');

const ENTRIES = [
  { kind: 'settlement' as const, href: '#s' },
  { kind: 'receipt' as const, href: '#r' },
  { kind: 'rent' as const, href: '#l' },
  { kind: 'deduction' as const, href: '#d' },
];

const RECEIVABLES = [
  {
    id: 'r1',
    source: '一号电站',
    stream: '电费',
    aboutPeriod: '2025-05',
    voucherNumber: '记-0048',
    open: 413653n,
  },
  {
    id: 'r2',
    source: '二号电站',
    stream: '电费',
    aboutPeriod: '2025-05',
    voucherNumber: '记-0049',
    open: 244863n,
  },
  {
    id: 'r3',
    source: '联村电站',
    stream: '国家补贴',
    aboutPeriod: '2024-12',
    voucherNumber: '记-0005',
    open: 288672n,
  },
];

/** The pages of a month and its entry forms, by name. */
export const MONTH_GALLERY: Readonly<Record<string, VNode>> = {
  month: (
    <MonthPage
      frame={FRAME}
      work={JUNE_WORK}
      form={formOf({})}
      state="open"
      allVouchersHref="#all"
      entries={ENTRIES}
      vouchers={[
        {
          number: '记-0047',
          href: '#47',
          postedOn: '2025-06-12',
          summary: '逆变器维修费',
          amount: 126000n,
          reversal: 'reversed',
        },
        {
          number: '记-0048',
          href: '#48',
          postedOn: '2025-06-20',
          summary: '一号电站5月电费',
          amount: 413653n,
        },
        {
          number: '记-0049',
          href: '#49',
          postedOn: '2025-06-20',
          summary: '二号电站5月电费',
          amount: 244863n,
        },
        {
          number: '记-0050',
          href: '#50',
          postedOn: '2025-06-20',
          summary: '一号、二号电站5月电费到账',
          amount: 658516n,
        },
      ]}
    />
  ),
  'month-empty': (
    <MonthPage
      frame={{ ...villageFrame('month', '2025-07'), said: '6月已结账。' }}
      work={{ ...JUNE_WORK, month: '2025-07', blockers: [], tasks: JUNE_WORK.tasks.slice(7, 8) }}
      form={formOf({})}
      state="open"
      vouchers={[]}
      allVouchersHref="#all"
      entries={ENTRIES}
    />
  ),
  ...SLIP_GALLERY,
  receipt: (
    <ReceiptFormPage
      frame={FRAME}
      work={JUNE_WORK}
      action="/receipts"
      cancelHref="#month"
      receivables={RECEIVABLES}
      advances={[{ source: '加工车间', amount: 600_000n }]}
      form={formOf(
        { receivedOn: '2025-06-20', amount: '6,585.15', 'amounts[r1]': '4136.53', 'amounts[r2]': '2448.63' },
        [
          {
            code: 'receipt.partsNotWhole',
            field: 'amount',
            value: '6,585.15',
            facts: { parts: 658516n, difference: 1n },
          },
        ],
      )}
    />
  ),
  rent: (
    <RentFormPage
      frame={FRAME}
      action="/rents"
      cancelHref="#month"
      newAssetHref="#assets"
      streams={['rent', 'other']}
      assets={[{ value: 'workshop', label: '加工车间' }]}
      form={formOf({ stream: 'rent', assetId: 'workshop', coversFrom: '2025-07-01', coversTo: '2025-12-31' })}
    />
  ),
  deduction: (
    <DeductionFormPage
      frame={FRAME}
      work={JUNE_WORK}
      action="/deductions"
      cancelHref="#month"
      clause={fuyangClause('')}
      assets={[{ value: 's1', label: '一号电站' }]}
      suggestions={[
        {
          contractId: 'c1',
          kind: '土地租金',
          name: '一号电站土地租金',
          reckoning: '4.20亩×800元÷2',
          due: 168000n,
          href: '#c1',
          current: true,
        },
        {
          contractId: 'c2',
          kind: '运维管理',
          name: '电站运维管理',
          reckoning: '到账85,466.14×2.9%，已记2,358.00',
          due: 12052n,
          href: '#c2',
        },
      ]}
      form={formOf({
        contractId: 'c1',
        kind: 'land_rent',
        assetId: 's1',
        amount: '1680.00',
        note: '4.20亩×800元÷2',
      })}
      booked={[
        {
          voucherNumber: '记-0047',
          href: '#47',
          postedOn: '2025-06-12',
          summary: '逆变器维修',
          amount: 126000n,
          refunded: 0n,
          refundHref: '#r47',
        },
      ]}
    />
  ),
};
