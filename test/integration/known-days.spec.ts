import { BalancesService } from '../../src/features/ledger/balances.service';
import { describeOnEachEngine } from '../support/engines';
import { Village } from '../support/village';

describeOnEachEngine('balances as known on a day', (open) => {
  it('have what was booked to the end of that day, whatever day it was booked on', async () => {
    const { database } = await open();
    const village = await Village.start(database);
    const { clock } = village.services;
    const balances = new BalancesService(database);
    await village.openWith(10_000n);
    await village.pay(3_000n, '2025-06-10');
    clock.moveTo('2025-07-25');
    await village.pay(2_000n, '2025-06-11');
    const bankOn = async (on: string, known?: string): Promise<bigint | undefined> => {
      const upTo = await balances.positionKnown(village.id, known);
      return (await balances.balancesOn(village.id, on, { by: 'postedOn', upTo })).get('102');
    };
    const cases: [on: string, known: string | undefined, bank: bigint | undefined][] = [
      ['2025-06-30', '2025-07-19', undefined],
      ['2025-06-30', '2025-07-20', 7_000n],
      ['2025-06-30', '2025-07-24', 7_000n],
      ['2025-06-30', '2025-07-25', 5_000n],
      ['2025-06-30', undefined, 5_000n],
      ['2025-06-09', '2025-07-25', 10_000n],
      ['2025-06-10', '2025-07-25', 7_000n],
      ['2025-06-11', '2025-07-20', 7_000n],
    ];
    for (const [on, known, bank] of cases) {
      expect([on, known, await bankOn(on, known)]).toEqual([on, known, bank]);
    }
  });
});

describeOnEachEngine('the pool with which the bridge sheet opens', (open) => {
  it.each<{ rule: string; opened: ('pv' | 'other' | 'members')[]; shown: 'pv' | 'other' }>([
    { rule: 'of stations where neither has any', opened: [], shown: 'pv' },
    { rule: 'of stations where only they have', opened: ['pv'], shown: 'pv' },
    { rule: 'of other income where only that has', opened: ['other'], shown: 'other' },
    { rule: 'of stations where both have', opened: ['other', 'pv'], shown: 'pv' },
    { rule: 'none that no distribution splits', opened: ['members'], shown: 'pv' },
    {
      rule: 'of other income beside one that no distribution splits',
      opened: ['members', 'other'],
      shown: 'other',
    },
  ])('is $rule', async ({ opened, shown }) => {
    const village = await Village.start((await open()).database);
    if (opened.length > 0) {
      const bank = opened.map((pool) => ({ pool, amount: 100n }));
      const opening = { on: '2025-01-01', bank, receivables: [] };
      await village.services.openings.recordShort(village.id, opening, { by: 'accountant' });
    }
    expect(await village.services.surplus.firstUsedPool(village.id)).toBe(shown);
  });
});
