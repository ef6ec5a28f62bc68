import type { Fen } from '../../domain/money/fen';
import { monthText, shortDay, yearMonthText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Money } from '../../platform/views/money';
import { MonthFrame } from '../../platform/views/month-frame';
import type { MonthWork } from '../../platform/views/month-work';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { MONTH_WORDS, MonthGlyph, type MonthState } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';
import { ClosingFoot, ClosingHead, type MonthClosing } from './month-closing.pages';
import { type MonthMoved, MonthMovedNotes } from './month-moved.pages';

/** One voucher of the month, as the list shows it. */
export interface MonthVoucher {
  /** Number as printed, `记-0048`. */
  readonly number: string;
  readonly href: string;
  /** `2025-06-20`. */
  readonly postedOn: string;
  readonly summary: string;
  /** Sum of its debits, in fen. */
  readonly amount: Fen;
  /** It reverses another, or another reverses it. */
  readonly reversal?: 'reversal' | 'reversed' | undefined;
}

/** The front page of a month: what is to be done, what was booked, what can be distributed now. */
export interface MonthPageProps {
  readonly frame: OfficeFrameProps;
  readonly work: MonthWork;
  /** The closing of the month, where it was refused. */
  readonly form: FormState;
  readonly state: MonthState;
  /** How far its closing is, and what was done to it. */
  readonly closing?: MonthClosing | undefined;
  readonly vouchers: readonly MonthVoucher[];
  /** The decided plans that vouchers of the month put right. */
  readonly moved?: readonly MonthMoved[] | undefined;
  readonly allVouchersHref: string;
  /** Where balances of earlier books come in, while these have no voucher at all. */
  readonly openingHref?: string | undefined;
  /** Entry forms that no task opens yet: a bill, other rent, a receipt. */
  readonly entries: readonly MonthEntry[];
}

/** A form that a month can be entered with. */
export interface MonthEntry {
  readonly kind: 'settlement' | 'receipt' | 'rent' | 'deduction' | 'reconciliation';
  readonly href: string;
}

const ENTRY_WORDS = {
  settlement: '记电费结算单',
  receipt: '记到账',
  rent: '记应收租金、其他收入',
  deduction: '记费用',
  reconciliation: '对账：电表、结算单、银行',
} satisfies Record<MonthEntry['kind'], string>;

const REVERSAL_WORDS = { reversal: '（冲销）', reversed: '（已冲销）' };

function VoucherTable({ vouchers }: { vouchers: readonly MonthVoucher[] }) {
  return (
    <DataTable
      caption="本月凭证"
      rows={vouchers}
      columns={[
        { head: '凭证', names: true, cell: (voucher) => <a href={voucher.href}>{voucher.number}</a> },
        { head: '日期', narrow: true, cell: (voucher) => shortDay(voucher.postedOn) },
        {
          head: '摘要',
          cell: (voucher) =>
            `${voucher.summary}${voucher.reversal === undefined ? '' : REVERSAL_WORDS[voucher.reversal]}`,
        },
        { head: '借方合计', numeric: true, cell: (voucher) => <Money fen={voucher.amount} /> },
      ]}
    />
  );
}

function Vouchers({ page }: { page: MonthPageProps }) {
  const { vouchers, work, allVouchersHref, entries } = page;
  const first = entries[0];
  if (vouchers.length === 0)
    return (
      <EmptyState
        sentence={`${monthText(work.month)}还没有凭证。`}
        action={first && { href: first.href, label: `从${ENTRY_WORDS[first.kind].slice(1)}开始。` }}
      />
    );
  return (
    <section>
      <h2>
        {`${monthText(work.month)}已记凭证 ${vouchers.length} 张`}
        <a class="aside" href={allVouchersHref}>
          看全部
        </a>
      </h2>
      <VoucherTable vouchers={vouchers} />
    </section>
  );
}

/** Tasks left, vouchers in the middle, running surplus and what blocks the close right. */
export function MonthPage(page: MonthPageProps) {
  const { frame, work, form, state, closing, entries } = page;
  return (
    <MonthFrame frame={frame} work={work}>
      <h1>
        {yearMonthText(work.month)}
        <span class="hint">
          <MonthGlyph state={state} /> {MONTH_WORDS[state]}　金额单位：元
        </span>
      </h1>
      <ErrorSummary form={form} />
      {page.openingHref !== undefined && (
        <p class="closing">
          这里还没建账。原来有账的，先<a href={page.openingHref}>导入期初余额</a>；没有的，直接记第一笔。
        </p>
      )}
      {closing !== undefined && <ClosingHead closing={closing} />}
      <MonthMovedNotes moved={page.moved ?? []} />
      {entries.length > 0 && (
        <p class="entries">
          {entries.map((entry) => (
            <a class="button" href={entry.href}>
              {ENTRY_WORDS[entry.kind]}
            </a>
          ))}
        </p>
      )}
      <Vouchers page={page} />
      {closing !== undefined && <ClosingFoot closing={closing} form={form} />}
    </MonthFrame>
  );
}
