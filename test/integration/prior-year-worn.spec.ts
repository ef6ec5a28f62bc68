import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

/** What biological and intangible assets lost is written by hand alone: no register tells it. */
describeOnEachEngine('what was worn off in a closed year', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    village.services.clock.moveTo('2026-01-10');
  });
  afterEach(() => opened.close());

  const write = (debit: string, credit: string, yuan: string) =>
    village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-11-21',
        lines: [
          typedLine({ ledgerAccount: debit, debit: yuan, pool: 'members' }),
          typedLine({ ledgerAccount: credit, credit: yuan, pool: 'members' }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );

  const closeYear = async () => {
    for (let month = 1; month <= 11; month += 1) await village.hold(`2025-${String(month).padStart(2, '0')}`);
    const year = { collectiveId: village.id, year: 2025 };
    for (const step of ['income', 'surplus', 'carryForward'] as const)
      await village.services.yearEnd.closeStep(year, { step, explanation: '' }, ACCOUNTANT);
  };

  const correct = (wish: { counter: string; amount: string; change?: string; pool?: string }) =>
    village.services.priorYear.correct(
      village.id,
      {
        ...{ postedOn: '2026-01-10', aboutPeriod: '2025-11', account: '511', change: 'more' },
        ...{ pool: 'members', reason: 'told wrongly', ...wish },
      },
      ACCOUNTANT,
    );

  const codesOf = (refused: Promise<unknown>) =>
    refused.then(
      () => [],
      (error: unknown) => (error instanceof FormProblems ? error.problems.map(({ code }) => code) : [error]),
    );

  const januaryOf = async () => {
    const { rows } = await village.services.books.trialBalance(village.id, {
      first: '2026-01',
      last: '2026-01',
    });
    const moved = rows.filter(({ debit, credit }) => debit !== credit);
    return Object.fromEntries(moved.map((row) => [row.account.code, row.debit - row.credit]));
  };

  it.each([
    { cost: '161', counter: '162' },
    { cost: '132', counter: '133' },
  ])('is put right, off $cost', async ({ cost, counter }) => {
    await write(cost, '311', '900.00');
    await write('511', counter, '100.00');
    await closeYear();
    const above = correct({ counter, change: 'less', amount: '100.01' });
    expect(await codesOf(above)).toEqual(['correction.aboveYear']);
    await correct({ counter, change: 'less', amount: '40.00' });
    expect(await januaryOf()).toEqual({ [counter]: 40_00n, '32201': -40_00n });
    await correct({ counter, amount: '25.00' });
    expect(await januaryOf()).toEqual({ [counter]: 15_00n, '32201': -15_00n });
  });

  it('is no cost with a bill where the costs of a pool have forms', async () => {
    await write('161', '311', '900.00');
    await write('511', '162', '1.00');
    await closeYear();
    await correct({ pool: 'pv', counter: '162', amount: '0.01' });
    expect(await januaryOf()).toEqual({ '162': -1n, '32201': 1n });
  });
});
