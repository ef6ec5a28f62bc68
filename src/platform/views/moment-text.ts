import { localTime } from '../clock/clock';
import { dayText } from './day-text';

/** A day and time as people say it: 7月4日 09:15. */
export function momentText(instant: string): string {
  const local = localTime(instant);
  return `${dayText(local.slice(0, 10))} ${local.slice(11, 16)}`;
}
