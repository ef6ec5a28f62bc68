import type { CalendarDay } from '../calendar/calendar-day';
import type { PackValue, PolicyPack } from './pack';

/** A number the document gives as it stands on a day; undefined when it gives none for that day. */
export function valueOn(pack: PolicyPack, id: string, day: CalendarDay): PackValue | undefined {
  return pack.values.find(
    (value) =>
      value.id === id &&
      (value.from === undefined || value.from <= day) &&
      (value.to === undefined || day <= value.to),
  );
}
