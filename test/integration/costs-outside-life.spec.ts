import { typedContract } from '../support/deductions';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { codeOf, expectSoundJoint, type Joint, startJoint } from '../support/joint-station';
import { ACCOUNTANT, Village } from '../support/village';

const NO_CHANGE = { effectiveOn: '', newLastOn: '', price: '', reason: 'paper' };
/** A station that came on 10 June and left on 5 July. */
const CAME = '2025-06-10';
const LEFT = '2025-07-05';
const DEPARTURE = {
  ...{ departureWay: 'wrongEntry', leftOn: LEFT, departureReason: 'it is another one', paper: 'decision 3' },
  approvedBy: 'the meeting',
};

describeOnEachEngine('costs on days on which their asset was not there', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let station: string;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const funds = [{ level: 'central', year: '2025', amount: '420,000.00' }];
    station = await village.addStation({ acquiredOn: CAME, funds });
    const bank = [{ pool: 'pv' as const, amount: 1_000_000n }];
    await village.services.openings.recordShort(
      village.id,
      { on: '2025-01-01', bank, receivables: [] },
      ACCOUNTANT,
    );
  });
  afterAll(() => opened.close());

  const bill = (postedOn: string, wish: Record<string, string> = {}): Promise<unknown> =>
    village.services.deductions.recordDeduction(
      village.id,
      {
        ...{ kind: 'o_and_m', name: `washing ${postedOn}`, assetId: station, amount: '21.27', reason: '' },
        ...{ postedOn, ...wish },
      },
      ACCOUNTANT,
    );
  const contract = (wish: Parameters<typeof typedContract>[0]) =>
    village.services.contracts.addContract(
      village.id,
      typedContract({ assetId: station, ...wish }),
      ACCOUNTANT,
    );
  const elsewhere = (paidOn: string, kind = 'o_and_m'): Promise<unknown> => {
    const form = {
      ...{ kind, name: `cleaning ${paidOn}`, assetId: station, bill: '90.00', elsewhere: '40.00' },
      ...{ paidOn, upkeepYear: '2025', paper: 'notice 7' },
    };
    return village.services.costsElsewhere.record(village.id, form, ACCOUNTANT);
  };

  it('are refused before it came, but for the land it was built on', async () => {
    expect(await codeOf(bill('2025-06-09'))).toBe('deductions.beforeAsset');
    const before = { servedFrom: '2025-06-01', servedTo: '2025-06-09' };
    expect(await codeOf(bill('2025-06-15', before))).toBe('deductions.beforeAsset');
    expect(await codeOf(elsewhere('2025-06-09'))).toBe('costElsewhere.beforeAsset');
    expect(await village.vouchers()).toHaveLength(1);
    expect(await codeOf(bill('2025-06-09', { kind: 'land_rent' }))).toBe('done');
    expect(await codeOf(elsewhere('2025-06-09', 'land_rent'))).toBe('done');
    expect(await codeOf(bill(CAME))).toBe('done');
    expect(await codeOf(elsewhere(CAME))).toBe('done');
  });

  it('are agreed by no contract of days before it, nor by one that ends so', async () => {
    const days = { validFrom: '2025-06-01', validTo: '2025-06-09' };
    expect(await codeOf(contract(days))).toBe('costContract.endsBeforeAsset');
    const rent = { kind: 'land_rent', termType: 'landRent', mu: '1', yuanPerMuYear: '80' };
    expect(await codeOf(contract({ ...days, ...rent }))).toBe('done');
    const { id } = await contract({ ...days, name: 'service', validTo: LEFT });
    const end = (effectiveOn: string): Promise<unknown> => {
      const form = { ...NO_CHANGE, kind: 'end', effectiveOn };
      return village.services.costChanges.changeContract(village.id, { contractId: id, form }, ACCOUNTANT);
    };
    expect(await codeOf(end('2025-06-09'))).toBe('costContract.endedBeforeAsset');
    expect(await codeOf(end(CAME))).toBe('done');
  });

  it('are refused after it left; partly outside they want a reason, which the sheet prints', async () => {
    const yearly = { amount: '365.00', validFrom: CAME };
    // 205 days from its first to the year's last, 26 of them while it was there.
    const { id } = await contract({ kind: 'other', name: 'watch', reason: 'thieves', ...yearly });
    const charge = { contractId: id, kind: '', name: '', assetId: '', amount: '205.00' };
    expect(await codeOf(bill('2025-07-06', { name: 'too late' }))).toBe('done');
    await village.services.departures.record(village.id, { assetId: station, form: DEPARTURE }, ACCOUNTANT);
    // It was there when the bill was entered; the month is not held with it.
    const wanted = async () => (await codeOf(village.hold('2025-07'))).split(',');
    expect(await wanted()).toContain('months.costAfterAsset');
    await village.reverse((await village.vouchers()).at(-1)?.entryId ?? '', '2025-07-14');
    expect(await wanted()).not.toContain('months.costAfterAsset');
    expect(await codeOf(bill('2025-07-12', charge))).toBe('deductions.outsideAsset');
    expect(await codeOf(bill('2025-07-12', { ...charge, outsideAsset: 'a year was agreed' }))).toBe('done');
    const guard = { kind: 'other', name: 'guard', reason: 'thieves', validFrom: CAME };
    expect(await codeOf(contract(guard))).toBe('costContract.afterAsset');
    expect(await codeOf(contract({ ...guard, validTo: LEFT }))).toBe('done');
    expect(await codeOf(bill('2025-07-06'))).toBe('deductions.afterAsset');
    const late = { servedFrom: '2025-07-01', servedTo: LEFT };
    const over = { servedFrom: '2025-07-06', servedTo: '2025-07-12' };
    expect(await codeOf(bill('2025-07-12', over))).toBe('deductions.afterAsset');
    expect(await codeOf(bill('2025-07-12', { ...over, outsideAsset: 'why' }))).toBe('deductions.afterAsset');
    expect(await codeOf(bill('2025-07-12', late))).toBe('done');
    const premium = { kind: 'insurance', servedFrom: CAME, servedTo: '2025-12-31' };
    const before = await village.vouchers();
    expect(await codeOf(bill('2025-07-13', premium))).toBe('deductions.outsideAsset');
    expect(await village.vouchers()).toEqual(before);
    const why = { ...premium, outsideAsset: 'no premium is paid back' };
    expect(await codeOf(bill('2025-07-13', why))).toBe('done');
    const costs = await village.services.deductions.listDeductions(village.id);
    expect(costs.at(-1)?.reason).toBe('资产不在的日子也扣：no premium is paid back');
    expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
  });
});

describeOnEachEngine('costs that a keeper pays on days on which the station was not there', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;

  beforeAll(async () => {
    opened = await open();
    joint = await startJoint(opened.database, { acquiredOn: '2025-01-10' });
    await joint.settle('2025-01', 1_000);
    await joint.keeper.receive(await joint.keeper.owed(), '2025-03-20');
  });
  afterAll(() => opened.close());

  it('are refused, and a late bill says its days', async () => {
    const { services, keeper, east, station } = joint;
    const again = { outsideAsset: 'one month' };
    const pay = (paidOn: string, wish: Record<string, string> = {}): Promise<unknown> => {
      const form = { assetId: station, kind: 'o_and_m', name: `washing ${paidOn}`, amount: '1.00', paidOn };
      return services.keptCosts.recordCost(
        keeper.id,
        { ...form, note: 'by the bill', reason: '', ...wish },
        ACCOUNTANT,
      );
    };
    const before = { servedFrom: '2025-01-01', servedTo: '2025-01-09' };
    expect(await codeOf(pay('2025-03-21', before))).toBe('deductions.beforeAsset');
    const partly = { servedFrom: '2025-01-09', servedTo: '2025-01-31' };
    expect(await codeOf(pay('2025-03-21', partly))).toBe('deductions.outsideAsset');
    expect(await codeOf(pay('2025-03-21', { ...partly, ...again }))).toBe('done');
    expect(await codeOf(pay('2025-03-21', { ...partly, ...again }))).toBe('deductions.sameBill');
    const [told] = await services.takenCosts.listWaiting(east.id);
    expect(told?.cost.note).toBe('by the bill（账单管 2025-01-09 到 2025-01-31）');
    expect(told?.cost.reason).toBe('资产不在的日子也扣：one month');
    await expectSoundJoint(joint);
  });
});
