import { DomainError } from '../../src/domain/shared/domain-error';
import { describeOnEachEngine } from '../support/engines';
import type { Village } from '../support/village';
import { dealingVillage, writtenIn } from './dealings.fixture';

/** How a reversal of a cost, of which some came back, was answered. */
const answered = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'reversed',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

describeOnEachEngine('reversals of one voucher at once', (open) => {
  it('are answered by the first, and each of the others is told that it is reversed', async () => {
    const { database, close } = await open();
    const village: Village = await dealingVillage(database);
    const cost = await writtenIn(village, 'members 513 40, members 102 -40');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => answered(village.reverse(cost, '2025-02-20'))),
    );
    expect(answers.filter((answer) => answer === 'reversed')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'reversal.alreadyReversed')).toHaveLength(19);
    await close();
  });

  it('is told so before what else would be in its way', async () => {
    const { database, close } = await open();
    const village = await dealingVillage(database);
    const bill = await writtenIn(village, 'members 513 40, members 211 Qian -40');
    await village.reverse(bill, '2025-02-20');
    expect(await answered(village.reverse(bill, '2025-02-09'))).toBe('reversal.alreadyReversed');
    expect(await answered(village.reverse(bill, '2025-02-20'))).toBe('reversal.alreadyReversed');
    await close();
  });
});
