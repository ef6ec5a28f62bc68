import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import type { FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { DataTable } from '../../platform/views/table';

/** What is done for a household that is watched. */
export interface MeasureRow {
  readonly from: string;
  readonly measure: string;
  readonly helper: string;
  /** Why it came late; blank where it did not. */
  readonly lateReason: string;
  /** Why it never was; undefined while it stands. */
  readonly withdrawnWhy: string | undefined;
}

/** What a document still asks for. */
export interface AskedRow {
  readonly dueOn: string;
  readonly isOver: boolean;
  readonly says: string;
  readonly clause: string;
}

/** What is done, what of it may be withdrawn, and what is asked for while the household is watched. */
export interface MeasuresProps {
  readonly rows: readonly MeasureRow[];
  readonly open: readonly Option[];
  readonly isWatched: boolean;
  readonly asked: readonly AskedRow[];
}

interface Entering {
  readonly form: FormState;
  readonly of: MeasuresProps;
  readonly action: string;
}

function Enter({ form, action }: Entering) {
  return (
    <PostForm action={action}>
      <Field
        form={form}
        name="measure"
        label={fieldLabel('measure')}
        hint="如 安排公益性岗位、落实产业奖补"
      />
      <Field form={form} name="measureHelper" label={fieldLabel('measureHelper')} />
      <Field form={form} name="measureFrom" label={fieldLabel('measureFrom')} kind="day" />
      <Field
        form={form}
        name="measureWhyLate"
        label={fieldLabel('measureWhyLate')}
        hint="没有超过文件的期限就空着"
      />
      <FormButtons submit="登记措施" />
    </PostForm>
  );
}

function Withdraw({ form, of, action }: Entering) {
  const isWrong = form.problems.some(
    ({ field }) => field === 'measureKey' || field === 'measureWithdrawnWhy',
  );
  return (
    <details class="fold" open={isWrong}>
      <summary>有一条措施登记错了</summary>
      <PostForm action={action}>
        <Field form={form} name="measureKey" label={fieldLabel('measureKey')} options={of.open} />
        <Field form={form} name="measureWithdrawnWhy" label={fieldLabel('measureWithdrawnWhy')} />
        <FormButtons submit="撤掉这条措施" />
      </PostForm>
    </details>
  );
}

function Rows({ rows }: { rows: readonly MeasureRow[] }) {
  return (
    <DataTable
      caption="帮扶措施"
      rows={rows}
      columns={[
        { head: '从哪天起', narrow: true, cell: (row) => row.from },
        { head: '措施', names: true, cell: (row) => row.measure },
        { head: '谁包保', cell: (row) => row.helper },
        {
          head: '说明',
          cell: ({ withdrawnWhy, lateReason }) =>
            withdrawnWhy === undefined
              ? lateReason === ''
                ? ''
                : `晚了：${lateReason}`
              : `已撤：${withdrawnWhy}`,
        },
      ]}
    />
  );
}

/** What is done for a household that is or was watched, and what is asked for. */
export function Measures(props: {
  readonly form: FormState;
  readonly of: MeasuresProps;
  readonly enters: { readonly measureAction: string; readonly measureWithdrawalAction: string } | undefined;
}) {
  const { form, of, enters } = props;
  if (of.rows.length === 0 && !of.isWatched) return null;
  return (
    <section>
      <h2>帮扶措施</h2>
      {of.asked.map(({ dueOn, isOver, says, clause }) => (
        <p>
          <b>{isOver ? `${dueOn} 已经到期` : `${dueOn} 到期`}</b>　{says}
          <small>{clause}</small>
        </p>
      ))}
      {of.rows.length === 0 ? <p>没有登记过。</p> : <Rows rows={of.rows} />}
      {enters !== undefined && <Enter form={form} of={of} action={enters.measureAction} />}
      {enters !== undefined && of.open.length > 0 && (
        <Withdraw form={form} of={of} action={enters.measureWithdrawalAction} />
      )}
    </section>
  );
}
