import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

/** A debt that was given up as income stands in the way of taking back what made it. */
describeOnEachEngine('a debt that was given up', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(900_00n, 'members');
    for (const name of ['Mason', 'Mill'])
      await village.services.counterparties.addCounterparty(
        village.id,
        { kind: 'organisation', name },
        ACCOUNTANT,
      );
  });
  afterEach(() => opened.close());

  const write = async (debit: string, credit: string, amount: string, counterparty = '') => {
    const named = (account: string) => (account === '211' || account === '113' ? { counterparty } : {});
    const { entryId } = await village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-02-10',
        lines: [
          typedLine({ ledgerAccount: debit, debit: amount, pool: 'members', ...named(debit) }),
          typedLine({ ledgerAccount: credit, credit: amount, pool: 'members', ...named(credit) }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );
    return entryId;
  };
  const undistributed = () =>
    village.services.surplus.undistributed(village.id, { pool: 'members', day: '2025-02-28' });

  it.each([
    { debt: '211', party: 'Mason' },
    { debt: '201', party: '' },
  ])('keeps the voucher that made it on $debt, until it is taken back itself', async ({ debt, party }) => {
    const bought = await write('121', debt, '300.00', party);
    const givenUp = await write(debt, '504', '300.00', party);
    expect(await undistributed()).toBe(900_00n);
    await expect(village.reverse(bought, '2025-02-20')).rejects.toMatchObject({
      code: 'reversal.debtGivenUp',
      facts: { pool: 'members', amount: 300_00n },
    });
    expect(await undistributed()).toBe(900_00n);
    await village.reverse(givenUp, '2025-02-20');
    await village.reverse(bought, '2025-02-20');
    expect(await undistributed()).toBe(900_00n);
  });

  it('is another’s where it names another, and goes as far as was given up', async () => {
    const bought = await write('121', '211', '300.00', 'Mason');
    const more = await write('121', '211', '50.00', 'Mason');
    const others = await write('121', '211', '40.00', 'Mill');
    await write('211', '504', '50.01', 'Mason');
    await village.reverse(others, '2025-02-20');
    // 350.00 were owed and 50.01 of them given up: 299.99 are owed still.
    await expect(village.reverse(bought, '2025-02-20')).rejects.toMatchObject({
      code: 'reversal.debtGivenUp',
      facts: { amount: 1n },
    });
    await village.reverse(more, '2025-02-20');
    expect(await undistributed()).toBe(900_00n - 300_00n + 50_01n);
  });

  it('that was paid is to be got back, and may be taken back', async () => {
    const bought = await write('121', '211', '300.00', 'Mason');
    await write('211', '102', '300.00', 'Mason');
    await village.reverse(bought, '2025-02-20');
    expect(await undistributed()).toBe(900_00n);
  });
});
