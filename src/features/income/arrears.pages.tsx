import { capitalFigures } from '../../domain/money/capital-figures';
import { type Fen, sumFen, yuanText } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** What one other owes for one asset. */
export interface ArrearsRow {
  /** Of a list over several villages. */
  readonly village?: string | undefined;
  readonly payer: string;
  readonly asset: string;
  readonly daysLate: number;
  readonly items: number;
  readonly outstanding: Fen;
  /** What of it no registered contract made due. */
  readonly beside: Fen;
  /** What of it is due by a contract and not booked. */
  readonly unbooked: Fen;
  /** What the document in force asks for and this does not keep; absent within the days of grace. */
  readonly broken?: string | undefined;
  /** The day and the way, or nothing where nobody reminded. */
  readonly reminded?: string | undefined;
  readonly href: string;
}

/** Who owes, of a village or of all villages of a township. Never public. */
export interface ArrearsPageProps {
  readonly frame: OfficeFrameProps;
  readonly on: string;
  readonly rows: readonly ArrearsRow[];
  /** By what the list may be sorted. */
  readonly orders: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
}

function outstandingOf({ outstanding, unbooked }: ArrearsRow) {
  return (
    <>
      <Money fen={outstanding} />
      {unbooked > 0n && <small>{`其中没记账 ${yuanText(unbooked)}`}</small>}
    </>
  );
}

function daysOf({ daysLate, broken }: ArrearsRow) {
  return (
    <>
      {`${String(daysLate)} 天`}
      {broken !== undefined && <small>不合文件要求</small>}
    </>
  );
}

/** What documents ask for that is not kept, each once. */
function Broken({ rows }: { rows: readonly ArrearsRow[] }) {
  const told = [...new Set(rows.flatMap(({ broken }) => broken ?? []))];
  return (
    <>
      {told.map((line) => (
        <p class="small">{line}</p>
      ))}
    </>
  );
}

/** What of the sum the page of contracts says, too. */
function Parts({ rows }: { rows: readonly ArrearsRow[] }) {
  const beside = sumFen(rows.map((row) => row.beside));
  const byContract = sumFen(rows.map((row) => row.outstanding)) - beside;
  return (
    <p class="small">
      登记了合同的 <Money fen={byContract} /> 元，就是“合同”页的“到期没到账”；不在合同里的{' '}
      <Money fen={beside} /> 元，是手工记的应收，或者建账时带来的。
    </p>
  );
}

/** Links by which the list is sorted anew. */
function Orders({ orders }: Pick<ArrearsPageProps, 'orders'>) {
  return (
    <nav class="tabs" aria-label="排序">
      {orders.map(({ label, href, current }) => (
        <a href={href} aria-current={current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

/** Who owes, in the order that was asked for; who was never reminded stands out. */
export function ArrearsPage({ frame, on, rows, orders }: ArrearsPageProps) {
  const ofVillages = rows.some(({ village }) => village !== undefined);
  return (
    <OfficeFrame frame={frame}>
      <div class="alone wide">
        <h1>
          欠款
          <span class="hint">{`到${fullDayText(on)}　金额单位：元`}</span>
        </h1>
        {rows.length > 1 && <Orders orders={orders} />}
        {rows.length === 0 ? (
          <EmptyState sentence="没有逾期的租金和约定收益。" />
        ) : (
          <DataTable
            caption="欠款"
            rows={rows}
            columns={[
              ...(ofVillages ? [{ head: '村', cell: (row: ArrearsRow) => row.village }] : []),
              { head: '谁欠的', names: true, cell: (row) => row.payer, total: '合计' },
              { head: '资产', cell: (row) => row.asset },
              { head: '逾期', numeric: true, cell: daysOf },
              { head: '笔数', numeric: true, cell: (row) => String(row.items) },
              {
                head: '没到账',
                numeric: true,
                cell: outstandingOf,
                total: <Money fen={sumFen(rows.map((row) => row.outstanding))} />,
              },
              { head: '上次催缴', cell: (row) => row.reminded ?? '还没催过' },
              { head: '要做什么', cell: (row) => <a href={row.href}>催缴通知</a> },
            ]}
          />
        )}
        {rows.length > 0 && <Parts rows={rows} />}
        <Broken rows={rows} />
        <p class="small">合同到期、还没记账的也在里面。电费和补贴没有约定的付款日期，看“往来账龄表”。</p>
      </div>
    </OfficeFrame>
  );
}

/** One thing that is late, as a reminder names it. */
export interface LateRow {
  readonly what: string;
  readonly dueOn: string;
  readonly amount: Fen;
  readonly received: Fen;
  readonly outstanding: Fen;
  readonly daysLate: number;
  /** Whether it stands in the books; if not, it is owed by the contract. */
  readonly isBooked: boolean;
  /** Where it is booked, for who keeps the books. */
  readonly bookHref?: string | undefined;
}

/** The text of a reminder, and that it was given. */
export interface ReminderPageProps {
  readonly frame: OfficeFrameProps;
  readonly on: string;
  readonly payer: string;
  readonly asset: string;
  /** Whose money it is: the organisation's full name. */
  readonly issuer: string;
  readonly rows: readonly LateRow[];
  readonly reminders: readonly {
    readonly day: string;
    readonly way: string;
    readonly amount: Fen;
    readonly note: string;
  }[];
  readonly listHref: string;
  /** Field names: remindedOn, reminderWay, reminderNote. */
  readonly form: FormState;
  readonly ways: readonly Option[];
  /** Where a reminder is recorded; absent for those who only look. */
  readonly action?: string | undefined;
}

function Letter({ page }: { page: ReminderPageProps }) {
  const total = sumFen(page.rows.map((row) => row.outstanding));
  const oldest = Math.max(...page.rows.map((row) => row.daysLate));
  return (
    <section>
      <h2>催缴通知</h2>
      <p>{`${page.payer}：`}</p>
      <p>
        {`截至${fullDayText(page.on)}，你方使用${page.asset}，按约定应付而没有付的款项共 ${String(page.rows.length)} 笔，`}
        合计人民币 <b>{`${yuanText(total)} 元`}</b>
        {`（大写：${capitalFigures(total)}），最早的一笔已逾期 ${String(oldest)} 天。明细如下：`}
      </p>
      <DataTable
        caption="逾期的款项"
        rows={page.rows}
        columns={[
          { head: '款项', names: true, cell: (row) => row.what, total: '合计' },
          { head: '应付日期', narrow: true, cell: (row) => row.dueOn },
          { head: '应付', numeric: true, cell: (row) => <Money fen={row.amount} /> },
          { head: '已付', numeric: true, cell: (row) => <Money fen={row.received} /> },
          {
            head: '没付',
            numeric: true,
            cell: (row) => <Money fen={row.outstanding} />,
            total: <Money fen={total} />,
          },
          { head: '逾期', numeric: true, cell: (row) => `${String(row.daysLate)} 天` },
        ]}
      />
      <p>请尽快付到本组织的银行账户。已经付了的，请把回单告诉我们，以便核对。</p>
      <p>{`${page.issuer}　　${fullDayText(page.on)}`}</p>
    </section>
  );
}

/** What is due by contract stands in the books only once somebody has booked it. */
function Unbooked({ rows }: { rows: readonly LateRow[] }) {
  const unbooked = rows.filter(({ isBooked }) => !isBooked);
  if (unbooked.length === 0) return null;
  return (
    <p class="small entries">
      {`上面有 ${String(unbooked.length)} 笔是合同到期、还没有记账的：`}
      {unbooked.map(({ what, bookHref }) => (
        <>{bookHref === undefined ? what : <a href={bookHref}>{what}</a>}　</>
      ))}
    </p>
  );
}

function Recording({ page }: { page: ReminderPageProps }) {
  const { form, action } = page;
  if (action === undefined) return null;
  return (
    <details class="fold" open={form.problems.length > 0}>
      <summary>催过了，记下来</summary>
      <PostForm action={action}>
        <Field form={form} name="remindedOn" label={fieldLabel('remindedOn')} kind="day" />
        <Field form={form} name="reminderWay" label={fieldLabel('reminderWay')} options={page.ways} />
        <Field
          form={form}
          name="reminderNote"
          label={fieldLabel('reminderNote')}
          kind="area"
          hint="对方怎么说，可以不填"
        />
        <div class="buttons">
          <button type="submit">记下</button>
        </div>
      </PostForm>
    </details>
  );
}

/** The letter as it is printed, then when they were reminded before. */
export function ReminderPage(page: ReminderPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <ErrorSummary form={page.form} />
        <Letter page={page} />
        <Unbooked rows={page.rows} />
        <Recording page={page} />
        {page.reminders.length > 0 && (
          <section class="entries">
            <h2>以前催过</h2>
            <DataTable
              caption="以前催过"
              rows={page.reminders}
              columns={[
                { head: '日期', narrow: true, names: true, cell: (row) => row.day },
                { head: '怎么催的', cell: (row) => row.way },
                { head: '那天没付的', numeric: true, cell: (row) => <Money fen={row.amount} /> },
                { head: '说明', cell: (row) => row.note },
              ]}
            />
          </section>
        )}
        <p class="small entries">
          <a href={page.listHref}>全部欠款</a>
        </p>
      </div>
    </OfficeFrame>
  );
}
