import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { stillHolds } from '../../domain/uses/attendance';
import { monthAcceptanceProblems } from '../../domain/uses/attendance-acceptance';
import { owedOn } from '../../domain/uses/owed-on';
import { paysPosts, POSTS_USE } from '../../domain/uses/post-uses';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { BookedEntry } from '../ledger/ledger.service';
import { AttendanceService } from '../uses/attendance.service';
import { handOf } from '../users/account-persons.service';
import { GrantingService } from './granting.service';
import {
  approvedOn,
  type DistributionPlan,
  isUntouched,
  openOf,
  type PlannedClaim,
  PlanReadService,
  usesOf,
} from './plan-read.service';

/** A claim for posts of an approved plan that still has money, with its plan. */
export interface PostsClaim {
  readonly plan: DistributionPlan;
  readonly claim: PlannedClaim;
}

/** Which sheet is accepted, by which claim it is owed, on which day. */
export interface AcceptForm {
  readonly sheetId: string;
  readonly claimId: string;
  readonly acceptedOn: string;
  /** The month that was addressed: the sheet is of no other. */
  readonly month?: string;
  /** The reversed voucher whose place it takes, where some of other months wait whose day was wrong. */
  readonly placeOf?: string;
}

/** Wages of posts against the plan that pays them: what another accepted is granted against its line. */
@Injectable()
export class PostWagesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: PlanReadService,
    private readonly attendance: AttendanceService,
    private readonly granting: GrantingService,
  ) {}

  /** The claims for posts of approved plans of which something is left. */
  async listClaims(collectiveId: string, db: EntityManager = this.database.reader): Promise<PostsClaim[]> {
    const plans = await this.plans.listPlans(collectiveId, db);
    return plans
      .filter(({ state }) => state === 'approved')
      .flatMap((plan) =>
        plan.lines
          .filter(({ bucket }) => paysPosts(bucket.id, usesOf(plan)))
          .flatMap(({ claims }) => claims.map((claim) => ({ plan, claim }))),
      )
      .filter(({ claim }) => owesMonths(claim) && openOf(claim) > 0n);
  }

  /**
   * Accepts a month's sheet that somebody else entered: now its wages are owed, by a grant of the plan's
   * line, on the account the county chose for posts.
   * @throws FormProblems `form.*`, `calendar.notADay`, `attendance.*`, `policy.*`; DomainError
   *   `attendance.unknown`, `attendance.notWaiting`, `attendance.stale`, `attendance.notPosts`,
   *   `attendance.owedOtherwise`, `grant.*`, `plan.notNow`, `period.*`
   */
  acceptSheet(
    collectiveId: string,
    form: AcceptForm,
    command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const sheet = await this.attendance.requireSheet(tx, collectiveId, form.sheetId);
        const { acceptedOn, claimId, placeOf, month: asked = sheet.month } = form;
        if (asked !== sheet.month) throw new DomainError('attendance.otherMonth', { month: sheet.month });
        if (sheet.state !== 'entered') throw new DomainError('attendance.notWaiting', { state: sheet.state });
        const today = this.clock.today();
        const seen = { ...sheet, enteredBy: (await handOf(tx, command.by))(sheet.enteredBy) };
        refuseProblems(monthAcceptanceProblems(seen, { acceptedOn, by: command.by, today }));
        const rows = await this.attendance.listRows(collectiveId, sheet.month, tx);
        if (!stillHolds(sheet.lines, rows)) throw new DomainError('attendance.stale');
        const plan = await this.plans.requirePlanOf(collectiveId, claimId, tx);
        requirePosts(plan, claimId);
        const { month, amount } = sheet;
        const openMonths = await this.attendance.listOpenMonths(tx, collectiveId);
        const grantedOn = owedOn({ month, acceptedOn, approvedOn: approvedOn(plan), openMonths });
        const part = { claimId, amount, grantedOn, about: month, owedAs: 'posts' as const, placeOf };
        const { id, voucher } = await this.granting.grantPart(tx, plan, { ...part, by: sheet.enteredBy });
        await this.attendance.noteAcceptance(tx, collectiveId, {
          ...{ sheetId: sheet.id, grantId: id, entryId: voucher.entryId, acceptedOn },
          acceptedBy: command.by,
        });
        return { id, voucher };
      },
      onceOf(command, 'attendance.accept', form),
    );
  }
}

/**
 * Wages of posts are owed by a claim for posts; where the document names no use for them by a claim of which
 * nothing else is owed.
 */
function requirePosts(plan: DistributionPlan, claimId: string): void {
  const line = plan.lines.find(({ claims }) => claims.some(({ id }) => id === claimId));
  const claim = line?.claims.find(({ id }) => id === claimId);
  if (line === undefined || claim === undefined || !paysPosts(line.bucket.id, usesOf(plan)))
    throw new DomainError('attendance.notPosts', { use: line?.bucket.name ?? '' });
  if (!owesMonths(claim)) throw new DomainError('attendance.owedOtherwise', { forWhat: claim.forWhat });
}

/** Whether months may be owed of a claim: it is for posts, or nothing but months is owed of it. */
function owesMonths(claim: PlannedClaim): boolean {
  return claim.bucket === POSTS_USE || claim.byParts === 'posts' || isUntouched(claim);
}
