import { yearMonthText } from '../platform/views/day-text';

/** Words of what is granted under the plan of a year. */
export const yearGrantWords = {
  /** What a month's claim is for; it names nobody. */
  month: (month: string): string => `${yearMonthText(month)}在岗工资`,
  /** The plan of a year where a month's wages are accepted. */
  option: (year: number, use: string): string => `${String(year)}年年度计划 ${use}`,
  /** Leads to that plan. */
  read: (year: number, pool: string): string => `看${String(year)}年${pool}年度计划`,
};
