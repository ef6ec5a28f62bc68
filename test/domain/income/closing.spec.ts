import { incomeClosingProblems, missingSlips } from '../../../src/domain/income/closing-problems';

const STATION = {
  assetId: 's1',
  name: 'Station 1',
  acquiredOn: '2025-02-10',
  settledMonths: ['2025-02', '2025-04'],
};
const OPENED = '2025-01-01';

describe('a month waits for the slip of the month before', () => {
  it.each<{ month: string; rule: string; waits: boolean }>([
    { month: '2025-01', rule: 'not before the station stands', waits: false },
    { month: '2025-02', rule: 'not in its first month', waits: false },
    { month: '2025-03', rule: 'not when the slip is entered', waits: false },
    { month: '2025-04', rule: 'when it is missing', waits: true },
    { month: '2025-05', rule: 'not for an older one', waits: false },
    { month: '2025-06', rule: 'when it is not entered yet', waits: true },
  ])('$month: $rule', ({ month, waits }) => {
    expect(missingSlips(month, OPENED, [STATION])).toEqual(waits ? [STATION] : []);
  });

  it.each<{ opened: string; waits: boolean }>([
    { opened: '2025-04-01', waits: true },
    { opened: '2025-04-30', waits: true },
    { opened: '2025-05-01', waits: false },
  ])('of books opened on $opened in April 2025: $waits', ({ opened, waits }) => {
    expect(missingSlips('2025-04', opened, [STATION])).toHaveLength(waits ? 1 : 0);
  });

  it.each<[from: string, to: string | undefined, waits: boolean]>([
    ['2025-03-01', '2025-03-31', false],
    ['2025-03-02', '2025-03-31', true],
    ['2025-03-01', '2025-03-30', true],
    ['2025-01-15', undefined, false],
    ['2025-04-01', undefined, true],
  ])('of a station that stands still from %s to %s in April 2025: %s', (from, to, waits) => {
    expect(missingSlips('2025-04', OPENED, [{ ...STATION, still: [{ from, to }] }])).toHaveLength(
      waits ? 1 : 0,
    );
  });

  it('names each station with the month of generation', () => {
    const other = { ...STATION, assetId: 's2', name: 'Station 2', settledMonths: ['2025-03'] };
    const third = { ...STATION, assetId: 's3', name: 'Station 3' };
    expect(incomeClosingProblems('2025-04', OPENED, [STATION, other, third])).toEqual([
      {
        code: 'months.slipMissing',
        field: 's1',
        facts: { station: 'Station 1', generationMonth: '2025-03' },
      },
      {
        code: 'months.slipMissing',
        field: 's3',
        facts: { station: 'Station 3', generationMonth: '2025-03' },
      },
    ]);
    expect(incomeClosingProblems('2025-04', OPENED, [])).toEqual([]);
  });

  it('looks back over the turn of the year', () => {
    const old = { ...STATION, acquiredOn: '2018-01-01', settledMonths: [] };
    const [problem] = incomeClosingProblems('2025-01', OPENED, [old]);
    expect(problem?.facts).toMatchObject({ generationMonth: '2024-12' });
  });
});
