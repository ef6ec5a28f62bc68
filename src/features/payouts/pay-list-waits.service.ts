import { Injectable } from '@nestjs/common';
import { type CalendarDay, daysInclusive } from '../../domain/calendar/calendar-day';
import { type Fen, sumFen } from '../../domain/money/fen';
import { Clock } from '../../platform/clock/clock';
import { PayablePartsService } from './payable-parts.service';
import { type InFlight, PayListsReadService } from './pay-lists-read.service';

/** A list of which the bank has not said everything, and for how many days it has been with it. */
export interface SilentList extends InFlight {
  readonly days: number;
}

/** What waits of what people are owed. */
export interface PayWaits {
  /** What is owed for certain and stands on no list. */
  readonly unlisted: { readonly people: number; readonly amount: Fen };
  readonly silent: readonly SilentList[];
}

/** What of the payment of people waits, and for how long. */
@Injectable()
export class PayListWaitsService {
  constructor(
    private readonly parts: PayablePartsService,
    private readonly reading: PayListsReadService,
    private readonly clock: Clock,
  ) {}

  async waitsOf(collectiveId: string): Promise<PayWaits> {
    const parts = await this.parts.listParts(collectiveId);
    const open = parts.filter(({ isUnsure, onList }) => !isUnsure && onList === undefined);
    const today = this.clock.today();
    const silent = await this.reading.listInFlight(collectiveId);
    return {
      unlisted: {
        people: new Set(open.map(({ memberId }) => memberId)).size,
        amount: sumFen(open.map(({ amount }) => amount)),
      },
      silent: silent.map((list) => ({ ...list, days: daysSince(list.sentOn, today) })),
    };
  }
}

function daysSince(day: CalendarDay, today: CalendarDay): number {
  return day === '' ? 0 : Math.max(0, daysInclusive(day, today) - 1);
}
