import { isResult } from '../../domain/approvals/route';
import { Injectable } from '@nestjs/common';
import { requireNext, type StepForm } from '../../domain/approvals/procedure';
import { unansweredProblems } from '../../domain/approvals/procedure-objections';
import type { ShownForm } from '../../domain/approvals/procedure-papers';
import { isCalendarDay } from '../../domain/calendar/calendar-day';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { ProceduresService } from '../approvals/procedures.service';
import { DividendJudgingService } from './dividend-judging.service';
import { daysAbout, DividendReadService, subjectOf } from './dividend-read.service';
import { DividendsService } from './dividends.service';

/** A review as typed: agreed, or returned with a reason, of the bytes of this digest. */
export interface DividendReviewForm {
  readonly outcome: string;
  readonly reason: string;
  readonly digest: string;
}

const NO_COUNTS = { due: '', present: '', inFavour: '', against: '', abstained: '' } as const;

/** Takes a round through the steps of its procedure, each as it was held. */
@Injectable()
export class DividendDecidingService {
  constructor(
    private readonly database: Database,
    private readonly reading: DividendReadService,
    private readonly judging: DividendJudgingService,
    private readonly procedures: ProceduresService,
    private readonly dividends: DividendsService,
  ) {}

  /**
   * Notes the next step of the village's own: a deliberation, its meeting, what hangs out. The meeting
   * decides by the document of its day; the result is published once the round was given.
   * @throws FormProblems `form.*`, `calendar.notADay`, `approvals.*`, `policy.*`, `dividend.notNamed`;
   *   DomainError `dividend.*`, `approvals.stepTaken`, `approvals.otherStep`, `approvals.allDecided`,
   *   `policy.noPackInForce`, `policy.packEnded`
   */
  takeStep(
    collectiveId: string,
    given: { readonly roundId: string; readonly form: StepForm & ShownForm },
    command: Command,
  ): Promise<{ id: string }> {
    const { roundId, form } = given;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { round, rounds } = await this.reading.requireRound(collectiveId, roundId, tx);
        requireNext(round.steps, form.stepNumber);
        const step = this.reading.nextStep(round);
        if (round.state !== (isResult(step) ? 'given' : 'drafted'))
          throw new DomainError('dividend.notNow', { state: round.state });
        if (step?.kind === 'meeting' && isCalendarDay(form.heldOn)) {
          await this.judging.requireSame(tx, collectiveId, { round, rounds });
          const procedure = { decided: true, townshipAgreed: true };
          const asked = { dividend: round, day: form.heldOn, procedure };
          refuseProblems((await this.judging.judge(tx, collectiveId, asked)).problems);
        }
        refuseProblems(unansweredProblems(round.objections, 'heldOn'));
        const { by } = command;
        const taken = { subject: subjectOf(round), taken: round.steps, kind: 'own', form, by } as const;
        await this.procedures.takeStep(tx, collectiveId, taken);
        return { id: roundId };
      },
      onceOf(command, 'dividends.takeStep', [roundId, form]),
    );
  }

  /**
   * Agrees to a round in which the person had no hand, or returns it, which ends it.
   * @throws FormProblems as `decisionProblems` finds them, `approvals.reasonMissing`, `form.*`; DomainError
   *   `dividend.*`, `approvals.stepTaken`, `approvals.otherStep`, `approvals.bytesChanged`
   */
  async reviewRound(
    collectiveId: string,
    given: { readonly roundId: string; readonly form: DividendReviewForm },
    command: Command,
  ): Promise<{ id: string }> {
    const { roundId, form } = given;
    const returned = form.outcome === 'returned';
    const why = form.reason.trim();
    refuseProblems([
      ...(returned || form.outcome === 'passed' ? [] : [{ code: 'form.notAllowed', field: 'outcome' }]),
      ...(returned && why === '' ? [{ code: 'approvals.reasonMissing', field: 'reason' }] : []),
      ...privateNumberProblems({ reason: why }),
    ]);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { round } = await this.reading.requireRound(collectiveId, roundId, tx);
        const step = this.reading.nextStep(round);
        this.reading.requireUnreviewed(round);
        if (round.state !== 'drafted') throw new DomainError('dividend.notNow', { state: round.state });
        if (step?.kind !== 'review') throw new DomainError('approvals.otherStep', { step: step?.id ?? '' });
        if (form.digest !== round.digest) throw new DomainError('approvals.bytesChanged');
        const { by } = command;
        const subject = subjectOf(round);
        const reviewed = { subject, taken: round.steps, by, about: daysAbout(round) };
        refuseProblems(await this.procedures.reviewProblems(tx, collectiveId, reviewed));
        if (returned) {
          await this.dividends.noteDrop(tx, collectiveId, { roundId, why, by });
          return { id: roundId };
        }
        refuseProblems(unansweredProblems(round.objections, 'outcome'));
        const stepNumber = String(round.steps.length + 1);
        const asked = { stepNumber, heldOn: this.reading.today(), stepPaper: '', ...NO_COUNTS };
        const taken = { ...reviewed, kind: 'review', form: asked } as const;
        await this.procedures.takeStep(tx, collectiveId, taken);
        return { id: roundId };
      },
      onceOf(command, 'dividends.review', [roundId, form]),
    );
  }
}
