import { addDays, addMonths, type CalendarDay, lastDayOf, monthOf } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { taxPeriodOf, taxToBook } from './tax-period';
import type { TaxAct } from './tax-states';
import { type TaxPeriod, taxPeriods, type TaxStatus, taxStatusOn } from './tax-status';

/** What stands of a collective's tax where another status is said. */
export interface TaxGround {
  readonly openedOn: CalendarDay;
  readonly today: CalendarDay;
  /** In the order in which they were said. */
  readonly statuses: readonly TaxStatus[];
  readonly acts: readonly TaxAct[];
}

/** What a status is asked, and the answer. */
export interface TaxStatusAnswers {
  /** Why another one holds from the same day. */
  readonly sameDayReason?: string;
  /** Why a quarter is cut, each piece of it with the whole threshold. */
  readonly cutReason?: string;
}

/**
 * Tax that is booked for days that are no tax period: it would be owed and no period would count it. What a
 * second booking of the same days gave back is none.
 */
export function taxOfNoPeriod(
  periods: readonly TaxPeriod[],
  acts: readonly TaxAct[],
): { readonly from: CalendarDay; readonly to: CalendarDay }[] {
  const days = new Map<string, { from: CalendarDay; to: CalendarDay }>();
  for (const { from, to } of acts) days.set(`${from} ${to}`, { from, to });
  return [...days.values()].filter(({ from, to }) => {
    const own = acts.filter((act) => act.from === from && act.to === to);
    if (periods.some((period) => period.from === from && period.to === to)) return false;
    const booked = own.flatMap((act) => act.booked ?? []);
    return taxToBook([], booked).length > 0;
  });
}

/**
 * What keeps a status from being said: booked tax whose days would be no period any more; and unanswered
 * questions. Codes `tax.bookedOtherwise`, `tax.sameDay`, `tax.cutQuarter`.
 */
export function taxStatusProblems(
  status: TaxStatus,
  ground: TaxGround,
  answers: TaxStatusAnswers,
): Problem[] {
  const statuses = [...ground.statuses, status];
  const before = taxPeriods(ground, ground.statuses);
  const after = taxPeriods(ground, statuses);
  const lost = taxOfNoPeriod(after, ground.acts).filter((days) =>
    before.some(({ from, to }) => from === days.from && to === days.to),
  );
  const booked = lost.map((facts) => ({
    ...{ code: 'tax.bookedOtherwise', field: 'taxFrom', value: status.validFrom, facts: { ...facts } },
  }));
  return [...booked, ...answerProblems(status, ground, answers)];
}

function answerProblems(status: TaxStatus, ground: TaxGround, answers: TaxStatusAnswers): Problem[] {
  const { validFrom } = status;
  const problems: Problem[] = [];
  const ask = (field: keyof TaxStatusAnswers, code: string, facts: NonNullable<Problem['facts']>): void => {
    if ((answers[field] ?? '').trim() === '') problems.push({ code, field, facts });
  };
  if (ground.statuses.some((each) => each.validFrom === validFrom))
    ask('sameDayReason', 'tax.sameDay', { validFrom });
  const cut = cutQuarter(status, ground);
  if (cut !== undefined) ask('cutReason', 'tax.cutQuarter', { from: cut.from, to: cut.to });
  const { sameDayReason = '', cutReason = '' } = answers;
  return [...problems, ...privateNumberProblems({ sameDayReason, cutReason })];
}

/** A piece of a quarter that the status newly makes a period, other than where a registration begins. */
function cutQuarter(status: TaxStatus, ground: TaxGround): TaxPeriod | undefined {
  const days = [...ground.statuses, status].map(({ validFrom }) => validFrom);
  const last = [...days, ground.today].sort().at(-1) ?? ground.today;
  const until = { openedOn: ground.openedOn, today: lastDayOf(addMonths(monthOf(last), 3)) };
  const known = new Set(
    taxPeriods(until, ground.statuses).map(({ from, to, kind }) => `${from} ${to} ${kind}`),
  );
  const statuses = [...ground.statuses, status];
  return taxPeriods(until, statuses).find((period) => {
    const { from, to, kind, span } = period;
    if (kind === 'none' || span === 'month' || known.has(`${from} ${to} ${kind}`)) return false;
    const whole = taxPeriodOf(from, span);
    const cutAhead = from > whole.from && from > ground.openedOn;
    const isNew = taxStatusOn(statuses, addDays(from, -1)).kind === 'none';
    return to < whole.to || (cutAhead && !isNew);
  });
}
