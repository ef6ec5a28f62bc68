import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as passTime } from 'node:timers/promises';
import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { readRecords, recordChange } from '../../src/platform/audit/records';
import { randomFrom } from '../bench/entries';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { byTier } from '../support/tier';
import { Village } from '../support/village';
import { listenTo } from './bills';
import { carryOut, type Deed, type Hands, handsOf, ROUTE, standingOf, type StandingPlan } from './decisions';

const SEED = 20_251_130;
const RUNS = byTier(2, 200);
/** After so many runs the next ones decide in a village of their own, so that each day has no plan yet. */
const RUNS_PER_VILLAGE = 4;
/** It is killed at one of its first so many deeds, some time within it or before the next. */
const MOST_DEEDS = byTier(14, 40);
const LONGEST_MS = 60;
const PROGRAM = [join(__dirname, '../support/run-typescript.js'), join(__dirname, 'decide-plans.ts')];

/** What a program said: what it did and made, and what it was about to do when it was killed. */
interface Said {
  readonly done: readonly (readonly [Deed, string])[];
  readonly broken: Deed | undefined;
}

/** What has to stand of each plan, by what was acknowledged. */
type Acknowledged = Map<string, StandingPlan>;

describeOnEachEngine('a program that is killed while people decide', (open, engine) => {
  it(
    'leaves what it acknowledged whole, and what it left open is there once when it is sent again',
    async () => {
      const random = randomFrom(SEED);
      const opened = await open();
      let hands = await startVillage(opened, 0);
      const plans: Acknowledged = new Map();
      const told = { done: 0, there: 0, absent: 0 };
      for (let run = 0; run < RUNS; run += 1) {
        if (run > 0 && run % RUNS_PER_VILLAGE === 0) {
          hands = await startVillage(opened, run);
          plans.clear();
        }
        const at = 2 + Math.floor(MOST_DEEDS * random());
        const wish = { seed: SEED + run, at, after: LONGEST_MS * random() };
        const { done, broken } = await killOne(opened, hands, wish);
        for (const [deed, made] of done) acknowledge(plans, deed, made);
        told.done += done.length;
        await expectSound(hands);
        if (broken !== undefined) {
          const before = await countOf(hands);
          const made = await carryOut(hands, broken);
          expect(await carryOut(hands, broken)).toBe(made);
          acknowledge(plans, broken, made);
          told[(await countOf(hands)) === before ? 'there' : 'absent'] += 1;
        }
        await expectStanding(hands, plans);
        await expectSound(hands);
      }
      expect(told.done).toBeGreaterThan(RUNS);
      console.info(`${engine}: killed ${String(RUNS)} times, ${JSON.stringify(told)}`);
    },
    byTier(240_000, 3 * 3_600_000),
  );
});

async function startVillage({ database }: OpenDatabase, run: number): Promise<Hands> {
  const village = await Village.start(database, { name: `village ${String(run)}` });
  await village.openWith(100_000_000n);
  await database.inTransaction(village.id, async (tx) => {
    await tx.update(CollectiveEntity, { id: village.id }, { routeId: ROUTE });
    await recordChange(tx, CollectiveEntity, { id: village.id });
  });
  return handsOf(village);
}

/** Kills the program some time after it began on one of its deeds. @returns what it said */
async function killOne(
  { settings }: OpenDatabase,
  { village }: Hands,
  { seed, at, after }: { readonly seed: number; readonly at: number; readonly after: number },
): Promise<Said> {
  const wish = JSON.stringify({ settings, villageId: village.id, seed });
  const program = spawn(process.execPath, [...PROGRAM, wish], { stdio: ['ignore', 'pipe', 'inherit'] });
  let killing: Promise<void> | undefined;
  const said = await listenTo(program, ({ kept }) => {
    const begun = [...kept.keys()].filter((word) => word.startsWith('do:')).length;
    if (begun >= at) killing ??= passTime(after).then(() => void program.kill('SIGKILL'));
  });
  await killing;
  expect([program.signalCode, said.failures]).toEqual(['SIGKILL', []]);
  const words = [...said.kept.keys()];
  const deeds = words
    .filter((word) => word.startsWith('do:'))
    .map((word) => JSON.parse(word.slice(3)) as Deed);
  const made = new Map(
    words
      .filter((word) => word.startsWith('kept:'))
      .map((word) => word.split(':'))
      .map(([, key = '', id = '']) => [key, id]),
  );
  const done = deeds.flatMap((deed): [Deed, string][] => {
    const id = made.get(deed.key);
    return id === undefined ? [] : [[deed, id]];
  });
  return { done, broken: deeds.find(({ key }) => !made.has(key)) };
}

/** Notes what one thing done makes of the plans: a draft voids the one of its day. */
function acknowledge(plans: Acknowledged, { what, planId, detail }: Deed, made: string): void {
  if (what === 'draft') {
    for (const [id, plan] of plans) if (plan.day === detail) plans.set(id, { ...plan, state: 'voided' });
    const drafted = { day: detail, state: 'drafted', isSubmitted: false };
    plans.set(made, { ...drafted, steps: 0, signatures: [], files: [] });
    return;
  }
  const plan = plans.get(planId);
  if (plan === undefined) throw new Error('something was done about a plan that nobody acknowledged');
  const { steps, signatures, files } = plan;
  const changes: Readonly<Record<string, Partial<StandingPlan>>> = {
    submit: { state: 'submitted', isSubmitted: true },
    note: { steps: steps + 1 },
    meet: { steps: steps + 1, state: 'approved' },
    sign: { signatures: [...signatures, made] },
    file: { files: [...files, made] },
  };
  plans.set(planId, { ...plan, ...changes[what] });
}

/** Each plan that was acknowledged stands as it was, and no other does. */
async function expectStanding(hands: Hands, plans: Acknowledged): Promise<void> {
  for (const [id, plan] of plans) expect([id, await standingOf(hands, id)]).toEqual([id, plan]);
  const living = [...plans].filter(([, { state }]) => state !== 'voided').map(([id]) => id);
  const listed = await hands.village.services.plans.listPlans(hands.village.id);
  expect(listed.map(({ id }) => id).sort()).toEqual(living.sort());
}

/** How many rows are on record: each deed puts one there at least. */
async function countOf({ village }: Hands): Promise<number> {
  const { id: collectiveId, services } = village;
  return (await readRecords(services.database.reader, collectiveId)).length;
}

async function expectSound({ village }: Hands): Promise<void> {
  await expectSoundBooks(village);
  expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
}
