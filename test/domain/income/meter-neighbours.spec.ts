import { touchedSlips } from '../../../src/domain/income/meter-neighbours';
import {
  correctedReading,
  meteredEnergy,
  multiplierAt,
  segmentsOf,
} from '../../../src/domain/income/meter-record';
import { CORRECTED, REPLACED, RESET, slip } from './meter-records.fixture';

describe('the energy of a month', () => {
  it('is the sum over the meters it ran on, each with its own multiplier', () => {
    const month = { readingFrom: '850', readingTo: '130', multiplier: '20' };
    const segments = segmentsOf(month, [RESET, { ...REPLACED, readingWas: '60', readingIs: '100' }]);
    expect(segments).toEqual([
      { from: '850', to: '900', multiplier: '20' },
      { from: '0', to: '60', multiplier: '20' },
      { from: '100', to: '130', multiplier: '40' },
    ]);
    expect(meteredEnergy(segments)).toBe('3400');
  });

  it.each([
    ['2025-05', '20'],
    ['2025-06', '40'],
    ['2025-08', '10'],
  ])('%s begins with the multiplier of the last meter put in before: %s', (month, multiplier) => {
    const later = { ...REPLACED, on: '2025-07-01', multiplier: '10' };
    expect(multiplierAt('20', [later, RESET, REPLACED], month)).toBe(multiplier);
  });
});

const METER = { multiplier: '1', capacityKw: '60', acquiredOn: '2018-06-30', records: [CORRECTED] };

describe('a reading found wrong', () => {
  it('is read as the right one in its own month alone', () => {
    const records = [CORRECTED];
    expect(correctedReading('120.0', { month: '2025-05', records })).toBe('102');
    expect(correctedReading('120', { month: '2025-06', records })).toBe('120');
    expect(correctedReading('121', { month: '2025-05', records })).toBe('121');
  });

  it('touches the slip that closes with it and the next one, until both are redone', () => {
    const wrong = [
      slip('2025-05', '100', '120'),
      slip('2025-06', '120', '140'),
      slip('2025-07', '140', '160'),
    ];
    const months = (slips: typeof wrong): string[] =>
      touchedSlips(slips, METER).map(({ generationMonth }) => generationMonth);
    expect(months(wrong)).toEqual(['2025-05', '2025-06']);
    expect(months(wrong.slice(1))).toEqual(['2025-06']);
    expect(months([slip('2025-05', '100', '102'), slip('2025-06', '102', '140')])).toEqual([]);
    expect(months([slip('2025-06', '100', '110'), slip('2025-07', '110', '140')])).toEqual([]);
  });
});
