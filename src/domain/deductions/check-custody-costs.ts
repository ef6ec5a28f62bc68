import { bearerOn, type CostKind, type SaidBearer, saidOfKind } from '../assets/custody-bearers';
import type { CalendarDay } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import { type Fen, sumFen } from '../money/fen';
import { ownersCost, type SplitCost } from './custody-cost';

/** Where an entry stands in the chain, and where its reversal does. */
export interface Placed {
  readonly at: number;
  readonly goneAt: number | undefined;
}

/** What was kept back from an owner of his part of a cost, as its row says. */
export interface KeptBack extends Placed {
  readonly id: string;
  readonly custodyId: string;
  readonly deductionId: string;
  readonly bearerId: string;
  /** The kind of the cost; null in a row of before. */
  readonly costKind: CostKind | null;
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay;
  readonly keptOn: CalendarDay;
  readonly amount: Fen;
  readonly part: Fen;
  readonly kept: Fen;
  readonly entryId: string;
}

/** What came back of a cost. */
export interface CameBackAt extends Placed {
  readonly id: string;
  readonly deductionId: string;
  readonly refundedOn: CalendarDay;
  readonly amount: Fen;
  readonly entryId: string;
}

/** A cost as it was booked. */
export interface BookedKeptCost {
  readonly kind: CostKind;
  readonly amount: Fen;
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay;
}

/** Everything that was ever kept back of costs, with the costs and the agreements. */
export interface KeptBackHistory {
  readonly agreements: ReadonlyMap<string, { share: string; costBearers: readonly SaidBearer[] }>;
  readonly costs: ReadonlyMap<string, BookedKeptCost>;
  readonly refunds: readonly CameBackAt[];
  readonly rows: readonly KeptBack[];
}

/**
 * Reckons every owner's part of a cost anew, each by what stood when something of it was kept back, and holds
 * the rows against the costs and what came back of them. Finds `check.custodyCost*`.
 */
export function checkCustodyCosts(history: KeptBackHistory, findings: Findings): void {
  findings.looked += history.rows.length;
  for (const row of history.rows) {
    const { entryId } = row;
    if (!isOfItsCost(row, history)) findings.add('check.custodyCostOther', { entryId });
    if (!isSplitAsSaid(row, history)) findings.add('check.custodyCostBearer', { entryId });
    const before = history.rows.filter((each) => each.custodyId === row.custodyId && stoodAt(each, row.at));
    const own = before.filter(({ deductionId }) => deductionId === row.deductionId);
    const due =
      own[0]?.part ?? ownersCost(shareOf(row, history), splitOf(before, history), borne(row, history));
    if (row.part !== due)
      findings.add('check.custodyCostPart', { entryId }, { keptFen: String(row.part), dueFen: String(due) });
    const kept = sumFen([...own, row].map((each) => each.kept));
    if (kept > row.part)
      findings.add(
        'check.custodyCostAbove',
        { entryId },
        { keptFen: String(kept), dueFen: String(row.part) },
      );
  }
}

/** Its cost has that sum and those days, and beside it the same came back of the same cost. */
function isOfItsCost(row: KeptBack, { costs, refunds, rows }: KeptBackHistory): boolean {
  const cost = costs.get(row.deductionId);
  const back = refunds.find(({ id }) => id === row.id);
  if (cost === undefined || back === undefined) return false;
  const ofOwners = new Set(rows.map(({ id }) => id));
  const others = refunds.filter(
    ({ id, deductionId, ...each }) =>
      deductionId === row.deductionId && !ofOwners.has(id) && stoodAt(each, row.at),
  );
  return (
    (row.costKind ?? cost.kind) === cost.kind &&
    row.amount === cost.amount - sumFen(others.map(({ amount }) => amount)) &&
    [cost.firstOn, cost.lastOn].join() === [row.firstOn, row.lastOn].join() &&
    [back.deductionId, back.refundedOn, back.entryId].join() ===
      [row.deductionId, row.keptOn, row.entryId].join() &&
    back.amount === row.kept
  );
}

/** What stands is split by what holds on the first day of its cost. */
function isSplitAsSaid(row: KeptBack, history: KeptBackHistory): boolean {
  const all = history.agreements.get(row.custodyId)?.costBearers ?? [];
  if (!all.some(({ id }) => id === row.bearerId)) return false;
  const kind = history.costs.get(row.deductionId)?.kind;
  const own = kind === undefined ? all : saidOfKind(all, kind);
  return row.goneAt !== undefined || bearerOn(own, row.firstOn)?.id === row.bearerId;
}

function shareOf({ custodyId }: KeptBack, { agreements }: KeptBackHistory): string {
  return agreements.get(custodyId)?.share ?? '0%';
}

/** Each cost once. */
function splitOf(rows: readonly KeptBack[], history: KeptBackHistory): SplitCost[] {
  const split = new Map(rows.map((row) => [row.deductionId, { ...borne(row, history), part: row.part }]));
  return [...split.values()];
}

function borne({ custodyId, bearerId, amount }: KeptBack, { agreements }: KeptBackHistory) {
  const said = agreements.get(custodyId)?.costBearers.find(({ id }) => id === bearerId);
  return { amount, bearer: said?.bearer ?? ('village' as const) };
}

function stoodAt({ at, goneAt }: Placed, when: number): boolean {
  return at < when && (goneAt === undefined || goneAt > when);
}
