import type { Asset } from '../assets/asset';
import type { Indicator } from '../assets/asset-mark';
import { type AssetKnown, isKeptForOthers } from '../assets/asset-facts';
import type { HeldContract } from '../assets/contract-facts';
import { isTitledElsewhere } from '../assets/asset-classes';
import { isHolding } from '../assets/holdings';
import {
  addMonths,
  addMonthsTo,
  type CalendarDay,
  firstDayOf,
  type Month,
  monthOf,
  monthsBetween,
} from '../calendar/calendar-day';
import { lastDayOfQuarter, monthsOfQuarter, type Quarter } from '../calendar/quarter';
import { type Fen, sumFen } from '../money/fen';
import { compareRatios, ratio, readRatio } from '../money/ratio';
import type { Facts } from '../shared/domain-error';
import type { ColourBounds, Indicated, Standing } from './three-colours';

/** An asset in a quarter as the books and registers know it. */
export interface QuarterKnown {
  readonly known: AssetKnown;
  readonly quarter: Quarter;
  /** The quarter's last day, or today where the quarter still runs. */
  readonly asOf: CalendarDay;
  /** What is late on that day for this asset, by how many days the oldest. */
  readonly late: { readonly outstanding: Fen; readonly daysLate: number } | undefined;
  /** How many days after the day agreed the village leaves, within which nothing is late yet. */
  readonly grace: number;
  /** Up to which day its pool's surplus is distributed; undefined where it never was. */
  readonly splitTo: CalendarDay | undefined;
}

/**
 * The six indicators of an asset as far as books and registers know them, in their order. What they do not
 * know is said to be so, for the office to look at. Source: domain facts §5 (Huoqiu); what makes each of them
 * normal is this program's reading and unconfirmed.
 */
export function booksIndicate(at: QuarterKnown, bounds: ColourBounds): Indicated[] {
  return [
    businessOf(at),
    contractOf(at),
    rentOf(at),
    yieldOf(at, bounds),
    distributionOf(at, bounds),
    careOf(at),
  ];
}

const IN_QUARTER = { earned: 'earned', notWhole: 'quarterNotWhole', nothing: 'nothingEarned' };
const IN_YEAR = { earned: 'earnedInYear', notWhole: 'yearNotWhole', nothing: 'nothingInYear' };

function said(
  indicator: Indicator,
  standing: Standing,
  told: readonly [why: string, facts?: Facts],
): Indicated {
  const [why, facts = {}] = told;
  return { indicator, standing, why, facts };
}

/**
 * It runs where it earned in the quarter, or is under contract; not where it is noted idle or damaged. Of a
 * stake and of what lives twelve months count: they bring something once a year. Books that began later in
 * that time, or book its income elsewhere, do not know.
 */
function businessOf({ known, quarter, asOf }: QuarterKnown): Indicated {
  const of = 'business';
  const condition = known.particulars?.condition;
  if (condition === 'idle' || condition === 'damaged' || condition === 'disposed')
    return said(of, 'abnormal', ['noted', { condition }]);
  if (isKeptForOthers(known.asset)) return said(of, 'unknown', ['keptForOthers']);
  const { span, why } = businessSpan(known.asset, quarter);
  const earned = earnedIn(known, span);
  if (earned > 0n) return said(of, 'normal', [why.earned, { earned }]);
  const held = contractOn(known, asOf);
  if (held !== undefined) return said(of, 'normal', ['underContract', { contract: held.name }]);
  const first = firstDayOf(span[0] ?? monthOf(asOf));
  if (known.asset.acquiredOn > first || asOf < lastDayOfQuarter(quarter))
    return said(of, 'unknown', [why.notWhole]);
  if (known.booksFrom > first) return said(of, 'unknown', ['booksBeganLater', { day: known.booksFrom }]);
  return said(of, 'abnormal', [why.nothing]);
}

/** Under contract where somebody else runs it; nothing is to be signed where the village runs it itself. */
function contractOf({ known, asOf }: QuarterKnown): Indicated {
  const of = 'contract';
  const held = contractOn(known, asOf);
  if (held !== undefined) return said(of, 'normal', ['inForce', { contract: held.name, day: held.lastOn }]);
  const body = known.particulars?.operatingBody ?? '';
  if (body !== '' && body === known.organisation) return said(of, 'none', ['ownRun']);
  if (body !== '') return said(of, 'abnormal', ['runWithoutContract', { body }]);
  const ended = known.contracts
    .map(({ lastOn }) => lastOn)
    .sort()
    .at(-1);
  return ended === undefined
    ? said(of, 'unknown', ['operatorNotNoted'])
    : said(of, 'abnormal', ['contractEnded', { day: ended }]);
}

/**
 * Paid where a contract makes rent due and nothing is late on the day; a day late is late, but for the
 * days of grace the village settled. Source: FY 三(四)18.
 */
function rentOf({ known, asOf, late, grace }: QuarterKnown): Indicated {
  const of = 'rent';
  if (late !== undefined) {
    const facts = { outstanding: late.outstanding, days: late.daysLate, grace };
    return late.daysLate > grace
      ? said(of, 'abnormal', ['late', facts])
      : said(of, 'normal', ['inGrace', facts]);
  }
  return contractOn(known, asOf) === undefined
    ? said(of, 'none', ['nothingLet'])
    : said(of, 'normal', ['nothingLate']);
}

/** What twelve months to the end of the quarter brought, as a part of the cost; told by books of them all. */
function yieldOf({ known, quarter, asOf }: QuarterKnown, bounds: ColourBounds): Indicated {
  const of = 'yield';
  const { asset } = known;
  if (isKeptForOthers(asset)) return said(of, 'none', ['keptForOthers']);
  if (isTitledElsewhere(asset) || asset.cost <= 0n) return said(of, 'unknown', ['noCost']);
  const year = yearTo(quarter);
  const first = year[0] ?? monthOf(asOf);
  const isRunning = asOf < lastDayOfQuarter(quarter);
  if (isRunning || monthOf(asset.acquiredOn) > first) return said(of, 'unknown', ['notAYear']);
  if (known.booksFrom > firstDayOf(first))
    return said(of, 'unknown', ['booksBeganLater', { day: known.booksFrom }]);
  const brought = bounds.yieldOf === 'net' ? netIn(known, year) : earnedIn(known, year);
  const { yieldLeast: least } = bounds;
  const reached = compareRatios(ratio(brought, asset.cost), readRatio(least)) >= 0;
  const facts = { brought, cost: asset.cost, least, yieldOf: bounds.yieldOf };
  return said(of, reached ? 'normal' : 'abnormal', [reached ? 'yieldReached' : 'yieldBelow', facts]);
}

/** Distributed where the last settled distribution of its pool does not lie back too long. */
function distributionOf({ known, asOf, splitTo }: QuarterKnown, bounds: ColourBounds): Indicated {
  const of = 'distribution';
  if (isKeptForOthers(known.asset)) return said(of, 'none', ['keptForOthers']);
  const since = known.months.find(({ earned }) => earned > 0n)?.month;
  if (since === undefined) return said(of, 'none', ['nothingToSplit']);
  const months = bounds.splitWithinMonths;
  const from = addMonthsTo(asOf, -months);
  if (splitTo !== undefined)
    return said(of, splitTo >= from ? 'normal' : 'abnormal', [
      splitTo >= from ? 'split' : 'splitLongAgo',
      { day: splitTo, months },
    ]);
  return firstDayOf(since) >= from
    ? said(of, 'unknown', ['notSplitYet', { months }])
    : said(of, 'abnormal', ['neverSplit', { month: since, months }]);
}

/** Somebody is named who keeps it. */
function careOf({ known: { particulars } }: QuarterKnown): Indicated {
  if (particulars === undefined) return said('care', 'unknown', ['careNotNoted']);
  const { keepingBody: body, keeperPost: post } = particulars;
  return body === '' && post === ''
    ? said('care', 'abnormal', ['noKeeper'])
    : said('care', 'normal', ['keeper', { body: body === '' ? post : body }]);
}

function contractOn({ contracts }: AssetKnown, day: CalendarDay): HeldContract | undefined {
  return contracts.find(({ firstOn, lastOn }) => firstOn <= day && lastOn >= day);
}

/** The months in which it has to bring something, and how that is told. */
function businessSpan({ kind }: Pick<Asset, 'kind'>, quarter: Quarter) {
  return isHolding(kind)
    ? { span: yearTo(quarter), why: IN_YEAR }
    : { span: monthsOfQuarter(quarter), why: IN_QUARTER };
}

/** The twelve months to the end of a quarter. */
function yearTo(quarter: Quarter): Month[] {
  const last = monthOf(lastDayOfQuarter(quarter));
  return monthsBetween(addMonths(last, -11), last);
}

function earnedIn({ months }: AssetKnown, span: readonly string[]): Fen {
  return sumFen(months.filter(({ month }) => span.includes(month)).map(({ earned }) => earned));
}

function netIn(known: AssetKnown, span: readonly string[]): Fen {
  const own = known.months.filter(({ month }) => span.includes(month));
  return sumFen(own.map(({ earned, spent }) => earned - spent));
}
