import type { CalendarDay } from '../calendar/calendar-day';
import type { ShareTable } from '../collectives/share-table';
import { sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import { invariant } from '../shared/invariant';
import { type Problem, refuseProblems } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import type { SplitSlip } from './kept-slip';
import { holderOf, splitAtOnce } from './split-stream';
import { type KeptFacts, stillHeld, windowOf } from './slip-windows';

// What of a kept station's slip is too little for a fen to each owner waits for the next slip. Where none
// will come, it is split by itself: as an amount that cannot wait, so that whoever lacks most of the running
// total gets his fen first. Source: product decision "Splitting".

/** What the keeper types to split a slip by itself. */
export interface SplitNowForm {
  readonly splitOn: string;
  readonly reason: string;
}

/** Reads it. @throws FormProblems `form.missing`, `calendar.*`, `joint.splitBefore` */
export function readSplitNow(
  { splitOn, reason }: SplitNowForm,
  slip: { readonly postedOn: CalendarDay },
): { readonly splitOn: CalendarDay; readonly reason: string } {
  const problems: Problem[] = [];
  const field = 'splitOn';
  const day = readDay({ field, value: splitOn }, problems);
  const { postedOn } = slip;
  if (day !== undefined && day < postedOn)
    problems.push({ code: 'joint.splitBefore', field, value: day, facts: { postedOn } });
  if (reason.trim() === '') problems.push({ code: 'form.missing', field: 'reason' });
  refuseProblems(problems);
  return { splitOn, reason: reason.trim() };
}

/**
 * Splits both streams of a slip, as far as they wait, by the table of its own month and by what its window
 * has given so far. Whoever holds an owner's rows by the newest table that a slip was split by gets his part.
 * @param of.slipId the slip that waits
 * @param of.heldBy the first day of the table by which rows are held now
 * @throws DomainError `joint.nothingWaits`
 */
export function splitNow(
  facts: KeptFacts,
  tables: readonly ShareTable[],
  of: { readonly slipId: string; readonly heldBy: CalendarDay },
): SplitSlip {
  const { slipId, heldBy } = of;
  const waiting = stillHeld(facts).filter((held) => held.slipId === slipId);
  if (waiting.length === 0) throw new DomainError('joint.nothingWaits');
  const slip = facts.slips.find(({ id }) => id === slipId);
  const table = tables.find(({ validFrom }) => validFrom === slip?.tableFrom);
  const holders = tables.find(({ validFrom }) => validFrom === heldBy);
  invariant(table !== undefined && holders !== undefined, 'a slip that was split has its share table');
  const released = waiting.flatMap(({ stream, amount }) =>
    splitAtOnce(amount, windowOf(facts, table.validFrom, stream), table.rows)
      .filter((part) => part.amount > 0n)
      .map((part) => ({
        ...{ slipId, stream, owner: part.owner, amount: part.amount },
        holder: holderOf(part.owner, table.rows, holders.rows),
      })),
  );
  const parts = [...new Set(released.map(({ holder }) => holder))].map((owner) => {
    const own = released.filter(({ holder }) => holder === owner);
    const sum = (stream: 'energyFee' | 'subsidy') =>
      sumFen(own.filter((part) => part.stream === stream).map(({ amount }) => amount));
    const line = { energyKwh: 0n, energyFee: sum('energyFee'), subsidy: sum('subsidy'), oddFen: false };
    return { owner, line };
  });
  return { parts, heldBack: [], released };
}
