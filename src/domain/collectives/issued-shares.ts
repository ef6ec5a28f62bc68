import type { CalendarDay } from '../calendar/calendar-day';
import { readQuantity } from '../money/charge';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { readPaper } from './household-status';
import { readHundredths, type RollUse, rollUseBar } from './share-roll';

/** How many shares there are in all from a day on, as the resolution that made them says. */
export interface IssuedShares {
  /** From 1, in the order of entry. */
  readonly number: number;
  readonly fromDay: CalendarDay;
  readonly hundredths: number;
}

/** How many shares were issued, as typed. */
export interface IssuedForm {
  readonly issuedFrom: string;
  readonly issuedShares: string;
  /** The resolution that made the assets shares. */
  readonly issuedPaper: string;
}

/** What holders have together, beside what was issued; in hundredths of a share. */
export interface ShareRegister {
  /** Undefined where nobody has said it. */
  readonly issued: number | undefined;
  readonly held: number;
}

/** Two hundred times what one holder may have. */
const MOST_HUNDREDTHS = 2_000_000_000;

/** How many shares there are on a day: of what had begun the latest, of one day what was said last. */
export function issuedOn<Issued extends IssuedShares>(
  told: readonly Issued[],
  day: CalendarDay,
): Issued | undefined {
  const begun = told.filter(({ fromDay }) => fromDay <= day);
  return begun.reduce<Issued | undefined>((last, each) => {
    if (last === undefined || each.fromDay > last.fromDay) return each;
    return each.fromDay === last.fromDay && each.number > last.number ? each : last;
  }, undefined);
}

/**
 * Reads how many shares were issued. Whether holders have as many is asked where something is given by the
 * roll: a table comes in by parts.
 * @returns problems `form.missing`, `form.notAQuantity`, `form.notPositive`, `calendar.notADay`,
 *   `person.dayAhead`, `shareRoll.rollUsed`, `shareRoll.issuedAlready`
 */
export function readIssued(
  form: IssuedForm,
  ground: {
    readonly told: readonly IssuedShares[];
    readonly uses: readonly RollUse[];
    readonly today: CalendarDay;
  },
): { readonly issued: Omit<IssuedShares, 'number'> & { paper: string }; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const { told, uses, today } = ground;
  const fromDay = readDay({ field: 'issuedFrom', value: form.issuedFrom }, problems) ?? '';
  const at = { field: 'issuedFrom', value: fromDay };
  if (fromDay > today) problems.push({ code: 'person.dayAhead', ...at, facts: { today } });
  const used = fromDay === '' ? undefined : rollUseBar(uses, fromDay);
  if (used !== undefined) problems.push({ ...used, ...at });
  const hundredths = readShares(form.issuedShares, problems);
  const paper = readPaper({ field: 'issuedPaper', value: form.issuedPaper }, problems);
  const before = fromDay === '' ? undefined : issuedOn(told, fromDay);
  if (before !== undefined && before.hundredths === hundredths)
    problems.push({ code: 'shareRoll.issuedAlready', field: 'issuedShares', value: form.issuedShares });
  return { issued: { fromDay, hundredths: hundredths ?? 0, paper }, problems };
}

function readShares(typed: string, problems: Problem[]): number | undefined {
  const at = { field: 'issuedShares', value: typed };
  // Commas stand by thousands, as in money.
  const hundredths = readHundredths(readQuantity(typed) ?? typed);
  if (typed.trim() === '') problems.push({ code: 'form.missing', field: at.field });
  else if (hundredths === undefined || hundredths > MOST_HUNDREDTHS)
    problems.push({ code: 'form.notAQuantity', ...at });
  else if (hundredths === 0) problems.push({ code: 'form.notPositive', ...at });
  else return hundredths;
  return undefined;
}
