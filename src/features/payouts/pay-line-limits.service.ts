import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { WaitingPlan } from '../../domain/distribution/waiting-plan';
import { askedOf, type LineAsked, type OfLine, roomProblems } from '../../domain/payouts/line-room';
import { waitProblems } from '../../domain/payouts/plan-waits';
import { refuseProblems } from '../../domain/shared/problem';
import { PlanLineMoneyService } from '../distribution/plan-line-money.service';
import type { PayListLineEntity } from './pay-list.entity';
import { type KeptPayList, readLiving } from './pay-lists.store';
import { WaitingPaymentsService } from './waiting-payments.service';

/** What of a list each plan line is asked for, and on which lines of the list. */
export interface AskedLine extends LineAsked {
  readonly numbers: readonly number[];
}

/**
 * Every line of a list stands against the plan line by which it is owed, never above what that has left, and
 * goes out once that plan is approved.
 */
@Injectable()
export class PayLineLimitsService {
  constructor(
    private readonly money: PlanLineMoneyService,
    private readonly waiting: WaitingPaymentsService,
  ) {}

  /** Refuses to send a list whose plans are not approved on the day. @throws FormProblems `payouts.plan*` */
  async requireApproved(
    tx: EntityManager,
    collectiveId: string,
    { kept, day }: { readonly kept: KeptPayList; readonly day: CalendarDay },
  ): Promise<void> {
    refuseProblems(waitProblems(await this.listWaiting(tx, collectiveId, { kept, day }), 'parts'));
  }

  /** The plans that a list pays and that are not approved on a day. */
  listWaiting(
    db: EntityManager,
    collectiveId: string,
    { kept: { lines }, day }: { readonly kept: KeptPayList; readonly day: CalendarDay },
  ): Promise<WaitingPlan[]> {
    return this.waiting.listWaiting(db, collectiveId, { lines, day });
  }

  /** @throws FormProblems `payouts.aboveLine`, `policy.ruleBroken` */
  async require(tx: EntityManager, collectiveId: string, kept: KeptPayList): Promise<void> {
    refuseProblems(roomProblems(await this.listAsked(tx, collectiveId, kept)));
  }

  /** What a list asks of its plan lines beside what other submitted lists have of them. */
  async listAsked(
    db: EntityManager,
    collectiveId: string,
    { list, lines: own }: Pick<KeptPayList, 'list' | 'lines'>,
  ): Promise<AskedLine[]> {
    const living = [...(await readLiving(db, collectiveId)).values()];
    const others = living
      .filter(({ list: { id, state } }) => id !== list.id && state !== 'drafted')
      .map(({ line }) => line);
    const debts = [...own, ...others].map(({ debtId }) => debtId);
    const { lineOf, lines } = await this.money.linesOf(db, collectiveId, debts);
    const ofLine = ({ debtId, amount }: PayListLineEntity): OfLine[] => {
      const planLineId = lineOf.get(debtId);
      return planLineId === undefined ? [] : [{ planLineId, amount }];
    };
    const asked = askedOf(lines, { own: own.flatMap(ofLine), others: others.flatMap(ofLine) });
    return asked.map((each) => {
      const isOf = ({ debtId }: PayListLineEntity): boolean => lineOf.get(debtId) === each.line.planLineId;
      return { ...each, numbers: own.filter(isOf).map(({ number }) => number) };
    });
  }
}
