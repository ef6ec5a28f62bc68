import type { LeaseForm } from '../../src/domain/assets/read-lease';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { codesOf, HALL, NO_CHANGE, TAMPERED } from './leases.fixture';

describeOnEachEngine('contracts over assets', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hall: string;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    hall = (await village.services.assets.addAsset(village.id, HALL, ACCOUNTANT)).id;
  });
  afterAll(() => opened.close());

  const lease = async (wish: Partial<LeaseForm>): Promise<string> => {
    const form = typedLease({ assetId: hall, ...wish });
    return (await village.services.leases.addLease(village.id, form, ACCOUNTANT)).id;
  };
  const standing = (leaseId: string) => village.services.rents.requireStanding(village.id, { leaseId });
  const statesOf = async (leaseId: string): Promise<string[]> =>
    (await standing(leaseId)).dues.map(({ from, state }) => `${from} ${state}`);
  const book = (leaseId: string, from: string, postedOn: string, fromAdvance = '') =>
    village.services.rentDues.bookDue(
      village.id,
      { leaseId, from, form: { postedOn, attachments: '', fromAdvance } },
      ACCOUNTANT,
    );

  it('spread two years received at once over both, and take them back (case D2)', async () => {
    const id = await lease({ leaseNumber: 'D2', leasedPart: 'east', rent: '150000', everyMonths: '24' });
    const payment = { paymentFrom: '2025-01-01', paymentUpTo: '2025-01-01', attachments: '' };
    const pay = () =>
      village.services.rentDues.receivePayment(
        village.id,
        { leaseId: id, form: { ...payment, receivedOn: '2025-02-06', amount: '300000.00' } },
        ACCOUNTANT,
      );
    const received = await pay();
    expect(await statesOf(id)).toEqual(['2025-01-01 booked', '2026-01-01 bookable']);
    expect((await standing(id)).advance).toBe(15_000_000n);
    // What the contract keeps is its tenant's: nobody else's debt on the hall is paid from it.
    expect((await village.services.receipts.listAdvances(village.id)).get(hall)).toBe(0n);
    const pool = { pool: 'other', from: '2025-01-01', to: '2025-12-31' } as const;
    const { received: counted } = await village.services.surplus.statement(village.id, pool);
    expect(counted).toBe(15_000_000n);
    expect(await codesOf(book(id, '2026-01-01', '2025-07-20'))).toEqual(['rent.notYetDue']);
    village.services.clock.moveTo('2026-01-10');
    await book(id, '2026-01-01', '2026-01-05', 'on');
    expect((await standing(id)).advance).toBe(0n);
    expect(await village.owed()).toEqual([]);
    const early = village.reverse(received.voucher.entryId, '2026-01-05');
    expect(await codesOf(early)).toEqual(['income.advanceUsed']);
    const vouchers = await village.services.books.listVouchers(village.id, {
      first: '2026-01',
      last: '2026-01',
    });
    const [income, use] = vouchers;
    await village.reverse(use?.entryId ?? '', '2026-01-06');
    expect((await standing(id)).advance).toBe(15_000_000n);
    expect(await codesOf(village.reverse(received.voucher.entryId, '2026-01-06'))).toEqual([]);
    expect((await standing(id)).advance).toBe(0n);
    await village.reverse(income?.entryId ?? '', '2026-01-06');
    expect(await statesOf(id)).toEqual(['2025-01-01 booked', '2026-01-01 bookable']);
    await expectSoundBooks(village);
  });

  it('bill no day twice, and are due again where a voucher is taken back', async () => {
    const id = await lease({
      leaseNumber: 'R',
      leasedPart: 'west',
      everyMonths: '6',
      perMonths: '6',
      rent: '600.00',
    });
    const both = await Promise.allSettled([
      book(id, '2025-01-01', '2025-01-10'),
      book(id, '2025-01-01', '2025-01-10'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await codesOf(book(id, '2025-01-01', '2025-01-11'))).toEqual(['rent.noSuchDue']);
    const owed = (await village.owed()).find(({ amount }) => amount === 60_000n);
    expect(owed).toMatchObject({ payer: 'Weavers', amount: 60_000n, dueOn: '2025-01-01', stream: 'rent' });
    await village.reverse(owed?.entryId ?? '', '2026-01-06');
    expect((await statesOf(id))[0]).toBe('2025-01-01 bookable');
    await book(id, '2025-01-01', '2026-01-06');
    expect((await village.vouchers()).at(-1)?.source.kind).toBe('priorYearMove');
    expect(await codesOf(book(id, '2025-07-01', '2026-01-06', 'on'))).toEqual(['rent.noAdvance']);
    expect((await statesOf(id)).slice(0, 2)).toEqual(['2025-01-01 booked', '2025-07-01 bookable']);
    await expectSoundBooks(village);
  });

  it('know the rent that was typed by hand before they were entered', async () => {
    const days = { coversFrom: '2025-01-01', coversTo: '2025-03-31' };
    const form = {
      ...days,
      ...{ assetId: hall, stream: 'rent', payer: 'Potters' },
      ...{ amount: '12,000.00', dueOn: '2025-01-01' },
    };
    await village.services.income.recordIncomeDue(
      village.id,
      { ...form, postedOn: '2026-01-06' },
      ACCOUNTANT,
    );
    const wish = {
      leaseNumber: 'H',
      leasedPart: 'attic',
      tenant: 'Potters',
      perMonths: '3',
      everyMonths: '3',
    };
    const id = await lease({ ...wish, lastOn: '2025-12-31' });
    expect(await statesOf(id)).toEqual([
      ...['2025-01-01 booked', '2025-04-01 bookable', '2025-07-01 bookable', '2025-10-01 bookable'],
    ]);
    const loft = await lease({ ...wish, leaseNumber: 'H2', leasedPart: 'loft', lastOn: '2025-03-31' });
    expect(await statesOf(loft)).toEqual(['2025-01-01 bookable']);
    expect(await codesOf(book(loft, '2025-01-01', '2026-01-06'))).toEqual([]);
    const owed = { ...form, coversFrom: '2025-04-01', coversTo: '2025-12-31', amount: '0.01' };
    await village.services.income.recordIncomeDue(
      village.id,
      { ...owed, postedOn: '2026-01-06' },
      ACCOUNTANT,
    );
    expect((await statesOf(id)).slice(1)).toEqual([
      ...['2025-04-01 bookable', '2025-07-01 bookable', '2025-10-01 bookable'],
    ]);
    expect(await codesOf(book(id, '2025-04-01', '2026-01-06'))).toEqual(['income.coversTwice']);
    const late = async () => {
      const all = await village.services.arrears.listArrears(village.id, '2026-01-06');
      const own = all.find(({ payer }) => payer === 'Potters')?.items ?? [];
      return own.flatMap(({ owed: { leaseId, covers } }) => (leaseId === id ? [covers?.from] : []));
    };
    const wanted = async () => {
      const problems = await village.services.readiness.holdingProblems(
        village.services.database.reader,
        village.id,
        '2025-06',
      );
      return problems.flatMap(({ code, facts }) =>
        facts?.['leaseId'] === id ? [`${code} ${facts['from'] as string}`] : [],
      );
    };
    expect(await late()).toEqual(['2025-04-01', '2025-07-01', '2025-10-01']);
    const { arrears } = village.services;
    const { late: parts } = await arrears.listContracts(village.id, '2026-01-06');
    const listed = (await arrears.listArrears(village.id, '2026-01-06')).map((each) => each.outstanding);
    expect(parts.total).toBe(listed.reduce((sum, each) => sum + each, 0n));
    expect(parts.beside + [...parts.byContract.values()].reduce((sum, each) => sum + each, 0n)).toBe(
      parts.total,
    );
    expect(parts.byContract.get(id)).toBeGreaterThan(0n);
    expect(await wanted()).toEqual(['months.rentDue 2025-04-01']);
    const waive = (from: string) =>
      village.services.rentContracts.waiveDue(
        village.id,
        { leaseId: id, from, reason: 'in the line of 0.01' },
        ACCOUNTANT,
      );
    await waive('2025-04-01');
    expect(await codesOf(waive('2025-04-01'))).toEqual(['rent.waivedBefore']);
    expect(await codesOf(waive('2025-04-02'))).toEqual(['rent.noSuchDue']);
    expect(await late()).toEqual(['2025-07-01', '2025-10-01']);
    expect(await wanted()).toEqual([]);
  });

  it('change, end and go on by dated facts, on days that are not booked', async () => {
    const id = await lease({
      leaseNumber: 'C',
      leasedPart: 'yard',
      rent: '8%',
      rentType: 'turnover',
      everyMonths: '6',
    });
    const report = (turnoverOf: string) =>
      village.services.rentContracts.reportTurnover(
        village.id,
        { leaseId: id, form: { turnoverOf, turnover: '100,000.00', turnoverPaper: 'tax return' } },
        ACCOUNTANT,
      );
    const change = (form: Partial<typeof NO_CHANGE>) =>
      village.services.rentContracts.changeLease(
        village.id,
        { leaseId: id, form: { ...NO_CHANGE, ...form } },
        ACCOUNTANT,
      );
    await report('2025-01-01');
    await book(id, '2025-01-01', '2026-01-07');
    expect(await codesOf(report('2025-01-01'))).toEqual(['lease.turnoverBooked']);
    expect(await codesOf(change({ kind: 'rent', effectiveOn: '2025-06-30', rent: '9%' }))).toEqual([
      'lease.changeBooked',
    ]);
    await change({ kind: 'rent', effectiveOn: '2025-07-01', rent: '9%' });
    await report('2025-07-01');
    await change({ kind: 'end', effectiveOn: '2025-12-31' });
    await change({ kind: 'renewal', newLastOn: '2026-01-09' });
    const { lease: now, dues } = await standing(id);
    expect(dues.map(({ amount }) => amount)).toEqual([800_000n, 900_000n, undefined]);
    expect(now.changes.map(({ kind, changedBy }) => `${kind} ${changedBy}`)).toEqual([
      ...['rent accountant', 'end accountant', 'renewal accountant'],
    ]);
    await report('2026-01-01');
    await book(id, '2026-01-01', '2026-01-09');
    expect(await codesOf(report('2025-07-01'))).toEqual([]);
    expect(await codesOf(lease({ leaseNumber: 'C2', leasedPart: 'yard', firstOn: '2026-01-09' }))).toEqual([
      'lease.overlaps',
    ]);
  });

  it('ask for a raise of a year that was paid ahead, and for no more', async () => {
    const wish = { leaseNumber: 'P', leasedPart: 'roof', tenant: 'Bees', rent: '1000', lastOn: '2027-12-31' };
    const id = await lease(wish);
    const pay = (paymentUpTo: string, receivedOn: string, amount: string) => {
      const form = { paymentFrom: '2025-01-01', paymentUpTo, receivedOn, amount, attachments: '' };
      return village.services.rentDues.receivePayment(village.id, { leaseId: id, form }, ACCOUNTANT);
    };
    await pay('2026-01-01', '2025-02-06', '2000');
    expect(await codesOf(pay('2026-01-01', '2025-02-07', '1000'))).toEqual(['rent.paidAhead']);
    const form = { ...NO_CHANGE, kind: 'rent', effectiveOn: '2026-01-01', rent: '1500' };
    await village.services.rentContracts.changeLease(village.id, { leaseId: id, form }, ACCOUNTANT);
    expect(await codesOf(pay('2026-01-01', '2026-01-07', '1500'))).toEqual(['rent.abovePayments']);
    await pay('2026-01-01', '2026-01-07', '500');
    expect(await statesOf(id)).toEqual(['2025-01-01 booked', '2026-01-01 booked', '2027-01-01 bookable']);
    expect((await standing(id)).advance).toBe(0n);
    const left = (await village.owed()).filter(({ payer }) => payer === 'Bees');
    expect(left).toEqual([]);
    await expectSoundBooks(village);
  });

  it('give back what no due takes any more, by the bank or against another due of the tenant', async () => {
    const wish = { leaseNumber: 'E', leasedPart: 'loft E', tenant: 'Smiths', rent: '1000' };
    const id = await lease(wish);
    const shed = (await village.services.assets.addAsset(village.id, { ...HALL, name: 'shed' }, ACCOUNTANT))
      .id;
    const other = await lease({ ...wish, leaseNumber: 'E2', leasedPart: '', assetId: shed, rent: '300' });
    await book(other, '2025-01-01', '2026-01-05');
    const payment = { paymentFrom: '2025-01-01', paymentUpTo: '2026-01-01', attachments: '' };
    await village.services.rentDues.receivePayment(
      village.id,
      { leaseId: id, form: { ...payment, receivedOn: '2025-12-06', amount: '2000' } },
      ACCOUNTANT,
    );
    const end = { ...NO_CHANGE, kind: 'end', effectiveOn: '2025-12-31' };
    await village.services.rentContracts.changeLease(village.id, { leaseId: id, form: end }, ACCOUNTANT);
    const giveBack = (returnBy: string, amount: string) =>
      village.services.rentAdvances.giveBack(
        village.id,
        { leaseId: id, form: { returnBy, returnedOn: '2026-01-07', amount, attachments: '' } },
        ACCOUNTANT,
      );
    const left = async () => (await village.services.rentAdvances.requireFree(village.id, id)).free;
    expect(await left()).toBe(100_000n);
    const owed = async () => (await village.owed()).filter(({ payer }) => payer === 'Smiths');
    await giveBack((await owed())[0]?.id ?? '', '300.00');
    expect([await left(), await owed()]).toEqual([70_000n, []]);
    expect(await codesOf(giveBack('bank', '700.01'))).toEqual(['rent.aboveFree']);
    const { voucher } = await giveBack('bank', '700.00');
    expect(await left()).toBe(0n);
    await village.reverse(voucher.entryId, '2026-01-08');
    expect(await left()).toBe(70_000n);
    await giveBack('bank', '0.01');
    await expectSoundBooks(village);
  });

  it('lose no rent to a renewal in the middle of a payment', async () => {
    const id = await lease({
      ...{ leaseNumber: 'N', leasedPart: 'cellar', tenant: 'Dyers', rent: '1200.00', lastOn: '2025-06-30' },
    });
    await book(id, '2025-01-01', '2026-01-07');
    const form = { ...NO_CHANGE, kind: 'renewal', newLastOn: '2026-06-30' };
    await village.services.rentContracts.changeLease(village.id, { leaseId: id, form }, ACCOUNTANT);
    expect(await statesOf(id)).toEqual(['2025-01-01 booked', '2025-07-01 bookable', '2026-01-01 bookable']);
    await book(id, '2025-07-01', '2026-01-07');
    const owed = (await village.owed()).filter(({ payer }) => payer === 'Dyers');
    expect(owed.map(({ amount }) => amount)).toEqual([59_507n, 60_493n]);
    await expectSoundBooks(village);
  });

  it.each(TAMPERED)(
    'are found by the check of the books where somebody changed $what',
    async ({ sql, codes }) => {
      const hand = await Tampering.on(opened);
      await hand.keep();
      try {
        await hand.run(sql);
        const { breaks } = ownPasses(await village.services.check.checkBooks(village.id));
        expect([...new Set(breaks.map(({ code }) => code))]).toEqual(codes);
      } finally {
        await hand.putBack();
      }
    },
  );
});
