import type { CalendarDay } from '../../domain/calendar/calendar-day';

/** The only place that reads the time. The domain is handed days and instants. */
export abstract class Clock {
  /** Now, as an ISO instant in UTC: what is put beside a fact to say when it was entered. */
  abstract now(): string;

  /** The machine's instant, whatever day is told: how long a log-in lasts goes by it. */
  machineNow(): string {
    return new Date().toISOString();
  }

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

/** The calendar day in Asia/Shanghai in which an instant falls. */
export function localDay(instant: string): CalendarDay {
  return SHANGHAI_DAY.format(new Date(instant));
}

/** The first instant of the calendar day in Asia/Shanghai in which an instant falls. */
export function startOfDay(instant: string): string {
  return new Date(`${localDay(instant)}T00:00:00+08:00`).toISOString();
}

/** A clock that was set back must not write a fact before the one that it follows. */
export function notBefore(last: string, now: string): string {
  return now > last ? now : last;
}

/** The machine's clock. */
export class SystemClock extends Clock {
  override now(): string {
    return this.machineNow();
  }

  override today(): CalendarDay {
    return SHANGHAI_DAY.format(new Date());
  }
}

/** When the offices of a story begin their day. */
const MORNING = 'T09:00:00.000+08:00';

/**
 * A clock whose day is set: a case and the demo's loading move from day to day. Each day begins at nine in
 * the morning and goes on as the machine's time does, never backwards, so that what is entered stands on the
 * story's day and in its order.
 */
export class SetClock extends Clock {
  /** The machine's time, in milliseconds, at which the day began. */
  private began = Date.now();
  private last = 0;
  private goesOn = false;

  constructor(private day: CalendarDay) {
    super();
  }

  moveTo(day: CalendarDay): void {
    if (day === this.day) return;
    this.day = day;
    this.began = Date.now();
    this.last = 0;
  }

  /**
   * Lets one day follow the other from now on, so that who tries the demo can go on in it.
   * @param began the machine's instant at which the day set began; kept, it makes a restart go on, too
   */
  goOnSince(began: string): void {
    this.began = Date.parse(began);
    this.last = 0;
    this.goesOn = true;
  }

  override now(): string {
    const passed = Date.now() - this.began;
    this.last = Math.max(this.last, Date.parse(`${this.day}${MORNING}`) + passed);
    return new Date(this.last).toISOString();
  }

  override today(): CalendarDay {
    return this.goesOn ? localDay(this.now()) : this.day;
  }
}
