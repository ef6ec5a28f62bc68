import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import { firstUnsettled, halfYearsSince, type PeriodDays } from '../../domain/surplus/half-years';
import { settledCorrections, type SettledCorrections } from '../../domain/surplus/settled-corrections';
import { releasedSince, type SurplusStatement } from '../../domain/surplus/surplus-statement';
import { Clock } from '../../platform/clock/clock';
import { LedgerReadService, type Voucher } from '../ledger/ledger-read.service';
import { ReentriesService } from '../ledger/reentries.service';
import { SurplusService } from './surplus.service';

/** The half-years of a pool, and which one is to be distributed next. */
export interface PoolPeriods {
  readonly halfYears: readonly PeriodDays[];
  /** The first half-year that is over and not settled; the running one where none is. */
  readonly next: PeriodDays;
  /** Whether a distribution has settled days of this period. */
  readonly isSettled: (period: PeriodDays) => boolean;
  readonly today: CalendarDay;
}

/** Which periods a pool's surplus is shown and distributed by, unless the village says otherwise. */
@Injectable()
export class PeriodsService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly surplus: SurplusService,
    private readonly clock: Clock,
    private readonly reentries: ReentriesService,
  ) {}

  /** @throws DomainError `collective.unknown` */
  async periodsOf(collectiveId: string, pool: Pool): Promise<PoolPeriods> {
    const today = this.clock.today();
    const { openedOn } = await this.books.requireChain(collectiveId);
    const settled = await this.surplus.listSettled(collectiveId, pool);
    const halfYears = halfYearsSince(openedOn, today);
    const running = halfYears.at(-1) ?? { from: openedOn, to: today };
    return {
      halfYears,
      next: firstUnsettled(halfYears, settled, today) ?? running,
      isSettled: (period) =>
        settled.some((each) => each.periodTo >= period.from && each.periodFrom <= period.to),
      today,
    };
  }

  /**
   * What of the last period settled before a statement was put right since: the lines of a
   * correction of it. Of a period
   * settled before the chain's length was kept with it nobody knows.
   */
  async correctionsOf(
    collectiveId: string,
    of: Pick<SurplusStatement, 'pool' | 'from' | 'to' | 'carriedOver'>,
  ): Promise<SettledCorrections<Voucher> | undefined> {
    const settled = await this.surplus.listSettled(collectiveId, of.pool);
    const last = settled.filter(({ periodTo }) => periodTo < of.from).at(-1);
    if (last === undefined || last.chainLength === null) return undefined;
    const counted = { behind: last.chainLength, through: last.periodTo };
    const booked = await this.reentries.listCounted(collectiveId, counted);
    const released = releasedSince(settled, of);
    return settledCorrections(of.pool, of.carriedOver - released, booked);
  }
}
