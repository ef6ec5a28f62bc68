import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { cameBack, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { type Column, DataTable } from '../../platform/views/table';

/** What a household had a head in a year, beside what the books paid it. */
export interface IncomeRow {
  readonly year: string;
  readonly perHead: Fen;
  readonly paper: string;
  /** What the books paid a head, where it is more. */
  readonly paidAbove: Fen | undefined;
  /** Why it is less than that; undefined where nobody said. */
  readonly belowPaidWhy: string | undefined;
}

/** Such an income of some household, which nobody has explained. */
export interface UnexplainedRow extends Pick<IncomeRow, 'year' | 'perHead'> {
  readonly household: string;
  readonly href: string;
  readonly paidAbove: Fen;
}

const BESIDE_BOOKS: Column<IncomeRow> = {
  head: '账上付的',
  cell: ({ paidAbove, belowPaidWhy }) => (
    <>
      {paidAbove !== undefined && (
        <span>
          人均 <Money fen={paidAbove} /> 元，比登记的多
          {belowPaidWhy === undefined && <b>，没有写为什么：核对后重新登记</b>}
        </span>
      )}
      {belowPaidWhy !== undefined && <small>{`写明：${belowPaidWhy}`}</small>}
    </>
  ),
};

function IncomeForm({ form, action }: { form: FormState; action: string }) {
  return (
    <PostForm action={action}>
      <Field form={form} name="incomeYear" label={fieldLabel('incomeYear')} kind="number" />
      <Field form={form} name="perHead" label={fieldLabel('perHead')} kind="number" unit="元" />
      <Field form={form} name="incomePaper" label={fieldLabel('incomePaper')} hint="如 收入核查表" />
      {cameBack(form, ['belowPaidWhy']) && (
        <Field
          form={form}
          name="belowPaidWhy"
          label={fieldLabel('belowPaidWhy')}
          hint="如 扣了养牛的饲料钱和雇工钱"
        />
      )}
      <FormButtons submit="登记收入" />
    </PostForm>
  );
}

/** What a household had a head, year by year, and where it is entered. */
export function Incomes({
  rows,
  form,
  action,
}: {
  readonly rows: readonly IncomeRow[];
  readonly form: FormState;
  /** Undefined for who may only look. */
  readonly action: string | undefined;
}) {
  const isBeside = rows.some((row) => row.paidAbove !== undefined || row.belowPaidWhy !== undefined);
  return (
    <section>
      <h2>家庭人均纯收入</h2>
      {rows.length === 0 && <p>没有登记过。</p>}
      {rows.length > 0 && (
        <DataTable
          caption="家庭人均纯收入"
          rows={rows}
          columns={[
            { head: '年份', names: true, cell: (row) => `${row.year}年` },
            { head: '元', numeric: true, cell: (row) => <Money fen={row.perHead} /> },
            { head: '依据', cell: (row) => row.paper },
            ...(isBeside ? [BESIDE_BOOKS] : []),
          ]}
        />
      )}
      {action !== undefined && <IncomeForm form={form} action={action} />}
    </section>
  );
}

/** Incomes that are less than what the books paid, which nobody has explained. */
export function UnexplainedIncomes({ rows }: { readonly rows: readonly UnexplainedRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>登记的收入比账上付的还少</h2>
      <DataTable
        caption="登记的收入比账上付的还少"
        rows={rows}
        columns={[
          { head: '哪一户', names: true, cell: (row) => <a href={row.href}>{row.household}</a> },
          { head: '年份', narrow: true, cell: (row) => `${row.year}年` },
          { head: '登记的人均', numeric: true, cell: (row) => <Money fen={row.perHead} /> },
          { head: '账上付的人均', numeric: true, cell: (row) => <Money fen={row.paidAbove} /> },
        ]}
      />
      <p class="small">点开那一户核对：收入填错了的重新登记；没有填错的，重新登记时写明为什么。</p>
    </section>
  );
}
