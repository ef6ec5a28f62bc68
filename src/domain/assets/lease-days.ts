import type { CalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';

/**
 * Days after the asset has left, or on which it stands still: nobody leases it then. Codes
 * `lease.afterAsset`, `lease.suspended`.
 */
export function leftProblems(
  lastOn: CalendarDay,
  {
    leftOn,
    suspendedOn,
  }: { readonly leftOn?: CalendarDay | undefined; readonly suspendedOn?: CalendarDay | undefined },
  field: string,
): Problem[] {
  if (suspendedOn !== undefined && lastOn > suspendedOn)
    return [{ code: 'lease.suspended', field, value: lastOn, facts: { since: suspendedOn } }];
  if (leftOn === undefined || lastOn <= leftOn) return [];
  return [{ code: 'lease.afterAsset', field, value: lastOn, facts: { leftOn } }];
}
