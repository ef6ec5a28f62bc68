import type { CalendarDay } from '../calendar/calendar-day';
import type { LocalNumbers, PackValue, PolicyPack } from './pack';

/** A number the document gives as it stands on a day; undefined when it gives none for that day. */
export function valueOn(pack: PolicyPack, id: string, day: CalendarDay): PackValue | undefined {
  return pack.values.find(
    (value) =>
      value.id === id &&
      (value.from === undefined || value.from <= day) &&
      (value.to === undefined || day <= value.to),
  );
}

/** What a county or village entered for a pack's open number, from a day on, with the paper it stands in. */
export interface LocalNumber {
  readonly id: string;
  readonly value: string;
  readonly from: CalendarDay;
  readonly paper: string;
}

/** The local numbers in force on a day: of each id the latest that had begun. */
export function localNumbersOn(numbers: readonly LocalNumber[], day: CalendarDay): LocalNumbers {
  const begun = numbers.filter((number) => number.from <= day);
  const inOrder = [...begun].sort((left, right) => (left.from < right.from ? -1 : 1));
  return Object.fromEntries(inOrder.map(({ id, value }) => [id, value]));
}
