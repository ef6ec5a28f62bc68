import type { AssetUse, TermsBasis } from '../../domain/assets/depreciation';
import type { Fen } from '../../domain/money/fen';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { yearMonthText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { AssetStand } from './asset-stand.pages';

/** One month of the schedule. */
export interface ScheduleRow {
  readonly month: string;
  readonly amount: Fen;
  readonly accumulated: Fen;
  readonly net: Fen;
  readonly voucherHref?: string | undefined;
}

/** Terms of the asset, as they were entered. */
export interface TermsRow {
  /** By what they were set, in words. */
  readonly how: string;
  readonly from: string;
  readonly months: number;
  readonly cost: Fen;
  readonly accumulated: Fen;
  readonly salvage: Fen;
  readonly paper: string;
  /** Why they do not hold; absent while they do. */
  readonly withdrawn: string | undefined;
}

/** How one asset loses its value, year by year and month by month. */
export interface AssetDepreciationPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly assetHref: string;
  readonly monthHref: string;
  readonly lifeHref: string;
  /** Where what is not in the books yet is written into them. */
  readonly voucherHref: string;
  /** What the books say of it. */
  readonly books: { readonly cost: Fen; readonly accumulated: Fen };
  readonly terms: readonly TermsRow[];
  readonly rows: readonly ScheduleRow[];
  /** Field names: those of the domain's TermsForm. */
  readonly form: FormState;
  readonly uses: readonly AssetUse[];
  readonly bases: readonly TermsBasis[];
  /** Where the last terms are withdrawn; absent once a month is booked by them. */
  readonly withdrawAction: string | undefined;
  /** Where terms are entered; absent for those who only look. */
  readonly action?: string | undefined;
}

/** The schedule of a year: what its months lose together, and where the asset stands at its end. */
interface YearRow {
  readonly year: string;
  readonly months: number;
  readonly amount: Fen;
  readonly accumulated: Fen;
  readonly net: Fen;
}

function yearsOf(rows: readonly ScheduleRow[]): YearRow[] {
  const years = [...new Set(rows.map(({ month }) => month.slice(0, 4)))];
  return years.map((year) => {
    const own = rows.filter(({ month }) => month.startsWith(year));
    const last = own.at(-1);
    return {
      year,
      months: own.length,
      amount: own.reduce((sum, row) => sum + row.amount, 0n),
      accumulated: last?.accumulated ?? 0n,
      net: last?.net ?? 0n,
    };
  });
}

function Schedule({ page }: { page: AssetDepreciationPageProps }) {
  if (page.rows.length === 0) return null;
  const total = <Money fen={page.rows.reduce((sum, row) => sum + row.amount, 0n)} />;
  return (
    <section>
      <h2>
        折旧表<span class="hint">{`共 ${page.rows.length} 个月，最后一个月补齐尾差`}</span>
      </h2>
      <DataTable
        caption="按年的折旧表"
        rows={yearsOf(page.rows)}
        columns={[
          { head: '年度', names: true, cell: (row) => row.year, total: '合计' },
          { head: '月数', numeric: true, cell: (row) => String(row.months) },
          { head: '本年折旧', numeric: true, cell: (row) => <Money fen={row.amount} />, total },
          { head: '年末已提', numeric: true, cell: (row) => <Money fen={row.accumulated} /> },
          { head: '年末净值', numeric: true, cell: (row) => <Money fen={row.net} /> },
        ]}
      />
      <details class="fold">
        <summary>按月看</summary>
        <DataTable
          caption="按月的折旧表"
          rows={page.rows}
          columns={[
            { head: '月份', names: true, cell: (row) => row.month },
            { head: '本月折旧', numeric: true, cell: (row) => <Money fen={row.amount} /> },
            { head: '月末已提', numeric: true, cell: (row) => <Money fen={row.accumulated} /> },
            { head: '月末净值', numeric: true, cell: (row) => <Money fen={row.net} /> },
            {
              head: '凭证',
              cell: (row) => (row.voucherHref === undefined ? '还没记' : <a href={row.voucherHref}>已记</a>),
            },
          ]}
        />
      </details>
    </section>
  );
}

function Terms({ page }: { page: AssetDepreciationPageProps }) {
  if (page.terms.length === 0) return null;
  return (
    <section>
      <h2>怎么提</h2>
      <DataTable
        caption="怎么提"
        rows={page.terms}
        columns={[
          { head: '从哪个月起', names: true, cell: (row) => yearMonthText(row.from) },
          {
            head: '怎么定的',
            cell: (row) =>
              row.withdrawn === undefined ? (
                row.how
              ) : (
                <>
                  <s>{row.how}</s>
                  <small>{`已撤销：${row.withdrawn}`}</small>
                </>
              ),
          },
          { head: '原值', numeric: true, cell: (row) => <Money fen={row.cost} /> },
          { head: '已提', numeric: true, cell: (row) => <Money fen={row.accumulated} /> },
          { head: '残值', numeric: true, cell: (row) => <Money fen={row.salvage} /> },
          { head: '月数', numeric: true, cell: (row) => String(row.months) },
          { head: '依据', cell: (row) => row.paper },
        ]}
      />
    </section>
  );
}

function Withdraw({ form, action }: { form: FormState; action: string }) {
  return (
    <details class="fold" open={form.problems.some(({ field }) => field === 'termsWithdrawn')}>
      <summary>最近一次定错了，撤销</summary>
      <PostForm action={action} entry>
        <Field
          form={form}
          name="termsWithdrawn"
          label={fieldLabel('termsWithdrawn')}
          hint="按它还没记过折旧；撤销以后重新定，原来的登记留着"
        />
        <FormButtons submit="撤销这次规定" />
      </PostForm>
    </details>
  );
}

/** How long it still runs and down to what; what was lost before; which paper says so. */
function ValueFields({ form, changes }: { form: FormState; changes: boolean }) {
  return (
    <>
      <Field
        form={form}
        name="months"
        label={fieldLabel('months')}
        kind="number"
        unit="月"
        hint="20 年填 240"
      />
      <Field
        form={form}
        name="salvage"
        label={fieldLabel('salvage')}
        hint="到期还值多少：金额（元），或原值的比例如 5%；没有的话填 0"
      />
      {!changes && (
        <Field
          form={form}
          name="accumulated"
          label={fieldLabel('accumulated')}
          kind="number"
          unit="元"
          hint="中途接着提的才填，要和账上累计折旧一样"
        />
      )}
      <Field
        form={form}
        name="paper"
        label={fieldLabel('paper')}
        hint={changes ? '必填：哪次会议、哪份文件决定的' : '依据的旧账或文件，可以不填'}
      />
    </>
  );
}

function TermsFields({ page }: { page: AssetDepreciationPageProps }) {
  const { form } = page;
  const changes = page.bases.includes('changed');
  const bases = page.bases.map((value) => ({ value, label: labelOf(`termsBasis.${value}`) }));
  const uses = page.uses.map((value) => ({ value, label: labelOf(`assetUse.${value}`) }));
  return (
    <>
      <Field form={form} name="basis" label={fieldLabel('basis')} options={bases} />
      <Field
        form={form}
        name="use"
        label={fieldLabel('use')}
        options={uses}
        hint="经营用记经营支出，管理用记管理费用，公益用记公益支出"
      />
      <Field
        form={form}
        name="fromMonth"
        label={fieldLabel('fromMonth')}
        kind="month"
        hint={changes ? '还没记账的月份，如 2025-07' : '中途接着提的填账上的第一个月；新取得的不用填'}
      />
      <ValueFields form={form} changes={changes} />
    </>
  );
}

function Entry({ page }: { page: AssetDepreciationPageProps }) {
  if (page.action === undefined) return null;
  if (page.books.cost === 0n && page.terms.length === 0) {
    const sentence = '账上固定资产里还没有这项资产。先把它记进账，写明资产，再来定怎么提。';
    return <EmptyState sentence={sentence} action={{ href: page.voucherHref, label: '填一张凭证。' }} />;
  }
  const changes = page.bases.includes('changed');
  const fields = (
    <PostForm action={page.action} entry>
      <TermsFields page={page} />
      <FormButtons submit={changes ? '从这个月起改' : '存下来'} cancelHref={page.assetHref} />
      <p class="small">取得当月不提，处置当月照提。记过账的月份不会变。</p>
    </PostForm>
  );
  if (!changes)
    return (
      <section>
        <h2>定怎么提</h2>
        {fields}
      </section>
    );
  return (
    <details class="fold" open={page.form.problems.length > 0}>
      <summary>改年限、残值或用途</summary>
      {fields}
    </details>
  );
}

/** Where the asset stands, how it loses its value, and the form that decides it. */
export function AssetDepreciationPage(page: AssetDepreciationPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          <a href={page.assetHref}>{page.name}</a>
          <span class="hint">折旧　金额单位：元</span>
          <span class="aside">
            <a href={page.lifeHref}>变动和处置</a>
            {'　'}
            <a href={page.monthHref}>每月的折旧</a>
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        <AssetStand books={page.books} />
        <Terms page={page} />
        <Schedule page={page} />
        <Entry page={page} />
        {page.withdrawAction !== undefined && <Withdraw form={page.form} action={page.withdrawAction} />}
      </div>
    </OfficeFrame>
  );
}
