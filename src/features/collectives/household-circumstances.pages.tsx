import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import type { FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { DataTable } from '../../platform/views/table';

/** What held or holds of the household from a day on, past rows among them. */
export interface DatedRow {
  readonly words: string;
  readonly from: string;
  /** How it ended; undefined while it stands. */
  readonly end: string | undefined;
  readonly paper: string;
}

/** What documents look at first, what of it still holds, what they ask for, and how it may end. */
export interface CircumstancesProps {
  readonly rows: readonly DatedRow[];
  readonly open: readonly Option[];
  readonly options: readonly Option[];
  readonly ends: readonly Option[];
}

/** Where circumstances are entered and ended; absent for who may only look. */
interface Entering {
  readonly form: FormState;
  readonly of: CircumstancesProps;
  readonly action: string;
}

function Enter({ form, of, action }: Entering) {
  return (
    <PostForm action={action}>
      <Field form={form} name="circumstance" label={fieldLabel('circumstance')} options={of.options} />
      <Field form={form} name="circumstanceFrom" label={fieldLabel('circumstanceFrom')} kind="day" />
      <Field
        form={form}
        name="circumstancePaper"
        label={fieldLabel('circumstancePaper')}
        hint="如 厂子停工，入户核查表 3 号；病情不用写"
      />
      <FormButtons submit="登记困难情况" />
    </PostForm>
  );
}

function End({ form, of, action }: Entering) {
  return (
    <section>
      <h2>困难情况没有了</h2>
      <PostForm action={action}>
        <Field
          form={form}
          name="circumstanceNumber"
          label={fieldLabel('circumstanceNumber')}
          options={of.open}
        />
        <Field form={form} name="circumstanceEnd" label={fieldLabel('circumstanceEnd')} options={of.ends} />
        <Field
          form={form}
          name="circumstanceEndedOn"
          label={fieldLabel('circumstanceEndedOn')}
          kind="day"
          hint="登记错了的不用填"
        />
        <Field
          form={form}
          name="circumstanceEndPaper"
          label={fieldLabel('circumstanceEndPaper')}
          hint="如 复工证明、入户核查表"
        />
        <FormButtons submit="结束困难情况" />
      </PostForm>
    </section>
  );
}

/** What makes documents look at a household first; nothing where they ask for nothing of the kind. */
export function Circumstances(props: {
  readonly form: FormState;
  readonly of: CircumstancesProps;
  readonly enters:
    { readonly circumstanceAction: string; readonly circumstanceEndAction: string } | undefined;
}) {
  const { form, of, enters } = props;
  const { rows, open, options } = of;
  if (rows.length === 0 && options.length === 0) return null;
  return (
    <section>
      <h2>困难情况</h2>
      <p class="small">政策文件要先照顾、重点关注的情况。只有本村记账的人和乡镇看得到，不上公示。</p>
      {rows.length === 0 && <p>没有登记过。</p>}
      {rows.length > 0 && (
        <DataTable
          caption="困难情况"
          rows={rows}
          columns={[
            { head: '情况', names: true, cell: (row) => row.words },
            { head: '从哪天起', narrow: true, cell: (row) => row.from },
            { head: '到哪天止', cell: (row) => row.end ?? '现在还有' },
            { head: '事由和依据', cell: (row) => row.paper },
          ]}
        />
      )}
      {enters !== undefined && options.length > 0 && (
        <Enter form={form} of={of} action={enters.circumstanceAction} />
      )}
      {enters !== undefined && open.length > 0 && (
        <End form={form} of={of} action={enters.circumstanceEndAction} />
      )}
    </section>
  );
}
