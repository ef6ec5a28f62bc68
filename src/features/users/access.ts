import { type Actor, isOfTownship, type RoleName } from '../../platform/http/actor';

/** Who may use one route. */
export interface AccessLine {
  /** Everyone, everyone logged in, or holders of one of these roles. */
  readonly who: 'public' | 'signed-in' | readonly RoleName[];
  /**
   * `collective`: the role must reach the collective the address names as `:collectiveId`. `office`: it is
   * held in that very one; an office above does not do its work for it.
   */
  readonly scope?: 'collective' | 'office';
}

/** The collective an address names, with those above it. */
export interface Place {
  readonly collectiveId: string;
  readonly ancestorIds: readonly string[];
}

/** Why somebody may not enter: the code of the refusal. */
export type AccessRefusal = 'users.notLoggedIn' | 'access.otherRole' | 'access.otherCollective';

/**
 * Whether somebody may use a route. An accountant's role reaches the collective where it is held; that of a
 * township's or county's officer also what lies below it.
 * @param place where the line's scope is a collective; without one a role held anywhere is enough
 * @returns the code of the refusal, or undefined when the way is free
 */
export function accessRefusal(
  line: AccessLine,
  actor: Actor | undefined,
  place: Place | undefined,
): AccessRefusal | undefined {
  if (line.who === 'public') return undefined;
  if (actor === undefined) return 'users.notLoggedIn';
  if (line.who === 'signed-in') return undefined;
  const { who, scope } = line;
  const held = actor.roles.filter((each) => who.includes(each.role));
  if (held.length === 0) return 'access.otherRole';
  if (scope === undefined) return undefined;
  const reached = held.some(({ role, collectiveId }) =>
    scope === 'office'
      ? collectiveId === place?.collectiveId
      : place !== undefined && reaches(role, collectiveId, place),
  );
  return reached ? undefined : 'access.otherCollective';
}

/** Whether a role held somewhere reaches a place: there, or of an office also what lies below it. */
export function reaches(role: RoleName, heldAt: string, place: Place): boolean {
  if (heldAt === place.collectiveId) return true;
  return isOfficeRole(role) && place.ancestorIds.includes(heldAt);
}

/** Whether a role is held in an office above the villages, and reaches what lies below. */
function isOfficeRole(role: RoleName): boolean {
  return isOfTownship(role) || role === 'county' || role === 'auditor';
}
