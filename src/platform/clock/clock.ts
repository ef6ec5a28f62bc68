import type { CalendarDay } from '../../domain/calendar/calendar-day';

/** The only place that reads the time. The domain is handed days and instants. */
export abstract class Clock {
  /** Now, as an ISO instant in UTC. */
  abstract now(): string;
  /** Today's calendar day in Asia/Shanghai. */
  abstract today(): CalendarDay;
}

const SHANGHAI_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** The machine's clock. */
export class SystemClock extends Clock {
  override now(): string {
    return new Date().toISOString();
  }

  override today(): CalendarDay {
    return SHANGHAI_DAY.format(new Date());
  }
}

/**
 * A clock whose day is set: the demo stands on one day of its story, a case and the demo's loading move
 * from day to day.
 */
export class SetClock extends Clock {
  constructor(private day: CalendarDay) {
    super();
  }

  moveTo(day: CalendarDay): void {
    this.day = day;
  }

  override now(): string {
    return new Date().toISOString();
  }

  override today(): CalendarDay {
    return this.day;
  }
}
