import type { ShareRow } from '../collectives/share-table';
import { rowsOfOwner, shareWeights } from '../collectives/share-table';
import { allocateInstalment, isWorthSplitting, type Part } from '../money/allocate';
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

/**
 * The owner's line of a joint station's slip: each stream is split by the running total of the window
 * (station, stream, share table) and the difference is paid, so that nobody is ever a whole fen from the
 * exact share.
 * @param before totals of the window's earlier slips
 * @throws DomainError `shares.tooSmall` when a row's exact share of a stream is below one fen
 */
export function ownLine(
  slip: StationTotals,
  before: StationTotals,
  table: { readonly rows: readonly ShareRow[]; readonly ownKey: string },
): OwnLine {
  const { rows, ownKey } = table;
  const weights = shareWeights(rows);
  invariant(
    weights.some((share) => share.key === ownKey),
    'the share table names the own row',
  );
  const energy = splitStream(before.energyFee, slip.energyFee, weights);
  const subsidy = splitStream(before.subsidy, slip.subsidy, weights);
  const kwh = allocateInstalment(before.energyKwh, slip.energyKwh, weights);
  const ownKeys = rowsOfOwner(rows, ownKey).map((row) => row.key);
  const own = (parts: readonly Part[]): Omit<Part, 'key'> => {
    const ownParts = parts.filter((each) => ownKeys.includes(each.key));
    invariant(ownParts.length === ownKeys.length, 'a split gives every row its part');
    return {
      amount: sumFen(ownParts.map((part) => part.amount)),
      oddFen: ownParts.some((part) => part.oddFen),
    };
  };
  return {
    energyKwh: own(kwh).amount,
    energyFee: own(energy).amount,
    subsidy: own(subsidy).amount,
    oddFen: own(energy).oddFen || own(subsidy).oddFen,
  };
}

function splitStream(before: Fen, amount: Fen, weights: ReturnType<typeof shareWeights>): Part[] {
  if (amount > 0n && !isWorthSplitting(amount, weights)) throw new DomainError('shares.tooSmall', { amount });
  return allocateInstalment(before, amount, weights);
}
