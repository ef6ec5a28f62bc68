import { Injectable } from '@nestjs/common';
import {
  type CalendarDay,
  daysInclusive,
  lastDayOf,
  monthOf,
  monthsBetween,
} from '../../domain/calendar/calendar-day';
import { workWords } from '../../glossary/work-words';
import { Clock } from '../../platform/clock/clock';
import { villagePaths } from '../../platform/http/office-paths';
import { noticePaths } from '../../platform/http/notice-paths';
import type { Collective } from '../collectives/collectives.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { ObjectionsService } from '../notices/objections.service';
import { PayoutWorkService } from '../payouts/payout-work.service';
import { BOOKKEEPERS, DECIDERS, type ToldWork, type WaitingWork } from './waiting-work';
import { WaitingPlansService } from './waiting-plans.service';

/** Whoever takes a step of a pay list. */
const PAYING = { accountant: BOOKKEEPERS, cashier: ['cashier'], township: DECIDERS };

/** What waits in villages: the next step of each plan and pay list, months to hold and seal, objections. */
@Injectable()
export class WaitingWorkService {
  constructor(
    private readonly plans: WaitingPlansService,
    private readonly payouts: PayoutWorkService,
    private readonly books: LedgerReadService,
    private readonly objections: ObjectionsService,
    private readonly clock: Clock,
  ) {}

  /** The longest waiting first. @param userId whose list it is: what went through his hands is another's */
  async listWaiting(villages: readonly Collective[], userId?: string): Promise<WaitingWork[]> {
    const today = this.clock.today();
    const waiting: WaitingWork[] = [];
    for (const village of villages) {
      const told = [
        ...(await this.plans.listOf(village.id, today)),
        ...(await this.ofPayLists(village.id, today, userId)),
        ...(await this.ofMonths(village.id, today)),
        ...(await this.ofObjections(village.id, today)),
      ];
      for (const { since, notBy = [], ...each } of told)
        waiting.push({ village, notBy, ...each, days: Math.max(0, daysInclusive(since, today) - 1) });
    }
    return waiting.sort((one, other) => other.days - one.days);
  }

  private async ofPayLists(villageId: string, today: CalendarDay, by?: string): Promise<ToldWork[]> {
    const asked = by === undefined ? { today } : { today, by };
    const work = await this.payouts.listWork(villageId, asked);
    return work.map(({ whose, what, href, since }) => ({ by: PAYING[whose], what, href, since }));
  }

  private async ofMonths(villageId: string, today: CalendarDay): Promise<ToldWork[]> {
    const known = await this.books.listMonths(villageId);
    const states = new Map(known.map(({ month, state }) => [month, state]));
    // A month in which nothing was booked yet has no row, and is over all the same.
    const first = known[0]?.month ?? monthOf(today);
    const months = monthsBetween(first, monthOf(today)).filter((month) => month < monthOf(today));
    const open = months.filter((month) => (states.get(month) ?? 'open') === 'open');
    const held = months.filter((month) => states.get(month) === 'held');
    const paths = villagePaths(villageId);
    return [
      ...open.slice(0, 1).map((month): ToldWork => {
        const what = workWords.hold(month, open.length);
        return { by: BOOKKEEPERS, what, href: paths.month(month), since: lastDayOf(month) };
      }),
      ...held.slice(0, 1).map((month): ToldWork => {
        const what = workWords.seal(month, held.length);
        return { by: DECIDERS, what, href: paths.month(month), since: lastDayOf(month) };
      }),
    ];
  }

  private async ofObjections(villageId: string, today: CalendarDay): Promise<ToldWork[]> {
    const of = await this.objections.waitingOf(villageId, today);
    if (of === undefined) return [];
    const what = workWords.objections(of.open, of.overdue, of.firstDueOn);
    const since = of.firstDueOn < today ? of.firstDueOn : today;
    return [{ by: BOOKKEEPERS, what, href: noticePaths(villageId).objections, since }];
  }
}
