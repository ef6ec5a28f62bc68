import type { MeteredSpan } from '../../../src/domain/income/metered-month';
import { oddDays, touches } from '../../../src/domain/income/odd-days';

const BOUNDS = { hoursAtMost: '9', carriedFrom: '1.6', daysAtLeast: 5 };
const span = (of: string, kwh: string): MeteredSpan => ({ span: of, kwh, source: 'inverter' });
/** Days of June 2025, one kWh figure after the other, from a day on; a blank is a day nobody read. */
const june = (kwh: string, from = 1): MeteredSpan[] =>
  kwh.split(' ').flatMap((each, at) => {
    const day = `2025-06-${String(from + at).padStart(2, '0')}`;
    return each === '_' ? [] : [span(day, each)];
  });

/** A station of 60 kW gives 540 kWh on its best day. */
const told = (spans: readonly MeteredSpan[], capacityKw = '60'): string[] =>
  oddDays(spans, capacityKw, BOUNDS).map(({ why, from, day, kwh, most }) =>
    [why, from.slice(5), day.slice(5), kwh, most].join(' '),
  );

describe('a day whose energy cannot be that day’s alone', () => {
  it.each<[rule: string, spans: MeteredSpan[], found: string[]]>([
    ['is none of usual ones', june('200 210 190 205 220 30'), []],
    [
      'holds the day before where that shows nothing',
      june('200 210 190 205 0 410'),
      ['carriedOver 06-05 06-06 410 540'],
    ],
    [
      'holds all the days before that show nothing',
      june('200 210 190 205 0 0 620'),
      ['carriedOver 06-05 06-07 620 540'],
    ],
    ['is no double of a usual day below the bound', june('200 200 200 200 0 319'), []],
    ['is the double from the bound on', june('200 200 200 200 0 320'), ['carriedOver 06-05 06-06 320 540']],
    [
      'holds the day before where few were read, once it is too much',
      june('0 541'),
      ['carriedOver 06-01 06-02 541 540'],
    ],
    ['says nothing of what is usual where few were read', june('200 0 410'), []],
    ['is no carry-over after a day nobody read', june('200 210 190 205 _ 410'), []],
    ['is no carry-over after a dark day', june('200 210 190 205 1 410'), []],
    ['is too much for one day', june('200 541'), ['tooMuch 06-02 06-02 541 540']],
    ['is the best day to its last kWh', june('200 540'), []],
    ['is too much after a day nobody read', june('200 _ 541'), ['tooMuch 06-03 06-03 541 540']],
    ['is too much for both days', june('200 0 1080.01'), ['tooMuch 06-03 06-03 1080.01 540']],
    ['may be as much as both can give', june('200 0 1080'), ['carriedOver 06-02 06-03 1080 540']],
    ['is too much for two: 1,300 kWh of 60 kW', june('0 1300', 10), ['tooMuch 06-11 06-11 1300 540']],
    ['is what was read of it last', [...june('0 541'), ...june('200')], ['tooMuch 06-02 06-02 541 540']],
    [
      'is judged by the days of its own month',
      [span('2025-05-31', '0'), ...june('400 200 200 200 200 200')],
      ['carriedOver 05-31 06-01 400 540'],
    ],
    ['counts nowhere in a month that was read whole', [...june('0 541'), span('2025-06', '6000')], []],
    ['is among other days in any order', june('541 200').reverse(), ['tooMuch 06-01 06-01 541 540']],
  ])('%s', (_rule, spans, found) => {
    expect(told(spans)).toEqual(found);
  });

  it('is not asked for where nobody knows how large the station is', () => {
    expect(told(june('0 99999'), '0')).toEqual([]);
  });

  it('concerns its own month and those whose days it may hold', () => {
    const [odd] = oddDays([span('2025-05-31', '0'), ...june('541')], '60', BOUNDS);
    const months = ['2025-04', '2025-05', '2025-06', '2025-07'];
    expect(months.filter((month) => odd !== undefined && touches(odd, month))).toEqual([
      '2025-05',
      '2025-06',
    ]);
  });
});

describe('a station that is said to give 350 kWh a day with 60 kW', () => {
  it('may do so on one day, and on no day more than its hours', () => {
    expect(told(june('350 350 350'))).toEqual([]);
    expect(told(june('350 720 350'))).toEqual(['tooMuch 06-02 06-02 720 540']);
  });
});
