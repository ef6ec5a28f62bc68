import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import type { RoleName } from '../../platform/http/actor';
import { readRoles } from './role-grants';

/** What an office of each kind makes people of the offices and villages right below it. */
const GIVEN_BY: Readonly<Record<'township' | 'county', readonly RoleName[]>> = {
  township: ['accountant', 'cashier'],
  county: ['township', 'accountant', 'cashier'],
};

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
  const office = (['county', 'township'] as const).find((each) => here.some(({ role }) => role === each));
  if (office === undefined) throw new DomainError('access.otherCollective');
  return GIVEN_BY[office];
}
