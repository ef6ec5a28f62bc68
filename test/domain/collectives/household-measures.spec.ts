import {
  closeOutProblems,
  firstMeasureOn,
  householdsAsked,
  type HouseholdMeasure,
  leftMeasureProblems,
  type MeasureForm,
  measuresDue,
  readMeasure,
  riskDue,
} from '../../../src/domain/collectives/household-measures';
import type { HouseholdStatus } from '../../../src/domain/collectives/household-status';
import { seeded } from '../policy/seeded';

const FY = seeded.requirePack('341200/2023-09-21').pack;
const KZ = seeded.requirePack('211324/2024-08-15').pack;

const watched = (of: Partial<HouseholdStatus> = {}): HouseholdStatus => ({
  ...{ householdId: 'one', statusNumber: 2, status: 'monitored', fromDay: '2023-10-01', end: undefined },
  ...of,
});
const measure = (of: Partial<HouseholdMeasure>): HouseholdMeasure => ({
  ...{ householdId: 'one', statusNumber: 2, measureNumber: 1, startedOn: '2023-10-05' },
  ...{ withdrawnWhy: undefined, ...of },
});

/** FY 三(一)2: 新识别监测对象纳入后，10日内. Identified on 1 October: the 11th is in time, the 12th late. */
describe('measures for a household that is watched', () => {
  it.each([
    ['2023-10-01', '2023-10-11'],
    ['2023-12-28', '2024-01-07'],
    ['2024-02-20', '2024-03-01'],
    ['2023-02-20', '2023-03-02'],
  ])('identified on %s are due by %s', (fromDay, dueOn) => {
    expect(measuresDue(FY, { fromDay }, undefined)).toEqual({
      ...{ dueOn, isDone: false, clause: 'measures' },
      says: '新识别监测对象纳入后10日内制定帮扶措施',
    });
    expect(measuresDue(FY, { fromDay }, dueOn)?.isDone).toBe(true);
  });

  it('are not asked for by a document that names no days', () => {
    expect(measuresDue(KZ, { fromDay: '2024-09-01' }, undefined)).toBeUndefined();
  });

  it('begin with the first that stands, of their own standing', () => {
    const all = [
      measure({ startedOn: '2023-10-09' }),
      measure({ measureNumber: 2, startedOn: '2023-10-03', withdrawnWhy: 'wrong house' }),
      measure({ measureNumber: 3, startedOn: '2023-10-07' }),
      measure({ statusNumber: 1, startedOn: '2023-01-01' }),
      measure({ householdId: 'two', startedOn: '2023-01-01' }),
    ];
    expect(firstMeasureOn(all, watched())).toBe('2023-10-07');
    expect(firstMeasureOn([], watched())).toBeUndefined();
  });
});

describe('a measure as typed', () => {
  const problemsOf = (
    of: Partial<MeasureForm>,
    facts: {
      readonly statuses?: readonly HouseholdStatus[];
      readonly measures?: readonly HouseholdMeasure[];
      readonly isRuled?: boolean;
    } = {},
  ) => {
    const form = { measure: 'a post', measureHelper: 'Zhao', measureFrom: '2023-10-05', measureWhyLate: '' };
    const { problems } = readMeasure(
      { ...form, ...of },
      {
        ...{ statuses: [watched()], measures: [], today: '2023-11-30', ...facts },
        packOf: () => (facts.isRuled === false ? undefined : FY),
      },
    );
    return problems.map(({ code, field }) => `${code} ${field}`);
  };
  const LATE = ['policy.reasonMissing measureWhyLate'];
  const lifted = watched({ status: 'lifted_out' });
  const over = watched({ end: { endedOn: '2023-10-31', why: 'ended' } });
  it.each([
    ['in time', {}, {}, []],
    ['on the tenth day after', { measureFrom: '2023-10-11' }, {}, []],
    ['on the eleventh', { measureFrom: '2023-10-12' }, {}, LATE],
    ['on the eleventh, with a reason', { measureFrom: '2023-10-12', measureWhyLate: 'flood' }, {}, []],
    ['late beside one in time', { measureFrom: '2023-10-12' }, { measures: [measure({})] }, []],
    [
      'late beside one that was withdrawn',
      { measureFrom: '2023-10-12' },
      { measures: [measure({ withdrawnWhy: 'wrong' })] },
      LATE,
    ],
    [
      'late and yet the first',
      { measureFrom: '2023-10-12' },
      { measures: [measure({ startedOn: '2023-10-13' })] },
      LATE,
    ],
    ['late under no document', { measureFrom: '2023-10-12' }, { isRuled: false }, []],
    ['on the day of the standing', { measureFrom: '2023-10-01' }, {}, []],
    ['a day before', { measureFrom: '2023-09-30' }, {}, ['measure.notMonitored measureFrom']],
    ['of one who is not watched', {}, { statuses: [lifted] }, ['measure.notMonitored measureFrom']],
    [
      'on the last day of the standing',
      { measureFrom: '2023-10-31' },
      { statuses: [over], measures: [measure({})] },
      [],
    ],
    [
      'a day later',
      { measureFrom: '2023-11-01' },
      { statuses: [over], measures: [measure({})] },
      ['measure.notMonitored measureFrom'],
    ],
    ['ahead', { measureFrom: '2023-12-01' }, { measures: [measure({})] }, ['person.dayAhead measureFrom']],
    ['of no day', { measureFrom: '' }, {}, ['form.missing measureFrom']],
    ['of nobody', { measureHelper: ' ' }, {}, ['form.missing measureHelper']],
    ['of nothing', { measure: '' }, {}, ['form.missing measure']],
    [
      'with a number of a person',
      { measureHelper: 'Zhao 13800138000' },
      {},
      ['form.privateNumber measureHelper'],
    ],
  ])('%s', (_, of, facts, problems) => {
    expect(problemsOf(of, facts)).toEqual(problems);
  });

  it('belongs to the standing that holds on its day', () => {
    const before = watched({
      statusNumber: 1,
      fromDay: '2022-01-01',
      end: { endedOn: '2022-12-31', why: 'ended' },
    });
    const form = {
      measure: ' a post ',
      measureHelper: 'Zhao',
      measureFrom: '2022-06-01',
      measureWhyLate: '',
    };
    const read = (measureFrom: string) =>
      readMeasure(
        { ...form, measureFrom },
        { statuses: [before, watched()], measures: [], today: '2023-11-30', packOf: () => undefined },
      );
    expect(read('2022-06-01').measure).toMatchObject({ statusNumber: 1, measure: 'a post' });
    expect(read('2023-10-02').measure).toMatchObject({ statusNumber: 2, startedOn: '2023-10-02' });
  });
});

/** KZ 二(一)2: 半年以上. Measures of 15 February 2024 are asked about from 15 August on. */
describe('the risk of a household that is watched', () => {
  const by = (...reviewedOn: string[]) => ({ pack: KZ, reviewedOn, today: '2024-10-01' });
  it.each([
    ['2024-02-15', [], '2024-08-15', false],
    // There is no 31 February: its last day stands for it.
    ['2024-08-31', [], '2025-02-28', false],
    ['2024-02-15', ['2024-08-14'], '2024-08-15', false],
    ['2024-02-15', ['2024-08-15'], '2024-08-15', true],
    ['2024-02-15', ['2024-09-30', '2024-03-01'], '2024-08-15', true],
  ])('measures of %s, looked at on %p: from %s on, looked at: %p', (first, looked, dueOn, isDone) => {
    expect(riskDue(by(...looked), first)).toEqual({
      ...{ dueOn, isDone, clause: 'risk' },
      says: '落实帮扶措施半年以上的监测户要做消除风险评估',
    });
  });

  it('is not asked about by a document that says nothing of it', () => {
    expect(riskDue({ pack: FY, reviewedOn: [], today: '2024-10-01' }, '2023-10-05')).toBeUndefined();
  });

  it.each([
    ['2024-08-14', []],
    ['2024-08-15', ['one']],
  ])('by %s it is asked of %p', (day, ids) => {
    const risk = riskDue(by(), '2024-02-15');
    const done = riskDue(by('2024-08-15'), '2024-02-15');
    const all = [
      { status: watched(), measures: undefined, risk },
      { status: watched({ householdId: 'two' }), measures: undefined, risk: done },
      { status: watched({ householdId: 'three' }), measures: undefined, risk: undefined },
    ];
    expect(householdsAsked(all, 'risk', day).map(({ householdId }) => householdId)).toEqual(ids);
    expect(householdsAsked(all, 'measures', day)).toEqual([]);
  });
});

/** FY 三(一)2: 实行销号管理. An end without a paper is stopped. */
describe('the end of a standing of who is watched', () => {
  it.each([
    [FY, '', 'ended', ['policy.ruleBroken endPaper FY-02d']],
    [FY, ' ', 'ended', ['policy.ruleBroken endPaper FY-02d']],
    [FY, 'list 9', 'ended', []],
    [FY, '', 'mistaken', []],
    [KZ, '', 'ended', []],
    [undefined, '', 'ended', []],
  ])('%#', (pack, paper, why, problems) => {
    const found = closeOutProblems(pack, { paper, why, on: '2024-10-01' });
    expect(found.map(({ code, field, facts }) => `${code} ${field} ${String(facts?.['rule'])}`)).toEqual(
      problems,
    );
  });
});

describe('measures that an end of their standing leaves behind', () => {
  const all = [
    measure({ measureNumber: 1, startedOn: '2023-10-11' }),
    measure({ measureNumber: 2, startedOn: '2023-10-12' }),
    measure({ measureNumber: 3, startedOn: '2023-12-01', withdrawnWhy: 'wrong house' }),
    measure({ statusNumber: 1, startedOn: '2024-01-01' }),
    measure({ householdId: 'two', startedOn: '2024-01-01' }),
  ];
  const cases: [why: 'ended' | 'mistaken', endedOn: string, found: unknown[]][] = [
    ['ended', '2023-10-12', []],
    ['ended', '2023-10-11', [['endedOn', { count: 1, last: '2023-10-12' }]]],
    ['ended', '2023-10-10', [['endedOn', { count: 2, last: '2023-10-12' }]]],
    ['mistaken', '', [['statusEnd', { count: 2, last: '2023-10-12' }]]],
  ];
  it.each(cases)('%s on %p', (why, endedOn, found) => {
    const of = { householdId: 'one', statusNumber: 2, end: { why, endedOn } };
    expect(leftMeasureProblems(all, of).map(({ field, facts }) => [field, facts])).toEqual(found);
  });

  it('are none of a mistaken standing without measures', () => {
    const of = { householdId: 'one', statusNumber: 3, end: { why: 'mistaken' as const, endedOn: '' } };
    expect(leftMeasureProblems(all, of)).toEqual([]);
  });
});
