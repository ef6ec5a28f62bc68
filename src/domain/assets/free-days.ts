import type { CalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import type { FreeDays, LeaseTerms, RentType } from './lease';

/**
 * The days for which a contract asks no rent, in their order, none of them twice, all within the contract.
 * Codes `lease.freeOutside`, `lease.freeOfTurnover`, `calendar.reversed`, `form.*`.
 */
export function readFreeDays(
  {
    freeDays = [],
    ...days
  }: {
    readonly firstOn: string;
    readonly lastOn: string;
    readonly freeDays?: readonly { readonly from: string; readonly to: string }[];
  },
  type: RentType,
  problems: Problem[],
): FreeDays[] {
  let last = '';
  return freeDays.flatMap((row, index) => {
    if (row.from.trim() === '' && row.to.trim() === '') return [];
    const field = `freeDays.${String(index)}`;
    const from = readDay({ field: `${field}.from`, value: row.from }, problems);
    const to = readDay({ field: `${field}.to`, value: row.to }, problems);
    if (from === undefined || to === undefined) return [];
    problems.push(
      ...freeProblems({ from, to }, { ...days, type }, { from: `${field}.from`, to: `${field}.to` }),
    );
    if (from <= last)
      problems.push({ code: 'lease.freeTwice', field: `${field}.from`, value: from, facts: { last } });
    last = to;
    return [{ from, to }];
  });
}

/**
 * Free days are days of the contract. A share of turnover has none: what was sold on them is not reported.
 * Codes `lease.freeOutside`, `lease.freeOfTurnover`, `calendar.reversed`.
 */
export function freeProblems(
  { from, to }: FreeDays,
  { firstOn, lastOn, type }: Pick<LeaseTerms, 'firstOn' | 'lastOn' | 'type'>,
  fields: { readonly from: string; readonly to: string },
): Problem[] {
  const problems: Problem[] = [];
  if (type === 'turnover') problems.push({ code: 'lease.freeOfTurnover', field: fields.from });
  const facts = { firstOn, lastOn };
  const outside = (day: CalendarDay): boolean => day < firstOn || day > lastOn;
  if (to < from) return [...problems, { code: 'calendar.reversed', field: fields.to, value: to }];
  for (const [field, value] of [
    [fields.from, from],
    [fields.to, to],
  ] as const)
    if (outside(value)) problems.push({ code: 'lease.freeOutside', field, value, facts });
  return problems;
}
