import type { ShareRow } from '../collectives/share-table';
import { shareWeights } from '../collectives/share-table';
import type { AccountRoles } from '../ledger/chart';
import type { Posting } from '../ledger/journal-entry';
import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import { keptSlipPostings, type OwnersPart, partTakenPostings } from './joint-postings';
import type { OpenPart } from './kept-slip';
import type { ReceivablePart } from './postings';

/** The word by which the keeper's vouchers of a cut that an owner's books took are known. */
export const JOINT_CUT = 'jointCut';

/** What was cut before in the window (station, share table), and what of it each owner bore. */
export interface CutBefore {
  readonly whole: Fen;
  readonly given: ReadonlyMap<string, Fen>;
}

/**
 * Splits what a notice cuts of a kept station's subsidy among its owners: by the running total of all cuts
 * under the share table of the month of generation, every owner the difference to what he has borne. Nobody
 * loses more than he still waits for, nor gains by a cut: what that leaves over goes to the others by what
 * they wait for. The parts add up to the cut. Source: product decisions "Splitting", "Joint stations".
 * @param amount above zero, no more than all owners wait for
 * @returns the owners who lose something
 */
export function cutParts(
  amount: Fen,
  before: CutBefore,
  table: { readonly rows: readonly ShareRow[]; readonly open: readonly OpenPart[] },
): OwnersPart[] {
  const { rows, open } = table;
  invariant(amount > 0n && amount <= sumFen(open.map((part) => part.open)), 'no more is cut than is owed');
  const split = allocate(before.whole + amount, shareWeights(rows));
  const fair = open.map(({ owner, open: most }) => {
    const keys = rows.filter((row) => row.owner === owner).map((row) => row.key);
    const own = sumFen(split.filter((part) => keys.includes(part.key)).map((part) => part.amount));
    const due = own - (before.given.get(owner) ?? 0n);
    return { owner, most, amount: due < 0n ? 0n : due > most ? most : due };
  });
  const rest = amount - sumFen(fair.map((part) => part.amount));
  const room = fair.map((part) => ({
    key: part.owner,
    weight: rest > 0n ? part.most - part.amount : part.amount,
  }));
  const levelled = rest === 0n ? [] : allocate(rest < 0n ? -rest : rest, room);
  const parts = fair.map((part) => {
    const more = levelled.find(({ key }) => key === part.owner)?.amount ?? 0n;
    return { owner: part.owner, amount: rest < 0n ? part.amount - more : part.amount + more };
  });
  invariant(sumFen(parts.map((part) => part.amount)) === amount, 'the parts of a cut add up to it');
  return parts.filter((part) => part.amount > 0n);
}

/**
 * The keeper's voucher of a cut: what his slip put down as owed, and for whom, goes back. Dr internal
 * dealings, on the way to those owners whose books will take their part, and of each of the others at once /
 * Cr receivable (2023: 113 / 112). None of it was the keeper's income.
 */
export function keptCutPostings(
  cut: ReceivablePart,
  parts: { readonly onTheWay: Fen; readonly elsewhere: readonly OwnersPart[] },
  roles: AccountRoles,
): Posting[] {
  return mirrored(keptSlipPostings(cut, parts, roles));
}

/** An owner's books have taken their part: Dr internal dealings, with the owner / Cr the same, on the way. */
export function cutTakenPostings(cut: ReceivablePart, part: OwnersPart, roles: AccountRoles): Posting[] {
  return mirrored(partTakenPostings(cut, part, roles));
}

function mirrored(postings: readonly Posting[]): Posting[] {
  return postings.map((line) => ({ ...line, side: line.side === 'debit' ? 'credit' : 'debit' }));
}
