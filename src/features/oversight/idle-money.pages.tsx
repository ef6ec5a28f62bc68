import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { dayText, fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** Money that came by one voucher. */
export interface IdleSumRow {
  readonly arrivedOn: string;
  readonly number: string;
  readonly voucherHref: string;
  /** Where something is said of it. */
  readonly href: string;
  readonly summary: string;
  readonly pool: string;
  readonly lies: Fen;
  readonly free: Fen;
  readonly owed: Fen;
  readonly days: number;
  readonly isOver: boolean;
  /** The hops before the village at which it lay too long. */
  readonly early: readonly string[];
  readonly why: string | undefined;
  readonly until: string | undefined;
}

interface IdleSums {
  readonly lying: Fen;
  readonly over: Fen;
  readonly unexplained: Fen;
  /** How long it may lie, and whether anybody confirmed that. */
  readonly rule: string;
}

/** What lies still in a village. */
export interface IdleMoneyPageProps extends IdleSums {
  readonly frame: OfficeFrameProps;
  readonly rows: readonly IdleSumRow[];
  /** What had lain too long before it came here. */
  readonly early: readonly IdleSumRow[];
  readonly paidAfter: number | undefined;
  readonly form: FormState;
  /** Where one reason is given for all that has none; absent where nothing lies too long without one. */
  readonly action: string | undefined;
}

/** One sum with its hops. */
export interface IdleSumPageProps {
  readonly frame: OfficeFrameProps;
  readonly row: IdleSumRow;
  readonly amount: Fen;
  readonly free: Fen;
  readonly owed: Fen;
  readonly paid: Fen;
  /** What went to costs. */
  readonly spent: Fen;
  readonly paidAfter: number | undefined;
  readonly stays: readonly {
    readonly hop: string;
    readonly from: string;
    readonly until: string | undefined;
    readonly days: number;
    readonly amount: Fen;
    readonly isOver: boolean;
  }[];
  readonly form: FormState;
  /** Absent for who may only look. */
  readonly action: string | undefined;
  readonly listHref: string;
}

/** A number of days in words. */
export function daysOf(days: number): string {
  return `${String(days)}天`;
}

function paidAfterText(days: number | undefined): string {
  return days === undefined ? '还没有发过' : `平均放了${daysOf(days)}`;
}

function Lies({ row }: { row: IdleSumRow }) {
  const where = [row.free > 0n ? '没分' : '', row.owed > 0n ? '分了没发' : ''].filter((each) => each !== '');
  return <>{where.join('、')}</>;
}

function Why({ row }: { row: IdleSumRow }) {
  if (row.why !== undefined)
    return (
      <>
        {row.why}
        <small>{`，到${dayText(row.until ?? '')}`}</small>
      </>
    );
  return <a href={row.href}>{row.isOver ? '说明为什么' : '说明'}</a>;
}

function LyingTable({ rows }: { rows: readonly IdleSumRow[] }) {
  return (
    <DataTable
      caption="还放着的钱"
      rows={rows}
      columns={[
        { head: '到账', narrow: true, cell: ({ arrivedOn }) => fullDayText(arrivedOn) },
        {
          ...{ head: '哪笔钱', names: true },
          cell: ({ summary, number, voucherHref, pool }) => (
            <>
              {summary} <a href={voucherHref}>{number}</a> <small>{pool}</small>
            </>
          ),
        },
        { head: '还放着', numeric: true, cell: ({ lies }) => <Money fen={lies} /> },
        {
          ...{ head: '放了', numeric: true },
          cell: ({ days, isOver }) => (isOver ? <b class="blocked-text">{daysOf(days)}</b> : daysOf(days)),
        },
        { head: '在哪一步', narrow: true, cell: (row) => <Lies row={row} /> },
        { head: '为什么', cell: (row) => <Why row={row} /> },
      ]}
    />
  );
}

function ReasonFields({ form }: { form: FormState }) {
  return (
    <>
      <Field form={form} name="idleWhy" label={fieldLabel('idleWhy')} kind="area" />
      <Field
        form={form}
        name="idleUntil"
        label={fieldLabel('idleUntil')}
        kind="day"
        hint="最长半年，到时候再说明"
      />
    </>
  );
}

function ReasonForAll({ page: { form, action } }: { page: IdleMoneyPageProps }) {
  if (action === undefined) return null;
  return (
    <section>
      <h2>
        一起说明<span class="hint">放得太久、还没有说明的都是这个原因</span>
      </h2>
      <PostForm action={action} enterSubmits="记下" entry>
        <ReasonFields form={form} />
        <FormButtons submit="记下" />
      </PostForm>
    </section>
  );
}

/** What lies still: how much, how much of it too long, then every sum, the oldest first. */
export function IdleMoneyPage(page: IdleMoneyPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          放着没动的钱<span class="hint">{`金额单位：元　${page.rule}`}</span>
        </h1>
        <ErrorSummary form={page.form} />
        <p>
          还放着 <Money fen={page.lying} />
          ，其中放得太久的 <Money fen={page.over} />
          {page.over > 0n && page.unexplained > 0n && (
            <b class="blocked-text">
              （没有说明的 <Money fen={page.unexplained} />）
            </b>
          )}
          。{`发到人手里的，${paidAfterText(page.paidAfter)}。`}
        </p>
        {page.rows.length === 0 ? (
          <EmptyState sentence="到账的钱都分了、发了，没有放着的。" />
        ) : (
          <LyingTable rows={page.rows} />
        )}
        <ReasonForAll page={page} />
        {page.early.length > 0 && (
          <section>
            <h2>
              到村里以前就放久了的<span class="hint">在县里、镇里放的天数</span>
            </h2>
            <DataTable
              caption="到村里以前就放久了的"
              class="stacked"
              rows={page.early}
              columns={[
                { head: '到账', narrow: true, cell: ({ arrivedOn }) => fullDayText(arrivedOn) },
                { head: '哪笔钱', names: true, cell: ({ summary, href }) => <a href={href}>{summary}</a> },
                { head: '放了多久', cell: ({ early }) => early.join('，') },
              ]}
            />
          </section>
        )}
      </div>
    </OfficeFrame>
  );
}

function NoteForm({ page }: { page: IdleSumPageProps }) {
  const { form, action } = page;
  if (action === undefined) return null;
  return (
    <section>
      <h2>
        补上账上没有的<span class="hint">知道哪样填哪样</span>
      </h2>
      <PostForm action={action} enterSubmits="记下" entry>
        <Field
          form={form}
          name="countyOn"
          label={fieldLabel('countyOn')}
          kind="day"
          hint="没有经过县里的不填"
        />
        <Field
          form={form}
          name="townshipOn"
          label={fieldLabel('townshipOn')}
          kind="day"
          hint="联村电站是管账单位的账"
        />
        <ReasonFields form={form} />
        <FormButtons submit="记下" cancelHref={page.listHref} />
      </PostForm>
    </section>
  );
}

/** One sum: what became of it, how long it lay where, then the form. */
export function IdleSumPage(page: IdleSumPageProps) {
  const { row } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          {row.summary}
          <span class="hint">{`${fullDayText(row.arrivedOn)}到账　${row.pool}`}</span>
          <a class="aside" href={page.listHref}>
            放着没动的钱
          </a>
        </h1>
        <p>
          到账 <Money fen={page.amount} />（<a href={row.voucherHref}>{row.number}</a>）：付了费用{' '}
          <Money fen={page.spent} />
          ，发到人 <Money fen={page.paid} />
          {page.paid > 0n && `（${paidAfterText(page.paidAfter)}）`}，分了没发 <Money fen={page.owed} />
          ，没分 <Money fen={page.free} />。
        </p>
        {row.why !== undefined && <p>{`说明：${row.why}（到${fullDayText(row.until ?? '')}）`}</p>}
        <ErrorSummary form={page.form} />
        {page.stays.length > 0 && (
          <DataTable
            caption="在每一处放了几天"
            rows={page.stays}
            columns={[
              { head: '在哪里', names: true, cell: ({ hop }) => hop },
              { head: '从', narrow: true, cell: ({ from }) => fullDayText(from) },
              {
                ...{ head: '到', narrow: true },
                cell: ({ until }) => (until === undefined ? '还在' : fullDayText(until)),
              },
              { head: '金额', numeric: true, cell: ({ amount }) => <Money fen={amount} /> },
              {
                ...{ head: '放了', numeric: true },
                cell: ({ days, isOver }) =>
                  isOver ? <b class="blocked-text">{daysOf(days)}</b> : daysOf(days),
              },
            ]}
          />
        )}
        <NoteForm page={page} />
      </div>
    </OfficeFrame>
  );
}
