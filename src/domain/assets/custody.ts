import type { CalendarDay } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import type { AssetKind, AssetStanding } from './asset-classes';
import type { Days, SaidBearer } from './custody-bearers';
import { readRent } from './read-lease';

/**
 * What the village does with what is another's: keeps it and lets it out, or runs it in the owner's place.
 * Source: DC 三(五)23.
 */
export const CUSTODY_KINDS = ['keeping', 'operating'] as const;
export type CustodyKind = (typeof CUSTODY_KINDS)[number];

/** An agreement with the owner of an asset: what of its income is his, in which days. */
export interface Custody {
  readonly id: string;
  readonly assetId: string;
  readonly kind: CustodyKind;
  /** The owner's id among the counterparties. */
  readonly owner: string;
  /** His share of what falls due, `75%`. */
  readonly share: string;
  /** Both included; the last one as it is after an early end. */
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay;
  readonly signedOn: CalendarDay;
  readonly paper: string;
  /** Why it ended early; undefined where it did not. */
  readonly endReason: string | undefined;
  /** Who bears the tax of its income, by the days from which it was said. */
  readonly bearers: readonly SaidBearer[];
  /** Who bears the costs of the asset, by the days from which it was said. */
  readonly costBearers: readonly SaidBearer[];
}

/** An agreement as typed. */
export interface CustodyForm {
  readonly custodyKind: string;
  readonly custodyOwner: string;
  readonly ownersShare: string;
  readonly signedOn: string;
  readonly custodyFrom: string;
  readonly custodyTo: string;
  readonly paper: string;
}

/** An early end as typed. */
export interface CustodyEndForm {
  readonly custodyEndOn: string;
  readonly custodyEndReason: string;
}

/** What the register and the books say of the asset. */
export interface CustodyFacts {
  readonly today: CalendarDay;
  readonly acquiredOn: CalendarDay;
  readonly leftOn?: CalendarDay | undefined;
  readonly others: readonly Custody[];
  /** Days whose income is booked. */
  readonly booked: readonly Days[];
}

/** What sells electricity has slips and shares of its own, and a stake pays dividends. */
const NEVER_KEPT: readonly AssetKind[] = [
  'pvStation',
  'jointPvStation',
  'keptPvStation',
  'householdPv',
  'equity',
];

/** Whether the income of such an asset may be another's by agreement. Source: DC 三(五)23, SQ-A 五(七). */
export function mayBeKept(kind: AssetKind): boolean {
  return !NEVER_KEPT.includes(kind);
}

/**
 * Reads an agreement, or says everything that is wrong with it. Its days are of no other agreement, and
 * nothing is booked of them: what was booked would have to be split anew. Codes `custody.*`,
 * `lease.notAShare`, `form.*`, `calendar.*`.
 */
export function readCustody(
  form: CustodyForm,
  facts: CustodyFacts,
): {
  custody: Omit<Custody, 'id' | 'assetId' | 'endReason' | 'bearers' | 'costBearers'>;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const { custodyKind, custodyOwner, paper } = form;
  const kind = CUSTODY_KINDS.find((each) => each === custodyKind);
  if (kind === undefined)
    problems.push({ code: 'form.notAllowed', field: 'custodyKind', value: custodyKind });
  for (const [field, value] of Object.entries({ custodyOwner, paper }))
    if (value.trim() === '') problems.push({ code: 'form.missing', field });
  problems.push(...privateNumberProblems({ custodyOwner, paper }));
  const share = readRent({ field: 'ownersShare', value: form.ownersShare }, 'turnover', problems);
  const signedOn = readDay({ field: 'signedOn', value: form.signedOn }, problems);
  if (signedOn !== undefined && signedOn > facts.today) {
    const told = { today: facts.today };
    problems.push({ code: 'lease.signedLater', field: 'signedOn', value: signedOn, facts: told });
  }
  const from = readDay({ field: 'custodyFrom', value: form.custodyFrom }, problems);
  const to = readDay({ field: 'custodyTo', value: form.custodyTo }, problems);
  if (from !== undefined && to !== undefined) problems.push(...daysProblems({ from, to }, facts));
  const custody = {
    ...{ kind: kind ?? 'keeping', owner: custodyOwner.trim(), share: share ?? '0%' },
    ...{ firstOn: form.custodyFrom, lastOn: form.custodyTo, signedOn: form.signedOn, paper: paper.trim() },
  };
  return { custody, problems };
}

function daysProblems(days: Days, facts: CustodyFacts): Problem[] {
  const { acquiredOn, leftOn, others, booked } = facts;
  const { from, to } = days;
  if (to < from) return [{ code: 'calendar.reversed', field: 'custodyTo', value: to }];
  const problems: Problem[] = [];
  if (from < acquiredOn)
    problems.push({ code: 'lease.beforeAsset', field: 'custodyFrom', value: from, facts: { acquiredOn } });
  if (leftOn !== undefined && to > leftOn)
    problems.push({ code: 'lease.afterAsset', field: 'custodyTo', value: to, facts: { leftOn } });
  const other = others.find((each) => meets({ from: each.firstOn, to: each.lastOn }, days));
  if (other !== undefined) {
    const told = { from: other.firstOn, to: other.lastOn };
    problems.push({ code: 'custody.overlaps', field: 'custodyFrom', facts: told });
  }
  const due = booked.find((each) => meets(each, days));
  if (due !== undefined)
    problems.push({ code: 'custody.bookedBefore', field: 'custodyFrom', facts: { ...due } });
  return problems;
}

/**
 * Reads an early end, or says what is wrong: it leaves no day behind whose income is booked by the agreement.
 * The day before its first where it never came into force. Codes `custody.*`, `form.*`, `calendar.*`.
 */
export function readCustodyEnd(
  form: CustodyEndForm,
  custody: Pick<Custody, 'firstOn' | 'lastOn' | 'endReason'>,
  booked: readonly Days[],
): { end: { lastOn: CalendarDay; reason: string }; problems: Problem[] } {
  const problems: Problem[] = [];
  const reason = form.custodyEndReason.trim();
  if (reason === '') problems.push({ code: 'form.missing', field: 'custodyEndReason' });
  problems.push(...privateNumberProblems({ custodyEndReason: reason }));
  const field = 'custodyEndOn';
  const lastOn = readDay({ field, value: form.custodyEndOn }, problems);
  if (lastOn === undefined) return { end: { lastOn: form.custodyEndOn, reason }, problems };
  const { firstOn } = custody;
  if (custody.endReason !== undefined) problems.push({ code: 'custody.endedBefore', field });
  else if (lastOn >= custody.lastOn)
    problems.push({ code: 'custody.endNotEarlier', field, facts: { lastOn: custody.lastOn } });
  const own = booked.filter((each) => meets(each, { from: firstOn, to: custody.lastOn }));
  const after = own.find(({ to }) => to > lastOn);
  if (after !== undefined) problems.push({ code: 'custody.bookedAfter', field, facts: { ...after } });
  return { end: { lastOn, reason }, problems };
}

/**
 * The agreement by which income of days is split; undefined where it is all the village's.
 * @throws DomainError `custody.crosses` where a part of the days is under another agreement, or under none;
 *   `custody.notInForce` where what is a household's is under none
 */
export function custodyOver(
  custodies: readonly Custody[],
  days: Days,
  isHouseholds: boolean,
): Custody | undefined {
  const met = custodies.find((each) => meets({ from: each.firstOn, to: each.lastOn }, days));
  if (met === undefined) {
    if (isHouseholds) throw new DomainError('custody.notInForce', { ...days });
    return undefined;
  }
  const { firstOn, lastOn } = met;
  if (firstOn <= days.from && days.to <= lastOn) return met;
  throw new DomainError('custody.crosses', { ...days, firstOn, lastOn });
}

/** Whether what is a household's may be let for these days: one agreement holds on all of them. */
export function isKeptFor(custodies: readonly Custody[], { from, to }: Days): boolean {
  return custodies.some(({ firstOn, lastOn }) => firstOn <= from && to <= lastOn);
}

/**
 * What a household's asset costs is the village's on days of an agreement alone.
 * @throws DomainError `custody.costNotInForce`
 */
export function requireKeptCost(
  { assetClass }: Pick<AssetStanding, 'assetClass'>,
  custodies: readonly Custody[],
  days: Days,
): void {
  if (assetClass !== 'household') return;
  if (custodies.some(({ firstOn: from, lastOn: to }) => meets({ from, to }, days))) return;
  throw new DomainError('custody.costNotInForce', { ...days });
}

/** An agreement that was ended before its first day has no days. */
function meets(one: Days, other: Days): boolean {
  return one.from <= one.to && one.from <= other.to && other.from <= one.to;
}
