import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { type CheckView, CheckList } from '../../platform/views/check-result';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, fieldProblems, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';
import { type AidNoteField, NoteFields } from './aid-list.pages';
import { OwedPeople, type OwedPersonRow, WithdrawList } from './owed-list.pages';

/** What a government paid on one day by one document. */
export interface StateAidRow {
  readonly number: number;
  readonly href: string;
  readonly paidOn: string;
  readonly kind: string;
  readonly ground: string;
  readonly people: number;
  readonly amount: Fen;
  readonly state: GlyphState;
  readonly stateWord: string;
}

/** What governments paid to people of a village. */
export interface StateAidPageProps {
  readonly frame: OfficeFrameProps;
  readonly year: number;
  readonly ofYear: Fen;
  /** How many people got something in the year. */
  readonly people: number;
  readonly rows: readonly StateAidRow[];
  readonly levels: readonly Option[];
  readonly funds: readonly Option[];
  readonly kinds: readonly Option[];
  readonly notes: readonly AidNoteField[];
  /**
   * Field names: stateLevel, stateFund, statePaper, aidKind, aidGround, statePaidOn, aidRows, aidTotal,
   * aidNotes[…], stateReason, twiceReason.
   */
  readonly form: FormState;
  /** Where it is written down; absent for those who only look. */
  readonly action: string | undefined;
  readonly aidHref: string;
  readonly rosterHref: string;
}

function Lists({ rows }: { rows: readonly StateAidRow[] }) {
  return (
    <DataTable
      caption="政府补助"
      rows={rows}
      columns={[
        { head: '哪一笔', names: true, cell: (row) => <a href={row.href}>{`第${row.number}笔`}</a> },
        { head: '发放日期', narrow: true, cell: (row) => row.paidOn },
        { head: '种类', cell: (row) => row.kind },
        { head: '为什么给', cell: (row) => row.ground },
        { head: '人数', numeric: true, cell: (row) => `${row.people}` },
        { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        { head: '算不算', cell: (row) => <StateChip state={row.state}>{row.stateWord}</StateChip> },
      ]}
    />
  );
}

/** Why it is written down all the same, where that is asked. */
function Reasons({ form }: { form: FormState }) {
  const isAsked = (name: string): boolean =>
    fieldProblems(form, name).length > 0 || (form.values[name] ?? '') !== '';
  return (
    <>
      {['stateReason', 'twiceReason'].filter(isAsked).map((name) => (
        <Field form={form} name={name} label={fieldLabel(name)} kind="area" />
      ))}
    </>
  );
}

/** Whose money it is, and the document by which it was paid. */
function Source({ page: { form, levels, funds } }: { page: StateAidPageProps }) {
  return (
    <>
      <Field form={form} name="stateLevel" label={fieldLabel('stateLevel')} options={levels} />
      <Field form={form} name="stateFund" label={fieldLabel('stateFund')} options={funds} />
      <Field
        form={form}
        name="statePaper"
        label={fieldLabel('statePaper')}
        hint="文号或表名，如 县乡振〔2025〕12号"
      />
    </>
  );
}

function NewStateAid({ page, action }: { page: StateAidPageProps; action: string }) {
  const { form } = page;
  return (
    <section>
      <h2>
        记一笔<span class="hint">照政府的发放表抄，村里不出钱、不记账</span>
      </h2>
      <PostForm action={action} entry>
        <Source page={page} />
        <Field form={form} name="aidKind" label={fieldLabel('aidKind')} options={page.kinds} />
        <Field
          form={form}
          name="aidGround"
          label={fieldLabel('aidGround')}
          hint="如 上半年务工；不写病情、困难"
        />
        <Field form={form} name="statePaidOn" label={fieldLabel('statePaidOn')} kind="day" />
        <Field
          form={form}
          name="aidRows"
          label={fieldLabel('aidRows')}
          kind="rows"
          hint={
            <>
              每人一行：姓名或编号、标准多少元、几份（按月的写几个月），也可以从表格里粘贴。如“12 300 6”。
              <a href={page.rosterHref}>成员名册</a>
            </>
          }
        />
        <Field
          form={form}
          name="aidTotal"
          label={fieldLabel('aidTotal')}
          kind="number"
          unit="元"
          hint="照发放表抄，系统和各行核对"
        />
        <NoteFields form={form} notes={page.notes} />
        <Reasons form={form} />
        <FormButtons submit="记下" />
      </PostForm>
    </section>
  );
}

/** What came this year and to how many, every list, then a new one. */
export function StateAidPage(page: StateAidPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          政府补助 <Money fen={page.ofYear} />
          <span class="hint">
            {`元　${page.year}年发给本村 ${page.people} 人　不进村账，只用来核对限额　`}
            <a href={page.aidHref}>奖励补助</a>
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        {page.rows.length === 0 ? <EmptyState sentence="还没有记过。" /> : <Lists rows={page.rows} />}
        {page.action !== undefined && <NewStateAid page={page} action={page.action} />}
      </div>
    </OfficeFrame>
  );
}

/** One list of government money. */
export interface StateAidListPageProps extends Omit<StateAidRow, 'people' | 'href'> {
  readonly frame: OfficeFrameProps;
  /** Level, fund and document. */
  readonly source: string;
  readonly lines: readonly OwedPersonRow[];
  /** What its paper says of what the document asks. */
  readonly noted: readonly { readonly label: string; readonly value: string }[];
  readonly sentences: readonly string[];
  readonly checks: readonly CheckView[];
  /** Field name: withdrawnWhy. */
  readonly form: FormState;
  readonly stateAidHref: string;
  readonly withdrawAction: string | undefined;
}

/** Who got how much, what the document says of it, who wrote it down. */
export function StateAidListPage(page: StateAidListPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {`第${page.number}笔政府补助 `}
          <Money fen={page.amount} />
          <span class="hint">
            <a href={page.stateAidHref}>政府补助</a>
            {`　${page.paidOn}　${page.kind}　${page.ground}`}
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        <p class="plan-state">
          <StateChip state={page.state}>{page.stateWord}</StateChip>
          <span class="hint">不进村账</span>
        </p>
        <p class="small">{page.source}</p>
        <OwedPeople caption="发给谁" head="发了" rows={page.lines} amount={page.amount} />
        {page.noted.map(({ label, value }) => (
          <p class="small">{`${label}：${value}`}</p>
        ))}
        {page.sentences.map((sentence) => (
          <p class="small">{sentence}</p>
        ))}
        {page.checks.length > 0 && <CheckList checks={page.checks} />}
        {page.withdrawAction !== undefined && (
          <WithdrawList
            form={page.form}
            action={page.withdrawAction}
            hint="如 抄错了人"
            submit="撤掉这一笔"
          />
        )}
      </div>
    </OfficeFrame>
  );
}
