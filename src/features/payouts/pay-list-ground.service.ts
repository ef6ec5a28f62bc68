import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Decision } from '../../domain/approvals/who-may-decide';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { WaitingPlan } from '../../domain/distribution/waiting-plan';
import { DomainError } from '../../domain/shared/domain-error';
import { peopleText } from '../../glossary/payout-words';
import { isSameAccount, PayeesService } from '../collectives/payees.service';
import { localDay } from '../../platform/clock/clock';
import { handOf } from '../users/account-persons.service';
import { UsersService } from '../users/users.service';
import { ManyUsesService } from '../uses/many-uses.service';
import { PayChecksService } from './pay-checks.service';
import { PayLineLimitsService } from './pay-line-limits.service';
import type { PayListLineEntity } from './pay-list.entity';
import type { KeptPayList } from './pay-lists.store';

/** No day is later. */
const EVER = '9999-12-31';

/** What a list stands on beside what is owed: whose accounts, and through whose hands it went. */
@Injectable()
export class PayListGroundService {
  constructor(
    private readonly payees: PayeesService,
    private readonly uses: ManyUsesService,
    private readonly users: UsersService,
    private readonly checks: PayChecksService,
    private readonly limits: PayLineLimitsService,
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
   * Refuses a list that may not go to the bank on a day: it may not go on, or a plan of it is not approved.
   * @throws as {@link requireGoesOn}; FormProblems `payouts.plan*`
   */
  async requireMaySend(
    tx: EntityManager,
    collectiveId: string,
    { kept, day }: { readonly kept: KeptPayList; readonly day: CalendarDay },
  ): Promise<void> {
    await this.requireGoesOn(tx, collectiveId, kept);
    await this.limits.requireApproved(tx, collectiveId, { kept, day });
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
    const frozen = await this.payees.frozen(db, collectiveId, versions);
    const last = await this.payees.lastOf(
      db,
      collectiveId,
      lines.map(({ memberId }) => memberId),
    );
    return [...last.values()]
      .filter(({ memberId, account }) => !isSameAccount(account, frozen.get(memberId)?.account))
      .map(({ name }) => name);
  }

  /**
   * Who had a hand in a list: who drafted it, took a step of it or accepted what it pays, or kept the
   * accounts since the first of what it pays was owed, each under whichever of his accounts.
   */
  async handsOf(
    tx: EntityManager,
    collectiveId: string,
    { kept, by: decidedBy }: { readonly kept: KeptPayList; readonly by: string },
  ): Promise<Decision> {
    const { list, lines, acts } = kept;
    const debts = lines.map(({ debtId }) => debtId);
    const accepted = await this.uses.handsOf(tx, collectiveId, debts);
    const from = (await this.uses.owedSince(tx, collectiveId, debts)) ?? localDay(list.draftedAt);
    const about = { collectiveId, days: { from, to: EVER } };
    const isOfItsAccounts = await this.users.keptTheAccounts(decidedBy, about, tx);
    const hand = await handOf(tx, decidedBy);
    const tookPart = [...acts.map(({ enteredBy }) => enteredBy), ...accepted].map(hand);
    return { draftedBy: hand(list.draftedBy), tookPart, decidedBy, isOfItsAccounts };
  }
}
