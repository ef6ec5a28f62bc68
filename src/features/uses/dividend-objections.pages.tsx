import type { ProcedureObjection } from '../../domain/approvals/procedure-objections';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import type { FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { StateGlyph } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** What was said of a round while it hung, and where somebody who may notes one or answers one. */
export interface RoundObjectionsProps {
  readonly rows: readonly ProcedureObjection[];
  readonly form: FormState;
  /** Absent where nothing hung yet, or he may not. */
  readonly action: string | undefined;
}

function Answer({ form, action, number }: { form: FormState; action: string; number: number }) {
  return (
    <PostForm action={`${action}/answers`} entry>
      <input type="hidden" name="objectionNumber" value={String(number)} />
      <Field
        form={form}
        name="objectionAnswer"
        label={`${String(number)} 号的${fieldLabel('objectionAnswer')}`}
        kind="area"
        hint="不写谁的姓名；答复了才能往下办"
      />
      <FormButtons submit="答复" />
    </PostForm>
  );
}

function Entry({ form, action }: { form: FormState; action: string }) {
  const isTyped = ['objectedOn', 'objectionGist'].some((field) =>
    form.problems.some((problem) => problem.field === field),
  );
  return (
    <details class="fold" open={isTyped}>
      <summary>登记一条意见</summary>
      <PostForm action={action}>
        <Field
          form={form}
          name="objectedOn"
          label={fieldLabel('objectedOn')}
          kind="day"
          hint="如 2025-07-14"
        />
        <Field
          form={form}
          name="objectionGist"
          label={fieldLabel('objectionGist')}
          kind="area"
          hint="用村里的话写问的是什么，不写谁的姓名"
        />
        <FormButtons submit="登记意见" />
      </PostForm>
    </details>
  );
}

/** The objections to a round; nothing goes on while one waits for its answer. */
export function RoundObjections({ rows, form, action }: RoundObjectionsProps) {
  if (rows.length === 0 && action === undefined) return null;
  const open = rows.find(({ answer }) => answer === undefined);
  return (
    <section>
      <h2>
        公开以后的意见<span class="hint">有一条没有答复，就不往下办、不入账、不付款</span>
      </h2>
      {rows.length === 0 ? (
        <p class="small">没有人提意见。</p>
      ) : (
        <DataTable
          caption="意见"
          class="stacked"
          rows={rows}
          columns={[
            { head: '几号', narrow: true, cell: (row) => `${row.number}` },
            { head: '哪天提的', narrow: true, cell: (row) => row.receivedOn },
            { head: '问的是什么', names: true, cell: (row) => row.gist },
            {
              head: '答复',
              cell: ({ answer }) =>
                answer === undefined ? (
                  <>
                    <StateGlyph state="attention" /> 还没有答复
                  </>
                ) : (
                  <>
                    {answer.words}
                    <small>{answer.on}</small>
                  </>
                ),
            },
          ]}
        />
      )}
      {action !== undefined && open !== undefined && (
        <Answer form={form} action={action} number={open.number} />
      )}
      {action !== undefined && <Entry form={form} action={action} />}
    </section>
  );
}
