import type { IncomeDueForm } from '../../src/domain/income/rent';
import { taxStateOf } from '../../src/domain/income/tax-states';
import type { SlipForm } from '../../src/features/income/income.service';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { STATION } from '../support/station';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { codesOf } from './leases.fixture';

/** A slip of 1,000 kWh: 400.00 of energy fee and 350.00 of subsidy, with what it prints of tax. */
const slipOf = (assetId: string, tax: Partial<SlipForm>): SlipForm => ({
  ...{ assetId, generationMonth: '2026-04', postedOn: '2026-05-05', withoutReadings: 'on', ...tax },
  ...{ readingFrom: '', readingTo: '', energy: '1000', energyUnit: 'kWh', priceUnit: 'yuan/kWh' },
  ...{ energyPrice: '0.40', subsidyPrice: '0.35', energyAmount: '', subsidyAmount: '' },
});

/** A village that the tax office has down as a small seller from 2026 on, by the quarter. */
describeOnEachEngine('value-added tax', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let shop = '';
  let station = '';

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    village.services.clock.moveTo('2026-05-20');
    await village.openWith(100_000n);
    station = await village.addStation();
    const workshop = { ...STATION, kind: 'workshop', name: 'Workshop' };
    shop = (await village.services.assets.addAsset(village.id, workshop, ACCOUNTANT)).id;
    await village.settle(station, '2026-01', { kwh: 1_000, on: '2026-02-05' });
  });
  afterAll(() => opened.close());

  const rent = (wish: Partial<IncomeDueForm & { assetId: string }>) => {
    const days = { coversFrom: '2026-01-01', coversTo: '2026-01-31', dueOn: '2026-01-31' };
    const usual = { assetId: shop, stream: 'rent', payer: 'Weavers', ...days, postedOn: '2026-01-31' };
    return village.services.income.recordIncomeDue(
      village.id,
      { ...usual, amount: '0.00', ...wish },
      ACCOUNTANT,
    );
  };
  const stateOf = async (from: string) => {
    const today = village.services.clock.today();
    const state = await village.services.taxRead.requireState(village.id, { from, today });
    return { ...state, name: taxStateOf(state, today) };
  };
  const told = async (from = '2026-01-01') => {
    const { sales, owed, booked, open: left, name } = await stateOf(from);
    return [name, sales, owed, booked, left];
  };
  const received = async (pool: 'pv' | 'other') => {
    const period = { pool, from: '2026-01-01', to: '2026-06-30' };
    return (await village.services.surplus.statement(village.id, period)).received;
  };
  const book = (postedOn: string, from = '2026-01-01') =>
    village.services.taxes.bookPeriod(village.id, { from, form: { postedOn } }, ACCOUNTANT);
  const wanted = async (month: string) => {
    const { database, readiness } = village.services;
    const problems = await readiness.holdingProblems(database.reader, village.id, month);
    return problems.filter(({ code }) => code === 'months.taxDue').length;
  };

  it('is no matter while the village is not registered', async () => {
    // 750.00 of electricity and subsidy hold 7.43 at 1 %.
    expect(await told()).toEqual(['notRegistered', 74_257n, 0n, 0n, 0n]);
    expect(await wanted('2026-03')).toBe(0);
    const paper = { taxKind: 'smallScale', taxFrom: '2026-01-01', taxSpan: 'quarter', byPaper: 'Notice 3' };
    await village.services.taxes.recordStatus(village.id, paper, ACCOUNTANT);
    expect(await told()).toEqual(['exempt', 74_257n, 0n, 0n, 0n]);
    expect(await codesOf(book('2026-03-31'))).toEqual(['tax.nothingOwed']);
    expect(await codesOf(book('2026-06-30', '2026-04-01'))).toEqual(['tax.periodRuns']);
  });

  it('that a paper charges is owed with its sale, and the pool has received so much less', async () => {
    const tax = { taxBasis: 'net', taxPercent: '3', taxAmount: '30.00' };
    const { voucher } = await rent({ amount: '1,000.00', ...tax });
    expect(await received('other')).toBe(-3_000n);
    const owed = (await village.owed()).filter(({ entryId }) => entryId === voucher.entryId);
    expect(owed).toMatchObject([{ outstanding: 103_000n, taxBasis: 'net', tax: 3_000n }]);
    await village.receive(owed, '2026-02-02');
    expect(await received('other')).toBe(100_000n);
    expect(await told()).toEqual(['exempt', 174_257n, 0n, 0n, 0n]);
    expect(await village.services.taxes.listOwed(village.id)).toEqual(new Map([['other', 3_000n]]));
  });

  it('is owed of the whole above the threshold, and keeps the month open until it is booked', async () => {
    // 303,000.00 hold 3,000.00 at 1 %; above 300,000.00 the slip's 3.96 and 3.47 are owed, too.
    const { voucher } = await rent({
      ...{ amount: '303,000.00', coversFrom: '2026-02-01', coversTo: '2026-02-28', postedOn: '2026-02-28' },
    });
    await village.receive(
      (await village.owed()).filter(({ entryId }) => entryId === voucher.entryId),
      '2026-03-10',
    );
    expect(await told()).toEqual(['wanted', 30_174_257n, 300_743n, 0n, 300_743n]);
    expect([await wanted('2026-02'), await wanted('2026-03')]).toEqual([0, 1]);
    expect(await codesOf(book('2026-03-30'))).toEqual(['tax.beforePeriodEnds']);
    const before = [await received('pv'), await received('other')];
    const booked = await book('2026-03-31');
    expect(await told()).toEqual(['booked', 30_174_257n, 300_743n, 300_743n, 0n]);
    expect(before).toEqual([0n, 30_400_000n]);
    expect([await received('pv'), await received('other')]).toEqual([-743n, 30_100_000n]);
    const { postings } = await village.services.books.requireEntry(village.id, booked.voucher.entryId);
    expect(postings.map(({ side, ledgerAccount, amount }) => `${side} ${ledgerAccount} ${amount}`)).toEqual([
      ...['debit 501 300000', 'credit 214 300000', 'debit 501 396', 'credit 214 396'],
      ...['debit 501 347', 'credit 214 347'],
    ]);
    expect(await codesOf(book('2026-03-31'))).toEqual(['tax.nothingOwed']);
    expect(await wanted('2026-03')).toBe(0);
    await expectSoundBooks(village);
  });

  it('is paid out of the pool that owes it, never more', async () => {
    const pay = (taxPool: string, amount: string) =>
      village.services.taxes.pay(village.id, { taxPool, paidOn: '2026-04-15', amount }, ACCOUNTANT);
    expect(await codesOf(pay('members', '1.00'))).toEqual(['form.notAllowed']);
    expect(await codesOf(pay('other', '3,030.01'))).toEqual(['tax.aboveOwed']);
    await pay('other', '3,030.00');
    expect(await village.services.taxes.listOwed(village.id)).toEqual(new Map([['pv', 743n]]));
    expect(await received('other')).toBe(30_100_000n);
    await expectSoundBooks(village);
  });

  it('of a sale that was taken back is given back by the next booking', async () => {
    const { surplus, taxes } = village.services;
    const pay = () =>
      taxes.pay(village.id, { taxPool: 'pv', paidOn: '2026-04-15', amount: '7.43' }, ACCOUNTANT);
    await pay();
    expect(await surplus.taxAhead(village.id, 'pv')).toBe(0n);
    const [slip] = await village.services.incomeRead.listSettlements(village.id);
    await village.reverse(slip?.entryId ?? '', '2026-05-10');
    expect(await told()).toEqual(['wanted', 30_100_000n, 300_000n, 300_743n, -743n]);
    const { voucher } = await book('2026-05-10');
    expect(await told()).toEqual(['booked', 30_100_000n, 300_000n, 300_000n, 0n]);
    expect(await received('pv')).toBe(0n);
    // It was paid, so it is to be set off or got back: the pool has it, and nobody pays it again.
    expect(await surplus.taxAhead(village.id, 'pv')).toBe(743n);
    expect(await taxes.listPaidAhead(village.id)).toEqual(new Map([['pv', 743n]]));
    expect(await taxes.listOwed(village.id)).toEqual(new Map());
    expect(await codesOf(pay())).toEqual(['form.notAllowed']);
    await village.reverse(voucher.entryId, '2026-05-11');
    expect(await told()).toEqual(['wanted', 30_100_000n, 300_000n, 300_743n, -743n]);
    await expectSoundBooks(village);
  });

  it('goes without a voucher for a reason, until the amount is another', async () => {
    const waive = (reason: string) =>
      village.services.taxes.waivePeriod(village.id, { from: '2026-01-01', form: { reason } }, ACCOUNTANT);
    expect(await codesOf(waive(' '))).toEqual(['form.missing']);
    await waive('the tax office nets it with the next quarter');
    expect((await stateOf('2026-01-01')).waived).toBe('the tax office nets it with the next quarter');
    expect(await wanted('2026-05')).toBe(0);
    await rent({
      amount: '101.00',
      coversFrom: '2026-03-01',
      coversTo: '2026-03-31',
      postedOn: '2026-03-31',
    });
    expect(await told()).toEqual(['wanted', 30_110_000n, 300_100n, 300_743n, -643n]);
    expect(await wanted('2026-05')).toBe(1);
  });

  it('that the grid keeps back of a slip is waited for by nobody, and paid already', async () => {
    const enter = (tax: Partial<SlipForm>) =>
      village.services.income.recordSettlement(village.id, slipOf(station, tax), ACCOUNTANT);
    const rate = { taxPercent: '3', taxAmount: '11.65' };
    expect(await codesOf(enter({ ...rate, paidAmount: '738.34' }))).toEqual(['settlement.paidNeither']);
    const before = await received('pv');
    expect(await codesOf(enter({ ...rate, taxKept: '11.64' }))).toEqual(['settlement.keptNotTax']);
    const paidWhole = enter({ ...rate, taxKept: '11.65', paidAmount: '750.00' });
    expect(await codesOf(paidWhole)).toEqual(['settlement.paidNotKept']);
    // A slip with a column of its own for it need not print what is paid.
    const { voucher } = await enter({ ...rate, taxKept: '11.65' });
    const entryId = voucher?.entryId ?? '';
    const owed = (await village.owed()).filter((each) => each.entryId === entryId);
    const [energy, subsidy] = ['energy', 'subsidy'].map((stream) =>
      owed.find((row) => row.stream === stream),
    );
    expect(energy).toMatchObject({ outstanding: 38_835n, taxKept: 1_165n, tax: undefined });
    expect(subsidy).toMatchObject({ outstanding: 35_000n, taxKept: undefined });
    const { postings } = await village.services.books.requireEntry(village.id, entryId);
    expect(postings.map(({ side, ledgerAccount, amount }) => `${side} ${ledgerAccount} ${amount}`)).toEqual([
      ...['debit 112 38835', 'debit 501 1165', 'credit 501 40000', 'debit 112 35000', 'credit 501 35000'],
    ]);
    const receipt = await village.receive(owed, '2026-05-12');
    expect((await received('pv')) - before).toBe(73_835n);
    expect(await stateOf('2026-04-01')).toMatchObject({
      sales: 73_488n,
      keptBack: 1_165n,
      owed: 0n,
      stated: 0n,
    });
    await expectSoundBooks(village);
    await village.reverse(receipt.voucher.entryId, '2026-05-13');
    await village.reverse(entryId, '2026-05-13');
    expect(await stateOf('2026-04-01')).toMatchObject({ sales: 0n, keptBack: 0n });
    expect((await received('pv')) - before).toBe(0n);
    await enter({ ...rate, paidAmount: '738.35' });
    await expectSoundBooks(village);
  });

  it('is not asked of what a stake pays: a dividend is investment income and no sale', async () => {
    const equity = { ...STATION, kind: 'equity', name: 'Stake' };
    const { id: assetId } = await village.services.assets.addAsset(village.id, equity, ACCOUNTANT);
    const dividend = { assetId, stream: 'dividend', payer: 'Mill', amount: '112,000.00' };
    for (const stream of ['rent', 'other'])
      expect(await codesOf(rent({ ...dividend, stream }))).toEqual(['income.stakePays']);
    expect(await codesOf(rent({ ...dividend, assetId: shop }))).toEqual(['income.noStake']);
    const [told1, got] = [await told(), await received('other')];
    const { voucher } = await rent(dividend);
    const { postings } = await village.services.books.requireEntry(village.id, voucher.entryId);
    expect(postings.map(({ ledgerAccount, stream }) => `${ledgerAccount} ${String(stream)}`)).toEqual([
      ...['112 dividend', '502 dividend'],
    ]);
    expect(await codesOf(rent(dividend))).toEqual(['income.coversTwice']);
    expect(await told()).toEqual(told1);
    const owed = (await village.owed()).filter(({ stream }) => stream === 'dividend');
    await village.receive(owed, '2026-05-12');
    expect((await received('other')) - got).toBe(11_200_000n);
    await expectSoundBooks(village);
    // A paper that charges tax says that it is a sale.
    const taxed = { taxBasis: 'net', taxPercent: '3', taxAmount: '3.00', amount: '100.00', payer: 'Bank' };
    const sale = await rent({ ...dividend, ...taxed });
    expect((await stateOf('2026-01-01')).sales).toBe(30_120_000n);
    await village.reverse(sale.voucher.entryId, '2026-05-13');
    expect(await told()).toEqual(told1);
  });

  it('is not taken of a station of several owners, whose slip is split', async () => {
    const rows = ['01', '02'].map((key) => ({ key, owner: key, label: key, share: '50%' }));
    const shareTable = { validFrom: '2026-01-01', rows };
    const joint = {
      kind: 'jointPvStation',
      name: 'Joint',
      keeper: 'Township',
      ownShareKey: '01',
      shareTable,
    };
    const assetId = await village.addStation({ ...joint, acquiredOn: '2026-01-01' });
    const enter = (tax: Partial<SlipForm>) =>
      village.services.income.recordSettlement(village.id, slipOf(assetId, tax), ACCOUNTANT);
    const codes = await codesOf(enter({ taxPercent: '3', taxAmount: '11.65', paidAmount: '738.35' }));
    expect(codes).toContain('settlement.taxOfJoint');
  });

  it('is found by the check of the books where somebody changed what is kept of it', async () => {
    const found = async () => {
      const { breaks } = await village.services.check.checkBooks(village.id);
      return breaks.map(({ code }) => code).sort();
    };
    expect(await found()).toEqual([]);
    const hand = await Tampering.on(opened);
    const callIt = (one: string) =>
      hand.run(`UPDATE receivables SET named_stream = ${one} WHERE amount_fen = 11200000`);
    await callIt('NULL');
    // What is owed is no longer what its voucher says, nor is what came of it what the receipt says.
    expect(await found()).toEqual([
      ...['check.factOther', 'check.receivableDiffers', 'check.receivableDiffers'],
      ...['check.receivableDiffers', 'check.receivableDiffers', 'check.rowChanged'],
    ]);
    await callIt("'dividend'");
    await hand.run('UPDATE receivables SET tax_kept_fen = 1164 WHERE tax_kept_fen = 1165');
    expect(await found()).toEqual([
      ...['check.rowChanged', 'check.rowChanged'],
      ...['check.slipDiffers', 'check.slipDiffers', 'check.taxDiffers', 'check.taxDiffers'],
    ]);
    await hand.run('UPDATE receivables SET tax_kept_fen = 1165 WHERE tax_kept_fen = 1164');
    await hand.run('UPDATE tax_periods SET amount_fen = 1 WHERE amount_fen = 300743');
    expect(await found()).toEqual(['check.rowChanged', 'check.taxDiffers']);
    await hand.run(
      'DELETE FROM tax_periods WHERE amount_fen = 1',
      'UPDATE receivables SET tax_fen = 2999 WHERE tax_fen = 3000',
      "UPDATE tax_statuses SET kind = 'none'",
    );
    expect(await found()).toEqual([
      ...['check.bookedRowGone', 'check.rowChanged', 'check.rowChanged'],
      ...['check.taxDiffers', 'check.taxDiffers'],
    ]);
    await hand.close();
  });
});
