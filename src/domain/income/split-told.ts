import { firstDayOf, type Month } from '../calendar/calendar-day';
import { type ShareTable, shareWeights, tableInForce } from '../collectives/share-table';
import { type Share, weightOf } from '../money/allocate';
import type { Fen } from '../money/fen';
import { ownersOf, type StreamWindow } from './split-stream';
import { type KeptFacts, windowsOf } from './slip-windows';

/** How one stream of a slip came to an owner's fen. */
export interface ToldStream {
  /** His exact share of the running total, yuan with four decimals, not rounded to the fen. */
  readonly exact: string;
  /** What he has got of it with this slip. */
  readonly given: Fen;
}

/** Why an owner's part of a slip is what it is. */
export interface ToldSplit {
  readonly owner: string;
  readonly energyFee: ToldStream;
  readonly subsidy: ToldStream;
  /** Of the tax that is told apart, where a slip of the window has any. */
  readonly tax?: ToldStream;
}

/**
 * Tells a slip's split as it was reckoned: of the window up to this slip (station, stream, share table), what
 * each owner's rows are exactly worth and what he has got of it. A slip that was taken back is in none of it;
 * what waits is not yet in the total. Source: product decision "Joint stations", the slip's check row.
 * @param slip with what of tax its window has split until it
 * @param facts slips in the order in which they were entered: their ids rise
 */
export function tellSplit(
  facts: KeptFacts,
  slip: {
    readonly id: string;
    readonly month: Month;
    readonly taxes?: Pick<StreamWindow, 'whole' | 'given'>;
  },
  tables: readonly ShareTable[],
): readonly ToldSplit[] {
  const table = tableInForce(tables, firstDayOf(slip.month));
  if (table === undefined) return [];
  const until = {
    slips: facts.slips.filter(({ id }) => id <= slip.id),
    held: facts.held.filter(({ slipId }) => slipId <= slip.id),
    releases: facts.releases.filter(({ releasedBy }) => releasedBy <= slip.id),
  };
  const windows = windowsOf(until, table, tables);
  const { taxes } = slip;
  const weights = shareWeights(table.rows);
  const told = (of: Pick<StreamWindow, 'whole' | 'given'>, owner: string): ToldStream => {
    const own = new Set(table.rows.filter((row) => row.owner === owner).map(({ key }) => key));
    const mine = weights.filter(({ key }) => own.has(key));
    return { exact: exactYuan(of.whole, mine, weights), given: of.given.get(owner) ?? 0n };
  };
  return ownersOf(table.rows).map((owner) => ({
    owner,
    energyFee: told(windows.energyFee, owner),
    subsidy: told(windows.subsidy, owner),
    ...(taxes !== undefined && taxes.whole > 0n && { tax: told(taxes, owner) }),
  }));
}

/** An exact share in yuan to a hundredth of a fen, the half rounded up. */
function exactYuan(whole: Fen, own: readonly Share[], all: readonly Share[]): string {
  const total = weightOf(all);
  const hundredths = (whole * weightOf(own) * 200n + total) / (2n * total);
  const digits = String(hundredths).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
