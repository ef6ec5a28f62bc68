import type { ReturnYear } from '../../domain/uses/industry';
import { CheckList } from '../../platform/views/check-result';
import { dayText } from '../../platform/views/day-text';
import { Equation } from '../../platform/views/equation';
import { ErrorSummary } from '../../platform/views/error-summary';
import { Money } from '../../platform/views/money';
import { OfficeFrame } from '../../platform/views/office-frame';
import { StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';
import { FollowForms, LinkForms, ReturnForms, StageForms } from './industry-forms.pages';
import type { IndustryPageProps, LinkRow, StageRow } from './industry.view';
import { WithdrawList } from './owed-list.pages';

function Stages({ rows }: { readonly rows: readonly StageRow[] }) {
  if (rows.length === 0) return <p>还没有一段干完。</p>;
  return (
    <DataTable
      caption="阶段"
      class="stacked"
      rows={rows}
      columns={[
        { head: '阶段', names: true, cell: (row) => `第${row.number}段　${row.done}` },
        { head: '哪天干完', narrow: true, cell: (row) => dayText(row.reachedOn) },
        { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        { head: '依据', cell: (row) => row.paper },
        {
          head: '走到哪里',
          cell: (row) => (
            <>
              <StateChip state={row.state}>{row.stateWord}</StateChip>{' '}
              {row.voucher !== undefined && <a href={row.voucher.href}>{row.voucher.label}</a>}
              {row.note}
            </>
          ),
        },
      ]}
    />
  );
}

function Links({ rows }: { readonly rows: readonly LinkRow[] }) {
  if (rows.length === 0) return <p>还没有登记带动了哪些户。</p>;
  return (
    <DataTable
      caption="带动的户"
      class="stacked"
      rows={rows}
      columns={[
        { head: '户', names: true, cell: (row) => <a href={row.href}>{row.number}</a> },
        { head: '帮扶身份', cell: (row) => row.status },
        { head: '怎么带动', cell: (row) => row.way },
        { head: '从哪天起', narrow: true, cell: (row) => row.since },
        { head: '到哪天', cell: (row) => row.until },
      ]}
    />
  );
}

/** What is missing of a year that is not over nobody can say yet. */
function isRunning({ promised, received, short }: ReturnYear): boolean {
  return short === 0n && received < promised;
}

/** What it is to give back, and what it gave; before the first year of it, what was agreed. */
export function Returns({
  page,
}: {
  readonly page: Pick<IndustryPageProps, 'agreed' | 'years' | 'returns'>;
}) {
  const { agreed, years, returns } = page;
  if (years.length + returns.length === 0) {
    if (agreed === undefined) return <p>没有说好每年回报多少，也没有收到过。</p>;
    return (
      <p>
        {`说好从 ${agreed.from} 年起每年回报 `}
        <Money fen={agreed.yearly} /> 元，还没有到那一年。
      </p>
    );
  }
  return (
    <>
      <DataTable
        caption="说好的和收到的"
        rows={page.years}
        columns={[
          { head: '年度', names: true, cell: (row) => `${row.year}` },
          { head: '说好', numeric: true, cell: (row) => <Money fen={row.promised} /> },
          { head: '记了应收', numeric: true, cell: (row) => <Money fen={row.due} /> },
          { head: '收到', numeric: true, cell: (row) => <Money fen={row.received} /> },
          {
            head: '差',
            numeric: true,
            cell: (row) => (isRunning(row) ? '年底再看' : <Money fen={row.short} />),
          },
        ]}
      />
      {page.returns.map((row) => (
        <p class="small">
          {`${row.year} 年：`}
          <a href={row.href}>{row.voucher}</a> <Money fen={row.amount} /> {row.note}
        </p>
      ))}
    </>
  );
}

function Reviews({ page }: { readonly page: IndustryPageProps }) {
  return (
    <section>
      <h2>回访</h2>
      <ReviewList page={page} />
      <FollowForms page={page} />
    </section>
  );
}

function ReviewList({ page }: { readonly page: IndustryPageProps }) {
  if (page.reviews.length === 0) return <p>还没有回访过。</p>;
  return (
    <DataTable
      caption="回访"
      class="stacked"
      rows={page.reviews}
      columns={[
        { head: '日期', narrow: true, names: true, cell: (row) => dayText(row.on) },
        { head: '看到什么', cell: (row) => row.finding },
        {
          head: '农户增收',
          numeric: true,
          cell: (row) => (row.gain === undefined ? '没有数' : <Money fen={row.gain} />),
        },
      ]}
    />
  );
}

function Withdraw({ page: { form, actions } }: { readonly page: IndustryPageProps }) {
  if (actions.withdrawAll === undefined) return null;
  return (
    <WithdrawList
      form={form}
      action={actions.withdrawAll}
      hint="如 名称、衔接资金、户数登错了，重新登记"
      submit="撤掉这个项目"
    />
  );
}

/** One project: its money, its stages, whom it carries along, what it gave back, what was seen of it. */
export function IndustryPage(page: IndustryPageProps) {
  const { planned, owed, waiting, byOthers } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {page.name}
          <span class="hint">
            <a href={page.listHref}>产业项目</a>　{page.operator}　方案里的一项：
            <a href={page.planHref}>{page.forWhat}</a>
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        {page.end !== undefined && <p class="barred">{page.end}</p>}
        <Equation
          terms={[
            { sign: '', label: '方案安排', fen: planned },
            { sign: '−', label: '已列支', fen: owed },
            ...(byOthers === 0n ? [] : [{ sign: '−' as const, label: '这一项的别的项目', fen: byOthers }]),
            { sign: '−', label: '等验收', fen: waiting },
            { sign: '=', label: '还剩', fen: planned - owed - byOthers - waiting },
          ]}
        />
        <section>
          <h2>阶段</h2>
          <Stages rows={page.stages} />
          <StageForms page={page} />
        </section>
        <section>
          <h2>带动的户</h2>
          {page.duty.map((sentence) => (
            <p>{sentence}</p>
          ))}
          {page.checks.length > 0 && <CheckList checks={page.checks} />}
          <Links rows={page.links} />
          <LinkForms page={page} />
        </section>
        <section>
          <h2>回报</h2>
          <Returns page={page} />
          <ReturnForms page={page} />
        </section>
        <Reviews page={page} />
        <Withdraw page={page} />
      </div>
    </OfficeFrame>
  );
}
