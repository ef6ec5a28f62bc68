import type { CalendarDay } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { overlaps, type RoleDays } from './role-days';
import { ACCOUNTS, type RoleAt } from './separation';

/**
 * Who is a near relative, seen from both sides alike. 民法典 art. 1045, second paragraph: unconfirmed, from
 * memory; domain.md names near relatives without saying who they are.
 */
export const KIN_KINDS = ['spouse', 'parentOrChild', 'sibling', 'grandparentOrGrandchild'] as const;
export type KinKind = (typeof KIN_KINDS)[number];

/** That two persons are near relatives. */
export interface Kin {
  readonly persons: readonly [string, string];
  readonly kind: KinKind;
}

/** A role for days, of a person. */
export interface PersonsRole extends RoleAt, RoleDays {
  readonly personId: string;
}

/** What near relatives are not in one collective: the one this, the other that. */
const APART: readonly (readonly [code: string, one: readonly string[], other: readonly string[]])[] = [
  // 农村集体经济组织法 art. 34 (domain.md §3): no supervisor is near to who is of the council or the accounts.
  ['users.supervisorKin', ['supervisor'], [...ACCOUNTS, 'leader']],
  // Art. 31 (domain.md §3): the council has no close relatives together; a leader stands for it.
  ['users.councilKin', ['leader'], ['leader']],
];

/** Two roles that near relatives hold against the law, and which rule bars them. */
export interface KinBarred<Role extends PersonsRole> {
  readonly code: string;
  readonly kind: KinKind;
  readonly roles: readonly [Role, Role];
}

/** Which of some roles stand on any same day in the hands of near relatives whom the law bars from it. */
export function barredKin<Role extends PersonsRole>(
  roles: readonly Role[],
  kin: readonly Kin[],
): KinBarred<Role>[] {
  return roles.flatMap((one, index) =>
    roles.slice(index + 1).flatMap((other): KinBarred<Role>[] => {
      const near = kin.find(({ persons }) => areOf(persons, one.personId, other.personId));
      const code = near === undefined ? undefined : codeOf(one, other);
      if (near === undefined || code === undefined) return [];
      return [{ code, kind: near.kind, roles: [one, other] }];
    }),
  );
}

/** Whether near relatives may not hold the two, and by which rule. */
function codeOf(one: PersonsRole, other: PersonsRole): string | undefined {
  if (one.collectiveId !== other.collectiveId || !overlaps(one, other)) return undefined;
  const isBetween = (ones: readonly string[], others: readonly string[]): boolean =>
    (ones.includes(one.role) && others.includes(other.role)) ||
    (ones.includes(other.role) && others.includes(one.role));
  return APART.find(([, ones, others]) => isBetween(ones, others))?.[0];
}

function areOf([first, second]: Kin['persons'], one: string, other: string): boolean {
  return (first === one && second === other) || (first === other && second === one);
}

/** That two persons are near relatives, as typed. */
export interface TypedKin {
  readonly kinSince: CalendarDay;
  readonly kinPaper: string;
}

/**
 * What is wrong with it: what is to come is no relation yet, persons are related to others, and once. Codes
 * `users.kinAhead`, `users.kinSelf`, `users.kinKnown`, `form.missing`, `form.privateNumber`.
 * @param persons whose the two accounts are
 * @param known the relations that stand
 */
export function kinProblems(
  { kinSince, kinPaper }: TypedKin,
  persons: Kin['persons'],
  { known, today }: { readonly known: readonly Kin[]; readonly today: CalendarDay },
): Problem[] {
  const isKnown = known.some((each) => areOf(each.persons, ...persons));
  return [
    ...(persons[0] === persons[1] ? [{ code: 'users.kinSelf', field: 'relativeId' }] : []),
    ...(isKnown ? [{ code: 'users.kinKnown', field: 'relativeId' }] : []),
    ...(kinSince > today
      ? [{ code: 'users.kinAhead', field: 'kinSince', value: kinSince, facts: { today } }]
      : []),
    ...(kinPaper.trim() === '' ? [{ code: 'form.missing', field: 'kinPaper' }] : []),
    ...privateNumberProblems({ kinPaper }),
  ];
}
