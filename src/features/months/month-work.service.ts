import { Injectable } from '@nestjs/common';
import {
  addMonths,
  type CalendarDay,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  monthsBetween,
  yearOf,
} from '../../domain/calendar/calendar-day';
import { halfYearOf } from '../../domain/calendar/half-year';
import type { MonthRow } from '../../domain/ledger/month-states';
import type { Problem } from '../../domain/shared/problem';
import { problemSentence } from '../../glossary/sentences';
import type { LostRows } from '../../platform/audit/lost-rows';
import type { DeskPlace } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { MonthWork, RunningSurplus } from '../../platform/views/month-work';
import type { MonthTab, YearTab } from '../../platform/views/month-tabs';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { SurplusService } from '../surplus/surplus.service';
import type { MayOpen } from '../users/links.service';
import { ClosingWishesService } from './closing-wishes.service';
import { DEPRECIATION_TASK } from './month-asset-tasks.service';
import { bankTaskId } from './month-bank-tasks.service';
import { dueTaskId, slipTaskId } from './month-income-tasks.service';
import { costTaskId } from './month-spending-tasks.service';
import { monthVoucher } from './month-books-view.service';
import { MonthOwnTasksService } from './month-own-tasks.service';
import { afterNext, HOLD, inPageOrder, numberBlockers, numberTasks, type TaskDraft } from './month-task.view';
import { voucherTaskIds } from './month-voucher-tasks.service';
import { placeOf } from './problem-places';
import { StationSlipsService } from './station-slips.service';

/** Who looks at a month, and when. */
export interface MonthLook {
  readonly userId: string;
  /** Whether the person keeps these books. */
  readonly mayHold: boolean;
  /** Whether the person may open a page: nobody is led to one that is not his. */
  readonly mayOpen: MayOpen;
  readonly today: CalendarDay;
}

/** So many of the month's vouchers stand under a form. */
const LAST_VOUCHERS = 3;

/** A month's work as pages show it: what is to be done, what keeps it open, how the surplus runs. */
@Injectable()
export class MonthWorkService {
  constructor(
    private readonly wishes: ClosingWishesService,
    private readonly list: MonthOwnTasksService,
    private readonly stations: StationSlipsService,
    private readonly surplus: SurplusService,
    private readonly books: LedgerReadService,
  ) {}

  async workOf(collectiveId: string, month: Month, look: MonthLook): Promise<MonthWork> {
    const { openedOn } = await this.books.requireChain(collectiveId);
    const months = await this.books.listMonths(collectiveId);
    const isOpen = (months.find((row) => row.month === month)?.state ?? 'open') === 'open';
    const wanting = isOpen ? await this.wishes.stepProblems(collectiveId, month) : [];
    const problems = isOpen ? [...wanting, ...notOver(month, look.today)] : [];
    const listed = await this.list.listTasks({ collectiveId, userId: look.userId, month, openedOn });
    // Once a month is held nobody waits in it for anybody any more.
    const awaited = listed.filter(({ state }) => isOpen || state !== 'locked');
    const tasks = [...awaited, holdTask(problems, isOpen)];
    const drafts = inPageOrder(tasks).map(({ href, ...task }) =>
      href === undefined || !look.mayOpen(href) ? task : { ...task, href },
    );
    const mayHold = look.mayHold && isOpen && month === firstOpen(months);
    return {
      month,
      tasks: numberTasks(drafts),
      blockers: numberBlockers(problems, drafts, taskIdOf).map((blocker) => ({
        ...blocker,
        href: blocker.href ?? placeOf(blocker.problem, { collectiveId, mayOpen: look.mayOpen }),
      })),
      surplus: await this.surplusOf(collectiveId, month, { drafts, mayOpen: look.mayOpen }),
      sentence: problemSentence,
      ...(await this.bookedIn(collectiveId, month, look.mayOpen)),
      ...(mayHold ? { holdAction: `${villagePaths(collectiveId).month(month)}/hold` } : {}),
    };
  }

  /** The month to work in: the oldest one that is not held. */
  async currentMonth(collectiveId: string, today: CalendarDay): Promise<Month> {
    return firstOpen(await this.books.listMonths(collectiveId)) ?? monthOf(today);
  }

  /** The months of the year that is shown, up to the present one. */
  async monthTabs({ collectiveId, month }: DeskPlace, today: CalendarDay): Promise<MonthTab[]> {
    const rows = await this.books.listMonths(collectiveId);
    const { openedOn } = await this.books.requireChain(collectiveId);
    return monthsOfYear(month ?? monthOf(today), openedOn, today).map((each) => ({
      month: each,
      state: rows.find((row) => row.month === each)?.state ?? 'open',
      href: villagePaths(collectiveId).month(each),
      current: each === month,
    }));
  }

  /** The year before the one that is shown and the one after, each by its nearest month. */
  async yearsBeside({ collectiveId, month }: DeskPlace, today: CalendarDay): Promise<YearTab[]> {
    const { openedOn } = await this.books.requireChain(collectiveId);
    const year = Number((month ?? monthOf(today)).slice(0, 4));
    return [`${String(year - 1)}-12`, `${String(year + 1)}-01`]
      .filter((each) => each >= monthOf(openedOn) && each <= monthOf(today))
      .map((each) => ({ month: each, href: villagePaths(collectiveId).month(each) }));
  }

  /** What is gone from the registers of these books. */
  lostRows(collectiveId: string): Promise<LostRows[]> {
    return this.books.listLostRows(collectiveId);
  }

  /** Whether a step still wants something before the month is held. */
  async isWanting(collectiveId: string, month: Month): Promise<boolean> {
    return (await this.wishes.stepProblems(collectiveId, month)).length > 0;
  }

  private async bookedIn(
    collectiveId: string,
    month: Month,
    mayOpen: MayOpen,
  ): Promise<Pick<MonthWork, 'booked'>> {
    const href = withQuery(villagePaths(collectiveId).vouchers, { from: month, to: month });
    if (!mayOpen(href)) return {};
    const vouchers = await this.books.listVouchers(collectiveId, { first: month, last: month });
    const last = vouchers.slice(-LAST_VOUCHERS).map((voucher) => monthVoucher(collectiveId, voucher));
    return { booked: { count: vouchers.length, last, href } };
  }

  private async surplusOf(
    collectiveId: string,
    month: Month,
    { drafts, mayOpen }: { readonly drafts: readonly TaskDraft[]; readonly mayOpen: MayOpen },
  ): Promise<RunningSurplus> {
    const stations = await this.stations.listStations(collectiveId);
    const pool = stations.length > 0 ? 'pv' : 'other';
    const { from } = halfYearOf(firstDayOf(month));
    const through = await this.surplus.statement(collectiveId, { pool, from, to: lastDayOf(month) });
    const isFirst = monthOf(from) === month;
    const before = isFirst
      ? 0n
      : (await this.surplus.statement(collectiveId, { pool, from, to: lastDayOf(addMonths(month, -1)) }))
          .received;
    const href = withQuery(villagePaths(collectiveId).surplus, { pool, from, to: halfYearOf(from).to });
    return {
      pool,
      fromMonth: monthOf(from),
      throughMonth: month,
      carried: through.carriedOver,
      receivedBefore: before,
      receivedInMonth: through.received - before,
      deducted: through.deducted,
      distributable: through.distributable,
      after: afterNext(drafts, pool, through.distributable),
      ...(mayOpen(href) ? { href } : {}),
    };
  }
}

function firstOpen(months: readonly MonthRow[]): Month | undefined {
  return months.find((row) => row.state === 'open')?.month;
}

function monthsOfYear(shown: Month, openedOn: CalendarDay, today: CalendarDay): Month[] {
  const january = `${String(yearOf(shown))}-01`;
  const first = monthOf(openedOn) > january ? monthOf(openedOn) : january;
  const december = addMonths(january, 11);
  return monthsBetween(first, monthOf(today) < december ? monthOf(today) : december);
}

function notOver(month: Month, today: CalendarDay): Problem[] {
  const day = lastDayOf(month);
  return day <= today
    ? []
    : [{ code: 'months.notOver', field: 'month', value: month, facts: { month, day } }];
}

function holdTask(problems: readonly Problem[], isOpen: boolean): TaskDraft {
  const waitsForIds = problems.map(taskIdOf).filter((id) => id !== HOLD);
  const state = !isOpen ? 'done' : problems.length > 0 ? 'locked' : 'todo';
  return { id: HOLD, kind: 'hold', state, waitsForIds };
}

const TASK_OF: Readonly<Record<string, (field: string) => string>> = {
  'months.slipMissing': slipTaskId,
  'months.rentDue': dueTaskId,
  'months.costDue': costTaskId,
  'months.recurringDue': voucherTaskIds.recurring,
  'months.draftOpen': voucherTaskIds.draft,
  'months.depreciationDue': () => DEPRECIATION_TASK,
  'months.bankLineOpen': bankTaskId,
  'months.bankOpeningOpen': bankTaskId,
  'months.taxDue': (key) => key,
};

function taskIdOf({ code, field }: Problem): string {
  return TASK_OF[code]?.(field) ?? HOLD;
}
