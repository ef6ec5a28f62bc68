import type { Problem } from '../shared/problem';

/** A role as separation looks at it: what, and where. */
export interface RoleAt {
  readonly role: string;
  readonly collectiveId: string;
}

/** Who keeps the books, handles the money, or enters what is booked. */
const BOOKS: readonly string[] = ['accountant', 'bookkeeper'];
const ACCOUNTS: readonly string[] = [...BOOKS, 'cashier', 'reporter'];

/** What nobody is together in one collective: one of the first with one of the second. */
const APART: readonly (readonly [code: string, one: readonly string[], other: readonly string[]])[] = [
  // Accounting law, article on the cashier: unconfirmed, from memory; product.md §1.
  ['users.cashierAndBookkeeper', ['cashier'], BOOKS],
  // 农村集体经济组织法 arts 32 and 34 (domain.md §3): council members, finance and accounting staff are none.
  ['users.supervisorBeside', ['supervisor'], [...ACCOUNTS, 'leader']],
  ['users.auditorBeside', ['auditor'], [...ACCOUNTS, 'leader', 'supervisor']],
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
