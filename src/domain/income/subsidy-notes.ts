import type { CalendarDay, Month } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { CutKind } from './subsidy-cut';
import type { SubsidyRow } from './subsidy-year';

/** That subsidy did not come in full, and what was said of it. */
export interface SubsidyNote {
  readonly assetId: string;
  readonly month: Month;
  readonly kind: CutKind;
  readonly on: CalendarDay;
  readonly amount: Fen;
  readonly paper: string;
  readonly reason: string;
}

/** A note as the end of a year's sheet sees it. */
export interface ToldNote extends SubsidyNote {
  /** Of what was owed on: what of it is still owed. What a notice cut is no longer owed. */
  readonly left: Fen;
  /** The last day on which money came, where nothing of it is owed any more. */
  readonly settledOn: CalendarDay | undefined;
}

/** What came in part within a year's sheet and of whose rest nobody has said anything yet. */
export function unexplainedParts(notes: readonly ToldNote[], rows: readonly SubsidyRow[]): SubsidyRow[] {
  const isSaid = ({ assetId, month }: SubsidyRow): boolean =>
    notes.some((note) => note.assetId === assetId && note.month === month && note.left > 0n);
  return rows.filter((row) => row.closing > 0n && row.received > 0n && !isSaid(row));
}

/**
 * What was said of subsidy that did not come, as it stands at the end of a year's sheet: what was explained
 * later is not in it, nor what had been settled before its first day. An explanation speaks of what is still
 * owed and no more: it is settled once the money has come.
 */
export function notesOf(
  notes: readonly SubsidyNote[],
  rows: readonly SubsidyRow[],
  span: { readonly from: CalendarDay; readonly to: CalendarDay },
): ToldNote[] {
  return notes.flatMap((note) => {
    const row = rows.find(({ assetId, month }) => assetId === note.assetId && month === note.month);
    if (note.on > span.to || (note.on < span.from && row === undefined)) return [];
    if (note.kind === 'writtenOff') return [{ ...note, left: 0n, settledOn: undefined }];
    const owed = row?.closing ?? 0n;
    const left = owed < note.amount ? owed : note.amount;
    return [{ ...note, left, settledOn: left === 0n ? row?.receivedOn.at(-1) : undefined }];
  });
}
