import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { dayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { Equation, type EquationTerm } from '../../platform/views/equation';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** Money set aside, as a row. */
export interface ReserveRow {
  readonly id: string;
  readonly purpose: string;
  readonly setOn: string;
  readonly amount: Fen;
  readonly released: Fen;
  readonly paper: string;
}

/** A release, as a row. */
export interface ReleaseRow {
  readonly purpose: string;
  readonly releasedOn: string;
  readonly amount: Fen;
  readonly reason: string;
}

/** What of a pool is set aside. */
export interface ReservesPageProps {
  readonly frame: OfficeFrameProps;
  /** The pool's name, and its key. */
  readonly poolName: string;
  readonly pool: string;
  readonly pools: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  /** Today. */
  readonly undistributed: Fen;
  readonly promised: Fen;
  readonly reserved: Fen;
  readonly free: Fen;
  readonly rows: readonly ReserveRow[];
  readonly releases: readonly ReleaseRow[];
  readonly form: FormState;
  /** Where money is set aside and released; absent for those who only look. */
  readonly setAction: string | undefined;
  readonly releaseAction: string | undefined;
  /** What may be released. */
  readonly standing: readonly Option[];
  readonly backHref: string;
}

/** What stands, what of it is spoken for, and what is left to be set aside. */
function freeTerms(page: ReservesPageProps): EquationTerm[] {
  return [
    { sign: '', label: '还没分的', fen: page.undistributed },
    { sign: '−', label: '已批准、还没发的', fen: page.promised },
    { sign: '−', label: '留存', fen: page.reserved },
    { sign: '=', label: '还能动的', fen: page.free },
  ];
}

function Told({ rows }: { rows: readonly ReserveRow[] }) {
  if (rows.length === 0) return <EmptyState sentence="这笔钱还没有留存过。" />;
  return (
    <DataTable
      caption="留存"
      rows={rows}
      columns={[
        { head: '用途', names: true, cell: (row) => row.purpose },
        { head: '还留着', numeric: true, cell: (row) => <Money fen={row.amount - row.released} /> },
        { head: '留了', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        { head: '放回了', numeric: true, cell: (row) => <Money fen={row.released} /> },
        { head: '哪天留的', cell: (row) => dayText(row.setOn) },
        { head: '决议或依据', cell: (row) => row.paper },
      ]}
    />
  );
}

function Released({ rows }: { rows: readonly ReleaseRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>放回过的</h2>
      <DataTable
        caption="放回过的"
        rows={rows}
        columns={[
          { head: '用途', names: true, cell: (row) => row.purpose },
          { head: '放回', numeric: true, cell: (row) => <Money fen={row.amount} /> },
          { head: '哪天', cell: (row) => dayText(row.releasedOn) },
          { head: '理由', cell: (row) => row.reason },
        ]}
      />
    </section>
  );
}

function SetAside({ page: { form, pool }, action }: { page: ReservesPageProps; action: string }) {
  return (
    <section>
      <h2>留一笔</h2>
      <PostForm action={action} entry>
        <input type="hidden" name="pool" value={pool} />
        <Field
          form={form}
          name="reservePurpose"
          label={fieldLabel('reservePurpose')}
          hint="为了什么留，如 逆变器大修"
        />
        <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
        <Field
          form={form}
          name="reservedOn"
          label={fieldLabel('reservedOn')}
          kind="day"
          hint="如 2025-07-11"
        />
        <Field form={form} name="paper" label={fieldLabel('paper')} hint="哪次会议、哪份文件定的" />
        <FormButtons submit="留存" />
        <p class="small">不记凭证，钱还在账上；放回以前不能分，也不能付费用。</p>
      </PostForm>
    </section>
  );
}

function Release({ page: { form, standing }, action }: { page: ReservesPageProps; action: string }) {
  if (standing.length === 0) return null;
  return (
    <section>
      <h2>放回一笔</h2>
      <PostForm action={action} entry>
        <Field form={form} name="reserveId" label={fieldLabel('reserveId')} options={standing} />
        <Field form={form} name="releaseAmount" label={fieldLabel('releaseAmount')} kind="number" unit="元" />
        <Field
          form={form}
          name="releasedOn"
          label={fieldLabel('releasedOn')}
          kind="day"
          hint="如 2025-07-11"
        />
        <Field
          form={form}
          name="releaseReason"
          label={fieldLabel('releaseReason')}
          hint="如 逆变器坏了，要付修理费"
        />
        <FormButtons submit="放回" />
        <p class="small">放回的钱又能分，也能付费用。</p>
      </PostForm>
    </section>
  );
}

/** What is kept of a pool and what for, so that nobody distributes or spends it unawares. */
export function ReservesPage(page: ReservesPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {`${page.poolName}的留存`}
          <span class="hint">到今天　金额单位：元</span>
          <a class="aside" href={page.backHref}>
            收益
          </a>
        </h1>
        <nav class="tabs" aria-label="哪笔钱">
          {page.pools.map((tab) => (
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
            </a>
          ))}
        </nav>
        <ErrorSummary form={page.form} />
        <Equation terms={freeTerms(page)} />
        <Told rows={page.rows} />
        <Released rows={page.releases} />
        <div class="two-columns">
          {page.setAction !== undefined && <SetAside page={page} action={page.setAction} />}
          {page.releaseAction !== undefined && <Release page={page} action={page.releaseAction} />}
        </div>
      </div>
    </OfficeFrame>
  );
}
