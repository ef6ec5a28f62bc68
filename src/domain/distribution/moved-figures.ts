import type { CalendarDay } from '../calendar/calendar-day';
import type { Pool } from '../ledger/journal-entry';
import type { ChainedCorrection } from '../ledger/statement-day';
import { type Fen, sumFen } from '../money/fen';
import { type BookedCorrection, correctionEffect } from '../surplus/settled-corrections';
import type { SurplusStatement } from '../surplus/surplus-statement';

/** The figures of a plan's period, as its sheet prints them, in the order in which they are reckoned. */
export const PRINTED_FIGURES = ['carriedOver', 'received', 'deducted', 'distributable', 'leftOver'] as const;

export type PrintedFigure = (typeof PRINTED_FIGURES)[number];

/** The days a plan was decided on and the figures it was decided by; fen. */
export interface DecidedSheet {
  readonly pool: Pool;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly printed: Readonly<Record<PrintedFigure, Fen>>;
}

/** A voucher booked after the plan was approved that puts right what the plan was built on. */
export interface BookedAfter extends BookedCorrection {
  readonly statementOn: CalendarDay;
}

/** A printed figure that the books tell otherwise now; fen. */
export interface MovedFigure {
  readonly figure: PrintedFigure;
  readonly printed: Fen;
  readonly now: Fen;
}

/** A voucher with what it does to what may be distributed, and the day on which statements count it. */
export interface MovedBy<Booked extends BookedAfter> {
  readonly of: Booked;
  readonly effect: Fen;
}

/** How the books differ from a sheet that hangs; fen. */
export interface MovedFigures<Booked extends BookedAfter> {
  /** The figures that differ; none where what was put right comes to the same sums. */
  readonly figures: readonly MovedFigure[];
  /** What counts in the plan's own days: the next period carries it over. */
  readonly within: readonly MovedBy<Booked>[];
  /** What counts in a later period, because the one after the plan's own was settled already. */
  readonly later: readonly MovedBy<Booked>[];
  /** By how much there is more or less to distribute: of the plan's days, and of later ones. */
  readonly change: Fen;
  readonly laterChange: Fen;
  /** What of `change` none of the vouchers explains: of old plans it is not kept which came after them. */
  readonly unexplained: Fen;
}

/**
 * What of a decided sheet's figures the books tell otherwise now, by how much and through which vouchers. The
 * sheet itself is never changed; the period in which the vouchers count carries the difference. A grant
 * settles what was decided and moves no figure. Sources: product decisions "Books" (statement period) and
 * "The sheet".
 * @param now the statement of the plan's days as the books have it today
 * @param booked what was put right after the approval, in the order of the chain
 * @returns undefined where nothing was put right and every figure stands
 */
export function movedFigures<Booked extends BookedAfter>(
  { pool, to, printed }: DecidedSheet,
  now: SurplusStatement,
  booked: readonly Booked[],
): MovedFigures<Booked> | undefined {
  const planned = printed.distributable - printed.leftOver;
  const told: Readonly<Record<PrintedFigure, Fen>> = { ...now, leftOver: now.distributable - planned };
  const figures = PRINTED_FIGURES.filter((figure) => told[figure] !== printed[figure]).map(
    (figure): MovedFigure => ({ figure, printed: printed[figure], now: told[figure] }),
  );
  const moving = booked
    .map((of): MovedBy<Booked> => ({ of, effect: correctionEffect(pool, of) }))
    .filter(({ effect }) => effect !== 0n);
  if (figures.length === 0 && moving.length === 0) return undefined;
  const within = moving.filter(({ of }) => of.statementOn <= to);
  const later = moving.filter(({ of }) => of.statementOn > to);
  const change = told.distributable - printed.distributable;
  const explained = sumFen(within.map(({ effect }) => effect));
  const laterChange = sumFen(later.map(({ effect }) => effect));
  return { figures, within, later, change, laterChange, unexplained: change - explained };
}

/**
 * Which corrections put right what a plan was built on: they were booked behind the place of the chain at
 * which it was approved, and take back or take the place of an entry that counted then, step by step; or they
 * count on its days themselves.
 * @param corrections in the order of the chain
 */
export function puttingRight<Correction extends ChainedCorrection>(
  { from, to, behind }: { readonly from: CalendarDay; readonly to: CalendarDay; readonly behind: number },
  corrections: readonly Correction[],
): Correction[] {
  const found = new Map<string, Correction>();
  for (const correction of corrections.filter(({ position }) => position > behind)) {
    const { entryId, position, statementOn } = correction.of;
    const wasCounted = position <= behind && statementOn >= from && statementOn <= to;
    if (correction.statementOn <= to || wasCounted || found.has(entryId))
      found.set(correction.entryId, correction);
  }
  return [...found.values()];
}
