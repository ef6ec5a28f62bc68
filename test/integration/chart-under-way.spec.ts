import { FormProblems } from '../../src/domain/shared/problem';
import { SetClock } from '../../src/platform/clock/clock';
import { describeOnEachEngine } from '../support/engines';
import { openOldBooks } from '../support/old-chart';
import { ACCOUNTANT, servicesOn } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

const codesOf = (refused: Promise<unknown>) =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code }) => code);
      return [(error as { code: string }).code];
    },
  );

describeOnEachEngine('what is under way when the chart changes', (open) => {
  it('is finished under the old one: its codes mean other accounts in the new one', async () => {
    const { database, close } = await open();
    const clock = new SetClock('2023-12-01');
    const { collectives, openings, months, yearEnd, chartChange, recurring, voucherDrafts } = servicesOn(
      database,
      clock,
    );
    const id = await openOldBooks({ collectives });
    const bank = [{ pool: 'members' as const, amount: 900_00n }];
    await openings.recordShort(id, { on: '2023-11-01', bank, receivables: [] }, ACCOUNTANT);
    const lines = [
      typedLine({ ledgerAccount: '502', debit: '3.00', pool: 'members' }),
      typedLine({ ledgerAccount: '102', credit: '3.00' }),
    ];
    const fee = {
      ...{ name: 'fee', every: 'month', fromMonth: '2023-11', toMonth: '', summary: 'fee', lines },
    };
    const { id: monthly } = await recurring.addRecurring(id, fee, ACCOUNTANT);
    const { id: later } = await recurring.addRecurring(
      ...([id, { ...fee, name: 'later', fromMonth: '2024-01' }, ACCOUNTANT] as const),
    );
    const form = typedVoucher({ postedOn: '2024-01-02', lines });
    const { id: draft } = await voucherDrafts.saveDraft(id, { form }, ACCOUNTANT);
    const waiver = { id: monthly, month: '2023-11', reason: 'free in November' };
    await recurring.waiveRecurring(id, waiver, ACCOUNTANT);
    await months.holdMonth(id, '2023-11', ACCOUNTANT);
    clock.moveTo('2024-01-05');
    const change = () => chartChange.changeChart(id, { year: 2024, chart: '2023', choices: {} }, ACCOUNTANT);
    const book = (month: string, of = monthly) => recurring.bookRecurring(id, { id: of, month }, ACCOUNTANT);
    const end = (toMonth: string, of = monthly) =>
      recurring.endRecurring(id, { id: of, toMonth }, ACCOUNTANT);

    await book('2023-12');
    for (const step of ['income', 'surplus'] as const) {
      await yearEnd.closeStep({ collectiveId: id, year: 2023 }, { step, explanation: '' }, ACCOUNTANT);
    }
    const running = 'chartChange.recurring';
    expect(await codesOf(change())).toEqual(['chartChange.drafts', running, running]);
    await voucherDrafts.voidDraft(id, draft, ACCOUNTANT);
    await end('2023-12');
    await end('2023-12', later);
    // Its vouchers are of December: a held one is told before, not by their refusal.
    await months.holdMonth(id, '2023-12', ACCOUNTANT);
    expect(await codesOf(change())).toEqual(['chartChange.monthHeld']);
    await months.reopenMonth(id, { month: '2023-12', reason: 'the chart changes' }, ACCOUNTANT);
    await change();

    expect(await codesOf(end('2024-03', later))).toEqual(['voucher.recurringOver']);
    expect(await codesOf(recurring.addRecurring(id, { ...fee, name: 'old' }, ACCOUNTANT))).toEqual([
      'voucher.recurringTooEarly',
    ]);
    // A month that went without it may be booked still, but not on the new accounts.
    expect(await codesOf(book('2023-11'))).toEqual(['voucher.recurringOldChart']);
    const anew = { ...fee, name: 'new', fromMonth: '2024-01' };
    const { id: fresh } = await recurring.addRecurring(id, anew, ACCOUNTANT);
    expect(await codesOf(book('2024-01', fresh))).toEqual([]);
    await close();
  });

  it('does not change after a December that is sealed', async () => {
    const { database, close } = await open();
    const clock = new SetClock('2023-12-01');
    const { collectives, openings, months, ledgerMonths, chartChange } = servicesOn(database, clock);
    const id = await openOldBooks({ collectives }, { booksOpenOn: '2023-12-01' });
    const bank = [{ pool: 'members' as const, amount: 900_00n }];
    await openings.recordShort(id, { on: '2023-12-01', bank, receivables: [] }, ACCOUNTANT);
    clock.moveTo('2024-01-05');
    const form = { year: 2024, chart: '2023', choices: {} };
    const problems = async () =>
      (await chartChange.stateOf({ collectiveId: id, ...form })).problems.map(({ code }) => code);
    expect(await problems()).toEqual([]);
    await months.holdMonth(id, '2023-12', ACCOUNTANT);
    expect(await problems()).toEqual(['chartChange.monthHeld']);
    await database.inTransaction(id, (tx) =>
      ledgerMonths.sealMonth(tx, id, { month: '2023-12', by: 'somebody' }),
    );
    expect(await problems()).toEqual(['chartChange.monthSealed']);
    expect(await codesOf(chartChange.changeChart(id, form, ACCOUNTANT))).toEqual(['chartChange.monthSealed']);
    await close();
  });
});
