import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import type { Village } from '../support/village';
import { dealingVillage, writtenIn } from './dealings.fixture';

/** What a voucher brought is not taken back once people have turned it into money that never came. */
describeOnEachEngine('what was turned away', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let write: (told: string, postedOn?: string) => Promise<string>;

  beforeEach(async () => {
    opened = await open();
    village = await dealingVillage(opened.database);
    write = (...told) => writtenIn(village, ...told);
  });
  afterEach(() => opened.close());

  const members = () =>
    village.services.surplus.undistributed(village.id, { pool: 'members', day: '2025-02-28' });

  it.each([
    {
      why: 'a loan to another pool that was paid back on one account at the bank',
      first: 'members 113 Qian 40, members 102 -40, pv 102 40, pv 113 Qian -40',
      then: 'members 102 40, members 113 Qian -40, pv 113 Qian 40, pv 102 -40',
    },
    {
      why: 'a loss of cash that somebody owes',
      first: 'members 181 40, members 102 -40',
      then: 'members 113 Qian 40, members 181 -40',
    },
    {
      why: 'what was built and taken over by another pool',
      first: 'members 153 40, members 102 -40',
      then: 'members 102 40, members 153 -40, earmarked 153 40, earmarked 102 -40',
    },
    {
      why: 'a claim under another name',
      first: 'members 113 Qian 40, members 102 -40',
      then: 'members 113 Mill 40, members 113 Qian -40',
    },
    {
      why: 'a claim that was set off',
      before: 'members 513 50, members 211 Qian -50',
      first: 'members 112 Qian 40, members 102 -40',
      then: 'members 211 Qian 40, members 112 Qian -40',
    },
  ])('$why', async ({ before, first, then }) => {
    if (before !== undefined) await write(before);
    const stood = await members();
    const brought = await write(first);
    const turned = await write(then);
    const held = await members();
    await expect(village.reverse(brought, '2025-02-20')).rejects.toMatchObject({
      code: 'reversal.turnedAway',
      facts: { pool: 'members', amount: 40_00n },
    });
    expect(await members()).toBe(held);
    await village.reverse(turned, '2025-02-20');
    await village.reverse(brought, '2025-02-20');
    expect(await members()).toBe(stood);
  });

  it('what was bought and sent back', async () => {
    const bought = await write('members 121 40, members 211 Mill -40');
    const back = await write('members 211 Mill 40, members 121 -40');
    await expect(village.reverse(bought, '2025-02-20')).rejects.toMatchObject({
      code: 'reversal.debtGivenUp',
      facts: { pool: 'members', amount: 40_00n },
    });
    await village.reverse(back, '2025-02-20');
    await village.reverse(bought, '2025-02-20');
    expect(await members()).toBe(900_00n);
  });

  it.each([
    {
      why: 'was collected',
      first: 'members 113 Qian 40, members 102 -40',
      then: 'members 102 40, members 113 Qian -40',
    },
    { why: 'was used up', first: 'members 121 40, members 102 -40', then: 'members 513 40, members 121 -40' },
    {
      why: 'was written off',
      first: 'members 181 40, members 102 -40',
      then: 'members 515 40, members 181 -40',
    },
    {
      why: 'was paid for',
      first: 'members 181 40, members 102 -40',
      then: 'members 102 40, members 181 -40',
    },
  ])('goes back where it $why', async ({ first, then }) => {
    const brought = await write(first);
    await write(then);
    await village.reverse(brought, '2025-02-20');
  });

  it('is asked though something else of his stands since', async () => {
    const lent = await write('members 113 Qian 40, members 102 -40');
    const turned = await write('members 113 Mill 40, members 113 Qian -40');
    const more = await write('members 113 Qian 40, members 102 -40');
    const refused = { code: 'reversal.turnedAway', facts: { amount: 40_00n } };
    await expect(village.reverse(lent, '2025-02-20')).rejects.toMatchObject(refused);
    await village.reverse(more, '2025-02-20');
    await village.reverse(turned, '2025-02-20');
    await village.reverse(lent, '2025-02-20');
    expect(await members()).toBe(900_00n);
  });

  it('is asked of what pays for something else beside it', async () => {
    const short = await write('members 181 40, members 102 -40');
    await write('members 113 Qian 40, members 181 -40, members 513 40, members 102 -40');
    await expect(village.reverse(short, '2025-02-20')).rejects.toMatchObject({
      code: 'reversal.turnedAway',
      facts: { amount: 40_00n },
    });
  });

  it.each([
    { why: 'a cost that is owed', beside: 'members 513 40, members 211 Qian -40' },
    { why: 'what another paid back', beside: 'members 102 40, members 113 Other -40' },
    { why: 'what came for another fund', beside: 'earmarked 102 40, earmarked 241 -40' },
  ])('is asked where beside it stands $why', async ({ beside }) => {
    await write('members 113 Other 80, members 102 -80');
    for (const loss of [false, true]) {
      const [brought, away] = loss ? ['181', '181 -40'] : ['113 Qian', '113 Qian -40'];
      const first = await write(`members ${brought} 40, members 102 -40`);
      const turned = await write(`members 113 Mill 40, members ${away}, ${beside}`);
      const refused = { code: 'reversal.turnedAway', facts: { amount: 40_00n } };
      await expect(village.reverse(first, '2025-02-20')).rejects.toMatchObject(refused);
      await village.reverse(turned, '2025-02-20');
      await village.reverse(first, '2025-02-20');
    }
    expect(await members()).toBe(900_00n);
  });

  it('keeps a loss of money that somebody owes, whatever else was lost', async () => {
    await write('members 121 40, members 102 -40');
    const short = await write('members 181 40, members 102 -40');
    const goods = await write('members 181 40, members 121 -40');
    await write('members 113 Qian 40, members 181 -40');
    const refused = { code: 'reversal.turnedAway', facts: { amount: 40_00n } };
    await expect(village.reverse(short, '2025-02-20')).rejects.toMatchObject(refused);
    await village.reverse(goods, '2025-02-20');
  });

  it('keeps the payment of what somebody was paid too much, once it became a claim', async () => {
    const bill = await write('members 513 40, members 211 Mill -40');
    const paid = await write('members 211 Mill 40, members 102 -40');
    await village.reverse(bill, '2025-02-20');
    const claim = await write('members 112 Mill 40, members 211 Mill -40', '2025-02-20');
    await expect(village.reverse(paid, '2025-02-20')).rejects.toMatchObject({
      code: 'reversal.turnedAway',
      facts: { amount: 40_00n },
    });
    await village.reverse(claim, '2025-02-20');
    await village.reverse(paid, '2025-02-20');
    expect(await members()).toBe(900_00n);
  });

  it('goes back where it was collected, whatever was turned before', async () => {
    await write('members 113 Qian 40, members 102 -40');
    await write('members 113 Mill 40, members 113 Qian -40');
    const lent = await write('members 113 Qian 30, members 102 -30');
    await write('members 102 30, members 113 Qian -30');
    await village.reverse(lent, '2025-02-20');
  });

  it.each([
    {
      why: 'other goods were sent back',
      first: 'members 121 40, members 102 -40',
      used: 'members 513 40, members 121 -40',
      second: 'members 121 40, members 211 Mill -40',
      then: 'members 211 Mill 40, members 121 -40',
    },
    {
      why: 'another loan of his was set off',
      first: 'members 113 Qian 40, members 102 -40',
      used: 'members 102 40, members 113 Qian -40',
      second: 'members 113 Qian 40, members 102 -40',
      then: 'members 113 Mill 40, members 113 Qian -40',
    },
  ])('waits where it was gone by then and $why, and the voucher in its way is named', async (each) => {
    const first = await write(each.first);
    await write(each.used);
    const second = await write(each.second);
    const then = await write(each.then);
    const { voucherNumber } = await village.services.books.requireEntry(village.id, then);
    for (const entryId of [first, second])
      await expect(village.reverse(entryId, '2025-02-20')).rejects.toMatchObject({
        facts: { amount: 40_00n, voucherYear: 2025, voucherNumber },
      });
    await village.reverse(then, '2025-02-20');
    await village.reverse(second, '2025-02-20');
    await village.reverse(first, '2025-02-20');
    expect(await members()).toBe(900_00n);
  });

  it('is asked of what was owed to him before, whatever he was paid', async () => {
    await write('members 513 40, members 113 Qian -40');
    await write('members 113 Qian 40, members 102 -40');
    const lent = await write('members 113 Qian 40, members 102 -40');
    await write('members 113 Mill 40, members 113 Qian -40');
    await expect(village.reverse(lent, '2025-02-20')).rejects.toMatchObject({
      code: 'reversal.turnedAway',
      facts: { amount: 40_00n },
    });
  });

  it('is asked as far as it stands no more', async () => {
    const [first, second] = [
      await write('members 113 Qian 40, members 102 -40'),
      await write('members 113 Qian 30, members 102 -30'),
    ];
    await write('members 113 Mill 30.01, members 113 Qian -30.01');
    const refused = (amount: bigint) => ({ code: 'reversal.turnedAway', facts: { amount } });
    await expect(village.reverse(first, '2025-02-20')).rejects.toMatchObject(refused(1n));
    await village.reverse(second, '2025-02-20');
    await expect(village.reverse(first, '2025-02-20')).rejects.toMatchObject(refused(30_01n));
  });
});
