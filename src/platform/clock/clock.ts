import type { CalendarDay } from '../../domain/calendar/calendar-day';

/** The only place that reads the time. The domain is handed days and instants. */
export abstract class Clock {
  /** Now, as an ISO instant in UTC. */
  abstract now(): string;
  /** Today's calendar day in Asia/Shanghai. */
  abstract today(): CalendarDay;
}

const SHANGHAI_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

const SHANGHAI_TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as people read it, 2025-07-11 10:42, in Asia/Shanghai. */
export function localTime(instant: string): string {
  return SHANGHAI_TIME.format(new Date(instant));
}

/** The first instant of the calendar day in Asia/Shanghai in which an instant falls. */
export function startOfDay(instant: string): string {
  return new Date(`${SHANGHAI_DAY.format(new Date(instant))}T00:00:00+08:00`).toISOString();
}

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
