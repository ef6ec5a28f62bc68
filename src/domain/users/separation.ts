import type { Problem } from '../shared/problem';
import { overlaps, type RoleDays } from './role-days';

/** A role as separation looks at it: what, and where. */
export interface RoleAt {
  readonly role: string;
  readonly collectiveId: string;
}

/** Who keeps the books, handles the money, or enters what is booked. */
const BOOKS: readonly string[] = ['accountant', 'bookkeeper'];
export const ACCOUNTS: readonly string[] = [...BOOKS, 'cashier', 'reporter'];

const AUDITOR = 'auditor';

/** What nobody is together in one collective: one of the first with one of the second. */
const APART: readonly (readonly [code: string, one: readonly string[], other: readonly string[]])[] = [
  // Accounting law, article on the cashier: unconfirmed, from memory; product.md §1.
  ['users.cashierAndBookkeeper', ['cashier'], BOOKS],
  // 农村集体经济组织法 arts 32 and 34 (domain.md §3): council members, finance and accounting staff are none.
  ['users.supervisorBeside', ['supervisor'], [...ACCOUNTS, 'leader']],
  ['users.auditorBeside', [AUDITOR], [...ACCOUNTS, 'leader', 'supervisor']],
];

/** Roles one person may not hold together in one collective; a code for each pair that is. */
export function separationProblems(roles: readonly RoleAt[]): Problem[] {
  return APART.filter(([, one, other]) =>
    roles.some(
      (held) =>
        one.includes(held.role) &&
        roles.some((each) => each.collectiveId === held.collectiveId && other.includes(each.role)),
    ),
  ).map(([code]) => ({ code, field: 'roles' }));
}

/** A role with the offices above where it is held. */
export interface RoleInTree extends RoleAt {
  readonly aboveIds: readonly string[];
}

/** Who keeps the books of a place, or handles its money. */
const KEEPERS: readonly string[] = [...BOOKS, 'cashier'];

/** Who looks over, in an office above, what is kept there and in the villages below. */
const OFFICERS: readonly string[] = ['township', 'reviewer', 'approver', 'county'];

/**
 * Why one person does not hold two roles on the same day: what nobody is together in one collective; an
 * auditor is nothing else in what he looks through, there, below, or in an office above that decides for it
 * (product.md §1, roles); and nobody is of an office that decides for books he keeps or money he handles.
 * @returns `users.cashierAndBookkeeper`, `users.supervisorBeside`, `users.auditorBeside`,
 *   `users.officerBeside`; undefined where they go together
 */
export function apartCode(one: RoleInTree, other: RoleInTree): string | undefined {
  const isOnePlace = one.collectiveId === other.collectiveId;
  const [here] = isOnePlace ? separationProblems([one, other]) : [];
  if (here !== undefined) return here.code;
  const isAuditorBeside = (one.role === AUDITOR) !== (other.role === AUDITOR);
  if (isAuditorBeside && (isWithin(one, other) || isWithin(other, one))) return 'users.auditorBeside';
  return looksOver(one, other) || looksOver(other, one) ? 'users.officerBeside' : undefined;
}

/**
 * Law on Rural Collective Economic Organizations arts. 32, 34 (who handles the money does not supervise it):
 * read on to the offices above, which is our choice.
 */
function looksOver(officer: RoleInTree, keeper: RoleInTree): boolean {
  return OFFICERS.includes(officer.role) && KEEPERS.includes(keeper.role) && isWithin(keeper, officer);
}

/** Whether one is held where the other is, or below it. */
function isWithin(inner: RoleInTree, outer: RoleInTree): boolean {
  return inner.collectiveId === outer.collectiveId || inner.aboveIds.includes(outer.collectiveId);
}

/** A role of a person, for days. */
export type RoleOfPerson = RoleInTree & RoleDays & { readonly personId: string };

/** Two roles in one hand that nobody has together, and why. */
export interface OneHand<Role extends RoleOfPerson> {
  readonly code: string;
  readonly roles: readonly [Role, Role];
}

/** Which of some roles one person has on any same day and may not: of accounts that came to be one's. */
export function inOneHand<Role extends RoleOfPerson>(roles: readonly Role[]): OneHand<Role>[] {
  return roles.flatMap((one, index) =>
    roles.slice(index + 1).flatMap((other): OneHand<Role>[] => {
      if (one.personId !== other.personId || !overlaps(one, other)) return [];
      const code = apartCode(one, other);
      return code === undefined ? [] : [{ code, roles: [one, other] }];
    }),
  );
}
