import { Injectable } from '@nestjs/common';
import { decidedOn } from '../../domain/approvals/procedure';
import { objectableFrom } from '../../domain/approvals/procedure-objections';
import { isResult, type Step } from '../../domain/approvals/route';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { sharesText } from '../../domain/collectives/share-roll';
import type { Fen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { dividendReasons } from '../../domain/uses/dividend';
import { stepWords } from '../../glossary/approval-words';
import { holderText } from '../../glossary/people-words';
import { rollWords } from '../../glossary/roll-words';
import { problemSentence, sentenceFor } from '../../glossary/sentences';
import { shareReasonText } from '../../glossary/share-reasons';
import { labelOf } from '../../glossary/terms';
import { dividendWords } from '../../glossary/terms-dividends';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { type Actor, decidesForTownship } from '../../platform/http/actor';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { fullDayText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import type { GlyphState } from '../../platform/views/state-glyph';
import type { KeptBodySize } from '../approvals/body-roll.service';
import type { ToldStep } from '../approvals/procedures.service';
import { RosterReadService } from '../collectives/roster-read.service';
import type { DividendActsProps, NextStep } from './dividend-acts.pages';
import { DividendJudgingService } from './dividend-judging.service';
import { DividendPayingService } from './dividend-paying.service';
import { DividendReadService } from './dividend-read.service';
import type { RoundObjectionsProps } from './dividend-objections.pages';
import type { DividendPageProps, HolderRow, ProcedureStepRow, RoundJudgementRow } from './dividend.pages';
import type { ToldRound } from './dividends.store';
import { ROUND_GLYPHS, roundStateText } from './round-state';

/** What the forms of a round open with: as one came back, or the payment that the bank shows. */
export interface DividendFilled {
  readonly refused?: FormState;
  readonly paid?: { readonly on?: string; readonly holder?: string };
}

/** The page of a round of members' dividends. */
@Injectable()
export class DividendViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reading: DividendReadService,
    private readonly judging: DividendJudgingService,
    private readonly paying: DividendPayingService,
    private readonly roster: RosterReadService,
  ) {}

  /** @throws DomainError `dividend.unknown` */
  async pageOf(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly roundId: string },
    filled: DividendFilled = {},
  ): Promise<DividendPageProps> {
    const { collectiveId, roundId } = at;
    const { round } = await this.reading.requireRound(collectiveId, roundId);
    const paths = villagePaths(collectiveId);
    const next = this.reading.nextStep(round);
    const { giving } = round;
    const holders = await this.holdersOf(collectiveId, round);
    const isOwed = holders.some(({ open = 0n }) => open > 0n);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      listHref: paths.memberShares,
      ...{ number: round.number, pool: labelOf(`pool.${round.pool}`), amount: round.amount },
      roll: dividendWords.roll(round.rollOn, await this.judging.rollChange(collectiveId, round.rollOn)),
      ...{ paper: round.paper, why: round.why, dropped: round.dropped },
      state: ROUND_GLYPHS[round.state],
      stateWord: roundStateText(round, next),
      voucher:
        giving === undefined
          ? undefined
          : { href: paths.voucher(giving.entryId), label: dividendWords.voucher },
      steps: this.stepsOf(round),
      ...(await this.judgedOf(collectiveId, round)),
      holders,
      objections: objectionsOf(visit, collectiveId, { round, form: shownForm(filled, this.reading.today()) }),
      acts: await this.actsOf(visit, collectiveId, { round, next, filled, isOwed }),
    };
  }

  private stepsOf(round: ToldRound): ProcedureStepRow[] {
    return this.reading.routeOf(round).steps.map((step, index) => {
      const taken = round.steps[index];
      const isNext = index === round.steps.length && round.state !== 'dropped';
      return {
        ...{ number: index + 1, name: widePunctuation(step.name) },
        state: taken !== undefined ? 'done' : isNext ? 'doing' : 'locked',
        days: taken === undefined ? '' : daysOf(taken, round.draftedOn),
        shown: taken === undefined ? '' : shownOf(taken),
        basis: step.basis
          .map(({ source, confirmed }) => dividendWords.basis(widePunctuation(source), confirmed))
          .join('；'),
      };
    });
  }

  /**
   * How the document judges it: by the day of the meeting, as it was given where it was; before there was
   * one, as of today with the procedure as far as it is.
   */
  private async judgedOf(
    collectiveId: string,
    round: ToldRound,
  ): Promise<Pick<DividendPageProps, 'document' | 'judgements'>> {
    const day = decidedOn(this.reading.routeOf(round), round.steps) ?? this.reading.today();
    const procedure = this.reading.procedureOf(round);
    try {
      const judged = await this.judging.judgeNow(collectiveId, { dividend: round, day, procedure });
      const { title, distributable, households } =
        round.giving === undefined ? judged : { ...judged, ...round.giving };
      return {
        document: dividendWords.document({ title, day, distributable, households }),
        judgements: judged.judgements.map(({ ruleId: rule, says, outcome, force }): RoundJudgementRow => {
          const isReasoned = outcome === 'failed' && force === 'warn' && round.why !== '';
          const word = dividendWords[isReasoned ? 'reasoned' : outcome];
          return { rule, says, state: isReasoned ? 'done' : OUTCOMES[outcome], outcome: word };
        }),
      };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { document: sentenceFor(error.code, error.facts), judgements: [] };
    }
  }

  private async holdersOf(collectiveId: string, round: ToldRound): Promise<HolderRow[]> {
    const names = await this.roster.holderNames(collectiveId, round.rollOn);
    const numbers = await this.judging.holdersById(collectiveId);
    const reasons = dividendReasons(round);
    const owed = new Map<string, Fen>(
      (await this.paying.owedNow(collectiveId, round.id)).map((each) => [each.holderId, each.owed]),
    );
    const paths = villagePaths(collectiveId);
    return round.lines.map(({ holderId, hundredths, before, amount }) => {
      const { kind, number } = numbers.get(holderId) ?? { kind: 'household', number: 0 };
      return {
        ...{ number, before, amount, shares: sharesText(hundredths) },
        name: names.get(holderId) ?? holderText(kind, number),
        href: kind === 'household' ? paths.household(holderId) : paths.member(holderId),
        open: round.state === 'given' ? (owed.get(holderId) ?? 0n) : undefined,
        why: (reasons.get(holderId) ?? []).map(shareReasonText).join(''),
      };
    });
  }

  private async actsOf(
    { actor }: PageVisit,
    collectiveId: string,
    of: {
      readonly round: ToldRound;
      readonly next: Step | undefined;
      readonly filled: DividendFilled;
      /** Whether anybody is still to be paid. */
      readonly isOwed: boolean;
    },
  ): Promise<DividendActsProps> {
    const { round, next, filled, isOwed } = of;
    const size = await this.reading.nextSize(collectiveId, round);
    const today = this.reading.today();
    const path = (act: string): string => `${villagePaths(collectiveId).dividend(round.id)}/${act}`;
    const { decided, townshipAgreed } = this.reading.procedureOf(round);
    const may = { isOpen: round.state === 'drafted', isGiven: round.state === 'given' };
    const bookkeepers = keepsBooksOf(actor, collectiveId)
      ? {
          step: await this.nextOf(collectiveId, round, { next, action: path('steps'), size }),
          giveAction: may.isOpen && decided && townshipAgreed ? path('give') : undefined,
          payAction: may.isGiven && isOwed ? path('payments') : undefined,
          dropAction: may.isOpen ? path('drop') : undefined,
        }
      : NOTHING;
    return {
      form: shownForm(filled, today, size),
      ...bookkeepers,
      ...(await this.reviewOf(actor, { collectiveId, round, next, action: path('review') })),
      outcomes: dividendWords.outcomes,
    };
  }

  /** What is asked of the next step; of what hangs out the photos that are kept with the round. */
  private async nextOf(
    collectiveId: string,
    round: ToldRound,
    {
      next,
      action,
      size,
    }: {
      readonly next: Step | undefined;
      readonly action: string;
      readonly size: KeptBodySize | undefined;
    },
  ): Promise<NextStep | undefined> {
    const step = stepOf(round, next, action);
    if (step === undefined) return undefined;
    if (next?.kind !== 'publicity')
      return { ...step, roll: size && rollWords.onRoll(size.size, fullDayText(size.fromOn)) };
    const photos = await this.reading.photosOf(collectiveId, round);
    const display = {
      photos: photos.map(({ id: value, datedOn, remark }) => {
        const words = stepWords.file(labelOf('paperKind.photo'), fullDayText(datedOn), remark);
        return { value, label: words };
      }),
      filesHref: villagePaths(collectiveId).files('dividend', round.id),
    };
    return { ...step, display };
  }

  /** The review of somebody of the office above; nobody reviews a round that they had a hand in. */
  private async reviewOf(
    { roles, userId }: Actor,
    { collectiveId, round, next, action }: Reviewed,
  ): Promise<Pick<DividendActsProps, 'review' | 'barred'>> {
    const looksOver = round.state === 'drafted' && next?.kind === 'review';
    if (!looksOver || !roles.some(({ role }) => decidesForTownship(role)))
      return { review: undefined, barred: undefined };
    const bar = await this.reading.barOf(collectiveId, round, userId);
    if (bar === undefined) return { review: { action, digest: round.digest }, barred: undefined };
    return { review: undefined, barred: problemSentence(bar) };
  }
}

const NOTHING = { step: undefined, giveAction: undefined, payAction: undefined, dropAction: undefined };

/** What was typed, with what is wrong; what was typed for a step that is noted already fills no other one. */
function shownForm(
  { refused, paid = {} }: DividendFilled,
  today: CalendarDay,
  size?: KeptBodySize,
): FormState {
  const { on: postedOn = today, holder = '' } = paid;
  const fresh = filledForm({ heldOn: today, postedOn, holder, due: size && String(size.size) });
  if (refused === undefined) return fresh;
  const isTaken = refused.problems.some(({ code }) => code === 'approvals.stepTaken');
  return isTaken ? { ...fresh, problems: refused.problems } : refused;
}

/** What was said of a round; who keeps its books, and the office above, note it and answer. */
function objectionsOf(
  { actor }: PageVisit,
  collectiveId: string,
  { round, form }: { readonly round: ToldRound; readonly form: FormState },
): RoundObjectionsProps {
  const hasHung = objectableFrom(round.steps) !== undefined;
  const goesOn = round.state === 'drafted' || round.state === 'given';
  const may = keepsBooksOf(actor, collectiveId) || actor.roles.some(({ role }) => decidesForTownship(role));
  const action = `${villagePaths(collectiveId).dividend(round.id)}/objections`;
  return { rows: round.objections, form, action: hasHung && goesOn && may ? action : undefined };
}

/** What somebody of the office above may review. */
interface Reviewed {
  readonly collectiveId: string;
  readonly round: ToldRound;
  readonly next: Step | undefined;
  readonly action: string;
}

const OUTCOMES: Readonly<Record<'passed' | 'failed' | 'undecided', GlyphState>> = {
  passed: 'done',
  failed: 'attention',
  undecided: 'undecided',
};

/** The step that is to be noted next: the result is published once a round was given. */
function stepOf({ state, steps }: ToldRound, step: Step | undefined, action: string): NextStep | undefined {
  if (step === undefined || step.kind === 'review') return undefined;
  if (state !== (isResult(step) ? 'given' : 'drafted')) return undefined;
  return {
    ...{ action, number: steps.length + 1, name: widePunctuation(step.name) },
    ...{ votes: step.kind === 'meeting', roll: undefined },
    display: undefined,
    hint: step.kind === 'publicity' ? dividendWords.hangs(step.days, step.firstDayCounts) : '',
  };
}

/** The day of a step; one that was held before the round was typed in says so. */
function daysOf({ heldOn, until }: ToldStep, draftedOn: CalendarDay): string {
  const days = until === undefined ? heldOn : dividendWords.span(heldOn, until);
  return heldOn < draftedOn ? dividendWords.typedLater(days) : days;
}

function shownOf({ paper, counts, displayPlace }: ToldStep): string {
  const votes = counts === null ? '' : dividendWords.votes(counts.due, counts.present, counts.inFavour);
  const hung = displayPlace === null ? '' : dividendWords.hung(displayPlace);
  return [paper, hung, votes].filter((text) => text !== '').join('；');
}
