import { isTakenByPublishing, standingOf } from '../../domain/approvals/plan-steps';
import { mayRefuse, toldState } from '../../domain/approvals/refused-steps';
import { isOfficeReview, type Step } from '../../domain/approvals/route';
import { askedPapers, needsFile } from '../../domain/approvals/step-papers';
import { isCountyFiling, roleOf, speaksForSupervisors } from '../../domain/approvals/step-takers';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Problem } from '../../domain/shared/problem';
import { stepWords } from '../../glossary/approval-words';
import { bodyName } from '../../glossary/bodies';
import { planHistory } from '../../glossary/remarks';
import { rollWords } from '../../glossary/roll-words';
import { problemSentence } from '../../glossary/sentences';
import { fieldLabel, labelOf } from '../../glossary/terms';
import type { Actor } from '../../platform/http/actor';
import { filledForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { filingPaths, filingPick } from '../../platform/http/oversight-paths';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { fullDayText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import type { StandingRolls } from '../approvals/body-roll.service';
import type { SigningStanding } from '../approvals/step-signatures.service';
import type { StepTaker } from '../approvals/step-takers.service';
import type { NamedFile } from '../approvals/subject-files.service';
import type { EndedChoice, NotedStep, PlanActsProps } from './plan-acts.pages';
import { toldSignature } from './signer-text';
import type { SigningProps } from './signing.pages';
import type { DistributionPlan } from './plan-read.service';
import type { AskedPapers } from './step-papers.pages';

/** The act of a plan's page that came back refused. */
export interface RefusedAct {
  readonly act: 'step' | 'review' | 'grant' | 'sign';
  readonly form: FormState;
}

/** The step that a plan takes next; undefined where it takes none. */
export function nextStepOf({
  state,
  steps,
  decisions,
}: Pick<ActedOn, 'state' | 'steps' | 'decisions'>): Step | undefined {
  return state === 'submitted' || state === 'approved' ? steps[decisions.length] : undefined;
}

/** Whether a sheet may be published: of what is decided, and where a submitted plan's next step is that. */
export function hasSheet({
  state,
  steps,
  decisions,
}: Pick<ActedOn, 'state' | 'steps' | 'decisions'>): boolean {
  return state === 'approved' || (state === 'submitted' && steps[decisions.length]?.kind === 'publicity');
}

/**
 * The state in words: a plan on its route says which step it waits for, or that it hangs; a decided one
 * whether its last sheet hangs, has hung, or has still to. Plans of before are agreed to.
 * @param sheet where the sheet stands that ends it, where that is known: days alone are no proof
 */
export function planStateWord(
  plan: Pick<DistributionPlan, 'state' | 'form' | 'steps' | 'decisions'>,
  today: CalendarDay,
  sheet?: PlanActsProps['sheet'],
): string {
  const step = nextStepOf(plan);
  const standing = standingOf(plan.steps, plan.decisions, today);
  if (plan.state === 'submitted' && step !== undefined)
    return standing === 'hanging' ? labelOf('planStanding.hanging') : planHistory.waitsFor(step.name);
  if (plan.state !== 'approved' || plan.form !== 'plan/4') return labelOf(`planState.${toldState(plan)}`);
  if (standing === 'closed' && sheet?.isOver === false) return labelOf('planStanding.unfinished');
  return labelOf(`planStanding.${standing}`);
}

/** What takes the steps of a route, and where its acts are posted. */
export interface ActedOn extends Pick<
  DistributionPlan,
  'collectiveId' | 'steps' | 'decisions' | 'digest' | 'draftedBy'
> {
  readonly state: string;
  /** The uses of which each may come back with its own reason. */
  readonly uses: readonly { readonly use: string; readonly name: string }[];
  /** Whether it is of a period or of a year: what agreeing to it allows. */
  readonly of: keyof typeof stepWords.agreeing;
  /** Where its steps are signed. */
  readonly signAction: string;
  /** Where photos and papers are kept with it. */
  readonly filesHref: string;
  /** How it is named where a county picks what it files. */
  readonly filingPick: string;
  pathOf(act: 'meeting' | 'steps' | 'review'): string;
}

/** Where the next step of a plan of a period or of a year is signed by several people. */
export function signaturesAt(collectiveId: string, kind: 'plan' | 'year_plan', id: string): string {
  return `${villagePaths(collectiveId).home}/signatures/${kind}/${id}`;
}

/** The acts on the distribution of a period. */
export function planActsOf(actor: Actor, plan: DistributionPlan, shown: ShownActs): PlanActsProps {
  const paths = villagePaths(plan.collectiveId);
  const uses = plan.lines.map(({ bucket }) => ({ use: bucket.id, name: bucket.name }));
  const pathOf = (act: 'meeting' | 'steps' | 'review'): string => paths.planAct(plan.id, act);
  const filesHref = paths.files('plan', plan.id);
  const signAction = signaturesAt(plan.collectiveId, 'plan', plan.id);
  const pick = filingPick({ kind: 'plan', villageId: plan.collectiveId, planId: plan.id });
  const own = { uses, filesHref, signAction, filingPick: pick, pathOf };
  const acted = { ...plan, ...own, of: 'period' as const };
  return actsOn(actor, acted, shown);
}

/** The village notes its steps, the office above reviews; nobody does who had a hand in it. */
export function actsOn(actor: Actor, plan: ActedOn, shown: ShownActs): PlanActsProps {
  const { refused, sheet } = shown;
  const step = nextStepOf(plan);
  if (step === undefined) return { digest: plan.digest ?? '', sheet };
  const asked = { digest: plan.digest ?? '', sheet, signing: signingOf(actor, plan, { step, shown }) };
  if (!isOfficeReview(step) && isTakenByPublishing(plan.steps, plan.decisions.length)) return asked;
  if (shown.taker?.as === undefined) return { ...asked, whose: whoseText(step, shown.taker) };
  if (isOfficeReview(step)) return { ...asked, ...reviewOn(plan, shown) };
  if (shown.taker.isNumbered) return { ...asked, filing: filingOf(actor, plan, step) };
  const act = step.kind === 'meeting' ? 'meeting' : 'steps';
  const form = refused?.act === 'step' ? refused.form : usualStep(shown);
  const given = { action: plan.pathOf(act), form, papers: papersOf(plan, step, shown) };
  return { ...asked, noting: { ...notingOf(plan, step, given), roll: rollText(shown) } };
}

/** Which bodies voted while nobody had noted their roll, and where it is noted. */
function unrolledOf(collectiveId: string, bodies: readonly string[]): PlanActsProps['unrolled'] {
  return {
    words: rollWords.without([...new Set(bodies)].map(bodyName)),
    href: villagePaths(collectiveId).bodyRoll,
  };
}

/** A step as it is first shown: today, passed, as many due as are on the roll. */
function usualStep({ rolls, today }: ShownActs): FormState {
  const due = rolls?.size === undefined ? undefined : String(rolls.size.size);
  return filledForm({ heldOn: today, outcome: 'passed', due });
}

function rollText({ rolls }: ShownActs): string | undefined {
  return rolls?.size && rollWords.onRoll(rolls.size.size, fullDayText(rolls.size.fromOn));
}

/** Where a county files it under its next number. */
function filingOf({ roles }: Actor, plan: ActedOn, step: Step): PlanActsProps['filing'] {
  const office = roles.find(({ role }) => role === 'county')?.collectiveId;
  if (office === undefined) return undefined;
  return { step: step.name, href: filingPaths.list(office, { pick: plan.filingPick }) };
}

/** What the office above may do with a plan that waits for its review. */
function reviewOn(
  plan: ActedOn,
  { refused, sheet, bar, rolls }: ShownActs,
): Pick<PlanActsProps, 'barred' | 'returning' | 'approving' | 'unrolled'> {
  if (bar !== undefined) return { barred: problemSentence(bar) };
  const action = plan.pathOf('review');
  const without = rolls?.without ?? [];
  const form = refused?.act === 'review' ? refused.form : filledForm({});
  const lines = plan.uses.map(({ use, name }) => ({ use, name: widePunctuation(name) }));
  const mayAgree = sheet === undefined || sheet.isOver;
  return {
    returning: { action, form, lines },
    ...(without.length === 0 ? {} : { unrolled: unrolledOf(plan.collectiveId, without) }),
    ...(mayAgree ? { approving: { action, words: stepWords.agreeing[plan.of] } } : {}),
  };
}

/** What decides which acts are open: the day, what came back refused, and the sheet that hangs before. */
interface ShownActs {
  readonly today: CalendarDay;
  readonly refused?: RefusedAct | undefined;
  readonly sheet?: PlanActsProps['sheet'];
  /** Who signed the next step; undefined where nobody does. */
  readonly standing?: SigningStanding | undefined;
  /** Whose the next step is; undefined where there is none. */
  readonly taker?: StepTaker | undefined;
  /** What rolls say of the body that meets next, and of votes that were taken. */
  readonly rolls?: StandingRolls | undefined;
  /** Why who asks would be refused its review. */
  readonly bar?: Problem | undefined;
  /** What is kept with it: the papers of a step may be among it. */
  readonly files?: readonly NamedFile[] | undefined;
}

/** Who signed the next step, and what the person who looks may do about it. */
function signingOf(
  { userId }: Actor,
  plan: ActedOn,
  { step, shown }: { readonly step: Step; readonly shown: ShownActs },
): SigningProps | undefined {
  const { standing, refused, today } = shown;
  const { signers } = step;
  if (standing === undefined || signers === undefined) return undefined;
  const isOpen = standing.count < signers.among;
  const hasSigned = standing.signatures.some(({ kept, accounts }) =>
    [...accounts, kept.signer].includes(userId),
  );
  return {
    ...{ step: step.name, needed: signers.needed, among: signers.among, digest: plan.digest ?? '' },
    count: standing.count,
    signed: standing.signatures.map((each) => {
      const { kept, mayTakeBack } = each;
      return { id: kept.id, on: kept.signedOn, told: toldSignature(each, userId, standing), mayTakeBack };
    }),
    holders: standing.holders.map(({ names: [called = ''] }) => called),
    ...{ files: (shown.files ?? []).map(fileOption), filesHref: plan.filesHref },
    action: plan.signAction,
    maySign: standing.maySign && isOpen && !hasSigned && plan.draftedBy !== userId,
    mayNote: standing.mayNote && isOpen,
    form: refused?.act === 'sign' ? refused.form : filledForm({ signatureOn: today }),
  };
}

/** Whose a step is, told to who cannot take it. */
function whoseText(step: Step, taker: StepTaker | undefined): string {
  const role = labelOf(`stepRole.${taker?.role ?? roleOf(step)}`);
  return taker?.standsIn === true ? stepWords.stoodIn(step.name, role) : stepWords.whose(step.name, role);
}

function papersOf(
  { filesHref }: ActedOn,
  step: Step,
  { files = [], taker }: Pick<ShownActs, 'files' | 'taker'>,
): AskedPapers {
  const speaks = speaksForSupervisors(step, taker?.as ?? null);
  return {
    asked: askedPapers(step).map((kind) => ({
      ...{ kind, name: labelOf(`evidence.${kind}`), isPicture: needsFile(kind) },
      needsFile: speaks || needsFile(kind),
    })),
    files: files.map(fileOption),
    pictures: files.filter(({ isPicture }) => isPicture).map(fileOption),
    filesHref,
    byFiles: speaks ? stepWords.forSupervisors : '',
  };
}

function fileOption({ id, paperKind, datedOn, remark }: NamedFile): Option {
  const kind = labelOf(`paperKind.${paperKind}`);
  return { value: id, label: stepWords.file(kind, fullDayText(datedOn), widePunctuation(remark)) };
}

function notingOf(
  { decisions }: ActedOn,
  step: Step,
  act: Pick<NotedStep, 'action' | 'form' | 'papers'>,
): NotedStep {
  const { kind, name } = step;
  const labels: Readonly<Partial<Record<Step['kind'], string>>> = stepWords.paper;
  const votes = kind === 'meeting';
  return {
    ...act,
    ...{ step: name, number: decisions.length + 1, votes },
    hint: votes
      ? stepWords.counts
      : kind === 'publicity'
        ? stepWords.hangs(step.days, step.firstDayCounts)
        : '',
    paper: {
      label: labels[kind] ?? fieldLabel('stepPaper'),
      hint: isCountyFiling(step) ? stepWords.filedOnPaper : stepWords.paperHint[kind],
    },
    ended: endedOf(step),
    ...(votes && step.noticeDays !== undefined ? { papersOut: stepWords.papersBefore(step.noticeDays) } : {}),
    submit: votes ? stepWords.vote : stepWords.submit,
  };
}

/** How a step may have ended, where a body of the village may say no. */
function endedOf(step: Step): EndedChoice | undefined {
  if (!mayRefuse(step)) return undefined;
  const { vote, said, noResolution, voteReason, saidReason } = stepWords.ended;
  if (step.kind !== 'meeting') return { options: said, reasonHint: saidReason };
  const hint = step.evidence.includes('resolution') ? noResolution : undefined;
  return { options: vote, hint, reasonHint: voteReason };
}
