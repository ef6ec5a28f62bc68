import type { Asset } from '../assets/asset';
import type { AssetKind } from '../assets/asset-classes';
import { leaseGaps } from '../assets/lease-gaps';
import { addDays, type CalendarDay, daysInclusive } from '../calendar/calendar-day';

/** A policy that ends within so many days is renewed now, or the asset is not insured afterwards. */
export const RENEW_WITHIN_DAYS = 30;

/** An insurance with its days after every change. */
export interface Insurance {
  readonly contractId: string;
  readonly name: string;
  /** What is insured; undefined where it is no single asset. */
  readonly assetId: string | undefined;
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay | undefined;
}

/** An insurance that ends soon and that no other one follows. */
export interface EndingInsurance {
  readonly contractId: string;
  readonly name: string;
  readonly lastOn: CalendarDay;
  readonly inDays: number;
}

/** Days on which what was insured is not; without a last day where they still go on. */
export interface InsuranceGap {
  /** The insurance that came before, to be renewed. */
  readonly contractId: string;
  readonly name: string;
  readonly assetId: string | undefined;
  readonly from: CalendarDay;
  readonly to: CalendarDay | undefined;
}

/**
 * What burns, is blown away or stolen, and earns: a station, a building, a machine. Land, water, stakes, what
 * lives and what serves everybody are not asked about; a joint station its keeper insures. Product decision:
 * documents name insurance among necessary costs, none says for what or from which day.
 */
const INSURED_KINDS: readonly AssetKind[] = [
  'pvStation',
  'workshop',
  'coldStore',
  'plant',
  'market',
  'machinery',
];

/**
 * An asset that is usually insured and was not since it came: to the day it left, or the one before its first
 * insurance.
 */
export interface NeverInsured {
  readonly assetId: string;
  /** The first day of its first insurance, where one was kept. */
  readonly insuredFrom?: CalendarDay;
  readonly from: CalendarDay;
  readonly to: CalendarDay | undefined;
}

/**
 * The operating assets of the village's own title of kinds that are insured, of which no insurance was ever
 * kept, neither of the asset nor of all of its pool, or none of the days before its first one.
 * @param all every insurance, the pool of those of no single asset beside them
 */
export function neverInsured(
  assets: readonly Pick<
    Asset,
    'id' | 'kind' | 'assetClass' | 'titleLevel' | 'pool' | 'acquiredOn' | 'leftOn'
  >[],
  all: readonly { readonly assetId: string | null; readonly pool: string; readonly validFrom: CalendarDay }[],
  today: CalendarDay,
): NeverInsured[] {
  return assets.flatMap(({ id, kind, assetClass, titleLevel, pool, acquiredOn, leftOn }) => {
    const isAsked = INSURED_KINDS.includes(kind) && assetClass === 'operating' && titleLevel === 'village';
    const own = all.filter((each) => (each.assetId === null ? each.pool === pool : each.assetId === id));
    const insuredFrom = own.map(({ validFrom }) => validFrom).sort()[0];
    if (!isAsked || acquiredOn > today || (insuredFrom ?? OPEN) <= acquiredOn) return [];
    const left = leftOn !== undefined && leftOn <= today ? leftOn : undefined;
    const of = { assetId: id, from: acquiredOn };
    if (insuredFrom === undefined) return [{ ...of, to: left }];
    const last = addDays(insuredFrom, -1);
    return [{ ...of, insuredFrom, to: left !== undefined && left < last ? left : last }];
  });
}

/** What is open, for ever: later than any day of the books. */
const OPEN = '9999-12-31';

/**
 * The insurances that end within {@link RENEW_WITHIN_DAYS} and that no other one of the same follows. Of what
 * has left by then, or leaves before it ends, none is to be renewed.
 * @param leftOn the days on which assets left the books
 */
export function endingInsurances(
  all: readonly Insurance[],
  today: CalendarDay,
  leftOn: ReadonlyMap<string, CalendarDay>,
): EndingInsurance[] {
  return all.flatMap(({ contractId, name, assetId, firstOn, lastOn }) => {
    if (lastOn === undefined || lastOn < today || lastOn < firstOn) return [];
    const left = assetId === undefined ? undefined : leftOn.get(assetId);
    if (left !== undefined && (left <= today || left <= lastOn)) return [];
    const inDays = daysInclusive(today, lastOn) - 1;
    const next = addDays(lastOn, 1);
    const isFollowed = all.some(
      (other) => other.assetId === assetId && other.firstOn <= next && next <= (other.lastOn ?? OPEN),
    );
    return inDays > RENEW_WITHIN_DAYS || isFollowed ? [] : [{ contractId, name, lastOn, inDays }];
  });
}

/**
 * The days between the insurances of an asset, and those since the last one ended. What was never insured has
 * none here: {@link neverInsured} tells it. After an asset has left there is nothing to insure.
 * @param leftOn the days on which assets left the books
 */
export function insuranceGaps(
  all: readonly Insurance[],
  today: CalendarDay,
  leftOn: ReadonlyMap<string, CalendarDay>,
): InsuranceGap[] {
  return [...new Set(all.map(({ assetId }) => assetId))].flatMap((assetId) => {
    const own = all.filter((each) => each.assetId === assetId && each.firstOn <= (each.lastOn ?? OPEN));
    const left = assetId === undefined ? undefined : leftOn.get(assetId);
    const until = left !== undefined && left < today ? left : today;
    const spans = own.map(({ firstOn, lastOn = OPEN }) => ({ firstOn, lastOn }));
    return leaseGaps(spans, until).flatMap(({ from, to }) => {
      if (left !== undefined && from > left) return [];
      const before = own.filter(({ lastOn = OPEN }) => lastOn < from).at(-1);
      if (before === undefined) return [];
      const { contractId, name } = before;
      const last = to === undefined && left !== undefined ? left : to;
      return [{ contractId, name, assetId, from, to: last }];
    });
  });
}
