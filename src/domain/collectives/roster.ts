import type { CalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import type { Labour, Leaving, OfficerRelation, Relation } from './person';

/** What holds of a person from a day on; what the person is known by is kept apart, sealed. */
export interface MemberVersion {
  readonly memberId: string;
  /** From 1. */
  readonly version: number;
  readonly fromDay: CalendarDay;
  readonly householdId: string;
  readonly relation: Relation;
  readonly labour: Labour;
  readonly officerRelation: OfficerRelation;
  /** Whether the person is a member of the collective, or only lives with one. */
  readonly belongs: boolean;
  /** Why the person is on the list no more, from that day on; undefined while on it. */
  readonly leftWhy: Leaving | undefined;
}

/**
 * What holds of a person on a day: the last that was entered of what had begun by then. Undefined before the
 * first and for one who had left.
 */
export function heldOn<Version extends MemberVersion>(
  versions: readonly Version[],
  day: CalendarDay,
): Version | undefined {
  const begun = versions.filter(({ fromDay }) => fromDay <= day);
  const last = begun.reduce<Version | undefined>(
    (found, each) => (found === undefined || each.version > found.version ? each : found),
    undefined,
  );
  return last?.leftWhy === undefined ? last : undefined;
}

/** The household somebody lived in by a day, by what was entered last of it, also of one who left since. */
export function livedAt(
  versions: readonly Pick<MemberVersion, 'version' | 'fromDay' | 'householdId'>[],
  day: CalendarDay,
): string | undefined {
  const begun = versions.filter(({ fromDay }) => fromDay <= day);
  return begun.toSorted((one, other) => one.version - other.version).at(-1)?.householdId;
}

/** What everybody on the list is on a day, each once. */
export function rosterOn<Version extends MemberVersion>(
  versions: readonly Version[],
  day: CalendarDay,
): Version[] {
  const byMember = new Map<string, Version[]>();
  for (const version of versions) {
    const own = byMember.get(version.memberId) ?? [];
    own.push(version);
    byMember.set(version.memberId, own);
  }
  return [...byMember.values()].flatMap((own) => heldOn(own, day) ?? []);
}

/** That somebody is on the list no more: from which day, and why. */
export interface LeftList {
  /** The first day without the person. */
  readonly from: CalendarDay;
  readonly why: Leaving;
}

/** What of a version says whether its person left. */
type LeavingVersion = Pick<MemberVersion, 'memberId' | 'version' | 'fromDay' | 'leftWhy'>;

/** Whoever is on the list no more by what was entered last, each once. */
export function leftList(versions: readonly LeavingVersion[]): ReadonlyMap<string, LeftList> {
  const last = new Map<string, LeavingVersion>();
  for (const version of versions)
    if (version.version > (last.get(version.memberId)?.version ?? 0)) last.set(version.memberId, version);
  return new Map(
    [...last.values()].flatMap(({ memberId, fromDay, leftWhy }) =>
      leftWhy === undefined ? [] : [[memberId, { from: fromDay, why: leftWhy }] as const],
    ),
  );
}

/**
 * Since when somebody has been an officer, or as close to one as these relations say, by what was entered
 * last; nobody who is not, and nobody who is on the list no more.
 */
export function relatedSince(
  versions: readonly MemberVersion[],
  relations: readonly OfficerRelation[],
): ReadonlyMap<string, CalendarDay> {
  const byMember = new Map<string, MemberVersion[]>();
  for (const version of versions.toSorted((one, other) => one.version - other.version))
    byMember.set(version.memberId, [...(byMember.get(version.memberId) ?? []), version]);
  return new Map(
    [...byMember].flatMap(([memberId, own]): [string, CalendarDay][] => {
      const other = own.findLastIndex(
        ({ officerRelation, leftWhy }) => leftWhy !== undefined || !relations.includes(officerRelation),
      );
      const [first] = own
        .slice(other + 1)
        .map(({ fromDay }) => fromDay)
        .sort();
      return first === undefined ? [] : [[memberId, first]];
    }),
  );
}

/** A version about to be entered, and what it is held against. */
export interface EnteredVersion {
  readonly memberId: string;
  readonly fromDay: CalendarDay;
  readonly householdId: string;
  readonly relation: Relation;
  /** Everything that was entered of everybody, this one not among it. */
  readonly others: readonly MemberVersion[];
}

/**
 * What keeps a version from being entered. It never begins before the one it follows: what held on a day that
 * was looked at already would change behind everybody's back. A household has one head on any day.
 * @returns problems `person.beforeLast` (with the day the last one began), `person.secondHead`
 */
export function versionProblems(entered: EnteredVersion): Problem[] {
  const { memberId, fromDay, householdId, relation, others } = entered;
  const own = others.filter((each) => each.memberId === memberId);
  const last = own.reduce<CalendarDay>((latest, each) => (each.fromDay > latest ? each.fromDay : latest), '');
  const problems: Problem[] = [];
  if (fromDay < last)
    problems.push({ code: 'person.beforeLast', field: 'fromDay', value: fromDay, facts: { last } });
  const isHeadHere = (each: MemberVersion): boolean =>
    each.householdId === householdId && each.relation === 'head' && each.memberId !== memberId;
  // The other head may step down on the same day, but not later.
  if (relation === 'head' && headsFrom(others, fromDay).some(isHeadHere))
    problems.push({ code: 'person.secondHead', field: 'relation' });
  return problems;
}

/** Everybody as they are on a day and on every later day on which something changes. */
function headsFrom(versions: readonly MemberVersion[], from: CalendarDay): MemberVersion[] {
  const days = new Set([from, ...versions.map(({ fromDay }) => fromDay).filter((day) => day > from)]);
  return [...days].flatMap((day) => rosterOn(versions, day)).filter(({ relation }) => relation === 'head');
}
