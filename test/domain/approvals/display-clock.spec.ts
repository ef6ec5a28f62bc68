import { cameDownEarly, type DisplaySpan, publicityClock } from '../../../src/domain/approvals/display-clock';

const UP: DisplaySpan = { number: 1, displayedOn: '2025-07-11', place: 'board', proven: true };

function stateOf(days: number, firstDayCounts: boolean, up: string, day: string): string {
  const clock = publicityClock({ days, firstDayCounts }, [{ ...UP, displayedOn: up }], day);
  return clock.state === 'hanging' ? `${String(clock.dayNumber)} of ${String(days)}` : clock.state;
}

describe('the days of a sheet on the wall', () => {
  it.each([
    // days, first day counts, put up, the last day, the first day after
    [3, true, '2025-07-11', '2025-07-13', '2025-07-14'],
    [3, false, '2025-07-11', '2025-07-14', '2025-07-15'],
    [5, true, '2025-07-11', '2025-07-15', '2025-07-16'],
    [5, false, '2025-07-11', '2025-07-16', '2025-07-17'],
    [7, true, '2025-07-11', '2025-07-17', '2025-07-18'],
    [7, false, '2025-07-11', '2025-07-18', '2025-07-19'],
    // As published: 9 to 18 September are ten days.
    [10, true, '2024-09-09', '2024-09-18', '2024-09-19'],
    [10, false, '2024-09-09', '2024-09-19', '2024-09-20'],
    // February of a year with a 29th, and of one without.
    [5, true, '2024-02-26', '2024-03-01', '2024-03-02'],
    [5, true, '2025-02-26', '2025-03-02', '2025-03-03'],
    [3, false, '2024-02-29', '2024-03-03', '2024-03-04'],
    // Over the end of a year.
    [7, true, '2025-12-28', '2026-01-03', '2026-01-04'],
    [7, false, '2025-12-28', '2026-01-04', '2026-01-05'],
  ])('%s days, the first counted %s, put up on %s: the last is %s, over on %s', (...given) => {
    const [days, counts, up, last, after] = given;
    expect(stateOf(days, counts, up, last)).toBe(`${String(days)} of ${String(days)}`);
    expect(stateOf(days, counts, up, after)).toBe('served');
  });

  it.each([
    [true, '2025-07-11', 1, 6],
    [true, '2025-07-12', 2, 5],
    [true, '2025-07-17', 7, 0],
    [false, '2025-07-11', 0, 7],
    [false, '2025-07-12', 1, 6],
    [false, '2025-07-18', 7, 0],
  ])('says which day it is and how many are left (first counted %s, %s)', (counts, day, number, left) => {
    expect(publicityClock({ days: 7, firstDayCounts: counts }, [UP], day)).toMatchObject({
      state: 'hanging',
      dayNumber: number,
      daysLeft: left,
    });
  });

  const RULE = { days: 7, firstDayCounts: true };

  it('does not run without a photo, nor before it is put up', () => {
    expect(publicityClock(RULE, [], '2025-08-01')).toEqual({ state: 'unproven' });
    expect(publicityClock(RULE, [{ ...UP, proven: false }], '2025-08-01')).toEqual({ state: 'unproven' });
    expect(publicityClock(RULE, [UP], '2025-07-10')).toEqual({ state: 'unproven' });
  });

  it.each([
    ['2025-07-11', true, 0],
    ['2025-07-13', true, 2],
    ['2025-07-17', true, 6],
    ['2025-07-18', false, 7],
  ])('taken down on %s came down early: %s, after %s whole days', (takenDownOn, isEarly, hung) => {
    const down = { ...UP, takenDownOn };
    expect(cameDownEarly(RULE, down)).toBe(isEarly);
    const clock = publicityClock(RULE, [down], '2025-07-30');
    expect(clock).toMatchObject(isEarly ? { state: 'takenDown', hung } : { state: 'served' });
  });

  it('leaves the first day out of the whole days where it does not count', () => {
    const down = { ...UP, takenDownOn: '2025-07-13' };
    const clock = publicityClock({ days: 7, firstDayCounts: false }, [down], '2025-07-30');
    expect(clock).toMatchObject({ state: 'takenDown', hung: 1 });
  });

  it('hangs until the day on which it came down', () => {
    const down = { ...UP, takenDownOn: '2025-07-13' };
    expect(publicityClock(RULE, [down], '2025-07-12')).toMatchObject({ state: 'hanging', dayNumber: 2 });
    expect(publicityClock(RULE, [down], '2025-07-13')).toMatchObject({ state: 'takenDown' });
  });

  it('begins anew when it is up again', () => {
    const first = { ...UP, takenDownOn: '2025-07-13' };
    const again = { ...UP, number: 2, displayedOn: '2025-07-14' };
    const on = (day: string) => publicityClock(RULE, [first, again], day);
    expect(on('2025-07-14')).toMatchObject({ state: 'hanging', dayNumber: 1, display: { number: 2 } });
    expect(on('2025-07-18')).toMatchObject({ state: 'hanging', dayNumber: 5 });
    expect(on('2025-07-20')).toMatchObject({ state: 'hanging', dayNumber: 7 });
    expect(on('2025-07-21')).toMatchObject({ state: 'served', period: { from: '2025-07-14' } });
  });

  it('counts, of two places, where its days end first', () => {
    const school = { ...UP, number: 2, displayedOn: '2025-07-12', place: 'school' };
    const on = (day: string) => publicityClock(RULE, [school, UP], day);
    expect(on('2025-07-17')).toMatchObject({ state: 'hanging', display: { place: 'board' } });
    expect(on('2025-07-18')).toMatchObject({ state: 'served', display: { place: 'board' } });
    const fallen = { ...UP, takenDownOn: '2025-07-13' };
    expect(publicityClock(RULE, [fallen, school], '2025-07-18')).toMatchObject({
      state: 'hanging',
      display: { place: 'school' },
    });
  });
});
