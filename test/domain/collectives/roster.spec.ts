import type { CalendarDay } from '../../../src/domain/calendar/calendar-day';
import {
  type HouseholdIncome,
  incomeFacts,
  readIncome,
} from '../../../src/domain/collectives/household-income';
import {
  type HouseholdStatus,
  holdsOn,
  readStatus,
  readStatusEnd,
} from '../../../src/domain/collectives/household-status';
import { readLeaving } from '../../../src/domain/collectives/leaving-roster';
import { completedForm, type PersonForm } from '../../../src/domain/collectives/person';
import {
  type EnteredVersion,
  heldOn,
  type MemberVersion,
  relatedSince,
  rosterOn,
  versionProblems,
} from '../../../src/domain/collectives/roster';
import type { Problem } from '../../../src/domain/shared/problem';

const told = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, field }) => `${code} ${field}`);

const version = (of: Partial<MemberVersion>): MemberVersion => ({
  ...{ memberId: 'a', version: 1, fromDay: '2023-01-01', householdId: 'one', relation: 'head' },
  ...{ labour: 'able', officerRelation: 'none', belongs: true, leftWhy: undefined },
  ...of,
});
const first = version({});
const moved = version({ version: 2, fromDay: '2024-05-01', householdId: 'two', relation: 'other' });
const left = version({ version: 3, fromDay: '2025-03-10', leftWhy: 'died' });
const spouse = version({ memberId: 'b', relation: 'spouse' });

describe('since when somebody is close to an officer', () => {
  const near = version({ version: 2, fromDay: '2024-05-01', officerRelation: 'spouse' });
  const noMore = version({ version: 3, fromDay: '2025-02-01' });
  it.each<[what: string, versions: MemberVersion[], since: CalendarDay | undefined]>([
    ['nobody ever said so', [first], undefined],
    ['from the day of the change', [first, near], '2024-05-01'],
    ['in whatever order', [near, first], '2024-05-01'],
    ['from the start', [version({ officerRelation: 'officer' })], '2023-01-01'],
    [
      'an officer first, then the spouse of one: all the time',
      [version({ officerRelation: 'officer' }), near],
      '2023-01-01',
    ],
    ['a relation that is not asked about', [version({ officerRelation: 'sibling' })], undefined],
    ['no more', [first, near, noMore], undefined],
    [
      'anew',
      [first, near, noMore, version({ version: 4, fromDay: '2025-06-01', officerRelation: 'spouse' })],
      '2025-06-01',
    ],
    ['gone from the list', [near, left], undefined],
  ])('%s', (_what, versions, since) => {
    expect(relatedSince(versions, ['officer', 'spouse']).get('a')).toBe(since);
  });
});

describe('what holds of a person on a day', () => {
  const days: [CalendarDay, number | undefined][] = [
    ['2022-12-31', undefined],
    ['2023-01-01', 1],
    ['2024-04-30', 1],
    ['2024-05-01', 2],
    ['2025-03-09', 2],
    ['2025-03-10', undefined],
  ];
  it.each(days)('on %s: version %p', (day, expected) => {
    expect(heldOn([left, first, moved], day)?.version).toBe(expected);
  });

  it('of what begins on one day the last entered holds: it put the other right', () => {
    const mended = version({ version: 2, labour: 'weak' });
    expect(heldOn([first, mended], '2023-01-01')).toBe(mended);
  });

  it('tells everybody once, and nobody who has left', () => {
    expect(rosterOn([first, moved, left, spouse], '2024-06-01')).toEqual([moved, spouse]);
    expect(rosterOn([first, moved, left, spouse], '2025-03-10')).toEqual([spouse]);
  });
});

describe('what may follow what was entered before', () => {
  const entered: Omit<EnteredVersion, 'others'> = {
    ...{ memberId: 'b', fromDay: '2024-06-01', householdId: 'one', relation: 'head' },
  };
  const cases: [string, Partial<typeof entered> & { others: MemberVersion[] }, string[]][] = [
    ['a head where the former head moved away', { others: [first, moved] }, []],
    ['a head beside a head', { others: [first] }, ['person.secondHead relation']],
    [
      'a head before the other steps down',
      { fromDay: '2024-04-30', others: [first, moved] },
      ['person.secondHead relation'],
    ],
    ['a head from the day the other steps down', { fromDay: '2024-05-01', others: [first, moved] }, []],
    [
      'a head where one is entered for later',
      { fromDay: '2022-06-01', others: [first] },
      ['person.secondHead relation'],
    ],
    ['a head after the head died', { fromDay: '2025-03-10', others: [first, left] }, []],
    ['the day of the last', { memberId: 'a', fromDay: '2024-05-01', others: [first, moved] }, []],
    [
      'the day before the last',
      { memberId: 'a', fromDay: '2024-04-30', others: [first, moved] },
      ['person.beforeLast fromDay'],
    ],
  ];
  it.each(cases)('%s', (_name, given, expected) => {
    expect(told(versionProblems({ ...entered, ...given }))).toEqual(expected);
  });
});

describe('leaving the list', () => {
  const cases: [string, string, MemberVersion, string[]][] = [
    ['moved', '2024-05-01', moved, []],
    ['moved', '2024-04-30', moved, ['person.beforeLast fromDay']],
    ['moved', '2025-07-11', moved, []],
    ['moved', '2025-07-12', moved, ['person.dayAhead fromDay']],
    ['', '2025-02-30', moved, ['form.missing leftWhy', 'calendar.notADay fromDay']],
    ['gone', '', moved, ['form.notAllowed leftWhy', 'form.missing fromDay']],
    ['died', '2025-07-01', left, ['person.hasLeft leftWhy']],
  ];
  it.each(cases)('%p on %p', (leftWhy, fromDay, last, expected) => {
    expect(told(readLeaving({ leftWhy, fromDay }, last, '2025-07-11').problems)).toEqual(expected);
  });
});

describe('the standing of a household', () => {
  const status = (of: Partial<HouseholdStatus>): HouseholdStatus => ({
    ...{ householdId: 'one', statusNumber: 1, status: 'monitored', fromDay: '2023-09-15', end: undefined },
    ...of,
  });
  const ended = status({ end: { endedOn: '2023-08-31', why: 'ended' }, fromDay: '2022-01-01' });

  // FY-E1: who entered on the 15th is helped with what is paid on the 30th.
  const days: [string, HouseholdStatus, CalendarDay, boolean][] = [
    ['before its first day', status({}), '2023-09-14', false],
    ['on its first day', status({}), '2023-09-15', true],
    ['on the day of payment', status({}), '2023-09-30', true],
    ['on its last day', ended, '2023-08-31', true],
    ['the day after', ended, '2023-09-01', false],
    ['entered wrongly', status({ end: { endedOn: '2023-09-15', why: 'mistaken' } }), '2023-09-15', false],
  ];
  it.each(days)('%s', (_name, of, day, expected) => {
    expect(holdsOn(of, day)).toBe(expected);
  });

  const words = [
    { id: 'lifted_out', name: '脱贫人口' },
    { id: 'monitored', name: '监测对象' },
  ];
  const forms: [string, string, string, HouseholdStatus[], string[]][] = [
    ['monitored', '2023-09-15', 'list 3', [], []],
    // SQ-E1: a word of other documents.
    ['registered', '2023-09-15', 'list 3', [], ['household.statusUnknown status']],
    ['', '', '', [], ['form.missing statusFrom', 'form.missing status', 'form.missing statusPaper']],
    ['monitored', '2025-07-12', 'list 3', [], ['person.dayAhead statusFrom']],
    ['monitored', '2024-01-01', 'list 3', [status({})], ['household.statusStands status']],
    ['monitored', '2023-01-01', 'list 3', [status({})], ['household.statusStands status']],
    ['monitored', '2023-09-01', 'list 3', [ended], []],
    ['monitored', '2023-08-31', 'list 3', [ended], ['household.statusStands status']],
    ['lifted_out', '2024-01-01', 'list 3', [status({})], []],
    ['monitored', '2024-01-01', '110101199003077221', [], ['form.privateNumber statusPaper']],
  ];
  it.each(forms)('%p from %p by %p', (typed, statusFrom, paper, standing, expected) => {
    const read = readStatus(
      { status: typed, statusFrom, statusPaper: paper },
      { words, standing, today: '2025-07-11' },
    );
    expect(told(read.problems)).toEqual(expected);
  });

  const ends: [string, string, string[]][] = [
    ['ended', '2023-09-15', []],
    ['ended', '2023-09-14', ['household.endBeforeStatus endedOn']],
    ['ended', '2025-07-12', ['person.dayAhead endedOn']],
    ['mistaken', '', []],
    ['', '2024-01-01', ['form.missing statusEnd']],
  ];
  it.each(ends)('%p on %p', (statusEnd, endedOn, expected) => {
    const read = readStatusEnd(
      { statusNumber: '1', statusEnd, endedOn, endPaper: 'list 4' },
      status({}),
      '2025-07-11',
    );
    expect(told(read.problems)).toEqual(expected);
  });
});

describe('what a household had a head', () => {
  const income = (incomeNumber: number, year: string, perHead: bigint): HouseholdIncome => ({
    ...{ householdId: 'one', incomeNumber, year, perHead },
  });
  it('tells this year and the last, the latest entry of each', () => {
    const all = [income(1, '2023', 1_000_000n), income(2, '2024', 999_999n), income(3, '2023', 1_200_000n)];
    expect(incomeFacts(all, '2024')).toEqual({ income: '9999.99', income_last: '12000.00' });
    expect(incomeFacts(all, '2023')).toEqual({ income: '12000.00' });
    expect(incomeFacts(all, '2026')).toEqual({});
  });

  const forms: [string, string, string, string[]][] = [
    ['2024', '9999.99', 'sheet', []],
    ['2024', '0', 'sheet', []],
    ['2026', '1', 'sheet', ['household.incomeYear incomeYear']],
    ['2012', '1', 'sheet', ['household.incomeYear incomeYear']],
    [
      '24',
      '-1',
      '',
      ['household.incomeYear incomeYear', 'money.negative perHead', 'form.missing incomePaper'],
    ],
  ];
  it.each(forms)('%p %p %p', (incomeYear, perHead, paper, expected) => {
    expect(told(readIncome({ incomeYear, perHead, incomePaper: paper }, '2025-07-11').problems)).toEqual(
      expected,
    );
  });
});

describe('a change with numbers left blank', () => {
  const blank: PersonForm = {
    ...{ personName: 'x', identity: '', relation: 'head', labour: 'able', officerRelation: 'none' },
    ...{ belongs: 'yes', fromDay: '', mobile: '', accountKind: '', accountNumber: '', bank: '' },
  };
  const held = {
    ...{ name: 'x', identity: 'i', mobile: 'm' },
    account: { kind: 'card', number: 'c', bank: 'b' },
  } as const;
  const cases: [Partial<PersonForm>, Partial<PersonForm>][] = [
    [{}, { identity: 'i', mobile: 'm', accountKind: 'card', accountNumber: 'c', bank: 'b' }],
    [
      { identity: 'j', mobile: 'n' },
      { identity: 'j', mobile: 'n', accountNumber: 'c' },
    ],
    [{ accountKind: 'none' }, { identity: 'i', accountKind: '', accountNumber: '', bank: '' }],
    // A new number without its bank is asked for the rest, and not mixed with the old one.
    [{ accountNumber: 'd' }, { accountKind: '', accountNumber: 'd', bank: '' }],
  ];
  it.each(cases)('%p', (typed, expected) => {
    expect(completedForm({ ...blank, ...typed }, held)).toMatchObject(expected);
  });
});
