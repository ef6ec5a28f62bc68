import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

/** A loss that the reserve covered is not taken back under it: the reserve would stand as surplus. */
describeOnEachEngine('a loss that the reserve covered', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let cost = '';
  /** A cost of the next year, paid ahead. */
  let ahead = '';

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    village.services.clock.moveTo('2026-01-12');
    const bank = [{ pool: 'members' as const, amount: 900_00n }];
    const opening = { on: '2025-01-01', bank, receivables: [] };
    await village.services.openings.recordShort(village.id, opening, ACCOUNTANT);
    await write('2025-11-20', '102', '311', '500.00');
    cost = await write('2025-11-20', '513', '102', '1,000.00');
    ahead = await write('2025-11-20', '513', '102', '100.00', '2026-01');
    for (let month = 1; month <= 11; month += 1) await village.hold(`2025-${String(month).padStart(2, '0')}`);
    for (const step of ['income', 'surplus', 'carryForward'] as const) {
      const form = { step, explanation: '' };
      await village.services.yearEnd.closeStep({ collectiveId: village.id, year: 2025 }, form, ACCOUNTANT);
    }
  });
  afterEach(() => opened.close());

  async function write(
    postedOn: string,
    ...[debit, credit, amount, aboutPeriod]: [string, string, string, string?]
  ): Promise<string> {
    const { entryId } = await village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn,
        ...(aboutPeriod === undefined ? {} : { aboutPeriod }),
        lines: [
          typedLine({ ledgerAccount: debit, debit: amount, pool: 'members' }),
          typedLine({ ledgerAccount: credit, credit: amount, pool: 'members' }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );
    return entryId;
  }
  const less = (amount: string) =>
    village.services.priorYear.correct(
      village.id,
      {
        ...{
          postedOn: '2026-01-10',
          aboutPeriod: '2025-11',
          account: '513',
          change: 'less',
          pool: 'members',
        },
        ...{ amount, counter: '102', counterparty: '', reason: 'typed twice', twiceReason: '' },
      },
      ACCOUNTANT,
    );
  const covered = (amount: bigint) => ({ code: 'reversal.lossCovered', facts: { pool: 'members', amount } });

  it('stays until what covered it is taken back, as far as it was covered', async () => {
    const covering = await write('2026-01-10', '311', '322', '150.00');
    // The village began with 900.00 and spent 1,100.00; 50.00 of the loss stand uncovered.
    await less('50.00');
    await expect(less('0.01')).rejects.toMatchObject(covered(1n));
    await expect(less('150.00')).rejects.toMatchObject(covered(150_00n));
    await village.reverse(covering, '2026-01-12');
    await less('0.01');
  });

  it('is taken back by no reversal', async () => {
    const covering = await write('2026-01-10', '311', '322', '150.00');
    await expect(village.reverse(cost, '2026-01-12')).rejects.toMatchObject(covered(150_00n));
    await village.reverse(covering, '2026-01-12');
    await village.reverse(cost, '2026-01-12');
  });

  it('is of the year in which it was written, whatever year it is about', async () => {
    const covering = await write('2026-01-10', '311', '322', '150.00');
    await expect(village.reverse(ahead, '2026-01-12')).rejects.toMatchObject(covered(50_00n));
    await village.reverse(covering, '2026-01-12');
    await village.reverse(ahead, '2026-01-12');
  });

  it('is taken back by no reversal within its own year', async () => {
    const covering = await write('2025-12-31', '311', '322', '200.00');
    await expect(village.reverse(cost, '2025-12-31')).rejects.toMatchObject(covered(200_00n));
    await expect(village.reverse(ahead, '2025-12-31')).rejects.toMatchObject(covered(100_00n));
    await village.reverse(covering, '2026-01-12');
    await village.reverse(ahead, '2025-12-31');
  });

  it('is covered on the last day of its year, too, and a cost added since is one of it', async () => {
    const more = await village.services.priorYear.correct(
      village.id,
      {
        ...{
          postedOn: '2026-01-10',
          aboutPeriod: '2025-11',
          account: '513',
          change: 'more',
          pool: 'members',
        },
        ...{ amount: '20.00', counter: '102', counterparty: '', reason: 'a late bill', twiceReason: '' },
      },
      ACCOUNTANT,
    );
    await write('2025-12-31', '311', '322', '200.00');
    await expect(village.reverse(cost, '2026-01-12')).rejects.toMatchObject(covered(200_00n));
    await less('20.00');
    await expect(village.reverse(more.entryId, '2026-01-12')).rejects.toMatchObject(covered(20_00n));
  });

  it('is taken back where nothing covered it', async () => {
    await village.reverse(cost, '2026-01-12');
  });
});
