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
  /** The saved draft as it would hang on the wall; absent while there is none, or no document. */
  readonly sampleHref?: string | undefined;
  /** Where a copy of the saved draft is tried with other figures. */
  readonly whatIfHref?: string | undefined;
  /** The name of the step it is sent to. */
  readonly nextStep: string;
  /** When what stands in the form was kept by itself, where it is not saved as a draft. */
  readonly keptAt?: string | undefined;
}

/** The reasons that rules ask for; they are printed on the notice. */
export function DraftReasons(page: DraftReasonsProps) {
  if (page.reasons.length === 0) return <div data-live="reasons" />;
  return (
    <div class="reasons" data-live="reasons">
      <h2>
        要写的理由<span class="hint">会印在公示上</span>
      </h2>
      {page.reasons.map(({ key, label }) => (
        <Field form={page.form} name={`reasons[${key}]`} label={label} kind="area" />
      ))}
    </div>
  );
}

/** Sends the saved draft on; while it cannot be sent, why. */
function Submit({ page, blocked }: { page: DraftActionsProps; blocked: number }) {
  const name = `提交${page.nextStep}`;
  const why = blocked > 0 ? `还有${String(blocked)}项不能提交` : '先存草稿，才能提交';
  if (page.submitAction === undefined || blocked > 0) {
    return (
      <>
        <button type="button" class="waiting" disabled>
          {name}
        </button>
        <strong class={blocked > 0 ? 'blocked-text' : undefined}>{why}</strong>
      </>
    );
  }
  return (
    <form method="post" action={page.submitAction}>
      <CsrfField />
      <button type="submit" class="primary">
        {name}
      </button>
    </form>
  );
}

/** Leads to a copy that is only tried. */
export function WhatIfLink({ href }: { href: string | undefined }) {
  if (href === undefined) return null;
  return (
    <a class="button" href={href}>
      抄一份试算
    </a>
  );
}

/** What can be done with the draft; it stays at the foot of the window. */
export function DraftActions(page: DraftActionsProps) {
  const blocked = page.checks.filter((check) => check.outcome === 'blocked').length;
  return (
    <div class="action-bar">
      <div class="action" data-live="submit">
        <Submit page={page} blocked={blocked} />
        {page.sampleHref !== undefined && (
          <a class="button" href={page.sampleHref}>
            看公示样张
          </a>
        )}
        <WhatIfLink href={page.whatIfHref} />
      </div>
      <button type="submit" form="draft" class={page.submitAction === undefined ? 'primary' : undefined}>
        存草稿
        <kbd hidden data-needs-script>
          Ctrl S
        </kbd>
      </button>
      <button type="submit" form="draft" name="tryOut" value="1" data-without-script>
        试算
      </button>
      <div class="action" data-live="drop">
        {page.keptAt !== undefined && (
          <button type="submit" form="draft" name="dropTyped" value="1">
            不要这些改动
          </button>
        )}
      </div>
      <span class="hint">提交后每改一个字，已有的签字都作废，要重新签。</span>
    </div>
  );
}
