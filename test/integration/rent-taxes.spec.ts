import type { RentPaymentForm } from '../../src/domain/income/read-rent';
import type { BookDueForm } from '../../src/features/income/rent-dues.service';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { codesOf, HALL } from './leases.fixture';

/** A hall at 12,000.00 a year from 2025 on, 3,000.00 a quarter; what a paper says of tax is typed with it. */
describeOnEachEngine('the tax of rent by contract', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let leaseId = '';

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    village.services.clock.moveTo('2025-12-20');
    const assetId = (await village.services.assets.addAsset(village.id, HALL, ACCOUNTANT)).id;
    const days = { signedOn: '2024-12-20', firstOn: '2025-01-01', lastOn: '2026-12-31' };
    const form = typedLease({ assetId, ...days, rent: '12000.00', perMonths: '12', everyMonths: '3' });
    leaseId = (await village.services.leases.addLease(village.id, form, ACCOUNTANT)).id;
  });
  afterAll(() => opened.close());

  const book = (from: string, wish: Partial<BookDueForm> = {}) => {
    const form = { postedOn: '2025-12-01', attachments: '', fromAdvance: '', ...wish };
    return village.services.rentDues.bookDue(village.id, { leaseId, from, form }, ACCOUNTANT);
  };
  const pay = (from: string, amount: string, wish: Partial<RentPaymentForm> = {}) => {
    const days = { paymentFrom: from, paymentUpTo: from, receivedOn: '2025-12-05' };
    const form = { ...days, amount, attachments: '', ...wish };
    return village.services.rentDues.receivePayment(village.id, { leaseId, form }, ACCOUNTANT);
  };
  const linesOf = async (entryId: string) => {
    const { postings } = await village.services.books.requireEntry(village.id, entryId);
    return postings.map(({ side, ledgerAccount, amount }) => `${side} ${ledgerAccount} ${amount}`);
  };
  const stated = async () => {
    const of = { from: '2025-10-01', today: village.services.clock.today() };
    const { stated: tax, sales } = await village.services.taxRead.requireState(village.id, of);
    return [tax, sales];
  };
  const lastBasis = async () => {
    const { dues } = await village.services.rents.requireStanding(village.id, { leaseId });
    return (await village.services.rents.listOwedDues(village.id, dues)).at(-1)?.taxBasis;
  };

  it('is said with its rate or not at all', async () => {
    expect(await codesOf(book('2025-01-01', { taxPercent: '1' }))).toEqual(['tax.basisUnsaid']);
    expect(await codesOf(book('2025-01-01', { taxBasis: 'net' }))).toEqual(['tax.withoutRate']);
    const off = { taxBasis: 'inclusive', taxPercent: '1', taxAmount: '29.68' };
    expect(await codesOf(book('2025-01-01', off))).toEqual(['tax.amountDiffers']);
    expect(await lastBasis()).toBeUndefined();
  });

  it('is within the rent: the tenant owes what the contract says', async () => {
    // 3,000.00 hold 3,000.00 ÷ 101 = 29.70 at 1 %.
    const { voucher } = await book('2025-01-01', { taxBasis: 'inclusive', taxPercent: '1' });
    expect(await linesOf(voucher.entryId)).toEqual([
      'debit 112 300000',
      'credit 501 297030',
      'credit 214 2970',
    ]);
    expect([await stated(), await lastBasis()]).toEqual([[2_970n, 297_030n], 'inclusive']);
    await expectSoundBooks(village);
  });

  it('is on top of the rent: the tenant owes both, and both are received', async () => {
    const { voucher } = await book('2025-04-01', { taxBasis: 'net', taxPercent: '3' });
    expect(await linesOf(voucher.entryId)).toEqual([
      'debit 112 309000',
      'credit 501 300000',
      'credit 214 9000',
    ]);
    expect(await stated()).toEqual([11_970n, 597_030n]);
    expect(await codesOf(pay('2025-04-01', '3000.00'))).toEqual(['rent.notThePayments']);
    await pay('2025-04-01', '3090.00');
    expect((await village.owed()).map(({ outstanding }) => outstanding)).toEqual([300_000n]);
    await expectSoundBooks(village);
  });

  it('is said of rent that is booked with its money, where the rent holds it', async () => {
    const tax = { taxBasis: 'inclusive', taxPercent: '1' };
    expect(await codesOf(pay('2025-07-01', '3000.00', { ...tax, taxBasis: 'net' }))).toEqual([
      'rent.netFirst',
    ]);
    expect(await codesOf(pay('2025-07-01', '3000.00', { taxPercent: '1' }))).toEqual(['tax.basisUnsaid']);
    expect(await codesOf(pay('2025-01-01', '3000.00', tax))).toEqual(['rent.taxSaidBefore']);
    expect(await codesOf(pay('2025-01-01', '3000.00', { taxPercent: '1' }))).toEqual(['rent.taxSaidBefore']);
    await pay('2025-07-01', '3000.00', tax);
    expect(await stated()).toEqual([14_940n, 894_060n]);
    await expectSoundBooks(village);
  });

  it('goes with its rent', async () => {
    const { voucher } = await book('2025-10-01', { taxBasis: 'net', taxPercent: '1' });
    expect(await stated()).toEqual([17_940n, 1_194_060n]);
    await village.reverse(voucher.entryId, '2025-12-10');
    expect(await stated()).toEqual([14_940n, 894_060n]);
    await book('2025-10-01');
    expect([await stated(), await lastBasis()]).toEqual([[14_940n, 1_191_090n], undefined]);
    await expectSoundBooks(village);
  });

  it('is held against the contract and the books', async () => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    const net = "WHERE tax_basis = 'net' AND amount_fen = 309000";
    const cases: [sql: string, found: string][] = [
      [`UPDATE receivables SET tax_fen = 8999 ${net}`, 'receivables check.rentDiffers'],
      [`UPDATE receivables SET tax_basis = 'inclusive' ${net}`, 'receivables check.rentDiffers'],
      [
        "UPDATE rent_bookings SET amount_fen = 309000 WHERE covers_from = '2025-04-01'",
        'receivables check.rentDiffers',
      ],
    ];
    for (const [sql, found] of cases) {
      await hand.run(sql);
      const { breaks } = await village.services.check.checkBooks(village.id);
      expect([sql, breaks.map(({ pass, code }) => `${pass} ${code}`)]).toEqual([
        sql,
        expect.arrayContaining([found]),
      ]);
      await hand.putBack();
    }
    await hand.close();
  });
});
