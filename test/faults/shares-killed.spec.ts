import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as passTime } from 'node:timers/promises';
import { randomFrom } from '../bench/entries';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { byTier } from '../support/tier';
import { expectSoundBooks } from '../books/invariants';
import { listenTo, type Said } from './bills';
import {
  closeNext,
  expectedLines,
  LAST_MONTH,
  resume,
  SERVED_FROM,
  type SharedStation,
  standingOf,
  standingSlips,
  startShares,
} from './shares';

const SEED = 20_251_129;
const RUNS = byTier(2, 100);
/** After so many runs, or where few months are left, the next ones have a station of their own. */
const RUNS_PER_STATION = 10;
/** A slip of 58 owners is 117 transactions, of which a run is killed within one of the first few hundred. */
const LONGEST_MS = byTier({ sqlite: 1_500, postgres: 3_000 }, { sqlite: 6_000, postgres: 10_000 });
const PROGRAM = [join(__dirname, '../support/run-typescript.js'), join(__dirname, 'settle-shares.ts')];

describeOnEachEngine(
  'a joint station of 64 shares, its program killed on the way to the owners',
  (open, engine) => {
    it(
      'gives each of the 58 owners his share once, to the fen, whenever it was killed',
      async () => {
        const random = randomFrom(SEED);
        const opened = await open();
        let shared = await startShares(opened.database);
        const told = { slips: 0, cutOff: 0, takenBack: 0, closed: 0 };
        for (let run = 0; run < RUNS; run += 1) {
          const last = (await standingSlips(shared)).at(-1)?.slip.generationMonth ?? '';
          if ((run > 0 && run % RUNS_PER_STATION === 0) || last === LAST_MONTH) {
            shared = await startShares(opened.database);
          }
          const said = await killOne(opened, shared, {
            seed: SEED + run,
            after: LONGEST_MS[engine] * random(),
          });
          await expectAcknowledged(shared, said);
          await expectNothingTwice(shared);
          const onTheWay = await openOf(shared);
          told.cutOff += onTheWay.length > 0 ? 1 : 0;
          const ahead = shared.owners[Math.floor(random() * shared.owners.length)];
          if (ahead !== undefined && (await closeNext(ahead)) !== undefined) told.closed += 1;
          told.takenBack += [...said.kept.keys()].filter((key) => key.startsWith('undo:')).length;
          told.slips += [...said.kept.keys()].filter((key) => key.startsWith('kept:')).length;
          // Every other time the next program finds it as it was left, and may be killed over it again.
          if (run % 2 === 0 && run + 1 < RUNS) continue;
          await resume(shared.services);
          await expectEachOnce(shared);
        }
        expect(told.cutOff).toBeGreaterThanOrEqual(byTier(0, RUNS / 4));
        console.info(`${engine}: killed ${String(RUNS)} times, ${JSON.stringify(told)}`);
      },
      byTier(180_000, 3 * 3_600_000),
    );
  },
);

/** Kills the program some time after it began to send. @returns what it said */
async function killOne(
  { settings }: OpenDatabase,
  { keeper, station }: SharedStation,
  { seed, after }: { readonly seed: number; readonly after: number },
): Promise<Said> {
  const wish = JSON.stringify({ settings, keeperId: keeper.id, station, seed });
  const program = spawn(process.execPath, [...PROGRAM, wish], { stdio: ['ignore', 'pipe', 'inherit'] });
  let killing: Promise<void> | undefined;
  const said = await listenTo(program, () => {
    killing ??= passTime(after).then(() => void program.kill('SIGKILL'));
  });
  await killing;
  expect([program.signalCode, said.failures]).toEqual(['SIGKILL', []]);
  return said;
}

/** What was said to be kept stands, unless it was being taken back; what was said to be back does not. */
async function expectAcknowledged(shared: SharedStation, { kept }: Said): Promise<void> {
  const standing = new Set((await standingSlips(shared)).map(({ slip }) => slip.id));
  const ids = (word: string): string[] =>
    [...kept.keys()].filter((key) => key.startsWith(`${word}:`)).map((key) => key.slice(word.length + 1));
  const undone = new Set(ids('undo'));
  expect(ids('kept').filter((id) => !standing.has(id) && !undone.has(id))).toEqual([]);
  expect(ids('back').filter((id) => standing.has(id))).toEqual([]);
}

/** What is on its way between the keeper and his owners. */
function openOf({ services, keeper }: SharedStation) {
  return services.outbox.listOpen(keeper.id, services.database.reader);
}

/** As it was left by the kill: nobody has a month twice, whatever books it broke off between are sound. */
async function expectNothingTwice({ keeper, owners }: SharedStation): Promise<void> {
  await expectSoundBooks(keeper);
  for (const owner of owners) {
    const { months } = await standingOf(owner);
    expect(months).toEqual([...new Set(months)]);
  }
}

/** After the program has started anew: each has what was reckoned, by one voucher a month, all books hold. */
async function expectEachOnce(shared: SharedStation): Promise<void> {
  const { services, keeper, owners } = shared;
  expect(await openOf(shared)).toEqual([]);
  const slips = await standingSlips(shared);
  const expected = expectedLines(slips, owners);
  for (const owner of owners) {
    const { owed, months, days } = await standingOf(owner);
    expect([owner.name, owed]).toEqual([owner.name, expected.get(owner.name)]);
    expect(months).toEqual(slips.map(({ slip }) => slip.generationMonth));
    if (owner.closed !== 'open') expect(days.filter((day) => day < SERVED_FROM)).toEqual([]);
    await expectSoundBooks(owner.village);
  }
  await expectSoundBooks(keeper);
  for (const { id } of [keeper, ...owners.map(({ village }) => village)]) {
    expect((await services.check.checkBooks(id)).breaks).toEqual([]);
  }
}
