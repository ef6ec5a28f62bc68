import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type Fen, plainYuan } from '../../domain/money/fen';
import { judge, judgementProblems } from '../../domain/policy/judge';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import type { BookedEntry } from '../ledger/ledger.service';
import { ReentriesService, type TakenBack } from '../ledger/reentries.service';
import { SurplusService } from '../surplus/surplus.service';
import { type GrantBooked, GrantBookingService } from './grant-booking.service';
import { NewIncomeGrantsService } from './new-income-grants.service';
import {
  approvedOn,
  type DistributionPlan,
  lineLeft,
  openOf,
  type PlannedClaim,
  type PlannedLine,
} from './plan-read.service';

/** What of a claim is granted, and how that is booked. */
export interface GrantedPart extends GrantBooked {
  readonly claimId: string;
  readonly amount: Fen;
}

/** Grants claims of an approved plan: now the collective owes them. */
@Injectable()
export class GrantingService {
  constructor(
    private readonly surplus: SurplusService,
    private readonly booking: GrantBookingService,
    private readonly newIncomes: NewIncomeGrantsService,
    private readonly reentries: ReentriesService,
  ) {}

  /** How the voucher of a paper that waits again was taken back; undefined of one that never was owed. */
  async takenBackOf(
    tx: EntityManager,
    collectiveId: string,
    { state, voucherEntryId }: { readonly state: string; readonly voucherEntryId: string | undefined },
  ): Promise<TakenBack | undefined> {
    if (state !== 'takenBack' || voucherEntryId === undefined) return undefined;
    return this.reentries.findTakenBack(collectiveId, voucherEntryId, tx);
  }

  /**
   * Grants a part of a claim, inside the transaction of whoever says for what: an accepted sheet. Never above
   * what the claim or its line has left, nor above the pool's money of that day or of any later one, nor
   * above its share of new income as the books of that day tell it, nor what was paid ahead while its plan
   * waits.
   * @throws DomainError `plan.notNow`, `grant.*`, `period.*`; FormProblems `policy.*`, `reentry.*`
   */
  async grantPart(
    tx: EntityManager,
    plan: DistributionPlan,
    part: GrantedPart,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const { line, claim } = requireGrantable(plan, part.claimId);
    const { amount, grantedOn } = part;
    const from = approvedOn(plan);
    if (grantedOn < from) throw new DomainError('grant.beforeApproval', { approvedOn: from });
    const left = lineLeft(line);
    if (amount > left) throw new DomainError('grant.aboveLine', { amount, left, excess: amount - left });
    const rest = openOf(claim);
    if (amount > rest)
      throw new DomainError('grant.aboveClaim', { amount, left: rest, excess: amount - rest });
    const granted = { ...claim, amount };
    this.requireAllowed(plan, { line, claim: granted, left });
    const asked = { bucket: line.bucket.id, amount, grantedOn };
    refuseProblems(await this.newIncomes.problemsOf(tx, plan, asked));
    await this.requireMoney(tx, plan, { amount, day: grantedOn });
    const { collectiveId, id: planId, pool } = plan;
    const under = { collectiveId, pool, planId, planLineId: line.id, useName: line.bucket.name };
    return this.booking.book(tx, { ...under, claim: granted }, part);
  }

  private requireAllowed(
    plan: DistributionPlan,
    grant: { line: PlannedLine; claim: PlannedClaim; left: Fen },
  ): void {
    const facts = {
      pool: plan.pool,
      bucket: grant.line.bucket.id,
      amount: plainYuan(grant.claim.amount),
      line_left: plainYuan(grant.left),
    };
    refuseProblems(judgementProblems(judge(plan.pack, { subject: 'grant', facts }), { field: 'claimId' }));
  }

  private async requireMoney(
    tx: EntityManager,
    plan: DistributionPlan,
    grant: { readonly amount: Fen; readonly day: CalendarDay },
  ): Promise<void> {
    const asked = { pool: plan.pool, day: grant.day };
    const undistributed = await this.surplus.grantable(plan.collectiveId, asked, tx);
    if (grant.amount > undistributed) {
      const excess = grant.amount - undistributed;
      throw new DomainError('grant.abovePool', { amount: grant.amount, undistributed, excess });
    }
  }
}

/**
 * The line and the claim of an approved plan.
 * @throws DomainError `plan.notNow`, `grant.claimUnknown`
 */
export function requireGrantable(
  plan: DistributionPlan,
  claimId: string,
): { line: PlannedLine; claim: PlannedClaim } {
  if (plan.state !== 'approved') throw new DomainError('plan.notNow', { state: plan.state, act: 'grant' });
  const line = plan.lines.find((each) => each.claims.some((claim) => claim.id === claimId));
  const claim = line?.claims.find((each) => each.id === claimId);
  if (line === undefined || claim === undefined) throw new DomainError('grant.claimUnknown', { claimId });
  return { line, claim };
}
