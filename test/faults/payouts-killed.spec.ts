import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expectSoundBooks } from '../books/invariants';
import { CASHIER, PayScene } from '../integration/pay-lists.fixture';
import { describeOnEachEngine } from '../support/engines';
import { byTier } from '../support/tier';
import { listenTo } from './bills';
import { type AnswerWish, ENDS, LAYOUT, takeAnswer } from './taken-answers';

/** At each place so often. */
const RUNS = byTier(1, 30);
const PROGRAM = [join(__dirname, '../support/run-typescript.js'), join(__dirname, 'take-answers.ts')];

describeOnEachEngine('a program killed while a bank’s answer is taken over', (open) => {
  it(
    'gives the same file byte for byte and books each line once, wherever it died',
    async () => {
      const opened = await open();
      const scene = await PayScene.start(opened);
      const { village, pay } = scene;
      const fileOf = async (id: string): Promise<string> =>
        (await pay.fileReads.take(village.id, { id, layout: LAYOUT }, CASHIER)).bytes.toString('hex');
      const vouchers = async (): Promise<number> => {
        const months = { first: '2025-01', last: '2025-12' };
        return (await scene.services.books.listVouchers(village.id, months)).length;
      };
      for (let run = 0; run < RUNS; run += 1)
        for (const end of ENDS) {
          const debt = await scene.accept('1 3 1\n2 2 1', '5');
          const listId = await scene.sent(scene.keysOf(debt, 0, 1));
          const [file, before] = [await fileOf(listId), await vouchers()];
          await killOne({ settings: opened.settings, villageId: village.id, listId, end });
          const left = end === 'after' ? 'settled: confirmed returned' : 'sent: open open';
          expect([end, await scene.states(listId)]).toEqual([end, left]);
          expect([end, (await vouchers()) - before]).toEqual([end, end === 'after' ? 1 : 0]);
          expect(await fileOf(listId)).toBe(file);
          await expectSoundBooks(village);

          const answer = await takeAnswer(pay.bank, village.id, listId);
          expect(await takeAnswer(pay.bank, village.id, listId)).toEqual(answer);
          expect([end, await scene.states(listId)]).toEqual([end, 'settled: confirmed returned']);
          const { acts } = await pay.reading.require(village.id, listId);
          expect(acts.map(({ act }) => act)).toEqual(['submit', 'approve', 'send', 'confirm', 'fail']);
          expect([end, (await vouchers()) - before]).toEqual([end, 1]);
          expect(await fileOf(listId)).toBe(file);
        }
      const times = RUNS * ENDS.length;
      expect(await scene.told()).toBe(`0 ${String(times * 300)} 0, ${String(times * 200)} 0 0`);
      await expectSoundBooks(village);
      await opened.close();
    },
    byTier(240_000, 3_600_000),
  );
});

/** Kills the program once it says that it is where it is to die. */
async function killOne(wish: AnswerWish): Promise<void> {
  const words = [...PROGRAM, JSON.stringify(wish)];
  const program = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const { kept, failures } = await listenTo(program, () => void program.kill('SIGKILL'));
  expect([program.signalCode, failures, [...kept.keys()]]).toEqual(['SIGKILL', [], ['here']]);
}
