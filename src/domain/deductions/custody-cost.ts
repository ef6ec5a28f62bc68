import type { Custody } from '../assets/custody';
import {
  bearerChangesOn,
  bearerOn,
  type CostKind,
  type Days,
  type SaidBearer,
  saidOfKind,
} from '../assets/custody-bearers';
import type { CalendarDay } from '../calendar/calendar-day';
import { type OwnersMove, leastOwed } from '../income/custody-parts';
import type { Chart } from '../ledger/chart';
import type { Posting } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { readRatio, timesRatio } from '../money/ratio';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import { costRefundPostings, type RefundedCost } from './cost-refund';

// Costs of an asset that the village keeps for another. The bill is the village's: its pool deducts all of
// it. Where the agreement says so, what of it is the owner's is kept back from what came for him, as far as
// something did, and makes less of what the pool deducted; or he pays it himself, before the bill is paid,
// too. Nothing is claimed of him: what he waits for pays it, sooner or later. No document; not confirmed.

/** A cost with what was not given back of it by who was paid. */
export interface KeptCost {
  readonly id: string;
  readonly kind: CostKind;
  readonly postedOn: CalendarDay;
  readonly amount: Fen;
  /** The days it is for; that on which it was booked where it names none. */
  readonly days: Days;
  /** The day on which the last of it was paid; undefined where something is still owed. */
  readonly paidOn: CalendarDay | undefined;
  /** It is a share of what the pool received, which is the village's part alone. */
  readonly isOfReceipts: boolean;
}

/**
 * How a cost stands under an agreement: `village` all of it is the village's, `crosses` some of its days are
 * outside, `changes` another one bears it on a later day, `unpaid` somebody still waits for it, `borne` the
 * owner has a part of it.
 */
export type CostCase = 'village' | 'crosses' | 'changes' | 'unpaid' | 'borne';

/** Undefined where none of the days of a cost is of the agreement. */
export function costCase(
  { kind, days, isOfReceipts, paidOn }: KeptCost,
  { firstOn, lastOn, costBearers }: Pick<Custody, 'firstOn' | 'lastOn' | 'costBearers'>,
): { readonly is: CostCase; readonly said?: SaidBearer } | undefined {
  if (days.to < firstOn || days.from > lastOn || lastOn < firstOn) return undefined;
  if (isOfReceipts) return { is: 'village' };
  const own = saidOfKind(costBearers, kind);
  const said = bearerOn(own, days.from);
  const isChanged = bearerChangesOn(own, days) !== undefined;
  if (!isChanged && (said === undefined || said.bearer === 'village')) return { is: 'village' };
  if (days.from < firstOn || days.to > lastOn) return { is: 'crosses' };
  if (isChanged || said === undefined) return { is: 'changes' };
  return { is: paidOn === undefined ? 'unpaid' : 'borne', said };
}

/** A cost and who bears it: the owner, or both by their shares. */
export interface BorneCost {
  readonly amount: Fen;
  readonly bearer: SaidBearer['bearer'];
}

/** The same with what of it is the owner's. */
export interface SplitCost extends BorneCost {
  readonly part: Fen;
}

/**
 * The owner's part of a cost, by the running total of all that stands split under the agreement, rounded half
 * up once; of a cost that he bears all of it. Never below nothing and never above the cost.
 */
export function ownersCost(share: string, standing: readonly SplitCost[], cost: BorneCost): Fen {
  const all = [...standing, cost];
  const borneBy = (bearer: string): Fen =>
    sumFen(all.filter((each) => each.bearer === bearer).map(({ amount }) => amount));
  const whole = borneBy('owner') + timesRatio(borneBy('share'), readRatio(share));
  const part = whole - sumFen(standing.map((each) => each.part));
  return part < 0n ? 0n : part > cost.amount ? cost.amount : part;
}

/**
 * The owner's part of a cost is kept back from what came for him: Dr payable, to him, / Cr operating expense
 * (2023: 211 / 511); of an earlier year's cost Cr the undistributed surplus (322), as what comes back of it.
 */
export function custodyCostPostings(
  { owner, ...cost }: RefundedCost & { readonly owner: string },
  on: CalendarDay,
  chart: Chart,
): Posting[] {
  const { pool, amount } = cost;
  const [, lessSpent] = costRefundPostings(cost, on, chart);
  const owed = { pool, amount, counterparty: owner, ledgerAccount: chart.roles.payable } as const;
  return [{ ...owed, side: 'debit' }, ...(lessSpent === undefined ? [] : [lessSpent])];
}

/** How an owner bears his part: out of what came for him, or paying it himself, to the bank or in cash. */
export const BORNE_BY = ['keptBack', 'owner', 'ownerCash'] as const;
export type BorneBy = (typeof BORNE_BY)[number];

/** What a person types when an owner's part of a cost is kept back, or he pays it. */
export interface CustodyCostForm {
  /** One of {@link BORNE_BY}; kept back where it is blank. */
  readonly borneBy: string;
  readonly borneCost: string;
  readonly keptBackOn: string;
  readonly keptBackAmount: string;
}

/** A cost under an agreement with what of the owner's part was not kept back yet; fen. */
export interface OpenCustodyCost extends Pick<KeptCost, 'postedOn' | 'paidOn'> {
  readonly open: Fen;
}

/**
 * Reads what is kept back, or says everything that is wrong with it: no more than his part, and, where he
 * does not pay himself, than what had come for him on that day and every later one, and not before the bill
 * was paid. What he brings himself may come as soon as the bill is booked: often it pays the bill. Codes
 * `custody.aboveCost`, `custody.costAboveOwed`, `custody.beforeCost`, `custody.beforeBill`,
 * `custody.costUnpaid`, `money.*`, `form.notAllowed`, `calendar.notADay`.
 */
export function readCustodyCost(
  form: CustodyCostForm,
  { postedOn, paidOn, open }: OpenCustodyCost,
  moves: readonly OwnersMove[],
): { kept: { keptOn: CalendarDay; amount: Fen; by: BorneBy }; problems: Problem[] } {
  const problems: Problem[] = [];
  const by = readBorneBy(form.borneBy, problems);
  const keptOn = readDay({ field: 'keptBackOn', value: form.keptBackOn }, problems);
  problems.push(...timeProblems({ keptOn, isKept: by === 'keptBack' }, { postedOn, paidOn }));
  const field = 'keptBackAmount';
  const amount = readAmount({ field, value: form.keptBackAmount }, 'aboveZero', problems);
  if (amount !== undefined && amount > open)
    problems.push({ code: 'custody.aboveCost', field, facts: { open } });
  if (amount !== undefined && keptOn !== undefined && by === 'keptBack') {
    const most = leastOwed(moves, keptOn);
    if (amount > most) problems.push({ code: 'custody.costAboveOwed', field, facts: { most } });
  }
  return { kept: { keptOn: keptOn ?? '', amount: amount ?? 0n, by }, problems };
}

/** What is kept back waits for the bill to be paid; what he brings waits for the bill. */
function timeProblems(
  { keptOn, isKept }: { readonly keptOn: CalendarDay | undefined; readonly isKept: boolean },
  { postedOn, paidOn }: Pick<OpenCustodyCost, 'postedOn' | 'paidOn'>,
): Problem[] {
  if (isKept && paidOn === undefined) return [{ code: 'custody.costUnpaid', field: 'borneBy' }];
  const earliest = isKept && paidOn !== undefined && paidOn > postedOn ? paidOn : postedOn;
  if (keptOn === undefined || keptOn >= earliest) return [];
  const code = isKept ? 'custody.beforeCost' : 'custody.beforeBill';
  return [{ code, field: 'keptBackOn', value: keptOn, facts: { earliest } }];
}

function readBorneBy(value: string, problems: Problem[]): BorneBy {
  const by = BORNE_BY.find((each) => each === value);
  if (by === undefined && value !== '') problems.push({ code: 'form.notAllowed', field: 'borneBy', value });
  return by ?? 'keptBack';
}
