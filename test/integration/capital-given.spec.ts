import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

/** What members paid in as capital is theirs: a hand gives it to nobody, whatever the accrual figure says. */
describeOnEachEngine('what a hand gives away', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(900_00n, 'members');
  });
  afterEach(() => opened.close());

  const write = (debit: string, credit: string, amount: string) =>
    village.services.manualVouchers
      .postVoucher(
        village.id,
        typedVoucher({
          postedOn: '2025-02-10',
          lines: [
            typedLine({ ledgerAccount: debit, debit: amount, pool: 'members' }),
            typedLine({ ledgerAccount: credit, credit: amount, pool: 'members' }),
          ],
        }),
        { preparedBy: 'ann', reviewedBy: 'ben' },
      )
      .then(
        () => [],
        (error: unknown) => {
          if (!(error instanceof FormProblems)) throw error;
          return error.problems.map(({ code }) => code);
        },
      );

  it('is the pool’s own, and none of the capital that was paid in', async () => {
    await write('121', '504', '5000.00');
    expect(await write('102', '301', '500.00')).toEqual([]);
    expect(await write('322', '211', '900.01')).toEqual(['voucher.abovePool']);
    expect(await write('301', '102', '200.00')).toEqual([]);
    expect(await write('322', '211', '900.01')).toEqual(['voucher.abovePool']);
    expect(await write('322', '211', '900.00')).toEqual([]);
  });

  it('is not the reserve by way of capital', async () => {
    await write('121', '504', '5000.00');
    await write('102', '301', '500.00');
    expect(await write('301', '102', '500.01')).toEqual(['voucher.capitalShort']);
    expect(await write('301', '102', '500.00')).toEqual([]);
  });
});
