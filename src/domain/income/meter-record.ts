import { addMonths, type CalendarDay, firstDayOf, type Month, monthOf } from '../calendar/calendar-day';
import { compareQuantities, difference, product, sumQuantities } from '../money/charge';

/**
 * What may happen to a meter besides running: it is replaced, its counter is reset, its closing reading of a
 * month was estimated, or was read wrongly.
 */
export const METER_RECORD_KINDS = ['replaced', 'reset', 'estimated', 'corrected'] as const;
export type MeterRecordKind = (typeof METER_RECORD_KINDS)[number];

/** A fact about a station's meter, dated, never changed; a wrong one is withdrawn with its reason. */
export interface MeterRecord {
  readonly id: string;
  readonly kind: MeterRecordKind;
  readonly on: CalendarDay;
  /** The last reading before it, or the wrong one; blank for an estimate. */
  readonly readingWas: string;
  /** The first reading after it, the estimated or the right one. */
  readonly readingIs: string;
  /** The multiplier that holds from it on; blank where it stays. */
  readonly multiplier: string;
  readonly meterNumber: string;
  readonly reason: string;
}

/** A slip that stands, as far as the meter is concerned. */
export interface MeteredSlip {
  readonly generationMonth: Month;
  readonly readingFrom: string;
  readonly readingTo: string;
  readonly energyKwh: string;
  /** Its voucher; null where it booked nothing: such a slip gives way to the next one of its month. */
  readonly entryId: string | null;
}

/** Whether the counter begins anew with it. */
export function isChange(kind: MeterRecordKind): boolean {
  return kind === 'replaced' || kind === 'reset';
}

/** The records that change the meter, by day. */
export function changesOf(records: readonly MeterRecord[]): MeterRecord[] {
  return records.filter(({ kind }) => isChange(kind)).sort((one, other) => (one.on < other.on ? -1 : 1));
}

/** The records that change the meter within a month, by day. */
export function changesIn(records: readonly MeterRecord[], month: Month): MeterRecord[] {
  return changesOf(records).filter(({ on }) => monthOf(on) === month);
}

/** Of the records that a slip was reckoned on, those that bear on its month: its own, and how it began. */
export function bearingOn(month: Month, records: readonly MeterRecord[]): MeterRecord[] {
  return records.filter(
    ({ kind, on }) => monthOf(on) === month || (kind === 'corrected' && monthOf(on) === addMonths(month, -1)),
  );
}

/** The multiplier with which a month begins: the register's, or that of the last meter put in before. */
export function multiplierAt(registered: string, records: readonly MeterRecord[], month: Month): string {
  const last = records
    .filter(({ on, multiplier }) => multiplier !== '' && on < firstDayOf(month))
    .reduce<MeterRecord | undefined>(
      (latest, each) => (latest === undefined || each.on > latest.on ? each : latest),
      undefined,
    );
  return last?.multiplier ?? registered;
}

/** A stretch over which one meter ran without a break. */
export interface MeterSegment {
  readonly from: string;
  readonly to: string;
  readonly multiplier: string;
}

/** The stretches of a month: one, or one more for each change of the meter in it. */
export function segmentsOf(
  slip: Pick<MeteredSlip, 'readingFrom' | 'readingTo'> & { readonly multiplier: string },
  changes: readonly MeterRecord[],
): MeterSegment[] {
  const segments: MeterSegment[] = [];
  let { readingFrom: from, multiplier } = slip;
  for (const change of changes) {
    segments.push({ from, to: change.readingWas, multiplier });
    from = change.readingIs;
    if (change.multiplier !== '') multiplier = change.multiplier;
  }
  return [...segments, { from, to: slip.readingTo, multiplier }];
}

/** The energy of stretches in kWh: (to − from) × multiplier, added up. */
export function meteredEnergy(segments: readonly MeterSegment[]): string {
  return sumQuantities(segments.map(({ from, to, multiplier }) => product(difference(to, from), multiplier)));
}

/** A reading as it was found to be right, where a record corrects it. */
export function correctedReading(
  reading: string,
  { month, records }: { readonly month: Month; readonly records: readonly MeterRecord[] },
): string {
  const wrong = records.find(
    ({ kind, on, readingWas }) =>
      kind === 'corrected' && monthOf(on) === month && isReading(reading, readingWas),
  );
  return wrong?.readingIs ?? reading;
}

/** Whether two readings are one and the same; a blank one is none. */
export function isReading(reading: string, other: string): boolean {
  return reading !== '' && compareQuantities(reading, other) === 0;
}
