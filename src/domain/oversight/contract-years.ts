import { addDays, addMonthsTo, type CalendarDay, monthOf, monthsBetween } from '../calendar/calendar-day';

/** The days of a contract, both included. */
export interface ContractDays {
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay;
}

/**
 * How many whole years contracts were made for together, by months as their papers count: from 1 March to
 * the last of February three years later is three years, whatever leap days lie between. Months that do not
 * fill a year in one contract fill it with those of another. Source: product decision; FY-19c only says long.
 */
export function contractYears(contracts: readonly ContractDays[]): number {
  return Math.floor(contracts.reduce((sum, each) => sum + wholeMonths(each), 0) / 12);
}

function wholeMonths({ firstOn, lastOn }: ContractDays): number {
  const end = addDays(lastOn, 1);
  if (end <= firstOn) return 0;
  const months = monthsBetween(monthOf(firstOn), monthOf(end)).length - 1;
  return addMonthsTo(firstOn, months) > end ? months - 1 : months;
}
