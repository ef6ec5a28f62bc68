import type { LinkageReport, LinkageYear } from '../../domain/assets/linkage';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A report as it was entered. */
export interface LinkageReportRow extends LinkageReport {
  readonly paper: string;
  /** Why it counts no more; absent while it counts. */
  readonly withdrawn: string | undefined;
  readonly withdrawAction: string | undefined;
}

/** What a tenant promised besides rent, and what of it he gave. */
export interface LinkagePageProps {
  readonly frame: OfficeFrameProps;
  readonly number: string;
  readonly tenant: string;
  readonly leaseHref: string;
  readonly filesHref: string;
  /** What was promised, in words; empty where nothing was. */
  readonly duties: string;
  readonly years: readonly (LinkageYear & { readonly short: string })[];
  readonly reports: readonly LinkageReportRow[];
  /** Field names: those of the domain's LinkageReportForm. */
  readonly form: FormState;
  readonly action: string | undefined;
}

function Years({ page }: { page: LinkagePageProps }) {
  if (page.years.length === 0) return null;
  return (
    <DataTable
      caption="答应的和做到的"
      rows={page.years}
      columns={[
        { head: '年度', narrow: true, cell: (row) => row.year },
        { head: '用工（人）', numeric: true, cell: (row) => row.jobs ?? '没有报' },
        { head: '工资（元）', numeric: true, cell: (row) => <Money fen={row.wages} /> },
        {
          head: '差多少',
          names: true,
          cell: (row) => (row.short === '' ? gapless(row) : <b>{row.short}</b>),
        },
      ]}
    />
  );
}

function gapless({ isOver }: LinkageYear): string {
  return isOver ? '不差' : '这一年还没有完';
}

function Reports({ reports }: { reports: readonly LinkageReportRow[] }) {
  if (reports.length === 0) return <EmptyState sentence="还没有报过用工和工资。" />;
  return (
    <DataTable
      caption="报过的用工和工资"
      class="stacked"
      rows={reports}
      columns={[
        {
          head: '哪些天',
          names: true,
          narrow: true,
          cell: (row) => (
            <>
              {row.withdrawn === undefined ? row.from : <s>{row.from}</s>}
              <small>{`至 ${row.to}`}</small>
            </>
          ),
        },
        {
          head: '用工（人）',
          numeric: true,
          cell: (row) => (
            <>
              {row.jobs}
              <small>{`帮扶 ${row.helpedJobs}`}</small>
            </>
          ),
        },
        {
          head: '工资（元）',
          numeric: true,
          cell: (row) => (
            <>
              <Money fen={row.wages} />
              <small>
                帮扶 <Money fen={row.helpedWages} />
              </small>
            </>
          ),
        },
        { head: '凭什么', cell: (row) => <Paper row={row} /> },
      ]}
    />
  );
}

function Paper({ row }: { row: LinkageReportRow }) {
  return (
    <>
      {row.paper}
      {row.withdrawn !== undefined && <small>{`已撤销：${row.withdrawn}`}</small>}
      {row.withdrawAction !== undefined && (
        <details>
          <summary>撤销</summary>
          <PostForm action={row.withdrawAction}>
            <label>
              {fieldLabel('withdrawalReason')} <input name="withdrawalReason" required />
            </label>
            <button type="submit">撤销</button>
          </PostForm>
        </details>
      )}
    </>
  );
}

function Entry({ form, action }: { form: FormState; action: string }) {
  return (
    <section>
      <h2>
        报用工和工资<span class="hint">只写人数和钱数，不写人名；一笔只报同一年的</span>
      </h2>
      <PostForm action={action} entry>
        <Field
          form={form}
          name="linkageFrom"
          label={fieldLabel('linkageFrom')}
          kind="day"
          hint="如 2025-01-01"
        />
        <Field form={form} name="linkageTo" label={fieldLabel('linkageTo')} kind="day" hint="如 2025-06-30" />
        <Field form={form} name="jobsGiven" label={fieldLabel('jobsGiven')} kind="number" unit="人" />
        <Field
          form={form}
          name="helpedJobs"
          label={fieldLabel('helpedJobs')}
          kind="number"
          unit="人"
          hint="没有的话填 0"
        />
        <Field form={form} name="wagesGiven" label={fieldLabel('wagesGiven')} kind="number" unit="元" />
        <Field
          form={form}
          name="helpedWages"
          label={fieldLabel('helpedWages')}
          kind="number"
          unit="元"
          hint="没有的话填 0"
        />
        <Field
          form={form}
          name="linkagePaper"
          label={fieldLabel('linkagePaper')}
          hint="如 上半年工资发放表"
        />
        <FormButtons submit="记下" />
      </PostForm>
    </section>
  );
}

/** What was promised, what is missing of it year by year, and every report. */
export function LinkagePage(page: LinkagePageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          <a href={page.leaseHref}>{`合同 ${page.number}`}</a>
          <span class="hint">{`${page.tenant}　带动就业`}</span>
          <a class="aside" href={page.filesHref}>
            材料
          </a>
        </h1>
        <ErrorSummary form={page.form} />
        <p>
          <b>{page.duties === '' ? '合同里没有答应用工和工资' : `合同答应：${page.duties}`}</b>
        </p>
        <Years page={page} />
        <section>
          <h2>报过的</h2>
          <Reports reports={page.reports} />
        </section>
        {page.action !== undefined && <Entry form={page.form} action={page.action} />}
      </div>
    </OfficeFrame>
  );
}
