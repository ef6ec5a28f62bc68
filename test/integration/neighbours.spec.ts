import { NeighboursService } from '../../src/features/income/neighbours.service';
import { YieldAlertsService } from '../../src/features/income/yield-alerts.service';
import { StationFactsService } from '../../src/features/income/station-facts.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { type Joint, startJoint } from '../support/joint-station';
import { seedRegisters } from '../support/seed-registers';

/** A township that keeps one station itself, and three that two of its villages have, in a month. */
describeOnEachEngine('the stations of a township', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;
  let neighbours: NeighboursService;
  let third = '';

  beforeAll(async () => {
    opened = await open();
    joint = await startJoint(opened.database, { capacityKw: '100' });
    const { services } = joint;
    const { collectives, assets, links, incomeRead } = services;
    neighbours = new NeighboursService(collectives, assets, links, incomeRead, seedRegisters().yields);
    const station = { capacityKw: '60', acquiredOn: '2024-01-01' };
    const first = await joint.east.addStation({ ...station, name: 'First' });
    const second = await joint.east.addStation({ ...station, name: 'Second', capacityKw: '30' });
    third = await joint.west.addStation({ ...station, name: 'Third' });
    await joint.west.addStation({ ...station, name: 'New', acquiredOn: '2025-05-02' });
    await joint.settle('2025-05', 10_000);
    await joint.east.settle(first, '2025-05', { kwh: 6_600 });
    await joint.east.settle(second, '2025-05', { kwh: 2_700 });
    await joint.west.settle(third, '2025-05', { kwh: 3_000 });
  });
  afterAll(() => opened.close());

  const beside = async (month?: string) => {
    const found = await neighbours.listBeside(joint.keeper.id, { month, notAfter: '2025-06' });
    return [
      found.month,
      found.stations.map(({ holder, name, perKw, beside: of }) => [holder, name, perKw, of?.percent]),
      found.unsettled.map(({ holder, name }) => `${holder} ${name}`).sort(),
    ];
  };

  it('stand side by side in the latest month with slips, a joint one once and at its keeper', async () => {
    expect(await beside()).toEqual([
      '2025-05',
      [
        ['West', 'Third', '50', '50'],
        ['East', 'Second', '90', '90'],
        ['Township', 'Joint station', '100', '111.11'],
        ['East', 'First', '110', '122.22'],
      ],
      [],
    ]);
  });

  it('are missed where they were there all month and no slip came', async () => {
    const all = ['East First', 'East Second', 'Township Joint station', 'West New', 'West Third'];
    expect(await beside('2025-06')).toEqual(['2025-06', [], all]);
  });

  it('are told to their own village without a name, and graded by the sun of the region, too', async () => {
    const at = { collectiveId: joint.west.id, assetId: third };
    expect(await neighbours.compare(at, '2025-05')).toEqual({
      ...{ perKw: '50', middle: '100', count: 3, percent: '50', isBelow: true },
    });
    const { database, clock, assets, incomeRead, meters, collectives, prices } = joint.services;
    const facts = new StationFactsService(meters, seedRegisters().yields, collectives, prices, clock);
    const alerts = new YieldAlertsService(database, assets, incomeRead, facts);
    const told = await alerts.listAlerts(joint.west.id, '2025-05');
    expect(told.map(({ assetId, level }) => [assetId, level])).toEqual([[third, 'veryLow']]);
  });
});
