import type { ShareRow } from '../collectives/share-table';
import { shareWeights } from '../collectives/share-table';
import { isWorthSplitting } from '../money/allocate';
import type { Fen } from '../money/fen';
import { invariant } from '../shared/invariant';
import { ownersDifference, type OwnersDifference } from './split-stream';

/** What a slip of a joint station gives to the rows of its share table; whole kWh and fen. */
export interface StationTotals {
  readonly energyKwh: bigint;
  readonly energyFee: Fen;
  readonly subsidy: Fen;
}

/** One owner's line of a slip, with the odd fen named. */
export interface OwnLine extends StationTotals {
  readonly oddFen: boolean;
}

/** What the slips of a window that stand come to: of the whole station, and what of it the owner has got. */
export interface StandingSlips {
  readonly whole: StationTotals;
  readonly own: StationTotals;
  /** What of the whole was too little to be split, and waits. */
  readonly waiting?: Pick<StationTotals, 'energyFee' | 'subsidy'>;
}

/**
 * The owner's line of a joint station's slip: each stream is split by the running total of the window
 * (station, stream, share table) and the owner gets the difference to what he has, so that nobody is ever a
 * whole fen from the exact share. A slip that was taken back took what it gave; the next one levels what that
 * left uneven. Where the smallest row's exact share is below one fen, or the owner has got more already than
 * is his with this one, the line is nothing, and the next one makes up for it.
 * @param before the window's slips that stand
 */
export function ownLine(
  slip: StationTotals,
  before: StandingSlips,
  table: { readonly rows: readonly ShareRow[]; readonly ownKey: string },
): OwnLine {
  const { rows, ownKey } = table;
  const owner = rows.find((row) => row.key === ownKey)?.owner;
  invariant(owner !== undefined, 'the share table names the own row');
  const owned = (stream: keyof StationTotals): Pick<OwnersDifference, 'amount' | 'oddFen'> => {
    if (slip[stream] === 0n) return NOTHING;
    const given = new Map([[owner, before.own[stream]]]);
    const parts = ownersDifference(before.whole[stream] + slip[stream], given, rows);
    const part = parts.find((each) => each.owner === owner);
    return part === undefined || part.amount < 0n ? NOTHING : part;
  };
  const money = (stream: 'energyFee' | 'subsidy'): Pick<OwnersDifference, 'amount' | 'oddFen'> => {
    const together = slip[stream] + (before.waiting?.[stream] ?? 0n);
    return isWorthSplitting(together, shareWeights(rows)) ? owned(stream) : NOTHING;
  };
  const [energy, subsidy] = [money('energyFee'), money('subsidy')];
  return {
    energyKwh: owned('energyKwh').amount,
    energyFee: energy.amount,
    subsidy: subsidy.amount,
    oddFen: energy.oddFen || subsidy.oddFen,
  };
}

const NOTHING = { amount: 0n, oddFen: false };
