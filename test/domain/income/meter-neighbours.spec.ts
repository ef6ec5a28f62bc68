import { meterProblems } from '../../../src/domain/income/meter';
import { neighboursOf, touchedSlips } from '../../../src/domain/income/meter-neighbours';
import {
  correctedReading,
  meteredEnergy,
  type MeteredSlip,
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

  it('touches no slip where the next one makes up for it, as printed or as found, and else both', () => {
    const wrong: [MeteredSlip, MeteredSlip, MeteredSlip] = [
      slip('2025-05', '100', '120'),
      slip('2025-06', '120', '140'),
      slip('2025-07', '140', '160'),
    ];
    const months = (slips: readonly MeteredSlip[]): string[] =>
      touchedSlips(slips, METER).map(({ generationMonth }) => generationMonth);
    // On from the wrong reading: what May has too much, June has too little.
    expect(months(wrong)).toEqual([]);
    expect(months(wrong.slice(1))).toEqual(['2025-06']);
    expect(months([slip('2025-05', '100', '102'), ...wrong.slice(1)])).toEqual(['2025-06']);
    expect(months([slip('2025-05', '100', '102'), slip('2025-06', '102', '140')])).toEqual([]);
    // The next slip goes on from the right reading and leaves out the 18 kWh: together they are what it ran.
    const netted = { ...slip('2025-06', '102', '140'), energyKwh: '20' };
    const [may, , july] = wrong;
    expect(months([may, netted, july])).toEqual([]);
    expect(months([may, { ...netted, energyKwh: '22' }, july])).toEqual(['2025-05', '2025-06']);
    expect(months([may, slip('2025-06', '102', '140'), july])).toEqual(['2025-05', '2025-06']);
    expect(months([slip('2025-05', '100', '102'), netted, july])).toEqual(['2025-06']);
    expect(months([slip('2025-06', '100', '110'), slip('2025-07', '110', '140')])).toEqual([]);
  });
});

/** As it was found: a June estimate of 11480 was 11350, ten kWh to a count. */
describe('a slip right after one that settled too much', () => {
  const records = [{ ...CORRECTED, on: '2025-06-30', readingWas: '11480', readingIs: '11350' }];
  const tenfold = { ...METER, multiplier: '10', capacityKw: '100', records };
  const june = { ...slip('2025-06', '10926', '11480'), energyKwh: '5540' };

  const said = (
    typed: { from: string; to: string; kwh: string; month?: string },
    slips: readonly MeteredSlip[],
  ): string[] => {
    const { from, to, kwh, month = '2025-07' } = typed;
    const facts = { ...tenfold, ...neighboursOf(month, slips, tenfold), alreadySettled: [] };
    const entered = { ...slip(month, from, to), energyKwh: kwh, multiplier: '10' };
    return meterProblems(entered, facts).map(({ code, field, facts: of }) =>
      [code, field, String(of?.['expected'] ?? '')].join(' ').trim(),
    );
  };

  it.each([
    ['11350', '12000', '5200', []],
    ['11350', '12000', '5201', []],
    ['11350', '12000', '5202', ['settlement.energyNotNetted energy 5200']],
    ['11350', '12000', '6500', ['settlement.energyNotNetted energy 5200']],
    // As the grid prints it: on from the wrong reading, which takes the same 1,300 kWh off.
    ['11480', '12000', '5200', []],
    ['11480', '12000', '6500', ['settlement.energyNotNetted energy 5200']],
    ['11470', '12000', '5300', ['settlement.readingGap readingFrom']],
  ])('from %s to %s with %s kWh: %j', (from, to, kwh, problems) => {
    expect(said({ from, to, kwh }, [june])).toEqual(problems);
  });

  it('has all of its energy once the wrong one is entered again, or where the reading was too low', () => {
    const right = { ...slip('2025-06', '10926', '11350'), energyKwh: '4240' };
    expect(said({ from: '11350', to: '12000', kwh: '6500' }, [right])).toEqual([]);
    expect(said({ from: '11350', to: '12000', kwh: '5200' }, [right])).toEqual([
      'settlement.energyNotMetered energy',
    ]);
    expect(said({ from: '11480', to: '12000', kwh: '5200' }, [right])).toEqual([
      ...['settlement.readingCorrected readingFrom', 'settlement.readingGap readingFrom'],
    ]);
    const low = { ...june, readingTo: '11480', energyKwh: '5540' };
    const up = {
      ...tenfold,
      records: [{ ...CORRECTED, on: '2025-06-30', readingWas: '11480', readingIs: '11500' }],
    };
    expect(neighboursOf('2025-07', [low], up).previous).toMatchObject({ reading: '11500', overKwh: '-200' });
  });

  it('takes it off once, behind slips that print no readings, too', () => {
    const july = { ...slip('2025-07', '', ''), energyKwh: '5200' };
    expect(said({ month: '2025-08', from: '12000', to: '12100', kwh: '1000' }, [june, july])).toEqual([]);
    const whole = { ...july, energyKwh: '6500' };
    expect(said({ month: '2025-08', from: '12000', to: '12100', kwh: '1000' }, [june, whole])).toEqual([
      'settlement.unreadGap readingFrom',
    ]);
  });
});
