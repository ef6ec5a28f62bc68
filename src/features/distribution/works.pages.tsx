import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';
import { WithdrawnUses } from './withdrawn-uses.pages';
import type { WithdrawnUse } from './withdrawn-uses.view';

/** A work in the list. */
export interface WorkRow {
  readonly name: string;
  readonly href: string;
  /** What the plan says it is for. */
  readonly forWhat: string;
  readonly owed: Fen;
  /** On sheets that wait to be accepted. */
  readonly waiting: Fen;
  /** What part of the labour went to those to be helped: `75.00%`; blank while nothing is owed. */
  readonly toHelped: string;
  readonly state: GlyphState;
  readonly stateWord: string;
}

/** The small public works of a village. */
export interface WorksPageProps {
  readonly frame: OfficeFrameProps;
  readonly rows: readonly WorkRow[];
  readonly withdrawn: readonly WithdrawnUse[];
  /** Claims for labour of approved plans. */
  readonly claims: readonly Option[];
  /** Projects of construction that go on; the first says that none is meant. */
  readonly projects: readonly Option[];
  /** Field names: claimId, workName, workInvestment, workCentral, workRegion, projectId. */
  readonly form: FormState;
  /** Where a work is entered; absent for those who only look. */
  readonly action: string | undefined;
  readonly plansHref: string;
}

function Works({ rows }: { rows: readonly WorkRow[] }) {
  return (
    <DataTable
      caption="小型公益事业"
      rows={rows}
      columns={[
        { head: '工程', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
        { head: '方案里的一项', cell: (row) => row.forWhat },
        { head: '已列支', numeric: true, cell: (row) => <Money fen={row.owed} /> },
        { head: '等验收', numeric: true, cell: (row) => <Money fen={row.waiting} /> },
        { head: '给帮扶对象', numeric: true, cell: (row) => row.toHelped },
        { head: '走到哪里', cell: (row) => <StateChip state={row.state}>{row.stateWord}</StateChip> },
      ]}
    />
  );
}

function NewWork({ page, action }: { page: WorksPageProps; action: string }) {
  const { form, claims } = page;
  if (claims.length === 0)
    return (
      <p>
        要先有一份已经同意的方案，里面安排了小型公益事业的劳务。<a href={page.plansHref}>去看方案</a>
      </p>
    );
  return (
    <section>
      <h2>
        登记一项工程<span class="hint">登记以后，这一项只能凭工单列支</span>
      </h2>
      <PostForm action={action} entry>
        <Field form={form} name="claimId" label={fieldLabel('claimId')} options={claims} />
        <Field form={form} name="workName" label={fieldLabel('workName')} hint="如 村东水渠清淤" />
        <Field
          form={form}
          name="workInvestment"
          label={fieldLabel('workInvestment')}
          kind="number"
          unit="元"
          hint="以工代赈的才填，文件按它管劳务占比"
        />
        <Field form={form} name="workCentral" label={fieldLabel('workCentral')} kind="number" unit="元" />
        <Field form={form} name="workRegion" label={fieldLabel('workRegion')} kind="number" unit="元" />
        {page.projects.length > 0 && (
          <Field
            form={form}
            name="projectId"
            label={fieldLabel('projectId')}
            options={page.projects}
            hint="形成资产的才选：劳务算进资产的造价"
          />
        )}
        <FormButtons submit="登记工程" />
      </PostForm>
    </section>
  );
}

/** The works of a village, then a new one. */
export function WorksPage(page: WorksPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          小型公益事业<span class="hint">干完了、别人验收了，才欠劳务报酬　金额单位：元</span>
        </h1>
        <ErrorSummary form={page.form} />
        {page.rows.length === 0 ? <EmptyState sentence="还没有登记工程。" /> : <Works rows={page.rows} />}
        <WithdrawnUses what="工程" rows={page.withdrawn} />
        {page.action !== undefined && <NewWork page={page} action={page.action} />}
      </div>
    </OfficeFrame>
  );
}
