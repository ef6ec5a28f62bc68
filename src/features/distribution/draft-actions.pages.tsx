import type { CheckView } from '../../platform/views/check-result';
import { CsrfField } from '../../platform/views/csrf-field';
import type { FormState } from '../../platform/views/error-summary';
import { Field } from '../../platform/views/field';

/** The reasons a draft has to give. */
export interface DraftReasonsProps {
  readonly form: FormState;
  /** The key of each check that asks for one, and what it is about. Field names: `reasons[<key>]`. */
  readonly reasons: readonly { readonly key: string; readonly label: string }[];
}

/** What can be done with a draft. */
export interface DraftActionsProps {
  readonly checks: readonly CheckView[];
  /** Sends the saved draft on its route; absent while nothing is saved. */
  readonly submitAction?: string | undefined;
  /** The name of the step it is sent to. */
  readonly nextStep: string;
}

/** The reasons that rules ask for; they are printed on the notice. */
export function DraftReasons(page: DraftReasonsProps) {
  if (page.reasons.length === 0) return null;
  return (
    <div class="reasons">
      <h2>
        要写的理由<span class="hint">会印在公示上</span>
      </h2>
      {page.reasons.map(({ key, label }) => (
        <Field form={page.form} name={`reasons[${key}]`} label={label} kind="area" />
      ))}
    </div>
  );
}

/** What can be done with the draft; it stays at the foot of the window. */
export function DraftActions(page: DraftActionsProps) {
  const blocked = page.checks.filter((check) => check.outcome === 'blocked').length;
  return (
    <div class="action-bar">
      {page.submitAction !== undefined && (
        <form method="post" action={page.submitAction}>
          <CsrfField />
          <button type="submit" class={blocked === 0 ? 'primary' : 'waiting'} disabled={blocked > 0}>
            {`提交${page.nextStep}`}
          </button>
        </form>
      )}
      {blocked > 0 && <strong class="blocked-text">{`还有${blocked}项不能提交`}</strong>}
      <button type="submit" form="draft" class={page.submitAction === undefined ? 'primary' : undefined}>
        存草稿，再查一遍
      </button>
      <span class="hint">提交的是最后存下的草稿。提交后每改一个字，已有的签字都作废，要重新签。</span>
    </div>
  );
}
