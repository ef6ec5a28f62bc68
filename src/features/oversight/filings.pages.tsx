import { fieldLabel } from '../../glossary/terms';
import type { Fen } from '../../domain/money/fen';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A plan that waits to be filed. */
export interface WaitingRow {
  readonly village: string;
  readonly name: string;
  readonly href: string;
  readonly total: Fen;
  /** The last day of the step before. */
  readonly since: string;
  readonly days: number;
  /** Where it is picked; absent for those who only look. */
  readonly pickHref: string | undefined;
}

/** A plan that has its number. */
export interface FiledRow {
  readonly number: string;
  readonly village: string;
  readonly name: string;
  readonly href: string | undefined;
  readonly total: Fen | undefined;
  readonly on: string;
  readonly receipt: string;
}

/** What waits to be filed with a county, and what was in a year. */
export interface FilingsPageProps {
  readonly frame: OfficeFrameProps;
  readonly waiting: readonly WaitingRow[];
  readonly options: readonly Option[];
  /** Absent for those who only look, and where nothing waits. */
  readonly action: string | undefined;
  /** Field names: filedPlan, heldOn, receiptPaper. */
  readonly form: FormState;
  readonly year: string;
  readonly years: readonly { readonly name: string; readonly href: string; readonly isShown: boolean }[];
  /** The latest number first. */
  readonly filed: readonly FiledRow[];
}

function Waiting({ rows }: { readonly rows: readonly WaitingRow[] }) {
  if (rows.length === 0) return <EmptyState sentence="现在没有等备案的方案。" />;
  return (
    <DataTable
      caption="等备案的"
      class="stacked"
      rows={rows}
      columns={[
        { head: '村', narrow: true, cell: (row) => row.village },
        { head: '方案', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
        { head: '一共（元）', numeric: true, cell: (row) => <Money fen={row.total} /> },
        { head: '上一步到哪天', narrow: true, cell: (row) => row.since },
        { head: '等了', narrow: true, cell: (row) => `${String(row.days)}天` },
        {
          head: <span class="read-aloud">备案</span>,
          word: '办',
          cell: ({ pickHref, village, name }) =>
            pickHref !== undefined && (
              <a href={`${pickHref}#filing`} aria-label={`选${village}${name}给号`}>
                选它给号
              </a>
            ),
        },
      ]}
    />
  );
}

function Filing({ page, action }: { readonly page: FilingsPageProps; readonly action: string }) {
  const { form } = page;
  return (
    <section id="filing" class="long-choices">
      <h2>
        给号<span class="hint">编号接着上一号给，一年一排，不跳号</span>
      </h2>
      <ErrorSummary form={form} />
      <PostForm action={action} entry>
        <Field form={form} name="filedPlan" label={fieldLabel('filedPlan')} options={page.options} />
        <Field form={form} name="heldOn" label="备案日期" kind="day" hint="如 2025-07-08；不早于上一号" />
        <Field
          form={form}
          name="receiptPaper"
          label={fieldLabel('receiptPaper')}
          hint="可以不填；如 回执存县农经站3号柜"
        />
        <FormButtons submit="给号备案" />
      </PostForm>
    </section>
  );
}

function Filed({ page }: { readonly page: FilingsPageProps }) {
  return (
    <section>
      <h2>备案簿</h2>
      <nav class="tabs" aria-label="年度">
        {page.years.map(({ name, href, isShown }) => (
          <a href={href} aria-current={isShown ? 'page' : undefined}>
            {`${name}年`}
          </a>
        ))}
      </nav>
      {page.filed.length === 0 ? (
        <p class="small">{`${page.year}年还没有备案的。`}</p>
      ) : (
        <DataTable
          caption={`${page.year}年的备案簿`}
          class="stacked"
          rows={page.filed}
          columns={[
            { head: '编号', names: true, narrow: true, cell: (row) => row.number },
            { head: '村', narrow: true, cell: (row) => row.village },
            {
              head: '方案',
              cell: ({ name, href }) => (href === undefined ? name : <a href={href}>{name}</a>),
            },
            {
              head: '一共（元）',
              numeric: true,
              cell: ({ total }) => total !== undefined && <Money fen={total} />,
            },
            { head: '哪天', narrow: true, cell: (row) => row.on },
            { head: '回执', cell: (row) => row.receipt },
          ]}
        />
      )}
      <p class="small">
        编号写成“年份-四位数”，是本系统先这样写的，还没有跟县里核对过。镇里照纸面回执录的号不在这本簿子里。
      </p>
    </section>
  );
}

/** What waits, the longest first; the form that gives the next number; the book of a year. */
export function FilingsPage(page: FilingsPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          备案
          <span class="hint">{`等备案的 ${String(page.waiting.length)} 份`}</span>
        </h1>
        <Waiting rows={page.waiting} />
        {page.action !== undefined && <Filing page={page} action={page.action} />}
        <Filed page={page} />
      </div>
    </OfficeFrame>
  );
}
