import { isStillAllMonth, type StillDays } from '../assets/asset-life';
import { addMonths, type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { Problem } from '../shared/problem';

/** A station with the months whose slips are entered. */
export interface StationSlips {
  readonly assetId: string;
  readonly name: string;
  readonly acquiredOn: CalendarDay;
  readonly leftOn?: CalendarDay | undefined;
  /** Days on which it stands still by decision. */
  readonly still?: readonly StillDays[] | undefined;
  readonly settledMonths: readonly Month[];
}

/** Slips that a month still waits for: each station's generation of the month before. */
export function missingSlips(
  month: Month,
  booksOpenOn: CalendarDay,
  stations: readonly StationSlips[],
): StationSlips[] {
  const generated = addMonths(month, -1);
  return stations.filter(
    (station) =>
      stoodIn(station, generated) &&
      month >= monthOf(booksOpenOn) &&
      !station.settledMonths.includes(generated),
  );
}

/** Whether a station was there and ran on any day of a month, and so may have a slip of it. */
export function stoodIn(
  station: Pick<StationSlips, 'acquiredOn' | 'leftOn' | 'still'>,
  month: Month,
): boolean {
  const { acquiredOn, leftOn, still } = station;
  if (isStillAllMonth(month, still)) return false;
  return monthOf(acquiredOn) <= month && (leftOn === undefined || month <= monthOf(leftOn));
}

/** A part of a kept station's slip that its owner's books have not taken, or not given back. */
export interface OpenDealing {
  readonly station: string;
  readonly generationMonth: Month;
  readonly owner: string;
  readonly postedOn: CalendarDay;
}

/**
 * What a keeper's month still waits for: every owner's books have taken their parts of its slips, so that
 * nothing is on its way. Codes `months.partsOnTheWay`.
 */
export function dealingsProblems(month: Month, open: readonly OpenDealing[]): Problem[] {
  return open
    .filter(({ postedOn }) => monthOf(postedOn) === month)
    .map(({ station, generationMonth, owner }) => ({
      code: 'months.partsOnTheWay',
      field: 'joint',
      value: owner,
      facts: { station, generationMonth, owner },
    }));
}

/** What income still wants before a month is held. Codes `months.slipMissing`. */
export function incomeClosingProblems(
  month: Month,
  booksOpenOn: CalendarDay,
  stations: readonly StationSlips[],
): Problem[] {
  return missingSlips(month, booksOpenOn, stations).map((station) => ({
    code: 'months.slipMissing',
    field: station.assetId,
    facts: { station: station.name, generationMonth: addMonths(month, -1) },
  }));
}

/** Rent that a contract makes due and nobody has booked. */
export interface WantedRent {
  readonly leaseId: string;
  readonly number: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly amount: Fen;
}

/** The word by which a due of a contract is known among what a month wants. */
export function dueKey(leaseId: string, from: CalendarDay): string {
  return `${leaseId}:${from}`;
}

/**
 * What contracts still want before a month is held: each due of it, or of a month before, is booked, or it is
 * said why it is not. Codes `months.rentDue`, their field {@link dueKey}.
 */
export function rentClosingProblems(wanted: readonly WantedRent[]): Problem[] {
  return wanted.map(({ leaseId, from, ...facts }) => ({
    code: 'months.rentDue',
    field: dueKey(leaseId, from),
    facts: { ...facts, from, leaseId },
  }));
}
