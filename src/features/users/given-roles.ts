import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { decidesForTownship, type RoleName } from '../../platform/http/actor';
import type { RegionTree } from './region-tree.service';
import { readGrants, readRoles, rolesOn } from './role-grants';
import { UserEntity } from './user.entity';

/** What an office of each kind makes people of the offices and villages right below it. */
const GIVEN_BY: Readonly<Record<'township' | 'county', readonly RoleName[]>> = {
  township: ['accountant', 'bookkeeper', 'cashier', 'reporter', 'leader', 'supervisor', 'auditor'],
  county: ['township', 'reviewer', 'approver', 'accountant', 'cashier', 'auditor'],
};

/** The one role that a county gives at itself and in the villages of its townships, too: it only looks. */
const GIVEN_FAR: RoleName = 'auditor';

/** Whether an office gives a role at a place. @param aboveIds the offices above the place, nearest first */
export function isGivenAt(
  office: { readonly officeId: string; readonly given: readonly RoleName[] },
  place: { readonly placeId: string; readonly aboveIds: readonly string[] },
  role: RoleName,
): boolean {
  const { officeId, given } = office;
  if (!given.includes(role)) return false;
  if (place.aboveIds[0] === officeId) return true;
  const isOfCounty = given === GIVEN_BY.county && role === GIVEN_FAR;
  return isOfCounty && (place.placeId === officeId || place.aboveIds.includes(officeId));
}

/**
 * What somebody of an office gives to people of those right below.
 * @throws DomainError `access.otherCollective` where the person is no officer of that very office that day
 */
export async function rolesGivenBy(
  db: EntityManager,
  { officeId, userId }: { readonly officeId: string; readonly userId: string },
  day: CalendarDay,
): Promise<readonly RoleName[]> {
  const here = (await readRoles(db, userId, day)).filter((held) => held.collectiveId === officeId);
  if (here.some(({ role }) => role === 'county')) return GIVEN_BY.county;
  if (here.some(({ role }) => decidesForTownship(role))) return GIVEN_BY.township;
  throw new DomainError('access.otherCollective');
}

/** Whether an officer of the office above somebody's is there to say whose his account is. */
export async function isNameable(
  { db, tree }: { readonly db: EntityManager; readonly tree: RegionTree },
  userId: string,
  day: CalendarDay,
): Promise<boolean> {
  const user = await db.findOneBy(UserEntity, { id: userId });
  const [above] = user === null ? [] : await tree.listAncestorIds(user.officeId);
  if (above === undefined) return false;
  const there = rolesOn(await readGrants(db, { collectiveId: above }), day);
  return there.some(({ role }) => role === 'county' || decidesForTownship(role));
}
