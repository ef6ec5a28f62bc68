import { addDays } from '../../src/domain/calendar/calendar-day';
import { FormProblems } from '../../src/domain/shared/problem';
import { PlanHistoryService } from '../../src/features/distribution/plan-history.service';
import { fullDayText } from '../../src/platform/views/day-text';
import { approvalsOn, bodyRollOn, guardsOn, signaturesOn } from '../support/approvals';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { NAMED_PAPERS } from '../support/step-papers';
import { ACCOUNTANT, claimOf, Village } from '../support/village';

describeOnEachEngine('how many were due at a meeting', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n);
  });
  afterEach(() => opened.close());

  /** Drafts a plan, and notes that all who were due agreed to it. @returns its story */
  const meetWith = async (count: number): Promise<string> => {
    const { clock, users, plans, deciding } = village.services;
    const { id } = await village.draft([claimOf(60_000n)]);
    await village.submit(id);
    const all = String(count);
    const votes = { due: all, present: all, inFavour: all, against: '0', abstained: '0' };
    const form = { ...votes, stepNumber: '1', heldOn: clock.today(), stepPaper: 'minutes', ...NAMED_PAPERS };
    await deciding.recordMeeting(village.id, id, { form, command: ACCOUNTANT });
    const on = [opened.database, clock] as const;
    const history = new PlanHistoryService(
      users,
      plans,
      guardsOn(...on),
      signaturesOn(...on),
      approvalsOn(...on),
    );
    const plan = await plans.requirePlan(village.id, id);
    const told = await history.historyOf({ ...plan, kind: 'plan' });
    return told.map(({ sentence }) => sentence).join('\n');
  };

  it('is told with the number of the meeting before, where that was another', async () => {
    expect(await meetWith(33)).not.toContain('上一次开这个会');
    const { clock } = village.services;
    const first = clock.today();
    clock.moveTo(addDays(first, 6));
    // The same body as before, with fewer in it.
    expect(await meetWith(24)).toContain(`上一次开这个会（${fullDayText(first)}）应到33人，和这次不一样。`);
    clock.moveTo(addDays(first, 7));
    expect(await meetWith(24)).not.toContain('上一次开这个会');
  });

  it('keeps a plan from being agreed to where a roll noted since has another number', async () => {
    const { clock, plans } = village.services;
    await meetWith(3);
    const [plan] = await plans.listPlans(village.id);
    const rolls = bodyRollOn(opened.database, clock);
    const note = (rollSize: string) => {
      const form = { rolledBody: 'village_representatives_meeting', rollSize, rollPaper: 'roll 13' };
      return rolls.note(village.id, { ...form, rollFrom: clock.today() }, { by: 'officer' });
    };
    await note('33');
    expect(await refusalOf(() => village.review(plan?.id ?? ''))).toEqual([
      ['approvals.otherThanRoll', '3', { size: 33, from: clock.today() }],
    ]);
    await note('3');
    expect(await refusalOf(() => village.review(plan?.id ?? ''))).toEqual([]);
  });

  it('is that of the roll which the township noted, from its day on', async () => {
    const { clock, check } = village.services;
    const rolls = bodyRollOn(opened.database, clock);
    const first = clock.today();
    const note = (rollSize: string, rollFrom: string) => {
      const form = {
        rolledBody: 'village_representatives_meeting',
        rollSize,
        rollFrom,
        rollPaper: 'roll 13',
      };
      return rolls.note(village.id, form, { by: 'officer' });
    };
    await meetWith(24);
    clock.moveTo(addDays(first, 1));
    await note('33', addDays(first, 1));
    expect(await refusalOf(() => meetWith(3))).toEqual([
      ['approvals.otherThanRoll', '3', { size: 33, from: addDays(first, 1) }],
    ]);
    await meetWith(33);
    // Of two from the same day the later one puts the other right.
    await note('34', addDays(first, 1));
    expect(await refusalOf(() => meetWith(33))).toHaveLength(1);
    await meetWith(34);
    expect(await refusalOf(() => note('34', addDays(first, 1)))).toHaveLength(1);
    expect((await check.checkBooks(village.id)).breaks).toEqual([]);
  });
});

/** What is wrong by the problems of a form. */
async function refusalOf(work: () => Promise<unknown>): Promise<unknown[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof FormProblems)) throw error;
    return error.problems.map(({ code, value, facts }) => [code, value, facts]);
  }
}
