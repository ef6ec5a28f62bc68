import type { CalendarDay } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';
import type { PolicyPack } from './pack';

/**
 * The pack in force on a day for a place: the nearest region's, as a whole, never merged with one further
 * away.
 * @param regionPath region codes of the place, nearest first: county, city, province (`341204`, `341200`,
 * `340000`)
 * @returns undefined when no region of the path has a pack in force on that day
 * @throws DomainError `policy.twoPacksInForce` when the nearest region with a pack has more than one on
 *   that day Source: product decision "Policy packs": one plan, one pack, by the day of the village body's
 *   decision.
 */
export function choosePack<T extends { readonly pack: PolicyPack }>(
  packs: readonly T[],
  regionPath: readonly string[],
  day: CalendarDay,
): T | undefined {
  for (const region of regionPath) {
    const inForce = packs.filter(({ pack }) => pack.region.code === region && isInForce(pack, day));
    if (inForce.length > 1) {
      const ids = inForce.map(({ pack }) => pack.id).sort();
      throw new DomainError('policy.twoPacksInForce', { region, day, packs: ids });
    }
    if (inForce[0] !== undefined) return inForce[0];
  }
  return undefined;
}

/**
 * Refuses real books a pack whose text nobody has seen: it may teach and be tried out, but nobody is paid by
 * a paraphrase.
 * @throws DomainError `policy.textNotSeen`
 */
export function requireSeenText({ id, source }: PolicyPack, books: { readonly areReal: boolean }): void {
  if (books.areReal && source.kind === 'second_hand')
    throw new DomainError('policy.textNotSeen', { pack: id, title: source.title });
}

/** Whether a pack is in force on a day; its first and last day count. */
export function isInForce({ valid }: PolicyPack, day: CalendarDay): boolean {
  return valid.from <= day && (valid.to === undefined || day <= valid.to);
}
