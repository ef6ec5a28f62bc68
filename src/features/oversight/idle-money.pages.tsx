import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { daysOf, GoneTable, type IdleSumRow, LyingTable } from './idle-sums.pages';

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
  /** What had lain too long somewhere before it went on. */
  readonly gone: readonly IdleSumRow[];
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

function paidAfterText(days: number | undefined): string {
  return days === undefined ? '还没有发过' : `平均放了${daysOf(days)}`;
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
        hint="还放着的要填，最长半年，到时候再说明；已经走了的不填"
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
          。放得太久的（已经走了的也算）
          <Money fen={page.over} />
          {page.over > 0n && page.unexplained > 0n && (
            <b class="blocked-text">
              ，没有说明的 <Money fen={page.unexplained} />
            </b>
          )}
          。{`发到人手里的，${paidAfterText(page.paidAfter)}。`}
        </p>
        {page.rows.length === 0 ? (
          <EmptyState sentence="到账的钱都分了、发了，没有放着的。" />
        ) : (
          <LyingTable rows={page.rows} />
        )}
        {page.gone.length > 0 && <GoneTable rows={page.gone} />}
        <ReasonForAll page={page} />
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
        {row.why !== undefined && (
          <p>{`说明：${row.why}${row.until === undefined ? '' : `（到${fullDayText(row.until)}）`}`}</p>
        )}
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
