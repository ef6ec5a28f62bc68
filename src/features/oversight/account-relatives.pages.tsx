import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import type { FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { DataTable } from '../../platform/views/table';

/** Somebody who is near to the person of an account, as an office said it. */
export interface RelativeRow {
  readonly name: string;
  readonly kin: string;
  readonly since: string;
  readonly paper: string;
  /** Which office said it, who there, and when. */
  readonly said: string;
  /** Why it holds no more, and who said so; blank while it stands. */
  readonly ended: string;
}

/** Near relatives of the person of an account. */
export interface RelativesProps {
  readonly rows: readonly RelativeRow[];
  /** Whom else the office may name; nobody where nothing more is said of the account. */
  readonly people: readonly Option[];
  readonly kinds: readonly Option[];
  readonly action: string;
  /** What the office said itself, and may take back. */
  readonly standing: readonly Option[];
  readonly endAction: string;
}

function Rows({ rows }: Pick<RelativesProps, 'rows'>) {
  if (rows.length === 0)
    return (
      <p class="small">
        没有登记近亲属。监督的人不能是同一个村干部、管账人员的近亲属，村干部互相也不能，登记了给岗位时才挡得住。
      </p>
    );
  return (
    <DataTable
      caption="近亲属"
      class="stacked"
      rows={rows}
      columns={[
        { head: '谁', names: true, cell: (row) => row.name },
        { head: '关系', cell: (row) => (row.ended === '' ? row.kin : `${row.kin}（已撤销）`) },
        { head: '从哪天起', cell: (row) => row.since },
        { head: '依据', cell: (row) => row.paper },
        { head: '谁登记的', cell: (row) => row.said },
        ...(rows.some(({ ended }) => ended !== '')
          ? [{ head: '为什么撤销', cell: (row: RelativeRow) => row.ended }]
          : []),
      ]}
    />
  );
}

/** Who of the others with an account is near to this one, and the forms that say it and take it back. */
export function Relatives({ form, relatives }: { form: FormState; relatives: RelativesProps }) {
  const { rows, people, kinds, action, standing, endAction } = relatives;
  const isRefused = form.problems.some(({ field }) => field.startsWith('kin') || field === 'relativeId');
  return (
    <section>
      <h2>近亲属</h2>
      <Rows rows={rows} />
      {people.length > 0 && (
        <details class="fold" open={isRefused}>
          <summary>登记近亲属</summary>
          <PostForm action={action} entry>
            <Field form={form} name="relativeId" label={fieldLabel('relativeId')} options={people} />
            <Field form={form} name="kinKind" label={fieldLabel('kinKind')} options={kinds} />
            <Field
              form={form}
              name="kinSince"
              label={fieldLabel('kinSince')}
              kind="day"
              hint="夫妻写结婚那天，别的写出生那天"
            />
            <Field
              form={form}
              name="kinPaper"
              label={fieldLabel('kinPaper')}
              hint="户口簿、结婚证，不写号码"
            />
            <FormButtons submit="登记" />
          </PostForm>
        </details>
      )}
      {standing.length > 0 && (
        <details class="fold" open={isRefused}>
          <summary>登记错了，或者不再是近亲属</summary>
          <PostForm action={endAction} entry>
            <Field form={form} name="kinNumber" label={fieldLabel('kinNumber')} options={standing} />
            <Field form={form} name="kinWhy" label={fieldLabel('kinWhy')} hint="如：离婚了；登记错了人" />
            <FormButtons submit="撤销这条登记" />
          </PostForm>
        </details>
      )}
    </section>
  );
}
