import type { CalendarDay } from '../calendar/calendar-day';
import type { Standstill } from './asset-life';
import { DISPOSED, type Particulars, type ParticularsVersion, readParticulars } from './asset-particulars';

/**
 * What is known of an asset, its condition as its life in the books says it: what has left is disposed of,
 * whatever was noted last.
 */
export function conditionOf<Known extends Particulars>(
  known: Known,
  { leftOn }: { readonly leftOn?: CalendarDay | undefined },
): Known {
  return leftOn === undefined ? known : { ...known, condition: DISPOSED };
}

/**
 * What is known of an asset in force, its condition as the decision about it says: what stands still is idle
 * since that day, unless it is noted as damaged; what runs again is in use, unless somebody has noted
 * otherwise since. Undefined where nothing is known and nothing was decided. Product decision.
 */
export function knownBy(
  found: ParticularsVersion | undefined,
  { suspendedOn, resumedOn }: Standstill,
): ParticularsVersion | undefined {
  if (found?.condition === 'damaged' || found?.condition === DISPOSED) return found;
  const isIdle = found?.condition === 'idle';
  if (suspendedOn !== undefined)
    return isIdle ? found : { ...(found ?? NOTHING), condition: 'idle', validFrom: suspendedOn };
  if (resumedOn === undefined || !isIdle || found.validFrom >= resumedOn) return found;
  return { ...found, condition: 'inUse', validFrom: resumedOn };
}

/** Nothing is known: a version of no entry. */
const NOTHING: ParticularsVersion = {
  ...readParticulars(() => '', { today: '' }).particulars,
  ...{ version: 0, validFrom: '', why: '', enteredBy: '', enteredAt: '' },
};
