import type { AssetForm } from '../../src/domain/assets/asset';
import { coloursOn } from '../support/colours';
import { typedContract } from '../support/deductions';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { STATION } from '../support/station';
import { ACCOUNTANT, Village } from '../support/village';

const HALL: AssetForm = {
  ...STATION,
  ...{ kind: 'workshop', cost: '100,000.00', capacityKw: '', meterMultiplier: '' },
  ...{ energyPrice: '', subsidyPrice: '', acquiredOn: '2024-01-10' },
  funds: [{ level: 'central', year: '2023', amount: '100,000.00' }],
};

/** Rent by hand, by contract, and a premium, each booked once for several months. */
describeOnEachEngine('what an asset earns counts on the days it is for', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let on: ReturnType<typeof coloursOn>;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n, 'other');
    village.services.clock.moveTo('2026-03-20');
    on = coloursOn(village);
  });
  afterAll(() => opened.close());

  const add = async (name: string): Promise<string> =>
    (await village.services.assets.addAsset(village.id, { ...HALL, name }, ACCOUNTANT)).id;
  const letFor = async (assetId: string, coversFrom: string, coversTo: string, amount = '1,200.00') => {
    const days = { coversFrom, coversTo, dueOn: coversTo, postedOn: '2025-01-10' };
    const form = { assetId, stream: 'rent', payer: 'Weavers', ...days, amount };
    const { voucher } = await village.services.income.recordIncomeDue(village.id, form, ACCOUNTANT);
    return voucher.entryId;
  };
  const standing = async (id: string, day: string) => {
    const found = (await on.watched.watch(village.id, day)).assets.find((each) => each.id === id);
    if (found === undefined) throw new Error('it should stand in the register');
    return found;
  };
  const idle = async (id: string, days: readonly string[]): Promise<number[]> => {
    const told: number[] = [];
    for (const day of days) told.push((await standing(id, day)).idleDays);
    return told;
  };
  const business = async (name: string, quarter: string): Promise<string> => {
    const { assets } = await on.colours.tell(village.id, quarter);
    const { standing: how = '', why = '' } =
      assets.find((each) => each.name === name)?.six.find(({ indicator }) => indicator === 'business') ?? {};
    return `${how} ${why}`;
  };

  it('of a year by hand: it is idle from the day after', async () => {
    const id = await add('Hall of a year');
    await letFor(id, '2025-01-01', '2025-12-31');
    expect(await idle(id, ['2025-01-01', '2025-07-14', '2025-12-31', '2026-01-01'])).toEqual([0, 0, 0, 1]);
    expect(await business('Hall of a year', '2025-Q4')).toBe('normal earned');
    expect(await business('Hall of a year', '2026-Q1')).toMatch(/^unknown/);
  });

  it('of a quarter, to its last day', async () => {
    const [store, shed] = [await add('Store'), await add('Shed')];
    await letFor(store, '2025-01-01', '2025-03-31');
    await letFor(shed, '2025-01-01', '2025-04-01');
    expect(await idle(store, ['2025-03-31', '2025-04-01', '2025-07-14'])).toEqual([0, 1, 105]);
    expect(await business('Store', '2025-Q2')).toBe('abnormal nothingEarned');
    expect(await business('Shed', '2025-Q2')).toBe('normal earned');
  });

  it('not before its first day, and not once it is taken back', async () => {
    const [later, wrong] = [await add('Later'), await add('Wrong')];
    await letFor(later, '2025-07-15', '2025-12-31');
    await village.reverse(await letFor(wrong, '2025-01-01', '2025-12-31'), '2025-01-20');
    expect(await idle(later, ['2025-07-14', '2025-07-15'])).toEqual([194, 0]);
    expect(await idle(wrong, ['2025-07-14'])).toEqual([194]);
    expect(await business('Wrong', '2025-Q3')).toBe('abnormal nothingEarned');
    expect(await business('Later', '2025-Q2')).toBe('abnormal nothingEarned');
    expect(await business('Later', '2025-Q3')).toBe('normal earned');
  });

  it('a month of it in each of the twelve, what it costs, too', async () => {
    const id = await add('Mill');
    const wish = {
      assetId: id,
      kind: 'insurance',
      yearPart: 'once',
      amount: '365.00',
      validTo: '2025-12-31',
    };
    const insured = { policyNumber: 'P-1', sumInsured: '1,000.00' };
    const contract = typedContract({ ...wish, ...insured });
    const added = await village.services.contracts.addContract(village.id, contract, ACCOUNTANT);
    const bill = { kind: '', name: '', reason: '', coversFrom: '' };
    const charge = { ...bill, contractId: added.id, postedOn: '2025-01-20', amount: '365.00' };
    await village.services.deductions.recordDeduction(village.id, charge, ACCOUNTANT);
    expect((await standing(id, '2026-01-31')).net).toBe(-36_500n);
    await letFor(id, '2025-01-01', '2025-12-31', '1,460.00');
    expect((await standing(id, '2026-01-31')).net).toBe(109_500n);
    // Of 31 days in January the twelve months to the next January have none.
    const next = await standing(id, '2026-02-01');
    expect(next.net).toBe(109_500n - 31n * 300n);
    expect(next.months[0]).toEqual({
      ...{ month: '2025-02', earned: 11_200n, spent: 2_800n, bookedFrom: '2025-01', bookedTo: '2025-01' },
    });
  });

  it('of a contract paid ahead for three years: its year alone', async () => {
    const id = await add('Works');
    const days = { signedOn: '2025-06-20', firstOn: '2025-07-01', lastOn: '2028-06-30', everyMonths: '36' };
    const lease = typedLease({ assetId: id, ...days, rent: '3,650.00' });
    const { id: leaseId } = await village.services.leases.addLease(village.id, lease, ACCOUNTANT);
    const asked = { paymentFrom: '2025-07-01', paymentUpTo: '2025-07-01', receivedOn: '2025-07-05' };
    const form = { ...asked, amount: '10,950.00', attachments: '' };
    await village.services.rentDues.receivePayment(village.id, { leaseId, form }, ACCOUNTANT);
    const { months, net } = await standing(id, '2026-01-31');
    expect(months.map(({ month, earned }) => `${month} ${earned}`)).toEqual([
      ...['2025-07 31000', '2025-08 31000', '2025-09 30000'],
      ...['2025-10 31000', '2025-11 30000', '2025-12 31000'],
    ]);
    expect(net).toBe(184_000n);
  });
});
