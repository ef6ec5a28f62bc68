import { withDetails } from '../../src/domain/ledger/chart';
import { FormProblems } from '../../src/domain/shared/problem';
import { ChartService } from '../../src/features/ledger/chart.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

/** A county that keeps 办公费 below 管理费用: what was taken off the one is taken off the other, too. */
describeOnEachEngine('the correction of a closed year by an account and its detail', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    const national = new ChartService('seeds').requireChart('2023', ['341200']);
    const chart = withDetails(national, [
      { code: '51301', name: '办公费' },
      { code: '51401', name: '办公费' },
    ]);
    jest.spyOn(ChartService.prototype, 'requireChart').mockReturnValue(chart);
    opened = await open();
    village = await Village.start(opened.database);
    village.services.clock.moveTo('2026-01-10');
    const bank = [{ pool: 'members' as const, amount: 900_00n }];
    await village.services.openings.recordShort(
      village.id,
      { on: '2025-01-01', bank, receivables: [] },
      ACCOUNTANT,
    );
    await village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-11-20',
        lines: [
          typedLine({ ledgerAccount: '51301', debit: '100.00', pool: 'members' }),
          typedLine({ ledgerAccount: '51401', debit: '70.00', pool: 'members' }),
          typedLine({ ledgerAccount: '102', credit: '170.00' }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );
    for (let month = 1; month <= 11; month += 1) await village.hold(`2025-${String(month).padStart(2, '0')}`);
    for (const step of ['income', 'surplus', 'carryForward'] as const)
      await village.services.yearEnd.closeStep(
        { collectiveId: village.id, year: 2025 },
        { step, explanation: '' },
        ACCOUNTANT,
      );
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await opened.close();
  });

  const less = (account: string, amount: string) =>
    village.services.priorYear
      .correct(
        village.id,
        {
          ...{ postedOn: '2026-01-10', aboutPeriod: '2025-11', account, change: 'less', pool: 'members' },
          ...{ amount, counter: '102', counterparty: '', reason: 'typed twice', twiceReason: '' },
        },
        ACCOUNTANT,
      )
      .then(
        () => [],
        (error: unknown) => {
          if (!(error instanceof FormProblems)) throw error;
          return error.problems.map(({ code }) => code);
        },
      );

  it.each([
    ['513', '51301'],
    ['51301', '513'],
  ])('takes a cost off once, first of %s', async (first, then) => {
    expect(await less(first, '100.01')).toEqual(['correction.aboveYear']);
    expect(await less(first, '60.00')).toEqual([]);
    expect(await less(then, '40.01')).toEqual(['correction.aboveYear']);
    expect(await less(then, '40.00')).toEqual([]);
    for (const account of [first, then])
      expect(await less(account, '0.01')).toEqual(['correction.aboveYear']);
  });

  it('tells two details of one name apart', async () => {
    expect(await less('51301', '60.00')).toEqual([]);
    expect(await less('51401', '70.01')).toEqual(['correction.aboveYear']);
    expect(await less('51401', '70.00')).toEqual([]);
    expect(await less('51301', '40.01')).toEqual(['correction.aboveYear']);
    expect(await less('51301', '40.00')).toEqual([]);
  });

  it('is found where somebody changed which account a correction was about', async () => {
    expect(await less('51301', '60.00')).toEqual([]);
    expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.run("UPDATE prior_year_accounts SET ledger_account = '51401'");
    await hand.close();
    const { breaks } = await village.services.check.checkBooks(village.id);
    expect(breaks.map(({ pass }) => pass)).toEqual(['records']);
  });
});
