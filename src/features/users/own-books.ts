import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { type HeldRole, isOfTheAccounts } from '../../platform/http/actor';
import { readOwnAccounts } from './own-accounts';
import { readGrants, readRoles } from './role-grants';
import { UserEntity } from './user.entity';

/** Who acts for an office, and on which day. */
export interface Acting {
  readonly by: string;
  readonly today: CalendarDay;
}

/**
 * Nobody decides who is what, or who gets in, where he keeps the books himself or handles the money, under
 * whichever of his accounts: he would let himself in as the one who looks over him.
 * @throws DomainError `users.ownBooks`
 */
export async function refuseOwnBooks(
  db: EntityManager,
  placeIds: readonly string[],
  { by, today }: Acting,
): Promise<void> {
  const held: HeldRole[] = [];
  for (const own of await readOwnAccounts(db, by)) held.push(...(await readRoles(db, own, today)));
  if (placeIds.some((id) => isOfTheAccounts(held, id))) throw new DomainError('users.ownBooks');
}

/** The same of an account: where its person works, and where that person is something or will be. */
export async function refuseOfOwnBooks(db: EntityManager, userId: string, acting: Acting): Promise<void> {
  const user = await db.findOneBy(UserEntity, { id: userId });
  const grants = await readGrants(db, { userId });
  const lasting = grants.filter(({ to }) => to === null || to >= acting.today);
  const places = [...(user === null ? [] : [user.officeId]), ...lasting.map((each) => each.collectiveId)];
  await refuseOwnBooks(db, places, acting);
}
