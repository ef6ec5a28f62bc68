import { monthOf } from '../calendar/calendar-day';
import type { CalendarDay, Month } from '../calendar/calendar-day';
import type { Chart } from './chart';
import { BalancesPass, type KeptSeal, type KeptTurnover } from './check-balances';
import { BOOKS_BEGIN, ChainPass, type ChainPlace } from './check-chain';
import { type KeptAct, type KeptMonth, MonthsPass, type SealPlace } from './check-months';
import { NumbersPass } from './check-numbers';
import type { CheckPass } from './check-pass';
import type { Crossing } from './crossing';
import { ColoursPass, PoolsPass } from './check-pools';
import { ReversalsPass } from './check-reversals';
import { RowsPass, type SpoiltCell } from './check-rows';
import type { Witnesses } from './witness';

/** What stands beside the entries and must agree with them. */
export interface KeptBeside {
  readonly openedOn: CalendarDay;
  readonly length: number;
  readonly head: string;
  /** When the last entry was booked; empty before the first. */
  readonly lastBookedAt: string;
  /** By pool the last day of the settled period before the last one. */
  readonly settledBefore: Readonly<Record<string, CalendarDay>>;
  readonly months: readonly KeptMonth[];
  readonly acts: readonly KeptAct[];
  /** The place of every seal. */
  readonly sealPlaces: readonly SealPlace[];
  /** The seals whose digests are to be reckoned again, with their balances. */
  readonly seals: readonly KeptSeal[];
  readonly turnovers: readonly KeptTurnover[];
  /** The entry that a line names though it is not there. */
  readonly loneLine: string | undefined;
  /** Texts in the row of the books that cannot be read; they are taken for empty. */
  readonly spoilt: readonly SpoiltCell[];
  /** Year → where the counter of vouchers stands. */
  readonly counters: ReadonlyMap<number, number>;
}

/** Behind what a check begins when earlier ones have gone through the rest. */
export interface CheckStart {
  readonly place: ChainPlace;
  readonly numbers: ReadonlyMap<number, number>;
  readonly after: { readonly month: Month; readonly digestBefore: string };
}

/** Every pass of the books themselves, in the order in which they are told. */
export function booksPasses(given: {
  readonly kept: KeptBeside;
  readonly hash: (text: string) => string;
  readonly chartOf: (version: string) => Chart | undefined;
  readonly witnessed: Partial<Witnesses>;
  /** Every change of the chart of these books. */
  readonly crossings: readonly Crossing[];
  /** Absent where the books are checked whole. */
  readonly start?: CheckStart | undefined;
}): CheckPass[] {
  const { kept, hash, chartOf, witnessed, crossings, start } = given;
  const { heads = [], seals: witnessedSeals = [] } = witnessed;
  const { months, acts, sealPlaces } = kept;
  const place = start?.place ?? BOOKS_BEGIN;
  return [
    new RowsPass(kept.spoilt),
    new ChainPass({ kept, hash, heads, start: place }),
    new BalancesPass({ kept, hash, witnessed: witnessedSeals, after: start?.after }),
    new MonthsPass({ opened: monthOf(kept.openedOn), months, acts, seals: sealPlaces, start: place }),
    new NumbersPass(kept.counters, start?.numbers),
    new ColoursPass(),
    new PoolsPass(chartOf),
    new ReversalsPass(kept.settledBefore, crossings),
  ];
}
