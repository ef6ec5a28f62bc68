import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import type { AssetClass, AssetKind } from './asset-classes';
import { DEPARTURE_WAYS, type DepartureWay, isLeaving, type StandingEvent } from './asset-life';

/** How something that stands in no books leaves the register, as typed. */
export interface DepartureForm {
  readonly departureWay: string;
  readonly leftOn: string;
  readonly departureReason: string;
  /** The contract that ended, the decision, the list of what was handed over. */
  readonly paper: string;
  /** The bodies that decided, by their function. */
  readonly approvedBy: string;
}

/** How something left the register without a voucher. */
export interface Departure {
  readonly way: DepartureWay;
  readonly leftOn: CalendarDay;
  readonly reason: string;
  readonly paper: string;
  readonly approvedBy: string;
}

/** What a departure is held against. */
export interface DepartureFacts {
  readonly asset: {
    readonly name: string;
    readonly kind: AssetKind;
    readonly assetClass: AssetClass;
    readonly acquiredOn: CalendarDay;
  };
  readonly today: CalendarDay;
  /** What the books say of it: its cost and what it has lost, both above zero. */
  readonly books: { readonly cost: Fen; readonly accumulated: Fen };
  /** What happened to it and stands, in the order of its days. */
  readonly events: readonly StandingEvent[];
  /** The last day for which something it earned is booked. */
  readonly earnedUntil: CalendarDay | undefined;
}

/**
 * Reads how something without any value in the books leaves the register, or says everything that is wrong
 * with it. What stands in the books leaves by its disposal, which takes its cost out with a voucher; only
 * what was given to a household goes to one. It has earned nothing after its last day. Source: domain facts
 * §5.
 * @returns problems `form.*`, `calendar.notADay`, `departure.*`, `assetLife.left`, `assetLife.notYet`,
 *   `assetLife.beforeAsset`, `assetLife.laterExists`, `assetLife.earnedBeyond`, `form.privateNumber`
 */
export function readDeparture(
  form: DepartureForm,
  facts: DepartureFacts,
): { readonly departure: Departure; readonly problems: Problem[] } {
  const problems: Problem[] = standingProblems(facts);
  const way = DEPARTURE_WAYS.find((each) => each === form.departureWay);
  if (way === undefined)
    problems.push({ code: 'form.notAllowed', field: 'departureWay', value: form.departureWay });
  else if (way === 'toHousehold' && facts.asset.assetClass !== 'household')
    problems.push({ code: 'departure.notHousehold', field: 'departureWay', value: way });
  const leftOn = readDay({ field: 'leftOn', value: form.leftOn }, problems);
  if (leftOn !== undefined) problems.push(...dayProblems(leftOn, facts));
  const reason = form.departureReason.trim();
  const [paper, approvedBy] = [form.paper.trim(), form.approvedBy.trim()];
  const texts = { departureReason: reason, paper, approvedBy };
  for (const [field, text] of Object.entries(texts))
    if (text === '') problems.push({ code: 'form.missing', field });
  problems.push(...privateNumberProblems(texts));
  return {
    departure: { way: way ?? 'struckOff', leftOn: leftOn ?? facts.today, reason, paper, approvedBy },
    problems,
  };
}

/** It stands in the register, and nothing of it in the books. */
function standingProblems({ asset, books, events }: DepartureFacts): Problem[] {
  const left = events.find(({ kind }) => isLeaving(kind));
  if (left !== undefined) return [{ code: 'assetLife.left', field: '', facts: { day: left.happenedOn } }];
  if (books.cost === 0n && books.accumulated === 0n) return [];
  return [{ code: 'departure.inBooks', field: '', facts: { asset: asset.name, cost: books.cost } }];
}

function dayProblems(day: CalendarDay, facts: DepartureFacts): Problem[] {
  const { asset, today, events, earnedUntil } = facts;
  const [field, value] = ['leftOn', day];
  const last = events.at(-1)?.happenedOn;
  if (day > today) return [{ code: 'assetLife.notYet', field, value, facts: { today } }];
  if (day < asset.acquiredOn)
    return [{ code: 'assetLife.beforeAsset', field, value, facts: { acquired: asset.acquiredOn } }];
  if (last !== undefined && day < last)
    return [{ code: 'assetLife.laterExists', field, value, facts: { last } }];
  if (earnedUntil !== undefined && earnedUntil > day)
    return [{ code: 'assetLife.earnedBeyond', field, value, facts: { last: earnedUntil } }];
  return [];
}

/**
 * What is wrong with the reason why a departure does not hold. What happened meanwhile is not touched.
 * Codes `form.missing`, `form.privateNumber`.
 */
export function departureWithdrawalProblems(typed: string): Problem[] {
  const departureWithdrawn = typed.trim();
  const problems: Problem[] =
    departureWithdrawn === '' ? [{ code: 'form.missing', field: 'departureWithdrawn' }] : [];
  return [...problems, ...privateNumberProblems({ departureWithdrawn })];
}
