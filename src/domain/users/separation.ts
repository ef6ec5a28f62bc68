import type { Problem } from '../shared/problem';

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

/**
 * An auditor is nothing else in what he looks through, there, below, or in an office above that decides for
 * it. Code `users.auditorBeside`. Source: product.md §1, roles.
 */
export function auditorProblems(asked: RoleInTree, held: readonly RoleInTree[]): Problem[] {
  const isBeside = held.some(
    (each) => (each.role === AUDITOR) !== (asked.role === AUDITOR) && areInLine(each, asked),
  );
  return isBeside ? [{ code: 'users.auditorBeside', field: 'roles' }] : [];
}

/** Whether two are held at one place, or the one above the other. */
function areInLine(one: RoleInTree, other: RoleInTree): boolean {
  const isWithin = (inner: RoleInTree, outer: RoleInTree): boolean =>
    inner.collectiveId === outer.collectiveId || inner.aboveIds.includes(outer.collectiveId);
  return isWithin(one, other) || isWithin(other, one);
}
