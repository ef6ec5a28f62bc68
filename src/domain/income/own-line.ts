import type { ShareRow } from '../collectives/share-table';
import { rowsOfOwner, shareWeights } from '../collectives/share-table';
import { allocate, isWorthSplitting, type Part } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import { invariant } from '../shared/invariant';

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
}

/**
 * The owner's line of a joint station's slip: each stream is split by the running total of the window
 * (station, stream, share table) and the owner gets the difference to what he has, so that nobody is ever a
 * whole fen from the exact share. A slip that was taken back took what it gave; the next one levels what that
 * left uneven.
 * @param before the window's slips that stand
 * @throws DomainError `shares.tooSmall` when a row's exact share of a stream is below one fen, or the owner
 *   has got more already, since a slip was taken back, than is his with this one
 */
export function ownLine(
  slip: StationTotals,
  before: StandingSlips,
  table: { readonly rows: readonly ShareRow[]; readonly ownKey: string },
): OwnLine {
  const { rows, ownKey } = table;
  const weights = shareWeights(rows);
  invariant(
    weights.some((share) => share.key === ownKey),
    'the share table names the own row',
  );
  const ownKeys = rowsOfOwner(rows, ownKey).map((row) => row.key);
  const owned = (stream: keyof StationTotals): Omit<Part, 'key'> => {
    if (slip[stream] === 0n) return { amount: 0n, oddFen: false };
    const parts = allocate(before.whole[stream] + slip[stream], weights);
    const ownParts = parts.filter((each) => ownKeys.includes(each.key));
    invariant(ownParts.length === ownKeys.length, 'a split gives every row its part');
    const amount = sumFen(ownParts.map((part) => part.amount)) - before.own[stream];
    return { amount, oddFen: ownParts.some((part) => part.oddFen) };
  };
  const money = (stream: 'energyFee' | 'subsidy'): Omit<Part, 'key'> => {
    const amount = slip[stream];
    const part = owned(stream);
    const isWorth = amount === 0n || isWorthSplitting(amount, weights);
    if (!isWorth || part.amount < 0n) throw new DomainError('shares.tooSmall', { amount });
    return part;
  };
  const [energy, subsidy] = [money('energyFee'), money('subsidy')];
  const kwh = owned('energyKwh').amount;
  return {
    energyKwh: kwh < 0n ? 0n : kwh,
    energyFee: energy.amount,
    subsidy: subsidy.amount,
    oddFen: energy.oddFen || subsidy.oddFen,
  };
}
