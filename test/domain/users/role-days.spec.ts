import {
  gapsOf,
  givenDaysProblems,
  handoverDayProblems,
  isHeldOn,
  lastDayProblems,
  overlaps,
  type RoleDays,
} from '../../../src/domain/users/role-days';

const days = (from: string | null, to: string | null): RoleDays => ({ from, to });
const TODAY = '2025-07-15';

describe('the days of a role', () => {
  const held: [string, RoleDays, string, boolean][] = [
    ['one that begins tomorrow is not held today', days('2025-07-16', null), TODAY, false],
    ['it is on its first day', days('2025-07-15', null), TODAY, true],
    ['it is on its last day', days('2025-07-01', '2025-07-15'), TODAY, true],
    ['it is not on the day after', days('2025-07-01', '2025-07-14'), TODAY, false],
    ['one without days has always been', days(null, null), TODAY, true],
    ['one taken back before it began never is', days('2025-07-16', '2025-07-15'), '2025-07-16', false],
  ];
  it.each(held)('%s', (_what, role, day, expected) => {
    expect(isHeldOn(role, day)).toBe(expected);
  });

  const beside: [string, RoleDays, RoleDays, boolean][] = [
    ['a handover does not overlap', days(null, '2025-07-14'), days('2025-07-15', null), false],
    ['one day too long does', days(null, '2025-07-15'), days('2025-07-15', null), true],
    ['open ones do', days(null, null), days('2030-01-01', null), true],
    ['one taken back overlaps nothing', days('2025-07-16', '2025-07-15'), days(null, null), false],
  ];
  it.each(beside)('%s', (_what, one, other, expected) => {
    expect([overlaps(one, other), overlaps(other, one)]).toEqual([expected, expected]);
  });

  const gaps: [string, RoleDays[], unknown[]][] = [
    ['nobody ever', [], []],
    ['somebody always', [days(null, null)], []],
    ['handed over', [days('2025-07-15', null), days(null, '2025-07-14')], []],
    [
      'three days between',
      [days(null, '2025-07-11'), days('2025-07-15', null)],
      [{ from: '2025-07-12', to: '2025-07-14' }],
    ],
    ['ended', [days(null, '2025-07-31')], [{ from: '2025-08-01', to: null }]],
    ['one of two left', [days(null, '2025-07-11'), days('2025-01-01', null)], []],
    [
      'a short one within a long one',
      [days('2025-01-01', '2025-06-30'), days('2025-02-01', '2025-02-28')],
      [{ from: '2025-07-01', to: null }],
    ],
    [
      'one taken back',
      [days(null, '2025-07-31'), days('2025-08-01', '2025-07-31')],
      [{ from: '2025-08-01', to: null }],
    ],
  ];
  it.each(gaps)('gaps where %s', (_what, all, expected) => {
    expect(gapsOf(all)).toEqual(expected);
  });

  const codes = (problems: readonly { field: string; code: string }[]): string[] =>
    problems.map(({ field, code }) => `${field} ${code}`);
  const given: [string, string, string | null, string[]][] = [
    [TODAY, TODAY, null, []],
    ['a day', TODAY, TODAY, []],
    ['yesterday', '2025-07-14', null, ['from users.dayPast']],
    ['an end before', '2025-07-20', '2025-07-19', ['to users.endBeforeBegin']],
  ];
  it.each(given)('given: %s', (_what, from, to, expected) => {
    expect(codes(givenDaysProblems({ from, to }, TODAY))).toEqual(expected);
  });

  const ended: [string, RoleDays, string, string[]][] = [
    ['at once', days(null, null), '2025-07-14', []],
    ['two days ago', days(null, null), '2025-07-13', ['lastDay users.dayPast']],
    ['taken back', days('2025-08-01', null), '2025-07-31', []],
    ['before that', days('2025-08-01', null), '2025-07-30', ['lastDay users.endBeforeBegin']],
    ['after its end', days(null, '2025-07-31'), '2025-08-01', ['lastDay users.endAfterEnd']],
    ['earlier than its end', days(null, '2025-07-31'), '2025-07-30', []],
  ];
  it.each(ended)('ended: %s', (_what, role, lastDay, expected) => {
    expect(codes(lastDayProblems(role, lastDay, TODAY))).toEqual(expected);
  });

  const over: [string, RoleDays, string, string[]][] = [
    ['today', days(null, null), TODAY, []],
    ['as of yesterday', days(null, null), '2025-07-14', ['from users.dayPast']],
    ['on its first day', days('2025-08-01', null), '2025-08-01', ['from users.endBeforeBegin']],
    ['on the day after', days('2025-08-01', null), '2025-08-02', []],
    ['after its end', days(null, '2025-07-31'), '2025-08-01', ['from users.endAfterEnd']],
  ];
  it.each(over)('handed over: %s', (_what, role, from, expected) => {
    expect(codes(handoverDayProblems(role, from, TODAY))).toEqual(expected);
  });
});
