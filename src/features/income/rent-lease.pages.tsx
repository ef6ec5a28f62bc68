import { type Fen, yuanText } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { ChangesTable, type ContractChangeRow } from '../../platform/views/changes-table';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { cameBack, ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** One due of a contract. */
export interface LeaseDueRow {
  readonly from: string;
  readonly to: string;
  readonly dueOn: string;
  /** What of it is due on which day, where its rent was changed after its payment was due. */
  readonly raised: readonly { readonly dueOn: string; readonly amount: Fen }[] | undefined;
  readonly reckoning: string;
  readonly amount: Fen | undefined;
  /** The same in ten thousands, of an agreed return. */
  readonly inTenThousands?: string | undefined;
  /** What was kept for a part of it. */
  readonly paidAhead?: Fen | undefined;
  /** Has not come of what is booked. */
  readonly outstanding?: Fen | undefined;
  /** 已记账, 没记账 …: a word of the glossary. */
  readonly state: string;
  /** Why it is not booked, where somebody said so. */
  readonly why?: string | undefined;
  /** The voucher, or where it is booked. */
  readonly href?: string | undefined;
}

/** A contract over an asset: what was agreed, what it makes due, what changed it. */
export interface LeasePageProps {
  readonly frame: OfficeFrameProps;
  readonly number: string;
  readonly asset: string;
  /** The photos and papers of it. */
  readonly filesHref: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** Where the deposit comes and goes back. */
  readonly depositHref: string;
  /** Where the tenant's work and wages are reported and what is missing; none where none were promised. */
  /** What is missing of what was promised, in words; empty where nothing is of what was reported. */
  readonly linkage:
    { readonly href: string; readonly short: string; readonly isReported: boolean } | undefined;
  readonly dues: readonly LeaseDueRow[];
  readonly advance: Fen;
  /** What the tenant had paid ahead when the books opened; it is part of what was kept. */
  readonly keptAtOpening: Fen;
  /** What of it no due takes any more. */
  readonly free: Fen;
  readonly changes: readonly ContractChangeRow[];
  /** Field names of the change, or of the turnover that was refused. */
  readonly form: FormState;
  /** Absent for those who only look. */
  readonly acts?:
    | {
        readonly changeAction: string;
        readonly changeKinds: readonly Option[];
        /** Whether later rents stay; none where the contract names none. */
        readonly laterRents: readonly Option[];
        readonly paymentHref: string;
        readonly advanceHref: string;
        readonly turnoverAction?: string | undefined;
        /** Payments whose turnover may be reported. */
        readonly payments: readonly Option[];
      }
    | undefined;
}

function daysOf({ from, to, dueOn, raised }: LeaseDueRow) {
  return (
    <>
      <time>{from}</time>
      <small>
        至 <time>{to}</time>
      </small>
      {raised === undefined ? (
        <small>
          应收 <time>{dueOn}</time>
        </small>
      ) : (
        raised.map((part) => (
          <small>
            应收 <time>{part.dueOn}</time> <Money fen={part.amount} />
          </small>
        ))
      )}
    </>
  );
}

function amountOf(row: LeaseDueRow) {
  if (row.amount === undefined) return '等营业额';
  return (
    <>
      <Money fen={row.amount} />
      {row.inTenThousands !== undefined && <small>{row.inTenThousands}</small>}
    </>
  );
}

function stateOf(row: LeaseDueRow) {
  const open = row.outstanding ?? 0n;
  return (
    <>
      {row.href === undefined ? row.state : <a href={row.href}>{row.state}</a>}
      {row.why !== undefined && <small>{row.why}</small>}
      {row.paidAhead !== undefined && (
        <small>
          已预收 <Money fen={row.paidAhead} />
        </small>
      )}
      {open > 0n && (
        <small>
          还差 <Money fen={open} />
        </small>
      )}
    </>
  );
}

function Dues({ page }: { page: LeasePageProps }) {
  if (page.dues.length === 0) return <EmptyState sentence="合同还没有到第一期。" />;
  return (
    <DataTable
      caption="每一期该收的"
      rows={page.dues}
      columns={[
        { head: '哪些天', names: true, cell: daysOf },
        { head: '怎么算', cell: (row) => row.reckoning },
        { head: '金额（元）', numeric: true, cell: amountOf },
        { head: '记账', cell: stateOf },
      ]}
    />
  );
}

function TurnoverForm({ page }: { page: LeasePageProps }) {
  const { form, acts } = page;
  if (acts?.turnoverAction === undefined || acts.payments.length === 0) return null;
  return (
    <section>
      <h2>报营业额</h2>
      <PostForm action={acts.turnoverAction}>
        <Field form={form} name="turnoverOf" label={fieldLabel('turnoverOf')} options={acts.payments} />
        <Field form={form} name="turnover" label={fieldLabel('turnover')} kind="number" unit="元" />
        <Field form={form} name="turnoverPaper" label={fieldLabel('turnoverPaper')} hint="如 7月纳税申报表" />
        <div class="buttons">
          <button type="submit">记下</button>
        </div>
      </PostForm>
    </section>
  );
}

function ChangeForm({ page }: { page: LeasePageProps }) {
  const { form, acts } = page;
  if (acts === undefined) return null;
  return (
    <details class="fold" open={cameBack(form, ['kind'])}>
      <summary>改租金、免租、提前结束、续租、撤提前结束</summary>
      <p class="small">合同本身不改，变更另记一笔，从写的那天起算；已经记账的日子不能动。</p>
      <PostForm action={acts.changeAction}>
        <Field form={form} name="kind" label={fieldLabel('kind')} options={acts.changeKinds} />
        <Field
          form={form}
          name="effectiveOn"
          label={fieldLabel('effectiveOn')}
          kind="day"
          hint="免租填第一天；提前结束填最后一天，没有生效的填第一天的前一天；续租、撤提前结束不填"
        />
        <Field
          form={form}
          name="newLastOn"
          label={fieldLabel('newLastOn')}
          kind="day"
          hint="续租、免租才填，含当天"
        />
        <Field form={form} name="rent" label={fieldLabel('rent')} kind="number" hint="续租不改租金就不填" />
        {acts.laterRents.length > 0 && (
          <Field
            form={form}
            name="laterRents"
            label={fieldLabel('laterRents')}
            options={acts.laterRents}
            hint="改租金才看"
          />
        )}
        <Field
          form={form}
          name="reason"
          label={fieldLabel('reason')}
          kind="area"
          hint="写明凭什么，如 补充协议"
        />
        <div class="buttons">
          <button type="submit">记下变更</button>
        </div>
      </PostForm>
    </details>
  );
}

function Advance({ page }: { page: LeasePageProps }) {
  if (page.advance <= 0n && page.keptAtOpening === 0n) return null;
  return (
    <>
      <dt>预收</dt>
      <dd>
        <Money fen={page.advance} />
        {page.keptAtOpening > 0n && <small>{`　建账时预收的是 ${yuanText(page.keptAtOpening)} 元`}</small>}
        {page.free > 0n && (
          <small>
            {`　其中 ${yuanText(page.free)} 元没有哪一期要用，要退给对方　`}
            {page.acts !== undefined && <a href={page.acts.advanceHref}>退款</a>}
          </small>
        )}
      </dd>
    </>
  );
}

function fineText({ isReported }: { readonly isReported: boolean }): string {
  return isReported ? '报了的不差' : '还没有报过';
}

/** What the tenant promised beside the rent: his deposit, work and wages. */
function Promises({ page }: { page: LeasePageProps }) {
  return (
    <>
      <dt>押金的收退</dt>
      <dd>
        <a href={page.depositHref}>看、记押金</a>
      </dd>
      {page.linkage !== undefined && (
        <>
          <dt>用工和工资</dt>
          <dd>
            {page.linkage.short === '' ? fineText(page.linkage) : <b>{page.linkage.short}</b>}{' '}
            <a href={page.linkage.href}>看、报</a>
          </dd>
        </>
      )}
    </>
  );
}

/** What was agreed, then every due with how it was reckoned and where it stands. */
export function LeasePage(page: LeasePageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {`合同 ${page.number}`}
          <span class="hint">{page.asset}</span>
          {page.acts !== undefined && (
            <a class="button aside" href={page.acts.paymentHref}>
              收租金
            </a>
          )}
        </h1>
        <ErrorSummary form={page.form} />
        <dl class="facts">
          {page.facts.map((fact) => (
            <>
              <dt>{fact.label}</dt>
              <dd>{fact.text}</dd>
            </>
          ))}
          <Promises page={page} />
          <Advance page={page} />
          <dt>材料</dt>
          <dd>
            <a href={page.filesHref}>合同原件和材料</a>
          </dd>
        </dl>
        <section>
          <h2>
            每一期该收的<span class="hint">跨年的分到各年，是哪一年的收入就记在哪一年</span>
          </h2>
          <Dues page={page} />
        </section>
        <TurnoverForm page={page} />
        <ChangesTable changes={page.changes} />
        <ChangeForm page={page} />
      </div>
    </OfficeFrame>
  );
}
