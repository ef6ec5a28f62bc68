import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { type CheckView, CheckList } from '../../platform/views/check-result';
import { PostForm } from '../../platform/views/csrf-field';
import { spanText } from '../../platform/views/day-text';
import { Equation } from '../../platform/views/equation';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';
import { WithdrawList } from './owed-list.pages';

/** A sheet in the list of its work. */
export interface SheetRow {
  readonly number: number;
  readonly href: string;
  readonly from: string;
  readonly to: string;
  readonly workers: number;
  readonly amount: Fen;
  readonly state: GlyphState;
  readonly stateWord: string;
}

/** A part of the labour or of the money, with its figures. */
export interface WorkShare {
  readonly label: string;
  /** `3,600.00 ÷ 4,800.00 = 75.00%` */
  readonly share: string;
  readonly detail?: string | undefined;
}

/** A small public work. */
export interface WorkPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly forWhat: string;
  readonly planHref: string;
  readonly worksHref: string;
  /** What the plan gives it, with what other works of the same claim took. */
  readonly planned: Fen;
  readonly owed: Fen;
  readonly waiting: Fen;
  readonly byOthers: Fen;
  /** The project whose cost its labour becomes. */
  readonly project: { readonly name: string; readonly href: string } | undefined;
  readonly shares: readonly WorkShare[];
  /** Whose total is missing so that the share of labour cannot be told; undefined where none is. */
  readonly totalsMissing: string | undefined;
  readonly checks: readonly CheckView[];
  readonly sheets: readonly SheetRow[];
  /** That it is finished or withdrawn, with the reason, or that a reversal opened it again, in words. */
  readonly end: string | undefined;
  readonly items: readonly Option[];
  /** Field names: those of a sheet; finishedOn, finishReason; withdrawnWhy. */
  readonly form: FormState;
  /**
   * Absent for those who only look, and of a finished or withdrawn work; it is finished once no sheet waits,
   * and withdrawn while each is.
   */
  readonly enters:
    | {
        readonly sheetAction: string;
        readonly finishAction: string | undefined;
        readonly withdrawAction: string | undefined;
      }
    | undefined;
  readonly rosterHref: string;
}

function Shares({ shares }: { shares: readonly WorkShare[] }) {
  if (shares.length === 0) return null;
  return (
    <DataTable
      caption="占比"
      class="plain"
      rows={shares}
      columns={[
        { head: '占比', names: true, cell: (row) => row.label },
        { head: '怎么算', numeric: true, cell: (row) => row.share },
        { head: '说明', cell: (row) => row.detail ?? '' },
      ]}
    />
  );
}

function Sheets({ rows }: { rows: readonly SheetRow[] }) {
  if (rows.length === 0) return <p>还没有工单。</p>;
  return (
    <DataTable
      caption="工单"
      rows={rows}
      columns={[
        { head: '工单', names: true, cell: (row) => <a href={row.href}>{`第${row.number}张`}</a> },
        { head: '哪几天', narrow: true, cell: (row) => spanText(row.from, row.to) },
        { head: '人数', numeric: true, cell: (row) => `${row.workers}` },
        { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        { head: '走到哪里', cell: (row) => <StateChip state={row.state}>{row.stateWord}</StateChip> },
      ]}
    />
  );
}

function NewSheet({ page, action }: { page: WorkPageProps; action: string }) {
  const { form } = page;
  return (
    <section>
      <h2>
        记一张工单<span class="hint">记下不欠钱，另一个人验收了才欠</span>
      </h2>
      <PostForm action={action} entry>
        <Field form={form} name="item" label={fieldLabel('item')} options={page.items} />
        <Field form={form} name="from" label={fieldLabel('from')} kind="day" hint="如 2025-07-01" />
        <Field form={form} name="to" label={fieldLabel('to')} kind="day" hint="和起始日期在同一个月里" />
        <Field
          form={form}
          name="labourRows"
          label={fieldLabel('labourRows')}
          kind="rows"
          hint={
            <>
              每人一行：姓名或编号、天数、一天多少元，用空格隔开，也可以从表格里粘贴。如“12 5 120”。
              <a href={page.rosterHref}>成员名册</a>
            </>
          }
        />
        <Field form={form} name="paper" label={fieldLabel('paper')} hint="如 签字的记工表" />
        {(['labourWhy', 'bothWhy'] as const)
          .filter((name) => form.problems.some(({ field }) => field === name))
          .map((name) => (
            <Field form={form} name={name} label={fieldLabel(name)} kind="area" />
          ))}
        <FormButtons submit="记下工单" />
      </PostForm>
    </section>
  );
}

function Finish({ form, action }: { form: FormState; action: string }) {
  return (
    <section>
      <h2>登记完工</h2>
      <PostForm action={action}>
        <Field
          form={form}
          name="finishedOn"
          label={fieldLabel('finishedOn')}
          kind="day"
          hint="完工以后不再记工"
        />
        <Field
          form={form}
          name="finishReason"
          label={fieldLabel('finishReason')}
          hint="文件要求的劳务占比够了就不填"
        />
        <FormButtons submit="登记完工" />
      </PostForm>
    </section>
  );
}

/** What may be entered of a work that goes on. */
function Acts({ page }: { page: WorkPageProps }) {
  const { form, enters } = page;
  if (enters === undefined) return null;
  return (
    <>
      <NewSheet page={page} action={enters.sheetAction} />
      {enters.finishAction !== undefined && <Finish form={form} action={enters.finishAction} />}
      {enters.withdrawAction !== undefined && (
        <WithdrawList
          form={form}
          action={enters.withdrawAction}
          hint="如 工程名称、总投资登错了，重新登记"
          submit="撤掉这项工程"
        />
      )}
    </>
  );
}

/** One work: what the plan gives it and what of it is owed, its shares, its sheets, a new one. */
export function WorkPage(page: WorkPageProps) {
  const { planned, owed, waiting, byOthers } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {page.name}
          <span class="hint">
            <a href={page.worksHref}>小型公益事业</a>　方案里的一项：
            <a href={page.planHref}>{page.forWhat}</a>
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        {page.project !== undefined && (
          <p>
            形成资产：劳务算进在建工程 <a href={page.project.href}>{page.project.name}</a>
          </p>
        )}
        {page.end !== undefined && <p class="barred">{page.end}</p>}
        <Equation
          terms={[
            { sign: '', label: '方案安排', fen: planned },
            { sign: '−', label: '已列支', fen: owed },
            ...(byOthers === 0n ? [] : [{ sign: '−' as const, label: '这一项的别的工程', fen: byOthers }]),
            { sign: '−', label: '等验收', fen: waiting },
            { sign: '=', label: '还剩', fen: planned - owed - byOthers - waiting },
          ]}
        />
        <Shares shares={page.shares} />
        {page.totalsMissing !== undefined && <p class="barred">{page.totalsMissing}</p>}
        {page.checks.length > 0 && <CheckList checks={page.checks} />}
        <section>
          <h2>工单</h2>
          <Sheets rows={page.sheets} />
        </section>
        <Acts page={page} />
      </div>
    </OfficeFrame>
  );
}
