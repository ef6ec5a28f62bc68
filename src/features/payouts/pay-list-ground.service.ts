import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Decision } from '../../domain/approvals/who-may-decide';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { WaitingPlan } from '../../domain/distribution/waiting-plan';
import { DomainError } from '../../domain/shared/domain-error';
import { peopleText } from '../../glossary/payout-words';
import { isSameAccount } from '../collectives/payees.service';
import { PayChecksService } from './pay-checks.service';
import { PayFileFitsService } from './pay-file-fits.service';
import { PayLineLimitsService } from './pay-line-limits.service';
import { PayListHandsService } from './pay-list-hands.service';
import type { PayListLineEntity } from './pay-list.entity';
import { PayListPayeesService } from './pay-list-payees.service';
import type { KeptPayList } from './pay-lists.store';

/** What a list stands on beside what is owed: whose accounts, and through whose hands it went. */
@Injectable()
export class PayListGroundService {
  constructor(
    private readonly payees: PayListPayeesService,
    private readonly hands: PayListHandsService,
    private readonly checks: PayChecksService,
    private readonly limits: PayLineLimitsService,
    private readonly fits: PayFileFitsService,
  ) {}

  /**
   * Refuses a list of which somebody's account was changed since: what was frozen or approved is void.
   * @throws DomainError `payouts.accountChanged`
   */
  async requireSame(tx: EntityManager, collectiveId: string, { list, lines }: KeptPayList): Promise<void> {
    if (list.channel === 'cash') return;
    const changed = await this.changedOf(tx, collectiveId, lines);
    if (changed.length > 0) throw new DomainError('payouts.accountChanged', { who: peopleText(changed) });
  }

  /**
   * Refuses a list that may not go on as people, accounts and plan lines are today.
   * @throws FormProblems `payCheck.*`, `payouts.aboveLine`, `policy.*`; DomainError `payouts.accountChanged`
   */
  async requireGoesOn(tx: EntityManager, collectiveId: string, kept: KeptPayList): Promise<void> {
    await this.requireSame(tx, collectiveId, kept);
    await this.checks.requireAnswered(tx, collectiveId, kept);
    await this.requireRoom(tx, collectiveId, kept);
  }

  /**
   * Refuses a list that may not go to the bank on a day: it may not go on, a plan of it is not approved, or
   * no form of a bank can take it.
   * @throws as {@link requireGoesOn}; FormProblems `payouts.plan*`, `payFile.*`
   */
  async requireMaySend(
    tx: EntityManager,
    collectiveId: string,
    asked: { readonly kept: KeptPayList; readonly day: CalendarDay },
  ): Promise<void> {
    await this.requireGoesOn(tx, collectiveId, asked.kept);
    await this.limits.requireApproved(tx, collectiveId, asked);
    await this.fits.requireOne(tx, collectiveId, asked);
  }

  /** The plans for which a list waits on a day. */
  listWaiting(
    db: EntityManager,
    collectiveId: string,
    asked: { readonly kept: KeptPayList; readonly day: CalendarDay },
  ): Promise<WaitingPlan[]> {
    return this.limits.listWaiting(db, collectiveId, asked);
  }

  /** Refuses a list above the rest of its plan lines. @throws FormProblems `payouts.aboveLine`, `policy.*` */
  requireRoom(tx: EntityManager, collectiveId: string, kept: KeptPayList): Promise<void> {
    return this.limits.require(tx, collectiveId, kept);
  }

  /** Whose account is another one than the list froze, by name. */
  async changedOf(
    db: EntityManager,
    collectiveId: string,
    lines: readonly Pick<PayListLineEntity, 'memberId' | 'memberVersion'>[],
  ): Promise<string[]> {
    const versions = lines.map(({ memberId, memberVersion: version }) => ({ memberId, version }));
    const anew = await this.payees.enteredAnew(db, collectiveId, versions);
    return anew
      .filter(({ frozen, last }) => !isSameAccount(last.account, frozen?.account))
      .map(({ last }) => last.name);
  }

  /** Who had a hand in a list and what it pays. */
  handsOf(
    tx: EntityManager,
    collectiveId: string,
    asked: { readonly kept: KeptPayList; readonly by: string },
  ): Promise<Decision> {
    return this.hands.handsOf(tx, collectiveId, asked);
  }
}
