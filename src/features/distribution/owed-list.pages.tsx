import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import type { FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';

/** Somebody on a list by which money is owed person by person: a labour sheet, a list of rewards. */
export interface OwedPersonRow {
  readonly number: number;
  readonly name: string;
  readonly href: string;
  /** The household's status on the day that counts; blank where it has none. */
  readonly status: string;
  /** `5 天 × 120.00 = 600.00` */
  readonly reckoning: string;
  readonly amount: Fen;
}

/** Who is on the list, how each sum was reckoned, and what they come to. */
export function OwedPeople(list: {
  readonly caption: string;
  readonly rows: readonly OwedPersonRow[];
  readonly amount: Fen;
  /** What the column of the sums is called, where it is not what is owed. */
  readonly head?: string;
}) {
  return (
    <DataTable
      caption={list.caption}
      class="stacked"
      rows={list.rows}
      columns={[
        { head: '编号', narrow: true, cell: (row) => `${row.number}` },
        { head: '姓名', names: true, cell: (row) => <a href={row.href}>{row.name}</a>, total: '合计' },
        { head: '帮扶身份', cell: (row) => row.status },
        { head: '怎么算的', numeric: true, cell: (row) => row.reckoning },
        {
          head: list.head ?? '应得',
          numeric: true,
          cell: (row) => <Money fen={row.amount} />,
          total: <Money fen={list.amount} />,
        },
      ]}
    />
  );
}

/** A list that is not owed, or a work that has none, is taken back. Field name: withdrawnWhy. */
export function WithdrawList(withdraw: {
  readonly form: FormState;
  readonly action: string;
  readonly hint: string;
  readonly submit: string;
}) {
  return (
    <section>
      <h2>记错了，撤掉</h2>
      <PostForm action={withdraw.action}>
        <Field
          form={withdraw.form}
          name="withdrawnWhy"
          label={fieldLabel('withdrawnWhy')}
          hint={withdraw.hint}
        />
        <FormButtons submit={withdraw.submit} />
      </PostForm>
    </section>
  );
}
