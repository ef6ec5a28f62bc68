import { duePeriods } from '../../../src/domain/oversight/due-days';
import { aboutOf, askedOf, figuresOf, standsFor, togetherOf } from '../../../src/domain/oversight/goals';
import type { CalendarLine } from '../../../src/domain/policy/duties';
import { seeded } from '../policy/seeded';

const goal = (pack: string, id: string) => {
  const found = seeded.requirePack(pack).pack.goals.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('the figures a goal asks for', () => {
  it.each<[pack: string, id: string, asked: string[], all: string[]]>([
    ['530113/2022-09-19', 'DC-21b', ['count'], ['count']],
    ['530113/2022-09-19', 'DC-T2d', ['part', 'whole'], ['part', 'whole', 'part_last', 'whole_last']],
    ['530113/2022-09-19', 'DC-02b', ['count', 'years'], ['count', 'years']],
    ['530113/2022-09-19', 'DC-T1', ['value'], ['value']],
    ['341200/2023-09-21', 'FY-T1', ['value', 'base'], ['value', 'base']],
    ['341200/2023-09-21', 'FY-11a', ['count', 'helped_people'], ['count', 'helped_people']],
    ['211324/2024-08-15', 'KZ-III4t', ['part', 'whole'], ['part', 'whole']],
    ['450000/2022-07-19', 'GX-2-3b', ['count', 'count_of'], ['count_of', 'count']],
    ['450000/2022-07-19', 'GX-2-2b', ['count', 'count_base'], ['count', 'count_base']],
  ])('%s %s', (pack, id, asked, all) => {
    expect([askedOf(goal(pack, id)), figuresOf(goal(pack, id))]).toEqual([asked, all]);
  });

  it.each([
    ['211324/2024-08-15', 'KZ-2-3a', 'lowest'],
    ['530113/2022-09-19', 'DC-II2b', 'lowest'],
    ['530113/2022-09-19', 'DC-03', 'lowest'],
    ['530113/2022-09-19', 'DC-10a', undefined],
    ['341200/2023-09-21', 'FY-19', undefined],
    ['450000/2022-07-19', 'GX-4-5b2', undefined],
  ])('of %s %s stand for the %s of many', (pack, id, which) => {
    expect(standsFor(goal(pack, id))).toBe(which);
  });

  it('stand for the highest of many where none may be above', () => {
    const { need } = goal('450000/2022-07-19', 'GX-4-5b2');
    expect(standsFor({ level: 'household', need })).toBe('highest');
  });

  it.each([
    ['household', 'villages'],
    ['contract', 'villages'],
    ['village', 'villages'],
    ['township', 'townships'],
    ['county', 'office'],
    ['province', 'office'],
  ] as const)('of each %s are about %s', (level, about) => {
    expect(aboutOf(level)).toBe(about);
  });

  it.each([
    [['met', 'missed', 'undecided'], 'missed'],
    [['met', 'undecided'], 'undecided'],
    [['met', 'met'], 'met'],
    [['shown'], 'shown'],
    [[], 'undecided'],
  ] as const)('%j together is %s', (outcomes, together) => {
    expect(togetherOf(outcomes)).toBe(together);
  });
});

describe('what is due around a day', () => {
  const line = (wish: Partial<CalendarLine>): CalendarLine => ({
    ...{ id: 'X', level: 'county', every: undefined, dayOfMonth: undefined, on: [], by: undefined },
    ...{ cite: 'x', says: 'x' },
    ...wish,
  });
  const told = (
    wish: Partial<CalendarLine>,
    today: string,
    done: readonly (readonly [string, string])[] = [],
  ) =>
    duePeriods(line(wish), { today, since: '2022-01-15', doneOn: new Map(done) }).map(
      ({ about, lastDay, outcome }) => `${about} ${lastDay} ${outcome}`,
    );

  it.each<[what: string, wish: Partial<CalendarLine>, today: string, periods: string[]]>([
    ['every month', { every: 'month' }, '2024-03-31', ['2024-02 2024-02-29 late', '2024-03 2024-03-31 open']],
    [
      'by the fifth of the next month',
      { every: 'month', dayOfMonth: 5 },
      '2024-03-05',
      ['2024-02 2024-03-05 open', '2024-03 2024-04-05 open'],
    ],
    [
      'every quarter',
      { every: 'quarter' },
      '2024-04-01',
      ['2024-03 2024-03-31 late', '2024-06 2024-06-30 open'],
    ],
    ['every year', { every: 'year' }, '2024-12-31', ['2023-12 2023-12-31 late', '2024-12 2024-12-31 open']],
    [
      'twice a year',
      { on: ['06-30', '12-31'] },
      '2024-07-01',
      ['2024-06 2024-06-30 late', '2024-12 2024-12-31 open'],
    ],
    [
      'on the day itself',
      { on: ['12-31'] },
      '2024-12-31',
      ['2023-12 2023-12-31 late', '2024-12 2024-12-31 open'],
    ],
    ['by one day', { by: '2024-07-31' }, '2024-08-01', ['2024-07 2024-07-31 late']],
    ['before the document held', { every: 'month' }, '2022-01-20', ['2022-01 2022-01-31 open']],
    ['whenever there is something', { every: 'rolling' }, '2024-03-31', []],
  ])('%s', (_what, wish, today, periods) => {
    expect(told(wish, today)).toEqual(periods);
  });

  it('is in time on its last day and late the day after', () => {
    expect(told({ every: 'month' }, '2024-03-10', [['2024-02', '2024-02-29']])[0]).toContain('in_time');
    expect(told({ every: 'month' }, '2024-03-10', [['2024-02', '2024-03-01']])[0]).toContain('late');
  });
});
