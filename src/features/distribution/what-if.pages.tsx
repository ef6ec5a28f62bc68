import type { ComparedDrafts } from '../../domain/distribution/compare-revisions';
import { fieldLabel } from '../../glossary/terms';
import { CheckGlyph, type CheckOutcome } from '../../platform/views/check-result';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { ExplainedFigures } from '../../platform/views/explained-figure';
import { Field } from '../../platform/views/field';
import { OfficeFrame } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { type DraftPlanPageProps, DraftUses, LiveChecks } from './draft-plan.pages';
import { PlanStatement, PlanTitle } from './plan-parts.pages';
import { ComparedTable, type ComparedWords } from './plan-revisions.pages';
import { YearFloors } from './year-floors.pages';
import { YearChecks, YearDraftForm, type YearPlanDraftPageProps } from './year-plan-draft.pages';
import { YearEquation, YearPlanTitle } from './year-plan-parts.pages';

/** A check that comes out otherwise than of the plan; undefined where it asks nothing of one of them. */
export interface ChangedCheck {
  readonly title: string;
  readonly before: CheckOutcome | undefined;
  readonly now: CheckOutcome | undefined;
}

/** What stands around the form of a copy, whichever kind of plan it is of. */
export interface WhatIfParts {
  /** The plan itself. */
  readonly planHref: string;
  readonly words: ComparedWords;
  readonly compared: ComparedDrafts;
  readonly changed: readonly ChangedCheck[];
  /** Copies kept under a name. */
  readonly kept: readonly { readonly id: string; readonly name: string; readonly href: string }[];
  /** Whether a draft may take the figures over: not once the period is decided. */
  readonly mayUse: boolean;
}

/** A copy of a period's plan. */
export interface WhatIfPageProps extends WhatIfParts {
  readonly copy: DraftPlanPageProps;
}

/** A copy of a yearly plan. */
export interface YearWhatIfPageProps extends WhatIfParts {
  readonly copy: YearPlanDraftPageProps;
}

const ENTRY = { submits: '试算', tryOut: 'keep' } as const;

function Note({ page }: { page: WhatIfParts }) {
  return (
    <p class="returned">
      {`照${page.words.before}抄出来试的，不是方案：没有提交，没有表决，不能公示，也改不到原来那份。`}
      <a href={page.planHref}>{`看${page.words.before}`}</a>
    </p>
  );
}

function Compared({ page }: { page: WhatIfParts }) {
  return (
    <section data-live="compared">
      <h2>{`试算和${page.words.before}比`}</h2>
      <ComparedTable compared={page.compared} words={page.words} />
      {page.changed.length > 0 && (
        <DataTable
          caption="查出来不一样的"
          rows={page.changed}
          columns={[
            { head: '查什么', names: true, cell: (row) => row.title },
            { head: page.words.before, cell: (row) => <Outcome outcome={row.before} /> },
            { head: page.words.now, cell: (row) => <Outcome outcome={row.now} /> },
          ]}
        />
      )}
    </section>
  );
}

const OUTCOME_WORDS: Readonly<Record<CheckOutcome, string>> = {
  blocked: '通不过',
  undecided: '定不了',
  reason: '要写理由',
  shown: '到现在还不够',
  passed: '通过',
};

function Outcome({ outcome }: { outcome: CheckOutcome | undefined }) {
  if (outcome === undefined) return <span class="word">不用查</span>;
  return (
    <span class="outcome">
      <CheckGlyph outcome={outcome} />
      {OUTCOME_WORDS[outcome]}
    </span>
  );
}

/** The name it is kept under; it stands in the form, so that what is typed goes with it. */
function KeepUnder({ form }: { form: FormState }) {
  return (
    <section class="short-fields">
      <Field form={form} name="whatIfName" label={fieldLabel('whatIfName')} hint="同名的会被换掉" />
      <button type="submit" name="keepWhatIf" value="1">
        留下这份试算
      </button>
    </section>
  );
}

/** How each figure came about, drawn again while it is typed. */
function Explained({ figures }: Pick<DraftPlanPageProps, 'figures'>) {
  if (figures === undefined) return null;
  return (
    <section data-live="figures">
      <ExplainedFigures figures={figures} />
    </section>
  );
}

function Kept({ page }: { page: WhatIfParts }) {
  if (page.kept.length === 0) return null;
  return (
    <section>
      <h2>留下的试算</h2>
      <ul class="kept-copies">
        {page.kept.map(({ id, name, href }) => (
          <li>
            <a href={href}>{name}</a>
            <button type="submit" form="draft" name="dropWhatIf" value={id}>
              扔掉<span class="read-aloud">{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Actions({ page }: { page: WhatIfParts }) {
  return (
    <div class="action-bar">
      <button type="submit" form="draft" name="tryOut" value="1" data-without-script>
        试算
      </button>
      {page.mayUse && (
        <button type="submit" form="draft" name="useWhatIf" value="1" class="primary">
          把这些数填进草稿
        </button>
      )}
      <button type="submit" form="draft" name="dropTyped" value="1">
        照原来的重新试
      </button>
      <span class="hint">
        {page.mayUse ? '填进草稿以后还要存、要提交，照原来的步骤走' : '这一期已经定了，试出来的数只能看'}
      </span>
    </div>
  );
}

/** A copy of a period's plan: its form, what is different, what is checked, how each figure came about. */
export function WhatIfPage(page: WhatIfPageProps) {
  const { copy } = page;
  return (
    <OfficeFrame frame={copy.frame}>
      <PlanTitle plan={copy.plan} live="saved" isCopy />
      <div class="plan">
        <PlanStatement plan={copy.plan} />
        <div class="work">
          <Note page={page} />
          <ErrorSummary form={copy.form} />
          <DraftUses page={copy} entry={ENTRY}>
            <KeepUnder form={copy.form} />
          </DraftUses>
          <Compared page={page} />
          <YearFloors floors={copy.floors ?? []} heading="全年的最低和最高，算到这一期" />
          <LiveChecks page={copy} />
          <Explained {...copy} />
          <Kept page={page} />
        </div>
      </div>
      <Actions page={page} />
      <script src="/assets/draft-plan.js" defer />
      <script src="/assets/try-out.js" defer />
    </OfficeFrame>
  );
}

/** A copy of a yearly plan, in the same parts. */
export function YearWhatIfPage(page: YearWhatIfPageProps) {
  const { copy } = page;
  return (
    <OfficeFrame frame={copy.frame}>
      <YearPlanTitle head={copy.head} isCopy />
      <div class="plan">
        <YearEquation head={copy.head} />
        <div class="work">
          <Note page={page} />
          <ErrorSummary form={copy.form} />
          <section>
            <YearDraftForm page={copy} entry={ENTRY}>
              <KeepUnder form={copy.form} />
            </YearDraftForm>
          </section>
          <Compared page={page} />
          <YearFloors floors={copy.floors} heading="全年的最低和最高，照这份" />
          <YearChecks page={copy} />
          <Kept page={page} />
        </div>
      </div>
      <Actions page={page} />
      <script src="/assets/try-out.js" defer />
    </OfficeFrame>
  );
}
