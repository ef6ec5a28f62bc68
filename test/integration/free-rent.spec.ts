import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { ACCOUNTANT, Village } from '../support/village';
import { codesOf, HALL } from './leases.fixture';

describeOnEachEngine('days for which a contract asks no rent', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let assetId: string;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    assetId = (await village.services.assets.addAsset(village.id, HALL, ACCOUNTANT)).id;
  });
  afterAll(() => opened.close());

  const lease = async (wish: Parameters<typeof typedLease>[0]): Promise<string> => {
    const form = typedLease({ assetId, ...wish });
    return (await village.services.leases.addLease(village.id, form, ACCOUNTANT)).id;
  };
  const duesOf = async (leaseId: string) =>
    (await village.services.rents.requireStanding(village.id, { leaseId })).dues.map(
      ({ from, amount, state }) => `${from} ${String(amount)} ${state}`,
    );

  it('are no part of two years paid at once, which the others bear alone', async () => {
    const freeDays = [{ from: '2026-01-01', to: '2026-03-31' }];
    const wish = { leaseNumber: 'F', leasedPart: 'east', everyMonths: '24', freeDays };
    const id = await lease(wish);
    expect(await duesOf(id)).toEqual(['2025-01-01 1200000 bookable', '2026-01-01 904110 bookable']);
    const pay = (amount: string) => {
      const payment = { paymentFrom: '2025-01-01', paymentUpTo: '2025-01-01', attachments: '' };
      const form = { ...payment, receivedOn: '2025-02-06', amount };
      return village.services.rentDues.receivePayment(village.id, { leaseId: id, form }, ACCOUNTANT);
    };
    expect(await codesOf(pay('21041.11'))).not.toEqual([]);
    await pay('21041.10');
    const { advance } = await village.services.rents.requireStanding(village.id, { leaseId: id });
    expect(advance).toBe(904_110n);
    await expectSoundBooks(village);
  });

  it('are agreed later for days that are not booked, and ask for none where all of a due is', async () => {
    const quarters = { perMonths: '3', everyMonths: '3', rent: '3000' };
    const id = await lease({ leaseNumber: 'Q', leasedPart: 'west', ...quarters });
    const typed = { postedOn: '2025-07-05', attachments: '', fromAdvance: '' };
    const book = (from: string) =>
      village.services.rentDues.bookDue(village.id, { leaseId: id, from, form: typed }, ACCOUNTANT);
    await book('2025-01-01');
    const free = (effectiveOn: string, newLastOn: string) => {
      const form = { kind: 'free', effectiveOn, newLastOn, rent: '', reason: 'flood' };
      return village.services.rentContracts.changeLease(village.id, { leaseId: id, form }, ACCOUNTANT);
    };
    expect(await codesOf(free('2025-03-31', '2025-07-31'))).toEqual(['lease.changeBooked']);
    await free('2025-04-01', '2025-07-31');
    // 3,000.00 × 61 ÷ 92 of the third quarter.
    expect((await duesOf(id)).slice(0, 4)).toEqual([
      ...['2025-01-01 300000 booked', '2025-04-01 0 nothing'],
      ...['2025-07-01 198913 bookable', '2025-10-01 300000 bookable'],
    ]);
    expect(await codesOf(book('2025-04-01'))).toEqual(['rent.noSuchDue']);
    await book('2025-07-01');
    const owed = await village.services.incomeRead.listReceivables(village.id);
    expect(owed.map(({ amount }) => amount)).toContain(198_913n);
    await expectSoundBooks(village);
  });
});
