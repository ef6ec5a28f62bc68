import { MonthHelpTasksService } from '../../src/features/months/month-help-tasks.service';
import { identityOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { enterPerson, postsOf, refusals, villageUnder } from '../support/posts';
import { ACCOUNTANT } from '../support/village';

let made = 400;

/** Who is watched is helped within days, and looked at again half a year later: FY-02c, FY-02d, KZ-1-2. */
describeOnEachEngine('measures for households that are watched', (open) => {
  let opened: OpenDatabase;
  beforeAll(async () => (opened = await open()));
  afterAll(() => opened.close());

  async function watchedUnder(region: string, statusFrom: string, today: string) {
    const village = await villageUnder(opened.database, region, today);
    const people = postsOf(opened.database, village);
    const person = { identity: identityOf((made += 1)), fromDay: '2021-01-01' };
    const entered = await enterPerson(people, village.id, person);
    const at = { collectiveId: village.id, householdId: entered.householdId };
    const status = { status: 'monitored', statusFrom, statusPaper: 'list' };
    await people.households.giveStatus(at, status, ACCOUNTANT);
    const { clock } = village.services;
    const typed = { measure: 'a post', measureHelper: 'Zhao', measureWhyLate: '' };
    const note = (measureFrom: string, measureWhyLate = '') =>
      people.measures.note(at, { ...typed, measureFrom, measureWhyLate }, ACCOUNTANT);
    const tasks = new MonthHelpTasksService(people.measures, people.roster, clock);
    const told = async (month: string) =>
      (await tasks.listTasks(village.id, month)).map(({ id, state, note: says }) =>
        [id, state, String(says).match(/\d{4}-\d{2}-\d{2}/)?.[0]].join(' '),
      );
    return { ...people, village, at, entered, clock, note, told };
  }

  it('are due on the tenth day, then late, and a late first one asks why', async () => {
    const { measures, village, at, clock, note, told } = await watchedUnder(
      '341200',
      '2023-10-01',
      '2023-10-01',
    );
    const asked = async () => (await measures.listWatched(village.id)).map((each) => each.measures);
    expect(await asked()).toMatchObject([{ dueOn: '2023-10-11', isDone: false }]);
    expect(await told('2023-10')).toEqual(['help:measures todo 2023-10-11']);
    clock.moveTo('2023-10-11');
    expect(await told('2023-10')).toEqual(['help:measures todo 2023-10-11']);
    clock.moveTo('2023-10-12');
    expect(await told('2023-10')).toEqual(['help:measures attention 2023-10-11']);
    expect(await told('2023-09')).toEqual([]);
    expect(await refusals(note('2023-10-12'))).toEqual(['policy.reasonMissing measureWhyLate']);
    expect(await refusals(note('2023-09-30'))).toEqual(['measure.notMonitored measureFrom']);
    expect(await note('2023-10-11')).toEqual({ measureNumber: 1 });
    expect(await asked()).toMatchObject([{ isDone: true }]);
    expect(await told('2023-10')).toEqual([]);
    // Beside one in time a later one is none that is late.
    expect(await note('2023-10-12')).toEqual({ measureNumber: 2 });

    const withdraw = (measureKey: string) =>
      measures.withdraw(at, { measureKey, measureWithdrawnWhy: 'wrong house' }, ACCOUNTANT);
    expect(await refusals(withdraw('1.3'))).toBe('householdMeasure.unknown');
    const unsaid = measures.withdraw(at, { measureKey: '1.1', measureWithdrawnWhy: ' ' }, ACCOUNTANT);
    expect(await refusals(unsaid)).toEqual(['form.missing measureWithdrawnWhy']);
    await withdraw('1.1');
    expect(await refusals(withdraw('1.1'))).toBe('measure.withdrawn');
    await withdraw('1.2');
    expect(await told('2023-10')).toEqual(['help:measures attention 2023-10-11']);
    expect(await note('2023-10-12', 'the flood')).toEqual({ measureNumber: 3 });
    expect(await told('2023-10')).toEqual([]);
  });

  it('hold the end of their standing: it is no earlier than they are', async () => {
    const { households, measures, at, note } = await watchedUnder('341200', '2023-10-01', '2023-10-20');
    await note('2023-10-11');
    const end = (endedOn: string, statusEnd = 'ended') =>
      refusals(
        households
          .endStatus(at, { statusNumber: '1', statusEnd, endedOn, endPaper: 'list 9' }, ACCOUNTANT)
          .then(() => undefined),
      );
    expect(await end('2023-10-10')).toEqual(['household.measuresLeft endedOn']);
    expect(await end('', 'mistaken')).toEqual(['household.measuresLeft statusEnd']);
    const wrong = { measureKey: '1.1', measureWithdrawnWhy: 'wrong house' };
    await measures.withdraw(at, wrong, ACCOUNTANT);
    expect(await end('2023-10-10')).toEqual([]);
  });

  it('are asked for of nobody who has left the village, and of none who is watched no more', async () => {
    const { households, members, village, at, entered, clock, told } = await watchedUnder(
      ...(['341200', '2023-10-01', '2023-10-20'] as const),
    );
    expect(await told('2023-10')).toEqual(['help:measures attention 2023-10-11']);
    const end = { statusNumber: '1', statusEnd: 'ended', endedOn: '2023-10-20', endPaper: '' };
    expect(await refusals(households.endStatus(at, end, ACCOUNTANT))).toEqual([
      'form.missing endPaper',
      'policy.ruleBroken endPaper',
    ]);
    const leaving = { memberId: entered.memberId, form: { leftWhy: 'moved', fromDay: '2023-10-20' } };
    await members.leaveMember(village.id, leaving, ACCOUNTANT);
    expect(await told('2023-10')).toEqual([]);
    await households.endStatus(at, { ...end, endPaper: 'list 9' }, ACCOUNTANT);
    clock.moveTo('2023-11-01');
    expect(await told('2023-11')).toEqual([]);
  });

  it('make the risk looked at again after half a year', async () => {
    const { measures, reviews, village, at, clock, note, told } = await watchedUnder(
      ...(['211324', '2024-02-01', '2024-08-15'] as const),
    );
    // The document of Kazuo names no days for the first measure.
    await note('2024-02-16');
    expect(await told('2024-08')).toEqual(['help:risk todo 2024-08-16']);
    await note('2024-02-15');
    const asked = async () => (await measures.listWatched(village.id)).map(({ risk }) => risk);
    expect(await asked()).toMatchObject([{ dueOn: '2024-08-15', isDone: false }]);
    expect(await told('2024-08')).toEqual(['help:risk todo 2024-08-15']);
    clock.moveTo('2024-09-01');
    expect(await told('2024-09')).toEqual(['help:risk attention 2024-08-15']);
    const review = (reviewDay: string) =>
      reviews.noteReviews(
        village.id,
        { reviewDay, reviewPaper: 'minutes', reviewed: { [`${at.householdId}.1`]: 'yes' } },
        ACCOUNTANT,
      );
    await review('2024-08-14');
    expect(await asked()).toMatchObject([{ isDone: false }]);
    await review('2024-08-15');
    expect(await asked()).toMatchObject([{ isDone: true }]);
    expect(await told('2024-09')).toEqual([]);
  });
});
