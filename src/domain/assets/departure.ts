import { addDays, type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { isShared } from './asset';
import { type AssetStanding, mayHaveNoCost } from './asset-classes';
import type { Condition } from './asset-particulars';
import { disposalProblems } from './rights-elsewhere';
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

/** A contract over what leaves, and what of its deposit is still there. */
export interface DepartingLease {
  readonly number: string;
  readonly tenant: string;
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay;
  readonly deposit: Fen;
}

/** What a departure is held against. */
export interface DepartureFacts {
  readonly asset: AssetStanding & {
    readonly name: string;
    readonly cost: Fen;
    readonly acquiredOn: CalendarDay;
  };
  readonly today: CalendarDay;
  /** What the books say of it: its cost and what it has lost, both above zero. */
  readonly books: { readonly cost: Fen; readonly accumulated: Fen };
  /** Whether the chart has an account for it; that of 2004 keeps nothing that lives. */
  readonly isKeptByChart: boolean;
  /** Who may dispose of it on its last day, where it is not the village. */
  readonly disposalBy?: string | undefined;
  /** How it is used on its last day; undefined where nobody has said it. */
  readonly condition: string | undefined;
  /** What the books still await from or owe for its electricity, under its own name. */
  readonly unsettled: Fen;
  /** The last month of generation of which a slip stands. */
  readonly settledUntil: Month | undefined;
  /** The contracts over it; one that never came into force ends before its first day. */
  readonly leases: readonly DepartingLease[];
  /** What happened to it and stands, in the order of its days. */
  readonly events: readonly StandingEvent[];
  /** The last day for which something it earned is booked. */
  readonly earnedUntil: CalendarDay | undefined;
}

/**
 * Reads how something without any value in the books leaves the register, or says everything that is wrong
 * with it. What stands in the books leaves by its disposal, which takes its cost out with a voucher; only
 * what was given to a household goes to one. What the village paid for is brought into the books first. A
 * station of several owners stands still and is settled; nobody leases what is not there, and no deposit of
 * it is left. It has earned nothing after its last day. Source: domain facts §5.
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
  else if (!departureWaysOf(facts.asset).includes(way))
    problems.push({ code: 'departure.notOfKind', field: 'departureWay', value: way });
  // What was entered twice has a cost that no books will ever have.
  if (way !== 'wrongEntry') problems.push(...notInBooksProblems(facts));
  const leftOn = readDay({ field: 'leftOn', value: form.leftOn }, problems);
  if (leftOn !== undefined)
    problems.push(...dayProblems(leftOn, facts), ...stationProblems(leftOn, way, facts));
  if (leftOn !== undefined) problems.push(...facts.leases.flatMap((each) => leaseProblems(leftOn, each)));
  const reason = form.departureReason.trim();
  const [paper, approvedBy] = [form.paper.trim(), form.approvedBy.trim()];
  const texts = { departureReason: reason, paper, approvedBy };
  for (const [field, text] of Object.entries(texts))
    if (text === '') problems.push({ code: 'form.missing', field });
  problems.push(...privateNumberProblems(texts));
  // What was entered twice, or never was, is nobody's to dispose of.
  if (way !== 'wrongEntry') problems.push(...disposalProblems(approvedBy, facts.disposalBy));
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

/**
 * The ways by which something of this kind may leave: the right to a stake does not end, and nobody takes it
 * back; what lives is not held by a right. Product decision.
 */
export function departureWaysOf({
  kind,
  assetClass,
}: Pick<AssetStanding, 'kind' | 'assetClass'>): DepartureWay[] {
  return DEPARTURE_WAYS.filter((way) => {
    if (way === 'rightEnded') return kind !== 'equity' && kind !== 'biological';
    if (way === 'takenBack') return kind !== 'equity';
    return way !== 'toHousehold' || assetClass === 'household';
  });
}

/** What the village itself paid for leaves by its disposal, and for that stands in the books first. */
function notInBooksProblems({ asset, books, events, isKeptByChart }: DepartureFacts): Problem[] {
  if (asset.cost === 0n || books.cost !== 0n || books.accumulated !== 0n || !isKeptByChart) return [];
  if (events.some(({ kind }) => isLeaving(kind))) return [];
  // What is kept for its owners stands in their books, and what is a household's in nobody's.
  const isElsewhere = asset.titleLevel !== 'village' || asset.kind === 'keptPvStation';
  if (isElsewhere || mayHaveNoCost(asset)) return [];
  return [{ code: 'departure.notInBooks', field: '', facts: { asset: asset.name, cost: asset.cost } }];
}

const STANDS_STILL: readonly Condition[] = ['idle', 'damaged'];

/**
 * A station that is shared by a table runs until somebody says that it stands still; then it is settled. One
 * that was entered by mistake and has no slip never ran.
 */
function stationProblems(day: CalendarDay, way: DepartureWay | undefined, facts: DepartureFacts): Problem[] {
  const { asset, condition, unsettled, settledUntil } = facts;
  const problems: Problem[] = [];
  if (settledUntil !== undefined && settledUntil > monthOf(day))
    problems.push({
      ...{ code: 'departure.settledLater', field: 'leftOn', value: day },
      facts: { month: settledUntil },
    });
  if (!isShared(asset.kind)) return problems;
  const neverRan = way === 'wrongEntry' && settledUntil === undefined;
  if (!neverRan && !STANDS_STILL.some((each) => each === condition))
    problems.push({ code: 'departure.runs', field: '', facts: { asset: asset.name, day } });
  if (unsettled !== 0n)
    problems.push({
      code: 'departure.unsettled',
      field: '',
      facts: { asset: asset.name, amount: unsettled },
    });
  return problems;
}

/** A contract reaches no day after the last one, and its deposit goes back, or is kept, before. */
function leaseProblems(day: CalendarDay, lease: DepartingLease): Problem[] {
  const { number, tenant, firstOn, lastOn, deposit } = lease;
  const about = { field: 'leftOn', value: day };
  if (firstOn > day && firstOn <= lastOn)
    return [
      {
        ...about,
        code: 'departure.leasedLater',
        facts: { number, tenant, firstOn, end: addDays(firstOn, -1) },
      },
    ];
  if (lastOn > day && firstOn <= day)
    return [{ ...about, code: 'departure.leased', facts: { number, tenant, lastOn } }];
  return deposit === 0n ? [] : [{ ...about, code: 'departure.deposit', facts: { number, tenant, deposit } }];
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
