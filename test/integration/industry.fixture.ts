import type { IndustryForm } from '../../src/domain/uses/industry';
import type { LinksForm, StageForm } from '../../src/domain/uses/industry-entries';
import type { ReturnForm } from '../../src/domain/uses/industry-returns';
import { expectSoundBooks } from '../books/invariants';
import type { OpenDatabase } from '../support/engines';
import { industryOn } from '../support/works';
import { ACCOUNTANT, DEPUTY, type Village } from '../support/village';
import { earnRent } from './plan-village.fixture';

export const PROJECT: IndustryForm = {
  ...{
    claimId: '',
    industryName: 'mushrooms',
    industryOperator: 'a cooperative',
    industryFund: '100,000.01',
  },
  ...{ promisedHouseholds: '2', yearlyReturn: '1,000.00', returnFrom: '2024' },
};
export const STAGE: StageForm = {
  ...{ reachedOn: '2025-07-10', stageDone: 'frames', amount: '60.00', paper: 'signed list' },
};
const LINKS: LinksForm = {
  ...{ linkedOn: '2025-07-01', linkWay: 'jobs', householdNumbers: '1, 2', linkPaper: 'contracts' },
};

/** What a village tells of a project, and what each step of it is refused with. */
export interface IndustryStory {
  readonly village: Village;
  readonly opened: OpenDatabase;
  /** A plan with 100.00 for industry. */
  readonly planId: string;
  readonly claimId: string;
  readonly codesOf: (work: Promise<unknown>) => Promise<string[]>;
}

/** A project from its entry to its end: stages, a reversal, households, what it gave back. */
export async function expectIndustryStory(story: IndustryStory): Promise<void> {
  const { village, codesOf, planId, claimId } = story;
  const { id: villageId } = village;
  const { industry, stages, follow, returns, withdrawals } = industryOn(
    story.opened.database,
    village.services,
  );
  const open = (change: Partial<IndustryForm>) =>
    stages.openProject(villageId, { ...PROJECT, claimId, ...change }, ACCOUNTANT);
  expect(await codesOf(open({ claimId: 'none', yearlyReturn: '' }))).toEqual([
    'industry.claimUnknown',
    'industry.returnHalf',
  ]);
  const { id: projectId } = await open({});
  expect(await codesOf(open({}))).toEqual(['industry.nameTaken']);
  expect(await codesOf(village.grant(planId, claimId))).toEqual(['grant.byStages']);

  const enter = (change: Partial<StageForm> = {}, by = ACCOUNTANT) =>
    stages.enterStage(villageId, { projectId, form: { ...STAGE, ...change } }, by);
  const accept = (stageId: string, by = DEPUTY) =>
    stages.acceptStage(villageId, { projectId, stageId, acceptedOn: '2025-07-20' }, by);
  expect(await codesOf(enter({ reachedOn: '2025-07-21' }))).toEqual(['industry.ahead']);
  const { id: first } = await enter();
  expect(await codesOf(enter())).toEqual(['industry.stageWaiting']);
  expect(await codesOf(accept(first, ACCOUNTANT))).toEqual(['industry.ownStage']);
  const before = { projectId, stageId: first, acceptedOn: '2025-07-19' };
  expect(await codesOf(stages.acceptStage(villageId, before, DEPUTY))).toEqual(['uses.acceptedBeforeEntry']);
  const { voucher } = await accept(first);
  const { postings } = await village.services.books.requireEntry(villageId, voucher.entryId);
  expect(postings.map(({ ledgerAccount, amount, poolFlow }) => [ledgerAccount, amount, poolFlow])).toEqual([
    [postings[0]?.ledgerAccount, 6_000n, 'granted'],
    ['211', 6_000n, undefined],
  ]);
  await village.reverse(voucher.entryId);
  const statesOf = async (): Promise<string[]> =>
    (await industry.requireProject(villageId, projectId)).stages.map(({ state }) => state);
  expect(await statesOf()).toEqual(['takenBack']);
  await accept(first);
  const withdraw = (stageId: string) =>
    withdrawals.withdrawStage(villageId, { projectId, stageId, withdrawnWhy: 'wrong sum' }, ACCOUNTANT);
  expect(await codesOf(withdraw(first))).toEqual(['industry.stageOwed']);
  expect(await codesOf(enter({ amount: '40.01' }))).toEqual(['industry.aboveClaim']);
  const { id: second } = await enter({ amount: '39.99' });
  await withdraw(second);
  await accept((await enter({ amount: '40.00' })).id);
  expect(await statesOf()).toEqual(['owed', 'withdrawn', 'owed']);

  const link = (change: Partial<LinksForm> = {}) =>
    follow.linkHouseholds(villageId, { projectId, form: { ...LINKS, ...change } }, ACCOUNTANT);
  expect(await codesOf(link({ householdNumbers: '1 9' }))).toEqual(['industry.householdUnknown']);
  expect(await codesOf(link({ householdNumbers: 'Li', linkWay: 'x' }))).toEqual([
    'form.notAllowed',
    'industry.numbersUnreadable',
  ]);
  await link();
  expect(await codesOf(link({ householdNumbers: '2' }))).toEqual(['industry.linkedAlready']);
  const { links } = await industry.requireProject(villageId, projectId);
  expect(links.map(({ status, way }) => [status, way])).toEqual([
    ['lifted_out', 'jobs'],
    [undefined, 'jobs'],
  ]);
  const end = (linkEndedOn: string) =>
    follow.endLink(
      villageId,
      { projectId, form: { linkId: links[1]?.id ?? '', linkEndedOn, linkEndWhy: 'moved' } },
      ACCOUNTANT,
    );
  expect(await codesOf(end('2025-07-01'))).toEqual(['industry.endedBeforeLinked']);
  await end('2025-07-02');
  expect(await codesOf(end('2025-07-03'))).toEqual(['industry.linkUnknown']);

  const rent = await earnRent(village, { kind: 'workshop', year: '2025', amount: '800.00' });
  const cameBack = (returnEntry: string, change: Partial<ReturnForm> = {}) => {
    const blank = { returnYear: '2025', returnEntry, returnAmount: '', returnWhy: 'paid for it' };
    return returns.noteReturn(villageId, { projectId, form: { ...blank, ...change } }, ACCOUNTANT);
  };
  expect(await codesOf(cameBack(voucher.entryId))).toEqual(['industry.voucherUnknown']);
  const slip = (await village.settle(await village.addStation(), '2025-06', { kwh: 1_000 })).voucher;
  expect(await codesOf(cameBack(slip.entryId))).toEqual(['industry.voucherUnknown']);
  expect(await codesOf(cameBack(rent, { returnWhy: '' }))).toEqual(['industry.otherPayer']);
  expect(await codesOf(cameBack(rent, { returnAmount: '800.01' }))).toEqual(['industry.aboveVoucher']);
  await cameBack(rent, { returnAmount: '799.99' });
  expect(await codesOf(cameBack(rent))).toEqual(['industry.namedAlready']);
  const lastYear = { returnYear: '2024' };
  expect(await codesOf(cameBack(rent, { ...lastYear, returnAmount: '0.02' }))).toEqual([
    'industry.aboveVoucher',
  ]);
  await cameBack(rent, lastYear);
  const early = await codesOf(cameBack(rent, { returnYear: '2023' }));
  expect(early).toEqual(['industry.beforePromised', 'industry.voucherUnknown']);
  const standing = async () =>
    (await industry.requireProject(villageId, projectId)).cameBack.filter(({ stands }) => stands);
  const [named] = await standing();
  const withdrawReturn = () =>
    returns.withdrawReturn(
      villageId,
      { projectId, form: { returnId: named?.id ?? '', returnWithdrawnWhy: 'another shed' } },
      ACCOUNTANT,
    );
  await withdrawReturn();
  expect(await codesOf(withdrawReturn())).toEqual(['industry.returnUnknown']);
  await cameBack(rent);
  expect((await standing()).map(({ year, amount }) => [year, amount])).toEqual([
    [2024, 1n],
    [2025, 79_999n],
  ]);
  const looked = { lookedOn: '2025-07-19', finding: 'growing', householdGain: '' };
  await follow.noteReview(villageId, { projectId, form: looked }, ACCOUNTANT);
  const finish = (lastStageOn: string) =>
    stages.finishProject(villageId, { projectId, form: { lastStageOn, dutyReason: '' } }, ACCOUNTANT);
  expect(await codesOf(finish('2025-07-09'))).toEqual(['uses.endBeforeWork']);
  await finish('2025-07-10');
  expect(await codesOf(enter())).toEqual(['industry.finished']);
  const { stages: done } = await industry.requireProject(villageId, projectId);
  await village.reverse(done.at(-1)?.voucherEntryId ?? '');
  const again = await industry.requireProject(villageId, projectId);
  expect([again.finished, again.reopened?.finishedOn]).toEqual([undefined, '2025-07-10']);
  expect(await codesOf(finish('2025-07-10'))).toEqual(['industry.stageWaiting']);
  await accept(done.at(-1)?.id ?? '');
  await finish('2025-07-11');
  await expectSoundBooks(village);
}

/** What a hand changes in the books of a project, and what the check says of it. */
export const INDUSTRY_TAMPERED: [sql: string, found: string][] = [
  [
    'UPDATE industry_stages SET amount_fen = amount_fen + 1 WHERE stage_number = 1',
    'industry check.stageGrantDiffers',
  ],
  ["UPDATE industry_end_acts SET entry_id = NULL WHERE act = 'reopened'", 'industry check.reopenedDiffers'],
  ['UPDATE industry_returns SET amount_fen = amount_fen + 1', 'industry check.returnDiffers'],
  ['DELETE FROM industry_return_withdrawals', 'industry check.returnDiffers'],
];
