/** A month as people say it: `2025-07` is 7月. */
export function monthText(month: string): string {
  return `${Number(month.slice(5, 7))}月`;
}

/** A month with its year: `2025-07` is 2025年7月. */
export function yearMonthText(month: string): string {
  return `${month.slice(0, 4)}年${monthText(month)}`;
}

/** A day without its year: `2025-07-11` is 7月11日. */
export function dayText(day: string): string {
  return `${monthText(day)}${Number(day.slice(8, 10))}日`;
}

/** A day in full: `2025-07-11` is 2025年7月11日. */
export function fullDayText(day: string): string {
  return `${day.slice(0, 4)}年${dayText(day)}`;
}

/** Days from the first to the last: 2025年1月1日至6月30日; the second year is said only when it differs. */
export function spanText(from: string, through: string): string {
  const sameYear = from.slice(0, 4) === through.slice(0, 4);
  return `${fullDayText(from)}至${sameYear ? dayText(through) : fullDayText(through)}`;
}

/** A day as lists show it: `2025-07-11` is 07-11. */
export function shortDay(day: string): string {
  return day.slice(5);
}

/** The days of a list, both included. */
export interface ListedSpan {
  readonly from: string;
  readonly to: string;
}

/** A day as a list shows it: with its year where the days lie in several, for numbers begin anew then. */
export function listedDay(day: string, span: ListedSpan): string {
  const year = day.slice(0, 4);
  return span.from.startsWith(year) && span.to.startsWith(year) ? shortDay(day) : day;
}
