import type { Month } from '../calendar/calendar-day';
import type { ShareTable } from '../collectives/share-table';
import type { Findings } from '../ledger/check-pass';
import { type Fen, sumFen } from '../money/fen';
import { ownerParts, type SplitSlip } from './kept-slip';
import { type SlipsTax, splitTax, type TaxPart } from './kept-tax';
import { type KeptFacts, type StandingKeptSlip, windowsOf } from './slip-windows';
import { splitNow } from './split-now';

/** A kept station's slip, whether it stands or not, and for how long it stood. */
export interface ChainedSlip extends StandingKeptSlip {
  /** Where its entry stands in the chain; of one that booked nothing, the entry before it. */
  readonly at: number;
  /** Where the reversal of its entry stands; undefined where nothing took it back. */
  readonly goneAt: number | undefined;
  readonly taxes: { readonly kept: SlipsTax | undefined; readonly parts: readonly TaxPart[] };
}

/** Every slip that a station ever had, in the order in which they were entered, and what its tables are. */
export interface StationHistory extends KeptFacts {
  readonly slips: readonly ChainedSlip[];
  readonly tables: readonly ShareTable[];
}

/** What a slip splits, by the rule. */
interface DueSplit {
  readonly split: SplitSlip;
  readonly taxes: readonly TaxPart[];
}

/**
 * Splits every slip of a kept station anew, by the table of its month and by what stood when it was entered,
 * and holds the rows of its owners against that: whoever's books are kept here or elsewhere. A fen that was
 * moved from one owner to another leaves every sum as it was, and is found by this alone.
 */
export function checkSplits(station: StationHistory, findings: Findings): void {
  for (const slip of station.slips) {
    findings.looked += slip.parts.length;
    const due = splitAnew(slip, station);
    if (due === undefined) {
      findings.add('check.splitUnknown', { month: slip.month });
      continue;
    }
    holdParts(slip, due, findings);
    holdEarlier(slip, { due, station }, findings);
    holdTaxes(slip, due, findings);
  }
}

/** Undefined where no rule leads from what stood then to this slip: its table is gone, or rows before it. */
function splitAnew(slip: ChainedSlip, station: StationHistory): DueSplit | undefined {
  const table = station.tables.find(({ validFrom }) => validFrom === slip.tableFrom);
  if (table === undefined) return undefined;
  const before = standingBefore(slip, station);
  const own = before.slips.filter(({ tableFrom }) => tableFrom === table.validFrom);
  const given = new Map<string, Fen>();
  for (const { owner, tax } of own.flatMap(({ taxes }) => taxes.parts))
    given.set(owner, (given.get(owner) ?? 0n) + tax);
  try {
    if (slip.splits !== undefined) {
      const of = { slipId: slip.splits, heldBy: table.validFrom };
      return { split: splitNow(before, station.tables, of), taxes: [] };
    }
    const split = ownerParts(slip.totals, windowsOf(before, table, station.tables));
    const window = { whole: sumFen([...given.values()]), given };
    return { split, taxes: splitTax(slip.taxes.kept, window, { rows: table.rows, split }) };
  } catch {
    // Rows of before that were changed by hand may be such as no split begins from.
    return undefined;
  }
}

/** What stood of the station when a slip was entered; of a month only the last slip counts. */
function standingBefore(slip: ChainedSlip, station: StationHistory): StationHistory {
  const isBefore = (other: ChainedSlip): boolean =>
    other.at < slip.at || (other.at === slip.at && other.id < slip.id);
  const stood = station.slips.filter(
    (other) => isBefore(other) && (other.goneAt === undefined || other.goneAt > slip.at),
  );
  const slips = stood.filter((one, place) =>
    stood
      .slice(place + 1)
      .every((later) => later.month !== one.month || (later.splits ?? one.splits) !== undefined),
  );
  const ids = new Set(slips.map(({ id }) => id));
  return {
    slips,
    held: station.held.filter(({ slipId }) => ids.has(slipId)),
    releases: station.releases.filter(({ releasedBy }) => ids.has(releasedBy)),
    tables: station.tables,
  };
}

function holdParts(slip: ChainedSlip, { split }: DueSplit, findings: Findings): void {
  const owners = new Set([...slip.parts, ...split.parts].map(({ owner }) => owner));
  for (const owner of owners) {
    const kept = slip.parts.find((part) => part.owner === owner)?.totals;
    const due = split.parts.find((part) => part.owner === owner)?.line;
    const isSame =
      kept?.energyKwh === due?.energyKwh &&
      kept?.energyFee === due?.energyFee &&
      kept?.subsidy === due?.subsidy;
    if (isSame) continue;
    const sums = (of: typeof kept): [kwh: string, fen: string] => [
      String(of?.energyKwh ?? 0n),
      String((of?.energyFee ?? 0n) + (of?.subsidy ?? 0n)),
    ];
    const [[keptKwh, keptFen], [dueKwh, dueFen]] = [sums(kept), sums(due)];
    findings.add('check.split', { month: slip.month }, { owner, keptKwh, keptFen, dueKwh, dueFen });
  }
}

function holdEarlier(
  slip: ChainedSlip,
  { due, station }: { readonly due: DueSplit; readonly station: StationHistory },
  findings: Findings,
): void {
  const kept = station.releases.filter(({ releasedBy }) => releasedBy === slip.id);
  const sums = difference(
    kept.map(({ holder: owner, amount }) => ({ owner, amount })),
    due.split.released.map(({ holder: owner, amount }) => ({ owner, amount })),
  );
  tell('check.splitEarlier', { slip, sums }, findings);
}

function holdTaxes(slip: ChainedSlip, { taxes }: DueSplit, findings: Findings): void {
  const amounts = (parts: readonly TaxPart[]) => parts.map(({ owner, tax }) => ({ owner, amount: tax }));
  tell('check.splitTax', { slip, sums: difference(amounts(slip.taxes.parts), amounts(taxes)) }, findings);
}

interface OwnersSum {
  readonly owner: string;
  readonly kept: Fen;
  readonly due: Fen;
}

/** The owners of whom something else is kept than is due. */
function difference(
  kept: readonly { readonly owner: string; readonly amount: Fen }[],
  due: readonly { readonly owner: string; readonly amount: Fen }[],
): OwnersSum[] {
  const sumOf = (rows: typeof kept, owner: string): Fen =>
    sumFen(rows.filter((row) => row.owner === owner).map(({ amount }) => amount));
  return [...new Set([...kept, ...due].map(({ owner }) => owner))]
    .map((owner) => ({ owner, kept: sumOf(kept, owner), due: sumOf(due, owner) }))
    .filter((sum) => sum.kept !== sum.due);
}

function tell(
  code: string,
  of: { readonly slip: { readonly month: Month }; readonly sums: readonly OwnersSum[] },
  findings: Findings,
): void {
  for (const { owner, kept, due } of of.sums) {
    const facts = { owner, keptFen: String(kept), dueFen: String(due) };
    findings.add(code, { month: of.slip.month }, facts);
  }
}
