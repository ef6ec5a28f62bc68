import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import type { RegionTree } from './region-tree.service';
import { readGrants } from './role-grants';
import { UserEntity } from './user.entity';

/**
 * Somebody of an office or of what lies below it, or who is something there already.
 * @throws DomainError `users.unknown` of anybody else
 */
export async function requireWithin(
  { db, tree }: { readonly db: EntityManager; readonly tree: RegionTree },
  officeId: string,
  userId: string,
): Promise<void> {
  const user = await db.findOneBy(UserEntity, { id: userId });
  if (user === null) throw new DomainError('users.unknown', { userId });
  const places = [user.officeId, ...(await readGrants(db, { userId })).map((each) => each.collectiveId)];
  for (const place of new Set(places)) {
    if (place === officeId || (await tree.listAncestorIds(place)).includes(officeId)) return;
  }
  throw new DomainError('users.unknown', { userId });
}
