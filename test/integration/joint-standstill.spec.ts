import { StationFactsService } from '../../src/features/income/station-facts.service';
import { YieldAlertsService } from '../../src/features/income/yield-alerts.service';
import { MonthIncomeTasksService } from '../../src/features/months/month-income-tasks.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { seedRegisters } from '../support/seed-registers';
import { codeOf, expectSoundJoint, type Joint, startJoint } from '../support/joint-station';
import { ACCOUNTANT, type Village } from '../support/village';
import { codesOf } from './leases.fixture';

describeOnEachEngine('a joint station that stands still', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;

  beforeAll(async () => {
    opened = await open();
    joint = await startJoint(opened.database, { capacityKw: '20' });
    await joint.settle('2025-01', 1_500);
    await joint.settle('2025-02', 1_500);
    // A month of little and one of nothing, before anybody says why.
    await joint.settle('2025-03', 600);
    await joint.settle('2025-04', 0);
  });
  afterAll(() => opened.close());

  const turn = (village: Village, assetId: string, turnWay: string, happenedOn: string) => {
    const why = { ground: 'poorReturn', newUse: '', use: '', turnReason: '', paper: 'resolution 9' };
    const form = { turnWay, happenedOn, ...why, approvedBy: 'the township' };
    return joint.services.turns.record(village.id, { assetId, form }, ACCOUNTANT);
  };
  const ownOf = async (village: Village): Promise<string> =>
    (await joint.services.assets.listAssets(village.id))[0]?.asset.id ?? '';
  const levels = async (village: Village, month: string) => {
    const { database, clock, assets, incomeRead, meters, collectives, prices } = joint.services;
    const facts = new StationFactsService(meters, seedRegisters().yields, collectives, prices, clock);
    const alerts = new YieldAlertsService(database, assets, incomeRead, facts);
    return (await alerts.listJudged(village.id, month)).map(({ level }) => level);
  };
  const condition = async (village: Village, day: string) =>
    (await joint.services.particulars.listInForce(village.id, day)).get(await ownOf(village))?.condition;
  const waitsFor = async (village: Village, month: string) => {
    const { assets, incomeRead, rents, links, subsidyAdvances } = joint.services;
    const tasks = new MonthIncomeTasksService(assets, incomeRead, rents, links, subsidyAdvances);
    const own = (await tasks.listTasks(village.id, month)).filter(({ id }) => id.startsWith('slip:'));
    return own.map(({ state }) => state);
  };

  it('is told by its keeper once, and stands still in every owner’s register', async () => {
    const owners = [joint.east, joint.west];
    expect(await levels(joint.east, '2025-04')).toEqual(['idle']);
    for (const village of owners)
      expect(await codeOf(turn(village, await ownOf(village), 'suspend', '2025-05-01'))).toBe(
        'turn.byKeeper',
      );
    // Nothing that was settled lies behind it.
    expect(await codesOf(turn(joint.keeper, joint.station, 'suspend', '2025-03-20'))).toEqual([
      'departure.settledLater',
    ]);
    await turn(joint.keeper, joint.station, 'suspend', '2025-04-10');
    for (const village of owners) {
      expect(await condition(village, '2025-04-09')).not.toBe('idle');
      expect(await condition(village, '2025-04-10')).toBe('idle');
      const [own] = await joint.services.assets.listAssets(village.id);
      expect(own?.asset.suspendedOn).toBe('2025-04-10');
    }
  });

  it('is expected to give nothing in a month with a day of it, there and at its owners', async () => {
    for (const village of [joint.keeper, joint.east, joint.west]) {
      expect(await levels(village, '2025-02')).toHaveLength(1);
      expect(await levels(village, '2025-04')).toEqual([]);
    }
  });

  it('wants no slip of a month of which it stands still every day', async () => {
    // The slip of April is there; those of May and June will never come.
    for (const village of [joint.keeper, joint.east]) {
      expect(await waitsFor(village, '2025-05')).toEqual(['done']);
      expect(await waitsFor(village, '2025-06')).toEqual([]);
      expect(await waitsFor(village, '2025-07')).toEqual([]);
    }
    expect(await codesOf(joint.settle('2025-05', 100))).toEqual(['settlement.standsStill']);
  });

  it('runs again for all of them when its keeper says so', async () => {
    await turn(joint.keeper, joint.station, 'resume', '2025-06-16');
    expect(await condition(joint.east, '2025-06-15')).toBe('idle');
    expect(await condition(joint.east, '2025-06-16')).not.toBe('idle');
    expect(await waitsFor(joint.keeper, '2025-06')).toEqual([]);
    expect(await waitsFor(joint.keeper, '2025-07')).toEqual(['todo']);
    expect(await waitsFor(joint.east, '2025-07')).toEqual(['locked']);
    await joint.settle('2025-06', 600);
    expect(await levels(joint.east, '2025-06')).toEqual([]);
    await expectSoundJoint(joint);
  });
});
