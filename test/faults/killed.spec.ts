import { setTimeout as passTime } from 'node:timers/promises';
import { randomFrom } from '../bench/entries';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { byTier } from '../support/tier';
import { Village } from '../support/village';
import { expectKept, keyOf, listenTo, payBill, startBills } from './bills';

const SEED = 20_251_125;
const RUNS = byTier(2, 500);
/** After so many runs the next ones book in a village of their own, so that checking stays quick. */
const RUNS_PER_VILLAGE = 20;
const POSTERS = 3;

describeOnEachEngine('a program that is killed while it books', (open, engine) => {
  it(
    'leaves what it acknowledged and whole vouchers only; what it left open is booked once when sent again',
    async () => {
      const random = randomFrom(SEED);
      const opened = await open();
      let village = await Village.start(opened.database);
      const kept = new Map<string, number>();
      let acknowledged = 0;
      for (let run = 0; run < RUNS; run += 1) {
        if (run % RUNS_PER_VILLAGE === 0) {
          village = await Village.start(opened.database, { name: `village ${String(run)}` });
          await village.openWith(100_000_000n);
          kept.clear();
        }
        const said = await killOne(opened, village, { run: `run${String(run)}`, after: 300 * random() });
        acknowledged += said.size;
        for (const [key, number] of said) kept.set(key, number);
        const unsaid = await expectKept(village, kept);
        expect(unsaid.length).toBeLessThanOrEqual(POSTERS);
        const again = await sendAgain(village, `run${String(run)}`, said);
        expect(unsaid.filter((key) => !again.has(key))).toEqual([]);
        for (const [key, number] of again) kept.set(key, number);
        expect(await expectKept(village, kept)).toEqual([]);
      }
      expect(acknowledged).toBeGreaterThanOrEqual(RUNS);
      console.info(
        `${engine}: killed ${String(RUNS)} times, ${String(acknowledged)} acknowledged, none lost`,
      );
    },
    byTier(120_000, 3 * 3_600_000),
  );
});

/** Kills the program some time after it first said that a bill is kept. @returns what it said */
async function killOne(
  { settings }: OpenDatabase,
  village: Village,
  { run, after }: { readonly run: string; readonly after: number },
): Promise<Map<string, number>> {
  const program = startBills({ settings, villageId: village.id, run, posters: POSTERS, bills: 100_000 });
  let killing: Promise<void> | undefined;
  const said = await listenTo(program, () => {
    killing ??= passTime(after).then(() => void program.kill('SIGKILL'));
  });
  await killing;
  expect([program.signalCode, said.failures]).toEqual(['SIGKILL', []]);
  return said.kept;
}

/** Sends again, under its own key, the bill at which each poster was broken off. */
async function sendAgain(
  village: Village,
  run: string,
  said: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const again = new Map<string, number>();
  for (let poster = 0; poster < POSTERS; poster += 1) {
    let bill = 1;
    while (said.has(keyOf(run, poster, bill))) bill += 1;
    const key = keyOf(run, poster, bill);
    again.set(key, await payBill(village, key));
    expect(await payBill(village, key)).toBe(again.get(key));
  }
  return again;
}
