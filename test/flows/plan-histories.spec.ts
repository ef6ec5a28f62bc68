import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { AcceptedCommandsService } from '../../src/platform/audit/accepted-commands.service';
import type { Engine } from '../../src/platform/database/engine';
import { randomFrom } from '../bench/entries';
import { enginesHere } from '../support/engines';
import { byTier } from '../support/tier';
import type { Answer, VillageApp } from './api-village.fixture';
import * as model from './plan-model.fixture';
import { type DecidingVillage, startDeciding, type VillageWish } from './plan-people.fixture';
import { aboutSheet, publish, wait } from './plan-sheet-tries.fixture';
import { file, noteStep } from './plan-step-tries.fixture';
import { Deciding, draft, review, sign, submit, type Try, withdraw } from './plan-tries.fixture';

const SEED = Number(process.env['SEED'] ?? 20_251_130);
const TRIES = byTier(45, 90);
const SAMPLE: readonly VillageWish[] = [
  { routeId: 'county-shandong', of: 'period' },
  { routeId: 'village-four-deliberations', of: 'period' },
  { routeId: 'county-guantao', of: 'period' },
  { routeId: 'county-shandong', of: 'year', isWithoutSupervisors: true },
];
const ROUTES = [
  ...['county-guantao', 'county-shandong', 'county-yingshan', 'four-deliberations-two-disclosures'],
  ...['members-assembly-then-township', 'representatives-assembly-papers-out', 'village-four-deliberations'],
  ...['village-representatives-then-township', 'village-representatives-three-days'],
];
const HISTORIES = byTier(
  SAMPLE,
  Array.from({ length: 200 }, (_, index): VillageWish => {
    const routeId = ROUTES[index % ROUTES.length] ?? '';
    return { routeId, of: index % 4 === 3 ? 'year' : 'period', isWithoutSupervisors: index % 5 === 0 };
  }),
);

/** What a refusal is about, by its code. */
const KINDS: Readonly<Record<string, string>> = {
  'access.otherRole': 'door',
  'access.otherCollective': 'door',
  'approvals.othersStep': 'notHis',
  'approvals.filedByCounty': 'notHis',
  'approvals.ownDraft': 'hand',
  'approvals.tookPart': 'hand',
  'approvals.ofItsAccounts': 'hand',
  'approvals.otherStep': 'notNow',
  'approvals.stepTaken': 'notNow',
  'approvals.allDecided': 'notNow',
  'approvals.filedAlready': 'notNow',
  'plan.notNow': 'notNow',
  'plan.publishFirst': 'notNow',
  'yearPlan.notNow': 'notNow',
  'notices.notHanging': 'notNow',
  'objections.answered': 'notNow',
  'approvals.bytesChanged': 'bytes',
  'approvals.noQuorum': 'votes',
  'approvals.noMajority': 'votes',
  'approvals.votePassed': 'votes',
  'approvals.refusalReasonMissing': 'said',
  'approvals.reasonOfPassed': 'said',
  'form.notAllowed': 'said',
  'approvals.countsDoNotAddUp': 'votes',
  'approvals.paperMissing': 'papers',
  'approvals.photoMissing': 'papers',
  'approvals.scanMissing': 'papers',
  'approvals.signedScanMissing': 'papers',
  'approvals.ownDraftNoted': 'signing',
  'approvals.notASigner': 'signing',
  'approvals.otherPost': 'signing',
  'approvals.ofOffice': 'signing',
  'approvals.keepsBooks': 'signing',
  'form.missing': 'blank',
  'approvals.meetingAhead': 'days',
  'approvals.filedBefore': 'days',
  'approvals.meetingBeforeDraft': 'days',
  'approvals.stepBeforeLast': 'days',
  'approvals.papersLate': 'days',
  'approvals.papersBeforeGround': 'days',
  'notices.beforeToday': 'days',
  'notices.tooFarAhead': 'days',
  'notices.beforeApproval': 'days',
  'approvals.publicityGoesOn': 'hangs',
  'approvals.notProven': 'sheet',
  'approvals.tornDown': 'sheet',
  'approvals.objectionsOpen': 'objections',
  'approvals.signersTooFew': 'signers',
  'approvals.ownDraftSigned': 'signing',
  'approvals.signedAlready': 'signing',
  'approvals.allSigned': 'signing',
  'approvals.signatureUnknown': 'signature',
  'approvals.othersSignature': 'signature',
  'approvals.reasonMissing': 'reason',
  'yearPlan.changeWhyMissing': 'reason',
  'plan.periodTaken': 'taken',
  'plan.aboveDistributable': 'money',
  'yearPlan.aboveExpected': 'money',
};

/** What an answer refuses by; nothing where it was done. */
function kindsIn({ status, body }: Answer): string[] {
  if (status < 400) return [];
  const { problems = [], code = '' } = body as { problems?: { code: string }[]; code?: string };
  const codes = problems.length > 0 ? problems.map((each) => each.code) : [code];
  return [...new Set(codes.map((each) => KINDS[each] ?? `${String(status)} ${each}`))];
}

/** Mostly what comes next of the newest plan, by somebody who may; often enough anything by anybody. */
function nextTry(scene: Deciding): Promise<Try> | Try {
  const newest = scene.plans.at(-1);
  const plan = scene.isOnce(8) && newest !== undefined ? scene.one(scene.plans) : newest;
  if (plan === undefined || scene.isOnce(25)) return draft(scene);
  if (scene.isOnce(4)) return anything(scene, plan);
  if (plan.state === 'drafted') return submit(scene, plan);
  const next = model.nextOf(plan);
  if (next === undefined) return scene.isOnce(2) ? draft(scene) : anything(scene, plan);
  if (model.sheetReasons(plan, scene.today).length > 0 && !scene.isOnce(6)) return aboutSheet(scene, plan);
  return nextStep(scene, plan, next);
}

function nextStep(scene: Deciding, plan: model.ModelPlan, next: model.ModelStep): Promise<Try> | Try {
  if (model.isSheetStep(plan, next)) return publish(scene, plan);
  const hangs = plan.sheet === undefined && (plan.taken.at(-1)?.until ?? '') >= scene.today;
  if ((hangs && !scene.isOnce(4)) || (next.notice_days !== undefined && scene.isOnce(2))) return wait(scene);
  if (model.isOffice(next)) return review(scene, plan, next);
  if (model.isCountysOwn(next, scene.village.people) && !scene.isOnce(4)) return file(scene, plan);
  const isUnsigned = model.signerReasons(plan).length > 0;
  return isUnsigned && !scene.isOnce(6) ? sign(scene, plan, next) : noteStep(scene, plan, next);
}

function anything(scene: Deciding, plan: model.ModelPlan): Promise<Try> | Try {
  const next = model.nextOf(plan) ?? scene.one(plan.steps);
  const step = scene.isOnce(2) ? next : scene.one(plan.steps);
  const isPeriod = plan.of === 'period';
  return scene.one<() => Promise<Try> | Try>([
    () => submit(scene, plan),
    () => noteStep(scene, plan, step),
    () => review(scene, plan, step),
    () => sign(scene, plan, step),
    () => withdraw(scene, plan),
    () => wait(scene),
    () => file(scene, plan),
    ...(isPeriod ? [() => publish(scene, plan), () => aboutSheet(scene, plan)] : []),
  ])();
}

/** A plan as the program shows it. */
interface Shown {
  readonly state: string;
  readonly digest?: string | null;
  readonly decisions: readonly {
    readonly stepId: string;
    readonly digest: string;
    readonly outcome: string;
    readonly counts: model.Votes | null;
    readonly decidedBy: string;
  }[];
}

/** The program shows each plan as the model has it: each step of its bytes, each vote with its quorum. */
async function expectAsModelled(scene: Deciding, plans: readonly model.ModelPlan[]): Promise<void> {
  const reader = scene.village.people.find(({ name }) => name === 'sun');
  for (const plan of plans) {
    const shown = (await reader?.program.get(scene.urlOf(plan)))?.body as Shown | undefined;
    if (shown === undefined) throw new Error('nobody reads the plan');
    const { state, digest, decisions } = shown;
    expect([plan.id, state, digest ?? '']).toEqual([plan.id, plan.state, plan.digest]);
    const taken = plan.taken.map(({ id, by, outcome = 'passed' }) => [id, by, outcome]);
    expect(decisions.map(({ stepId, decidedBy, outcome }) => [stepId, decidedBy, outcome])).toEqual(taken);
    expect(taken.map(([id]) => id)).toEqual(plan.steps.slice(0, taken.length).map(({ id }) => id));
    for (const [index, { digest: bytes, counts, outcome }] of decisions.entries()) {
      expect(bytes).toBe(plan.digest);
      const step = plan.steps[index];
      const isMeeting = step?.kind === 'meeting';
      expect(counts === null).toBe(!isMeeting);
      const wrong = outcome === 'refused' ? model.failedReasons : model.voteReasons;
      if (isMeeting && counts !== null) expect(wrong(step, counts)).toEqual([]);
    }
  }
  const digests = scene.plans.map(({ digest }) => digest).filter((digest) => digest !== '');
  expect(new Set(digests).size).toBe(digests.length);
}

/** Tries things until enough were tried. @returns how often what was done, by its first word */
async function tell(app: VillageApp, village: DecidingVillage, seed: number): Promise<Map<string, number>> {
  const scene = new Deciding(app, village, randomFrom(seed));
  const ledger = app.app.get(LedgerReadService);
  const before = await ledger.requireChain(village.id);
  const told: string[] = [];
  const did = new Map<string, number>();
  let accepted = 0;
  try {
    for (let count = 0; count < TRIES; count += 1) {
      const tried = await nextTry(scene);
      told.push(`${scene.today} ${tried.by.name}: ${tried.what} [${tried.reasons.join(' ')}]`);
      const answer = await tried.send();
      const kinds = kindsIn(answer);
      expect([kinds.length > 0, ...kinds]).toEqual([
        tried.reasons.length > 0,
        ...kinds.filter((kind) => tried.reasons.includes(kind)),
      ]);
      if (kinds.length > 0) continue;
      tried.done(answer.body);
      const word = tried.what.includes('"refused"') ? 'refuse' : (tried.what.split(' ')[0] ?? '');
      did.set(word, (did.get(word) ?? 0) + 1);
      if (answer.status > 200 || (answer.status === 200 && word !== 'what')) accepted += 1;
      await expectAsModelled(scene, word === 'draft' ? scene.plans : scene.plans.slice(-1));
    }
    await expectAsModelled(scene, scene.plans);
    expect(await ledger.requireChain(village.id)).toEqual(before);
    const acts = await app.app.get(AcceptedCommandsService).listAccepted(village.id);
    const positions = Array.from({ length: accepted }, (_, at) => at + 1);
    expect(acts.map(({ position }) => position)).toEqual(positions);
    expect(await app.app.get(BooksCheckService).checkBooks(village.id)).toMatchObject({ breaks: [] });
  } catch (error) {
    const where = `seed ${String(seed)}, ${village.routeId}, ${village.of}`;
    throw new Error([where, ...told, String(error)].join('\n'), { cause: error });
  }
  return did;
}

describe.each(enginesHere())('a plan on its route, by whoever tries whatever (%s)', (engine: Engine) => {
  it(
    'stands where the documents say after each thing that was tried, and is refused by their reasons',
    async () => {
      const { app, villages } = await startDeciding(engine, HISTORIES);
      const did = new Map<string, number>();
      for (const [index, village] of villages.entries()) {
        app.clock.moveTo('2025-07-05');
        for (const [word, count] of await tell(app, village, SEED + index))
          did.set(word, (did.get(word) ?? 0) + count);
      }
      await app.close();
      console.info(`${engine}: seed ${String(SEED)}, ${JSON.stringify(Object.fromEntries(did))}`);
    },
    byTier(120_000, 3 * 3_600_000),
  );
});
