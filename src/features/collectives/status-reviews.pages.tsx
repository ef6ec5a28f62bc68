import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, FieldErrors, fieldId, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type Column, DataTable } from '../../platform/views/table';

/** A status that is to be looked at again. */
export interface DueRow {
  /** By what the form names it. */
  readonly key: string;
  readonly household: string;
  readonly href: string;
  readonly words: string;
  readonly from: string;
  readonly last: string | undefined;
  readonly dueOn: string;
  /** Whether its day has come. */
  readonly due: boolean;
}

/** Who is to be looked at again. */
export interface StatusReviewsPageProps {
  readonly frame: OfficeFrameProps;
  readonly rosterHref: string;
  /** How many are due today. */
  readonly due: number;
  readonly rows: readonly DueRow[];
  /** How often the region looks again, and whether it has said so. */
  readonly terms: string;
  /** Field names: reviewDay, reviewPaper, `reviewed[KEY]`. */
  readonly form: FormState;
  /** Absent for who may only look. */
  readonly action: string | undefined;
}

function Rows({ page }: { page: StatusReviewsPageProps }) {
  const tick: Column<DueRow> = {
    head: '还符合',
    cell: (row) => {
      const name = `reviewed[${row.key}]`;
      return (
        <input
          type="checkbox"
          name={name}
          value="yes"
          aria-label={`${row.household}还符合`}
          checked={page.form.values[name] === 'yes'}
        />
      );
    },
  };
  return (
    <DataTable
      caption="该复核的"
      rows={page.rows}
      columns={[
        ...(page.action === undefined ? [] : [tick]),
        { head: '哪一户', names: true, cell: (row) => <a href={row.href}>{row.household}</a> },
        { head: '帮扶身份', cell: (row) => row.words },
        { head: '从哪天起', narrow: true, cell: (row) => row.from },
        { head: '上次复核', narrow: true, cell: (row) => row.last ?? '还没有' },
        {
          head: '该复核',
          narrow: true,
          cell: (row) => (row.due ? <b>{`${row.dueOn} 到期`}</b> : row.dueOn),
        },
      ]}
    />
  );
}

/** Whose standing is to be looked at again, and that somebody looked. */
export function StatusReviewsPage(page: StatusReviewsPageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          帮扶身份复核<span class="hint">{page.due === 0 ? '没有到期的' : `到期 ${page.due} 户`}</span>
        </h1>
        <nav class="tabs" aria-label="名册">
          <a href={page.rosterHref}>成员名册</a>
        </nav>
        <ErrorSummary form={form} />
        <p class="small">{page.terms}</p>
        {page.rows.length === 0 && <EmptyState sentence="现在没有帮扶身份，没有要复核的。" />}
        {page.rows.length > 0 && page.action === undefined && <Rows page={page} />}
        {page.rows.length > 0 && page.action !== undefined && (
          <PostForm action={page.action}>
            <div id={fieldId('reviewed')}>
              <Rows page={page} />
              <FieldErrors form={form} name="reviewed" />
            </div>
            <p class="small">看过、还符合的勾上。不符合了的不要勾，点开那一户结束身份。</p>
            <Field form={form} name="reviewDay" label={fieldLabel('reviewDay')} kind="day" />
            <Field
              form={form}
              name="reviewPaper"
              label={fieldLabel('reviewPaper')}
              hint="如 复核名单、评议记录和公示"
            />
            <FormButtons submit="登记复核" />
          </PostForm>
        )}
      </div>
    </OfficeFrame>
  );
}
