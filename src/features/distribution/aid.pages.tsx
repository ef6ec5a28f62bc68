import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, fieldProblems, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** A list among the others. */
export interface AidRow {
  readonly number: number;
  readonly href: string;
  readonly ground: string;
  readonly kind: string;
  readonly people: number;
  readonly amount: Fen;
  readonly state: GlyphState;
  readonly stateWord: string;
}

/** The lists of rewards and subsidies of a village. */
export interface AidPageProps {
  readonly frame: OfficeFrameProps;
  readonly rows: readonly AidRow[];
  /** Claims of approved plans that lists may pay. */
  readonly claims: readonly Option[];
  readonly kinds: readonly Option[];
  /**
   * Field names: claimId, aidKind, aidGround, aidBasis, aidRows, aidTotal, potOf, potPercent, equalReason.
   */
  readonly form: FormState;
  /** Where a list is entered; absent for those who only look. */
  readonly action: string | undefined;
  readonly plansHref: string;
  readonly rosterHref: string;
  readonly stateAidHref: string;
}

function Lists({ rows }: { rows: readonly AidRow[] }) {
  return (
    <DataTable
      caption="奖励补助清单"
      rows={rows}
      columns={[
        { head: '清单', names: true, cell: (row) => <a href={row.href}>{`第${row.number}张`}</a> },
        { head: '为什么给', cell: (row) => row.ground },
        { head: '种类', cell: (row) => row.kind },
        { head: '人数', numeric: true, cell: (row) => `${row.people}` },
        { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        { head: '走到哪里', cell: (row) => <StateChip state={row.state}>{row.stateWord}</StateChip> },
      ]}
    />
  );
}

/** A sum that is shared out, and why everybody gets the same where that is asked. */
function SharedOut({ form }: { form: FormState }) {
  const isAsked = fieldProblems(form, 'equalReason').length > 0 || (form.values['equalReason'] ?? '') !== '';
  return (
    <>
      <Field
        form={form}
        name="potOf"
        label={fieldLabel('potOf')}
        kind="number"
        unit="元"
        hint="从一笔钱里分的才填，系统核对分完没有"
      />
      <Field
        form={form}
        name="potPercent"
        label={fieldLabel('potPercent')}
        kind="number"
        unit="%"
        hint="拿这笔钱的百分之几来分；全部拿来分就不填"
      />
      {isAsked && <Field form={form} name="equalReason" label={fieldLabel('equalReason')} kind="area" />}
    </>
  );
}

function NewList({ page, action }: { page: AidPageProps; action: string }) {
  const { form, claims } = page;
  if (claims.length === 0)
    return (
      <p>
        要先有一份已经同意的方案，里面安排了奖励补助。<a href={page.plansHref}>去看方案</a>
      </p>
    );
  return (
    <section>
      <h2>
        记一张清单<span class="hint">记下不欠钱，另一个人同意了才欠</span>
      </h2>
      <PostForm action={action} entry>
        <Field form={form} name="claimId" label={fieldLabel('claimId')} options={claims} />
        <Field form={form} name="aidKind" label={fieldLabel('aidKind')} options={page.kinds} />
        <Field
          form={form}
          name="aidGround"
          label={fieldLabel('aidGround')}
          hint="如 上半年清洁家庭；不写病情、困难"
        />
        <Field form={form} name="aidBasis" label={fieldLabel('aidBasis')} hint="如 村规民约第十二条" />
        <Field
          form={form}
          name="aidRows"
          label={fieldLabel('aidRows')}
          kind="rows"
          hint={
            <>
              每人一行：姓名或编号、标准多少元、几份，用空格隔开，也可以从表格里粘贴。如“12 50 7”。
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
          hint="照签字的那张纸抄，系统和各行核对"
        />
        <SharedOut form={form} />
        <FormButtons submit="记下清单" />
      </PostForm>
    </section>
  );
}

/** The lists of a village, then a new one. */
export function AidPage(page: AidPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          奖励补助
          <span class="hint">
            手续办齐、别人同意了，才欠这些人　金额单位：元　<a href={page.stateAidHref}>政府补助</a>
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        {page.rows.length === 0 ? <EmptyState sentence="还没有清单。" /> : <Lists rows={page.rows} />}
        {page.action !== undefined && <NewList page={page} action={page.action} />}
      </div>
    </OfficeFrame>
  );
}
