import { Injectable } from '@nestjs/common';
import { otherSizeBefore } from '../../domain/approvals/body-size';
import { ofLastSheet } from '../../domain/approvals/publicity-over';
import type { MeetingCounts } from '../../domain/approvals/quorum';
import { isUnheld } from '../../domain/approvals/refused-steps';
import { isOfficeReview } from '../../domain/approvals/route';
import { countingSignatures } from '../../domain/approvals/signatures';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Problem } from '../../domain/shared/problem';
import { stepWords } from '../../glossary/approval-words';
import { planHistory } from '../../glossary/remarks';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { ApprovalsService, type StepDecision } from '../approvals/approvals.service';
import type { StandingRolls } from '../approvals/body-roll.service';
import { StepGuardsService } from '../approvals/step-guards.service';
import { type SigningStanding, StepSignaturesService } from '../approvals/step-signatures.service';
import type { StepTaker } from '../approvals/step-takers.service';
import type { NamedFile, SubjectPlace } from '../approvals/subject-files.service';
import { type AboutDays, UsersService } from '../users/users.service';
import { nextStepOf, planStateWord } from './plan-acts.view';
import type { PlanPeriod } from './plan-ground.service';
import type { RevisionsView } from './plan-revisions.pages';
import { type DistributionPlan, PlanReadService, poolOfPack } from './plan-read.service';
import { signersText } from './signer-text';

/** Whose the next step is, and who signs it; nothing where none comes. */
export interface WhoseStep {
  readonly taker?: StepTaker;
  readonly standing?: SigningStanding;
  readonly rolls?: StandingRolls;
}

/** What takes the steps of a route. */
type OnItsRoute = Pick<
  DistributionPlan,
  'collectiveId' | 'id' | 'digest' | 'draftedBy' | 'draftedOn' | 'steps' | 'decisions'
> & { readonly state: string; readonly kind: 'plan' | 'year_plan' };

/** What a sheet of hangs: of a period or of a year. */
type HungPlan = Pick<DistributionPlan, 'collectiveId' | 'id' | 'steps' | 'decisions'> & {
  readonly state: string;
};

/** Where a sheet stands, in words; its last day where nothing else than its days is waited for. */
export interface HungSheet {
  readonly isOver: boolean;
  readonly words: string;
  readonly until: CalendarDay | undefined;
}

/** What is told of a plan: who drafted it, and the steps of its route. */
interface ToldPlan extends Pick<
  DistributionPlan,
  'draftedBy' | 'draftedOn' | 'revision' | 'decisions' | 'steps'
> {
  readonly lines: readonly { readonly bucket: { readonly id: string; readonly name: string } }[];
}

/** What happened to a plan so far: who drafted, met, approved, returned, granted. */
@Injectable()
export class PlanHistoryService {
  constructor(
    private readonly users: UsersService,
    private readonly plans: PlanReadService,
    private readonly guards: StepGuardsService,
    private readonly signatures: StepSignaturesService,
    private readonly approvals: ApprovalsService,
  ) {}

  /** What was approved for the same days a year before a plan's. */
  async lastYearOf(plan: DistributionPlan): Promise<DistributionPlan | undefined> {
    return yearBefore(await this.plans.listPlans(plan.collectiveId), periodOf(plan));
  }

  /** The state in words; a plan on its route says which step it waits for, or whether its end is shown. */
  async stateWord(plan: DistributionPlan, today: CalendarDay): Promise<string> {
    return planStateWord(plan, today, await this.sheetOf(plan, today));
  }

  /** Every plan of a village that stands, the newest first, each with its state in words. */
  async listTold(
    collectiveId: string,
    today: CalendarDay,
  ): Promise<{ readonly plan: DistributionPlan; readonly stateWord: string }[]> {
    const told = [];
    for (const plan of await this.plans.listPlans(collectiveId))
      told.push({ plan, stateWord: await this.stateWord(plan, today) });
    return told;
  }

  /** The story of a plan, oldest first: with each step who signed it and how, and whether fewer were due. */
  async historyOf(plan: ToldPlan & SubjectPlace): Promise<{ on: CalendarDay; sentence: string }[]> {
    const nameOf = await this.people();
    const signed = await this.signatures.listOf(plan);
    const met = await this.approvals.listMeetings(plan.collectiveId);
    const drafted = planHistory.drafted(nameOf(plan.draftedBy), plan.revision);
    return [
      { on: plan.draftedOn, sentence: drafted },
      ...plan.decisions.map((decision) => ({
        on: decision.decidedOn,
        sentence: [
          this.sentenceOf(plan, decision, nameOf(decision.decidedBy)),
          sizeText(decision, met),
          signersText(countingSignatures({ id: decision.stepId }, decision.digest, signed), nameOf),
        ].join(''),
      })),
    ];
  }

  /**
   * Where the sheet stands that was published last, before the next step or as the end of its plan, in words;
   * undefined where another step was taken since.
   */
  async sheetOf(plan: HungPlan, today: CalendarDay): Promise<HungSheet | undefined> {
    if (plan.state !== 'submitted' && plan.state !== 'approved') return undefined;
    const open = await this.guards.sheetProblems(plan, today);
    if (open === undefined) return undefined;
    const isLast = plan.decisions.length === plan.steps.length;
    const told = open.map((problem) =>
      problemSentence({ ...(isLast ? ofLastSheet(problem) : problem), field: '' }),
    );
    const [only, ...more] = open;
    const until = isLast && more.length === 0 ? only?.facts?.['until'] : undefined;
    return {
      isOver: open.length === 0,
      words: open.length === 0 ? stepWords.sheetOver : told.join(''),
      until: typeof until === 'string' ? until : undefined,
    };
  }

  /** Whose the next step of what is decided is, as who asks would take it; undefined where none comes. */
  async takerOf(plan: OnItsRoute, by: string): Promise<WhoseStep> {
    const { collectiveId, kind, id, digest = '', draftedBy } = plan;
    const step = nextStepOf(plan);
    if (step === undefined) return {};
    const taker = await this.guards.takers.takerOf({ collectiveId, step, by });
    const rolls = await this.guards.rolls.standingOf(plan);
    if (step.signers === undefined) return { taker, rolls };
    const since = plan.decisions.at(-1)?.decidedOn ?? plan.draftedOn;
    const signed = { collectiveId, kind, id, digest, draftedBy, since, step };
    return { taker, rolls, standing: await this.signatures.standingOf(signed, by) };
  }

  /** Why who asks would be refused its review; undefined where nothing bars him or no review comes. */
  async barOf(
    plan: Omit<OnItsRoute, 'kind'> & { readonly about: AboutDays },
    by: string,
  ): Promise<Problem | undefined> {
    const step = nextStepOf(plan);
    return step && this.guards.takers.barOf(plan.collectiveId, { ...plan, step, by });
  }

  /** The files that are kept with what is decided: a step may point at them. */
  filesOf(subject: SubjectPlace): Promise<readonly NamedFile[]> {
    return this.guards.filesOf(subject);
  }

  /** Who returned a plan, or which body said no to it, and why; undefined when nobody did. */
  async returnOf(plan: Pick<ToldPlan, 'lines' | 'decisions' | 'steps'>): Promise<RevisionsView['returned']> {
    const back = plan.decisions.find((decision) => decision.outcome !== 'passed');
    if (back === undefined) return undefined;
    const { cameBack } = stepWords;
    const { counts, outcome, stepId, decidedBy } = back;
    const name = plan.steps.find(({ id }) => id === stepId)?.name ?? stepId;
    if (outcome !== 'refused') {
      const nameOf = await this.people();
      return { how: cameBack.returned(nameOf(decidedBy)), reason: returnReason(plan, back) };
    }
    const said = widePunctuation(back.reason ?? '');
    if (counts === null) return { how: cameBack.said(name), reason: said };
    const told = [countsText(counts), said].filter((text) => text !== '');
    return { how: cameBack.voted(name), reason: stepWords.reasons(told) };
  }

  private sentenceOf(plan: ToldPlan, decision: StepDecision, person: string): string {
    const { counts, outcome, stepId, untilOn, papersOutOn } = decision;
    const step = plan.steps.find((each) => each.id === stepId);
    const name = step?.name ?? stepId;
    const paper = widePunctuation(decision.paper ?? '');
    const out = papersOutOn === null ? '' : stepWords.papersOut(papersOutOn);
    const shown = papersText(decision);
    if (counts !== null)
      return `${voteText(name, decision, counts)}${out}${stepWords.shownBy(paper)}${shown}`;
    if (outcome === 'refused') {
      const refused = stepWords.refused(name, widePunctuation(decision.reason ?? ''));
      return `${refused}${stepWords.shownBy(paper)}${shown}`;
    }
    if (untilOn !== null)
      return `${stepWords.hung(name, decision.decidedOn, untilOn)}${stepWords.shownBy(paper)}${shown}`;
    if (step?.kind === 'filing') return stepWords.filed(name, paper);
    if (step !== undefined && !isOfficeReview(step)) return `${stepWords.held(name, paper)}${shown}`;
    return outcome === 'passed'
      ? planHistory.passed(person, name)
      : planHistory.returned(person, name, returnReason(plan, decision));
  }

  private async people(): Promise<(userId: string) => string> {
    const users = await this.users.listUsers();
    return (userId) => users.find((user) => user.userId === userId)?.displayName ?? labelOf('person.program');
  }
}

/** How a meeting voted: that it passed, or that it failed and what was said of it. */
function voteText(step: string, { outcome, reason }: StepDecision, counts: MeetingCounts): string {
  if (outcome === 'passed') return planHistory.meeting(step, counts);
  const why = stepWords.whyFailed(widePunctuation(reason ?? ''));
  return `${planHistory.failed(step, countsText(counts))}${why}`;
}

/** That another number was due when the same body met before, to whoever looks over the vote. */
function sizeText(decision: StepDecision, met: readonly StepDecision[]): string {
  const before = decision.counts === null ? undefined : otherSizeBefore(decision, met);
  return before === undefined ? '' : planHistory.sizeBefore(before.on, before.due);
}

function countsText(counts: MeetingCounts): string {
  return isUnheld(counts) ? planHistory.unheld(counts) : planHistory.votes(counts);
}

/** The papers that were kept with a step: each by name, or that its file is kept. */
function papersText({ papers }: StepDecision): string {
  return stepWords.papers(
    (papers ?? []).map(({ kind, title, keptAt, pages, sha256 }) => {
      const [name, paper] = [labelOf(`evidence.${kind}`), widePunctuation(title)];
      if (sha256 !== null) return stepWords.stored(name, paper);
      return stepWords.named(name, paper, { pages, place: widePunctuation(keptAt) });
    }),
  );
}

/** Why a plan came back: as a whole, then line by line in the plan's order. */
function returnReason({ lines }: Pick<ToldPlan, 'lines'>, { reason, lineReasons }: StepDecision): string {
  const ofLines = lines.flatMap(({ bucket }) => {
    const text = lineReasons?.[bucket.id];
    return text === undefined ? [] : [stepWords.ofLine(bucket.name, text)];
  });
  const told = [reason ?? '', ...ofLines].filter((text) => text !== '');
  return widePunctuation(stepWords.reasons(told));
}

/** The days of a pool that a plan distributes. */
export function periodOf(plan: DistributionPlan): PlanPeriod {
  return { pool: poolOfPack(plan.pool), from: plan.periodFrom, to: plan.periodTo };
}

/** Of some plans the one that was approved for the same days a year before. */
export function yearBefore(
  plans: readonly DistributionPlan[],
  period: PlanPeriod,
): DistributionPlan | undefined {
  const back = (day: CalendarDay): CalendarDay => `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`;
  const [from, to] = [back(period.from), back(period.to)];
  return plans.find(
    (plan) =>
      plan.state === 'approved' &&
      plan.pool === period.pool &&
      plan.periodFrom === from &&
      plan.periodTo === to,
  );
}
