import type { EntityManager } from 'typeorm';
import type { Problem } from '../../domain/shared/problem';
import { barredKin } from '../../domain/users/near-relatives';
import { overlaps, type RoleDays } from '../../domain/users/role-days';
import { apartCode, type RoleInTree } from '../../domain/users/separation';
import type { BooksHeld } from '../../platform/database/locks';
import type { HeldRole } from '../../platform/http/actor';
import { readKin } from './kin';
import { readOwnAccounts } from './own-accounts';
import type { RegionTree } from './region-tree.service';
import { readGrants, type RoleGrant } from './role-grants';
import { UserEntity } from './user.entity';

/** A role about to be given for days, and the field of the form that says it. */
export interface AskedRole {
  readonly userId: string;
  readonly held: HeldRole;
  readonly field: string;
  readonly days: RoleDays;
  /** The grant that ends the day before this one begins. */
  readonly takenFrom?: number;
}

/**
 * The books to be held where roles are given or it is said whose an account is: of two who do it at once, at
 * whichever places of a county, the second finds what the first has done.
 */
export async function heldBelowTop(tree: RegionTree, placeId: string): Promise<BooksHeld> {
  const top = (await tree.listAncestorIds(placeId)).at(-1);
  return { collectiveId: placeId, lockedInOrder: top === undefined ? [placeId] : [placeId, top] };
}

/**
 * What the same person may not be beside it on the same days, under whichever of his accounts, there or in
 * the offices in line with it; and what near relatives of others there may not be.
 * Codes `users.roleHeldAlready`, those of `apartCode` and of `barredKin`.
 */
export async function besideProblems(
  tx: EntityManager,
  tree: RegionTree,
  asked: AskedRole,
): Promise<Problem[]> {
  const { userId, held, field, days } = asked;
  const own: RoleGrant[] = [];
  for (const account of await readOwnAccounts(tx, userId))
    own.push(...(await readGrants(tx, { userId: account })).filter((grant) => overlaps(grant, days)));
  const beside = own.filter(({ collectiveId }) => collectiveId === held.collectiveId);
  if (beside.some(({ role }) => role === held.role)) return [{ code: 'users.roleHeldAlready', field }];
  const inTree = async ({ role, collectiveId }: HeldRole): Promise<RoleInTree> => ({
    ...{ role, collectiveId, aboveIds: await tree.listAncestorIds(collectiveId) },
  });
  const here = await inTree(held);
  const codes = new Set<string>();
  for (const grant of own) {
    const code = apartCode(here, await inTree(grant));
    if (code !== undefined) codes.add(code);
  }
  return [...[...codes].map((code) => ({ code, field })), ...(await besideKin(tx, asked))];
}

/** Whom of those there the person is too near to, by which rule. */
async function besideKin(
  tx: EntityManager,
  { userId, held, field, takenFrom, days }: AskedRole,
): Promise<Problem[]> {
  const there = await readGrants(tx, { collectiveId: held.collectiveId });
  const { kin, personOf } = await readKin(tx);
  const of = (grant: HeldRole & RoleDays, by: string) => ({ ...grant, userId: by, personId: personOf(by) });
  const asked = of({ ...held, from: days.from, to: days.to }, userId);
  const others = there.filter(({ number }) => number !== takenFrom).map((each) => of(each, each.userId));
  const problems: Problem[] = [];
  for (const { code, kind, roles } of barredKin([asked, ...others], kin)) {
    const [one, { userId: near, role }] = roles;
    if (one !== asked) continue;
    const user = await tx.findOneBy(UserEntity, { id: near });
    problems.push({ code, field, facts: { name: user?.displayName ?? '', role, kind } });
  }
  return problems;
}
