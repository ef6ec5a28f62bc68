import { type CalendarDay, firstDayOf } from '../calendar/calendar-day';
import { isQuarter, monthsOfQuarter, type Quarter } from '../calendar/quarter';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/**
 * What is looked at of an asset every quarter: how it runs, whether it is under contract, whether rent is
 * paid, what it brings, whether its surplus is distributed, who keeps it. Source: domain facts §5, the
 * three-colour monitoring of Huoqiu.
 */
export const INDICATORS = ['business', 'contract', 'rent', 'yield', 'distribution', 'care'] as const;
export type Indicator = (typeof INDICATORS)[number];

/** What the office may say of an indicator. */
export const MARKS = ['normal', 'abnormal'] as const;
export type Mark = (typeof MARKS)[number];

/** What the office saw of an asset in a quarter, why it says so, and by which paper. */
export interface AssetMark {
  /** Counted from 1 for each asset. */
  readonly number: number;
  readonly quarter: Quarter;
  readonly indicator: Indicator;
  readonly mark: Mark;
  readonly markedOn: CalendarDay;
  readonly reason: string;
  readonly paper: string;
}

/** A mark as typed; everything is text. */
export interface MarkForm {
  readonly quarter: string;
  readonly indicator: string;
  readonly mark: string;
  readonly markedOn: string;
  readonly markReason: string;
  readonly paper: string;
}

/** No reason and no paper is longer. */
const AT_MOST = 200;

/** What a mark is held against. */
export interface MarkFacts {
  readonly today: CalendarDay;
  /** Whether the books or an earlier fact say of themselves that an indicator is abnormal. */
  readonly isAbnormal: (of: Indicator) => boolean;
  /** Whether who marks keeps the books of the village. */
  readonly keepsBooks: boolean;
}

/**
 * Reads a mark, or says everything that is wrong with it: nobody looks at a quarter before it begins, and
 * what the books find abnormal is not made normal by a mark. Who keeps the books marks nothing: a mark says
 * what the books do not, so it has to come from another hand. Codes `colours.*`, `form.*`, `calendar.*`.
 * Source: product decision.
 */
export function readMark(
  form: MarkForm,
  { today, isAbnormal, keepsBooks }: MarkFacts,
): { readonly mark: Omit<AssetMark, 'number'>; readonly problems: Problem[] } {
  const problems: Problem[] = keepsBooks ? [{ code: 'colours.ownHand', field: '' }] : [];
  const indicator = INDICATORS.find((each) => each === form.indicator);
  if (indicator === undefined)
    problems.push({ code: 'form.notAllowed', field: 'indicator', value: form.indicator });
  const mark = MARKS.find((each) => each === form.mark);
  if (mark === undefined) problems.push({ code: 'form.notAllowed', field: 'mark', value: form.mark });
  if (indicator !== undefined && mark === 'normal' && isAbnormal(indicator))
    problems.push({ code: 'colours.booksSayAbnormal', field: 'mark', facts: { indicator } });
  const [reason, paper] = [form.markReason.trim(), form.paper.trim()];
  for (const [field, text] of Object.entries({ markReason: reason, paper })) {
    if (text === '') problems.push({ code: 'form.missing', field });
    if ([...text].length > AT_MOST) problems.push({ code: 'form.tooLong', field, facts: { max: AT_MOST } });
  }
  problems.push(...privateNumberProblems({ markReason: reason, paper }), ...dayProblems(form, today));
  return {
    mark: {
      ...{ quarter: form.quarter, indicator: indicator ?? 'business', mark: mark ?? 'abnormal' },
      ...{ markedOn: form.markedOn, reason, paper },
    },
    problems,
  };
}

function dayProblems({ quarter, markedOn }: MarkForm, today: CalendarDay): Problem[] {
  const problems: Problem[] = [];
  const at = { field: 'markedOn', value: markedOn };
  const day = readDay(at, problems);
  if (!isQuarter(quarter)) problems.push({ code: 'calendar.notAQuarter', field: 'quarter', value: quarter });
  if (day === undefined) return problems;
  if (day > today) problems.push({ code: 'assetLife.notYet', ...at, facts: { today } });
  const first = isQuarter(quarter) ? monthsOfQuarter(quarter)[0] : undefined;
  if (first !== undefined && day < firstDayOf(first))
    problems.push({ code: 'colours.beforeQuarter', ...at, facts: { day: firstDayOf(first) } });
  return problems;
}

/** What holds of an indicator in a quarter: the last mark of it. */
export function markOf(
  marks: readonly AssetMark[],
  quarter: Quarter,
  indicator: Indicator,
): AssetMark | undefined {
  return marks.findLast((each) => each.quarter === quarter && each.indicator === indicator);
}
