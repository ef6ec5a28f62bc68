import type { SlipLine } from '../../glossary/slip-words';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import type { Broadcast } from './plan-told.service';

/** A plan as villagers are told it. */
export interface PlanToldPageProps {
  readonly frame: OfficeFrameProps;
  /** What the plan is called. */
  readonly plan: string;
  readonly planHref: string;
  readonly broadcast: Broadcast;
  readonly slipAction: string;
  /** The claims of the plan that a slip may be about. */
  readonly claims: readonly Option[];
  /** Field names: claim, weights, place. */
  readonly form: FormState;
  readonly slip: readonly SlipLine[] | undefined;
}

function Loudspeaker({ broadcast: { sentences, seconds } }: { broadcast: Broadcast }) {
  return (
    <section>
      <h2>
        广播稿<span class="hint">{`慢慢念约${seconds}秒，可以拷走`}</span>
      </h2>
      <textarea class="broadcast" aria-label="广播稿" readOnly rows={sentences.length}>
        {sentences.join('\n')}
      </textarea>
    </section>
  );
}

function Slip({ page }: { page: PlanToldPageProps }) {
  return (
    <section>
      <h2>
        户单说明<span class="hint">名单上第几位，得多少，为什么</span>
      </h2>
      <form method="get" action={page.slipAction}>
        <ErrorSummary form={page.form} />
        <Field form={page.form} name="claim" label="哪一项" options={page.claims} />
        <Field form={page.form} name="weights" label="每人几份" hint="照名单顺序，用逗号隔开；不填就平分" />
        <Field form={page.form} name="place" label="名单上第几位" kind="number" />
        <div class="buttons">
          <button type="submit">看这一份</button>
        </div>
      </form>
      {page.slip !== undefined && (
        <dl class="facts">
          {page.slip.map(({ asks, answer }) => (
            <>
              <dt>{asks}</dt>
              <dd>{answer}</dd>
            </>
          ))}
        </dl>
      )}
    </section>
  );
}

/** The text for the loudspeaker on the left, one household's slip beside it. */
export function PlanToldPage(page: PlanToldPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          念给大家听，讲给一户听
          <a class="hint" href={page.planHref}>
            {page.plan}
          </a>
        </h1>
        <Loudspeaker broadcast={page.broadcast} />
        <Slip page={page} />
      </div>
    </OfficeFrame>
  );
}
