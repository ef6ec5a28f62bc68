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

/** A project in the list. */
export interface IndustryRow {
  readonly name: string;
  readonly href: string;
  readonly operator: string;
  readonly owed: Fen;
  /** `24 户，差 1 户` */
  readonly households: string;
  readonly state: GlyphState;
  readonly stateWord: string;
}

/** The industry projects of a village. */
export interface IndustryListPageProps {
  readonly frame: OfficeFrameProps;
  readonly rows: readonly IndustryRow[];
  readonly withdrawn: readonly WithdrawnUse[];
  /** Claims for industry of approved plans. */
  readonly claims: readonly Option[];
  /** Field names: those of the domain's IndustryForm. */
  readonly form: FormState;
  /** Where a project is entered; absent for those who only look. */
  readonly action: string | undefined;
  readonly plansHref: string;
}

function Projects({ rows }: { readonly rows: readonly IndustryRow[] }) {
  return (
    <DataTable
      caption="产业项目"
      class="stacked"
      rows={rows}
      columns={[
        { head: '项目', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
        { head: '谁来办', cell: (row) => row.operator },
        { head: '已列支', numeric: true, cell: (row) => <Money fen={row.owed} /> },
        { head: '带动户', cell: (row) => row.households },
        { head: '走到哪里', cell: (row) => <StateChip state={row.state}>{row.stateWord}</StateChip> },
      ]}
    />
  );
}

/** What goes into it beside the plan's money, and what it promises for that. */
function Promises({ form }: { readonly form: FormState }) {
  return (
    <>
      <Field
        form={form}
        name="industryFund"
        label={fieldLabel('industryFund')}
        kind="number"
        unit="元"
        hint="没有就不填；文件按它管要带动多少户"
      />
      <Field
        form={form}
        name="promisedHouseholds"
        label={fieldLabel('promisedHouseholds')}
        kind="number"
        unit="户"
      />
      <Field
        form={form}
        name="yearlyReturn"
        label={fieldLabel('yearlyReturn')}
        kind="number"
        unit="元"
        hint="没有说好就不填"
      />
      <Field form={form} name="returnFrom" label={fieldLabel('returnFrom')} hint="如 2026" />
    </>
  );
}

function NewProject({ page, action }: { readonly page: IndustryListPageProps; readonly action: string }) {
  const { form, claims } = page;
  if (claims.length === 0)
    return (
      <p>
        要先有一份已经同意的方案，里面安排了发展产业的钱。<a href={page.plansHref}>去看方案</a>
      </p>
    );
  return (
    <section>
      <h2>
        登记一个产业项目<span class="hint">登记以后，这一项只能分阶段验收、列支</span>
      </h2>
      <PostForm action={action} entry>
        <Field form={form} name="claimId" label={fieldLabel('claimId')} options={claims} />
        <Field
          form={form}
          name="industryName"
          label={fieldLabel('industryName')}
          hint="如 村东食用菌大棚二期"
        />
        <Field
          form={form}
          name="industryOperator"
          label={fieldLabel('industryOperator')}
          hint="合作社、公司或村集体自己"
        />
        <Promises form={form} />
        <FormButtons submit="登记项目" />
      </PostForm>
    </section>
  );
}

/** The industry projects of a village, then a new one. */
export function IndustryListPage(page: IndustryListPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          产业项目<span class="hint">一段干完、别人验收了，才欠钱　金额单位：元</span>
        </h1>
        <ErrorSummary form={page.form} />
        {page.rows.length === 0 ? (
          <EmptyState sentence="还没有登记产业项目。" />
        ) : (
          <Projects rows={page.rows} />
        )}
        <WithdrawnUses what="产业项目" rows={page.withdrawn} />
        {page.action !== undefined && <NewProject page={page} action={page.action} />}
      </div>
    </OfficeFrame>
  );
}
