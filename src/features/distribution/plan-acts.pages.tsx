import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field } from '../../platform/views/field';

/** One act on a plan: where it posts and what was typed. */
export interface PlanAct {
  readonly action: string;
  readonly form: FormState;
}

/**
 * The acts open to the person who looks; an act that the plan's state or the person does not allow is absent.
 */
export interface PlanActsProps {
  /** The digest the person has before them: approving another is refused. Posted as `digest`. */
  readonly digest: string;
  /** Counts of the meeting: heldOn and the fields of the domain's MeetingCounts. */
  readonly meeting?: (PlanAct & { readonly step: string }) | undefined;
  /** The township sends it back; fields outcome, digest, reason. */
  readonly returning?: PlanAct | undefined;
  /** The township agrees; fields outcome and digest. */
  readonly approving?: { readonly action: string } | undefined;
  /** Why the person cannot act, as a sentence of the glossary: they drafted it themselves. */
  readonly barred?: string | undefined;
}

function Meeting({ act, step }: { act: PlanAct; step: string }) {
  const { form } = act;
  return (
    <section>
      <h2>
        {`记${step}`}
        <span class="hint">三个票数加起来等于到会人数</span>
      </h2>
      <ErrorSummary form={form} />
      <PostForm action={act.action} class="short-fields" entry>
        <Field form={form} name="heldOn" label={fieldLabel('heldOn')} kind="day" hint="如 2025-07-08" />
        <Field form={form} name="due" label={fieldLabel('due')} kind="number" unit="人" />
        <Field form={form} name="present" label={fieldLabel('present')} kind="number" unit="人" />
        <Field form={form} name="inFavour" label={fieldLabel('inFavour')} kind="number" unit="人" />
        <Field form={form} name="against" label={fieldLabel('against')} kind="number" unit="人" />
        <Field form={form} name="abstained" label={fieldLabel('abstained')} kind="number" unit="人" />
        <div class="buttons">
          <button type="submit" class="primary">
            记下表决
          </button>
        </div>
      </PostForm>
    </section>
  );
}

function Returning({ act, digest }: { act: PlanAct; digest: string }) {
  return (
    <div>
      <ErrorSummary form={act.form} />
      <PostForm action={act.action} entry>
        <input type="hidden" name="digest" value={digest} />
        <input type="hidden" name="outcome" value="returned" />
        <Field form={act.form} name="reason" label={fieldLabel('reason')} kind="area" hint="村里会看到原话" />
        <div class="buttons">
          <button type="submit">退回修改</button>
        </div>
      </PostForm>
    </div>
  );
}

/**
 * The acts, each with its own form; approving and returning stand apart, so that neither is hit for the
 * other.
 */
export function PlanActs({ digest, meeting, returning, approving, barred }: PlanActsProps) {
  const reviewing = returning !== undefined || approving !== undefined;
  return (
    <>
      {barred !== undefined && <p class="barred">{barred}</p>}
      {meeting !== undefined && <Meeting act={meeting} step={meeting.step} />}
      {reviewing && (
        <section>
          <h2>审核</h2>
          <div class="review">
            {approving !== undefined && (
              <PostForm action={approving.action}>
                <input type="hidden" name="digest" value={digest} />
                <input type="hidden" name="outcome" value="passed" />
                <p>同意后，村里可以按方案逐项列支。方案改一个字就要重新审。</p>
                <button type="submit" class="primary">
                  同意这份方案
                </button>
              </PostForm>
            )}
            {returning !== undefined && <Returning act={returning} digest={digest} />}
          </div>
        </section>
      )}
    </>
  );
}
