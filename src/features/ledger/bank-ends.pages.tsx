import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { momentText } from '../../platform/views/moment-text';
import { DataTable } from '../../platform/views/table';

/** How an account ends: what happened so far, and the one form that is open. */
export interface AccountEndsProps {
  /** Its last day; absent while it is open. */
  readonly closedOn?: string | undefined;
  /** What happened to it as a whole, the first first. */
  readonly acts: readonly {
    /** The act in words. */
    readonly act: string;
    readonly closedOn?: string | undefined;
    readonly reason: string;
    readonly paper: string;
    readonly who: string;
    /** The instant of the entry. */
    readonly at: string;
  }[];
  /** The form to close an account that was used, to strike one that never was, or to open it again. */
  readonly form?: { readonly kind: EndKind; readonly action: string; readonly form: FormState } | undefined;
}

export type EndKind = 'close' | 'strike' | 'resume';

function CloseFields({ form }: { form: FormState }) {
  return (
    <>
      <Field form={form} name="closedOn" label={fieldLabel('closedOn')} kind="day" />
      <Field
        form={form}
        name="closingReason"
        label={fieldLabel('closingReason')}
        hint="例如 换到农商行开户"
      />
      <Field
        form={form}
        name="paper"
        label={fieldLabel('paper')}
        hint="例如 银行销户回单、村民代表会议决议"
      />
      <p class="hint">换到了别的账户才填下面三项：从销户第二天起，账就归那个账户管。</p>
      <Field form={form} name="nextLabel" label={fieldLabel('nextLabel')} />
      <Field form={form} name="nextBank" label={fieldLabel('nextBank')} />
      <Field form={form} name="nextLastFour" label={fieldLabel('nextLastFour')} hint="只记末四位" />
    </>
  );
}

const WORDS: Readonly<Record<EndKind, { summary: string; says: string; submit: string }>> = {
  close: {
    summary: '这个账户不用了，销户',
    says: '余额转完、各笔都对上或写明原因，才能销户。转到接替账户的那一笔，先在对账里把原因写成“销户转款”。',
    submit: '销户',
  },
  strike: {
    summary: '这个账户登记错了，撤掉',
    says: '还没有对账单，也没有对过账，可以撤掉；登记的记录和理由留着。',
    submit: '撤掉这个账户',
  },
  resume: {
    summary: '销错了，撤回销户',
    says: '撤回以后账户照常用，销户的记录和理由留着。',
    submit: '撤回销户',
  },
};

function EndForm({ given }: { given: NonNullable<AccountEndsProps['form']> }) {
  const { kind, action, form } = given;
  const { summary, says, submit } = WORDS[kind];
  return (
    <details class="fold" id="end" open={form.problems.length > 0}>
      <summary>{summary}</summary>
      <ErrorSummary form={form} />
      <p>{says}</p>
      <PostForm action={action} entry>
        {kind === 'close' ? (
          <CloseFields form={form} />
        ) : (
          <Field form={form} name="reason" label={fieldLabel('reason')} />
        )}
        <FormButtons submit={submit} />
      </PostForm>
    </details>
  );
}

/** What happened to the account as a whole, and the form that goes on. */
export function AccountEnds({ acts, form }: AccountEndsProps) {
  return (
    <>
      {acts.length > 0 && (
        <section>
          <h2>销户的记录</h2>
          <DataTable
            caption="销户的记录"
            rows={acts}
            columns={[
              {
                head: '什么事',
                names: true,
                cell: (row) => (
                  <>
                    {row.act}
                    {row.closedOn !== undefined && <small>{fullDayText(row.closedOn)}</small>}
                  </>
                ),
              },
              {
                head: '为什么',
                cell: (row) => (
                  <>
                    {row.reason}
                    {row.paper !== '' && <small>{row.paper}</small>}
                  </>
                ),
              },
              {
                head: '谁登记的',
                cell: (row) => (
                  <>
                    {row.who}
                    <small>{momentText(row.at)}</small>
                  </>
                ),
              },
            ]}
          />
        </section>
      )}
      {form !== undefined && <EndForm given={form} />}
    </>
  );
}
