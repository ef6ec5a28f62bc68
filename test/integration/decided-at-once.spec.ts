import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';
import { problemSentence, sentenceFor } from '../../src/glossary/sentences';
import { addDays } from '../../src/domain/calendar/calendar-day';
import { type Dividends, dividendsOn, enterHouseholds, enterShares } from '../support/dividends';
import { agree, payRound, roundOf, step } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { addPerson } from '../support/people';
import { ACCOUNTANT, claimOf, DEPUTY, Village } from '../support/village';
import { workSheetsOn } from '../support/works';
import { SHEET, WORK } from './works.fixture';

const AT_ONCE = 20;
const COUNTS = { due: '10', present: '10', inFavour: '10', against: '0', abstained: '0' };

/** What the losers of so many at once are told, each sentence once; exactly one goes through. */
async function losersOf(act: () => Promise<unknown>): Promise<string[]> {
  const all = await Promise.allSettled(Array.from({ length: AT_ONCE }, act));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const told = all.flatMap((each): string[] => (each.status === 'rejected' ? said(each.reason) : []));
  return [...new Set(told)];
}

function said(error: unknown): string[] {
  if (error instanceof FormProblems) return error.problems.map((each) => problemSentence(each));
  if (error instanceof DomainError) return [sentenceFor(error.code, error.facts)];
  throw error;
}

describeOnEachEngine('what many decide at once', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let dividends: Dividends;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    dividends = dividendsOn(opened.database, village);
    await village.openWith(500_000n);
    await addPerson(opened.database, village.id, DEPUTY.by);
    await enterHouseholds(dividends, village, { count: 3, from: '2024-01-01' });
    await enterShares(dividends, village, { lines: ['1 1', '2 1', '3 1'], from: '2025-01-01' });
  });
  afterAll(() => opened.close());

  it('of a round is drafted, noted, agreed to, given, paid once; the rest read what was done', async () => {
    const { clock } = village.services;
    const { drafting, deciding, paying, reading } = dividends;
    const draft = () => drafting.draftRound(village.id, roundOf('100.00'), ACCOUNTANT);
    expect(await losersOf(draft)).toEqual(['第 1 次分红还没有办完，办完或者不办了，再起草新的。']);
    const [round] = await reading.listRounds(village.id);
    const roundId = round?.id ?? '';
    const note = (stepNumber: string) => {
      const form = { stepNumber, heldOn: clock.today(), stepPaper: 'minutes', ...COUNTS };
      return deciding.takeStep(village.id, { roundId, form }, ACCOUNTANT);
    };
    expect(await losersOf(() => note('1'))).toEqual([
      '第 1 步已经记过了，是2025年7月20日的，没有再记一遍。看看下面办到哪里。',
    ]);
    await expect(note('3')).rejects.toMatchObject({ code: 'approvals.otherStep' });
    await expect(note('')).rejects.toMatchObject({ problems: [{ code: 'form.missing' }] });
    await expect(note('0')).rejects.toMatchObject({ problems: [{ code: 'form.notACount' }] });
    for (let each = 0; each < 4; each += 1) await step(dividends, village, { roundId });
    clock.moveTo(addDays(clock.today(), 7));
    expect(await losersOf(() => agree(dividends, village, { roundId }))).toEqual([
      '第 6 步已经记过了，是2025年7月27日的，没有再记一遍。看看下面办到哪里。',
    ]);
    const form = { postedOn: clock.today() };
    expect(await losersOf(() => paying.giveRound(village.id, { roundId, form }, ACCOUNTANT))).toEqual([
      '这一次分红现在是“已经入账”，不能这样办。看看下面办到哪里。',
    ]);
    expect(await losersOf(() => payRound(dividends, village, { roundId }))).toEqual([
      '没有要付的：这一户不在名单上，或者已经付过。',
    ]);
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });

  it('of a claim and of a sheet is owed once; the others read on which day', async () => {
    const labour = { bucket: 'labour', targetGroup: 'unknown', forWhat: 'ditches' };
    const plan = await village.approvedPlan([claimOf(150_000n), claimOf(130_000n, labour)]);
    const [wages = '', ditches = ''] = plan.claimIds;
    expect(await losersOf(() => village.grant(plan.id, wages))).toEqual([
      '这一项已经在2025年7月27日记过，不能再记。',
    ]);
    const { sheets, works } = workSheetsOn(opened.database, village.services);
    const { id: workId } = await sheets.openWork(village.id, { ...WORK, claimId: ditches }, ACCOUNTANT);
    const { id: sheetId } = await sheets.enterSheet(village.id, { workId, form: SHEET }, ACCOUNTANT);
    const accept = () =>
      sheets.acceptSheet(village.id, { workId, sheetId, acceptedOn: '2025-07-27' }, DEPUTY);
    expect(await losersOf(accept)).toEqual(['这张工单2025年7月27日已经验收、列支了。要撤，先冲销它的凭证。']);
    const other = { ...SHEET, from: '2025-07-14', to: '2025-07-18', labourRows: '1 1 120' };
    const waiting = await sheets.enterSheet(village.id, { workId, form: other }, ACCOUNTANT);
    const withdraw = () =>
      works.withdrawSheet(village.id, { workId, sheetId: waiting.id, withdrawnWhy: 'twice' }, ACCOUNTANT);
    expect(await losersOf(withdraw)).toEqual(['这张工单已经撤了。']);
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });
});
