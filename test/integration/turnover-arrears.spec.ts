import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { HALL } from './leases.fixture';

describeOnEachEngine('a lease by turnover', (open) => {
  let opened: OpenDatabase;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it('is late only after the days it is for, whatever day was agreed', async () => {
    const village = await Village.start(opened.database);
    const { rentContracts, rentDues, leases, arrears } = village.services;
    const assetId = (await village.services.assets.addAsset(village.id, HALL, ACCOUNTANT)).id;
    const due = { dueRule: 'afterStart', dueDays: '10' };
    const share = { leaseNumber: 'T', rentType: 'turnover', rent: '8%', everyMonths: '3', ...due };
    const form = typedLease({ assetId, ...share });
    const { id: leaseId } = await leases.addLease(village.id, form, ACCOUNTANT);
    const report = (turnoverOf: string) =>
      rentContracts.reportTurnover(
        village.id,
        { leaseId, form: { turnoverOf, turnover: '100,000.00', turnoverPaper: 'tax return' } },
        ACCOUNTANT,
      );
    const daysLate = async (on: string): Promise<number[]> =>
      (await arrears.listArrears(village.id, on)).flatMap(({ items }) => items.map((each) => each.daysLate));
    await report('2025-01-01');
    await report('2025-04-01');
    // The quarter is over on 31 March: nothing is late on it, one day on the next.
    expect(await daysLate('2025-03-31')).toEqual([]);
    expect(await daysLate('2025-04-01')).toEqual([1]);
    expect(await daysLate('2025-07-01')).toEqual([92, 1]);
    const typed = { postedOn: '2025-04-05', attachments: '', fromAdvance: '' };
    await rentDues.bookDue(village.id, { leaseId, from: '2025-01-01', form: typed }, ACCOUNTANT);
    expect(await daysLate('2025-07-01')).toEqual([92, 1]);
    // What was booked when the agreed day was kept with it is no later by that.
    const hand = await Tampering.on(opened);
    await hand.run(`UPDATE receivables SET due_on = '2025-01-11' WHERE collective_id = '${village.id}'`);
    await hand.close();
    expect(await daysLate('2025-07-01')).toEqual([92, 1]);
  });
});
