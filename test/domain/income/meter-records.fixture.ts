import type { MeteredSlip, MeterRecord } from '../../../src/domain/income/meter-record';

export const RESET: MeterRecord = {
  id: 'r',
  kind: 'reset',
  on: '2025-05-10',
  readingWas: '900',
  readingIs: '0',
  multiplier: '',
  meterNumber: '',
  reason: 'overflow',
};
export const REPLACED: MeterRecord = {
  ...RESET,
  id: 'm',
  kind: 'replaced',
  on: '2025-05-20',
  multiplier: '40',
};
export const CORRECTED: MeterRecord = {
  ...RESET,
  id: 'c',
  kind: 'corrected',
  readingWas: '120',
  readingIs: '102',
};
export const ESTIMATED: MeterRecord = {
  ...RESET,
  id: 'e',
  kind: 'estimated',
  readingWas: '',
  readingIs: '150',
};

/** A slip of a meter that counts single kWh. */
export const slip = (generationMonth: string, readingFrom: string, readingTo: string): MeteredSlip => ({
  ...{ generationMonth, readingFrom, readingTo, entryId: generationMonth },
  energyKwh: readingTo === '' ? '20' : String(Number(readingTo) - Number(readingFrom)),
});
