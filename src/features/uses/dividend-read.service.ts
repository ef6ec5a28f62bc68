import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { isDecidedInVillage, isReviewed, stepAfter } from '../../domain/approvals/procedure';
import type { Route, Step } from '../../domain/approvals/route';
import { DomainError } from '../../domain/shared/domain-error';
import type { Problem } from '../../domain/shared/problem';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { KeptBodySize } from '../approvals/body-roll.service';
import type { Subject } from '../approvals/approvals.service';
import { ProceduresService } from '../approvals/procedures.service';
import type { NamedFile } from '../approvals/subject-files.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { ReentriesService } from '../ledger/reentries.service';
import type { AboutDays } from '../users/users.service';
import type { ProcedureState } from './dividend-judging.service';
import { readRounds, type ToldRound } from './dividends.store';

/** What the procedure of a round is about, as the register of procedures keeps it. */
export const DIVIDEND = 'dividend';

/** Rounds of members' dividends with the steps that were taken of them. */
@Injectable()
export class DividendReadService {
  constructor(
    private readonly database: Database,
    private readonly books: LedgerReadService,
    private readonly procedures: ProceduresService,
    private readonly clock: Clock,
    private readonly reentries: ReentriesService,
  ) {}

  today(): CalendarDay {
    return this.clock.today();
  }

  /** Every round by number. */
  async listRounds(collectiveId: string, db: EntityManager = this.database.reader): Promise<ToldRound[]> {
    const steps = await this.procedures.listSteps(collectiveId, DIVIDEND, db);
    return readRounds(db, collectiveId, {
      steps,
      objections: await this.procedures.listObjections(collectiveId, DIVIDEND, db),
      reversed: await this.books.listReversedIds(collectiveId, db),
    });
  }

  /** Why somebody who looks would be refused the review of a round, before he sends it. */
  async barOf(collectiveId: string, round: ToldRound, by: string): Promise<Problem | undefined> {
    const asked = { subject: subjectOf(round), taken: round.steps, by, about: daysAbout(round) };
    const [bar] = await this.procedures.reviewProblems(this.database.reader, collectiveId, asked);
    return bar;
  }

  /** A round, among all of them. @throws DomainError `dividend.unknown` */
  async requireRound(
    collectiveId: string,
    roundId: string,
    db: EntityManager = this.database.reader,
  ): Promise<{ readonly round: ToldRound; readonly rounds: readonly ToldRound[] }> {
    const rounds = await this.listRounds(collectiveId, db);
    const round = rounds.find(({ id }) => id === roundId);
    if (round === undefined) throw new DomainError('dividend.unknown');
    return { round, rounds };
  }

  /**
   * The day whose year a round given on a day shares out: that of the voucher of an earlier year whose place
   * it takes, and of whichever that one took. @throws DomainError `ledger.entryUnknown`, `reentry.*`
   */
  async sharedOn(tx: EntityManager, collectiveId: string, on: CalendarDay): Promise<CalendarDay> {
    return (await this.reentries.findEarlierShares(tx, collectiveId, on))?.statementOn ?? on;
  }

  /** The photos that are kept with a round, the latest day first. */
  async photosOf(collectiveId: string, { id }: Pick<ToldRound, 'id'>): Promise<NamedFile[]> {
    const files = await this.procedures.filesOf({ collectiveId, kind: DIVIDEND, id });
    return files.filter(({ isPicture }) => isPicture);
  }

  /** The route of a round. */
  routeOf({ routeId }: Pick<ToldRound, 'routeId'>): Route {
    return this.procedures.requireRoute(routeId);
  }

  /** The step that comes next, if one does. */
  nextStep(round: ToldRound): Step | undefined {
    return stepAfter(this.routeOf(round), round.steps);
  }

  /** Of how many the body is that meets next, by its roll. */
  nextSize(collectiveId: string, round: ToldRound): Promise<KeptBodySize | undefined> {
    return this.procedures.nextSize(collectiveId, round);
  }

  /** @throws DomainError `approvals.stepTaken` where somebody has agreed to it already */
  requireUnreviewed(round: ToldRound): void {
    const reviews = this.routeOf(round).steps.flatMap(({ kind, id }) => (kind === 'review' ? [id] : []));
    const index = round.steps.findIndex(({ stepId }) => reviews.includes(stepId));
    const step = round.steps[index];
    if (step !== undefined)
      throw new DomainError('approvals.stepTaken', { number: index + 1, heldOn: step.heldOn });
  }

  /** What of the procedure is through by today. */
  procedureOf(round: ToldRound): ProcedureState {
    const route = this.routeOf(round);
    return {
      decided: isDecidedInVillage(route, round.steps, this.today()),
      townshipAgreed: isReviewed(route, round.steps),
    };
  }
}

/** A meeting is often held before the round is typed in, never before the day whose shares it splits by. */
export function subjectOf({ id, digest, routeId, draftedBy, rollOn }: ToldRound): Subject {
  return { kind: DIVIDEND, id, digest, routeId, draftedBy, submittedOn: rollOn };
}

/** The days that a round is about: from that of the shares it splits by to that of its draft. */
export function daysAbout({ rollOn, draftedOn }: ToldRound): AboutDays {
  return { from: rollOn, to: draftedOn };
}
