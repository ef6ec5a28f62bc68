import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

/** What the form for earlier years took off a closed year is not taken back a second time by a reversal. */
describeOnEachEngine('a voucher of a closed year that was corrected', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    village.services.clock.moveTo('2026-01-12');
    const bank = [{ pool: 'members' as const, amount: 900_00n }];
    const opening = { on: '2025-01-01', bank, receivables: [] };
    await village.services.openings.recordShort(village.id, opening, ACCOUNTANT);
    const mason = { kind: 'organisation', name: 'Mason' };
    await village.services.counterparties.addCounterparty(village.id, mason, ACCOUNTANT);
  });
  afterEach(() => opened.close());

  const write = async (debit: string, credit: string, amount: string) => {
    const named = (account: string) => (account === '211' ? { counterparty: 'Mason' } : {});
    const { entryId } = await village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-11-20',
        lines: [
          typedLine({ ledgerAccount: debit, debit: amount, pool: 'members', ...named(debit) }),
          typedLine({ ledgerAccount: credit, credit: amount, pool: 'members', ...named(credit) }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );
    return entryId;
  };
  const closeYear = async () => {
    for (let month = 1; month <= 11; month += 1) await village.hold(`2025-${String(month).padStart(2, '0')}`);
    for (const step of ['income', 'surplus', 'carryForward'] as const) {
      const form = { step, explanation: '' };
      await village.services.yearEnd.closeStep({ collectiveId: village.id, year: 2025 }, form, ACCOUNTANT);
    }
  };
  const less = (account: string, counter: string, amount: string) =>
    village.services.priorYear.correct(
      village.id,
      {
        ...{ postedOn: '2026-01-10', aboutPeriod: '2025-11', account, change: 'less', pool: 'members' },
        ...{ amount, counter, counterparty: counter === '211' ? 'Mason' : '' },
        ...{ reason: 'typed twice', twiceReason: '' },
      },
      ACCOUNTANT,
    );
  const undistributed = () =>
    village.services.surplus.undistributed(village.id, { pool: 'members', day: '2026-01-31' });
  const reverse = (entryId: string) => village.reverse(entryId, '2026-01-12');
  const corrected = (most: bigint) => ({ code: 'reversal.corrected', facts: { year: 2025, most } });

  it.each([
    { of: 'a cost', debit: '514', credit: '102', account: '514', stood: 900_00n },
    { of: 'income', debit: '102', credit: '504', account: '504', stood: 900_00n },
  ])('keeps $of that is gone already, a fen of it or all', async ({ debit, credit, account, stood }) => {
    const small = await write(debit, credit, '40.00');
    const large = await write(debit, credit, '60.00');
    await closeYear();
    const { entryId } = await less(account, '102', '40.01');
    await expect(reverse(large)).rejects.toMatchObject(corrected(59_99n));
    await reverse(small);
    await expect(reverse(large)).rejects.toMatchObject(corrected(19_99n));
    await reverse(entryId);
    await reverse(large);
    expect(await undistributed()).toBe(stood);
  });

  it('keeps the debt of a cost that the form took off', async () => {
    const bought = await write('513', '211', '100.00');
    await write('513', '102', '100.00');
    await closeYear();
    await less('513', '211', '100.00');
    await expect(reverse(bought)).rejects.toMatchObject({
      code: 'reversal.debtGivenUp',
      facts: { pool: 'members', amount: 100_00n },
    });
    expect(await undistributed()).toBe(900_00n - 100_00n);
  });

  it('may be taken back where the form added to the year', async () => {
    const bought = await write('513', '102', '100.00');
    await closeYear();
    await village.services.priorYear.correct(
      village.id,
      {
        ...{ postedOn: '2026-01-10', aboutPeriod: '2025-11', account: '513', change: 'more' },
        ...{ pool: 'members', amount: '20.00', counter: '102', counterparty: '' },
        ...{ reason: 'a late bill', twiceReason: '' },
      },
      ACCOUNTANT,
    );
    await reverse(bought);
    expect(await undistributed()).toBe(900_00n - 20_00n);
  });
});
