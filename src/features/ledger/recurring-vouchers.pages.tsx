import { fieldLabel, labelOf } from '../../glossary/terms';
import type { Fen } from '../../domain/money/fen';
import type { Cadence } from '../../domain/ledger/recurring-voucher';
import { PostForm } from '../../platform/views/csrf-field';
import { yearMonthText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { VoucherGrid, type VoucherGridProps } from './voucher-grid.pages';

/** A recurring voucher a month asks for. */
export interface DueRow {
  readonly name: string;
  /** `2025-06`. */
  readonly month: string;
  readonly amount: Fen;
  /** The voucher filled in for its month. */
  readonly href: string;
}

/** One recurring voucher. */
export interface RecurringRow {
  readonly name: string;
  readonly summary: string;
  readonly every: Cadence;
  readonly fromMonth: string;
  readonly toMonth?: string | undefined;
  readonly amount: Fen;
  readonly lastBooked?: { readonly month: string; readonly href: string } | undefined;
  /** Ends it with the month given; absent once it has an end, and for those who only look. */
  readonly endAction?: string | undefined;
}

/** What is due, and all there are. */
export interface RecurringListPageProps {
  readonly frame: OfficeFrameProps;
  readonly due: readonly DueRow[];
  readonly all: readonly RecurringRow[];
  readonly form: FormState;
  /** The month an ending takes effect with. */
  readonly thisMonth: string;
  readonly newHref?: string | undefined;
}

function Due({ due }: { due: readonly DueRow[] }) {
  if (due.length === 0) return <p class="small">到本月为止，该记的常设凭证都记了。</p>;
  return (
    <DataTable
      caption="该记的常设凭证"
      rows={due}
      columns={[
        { head: '名称', names: true, cell: (row) => row.name },
        { head: '哪个月的', cell: (row) => yearMonthText(row.month) },
        { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        { head: '要做什么', cell: (row) => <a href={row.href}>看一看，再记</a> },
      ]}
    />
  );
}

function All({ page }: { page: RecurringListPageProps }) {
  if (page.all.length === 0) return <EmptyState sentence="还没有常设凭证。" />;
  return (
    <DataTable
      caption="全部常设凭证"
      rows={page.all}
      columns={[
        { head: '名称', names: true, cell: (row) => row.name },
        { head: '摘要', cell: (row) => row.summary },
        { head: '多久一次', cell: (row) => labelOf(`cadence.${row.every}`) },
        {
          head: '起止',
          cell: (row) =>
            row.toMonth === undefined
              ? `${yearMonthText(row.fromMonth)}起`
              : `${yearMonthText(row.fromMonth)}至${yearMonthText(row.toMonth)}`,
        },
        {
          head: '最近记到',
          cell: (row) =>
            row.lastBooked === undefined ? (
              '还没有'
            ) : (
              <a href={row.lastBooked.href}>{yearMonthText(row.lastBooked.month)}</a>
            ),
        },
        { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        {
          head: '要做什么',
          cell: (row) =>
            row.endAction === undefined ? (
              ''
            ) : (
              <PostForm action={row.endAction}>
                <input type="hidden" name="month" value={page.thisMonth} />
                <button type="submit" class="link">
                  记到本月为止
                </button>
              </PostForm>
            ),
        },
      ]}
    />
  );
}

/** Vouchers that come again: what is due on top, each filled in; never booked unasked. */
export function RecurringListPage(page: RecurringListPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          常设凭证<span class="hint">按月、按季、按年都要记的一样的凭证　金额单位：元</span>
        </h1>
        <ErrorSummary form={page.form} />
        <section>
          <h2>本月该记的常设凭证</h2>
          <Due due={page.due} />
        </section>
        <section>
          <h2>全部</h2>
          <All page={page} />
        </section>
        {page.newHref !== undefined && (
          <nav class="small tab-rows" aria-label="常设凭证">
            <a href={page.newHref}>加一张常设凭证</a>
          </nav>
        )}
      </div>
    </OfficeFrame>
  );
}

/** The form of a recurring voucher. */
export interface RecurringFormPageProps extends VoucherGridProps {
  readonly frame: OfficeFrameProps;
  readonly action: string;
  readonly cancelHref: string;
  readonly cadences: readonly Option[];
}

/** A new recurring voucher: when, and the lines that are booked each time. */
export function RecurringFormPage(page: RecurringFormPageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide voucher-form">
        <h1>
          加一张常设凭证<span class="hint">存好以后，到期的月份会提醒，看过才记；不记要写理由</span>
        </h1>
        <ErrorSummary form={form} />
        <PostForm action={page.action} entry enterSubmits="存好">
          <div class="short-fields">
            <Field form={form} name="name" label={fieldLabel('name')} hint="如 每月网络费" />
            <Field form={form} name="every" label={fieldLabel('every')} options={page.cadences} />
            <Field
              form={form}
              name="fromMonth"
              label={fieldLabel('fromMonth')}
              kind="month"
              hint="如 2025-07"
            />
            <Field form={form} name="toMonth" label={fieldLabel('toMonth')} kind="month" hint="没定就不填" />
            <Field form={form} name="summary" label={fieldLabel('summary')} hint="不要写身份证号、手机号" />
          </div>
          <VoucherGrid form={form} choices={page.choices} rows={page.rows} />
          <FormButtons submit="存好" cancelHref={page.cancelHref}>
            <button type="submit" name="act" value="more">
              再加几行
            </button>
          </FormButtons>
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
