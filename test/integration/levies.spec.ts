import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import type { Village } from '../support/village';
import { dealingVillage, writtenIn } from './dealings.fixture';

/** What the village's meeting raised for a purpose is the village's own as far as it was paid. */
describeOnEachEngine('a levy', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let write: (told: string) => Promise<string>;

  beforeEach(async () => {
    opened = await open();
    village = await dealingVillage(opened.database);
    write = (told) => writtenIn(village, told);
  });
  afterEach(() => opened.close());

  it('keeps a levy of which somebody was let off', async () => {
    const levy = await write('earmarked 113 Qian 40, earmarked 231 -40');
    const letOff = await write('earmarked 231 15, earmarked 113 Qian -15');
    await expect(village.reverse(levy, '2025-02-20')).rejects.toMatchObject({
      code: 'reversal.turnedAway',
      facts: { pool: 'earmarked', amount: 15_00n },
    });
    await village.reverse(letOff, '2025-02-20');
    await village.reverse(levy, '2025-02-20');
  });

  it('keeps the payment of a levy, and the levy, once it became the reserve', async () => {
    const levy = await write(
      'earmarked 113 Qian 40, earmarked 231 -40, earmarked 113 Mill 20, earmarked 231 -20',
    );
    const paid = await write('earmarked 102 40, earmarked 113 Qian -40');
    const rest = await write('earmarked 112 Mill 20, earmarked 113 Mill -20');
    const turned = (amount: string) => write(`earmarked 231 ${amount}, earmarked 311 -${amount}`);
    await expect(turned('40.01')).rejects.toMatchObject({
      problems: [{ code: 'voucher.raisedUnpaid', facts: { unpaid: 20_00n } }],
    });
    const reserve = await turned('30');
    const refused = { code: 'reversal.raisedTurned', facts: { pool: 'earmarked', amount: 30_00n } };
    await expect(village.reverse(paid, '2025-02-20')).rejects.toMatchObject(refused);
    await village.reverse(rest, '2025-02-20');
    await expect(village.reverse(levy, '2025-02-20')).rejects.toMatchObject(refused);
    await village.reverse(reserve, '2025-02-20');
    await village.reverse(paid, '2025-02-20');
    await village.reverse(levy, '2025-02-20');
  });

  it('counts no levy as paid that was put down to be cleared up, and no loan as a levy', async () => {
    await write('earmarked 102 50, earmarked 231 -50');
    await write('earmarked 113 Mill 10, earmarked 102 -10');
    await write('earmarked 113 Qian 40, earmarked 231 -40');
    const moved = await write('earmarked 181 40, earmarked 113 Qian -40');
    await expect(write('earmarked 231 50.01, earmarked 311 -50.01')).rejects.toMatchObject({
      problems: [{ code: 'voucher.raisedUnpaid', facts: { unpaid: 40_00n } }],
    });
    const reserve = await write('earmarked 231 50, earmarked 311 -50');
    await village.reverse(moved, '2025-02-20');
    const paid = await write('earmarked 102 40, earmarked 113 Qian -40');
    await write('earmarked 231 40, earmarked 311 -40');
    const refused = { code: 'reversal.raisedTurned', facts: { amount: 40_00n } };
    await expect(village.reverse(paid, '2025-02-20')).rejects.toMatchObject(refused);
    await village.reverse(reserve, '2025-02-20');
  });
});
