import type { LeaseForm } from '../../src/domain/assets/read-lease';
import type { RentPaymentForm } from '../../src/domain/income/read-rent';
import { LeaseDepositsService } from '../../src/features/income/lease-deposits.service';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { ACCOUNTANT, Village } from '../support/village';
import { codesOf, HALL, NO_CHANGE } from './leases.fixture';

/** Three years of 12,000.00, paid at once on the first day, 2025-07-01. */
const THREE_YEARS = {
  ...{ signedOn: '2025-06-20', firstOn: '2025-07-01', lastOn: '2028-06-30', everyMonths: '36' },
};

describeOnEachEngine('what a tenant really pays', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hall: string;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    village.services.clock.moveTo('2025-12-20');
    hall = (await village.services.assets.addAsset(village.id, HALL, ACCOUNTANT)).id;
  });
  afterAll(() => opened.close());

  const lease = async (wish: Partial<LeaseForm>): Promise<string> => {
    const form = typedLease({ assetId: hall, ...THREE_YEARS, ...wish });
    return (await village.services.leases.addLease(village.id, form, ACCOUNTANT)).id;
  };
  const standing = (leaseId: string) => village.services.rents.requireStanding(village.id, { leaseId });
  const statesOf = async (leaseId: string): Promise<string[]> =>
    (await standing(leaseId)).dues.map(({ from, state, paidAhead }) => `${from} ${state} ${paidAhead}`);
  const pay = (leaseId: string, wish: Partial<RentPaymentForm>) => {
    const days = { paymentFrom: '2025-07-01', paymentUpTo: '2025-07-01', receivedOn: '2025-07-05' };
    const form = { ...days, amount: '36000.00', attachments: '', ...wish };
    return village.services.rentDues.receivePayment(village.id, { leaseId, form }, ACCOUNTANT);
  };
  const change = (leaseId: string, wish: Partial<typeof NO_CHANGE>) =>
    village.services.rentContracts.changeLease(
      village.id,
      { leaseId, form: { ...NO_CHANGE, ...wish } },
      ACCOUNTANT,
    );
  const owedBy = async (payer: string) =>
    (await village.owed()).filter((each) => each.payer === payer).map(({ outstanding }) => outstanding);

  it('is an instalment of a prepayment: this year first, the years to come next', async () => {
    const id = await lease({ leaseNumber: 'I', leasedPart: 'east', tenant: 'Potters' });
    expect(await codesOf(pay(id, { amount: '20000' }))).toEqual(['rent.notThePayments']);
    const first = await pay(id, { amount: '20000', spreadReason: 'first of two' });
    expect(await statesOf(id)).toEqual([
      ...['2025-07-01 booked 0', '2026-01-01 bookable 1200000'],
      ...['2027-01-01 bookable 195068', '2028-01-01 bookable 0'],
    ]);
    const voucher = await village.services.books.requireEntry(village.id, first.voucher.entryId);
    expect(voucher.summary).toContain('first of two');
    await pay(id, { amount: '16000', receivedOn: '2025-12-01' });
    expect((await standing(id)).advance).toBe(3_600_000n - 604_932n);
    expect(await owedBy('Potters')).toEqual([]);
    expect(await codesOf(pay(id, { amount: '1' }))).toEqual(['rent.paidAhead']);
    await expectSoundBooks(village);
  });

  it('is less than what falls due with it: the rest is owed, and nothing else is booked', async () => {
    const months = { perMonths: '1', everyMonths: '1', rent: '1000.00', lastOn: '2025-12-31' };
    const id = await lease({ leaseNumber: 'M', leasedPart: 'west', tenant: 'Dyers', ...months });
    const upTo = { paymentUpTo: '2025-09-01' };
    await pay(id, { ...upTo, amount: '1500', spreadReason: 'half of August' });
    expect((await statesOf(id)).slice(0, 3)).toEqual([
      ...['2025-07-01 booked 0', '2025-08-01 booked 0', '2025-09-01 bookable 0'],
    ]);
    expect(await owedBy('Dyers')).toEqual([50_000n]);
    // What is over what was chosen pays what else is booked, and waits for the next month.
    const over = { paymentUpTo: '2025-07-01', amount: '700', spreadReason: 'too much' };
    await pay(id, over);
    expect([await owedBy('Dyers'), (await standing(id)).advance]).toEqual([[], 20_000n]);
    await pay(id, { ...upTo, amount: '800' });
    expect([await owedBy('Dyers'), (await standing(id)).advance]).toEqual([[], 0n]);
    await expectSoundBooks(village);
  });

  it('is short of a rent that was raised since from the day of the raise on, not before', async () => {
    const id = await lease({ leaseNumber: 'U', leasedPart: 'loft', tenant: 'Wheelwrights' });
    await pay(id, {});
    await change(id, { kind: 'rent', effectiveOn: '2027-07-01', rent: '14640.00' });
    // The last year costs 14,640.00, 40.00 a day; 12,000.00 of what came are left for it.
    expect((await statesOf(id)).slice(1)).toEqual([
      ...['2026-01-01 bookable 1200000', '2027-01-01 bookable 595068'],
      ...['2027-07-01 bookable 736000', '2028-01-01 bookable 464000'],
    ]);
    const late = async (on: string) => {
      const all = await village.services.arrears.listArrears(village.id, on);
      const own = all.find(({ payer }) => payer === 'Wheelwrights');
      return own && [own.daysLate, own.outstanding];
    };
    expect([await late('2027-07-01'), await late('2027-07-02')]).toEqual([undefined, [1, 264_000n]]);
    await expectSoundBooks(village);
  });

  it('is late since its own day though the rent was raised since, where nothing came', async () => {
    const id = await lease({ leaseNumber: 'N', leasedPart: 'vault', tenant: 'Coopers' });
    await change(id, { kind: 'rent', effectiveOn: '2027-07-01', rent: '14640.00' });
    const late = async (on: string) => {
      const all = await village.services.arrears.listArrears(village.id, on);
      const own = all.find(({ payer }) => payer === 'Coopers');
      return own && [own.daysLate, own.outstanding];
    };
    // 36,000.00 was due on 2025-07-01; the last year came to 2,640.00 more two years later.
    expect(await late('2025-07-02')).toEqual([1, 3_600_000n]);
    expect(await late('2027-07-01')).toEqual([730, 3_600_000n]);
    expect(await late('2027-07-02')).toEqual([731, 3_864_000n]);
  });

  it('came before the contract ended in a year that was booked: what no day takes goes back', async () => {
    const id = await lease({ leaseNumber: 'E', leasedPart: 'yard', tenant: 'Smiths' });
    const { voucher } = await pay(id, {});
    const end = { kind: 'end', effectiveOn: '2025-07-31' };
    expect(await codesOf(change(id, end))).toEqual(['lease.changeBooked']);
    const due = (await standing(id)).dues[0];
    await village.reverse(voucher.entryId, '2025-12-02');
    await village.reverse(due?.state === 'booked' ? due.entryId : '', '2025-12-02');
    await change(id, end);
    expect(await codesOf(pay(id, { receivedOn: '2025-12-02' }))).toEqual(['rent.abovePayments']);
    await pay(id, { receivedOn: '2025-12-02', spreadReason: 'ended on 31 July' });
    // 31 of 365 days of 12,000.00 are rent; 34,980.82 of 36,000.00 are not.
    const free = async () => (await village.services.rentAdvances.requireFree(village.id, id)).free;
    expect([await statesOf(id), await free()]).toEqual([['2025-07-01 booked 0'], 3_498_082n]);
    const form = { returnBy: 'bank', returnedOn: '2025-12-03', amount: '34980.82', attachments: '' };
    await village.services.rentAdvances.giveBack(village.id, { leaseId: id, form }, ACCOUNTANT);
    expect([await free(), await owedBy('Smiths')]).toEqual([0n, []]);
    await expectSoundBooks(village);
  });

  it('came for a contract that never began: all of it is kept, and goes back', async () => {
    const id = await lease({ leaseNumber: 'V', leasedPart: 'roof', tenant: 'Bees' });
    await change(id, { kind: 'end', effectiveOn: '2025-06-30' });
    const none = { paymentFrom: '', paymentUpTo: '', receivedOn: '2025-12-04', amount: '500' };
    expect(await codesOf(pay(id, none))).toEqual(['rent.nothingToPay']);
    await pay(id, { ...none, spreadReason: 'paid before it was called off' });
    const { free } = await village.services.rentAdvances.requireFree(village.id, id);
    expect(free).toBe(50_000n);
    await expectSoundBooks(village);
  });

  it('is due again where an early end is taken back, unless something was built on the end', async () => {
    const wish = { tenant: 'Founders', deposit: '500', everyMonths: '12', lastOn: '2027-06-30' };
    const id = await lease({ leaseNumber: 'R', leasedPart: 'cellar', ...wish });
    const resume = () => change(id, { kind: 'resume', reason: 'typed for another contract' });
    expect(await codesOf(resume())).toEqual(['lease.notEnded']);
    const { services } = village;
    const { database, rents, receipts, ledger, books } = services;
    const deposits = new LeaseDepositsService(database, rents, receipts, ledger, books);
    const move = (depositAct: string, amount: string) => {
      const form = { depositAct, depositOn: '2025-12-05', amount, depositReason: '', attachments: '' };
      return deposits.book(village.id, { leaseId: id, form }, ACCOUNTANT);
    };
    await move('received', '500');
    await move('returned', '100');
    const before = await statesOf(id);
    await change(id, { kind: 'end', effectiveOn: '2025-11-30' });
    await resume();
    expect(await statesOf(id)).toEqual(before);

    await change(id, { kind: 'end', effectiveOn: '2025-11-30' });
    // 153 of 365 days of 12,000.00 are 5,030.14; what was paid above it goes back.
    const over = { amount: '12000', receivedOn: '2025-12-06', spreadReason: 'the whole year' };
    await pay(id, over);
    const form = { returnBy: 'bank', returnedOn: '2025-12-07', amount: '6969.86', attachments: '' };
    const back = await services.rentAdvances.giveBack(village.id, { leaseId: id, form }, ACCOUNTANT);
    const deposit = await move('returned', '400');
    const refused = await codesOf(resume());
    expect(refused.sort()).toEqual([
      ...['lease.advanceWentBack', 'lease.depositWentBack', 'lease.endBooked'],
    ]);
    await village.reverse(back.voucher.entryId, '2025-12-08');
    await village.reverse(deposit.voucher.entryId, '2025-12-08');
    expect(await codesOf(resume())).toEqual(['lease.endBooked']);
    const due = (await standing(id)).dues[0];
    const vouchers = await services.books.listVouchers(village.id, { first: '2025-12', last: '2025-12' });
    const receipt = vouchers.find(({ summary }) => summary.includes('the whole year'));
    await village.reverse(receipt?.entryId ?? '', '2025-12-08');
    await village.reverse(due?.state === 'booked' ? due.entryId : '', '2025-12-08');
    await resume();
    expect(await statesOf(id)).toEqual(before);
    await expectSoundBooks(village);
  });

  it('may be waived up to an early end, which is not taken back then; nor where another has it', async () => {
    const id = await lease({ leaseNumber: 'W', leasedPart: 'attic', tenant: 'Tailors', everyMonths: '12' });
    const resume = () => change(id, { kind: 'resume' });
    await change(id, { kind: 'end', effectiveOn: '2025-11-30' });
    const asked = { leaseId: id, from: '2025-07-01', reason: 'in another line' };
    await village.services.rentContracts.waiveDue(village.id, asked, ACCOUNTANT);
    const form = { postedOn: '2025-12-01', attachments: '', fromAdvance: '' };
    const due = { leaseId: id, from: '2025-07-01', form };
    const booked = village.services.rentDues.bookDue(village.id, due, ACCOUNTANT);
    expect(await codesOf(booked)).toEqual(['rent.isWaived']);
    const days = { signedOn: '2025-11-20', firstOn: '2025-12-01', lastOn: '2025-12-31', everyMonths: '12' };
    await lease({ leaseNumber: 'W2', leasedPart: 'attic', tenant: 'Millers', ...days });
    expect(await codesOf(resume())).toEqual(['lease.overlaps', 'lease.endWaived']);
    // It is owed after all: nothing rests on what was said any more, and it may be said again.
    const { rentContracts, rents, check } = village.services;
    const withdraw = (reason: string) =>
      rentContracts.withdrawWaiver(village.id, { leaseId: id, from: '2025-07-01', reason }, ACCOUNTANT);
    expect(await codesOf(withdraw(' '))).toEqual(['form.missing']);
    await withdraw('of another year');
    expect(await codesOf(withdraw('again'))).toEqual(['rent.notWaived']);
    expect(await codesOf(resume())).toEqual(['lease.overlaps']);
    const wanted = await rents.listWanted(village.id, '2025-12-31');
    expect(wanted.filter(({ leaseId }) => leaseId === id)).toMatchObject([{ from: '2025-07-01' }]);
    await rentContracts.waiveDue(village.id, asked, ACCOUNTANT);
    expect(await codesOf(resume())).toEqual(['lease.overlaps', 'lease.endWaived']);
    expect((await check.checkBooks(village.id)).breaks).toEqual([]);
  });

  it('is asked about where the same sum of the same days is typed by hand beside the contract', async () => {
    const { services } = village;
    const own = { tenant: 'Coopers', perMonths: '1', everyMonths: '1', rent: '700.00', lastOn: '2025-12-31' };
    const id = await lease({ leaseNumber: 'H', leasedPart: 'shed', ...own });
    const typed = (wish: Record<string, string>) => {
      const days = { coversFrom: '2025-07-01', coversTo: '2025-07-31', dueOn: '2025-07-01', amount: '700' };
      const form = {
        assetId: hall,
        stream: 'rent',
        payer: 'Coopers',
        ...days,
        postedOn: '2025-12-09',
        ...wish,
      };
      return services.income.recordIncomeDue(village.id, { ...form, ...days, ...wish }, ACCOUNTANT);
    };
    const asAnother = { stream: 'other', twiceReason: 'for the guard' };
    expect(await codesOf(typed({}))).toEqual(['income.byContract']);
    expect(await codesOf(typed({ stream: 'other' }))).toEqual(['income.byContract']);
    expect(await codesOf(typed({ assetId: '' }))).toEqual(['form.missing']);
    await typed(asAnother);
    // The contract's own due comes after it, by itself or with its money.
    const book = (from: string, twiceReason: string) => {
      const form = { postedOn: '2025-12-09', attachments: '', fromAdvance: '', twiceReason };
      return services.rentDues.bookDue(village.id, { leaseId: id, from, form }, ACCOUNTANT);
    };
    expect(await codesOf(book('2025-07-01', ''))).toEqual(['income.sameUnderOtherName']);
    await book('2025-07-01', 'the rent itself');
    await typed({ ...asAnother, coversFrom: '2025-08-01', coversTo: '2025-08-31' });
    const money = { paymentFrom: '2025-08-01', paymentUpTo: '2025-08-01', receivedOn: '2025-12-10' };
    const form = { ...money, amount: '700' };
    expect(await codesOf(pay(id, form))).toEqual(['income.sameUnderOtherName']);
    await pay(id, { ...form, twiceReason: 'the rent itself' });
    await expectSoundBooks(village);
  });

  it('came when it was paid ahead, not on the day on which a later year is booked out of it', async () => {
    const id = await lease({ leaseNumber: 'K', leasedPart: 'kiln', tenant: 'Masons' });
    await pay(id, {});
    village.services.clock.moveTo('2026-01-10');
    const form = { postedOn: '2026-01-05', attachments: '', fromAdvance: 'on' };
    const asked = { leaseId: id, from: '2026-01-01', form };
    await village.services.rentDues.bookDue(village.id, asked, ACCOUNTANT);
    const late = async (on: string) => {
      const all = await village.services.arrears.listArrears(village.id, on);
      const own = all.find(({ payer }) => payer === 'Masons');
      return own && [own.daysLate, own.outstanding];
    };
    // Due on 1 July, paid on the 5th: 6,049.32 of 2025 and the 12,000.00 that are booked of 2026.
    expect([await late('2025-07-04'), await late('2025-07-05')]).toEqual([[3, 1_804_932n], undefined]);
    expect([await late('2025-12-31'), await late('2026-01-04')]).toEqual([undefined, undefined]);
    await expectSoundBooks(village);
  });

  it('was taxed with its paper: each later year booked out of it says its rate, too', async () => {
    const id = await lease({
      leaseNumber: 'L',
      leasedPart: 'larder',
      tenant: 'Bakers',
    });
    expect(await codesOf(pay(id, { taxBasis: 'inclusive', taxPercent: '1' }))).toEqual([]);
    const book = (wish: object) => {
      const form = { postedOn: '2026-01-06', attachments: '', fromAdvance: 'on', ...wish };
      const asked = { leaseId: id, from: '2026-01-01', form };
      return village.services.rentDues.bookDue(village.id, asked, ACCOUNTANT);
    };
    expect(await codesOf(book({}))).toEqual(['rent.taxOfAdvance']);
    const onTop = { taxBasis: 'net', taxPercent: '1' };
    expect(await codesOf(book(onTop))).toEqual(['rent.basisOfAdvance']);
    expect(await codesOf(book({ taxBasis: 'inclusive', taxPercent: '1' }))).toEqual([]);
    const owed = await village.services.rents.listOwed(opened.database.reader, village.id);
    const own = owed.filter(({ payer }) => payer === 'Bakers');
    // 6,049.32 ÷ 101 and 12,000.00 ÷ 101
    expect(own.map(({ amount, tax }) => [amount, tax])).toEqual([
      [604_932n, 5_989n],
      [1_200_000n, 11_881n],
    ]);
    await expectSoundBooks(village);
  });
});
