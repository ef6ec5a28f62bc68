import { fieldLabel, labelOf } from '../../glossary/terms';
import type { Cadence } from '../../domain/ledger/recurring-voucher';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText, yearMonthText } from '../../platform/views/day-text';
import { ErrorSummary, fieldProblems, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { MonthFrame } from '../../platform/views/month-frame';
import type { MonthWork } from '../../platform/views/month-work';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import type { DraftLine } from './voucher-draft.pages';

/** A recurring voucher in one of its months: as it would be booked, or what became of it. */
export interface RecurringMonthPageProps {
  readonly frame: OfficeFrameProps;
  readonly work: MonthWork;
  readonly name: string;
  readonly every: Cadence;
  readonly month: string;
  readonly postedOn: string;
  readonly summary: string;
  readonly lines: readonly DraftLine[];
  /** Field names: attachments of the booking, reason of the waiver. */
  readonly form: FormState;
  /** Where it is booked, and where the month goes without it; absent for those who only look. */
  readonly bookAction?: string | undefined;
  readonly waiveAction?: string | undefined;
  /** The voucher that was booked. */
  readonly bookedHref?: string | undefined;
  /** Why the month goes without it. */
  readonly waived?: string | undefined;
  readonly cancelHref: string;
}

function Lines({ lines }: { lines: readonly DraftLine[] }) {
  return (
    <DataTable
      caption="分录"
      class="voucher-lines"
      rows={lines}
      columns={[
        {
          head: '科目',
          names: true,
          cell: (row) => (
            <>
              {row.account}
              {row.dimensions.length > 0 && <small>{row.dimensions.join('　')}</small>}
            </>
          ),
        },
        { head: '借方金额', numeric: true, cell: (row) => row.debit },
        { head: '贷方金额', numeric: true, cell: (row) => row.credit },
      ]}
    />
  );
}

function Waiving({ page }: { page: RecurringMonthPageProps }) {
  const { form, waiveAction } = page;
  if (waiveAction === undefined) return null;
  const isTyped = form.values['reason'] !== undefined || fieldProblems(form, 'reason').length > 0;
  return (
    <details class="fold" open={isTyped}>
      <summary>{`${yearMonthText(page.month)}不用记这张`}</summary>
      <p class="small">不记要写理由，理由留在账里，谁都能看到。写了以后这个月就能结账；要补记也还可以。</p>
      <PostForm action={waiveAction}>
        <Field
          form={form}
          name="reason"
          label={fieldLabel('reason')}
          kind="area"
          hint="4 到 200 个字，不写个人的名字"
        />
        <div class="buttons">
          <button type="submit">这个月不记</button>
        </div>
      </PostForm>
    </details>
  );
}

/** The voucher filled in for its month: looked at, booked, or left out with a reason. */
export function RecurringMonthPage(page: RecurringMonthPageProps) {
  const { form } = page;
  return (
    <MonthFrame frame={page.frame} work={page.work} entry={page.bookAction !== undefined}>
      <h1>
        {page.name}
        <span class="hint">
          {`${yearMonthText(page.month)}　${labelOf(`cadence.${page.every}`)}的常设凭证　金额单位：元`}
        </span>
      </h1>
      <ErrorSummary form={form} />
      {page.bookedHref !== undefined && (
        <p class="closing">
          这个月的已经记账，<a href={page.bookedHref}>看凭证</a>。
        </p>
      )}
      {page.waived !== undefined && <p class="closing">{`这个月不记，理由：${page.waived}`}</p>}
      <dl class="voucher-head">
        <div>
          <dt>摘要</dt>
          <dd>{page.summary}</dd>
        </div>
        <div>
          <dt>日期</dt>
          <dd>{fullDayText(page.postedOn)}</dd>
        </div>
      </dl>
      <Lines lines={page.lines} />
      {page.bookAction !== undefined && (
        <PostForm action={page.bookAction} entry>
          <Field
            form={form}
            name="attachments"
            label={fieldLabel('attachments')}
            kind="number"
            unit="张"
            hint="没有单据就不填"
          />
          <FormButtons submit="记账" cancelHref={page.cancelHref} />
        </PostForm>
      )}
      <Waiving page={page} />
    </MonthFrame>
  );
}
