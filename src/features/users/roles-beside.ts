import type { EntityManager } from 'typeorm';
import type { Problem } from '../../domain/shared/problem';
import { overlaps, type RoleDays } from '../../domain/users/role-days';
import { separationProblems } from '../../domain/users/separation';
import type { HeldRole } from '../../platform/http/actor';
import { readOwnAccounts } from './own-accounts';
import { readGrants } from './role-grants';

/** A role about to be given, and the field of the form that says it. */
export interface AskedRole {
  readonly userId: string;
  readonly held: HeldRole;
  readonly field: string;
}

/**
 * What the same person may not be there on the same days, under whichever of his accounts. Codes
 * `users.roleHeldAlready`, those of `separationProblems`.
 */
export async function besideProblems(
  tx: EntityManager,
  { userId, held, field }: AskedRole,
  days: RoleDays,
): Promise<Problem[]> {
  const own = await readOwnAccounts(tx, userId);
  const there = await readGrants(tx, { collectiveId: held.collectiveId });
  const beside = there.filter((grant) => own.includes(grant.userId) && overlaps(grant, days));
  return beside.some(({ role }) => role === held.role)
    ? [{ code: 'users.roleHeldAlready', field }]
    : separationProblems([held, ...beside]).map((problem) => ({ ...problem, field }));
}
