import { COST_SETTLINGS } from '../../domain/deductions/cost-debt';
import { DEDUCTION_KINDS } from '../../domain/deductions/contract-term';
import type { Fen } from '../../domain/money/fen';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { Citation, type Clause } from '../../platform/views/citation';
import { PostForm } from '../../platform/views/csrf-field';
import { shortDay } from '../../platform/views/day-text';
import { isAsked } from '../../platform/views/asked-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { KeptFormButtons } from '../../platform/views/kept-form-buttons';
import { Money } from '../../platform/views/money';
import { MonthFrame } from '../../platform/views/month-frame';
import type { MonthWork } from '../../platform/views/month-work';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** What a contract's term makes due, with its arithmetic. */
export interface ContractSuggestion {
  readonly contractId: string;
  /** 土地租金, 运维管理 …: a word of the glossary. */
  readonly kind: string;
  /** The contract's own name. */
  readonly name: string;
  /** `4.20亩 × 800元 ÷ 2`. */
  readonly reckoning: string;
  readonly due: Fen;
  /** Nothing more is due in the year, or in the part of it that the contract goes by. */
  readonly paidUp?: 'year' | 'part' | 'all' | undefined;
  /** Opens this form filled from the term. */
  readonly href: string;
  readonly current?: boolean;
}

/** A necessary cost: by contract term or by bill. */
export interface DeductionFormPageProps {
  readonly frame: OfficeFrameProps;
  readonly work?: MonthWork | undefined;
  /** Field names: contractId, assetId, note and those of the domain's DeductionForm. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref?: string | undefined;
  /** The contract the form is filled from; kind, name and asset are its own then. */
  readonly contract?:
    | {
        readonly name: string;
        /** The days it is charged for, where they are earlier ones. */
        readonly days: string;
        readonly href: string;
      }
    | undefined;
  readonly assets: readonly Option[];
  readonly suggestions: readonly ContractSuggestion[];
  /** The clause that lets necessary cost be taken off before anything is distributed. */
  readonly clause?: Clause | undefined;
  /** Costs already booked this month. */
  readonly booked: readonly {
    readonly voucherNumber: string;
    readonly href: string;
    readonly postedOn: string;
    readonly summary: string;
    readonly amount: Fen;
    /** What has come back of it, and where more is entered; an improvement has no such page. */
    readonly refunded: Fen;
    readonly refundHref: string | undefined;
  }[];
}

const SETTLINGS: readonly Option[] = COST_SETTLINGS.map((value) => ({
  value,
  label: labelOf(`settling.${value}`),
}));

const KINDS: readonly Option[] = DEDUCTION_KINDS.map((value) => ({
  value,
  label: labelOf(`deductionKind.${value}`),
}));

function suggestionAct(row: ContractSuggestion) {
  if (row.paidUp === 'all') return '已付清';
  if (row.paidUp !== undefined) return row.paidUp === 'year' ? '今年已付清' : '本期已付清';
  return row.current ? '已填在下面' : <a href={row.href}>照这个填</a>;
}

function Suggestions({ page }: { page: DeductionFormPageProps }) {
  if (page.suggestions.length === 0) return null;
  return (
    <section class="suggestions">
      <h2>合同算出来该付的</h2>
      <DataTable
        caption="合同算出来该付的"
        rows={page.suggestions}
        columns={[
          { head: '费用', names: true, cell: (row) => row.kind },
          { head: '合同', cell: (row) => row.name },
          { head: '怎么算', cell: (row) => row.reckoning },
          { head: '该付', numeric: true, cell: (row) => <Money fen={row.due} /> },
          { head: '要做什么', cell: suggestionAct },
        ]}
      />
    </section>
  );
}

function refundedCell({ refunded, refundHref }: DeductionFormPageProps['booked'][number]) {
  if (refundHref === undefined) return null;
  return <a href={refundHref}>{refunded === 0n ? '记退回' : <Money fen={refunded} />}</a>;
}

function Booked({ page }: { page: DeductionFormPageProps }) {
  if (page.booked.length === 0) return null;
  return (
    <section>
      <h2>{`本月已记费用 ${page.booked.length} 笔`}</h2>
      <DataTable
        caption="本月已记费用"
        rows={page.booked}
        columns={[
          { head: '凭证', names: true, cell: (row) => <a href={row.href}>{row.voucherNumber}</a> },
          { head: '日期', narrow: true, cell: (row) => shortDay(row.postedOn) },
          { head: '摘要', cell: (row) => row.summary },
          { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
          { head: '退回', numeric: true, cell: refundedCell },
        ]}
      />
    </section>
  );
}

function FilledFrom({ page: { contract } }: { page: DeductionFormPageProps }) {
  if (contract === undefined) return null;
  return (
    <p class="small">
      {`照“${contract.name}”填${contract.days}，类别、名称、资产以合同为准。`}
      <a href={contract.href}>看合同；不记账也在那里写理由</a>
    </p>
  );
}

/** What is asked only of who was told that it is wanted: nobody else has anything to say there. */
const ASKED = [
  { name: 'twiceReason', hint: '为什么不是同一笔钱扣两次，会印在公示上' },
  { name: 'otherYear', hint: '为什么不是当年的也这次扣，会印在公示上' },
  { name: 'outsideAsset', hint: '为什么资产还没有、已经不在的日子也扣，会印在公示上' },
  { name: 'aboveCap', hint: '为什么超过、依据哪份文件，会印在公示上' },
  { name: 'paysPromised', hint: '为什么不付不行、谁在哪天定的，会印在公示上' },
] as const;

/** What lacks of the money concerns the whole cost, and is answered here. */
const ASKS_PROMISED = 'money.promised';

/** Asked of a cost in the place of an earlier year's: the sheet of that year hangs already. */
const ASKS_ANEW = 'deductions.otherYearAnew';

function AskedReasons({ form }: { form: FormState }) {
  const isAnew = form.problems.some(({ code }) => code === ASKS_ANEW);
  const wantsPromised = form.problems.some(({ code }) => code === ASKS_PROMISED);
  const asked = ASKED.filter(({ name }) => isAsked(form, name) || (name === 'paysPromised' && wantsPromised));
  return (
    <>
      {asked.map(({ name, hint }) => (
        <Field
          form={form}
          name={name}
          label={fieldLabel(name)}
          kind="area"
          hint={isAnew && name === 'otherYear' ? '为什么别的年份的也算在那一年' : hint}
        />
      ))}
    </>
  );
}

/** The days a bill says it is for; a contract knows its own. */
function Served({ page: { form, contract } }: { page: DeductionFormPageProps }) {
  if (contract !== undefined) return null;
  return (
    <>
      <Field
        form={form}
        name="servedFrom"
        label={fieldLabel('servedFrom')}
        kind="day"
        hint="账单写明管哪天到哪天的才填"
      />
      <Field form={form} name="servedTo" label={fieldLabel('servedTo')} kind="day" />
    </>
  );
}

/** Whether the bank has paid it; what is owed is deducted all the same. */
function Settling({ form }: { form: FormState }) {
  return (
    <>
      <Field form={form} name="settling" label={fieldLabel('settling')} options={SETTLINGS} />
      <Field
        form={form}
        name="creditor"
        label={fieldLabel('creditor')}
        hint="先欠着的才填，如 县供电服务公司"
      />
    </>
  );
}

/**
 * What the contracts say is due, then the bill; a cost of another kind needs a reason, which the notice
 * prints.
 */
export function DeductionFormPage(page: DeductionFormPageProps) {
  const { form } = page;
  return (
    <MonthFrame frame={page.frame} work={page.work} entry kept>
      <h1>
        必要费用<span class="hint">先扣费用，后分配</span>
        {page.clause !== undefined && <Citation clause={page.clause} />}
      </h1>
      <ErrorSummary form={form} />
      <Suggestions page={page} />
      <FilledFrom page={page} />
      <PostForm action={page.action} entry tryOut="keep">
        <input type="hidden" name="contractId" value={form.values.contractId ?? ''} />
        <input type="hidden" name="coversFrom" value={form.values.coversFrom ?? ''} />
        <Field form={form} name="kind" label={fieldLabel('kind')} options={KINDS} />
        <Field form={form} name="assetId" label={fieldLabel('assetId')} options={page.assets} />
        <Field form={form} name="name" label={fieldLabel('name')} hint="会印在公示上，如 逆变器维修" />
        <Field form={form} name="postedOn" label={fieldLabel('postedOn')} kind="day" hint="如 2025-07-11" />
        <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
        <Settling form={form} />
        <Served page={page} />
        <Field
          form={form}
          name="note"
          label={fieldLabel('reckoning')}
          hint="会印在公示上，如 4.20亩×800元÷2"
        />
        <Field
          form={form}
          name="reason"
          label={fieldLabel('reason')}
          kind="area"
          hint="其他必要费用要写，会印在公示上"
        />
        <AskedReasons form={form} />
        <AttachmentsField form={form} label={fieldLabel('attachments')} />
        <KeptFormButtons cancelHref={page.cancelHref} keptAt={form.keptAt} />
        <p class="small">会记一张凭证：借 经营支出，贷 银行存款；先欠着的贷 应付款项。</p>
      </PostForm>
      <Booked page={page} />
    </MonthFrame>
  );
}
