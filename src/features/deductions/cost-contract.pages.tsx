import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { ChangesTable, type ContractChangeRow } from '../../platform/views/changes-table';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { cameBack, ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A period of a contract. */
export interface CostPeriodRow {
  readonly from: string;
  readonly to: string;
  readonly dueOn: string;
  readonly reckoning: string;
  readonly charged: Fen;
  /** What is still to be booked; undefined where only a bill can tell. */
  readonly due: Fen | undefined;
  /** 已付清, 该付了 …: a word of the glossary. */
  readonly state: string;
  readonly why?: string | undefined;
  /** Where it is booked. */
  readonly href?: string | undefined;
}

/** A contract of costs: what was agreed, what it asks for, what changed it. */
export interface CostContractPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly filesHref: string;
  /** Where the station's table gives another share than the contract has. */
  readonly behind?: string | undefined;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly periods: readonly CostPeriodRow[];
  readonly changes: readonly ContractChangeRow[];
  /** Field names of the change, or of the waiver that was refused. */
  readonly form: FormState;
  /** Absent for those who only look. */
  readonly acts?:
    | {
        readonly changeAction: string;
        readonly changeKinds: readonly Option[];
        readonly waiverAction: string;
        /** Periods that may go without their charge. */
        readonly wanted: readonly Option[];
      }
    | undefined;
}

function daysOf({ from, to, dueOn }: CostPeriodRow) {
  return (
    <>
      <time>{from}</time>
      <small>
        至 <time>{to}</time>
      </small>
      <small>
        最迟 <time>{dueOn}</time> 记账
      </small>
    </>
  );
}

function stateOf(row: CostPeriodRow) {
  return (
    <>
      {row.state}
      {row.href !== undefined && (
        <small>
          <a href={row.href}>记账</a>
        </small>
      )}
      {row.why !== undefined && <small>{row.why}</small>}
    </>
  );
}

function Periods({ page }: { page: CostContractPageProps }) {
  if (page.periods.length === 0) return <EmptyState sentence="建账以来还没有要付的。" />;
  return (
    <DataTable
      caption="每一期该付的"
      rows={page.periods}
      columns={[
        { head: '哪些天', names: true, cell: daysOf },
        { head: '怎么算', cell: (row) => row.reckoning },
        { head: '已记（元）', numeric: true, cell: (row) => <Money fen={row.charged} /> },
        {
          head: '还该付（元）',
          numeric: true,
          cell: (row) => (row.due === undefined ? '照账单' : <Money fen={row.due > 0n ? row.due : 0n} />),
        },
        { head: '记账', cell: stateOf },
      ]}
    />
  );
}

function WaiverForm({ page: { form, acts } }: { page: CostContractPageProps }) {
  if (acts === undefined || acts.wanted.length === 0) return null;
  return (
    <details class="fold" open={cameBack(form, ['coversFrom'])}>
      <summary>这一期不记账</summary>
      <p class="small">写了理由，月份就不再等它；以后还可以记。</p>
      <PostForm action={acts.waiverAction}>
        <Field form={form} name="coversFrom" label={fieldLabel('coversFrom')} options={acts.wanted} />
        <Field
          form={form}
          name="reason"
          label={fieldLabel('reason')}
          kind="area"
          hint="如 建账以前已经付过"
        />
        <div class="buttons">
          <button type="submit">写下理由</button>
        </div>
      </PostForm>
    </details>
  );
}

function ChangeForm({ page: { form, acts } }: { page: CostContractPageProps }) {
  if (acts === undefined) return null;
  return (
    <details class="fold" open={cameBack(form, ['kind'])}>
      <summary>改价、改份额、提前结束、续签</summary>
      <p class="small">合同本身不改，变更另记一笔，从写的那天起算；已经记账的日子不能动。</p>
      <PostForm action={acts.changeAction}>
        <Field form={form} name="kind" label={fieldLabel('kind')} options={acts.changeKinds} />
        <Field
          form={form}
          name="effectiveOn"
          label={fieldLabel('effectiveOn')}
          kind="day"
          hint="提前结束填最后一天；续签、继续不填"
        />
        <Field form={form} name="newLastOn" label={fieldLabel('newLastOn')} kind="day" hint="续签才填" />
        <Field
          form={form}
          name="price"
          label={fieldLabel('price')}
          kind="number"
          hint="新的金额、亩价、比例或份额；续签不改价就不填"
        />
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

/** What was agreed, then every period with how it was reckoned and where it stands. */
export function CostContractPage(page: CostContractPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>{page.name}</h1>
        <ErrorSummary form={page.form} />
        <dl class="facts">
          {page.facts.map((fact) => (
            <>
              <dt>{fact.label}</dt>
              <dd>{fact.text}</dd>
            </>
          ))}
        </dl>
        {page.behind !== undefined && (
          <p>
            <b>{page.behind}</b>
          </p>
        )}
        <p>
          <a href={page.filesHref}>合同原件和材料</a>
        </p>
        <section>
          <h2>
            每一期该付的<span class="hint">不满一期的按天算</span>
          </h2>
          <Periods page={page} />
        </section>
        <WaiverForm page={page} />
        <ChangesTable changes={page.changes} />
        <ChangeForm page={page} />
      </div>
    </OfficeFrame>
  );
}
