import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import { firstUnsettled, halfYearsSince, type PeriodDays } from '../../domain/surplus/half-years';
import { Clock } from '../../platform/clock/clock';
import { LedgerReadService } from '../ledger/ledger-read.service';
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
}
