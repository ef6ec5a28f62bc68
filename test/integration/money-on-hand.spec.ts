import { FormProblems } from '../../src/domain/shared/problem';
import { ReversalShortageService } from '../../src/features/ledger/reversal-shortage.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { addPerson } from '../support/people';
import { ACCOUNTANT, DEPUTY, OFFICER, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

const codesOf = (refused: Promise<unknown>): Promise<string[]> =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof FormProblems)) throw error;
      return error.problems.map(({ code }) => code);
    },
  );

const SHORT = ['money.poolShort', 'money.accountShort'];

describeOnEachEngine('money that is not there', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const bank = [
      { pool: 'pv' as const, amount: 50_000n },
      { pool: 'members' as const, amount: 12_000n },
    ];
    await village.services.openings.recordShort(
      village.id,
      { on: '2025-01-01', bank, receivables: [] },
      ACCOUNTANT,
    );
    await addPerson(opened.database, village.id, DEPUTY.by);
  });
  afterAll(() => opened.close());

  /** A voucher by hand that pays from the members' money on a day. */
  const write = (yuan: string, postedOn: string) =>
    village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn,
        lines: [
          typedLine({ ledgerAccount: '513', debit: yuan, pool: 'members' }),
          typedLine({ ledgerAccount: '102', credit: yuan }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );

  it('is paid by no voucher of a hand, whatever another pool has, and nothing of it stays', async () => {
    const before = await village.services.books.requireChain(village.id);
    expect(await codesOf(write('120.01', '2025-07-10'))).toEqual(['money.poolShort']);
    expect(await codesOf(write('620.01', '2025-07-10'))).toEqual(SHORT);
    expect(await village.services.books.requireChain(village.id)).toEqual(before);
  });

  it('takes away no more depreciation than there is, by hand', async () => {
    const wear = (debit: string, credit: string, yuan: string) =>
      village.services.manualVouchers.postVoucher(
        village.id,
        typedVoucher({
          postedOn: '2025-07-10',
          lines: [
            typedLine({ ledgerAccount: debit, debit: yuan, pool: 'members' }),
            typedLine({ ledgerAccount: credit, credit: yuan, pool: 'members' }),
          ],
        }),
        { preparedBy: 'ann', reviewedBy: 'ben' },
      );
    expect(await codesOf(wear('162', '311', '0.01'))).toEqual(['money.contraShort']);
    await wear('511', '162', '30.00');
    expect(await codesOf(wear('162', '311', '30.01'))).toEqual(['money.contraShort']);
    await wear('162', '311', '30.00');
  });

  it('is paid by no recurring voucher', async () => {
    const { recurring } = village.services;
    const lines = [
      typedLine({ ledgerAccount: '513', debit: '700.00', pool: 'members' }),
      typedLine({ ledgerAccount: '102', credit: '700.00' }),
    ];
    const run = { name: 'fee', every: 'month', fromMonth: '2025-07', toMonth: '2025-07', summary: 'fee' };
    const { id } = await recurring.addRecurring(village.id, { ...run, lines }, ACCOUNTANT);
    const book = recurring.bookRecurring(village.id, { id, month: '2025-07' }, ACCOUNTANT);
    expect(await codesOf(book)).toEqual(SHORT);
  });

  it('is still not there after a seal, nor for a payment dated before what was spent', async () => {
    await village.hold('2025-01');
    await village.seal('2025-01');
    await write('100.00', '2025-07-10');
    expect(await codesOf(write('20.01', '2025-03-01'))).toEqual(['money.poolShort']);
    expect(await codesOf(write('20.01', '2025-07-20'))).toEqual(['money.poolShort']);
    await write('20.00', '2025-03-01');
  });

  it('pays no cost of a day before the rest was spent', async () => {
    await village.pay(49_000n, '2025-07-12');
    await expect(village.pay(1_001n, '2025-04-01')).rejects.toMatchObject({
      code: 'deductions.abovePool',
      facts: { day: '2025-04-01', undistributed: 1_000n, excess: 1n },
    });
    await village.pay(1_000n, '2025-04-01');
  });

  it('keeps a month from being held, and from being sealed where it was held', async () => {
    const { database, ledger, ledgerMonths, months } = village.services;
    const { id } = village;
    const postings = [
      { ledgerAccount: '152', side: 'debit' as const, amount: 5n, pool: 'members' as const },
      { ledgerAccount: '101', side: 'credit' as const, amount: 5n, pool: 'members' as const },
    ];
    const flows = postings.map((line) =>
      line.side === 'debit' ? { ...line, poolFlow: 'deducted' as const } : line,
    );
    await database.inTransaction(id, (tx) =>
      ledger.post(tx, id, {
        ...{ event: 'test', postedOn: '2025-02-10', aboutPeriod: '2025-02', statementOn: '2025-02-10' },
        ...{ summary: 'test', source: { kind: 'test', id: 'test' }, postings: flows, preparedBy: 'ann' },
      }),
    );
    const wanting = ['months.accountBelowZero', 'months.contraDebit'];
    expect((await codesOf(village.hold('2025-02'))).sort()).toEqual(wanting);
    await database.inTransaction(id, (tx) =>
      ledgerMonths.holdMonth(tx, id, { month: '2025-02', by: ACCOUNTANT.by }),
    );
    await village.services.signatures.reviewMonth(id, '2025-02', DEPUTY);
    expect((await codesOf(months.sealMonth(id, '2025-02', OFFICER))).sort()).toEqual(wanting);
  });
});

describeOnEachEngine('a reversal of money that was spent', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
  });
  afterAll(() => opened.close());

  it('says before and after what it leaves short, until that is put right, and is booked', async () => {
    const { database, books, ledger } = village.services;
    const shortages = new ReversalShortageService(database, ledger);
    await village.settle(await village.addStation(), '2025-01', { kwh: 1_000 });
    const owed = await village.owed();
    await village.receive(owed, '2025-02-20');
    const { entryId } = await books.requireEntry(
      village.id,
      (await village.vouchers()).at(-1)?.entryId ?? '',
    );
    const receipt = await books.requireEntry(village.id, entryId);
    expect(await shortages.shortAfter(village.id, receipt, '2025-07-01')).toEqual([]);
    await village.pay(10_000n, '2025-03-01');
    const facts = { pool: 'pv', day: '2025-07-01', month: '2025-07', missing: 10_000n };
    const short = [{ code: 'reversal.poolShort', field: '', facts }];
    expect(await shortages.shortAfter(village.id, receipt, '2025-07-01')).toEqual(short);
    const booked = await village.reverse(entryId, '2025-07-01');
    const reversal = await books.requireEntry(village.id, booked.entryId);
    expect(await shortages.shortSince(village.id, reversal)).toEqual(short);
    await village.receive(await village.owed(), '2025-07-01');
    expect(await shortages.shortSince(village.id, reversal)).toEqual([]);
  });
});
