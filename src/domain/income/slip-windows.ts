import type { CalendarDay, Month } from '../calendar/calendar-day';
import type { ShareTable } from '../collectives/share-table';
import { type Fen, sumFen } from '../money/fen';
import type { MoneyStream, SlipWindows } from './kept-slip';
import type { StationTotals } from './own-line';
import type { StreamWindow } from './split-stream';

/** A kept station's slip that stands, with what its row of each owner says. */
export interface StandingKeptSlip {
  readonly id: string;
  readonly month: Month;
  readonly tableFrom: CalendarDay | null;
  readonly totals: StationTotals;
  readonly parts: readonly { readonly owner: string; readonly totals: StationTotals }[];
  /** It is no slip of the grid's: it splits what of this one waited, by itself. */
  readonly splits?: string | undefined;
}

/** A stream of a slip that waited when it was booked. */
export interface HeldStream {
  readonly slipId: string;
  readonly stream: MoneyStream;
  readonly amount: Fen;
}

/** What of it an owner got with a later slip. */
export interface Release {
  readonly slipId: string;
  readonly stream: MoneyStream;
  readonly owner: string;
  readonly holder: string;
  readonly releasedBy: string;
  readonly amount: Fen;
}

/** All of a station that a slip meets; only what stands. */
export interface KeptFacts {
  readonly slips: readonly StandingKeptSlip[];
  readonly held: readonly HeldStream[];
  readonly releases: readonly Release[];
}

/**
 * What each owner has of a slip's own money, whoever holds his rows now: his row of it, less what the slip
 * took along of others, and what a later slip took along of it.
 * @param by `owner` as the slip's share table names him, or `holder` into whose books it went
 */
export function ownMoney(
  slip: Pick<StandingKeptSlip, 'id' | 'parts'>,
  of: {
    readonly stream: MoneyStream;
    readonly releases: readonly Release[];
    readonly by: 'owner' | 'holder';
  },
): Map<string, Fen> {
  const { stream, releases, by } = of;
  const money = new Map<string, Fen>();
  const add = (owner: string, amount: Fen): void => void money.set(owner, (money.get(owner) ?? 0n) + amount);
  for (const { owner, totals } of slip.parts) add(owner, totals[stream]);
  for (const release of releases) {
    if (release.stream !== stream) continue;
    if (release.releasedBy === slip.id) add(release.holder, -release.amount);
    if (release.slipId === slip.id) add(release[by], release.amount);
  }
  return money;
}

/** What waits still of a station's slips, oldest month first. */
export function stillHeld({ slips, held, releases }: KeptFacts): (HeldStream & { readonly month: Month })[] {
  const isReleased = ({ slipId, stream }: HeldStream): boolean =>
    releases.some((release) => release.slipId === slipId && release.stream === stream);
  return slips
    .flatMap(({ id, month }) =>
      held.filter(({ slipId }) => slipId === id).map((each) => ({ ...each, month })),
    )
    .filter((each) => !isReleased(each))
    .sort((one, other) => `${one.month} ${one.slipId}`.localeCompare(`${other.month} ${other.slipId}`));
}

/** The windows that a slip under a share table meets: its own, and older ones in which something waits. */
export function windowsOf(facts: KeptFacts, table: ShareTable, tables: readonly ShareTable[]): SlipWindows {
  const waiting = stillHeld(facts);
  const own = facts.slips.filter((slip) => slip.tableFrom === table.validFrom);
  const energy = own.map(({ totals }) => totals.energyKwh);
  const given = new Map<string, bigint>();
  for (const { owner, totals } of own.flatMap(({ parts }) => parts))
    given.set(owner, (given.get(owner) ?? 0n) + totals.energyKwh);
  const older = tables.filter(({ validFrom }) =>
    facts.slips.some(
      (slip) =>
        validFrom !== table.validFrom &&
        slip.tableFrom === validFrom &&
        waiting.some(({ slipId }) => slipId === slip.id),
    ),
  );
  return {
    rows: table.rows,
    energyKwh: { whole: sumFen(energy), given },
    ...moneyOf(facts, table.validFrom),
    older: older.map(({ rows, validFrom }) => ({ rows, ...moneyOf(facts, validFrom) })),
  };
}

function moneyOf(facts: KeptFacts, tableFrom: CalendarDay): Record<MoneyStream, StreamWindow> {
  return {
    energyFee: windowOf(facts, tableFrom, 'energyFee'),
    subsidy: windowOf(facts, tableFrom, 'subsidy'),
  };
}

/** What of one stream the slips under a share table have split, and what of it waits. */
export function windowOf(facts: KeptFacts, tableFrom: CalendarDay, stream: MoneyStream): StreamWindow {
  const slips = facts.slips.filter((slip) => slip.tableFrom === tableFrom);
  const waiting = stillHeld(facts)
    .filter((held) => held.stream === stream && slips.some(({ id }) => id === held.slipId))
    .map(({ slipId, amount }) => ({ slipId, amount }));
  const given = new Map<string, Fen>();
  for (const slip of slips) {
    const money = ownMoney(slip, { stream, releases: facts.releases, by: 'owner' });
    for (const [owner, amount] of money) given.set(owner, (given.get(owner) ?? 0n) + amount);
  }
  const all = sumFen(slips.map(({ totals }) => totals[stream]));
  return { whole: all - sumFen(waiting.map((held) => held.amount)), given, waiting };
}
