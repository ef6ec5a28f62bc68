import {
  addDays,
  type CalendarDay,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
} from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import type { AssetKind } from './asset-classes';
import type { AssetUse, DepreciationTerms } from './depreciation';
import { isHolding } from './holdings';

/** What changes the value of an asset that stays. */
export const CHANGE_KINDS = ['improvement', 'impairment'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * How an asset leaves the books: auctioned, sold, lost to damage, scrapped; handed over to another body for
 * nothing; put into a firm or co-operative for a stake. 转产 and 报停 leave it where it is and are turns.
 * Source: domain facts §5, ways of 国办函〔2021〕51号.
 */
export const LEAVING_WAYS = ['auction', 'sale', 'damage', 'scrap', 'handOver', 'contribution'] as const;
export type LeavingWay = (typeof LEAVING_WAYS)[number];

/** Why it leaves. Source: domain facts §5. */
export const LEAVING_GROUNDS = [
  'disaster',
  'planning',
  'endOfLife',
  'poorReturn',
  'agreementEnded',
  'replaced',
  'other',
] as const;
export type LeavingGround = (typeof LEAVING_GROUNDS)[number];

/** What happens to an asset by a voucher. */
export type LifeKind = ChangeKind | LeavingWay;

/**
 * How something leaves the register that stands in no books: the right to land or water ended, or was taken
 * back; it went to a household as its own; it is no longer there or of no use; it was entered twice, or never
 * was. Source: domain facts §5; the words are a product decision.
 */
export const DEPARTURE_WAYS = ['rightEnded', 'takenBack', 'toHousehold', 'struckOff', 'wrongEntry'] as const;
export type DepartureWay = (typeof DEPARTURE_WAYS)[number];

/** How an asset leaves the register, by a voucher or without one. */
export type ExitWay = LeavingWay | DepartureWay;

/** What is decided about an asset that stays: another use (转产), a standstill (报停), and its end. */
export const TURN_WAYS = ['convert', 'suspend', 'resume'] as const;
export type TurnWay = (typeof TURN_WAYS)[number];

/** What may have happened to an asset: also that its part of a kept station grew or shrank. */
export type StandingKind = ChangeKind | ExitWay | TurnWay | 'shareTransfer';

/** Whether this takes the asset out of the register. */
export function isLeaving(kind: StandingKind): kind is ExitWay {
  return isWithoutVoucher(kind) || LEAVING_WAYS.some((way) => way === kind);
}

/** Whether it left without a voucher, because nothing of it stood in the books. */
export function isWithoutVoucher(kind: StandingKind): kind is DepartureWay {
  return DEPARTURE_WAYS.some((way) => way === kind);
}

/** Whether money may come in for it and be spent on it. */
export function isDisposal(way: LeavingWay): boolean {
  return way !== 'handOver' && way !== 'contribution';
}

function isHeld(kind: AssetKind | undefined): boolean {
  return kind !== undefined && isHolding(kind);
}

/** Something that happened to an asset and stands, with a voucher or without. */
export interface StandingEvent {
  /** Its own, in the order of entry; none of what is told by something else. */
  readonly id?: string;
  readonly kind: StandingKind;
  readonly happenedOn: CalendarDay;
  /** Of a change of value. */
  readonly amount?: Fen;
  readonly paper?: string;
}

/** That an asset stands still by decision (报停) since a day, or runs again since; neither if it never did. */
export interface Standstill {
  /** Every standstill there was; absent if it never stood still. */
  readonly still?: readonly StillDays[] | undefined;
  readonly suspendedOn?: CalendarDay | undefined;
  readonly resumedOn?: CalendarDay | undefined;
}

/** Days on which an asset stands still, both included; the last one is undefined as long as it does. */
export interface StillDays {
  readonly from: CalendarDay;
  readonly to: CalendarDay | undefined;
}

/**
 * Every standstill of an asset, by what happened to it in the order of its days: it stands still from the day
 * of the decision on, and runs again on the day on which that ends; on one and the same day it never did.
 */
export function stillDaysOf(events: readonly Pick<StandingEvent, 'kind' | 'happenedOn'>[]): StillDays[] {
  const all: StillDays[] = [];
  let from: CalendarDay | undefined;
  for (const { kind, happenedOn } of events) {
    if (kind === 'suspend') from ??= happenedOn;
    if (kind !== 'resume' || from === undefined) continue;
    if (from < happenedOn) all.push({ from, to: addDays(happenedOn, -1) });
    from = undefined;
  }
  return from === undefined ? all : [...all, { from, to: undefined }];
}

/** Whether it stands still on some day of a month. */
export function isStillIn(month: Month, still: readonly StillDays[] = []): boolean {
  return still.some(({ from, to }) => monthOf(from) <= month && (to === undefined || monthOf(to) >= month));
}

/** Whether it stands still from a month's first day to its last. */
export function isStillAllMonth(month: Month, still: readonly StillDays[] = []): boolean {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  return still.some(({ from, to }) => from <= first && (to === undefined || to >= last));
}

/** Whether an asset stands still, by what happened to it in the order of its days. */
export function standstillOf(events: readonly Pick<StandingEvent, 'kind' | 'happenedOn'>[]): Standstill {
  const last = events.findLast(({ kind }) => kind === 'suspend' || kind === 'resume');
  if (last === undefined) return {};
  return last.kind === 'suspend' ? { suspendedOn: last.happenedOn } : { resumedOn: last.happenedOn };
}

/** What an event is held against. */
export interface LifeFacts {
  readonly asset: { readonly name: string; readonly acquiredOn: CalendarDay; readonly kind?: AssetKind };
  readonly today: CalendarDay;
  /** What the books say of it: its cost and what it has lost, both above zero. */
  readonly books: { readonly cost: Fen; readonly accumulated: Fen };
  /** The same on the day of the event, where that is one; later vouchers may have changed it. */
  readonly booksOfDay?: { readonly cost: Fen; readonly accumulated: Fen } | undefined;
  readonly terms: readonly DepreciationTerms[];
  /** Which expense bears what it loses now; undefined where it has no terms. */
  readonly use?: AssetUse | undefined;
  /** The last month booked for it, all that are, and the first that should be and is not. */
  readonly lastBooked?: Month | undefined;
  readonly booked?: ReadonlySet<Month> | undefined;
  readonly firstDue?: Month | undefined;
  /** Who may dispose of it on that day, where it is not the village. */
  readonly disposalBy?: string | undefined;
  /** What stands, in the order of its days. */
  readonly events: readonly StandingEvent[];
  /** The last month for which the asset has earned something. */
  readonly lastEarned?: Month | undefined;
  /** The last day for which rent or other income of it is booked. */
  readonly earnedUntil?: CalendarDay | undefined;
}

/**
 * Reads the day of an event: the asset is there and in the books of that day, and nothing came later. Codes
 * `calendar.notADay`, `assetLife.notYet`, `assetLife.beforeAsset`, `assetLife.left`, `assetLife.laterExists`,
 * `assetLife.costLater`, `assetLife.notHeld`, `depreciation.notInBooks`.
 */
export function readMoment(typed: string, facts: LifeFacts, problems: Problem[]): CalendarDay | undefined {
  const field = 'happenedOn';
  const { asset, books, booksOfDay = books, events, today } = facts;
  const left = events.find(({ kind }) => isLeaving(kind));
  if (left !== undefined)
    problems.push({ code: 'assetLife.left', field: '', facts: { day: left.happenedOn } });
  else if (books.cost === 0n) {
    const code = isHeld(asset.kind) ? 'assetLife.notHeld' : 'depreciation.notInBooks';
    problems.push({ code, field: '', facts: { asset: asset.name } });
  }
  const day = readDay({ field, value: typed }, problems);
  if (day === undefined) return undefined;
  const last = events.at(-1)?.happenedOn;
  if (day > today) problems.push({ code: 'assetLife.notYet', field, value: day, facts: { today } });
  else if (day < asset.acquiredOn) {
    problems.push({
      code: 'assetLife.beforeAsset',
      field,
      value: day,
      facts: { acquired: asset.acquiredOn },
    });
  } else if (last !== undefined && day < last) {
    problems.push({ code: 'assetLife.laterExists', field, value: day, facts: { last } });
  } else if (books.cost > 0n && booksOfDay.cost !== books.cost) {
    // What is dated back meets the books of its day: what came later would hang in the air.
    const found = { then: booksOfDay.cost, now: books.cost };
    problems.push({ code: 'assetLife.costLater', field, value: day, facts: found });
  }
  return day;
}
