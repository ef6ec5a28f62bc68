import { describeOnEachEngine } from '../support/engines';
import { byTier } from '../support/tier';
import { Village } from '../support/village';
import { expectKept, keyOf, listenTo, payBill, startBills } from './bills';

const BILLS = byTier(2, 25);

describeOnEachEngine('forty writers on one collective', (open) => {
  it('of one program leave no gap, no duplicate and no lost voucher', async () => {
    const village = await Village.start((await open()).database);
    await village.openWith(100_000_000n);
    const kept = new Map<string, number>();
    const write = async (writer: number): Promise<void> => {
      for (let bill = 1; bill <= BILLS; bill += 1) {
        const key = keyOf('one', writer, bill);
        kept.set(key, await payBill(village, key));
      }
    };
    await Promise.all(Array.from({ length: 40 }, (_, writer) => write(writer)));
    expect(await expectKept(village, kept)).toEqual([]);
    expect([...kept.values()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 * BILLS }, (_, index) => index + 2),
    );
  });

  it('of four programs do not either', async () => {
    const opened = await open();
    const village = await Village.start(opened.database);
    await village.openWith(100_000_000n);
    const wish = { settings: opened.settings, villageId: village.id, posters: 10, bills: BILLS };
    const programs = [1, 2, 3, 4].map((number) => startBills({ ...wish, run: `program${String(number)}` }));
    const said = await Promise.all(programs.map((program) => listenTo(program)));
    expect(said.flatMap(({ failures }) => failures)).toEqual([]);
    const kept = new Map(said.flatMap(({ kept: one }) => [...one]));
    expect(kept.size).toBe(40 * BILLS);
    expect(await expectKept(village, kept)).toEqual([]);
  });
});
