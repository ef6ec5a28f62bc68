import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { expectSoundJoint, type Joint, startJoint } from '../support/joint-station';
import { ACCOUNTANT, STATION } from '../support/village';

describeOnEachEngine('a village that two kept stations call by two names', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;

  beforeAll(async () => {
    opened = await open();
    const half = (owner: string) => [
      { key: '01', label: 'one', share: '50%', owner },
      { key: '02', label: 'two', share: '50%', owner: 'Beyond' },
    ];
    joint = await startJoint(opened.database, { rows: half('East cooperative') });
    const second = {
      ...{ ...STATION, kind: 'keptPvStation', name: 'Second station', acquiredOn: '2025-01-01' },
      shareTable: { validFrom: '2024-12-01', rows: half('East') },
    };
    const { services, keeper } = joint;
    const { id: assetId } = await services.assets.addAsset(keeper.id, second, ACCOUNTANT);
    await joint.settle('2025-01', 1_000);
    const slip = {
      ...{ assetId, generationMonth: '2025-01', postedOn: '2025-02-05', readingFrom: '0', readingTo: '100' },
      ...{ energy: '1000', energyUnit: 'kWh', energyPrice: '0.40', priceUnit: 'yuan/kWh' },
      ...{ subsidyPrice: '0.35', energyAmount: '', subsidyAmount: '' },
    };
    await services.slips.recordSettlement(keeper.id, slip, ACCOUNTANT);
    await keeper.receive(await keeper.owed(), '2025-03-20');
  });
  afterAll(() => opened.close());

  it('is listed and paid once, and owed nothing under either name then', async () => {
    const { services, keeper } = joint;
    const listed = async (): Promise<string[]> =>
      (await services.joint.listOwedOnce(keeper.id)).map(({ owner, owed }) => `${owner} ${String(owed)}`);
    // Half of 400.00 and of 350.00, of each station.
    expect(await listed()).toEqual(['Beyond 75000', 'East 75000']);
    const pay = (amount: string): Promise<unknown> =>
      services.jointPayments.payOwners(
        keeper.id,
        { paidOn: '2025-03-21', amounts: { East: amount } },
        ACCOUNTANT,
      );
    await expect(pay('750.01')).rejects.toMatchObject({ problems: [{ code: 'joint.aboveOwed' }] });
    await pay('400.00');
    expect(await listed()).toEqual(['Beyond 75000', 'East 35000']);
    await pay('350.00');
    const owed = await services.joint.listOwed(keeper.id);
    expect(owed.map(({ owner, owed: amount }) => [owner, amount])).toEqual([
      ['Beyond', 75_000n],
      ['East cooperative', 0n],
      ['East', 0n],
    ]);
    await expectSoundJoint(joint);
  });
});
