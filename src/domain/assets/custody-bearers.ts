import type { CalendarDay } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** Days, both included. */
export interface Days {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** What of an agreement somebody bears: the tax that papers charge on its income, or its costs. */
export const BORNE = ['tax', 'costs'] as const;
export type Borne = (typeof BORNE)[number];

/**
 * Who bears it: the village out of its part, the owner out of his, or both by their shares. No document says;
 * the agreement does. As long as nobody has said it nothing taxed is booked, and costs are the village's.
 */
export const BEARERS = ['village', 'owner', 'share'] as const;
export type Bearer = (typeof BEARERS)[number];

/** The kinds of costs; who bears them may be said of one kind alone. */
export const COST_KINDS = ['land_rent', 'o_and_m', 'insurance', 'other'] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** Who bears the tax, or the costs, from a day on, as a dated fact beside the agreement. */
export interface SaidBearer {
  readonly id: string;
  readonly validFrom: CalendarDay;
  readonly bearer: Bearer;
  /** Of which costs alone; of all of them where it is absent. */
  readonly costKind?: CostKind | undefined;
  readonly paper: string;
}

/** The days of what was split by what was said; of costs, with their kind where it is on record. */
export interface UsedDays extends Days {
  readonly costKind?: CostKind | undefined;
}

/** The same as typed. */
export interface CustodyBearersForm {
  readonly borne: string;
  readonly custodyBearer: string;
  /** One of {@link COST_KINDS}; `all` or blank for all of them, and for the tax. */
  readonly borneKind: string;
  readonly bearersFrom: string;
  readonly paper: string;
}

/**
 * Reads who bears what, or says everything that is wrong with it: from a day of the agreement on, and on no
 * day of which taxed income, or such a cost, is split by what was said before. Codes `custody.bearers*`,
 * `custody.costsUsed`, `custody.taxOfNoKind`, `form.*`, `calendar.notADay`.
 * @param used the days of what was split by what was said of them, of each that is borne
 */
export function readCustodyBearers(
  form: CustodyBearersForm,
  custody: { readonly firstOn: CalendarDay; readonly lastOn: CalendarDay },
  used: Readonly<Record<Borne, readonly UsedDays[]>>,
): { borne: Borne; said: Omit<SaidBearer, 'id'>; problems: Problem[] } {
  const problems: Problem[] = [];
  const borne = readOne(BORNE, { field: 'borne', value: form.borne }, problems) ?? 'tax';
  const bearer = readOne(BEARERS, { field: 'custodyBearer', value: form.custodyBearer }, problems);
  const costKind = readKind(form.borneKind, borne, problems);
  const paper = form.paper.trim();
  if (paper === '') problems.push({ code: 'form.missing', field: 'paper' });
  problems.push(...privateNumberProblems({ paper }));
  const field = 'bearersFrom';
  const validFrom = readDay({ field, value: form.bearersFrom }, problems);
  if (validFrom !== undefined) {
    const { firstOn, lastOn } = custody;
    if (validFrom < firstOn || validFrom > lastOn)
      problems.push({ code: 'custody.bearersOutside', field, value: validFrom, facts: { firstOn, lastOn } });
    const before = used[borne].find((each) => each.to >= validFrom && mayConcern(each.costKind, costKind));
    const code = borne === 'tax' ? 'custody.bearersUsed' : 'custody.costsUsed';
    if (before !== undefined) problems.push({ code, field, facts: { from: before.from, to: before.to } });
  }
  const said = { validFrom: validFrom ?? form.bearersFrom, bearer: bearer ?? 'village', costKind, paper };
  return { borne, said, problems };
}

function readKind(value: string, borne: Borne, problems: Problem[]): CostKind | undefined {
  if (value === '' || value === 'all') return undefined;
  if (borne === 'costs') return readOne(COST_KINDS, { field: 'borneKind', value }, problems);
  problems.push({ code: 'custody.taxOfNoKind', field: 'borneKind', value });
  return undefined;
}

/** What nobody has named may be of any kind. */
function mayConcern(one: CostKind | undefined, other: CostKind | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

/** What was said of costs of a kind: of it alone, and of all costs. */
export function saidOfKind(all: readonly SaidBearer[], kind: CostKind): SaidBearer[] {
  return all.filter((said) => mayConcern(said.costKind, kind));
}

function readOne<One extends string>(
  all: readonly One[],
  { field, value }: { field: string; value: string },
  problems: Problem[],
): One | undefined {
  const found = all.find((each) => each === value);
  if (found === undefined) problems.push({ code: 'form.notAllowed', field, value });
  return found;
}

/**
 * What holds over the days of income; undefined where nobody has said it for the first of them. Of several
 * from one day the last one entered holds.
 * @throws DomainError `custody.bearerChanges` where somebody else bears the tax on a later one of the days
 */
export function bearerOver(all: readonly SaidBearer[], days: Days): SaidBearer | undefined {
  const holding = bearerOn(all, days.from);
  if (holding === undefined) return undefined;
  const on = bearerChangesOn(all, days);
  if (on !== undefined) throw new DomainError('custody.bearerChanges', { ...days, on });
  return holding;
}

/** The first of the days after the first on which somebody else bears it; undefined where nobody does. */
export function bearerChangesOn(all: readonly SaidBearer[], { from, to }: Days): CalendarDay | undefined {
  const first = bearerOn(all, from)?.bearer;
  const later = all.map(({ validFrom }) => validFrom).filter((day) => day > from && day <= to);
  return later.sort().find((day) => bearerOn(all, day)?.bearer !== first);
}

/**
 * What holds on a day; undefined where nobody has said it yet. Of what was said from one day on, what names a
 * kind of costs holds before what was said of all.
 */
export function bearerOn(all: readonly SaidBearer[], day: CalendarDay): SaidBearer | undefined {
  const begun = all.filter(({ validFrom }) => validFrom <= day);
  return begun.sort((one, other) => orderOf(one).localeCompare(orderOf(other))).at(-1);
}

/** Ids grow with time. */
function orderOf({ validFrom, costKind, id }: SaidBearer): string {
  return `${validFrom} ${costKind === undefined ? 'all' : 'one'} ${id}`;
}
