import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A local standard beside the rule it fills or makes stricter. */
export interface StandardRow {
  /** What the number is. */
  readonly says: string;
  /** What the document itself gives: 没有给, 15%. */
  readonly document: string;
  readonly value: string;
  readonly region: string;
  readonly from: string;
  readonly paper: string;
  /** Why although the document expects another; blank where it does not. */
  readonly why: string;
  readonly entered: string;
  /** Why it was withdrawn, by whom. */
  readonly withdrawn: string | undefined;
  /** Where it is withdrawn; absent for those who only look, and once it is. */
  readonly withdrawHref: string | undefined;
}

/** The numbers of a county beside what its documents say, and a form to enter one or withdraw one. */
export interface StandardsPageProps {
  readonly frame: OfficeFrameProps;
  readonly rows: readonly StandardRow[];
  readonly numbers: readonly Option[];
  readonly regions: readonly Option[];
  readonly form: FormState;
  /** Absent for those who only look. */
  readonly action: string | undefined;
  /** The standard that is being withdrawn: the form is then its reason's. */
  readonly withdrawing: { readonly says: string; readonly action: string } | undefined;
  readonly listHref: string;
  readonly cancelHref: string;
}

function EntryForm({ page, action }: { page: StandardsPageProps; action: string }) {
  const { form } = page;
  return (
    <section class="long-choices">
      <h2>
        填一个标准
        <span class="hint">文件留给县里定的数可以填；文件给了的，只能更严；乡镇的不能比县里的松</span>
      </h2>
      <PostForm action={action} entry>
        <Field form={form} name="numberId" label={fieldLabel('numberId')} options={page.numbers} />
        <Field form={form} name="value" label={fieldLabel('value')} hint="比例写 60%；金额写元" />
        <Field form={form} name="from" label={fieldLabel('from')} kind="day" hint="如 2025-07-01" />
        <Field
          form={form}
          name="region"
          label={fieldLabel('region')}
          options={page.regions}
          hint="本县，或者本县的一个乡镇、一个村"
        />
        <Field form={form} name="paperTitle" label={fieldLabel('paperTitle')} />
        <Field form={form} name="paperNumber" label={fieldLabel('paperNumber')} hint="没有可以不填" />
        <Field form={form} name="paperIssuer" label={fieldLabel('paperIssuer')} />
        <Field form={form} name="paperIssuedOn" label={fieldLabel('paperIssuedOn')} kind="day" />
        <Field
          form={form}
          name="standardWhy"
          label={fieldLabel('standardWhy')}
          hint="低保、特困标准和文件说的比例不一样，才填"
        />
        <FormButtons submit="存" cancelHref={page.cancelHref} />
        <p class="small">存了不能改。填错了就撤销，写明理由，再填一个；已经用过它的方案不变。</p>
      </PostForm>
    </section>
  );
}

function Withdrawal({ page }: { page: StandardsPageProps }) {
  const { withdrawing, form } = page;
  if (withdrawing === undefined) return null;
  return (
    <section>
      <h2>
        撤销一个标准<span class="hint">{withdrawing.says}</span>
      </h2>
      <PostForm action={withdrawing.action} entry>
        <Field form={form} name="reason" label={fieldLabel('reason')} kind="area" />
        <FormButtons submit="撤销" cancelHref={page.cancelHref} />
      </PostForm>
    </section>
  );
}

function Paper({ row }: { row: StandardRow }) {
  return (
    <>
      {row.paper}
      {row.why !== '' && <small>{row.why}</small>}
    </>
  );
}

function Standards({ rows }: { rows: readonly StandardRow[] }) {
  if (rows.length === 0) return <EmptyState sentence="还没有填过本地标准。" />;
  return (
    <DataTable
      caption="本地标准"
      rows={rows}
      columns={[
        { head: '哪个数', cell: (row) => row.says },
        { head: '文件写的', narrow: true, cell: (row) => row.document },
        {
          head: '本地定的',
          narrow: true,
          cell: (row) => (row.withdrawn === undefined ? <b>{row.value}</b> : row.value),
        },
        {
          head: '从哪天起',
          narrow: true,
          cell: (row) => (
            <>
              {row.from}
              <small>{row.region}</small>
            </>
          ),
        },
        { head: '文件', cell: (row) => <Paper row={row} /> },
        {
          head: '谁填的',
          cell: (row) => (
            <>
              {row.entered}
              {row.withdrawn !== undefined && <small>{row.withdrawn}</small>}
              {row.withdrawHref !== undefined && (
                <small>
                  <a href={row.withdrawHref}>撤销</a>
                </small>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

/** What the county gave beside what the document says, then the form. */
export function StandardsPage(page: StandardsPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          本地标准<span class="hint">县里给的数，一个数一份文件；留给村里定的不在这里填</span>
          <span class="aside">
            <a href={page.listHref}>全部政策</a>
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        <Withdrawal page={page} />
        <Standards rows={page.rows} />
        {page.action !== undefined && page.withdrawing === undefined && (
          <EntryForm page={page} action={page.action} />
        )}
      </div>
    </OfficeFrame>
  );
}
