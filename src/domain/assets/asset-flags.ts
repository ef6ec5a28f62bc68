import { addMonths, type CalendarDay, firstDayOf, monthOf, monthsBetween } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { compareRatios, ratio, readRatio } from '../money/ratio';
import { IDLE_DAYS, isIdleBound } from '../policy/idle-days';
import type { LocalNumbers } from '../policy/pack';
import { isEarning, isTitledElsewhere } from './asset-classes';
import { type AssetKnown, idleDays, isKeptForOthers } from './asset-facts';
import type { AssetMonth } from './asset-months';

/** What may be wrong with an asset that should earn. Source: KZ 二(五)3, 农规发〔2024〕26号. */
export const FLAGS = ['idle', 'lowYield', 'loss'] as const;
export type FlagKind = (typeof FLAGS)[number];

/** One thing that is wrong, with the figures that say so. */
export interface AssetFlag {
  readonly kind: FlagKind;
  /** Somebody noted it by hand, whatever the figures say. */
  readonly isNoted: boolean;
  /**
   * Days it has stood idle; of the others what it brought in twelve months less what it cost, wear among it.
   */
  readonly days?: number;
  readonly net?: Fen;
}

/** Its income is other people's, or the books tell of less than the twelve months before. */
export type Untold = 'keptForOthers' | { readonly booksFrom: CalendarDay };

/** How an asset stands, with what cannot be told of it. */
export interface FlaggedAsset {
  readonly flags: readonly AssetFlag[];
  readonly idleDays: number;
  /** Over the twelve full months before; undefined where asset or books have not been there so long. */
  readonly net: Fen | undefined;
  /** Why the books cannot tell all of it; absent where they can. */
  readonly untold?: Untold;
  /** Numbers nobody has given, without which a flag cannot be told: `idle.days`, `low_yield.share`. */
  readonly openNumbers: readonly string[];
}

/**
 * By these ids packs leave open how many days make an idle asset, and what part of its cost is too little.
 */
export const FLAG_NUMBERS = { idle: IDLE_DAYS, lowYield: 'low_yield.share' } as const;

/**
 * Idle where it has stood so many days as the county or village settled, low in yield where its net of twelve
 * months is below the settled part of its cost, loss-making where that net is below nothing; none of it for
 * what need not earn or earns for others, and a stake is never idle: nothing of it can stand empty. A number
 * nobody has settled raises no flag; what was noted by hand does.
 * @param numbers the settled numbers, by id
 */
export function flagsOf(known: AssetKnown, day: CalendarDay, numbers: LocalNumbers): FlaggedAsset {
  const { asset } = known;
  const nothing = { flags: [], idleDays: 0, net: undefined, openNumbers: [] };
  if (!isEarning(asset)) return nothing;
  if (isKeptForOthers(asset)) return { ...nothing, flags: notedFlags(known), untold: 'keptForOthers' };
  const told = ownFlags(known, day, numbers);
  return isBeforeBooks(known, day) ? { ...told, untold: { booksFrom: known.booksFrom } } : told;
}

/** What the own books say of an asset that should earn. */
function ownFlags(known: AssetKnown, day: CalendarDay, numbers: LocalNumbers): FlaggedAsset {
  const { asset, particulars } = known;
  const [days, net] = [canStandEmpty(asset) ? idleDays(known, day) : 0, netOfTwelve(known, day)];
  const [idleFrom, leastShare] = [idleBound(numbers), numbers[FLAG_NUMBERS.lowYield]];
  const noted = particulars?.condition;
  const isLow = leastShare !== undefined && net !== undefined && isBelow(net, asset.cost, leastShare);
  const flags: readonly (AssetFlag | false)[] = [
    isIdle(known, days, idleFrom) && { kind: 'idle', isNoted: noted === 'idle', days },
    net !== undefined && net < 0n && { kind: 'loss', isNoted: false, net },
    (isLow || noted === 'lowYield') && {
      ...{ kind: 'lowYield', isNoted: noted === 'lowYield' },
      ...(net === undefined ? {} : { net }),
    },
  ];
  return {
    flags: flags.filter((flag): flag is AssetFlag => flag !== false),
    ...{ idleDays: days, net },
    openNumbers: [
      ...(canStandEmpty(asset) && idleFrom === undefined ? [FLAG_NUMBERS.idle] : []),
      ...(leastShare === undefined ? [FLAG_NUMBERS.lowYield] : []),
    ],
  };
}

/** What somebody noted by hand of an asset whose figures stand in other books. */
function notedFlags({ particulars }: AssetKnown): AssetFlag[] {
  return FLAGS.filter((kind) => kind === particulars?.condition).map((kind) => ({ kind, isNoted: true }));
}

/** Whether the books began within the twelve full months before a day. */
function isBeforeBooks({ booksFrom }: AssetKnown, day: CalendarDay): boolean {
  return booksFrom > firstDayOf(addMonths(monthOf(day), -12));
}

/** A stake in an enterprise cannot: it brings something or it does not. */
function canStandEmpty({ kind }: AssetKnown['asset']): boolean {
  return kind !== 'equity';
}

/** So long as was settled, or noted by hand. */
function isIdle({ asset, particulars }: AssetKnown, days: number, from: string | undefined): boolean {
  if (!canStandEmpty(asset)) return false;
  const isLong = from !== undefined && compareRatios(ratio(BigInt(days), 1n), readRatio(from)) >= 0;
  return isLong || particulars?.condition === 'idle';
}

function idleBound(numbers: LocalNumbers): string | undefined {
  const days = numbers[FLAG_NUMBERS.idle];
  return days !== undefined && isIdleBound(days) ? days : undefined;
}

/** A title elsewhere leaves no cost here, and so no part of it. */
function isBelow(net: Fen, cost: Fen, share: string): boolean {
  if (cost <= 0n) return false;
  return compareRatios(ratio(net, cost), readRatio(share)) < 0;
}

/** What it brought in the twelve full months before a day less what it cost. @see twelveMonths */
export function netOfTwelve(known: AssetKnown, day: CalendarDay): Fen | undefined {
  const months = twelveMonths(known, day);
  return months === undefined ? undefined : sumFen(months.map(({ earned, spent }) => earned - spent));
}

/**
 * What it brought and cost in each of the twelve full months before a day in which anything was booked; of
 * what was there all the time, and books that tell of all of it.
 */
export function twelveMonths(known: AssetKnown, day: CalendarDay): AssetMonth[] | undefined {
  const { asset, months } = known;
  const last = addMonths(monthOf(day), -1);
  const first = addMonths(last, -11);
  const span = new Set(monthsBetween(first, last));
  if (monthOf(asset.acquiredOn) > first || isBeforeBooks(known, day)) return undefined;
  if (isTitledElsewhere(asset)) return undefined;
  return months.filter(({ month }) => span.has(month));
}
