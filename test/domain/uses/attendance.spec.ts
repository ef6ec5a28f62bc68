import fc from 'fast-check';
import { Findings } from '../../../src/domain/ledger/check-pass';
import {
  aheadProblems,
  attendanceAmount,
  daysText,
  monthRows,
  readAttendance,
  stillHolds,
  wageOf,
} from '../../../src/domain/uses/attendance';
import { monthAcceptanceProblems } from '../../../src/domain/uses/attendance-acceptance';
import { checkAttendance, type KeptAttendance } from '../../../src/domain/uses/check-attendance';
import { type Appointment, endedByList, type Post, type PostStandard } from '../../../src/domain/uses/post';

const POST: Post = {
  ...{ id: 'p1', number: 1, kind: 'cleaning', name: 'east', duties: 'sweep', place: 'east', seats: 3 },
  openedOn: '2025-01-01',
};
const STANDARD: PostStandard = {
  ...{ postId: 'p1', standardNumber: 1, from: '2025-02', every: 'month', amount: 60_000n },
};
const on = (of: Partial<Appointment>): Appointment => ({
  ...{ id: 'a1', number: 1, postId: 'p1', memberId: 'm1', from: '2025-02-01', to: '2025-12-31' },
  left: undefined,
  ...of,
});
const rowsOf = (month: string, ...appointments: Appointment[]) =>
  monthRows([{ post: POST, standards: [STANDARD], appointments }], month);

describe('somebody who has become close to an officer', () => {
  const typed = { days: { a1: '10' }, attendanceReason: '' };
  const rows = (from: string, of: Partial<Appointment> = {}) =>
    monthRows(
      [{ post: POST, standards: [STANDARD], appointments: [on(of)] }],
      '2025-03',
      new Map([['m1', from]]),
    );
  it.each<[what: string, from: string, of: Partial<Appointment>, codes: string[]]>([
    ['within the month', '2025-03-20', {}, ['attendance.barred']],
    ['on its last day', '2025-03-31', {}, ['attendance.barred']],
    ['after it', '2025-04-01', {}, []],
    ['and left the day before', '2025-03-20', { left: { on: '2025-03-19', why: 'barred' } }, []],
    [
      'and left on that day',
      '2025-03-20',
      { left: { on: '2025-03-20', why: 'barred' } },
      ['attendance.barred'],
    ],
  ])('%s', (_what, from, of, codes) => {
    const read = readAttendance(typed, rows(from, of));
    expect(read.problems.map(({ code }) => code)).toEqual(codes);
    expect(stillHolds(read.lines, rows(from, of))).toBe(codes.length === 0);
  });
});

describe('who is on a post in a month', () => {
  it.each<[what: string, of: Partial<Appointment>, month: string, possible: number[]]>([
    ['the whole of it', {}, '2025-03', [31]],
    ['February of a common year', {}, '2025-02', [28]],
    ['from its last day', { from: '2025-03-31' }, '2025-03', [1]],
    ['from the day after', { from: '2025-04-01' }, '2025-03', []],
    ['to its first day', { to: '2025-03-01' }, '2025-03', [1]],
    ['to the day before', { to: '2025-02-28' }, '2025-03', []],
    ['who left within it', { left: { on: '2025-03-10', why: 'ownWish' } }, '2025-03', [10]],
    ['who was entered wrongly', { left: { on: '2025-02-01', why: 'mistaken' } }, '2025-03', []],
  ])('%s', (_what, of, month, possible) => {
    expect(rowsOf(month, on(of)).map((row) => row.possible)).toEqual(possible);
  });

  it.each<[what: string, of: Partial<Appointment>, from: string, possible: number[]]>([
    ['who died within the month: the days before', {}, '2025-03-15', [14]],
    ['who died on its first day: none of it', {}, '2025-03-01', []],
    ['who died on the day he was to begin: never', { from: '2025-03-15' }, '2025-03-15', []],
    ['who left the list after he left the post: as he left', { to: '2025-03-10' }, '2025-03-20', [10]],
    ['who leaves the list later: the whole of it', {}, '2025-04-01', [31]],
    [
      'who was entered wrongly: none, as before',
      { left: { on: '2025-02-01', why: 'mistaken' } },
      '2025-03-15',
      [],
    ],
  ])('%s', (_what, of, from, possible) => {
    const left = new Map([['m1', { from, why: 'died' as const }]]);
    expect(rowsOf('2025-03', endedByList(on(of), left)).map((row) => row.possible)).toEqual(possible);
  });

  it('is told what the post pays then, or that nothing is set', () => {
    expect(rowsOf('2025-02', on({}))[0]?.standard?.amount).toBe(60_000n);
    expect(rowsOf('2025-01', on({ from: '2025-01-01' }))[0]?.standard).toBeUndefined();
  });
});

describe('a wage', () => {
  it.each<[every: 'month' | 'day', standard: bigint, halfDays: number, monthDays: number, wage: bigint]>([
    ['month', 60_000n, 62, 31, 60_000n],
    ['month', 60_000n, 0, 31, 0n],
    // 600.00 / 31 x 20 = 387.0967…
    ['month', 60_000n, 40, 31, 38_710n],
    // 600.00 / 31 x 0.5 = 9.677…
    ['month', 60_000n, 1, 31, 968n],
    // 0.05 / 2 halves of 1 day of 30 … half a fen goes up.
    ['month', 30n, 1, 30, 1n],
    ['month', 29n, 1, 30, 0n],
    ['day', 8_000n, 25, 31, 100_000n],
    ['day', 8_001n, 1, 31, 4_001n],
  ])('by the %s of %p for %p half days of %p: %p', (every, standard, halfDays, monthDays, wage) => {
    expect(wageOf({ every, standard, halfDays, monthDays })).toBe(wage);
  });

  it('never passes its standard, and parts of a month miss it by a fen at most', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 1_000_000n }),
        fc.integer({ min: 28, max: 31 }),
        fc.integer({ min: 0, max: 56 }),
        (standard, monthDays, halfDays) => {
          const of = { every: 'month', standard, monthDays } as const;
          const [part, rest] = [halfDays, monthDays * 2 - halfDays].map((days) =>
            wageOf({ ...of, halfDays: days }),
          );
          const sum = (part ?? 0n) + (rest ?? 0n);
          expect(part !== undefined && part >= 0n && part <= standard).toBe(true);
          expect(sum - standard >= 0n && sum - standard <= 1n).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("a month's sheet", () => {
  const rows = rowsOf('2025-03', on({}), on({ id: 'a2', memberId: 'm2', from: '2025-03-12' }));
  const read = (days: Record<string, string>, given = rows): string[] =>
    readAttendance({ days, attendanceReason: '' }, given).problems.map(
      ({ code, field }) => `${code} ${field}`,
    );

  it('is what everybody was on the post', () => {
    const { lines, problems } = readAttendance(
      { days: { a1: '31', a2: '19.5' }, attendanceReason: '' },
      rows,
    );
    expect(problems).toEqual([]);
    // 600.00 and 600.00 / 31 x 19.5 = 377.419…
    expect(lines.map(({ amount }) => amount)).toEqual([60_000n, 37_742n]);
    expect(attendanceAmount(lines)).toBe(97_742n);
    expect(lines.map(({ halfDays }) => daysText(halfDays))).toEqual(['31', '19.5']);
  });

  it.each<[what: string, days: Record<string, string>, problems: string[]]>([
    ['nobody left out', { a1: '31' }, ['form.missing days[a2]']],
    ['as many days as he was appointed for', { a1: '0', a2: '20' }, []],
    ['days of nobody on a post', { a1: '0', a2: '20', a9: '3' }, ['attendance.notInMonth days[a9]']],
    ['a blank of nobody on a post', { a1: '0', a2: '20', a9: ' ' }, []],
    ['no more', { a1: '0', a2: '20.5' }, ['attendance.days days[a2]']],
    ['no third of a day', { a1: '1.3', a2: '0' }, ['attendance.days days[a1]']],
    ['nothing below zero', { a1: '-1', a2: '0' }, ['attendance.days days[a1]']],
    ['wide digits', { a1: '１２', a2: '0' }, []],
  ])('%s', (_what, days, problems) => {
    expect(read(days)).toEqual(problems);
  });

  it.each<[today: string, days: Record<string, string>, problems: [field: string, most: number][]]>([
    ['2025-03-31', { a1: '31', a2: '20' }, []],
    ['2025-03-15', { a1: '15', a2: '4' }, []],
    ['2025-03-15', { a1: '15.5', a2: '4' }, [['days[a1]', 15]]],
    [
      '2025-03-15',
      { a1: '31', a2: '4.5' },
      [
        ['days[a1]', 15],
        ['days[a2]', 4],
      ],
    ],
    ['2025-03-11', { a1: '0', a2: '0' }, []],
    ['2025-03-11', { a1: '0', a2: '0.5' }, [['days[a2]', 0]]],
  ])('on %s says nothing of days to come: %j', (today, days, problems) => {
    const { lines } = readAttendance({ days, attendanceReason: '' }, rows);
    const found = aheadProblems(lines, rows, today);
    expect(found.map(({ field, facts }) => [field, facts?.['most']])).toEqual(problems);
  });

  it('is of somebody, on a post that pays', () => {
    expect(read({}, [])).toEqual(['attendance.nobody ']);
    const unpaid = rowsOf('2025-01', on({ from: '2025-01-01' }));
    expect(read({ a1: '1' }, unpaid)).toEqual(['attendance.noStandard days[a1]']);
  });
});

it.each<[what: string, appointments: Appointment[], standard: bigint, holds: boolean]>([
  ['while nothing changed', [on({})], 60_000n, true],
  [
    'where he left since, after the days he was there',
    [on({ left: { on: '2025-03-20', why: 'ownWish' } })],
    60_000n,
    true,
  ],
  ['where he left since, before them', [on({ left: { on: '2025-03-19', why: 'ownWish' } })], 60_000n, false],
  ['where another came since', [on({}), on({ id: 'a2' })], 60_000n, false],
  ['where he never was', [], 60_000n, false],
  ['where the post pays otherwise since', [on({})], 60_001n, false],
])('a sheet of twenty days holds %s', (_what, appointments, amount, holds) => {
  const { lines } = readAttendance({ days: { a1: '20' }, attendanceReason: '' }, rowsOf('2025-03', on({})));
  const rows = monthRows([{ post: POST, standards: [{ ...STANDARD, amount }], appointments }], '2025-03');
  expect(stillHolds(lines, rows)).toBe(holds);
});

describe('accepting a month', () => {
  const sheet = { month: '2025-06', amount: 60_000n, enteredBy: 'zhou', enteredOn: '2025-07-03' };
  const today = '2025-07-20';
  it.each<[what: string, acceptedOn: string, by: string, problems: string[]]>([
    ['on the day of its entry', '2025-07-03', 'sun', []],
    ['before it was entered', '2025-07-02', 'sun', ['uses.acceptedBeforeEntry acceptedOn']],
    ['before it is over', '2025-06-29', 'sun', ['attendance.acceptedEarly acceptedOn']],
    ['tomorrow', '2025-07-21', 'sun', ['attendance.acceptedAhead acceptedOn']],
    ['by whoever entered it', '2025-07-03', 'zhou', ['attendance.ownSheet ']],
    ['on no day', '', 'sun', ['form.missing acceptedOn']],
  ])('%s', (_what, acceptedOn, by, problems) => {
    const found = monthAcceptanceProblems(sheet, { acceptedOn, by, today });
    expect(found.map(({ code, field }) => `${code} ${field}`)).toEqual(problems);
  });

  it('of nothing owes nothing', () => {
    const given = { acceptedOn: '2025-07-03', by: 'sun', today };
    expect(monthAcceptanceProblems({ ...sheet, amount: 0n }, given).map(({ code }) => code)).toEqual([
      'attendance.nothing',
    ]);
  });
});

describe('the check of attendance', () => {
  const line = {
    appointmentId: 'a1',
    halfDays: 40,
    monthDays: 31,
    every: 'month',
    standard: 60_000n,
  } as const;
  const sheet = { month: '2025-03', sheetNumber: 1, amount: 38_710n, enteredBy: 'zhou' };
  const kept: KeptAttendance = {
    sheets: [{ id: 's1', ...sheet, lines: [{ ...line, amount: 38_710n }] }],
    acceptances: [{ sheetId: 's1', grantId: 'g1', entryId: 'e1', acceptedBy: 'sun' }],
    grants: [{ id: 'g1', entryId: 'e1', amount: 38_710n }],
    reversed: new Set(),
  };
  const [first] = kept.sheets;
  const again = { ...kept.acceptances[0], sheetId: 's2', grantId: 'g2', entryId: 'e2' };
  const twice = {
    sheets: [...kept.sheets, { ...sheet, id: 's2', sheetNumber: 2, lines: first?.lines ?? [] }],
    acceptances: [...kept.acceptances, { ...again, acceptedBy: 'sun' }],
    grants: [...kept.grants, { id: 'g2', entryId: 'e2', amount: 38_710n }],
  };
  it.each<[what: string, of: Partial<KeptAttendance>, codes: string[]]>([
    ['holds', {}, []],
    [
      'a wage that its days do not come to',
      { sheets: [{ id: 's1', ...sheet, lines: [{ ...line, amount: 38_711n }] }] },
      ['check.attendanceDiffers'],
    ],
    [
      'a sum that is not of its lines',
      { sheets: [{ id: 's1', ...sheet, amount: 38_709n, lines: [{ ...line, amount: 38_710n }] }] },
      ['check.attendanceDiffers', 'check.attendanceGrantDiffers'],
    ],
    ['no grant', { grants: [] }, ['check.attendanceGrantDiffers']],
    [
      'a grant of another amount',
      { grants: [{ id: 'g1', entryId: 'e1', amount: 1n }] },
      ['check.attendanceGrantDiffers'],
    ],
    [
      'accepted by whoever entered it',
      { acceptances: [{ sheetId: 's1', grantId: 'g1', entryId: 'e1', acceptedBy: 'zhou' }] },
      ['check.attendanceGrantDiffers'],
    ],
    ['a month owed twice', twice, ['check.attendanceGrantDiffers']],
    ['a month withdrawn and owed anew', { ...twice, reversed: new Set(['e1']) }, []],
  ])('%s', (_what, of, codes) => {
    const findings = new Findings('attendance');
    checkAttendance({ ...kept, ...of }, findings);
    expect(findings.breaks.map(({ code }) => code)).toEqual(codes);
  });
});
