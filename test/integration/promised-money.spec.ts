import { DomainError } from '../../src/domain/shared/domain-error';
import { type Problem, FormProblems } from '../../src/domain/shared/problem';
import { DeductionEntity } from '../../src/features/deductions/deduction.entity';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, claimOf, Village } from '../support/village';

const refusalOf = (refused: Promise<unknown>): Promise<readonly Problem[]> =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems;
      if (error instanceof DomainError) return [{ code: error.code, field: '', facts: error.facts }];
      throw error;
    },
  );
const codesOf = async (refused: Promise<unknown>) => (await refusalOf(refused)).map(({ code }) => code);

/** 1,000.00 of the station's pool, 700.00 of it promised on 20 July: 600.00 and 100.00. */
describeOnEachEngine('money that an approved distribution has promised', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let plan: { id: string; claimIds: string[] };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n);
    plan = await village.approvedPlan([claimOf(60_000n), claimOf(10_000n, { bucket: 'reward' })]);
  });
  afterAll(() => opened.close());

  const bill = (
    yuan: string,
    wish: { on?: string; paysPromised?: string; name?: string; served?: object } = {},
  ) =>
    village.services.deductions.recordDeduction(
      village.id,
      {
        ...{ kind: 'insurance', name: wish.name ?? yuan, postedOn: wish.on ?? '2025-07-20', amount: yuan },
        ...{ reason: 'due', paysPromised: wish.paysPromised ?? '', ...wish.served },
      },
      ACCOUNTANT,
    );

  it('pays no cost, on no day: what is free is said, and which plan has the rest', async () => {
    const facts = {
      ...{ pool: 'pv', day: '2025-07-20', amount: 30_001n, left: 30_000n, excess: 1n },
      ...{ promised: 70_000n, from: '2025-01-01', to: '2025-06-30' },
    };
    const before = await village.services.books.requireChain(village.id);
    for (const on of ['2025-07-20', '2025-07-01']) {
      expect(await refusalOf(bill('300.01', { on }))).toEqual([{ code: 'money.promised', field: '', facts }]);
    }
    const served = { servedFrom: '2024-01-01', servedTo: '2024-12-31' };
    const wanted = (await refusalOf(bill('300.01', { served }))).map(({ code }) => code);
    expect(wanted).toEqual(['deductions.otherYear', 'money.promised']);
    expect(await village.services.books.requireChain(village.id)).toEqual(before);
    await bill('200.00', { on: '2025-07-01' });
  });

  it('pays nothing else either, whichever step spends it', async () => {
    const { database, ledger } = village.services;
    const postings = [
      { ledgerAccount: '151', side: 'debit' as const, amount: 10_001n, pool: 'pv' as const },
      { ledgerAccount: '102', side: 'credit' as const, amount: 10_001n, pool: 'pv' as const },
    ];
    const flows = postings.map((line) =>
      line.side === 'debit' ? { ...line, poolFlow: 'deducted' as const } : line,
    );
    const [day, source] = ['2025-07-20', { kind: 'assetLife', id: 'fence' }];
    const entry = { event: 'assets.improvement', postedOn: day, statementOn: day, source, postings: flows };
    const improve = database.inTransaction(village.id, async (tx) => {
      const about = { aboutPeriod: '2025-07', summary: 'fence', preparedBy: ACCOUNTANT.by };
      await ledger.post(tx, village.id, { ...entry, ...about });
      await ledger.requireMoney(tx, village.id, entry);
    });
    expect(await codesOf(improve)).toEqual(['money.promised']);
  });

  it('is promised to one of two who pay at the same time', async () => {
    const both = await Promise.all([
      codesOf(bill('60.00', { name: 'a' })),
      codesOf(bill('60.00', { name: 'b' })),
    ]);
    expect(both.flat()).toEqual(['money.promised']);
  });

  it('is neither more nor less when a claim is granted, and when that is taken back', async () => {
    const [first = ''] = plan.claimIds;
    const { voucher } = await village.grant(plan.id, first);
    expect(await codesOf(bill('40.01'))).toEqual(['money.promised']);
    await village.reverse(voucher.entryId);
    expect(await codesOf(bill('40.01'))).toEqual(['money.promised']);
    await village.grant(plan.id, first);
    await bill('39.99');
  });

  it('pays only with a reason that stands on the sheet, and none where enough is free', async () => {
    expect(await codesOf(bill('0.01', { paysPromised: 'not needed' }))).toEqual(['money.notPromised']);
    const { id } = await bill('50.00', { paysPromised: 'the inverter broke, meeting of 20 July' });
    const row = await opened.database.reader.findOneByOrFail(DeductionEntity, { id });
    expect(row.reason).toMatch(/^due.*the inverter broke, meeting of 20 July$/);
    const { promises } = village.services;
    const at = { pool: 'pv' as const, day: '2025-07-20' };
    expect(await promises.freeOn(village.id, at)).toEqual({ promised: 10_000n, reserved: 0n, free: -4_999n });
    // What is promised cannot be granted in full any more, and money that is not there is paid by no reason.
    const [, second = ''] = plan.claimIds;
    expect(await codesOf(village.grant(plan.id, second))).toEqual(['grant.abovePool']);
    expect(await codesOf(bill('50.02', { paysPromised: 'again' }))).toEqual(['deductions.abovePool']);
    await expectSoundBooks(village);
  });
});

/** 1,000.00 of the station's pool; a plan of 800.00 for the half-year, and bills of July beside it. */
describeOnEachEngine('a plan whose money a later cost has taken', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n);
  });
  afterAll(() => opened.close());

  const pay = (yuan: string, on = '2025-07-20') =>
    village.services.deductions.recordDeduction(
      village.id,
      { kind: 'insurance', name: yuan, postedOn: on, amount: yuan, reason: 'due' },
      ACCOUNTANT,
    );

  it('is refused by name where it is submitted and where it is decided, and drafted anew', async () => {
    const { id } = await village.draft([claimOf(80_000n)]);
    const bill = await pay('200.01', '2025-07-10');
    const facts = { pool: 'pv', day: '2025-07-20', planned: 80_000n, left: 79_999n, excess: 1n };
    expect(await refusalOf(village.submit(id))).toEqual([{ code: 'plan.aboveFree', field: '', facts }]);
    await village.reverse(bill.voucher.entryId);
    await village.submit(id);
    const again = await pay('200.02');
    expect(await codesOf(village.meet(id))).toEqual(['plan.aboveFree']);
    await village.reverse(again.voucher.entryId);
    await village.meet(id);
    await pay('200.03');
    expect(await codesOf(village.review(id))).toEqual(['plan.aboveFree']);
    expect(await codesOf(village.review(id, { reason: 'not enough left' }))).toEqual([]);
    const { id: less } = await village.draft([claimOf(79_990n)]);
    await village.submit(less);
    await village.meet(less);
  });

  it('and the cost are not both let through where they come at the same time', async () => {
    const [plan] = await village.services.plans.listPlans(village.id);
    const approved = codesOf(village.review(plan?.id ?? ''));
    const both = await Promise.all([approved, codesOf(pay('0.08'))]);
    expect([['money.promised'], ['plan.aboveFree']]).toContainEqual(both.flat());
    await expectSoundBooks(village);
  });
});
