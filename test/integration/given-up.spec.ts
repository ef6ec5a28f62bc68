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

  const writeLines = async (
    ...lines: readonly (readonly [side: 'debit' | 'credit', account: string, amount: string, name?: string])[]
  ) => {
    const { entryId } = await village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-02-10',
        lines: lines.map(([side, ledgerAccount, amount, counterparty = '']) =>
          typedLine({ ledgerAccount, [side]: amount, pool: 'members', counterparty }),
        ),
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );
    return entryId;
  };

  it.each([
    {
      how: 'to another name',
      by: [
        [
          ['debit', '211', '100.00', 'Mason'],
          ['credit', '211', '100.00', 'Mill'],
        ],
        [
          ['debit', '211', '100.00', 'Mill'],
          ['credit', '504', '100.00'],
        ],
      ],
    },
    {
      how: 'to another account',
      by: [
        [
          ['debit', '211', '100.00', 'Mason'],
          ['credit', '201', '100.00'],
        ],
        [
          ['debit', '201', '100.00'],
          ['credit', '504', '100.00'],
        ],
      ],
    },
    {
      how: 'beside a cost that was paid',
      by: [
        [
          ['debit', '211', '100.00', 'Mason'],
          ['debit', '513', '200.00'],
          ['credit', '102', '200.00'],
          ['credit', '504', '100.00'],
        ],
      ],
    },
  ] as const)('is not got rid of $how before what made it is taken back', async ({ by }) => {
    const bought = await write('513', '211', '100.00', 'Mason');
    for (const lines of by) await writeLines(...lines);
    const stood = await undistributed();
    await expect(village.reverse(bought, '2025-02-20')).rejects.toMatchObject({
      code: 'reversal.debtGivenUp',
      facts: { pool: 'members', amount: 100_00n },
    });
    expect(await undistributed()).toBe(stood);
  });

  it('is paid by money beside a cost, and by a claim that it is set off against', async () => {
    const bought = await write('513', '211', '100.00', 'Mason');
    await writeLines(
      ['debit', '211', '60.00', 'Mason'],
      ['debit', '513', '200.00'],
      ['credit', '102', '260.00'],
    );
    await writeLines(['debit', '112', '40.00', 'Mason'], ['credit', '102', '40.00']);
    await writeLines(['debit', '211', '40.00', 'Mason'], ['credit', '112', '40.00', 'Mason']);
    await village.reverse(bought, '2025-02-20');
    expect(await undistributed()).toBe(900_00n - 200_00n);
  });

  it('is not paid by what was paid for another one', async () => {
    await write('513', '211', '80.00', 'Mason');
    await write('211', '102', '80.00', 'Mason');
    const bill = await write('513', '211', '80.00', 'Mason');
    await write('211', '504', '80.00', 'Mason');
    await expect(village.reverse(bill, '2025-02-20')).rejects.toMatchObject({
      code: 'reversal.debtGivenUp',
      facts: { amount: 80_00n },
    });
  });

  it('of before does not keep what was paid since', async () => {
    await write('513', '211', '100.00', 'Mason');
    await write('211', '504', '100.00', 'Mason');
    const bill = await write('513', '211', '60.00', 'Mason');
    await write('211', '102', '60.00', 'Mason');
    await village.reverse(bill, '2025-02-20');
    expect(await undistributed()).toBe(900_00n);
  });

  it('and a cost that came back is not taken back a second time in its year', async () => {
    const paid = await write('514', '102', '100.00');
    const back = await write('102', '514', '40.01');
    await expect(village.reverse(paid, '2025-02-20')).rejects.toMatchObject({
      code: 'reversal.takenOff',
      facts: { pool: 'members', year: 2025, most: 59_99n },
    });
    await village.reverse(back, '2025-02-20');
    await village.reverse(paid, '2025-02-20');
    expect(await undistributed()).toBe(900_00n);
  });

  it('was owed on the day on which it is given up, not later alone', async () => {
    await write('513', '211', '80.00', 'Mason');
    const giveUp = (postedOn: string) =>
      village.services.manualVouchers.postVoucher(
        village.id,
        typedVoucher({
          postedOn,
          lines: [
            typedLine({ ledgerAccount: '211', debit: '80.00', pool: 'members', counterparty: 'Mason' }),
            typedLine({ ledgerAccount: '504', credit: '80.00', pool: 'members' }),
          ],
        }),
        { preparedBy: 'ann', reviewedBy: 'ben' },
      );
    await expect(giveUp('2025-02-09')).rejects.toMatchObject({ problems: [{ code: 'voucher.debtShort' }] });
    expect(await undistributed()).toBe(900_00n - 80_00n);
    await giveUp('2025-02-10');
    expect(await undistributed()).toBe(900_00n);
  });
});
