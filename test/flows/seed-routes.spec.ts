import { isResult, type Step } from '../../src/domain/approvals/route';
import { addDays } from '../../src/domain/calendar/calendar-day';
import { RoutesService } from '../../src/features/approvals/routes.service';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { ManualVouchersService } from '../../src/features/ledger/manual-vouchers.service';
import { PlanReadService } from '../../src/features/distribution/plan-read.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import type { FormProblems } from '../../src/domain/shared/problem';
import { DisplaysService } from '../../src/features/notices/displays.service';
import { type ReadFile, readKeptFile } from '../../src/platform/files/read-kept-file';
import { exif, jpeg, shade } from '../platform/files/pictures.fixture';
import { enginesHere } from '../support/engines';
import { keepScan } from '../support/signing';
import { NAMED_PAPERS } from '../support/step-papers';
import { byTier } from '../support/tier';
import { typedLine, typedVoucher } from '../support/vouchers';
import {
  addVillage,
  draftOf,
  openWith,
  type Program,
  startVillageApp,
  type VillageApp,
} from './api-village.fixture';
import { done } from './guantao-plan.fixture';

const ROUTES = [
  ...['county-guantao', 'county-shandong', 'county-yingshan', 'four-deliberations-two-disclosures'],
  ...['members-assembly-then-township', 'representatives-assembly-papers-out'],
  ...['representatives-assembly-then-township', 'village-four-deliberations'],
  ...['village-representatives-then-township', 'village-representatives-three-days'],
];
const VOTES = { due: '30', present: '30', inFavour: '28', against: '1', abstained: '1' };
const NO = { due: '30', present: '30', inFavour: '10', against: '20', abstained: '0' };
const engines = byTier(enginesHere().slice(0, 1), enginesHere());

/** A village on its route, and the plan that it is about to decide. */
interface Deciding {
  readonly id: string;
  readonly books: string;
  readonly accountant: Program;
  readonly planId: string;
  readonly digest: string;
  readonly steps: readonly Step[];
}

/** From the draft to the decision, over the API, with a return, a draft anew and an objection. */
describe.each(engines)('each route of the seeds (%s)', (engine) => {
  let village: VillageApp;
  /** Each sheet is shown by a photo of its own. */
  let hung = 2;

  beforeAll(async () => {
    village = await startVillageApp(engine, { LOG_INS_PER_MINUTE: '100' });
  }, 120_000);
  afterAll(() => village.close());

  const today = (): string => village.clock.today();
  const wait = (days: number): void => village.clock.moveTo(addDays(today(), days));
  const photo = (seed: number) => readKeptFile(jpeg(exif(6), shade(seed)));

  const drafted = async (of: Pick<Deciding, 'id' | 'books' | 'accountant' | 'steps'>): Promise<Deciding> => {
    const { id: planId } = await done(of.accountant.post(`${of.books}/plans`, draftOf('2000.00')));
    const plan = `${of.books}/plans/${String(planId)}`;
    const { digest } = await done(of.accountant.post(`${plan}/submit`, {}));
    return { ...of, planId: String(planId), digest: String(digest) };
  };
  const planOf = ({ books, planId }: Deciding): string => `${books}/plans/${planId}`;
  const post = (of: Deciding, by: Program, act: string, more: object) =>
    by.post(`${planOf(of)}/${act}`, { heldOn: today(), stepPaper: 'paper 3', ...NAMED_PAPERS, ...more });

  /** Puts the sheet up, has somebody object, and lets its days go by; @returns what answers the objection. */
  const hang = async (of: Deciding, days: number): Promise<() => Promise<unknown>> => {
    const { books, accountant, planId, id } = of;
    const { id: noticeId } = await done(
      accountant.post(`${books}/notices`, { planId, displayedOn: today() }),
    );
    const form = { displayedOn: today(), displayPlace: 'board' };
    const at = { collectiveId: id, id: String(noticeId) };
    const command = { by: 'tests', key: `up ${String(noticeId)}` };
    const putUp = async (file: ReadFile, key = command.key): Promise<string> =>
      village.app
        .get(DisplaysService)
        .putUp(at, { file, form }, { ...command, key })
        .then(
          () => 'done',
          (error: unknown) => (error as FormProblems).problems.map(({ code }) => code).join(),
        );
    // What shows another village's sheet shows nothing here, also as it was saved from the program.
    const [before, saved] = [await photo(hung), await readKeptFile((await photo(hung)).bytes)];
    if (hung > 2) {
      expect(await putUp(before, 'before')).toBe('notices.photoOfAnother');
      expect(await putUp(saved, 'saved')).toBe('notices.photoOfAnother');
    }
    expect(await putUp(await photo((hung += 1)))).toBe('done');
    const said = { noticeId, objectedOn: today(), objectionWords: 'too much for posts' };
    const { id: objection } = await done(accountant.post(`${books}/objections`, said));
    wait(days + 1);
    const answer = { objectionGist: 'posts', objectionAnswer: 'by the days worked' };
    return () => done(accountant.post(`${books}/objections/${String(objection)}/answer`, answer));
  };
  const keepPhoto = async ({ id, planId }: Deciding): Promise<object> => {
    const owner = { collectiveId: id, ownerKind: 'plan', ownerId: planId } as const;
    const form = { paperKind: 'photo', datedOn: today(), remark: '', audience: 'office' };
    const kept = await village.app
      .get(AssetFilesService)
      .keep(owner, { file: await photo(2), form }, { by: 'tests' });
    return { paperFiles: { display_photo: kept.id, signed_paper: kept.id } };
  };
  const signTwice = async (of: Deciding): Promise<void> => {
    const at = `${of.books}/signatures/plan/${of.planId}`;
    const owner = { collectiveId: of.id, ownerKind: 'plan', ownerId: of.planId } as const;
    const signatureFile = await keepScan(village.app.get(AssetFilesService), owner, today());
    const paper = { how: 'paper', signatureOn: today(), signedPaper: 'opinion', signatureFile };
    for (const signerName of ['An', 'Bo']) await done(village.officer.post(at, { ...paper, signerName }));
  };

  /** Takes one step as whoever it is of. */
  const take = async (of: Deciding, number: number): Promise<unknown> => {
    const step = of.steps[number - 1];
    const { accountant } = of;
    const stepNumber = String(number);
    if (step === undefined) throw new Error('the route has no such step');
    if (step.kind === 'review' && step.office !== 'supervision')
      return village.officer.post(`${planOf(of)}/review`, { outcome: 'passed', digest: of.digest });
    if (step.kind === 'meeting') {
      const papersOutOn = today();
      if (step.noticeDays !== undefined) wait(step.noticeDays + 1);
      return post(of, accountant, 'meeting', { stepNumber, ...VOTES, papersOutOn });
    }
    if (step.signers !== undefined) await signTwice(of);
    const isTownships = step.kind === 'filing' || step.kind === 'review';
    const isSpoken = step.kind === 'review';
    const shown = step.kind === 'publicity' || isSpoken ? await keepPhoto(of) : {};
    return post(of, isTownships ? village.officer : accountant, 'steps', { stepNumber, ...shown });
  };
  /** Notes that a step was refused: its vote failed, or its body says why not. */
  const refuse = async (of: Deciding, number: number): Promise<unknown> => {
    const step = of.steps[number - 1];
    const stepNumber = String(number);
    const isMeeting = step?.kind === 'meeting';
    const said = isMeeting ? { ...NO, papersOutOn: today() } : { reason: 'too little for posts' };
    const no = { stepNumber, outcome: 'refused', ...said };
    if (isMeeting && step.noticeDays !== undefined) wait(step.noticeDays + 1);
    if (step?.kind !== 'review') return post(of, of.accountant, isMeeting ? 'meeting' : 'steps', no);
    const isSpoken = step.office === 'supervision';
    if (isSpoken) await signTwice(of);
    return post(of, village.officer, 'steps', { ...no, ...(isSpoken ? await keepPhoto(of) : {}) });
  };
  /** Grants what was decided, and pays a part of it: what came of it can be told. */
  const carryOut = async (of: Deciding): Promise<void> => {
    const { lines } = await village.app.get(PlanReadService).requirePlan(of.id, of.planId);
    const [claim] = lines.flatMap(({ claims }) => claims);
    const grant = { claimId: claim?.id, grantedOn: today(), wholeWhy: 'on paper' };
    await done(village.officer.post(`${planOf(of)}/grants`, grant));
    const line = { ledgerAccount: '213', debit: '1500', pool: 'pv' };
    const paid = [typedLine(line), typedLine({ ledgerAccount: '102', credit: '1500' })];
    const voucher = typedVoucher({ postedOn: today(), lines: paid });
    const by = { preparedBy: 'wages', reviewedBy: 'li' };
    await village.app.get(ManualVouchersService).postVoucher(of.id, voucher, by);
  };
  const codesOf = (answer: unknown): string[] => {
    const { body } = answer as { body: { problems?: { code: string }[]; code?: string } };
    const codes = body.problems?.map(({ code }) => code) ?? [];
    return codes.length > 0 ? codes : [body.code ?? 'done'];
  };

  /** Takes the steps from one to before another; the first sheet is published, and objected to. */
  const walk = async (of: Deciding, from: number, to: number): Promise<void> => {
    const first = of.steps.findIndex(({ kind }) => kind === 'publicity') + 1;
    let answer: (() => Promise<unknown>) | undefined;
    for (let number = from; number < to; number += 1) {
      const step = of.steps[number - 1];
      if (number === first && step?.kind === 'publicity') {
        answer = await hang(of, step.days);
        continue;
      }
      if (answer !== undefined) {
        expect(codesOf(await take(of, number))).toEqual(['approvals.objectionsOpen']);
        await answer();
        answer = undefined;
      }
      if (isResult(step)) {
        const early = await post(of, of.accountant, 'steps', { stepNumber: String(number) });
        expect(codesOf(early)).toEqual(['plan.resultLeft']);
        await carryOut(of);
      }
      expect([step?.id, ...codesOf(await take(of, number))]).toEqual([step?.id, 'done']);
      if (step?.kind === 'publicity') wait(step.days + 1);
    }
    await answer?.();
  };

  it.each(ROUTES)(
    '%s',
    async (routeId) => {
      village.clock.moveTo('2025-07-05');
      const { steps } = village.app.get(RoutesService).requireRoute(routeId);
      const added = await addVillage(village, { name: routeId, routeId });
      await openWith(village.app, added.id, 500_000n);
      // Wherever a body of the village may say no, it does once; nobody else may.
      for (const [index, step] of steps.entries()) {
        if (step.kind === 'publicity') break;
        const no = await drafted({ ...added, steps });
        await walk(no, 1, index + 1);
        const mayRefuse =
          step.kind !== 'filing' && !(step.kind === 'review' && step.office !== 'supervision');
        expect([step.id, ...codesOf(await refuse(no, index + 1))]).toEqual([
          step.id,
          mayRefuse ? 'done' : 'approvals.otherStep',
        ]);
        const { state } = await village.app.get(PlanReadService).requirePlan(added.id, no.planId);
        expect(state).toBe(mayRefuse ? 'returned' : 'submitted');
      }
      const first = await drafted({ ...added, steps });
      const review = steps.findIndex((step) => step.kind === 'review' && step.office !== 'supervision') + 1;
      if (review > 0) {
        await walk(first, 1, review);
        const lineReasons = { posts: 'two people too many' };
        const back = { outcome: 'returned', reason: 'see the line', lineReasons, digest: first.digest };
        expect(codesOf(await village.officer.post(`${planOf(first)}/review`, back))).toEqual(['done']);
      } else await walk(first, 1, 3);
      const again = await drafted(first);
      expect(again.planId).not.toBe(first.planId);
      await walk(again, 1, steps.length + 1);
      const plan = await village.app.get(PlanReadService).requirePlan(added.id, again.planId);
      expect([plan.state, plan.decisions.length]).toEqual(['approved', steps.length]);
      expect(await village.app.get(BooksCheckService).checkBooks(added.id)).toMatchObject({ breaks: [] });
    },
    60_000,
  );
});
