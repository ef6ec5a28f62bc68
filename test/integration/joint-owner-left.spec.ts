import { MonthIncomeTasksService } from '../../src/features/months/month-income-tasks.service';
import { shareLines } from '../../src/domain/collectives/share-lines';
import { describeOnEachEngine } from '../support/engines';
import { expectSoundJoint, SHARES, startJoint } from '../support/joint-station';
import { ACCOUNTANT, type Village } from '../support/village';

describeOnEachEngine('an owner who holds no share any more', (open) => {
  it('is told of no slip of the keeper’s that will never come', async () => {
    const opened = await open();
    const joint = await startJoint(opened.database);
    await joint.settle('2025-01', 1_500);
    await joint.settle('2025-02', 1_500);
    const { assets, incomeRead, rents, links, subsidyAdvances, shareChanges } = joint.services;
    const tasks = new MonthIncomeTasksService(assets, incomeRead, rents, links, subsidyAdvances);
    const waits = async (village: Village, month: string): Promise<string[]> =>
      (await tasks.listTasks(village.id, month)).flatMap(({ id, state }) =>
        id.startsWith('slip:') ? [state] : [],
      );
    expect([await waits(joint.west, '2025-04'), await waits(joint.west, '2025-05')]).toEqual([
      ['locked'],
      ['locked'],
    ]);
    const rows = SHARES.filter(({ key }) => key !== '02').map((row) =>
      row.key === '01' ? { ...row, share: '50%' } : row,
    );
    const paper = { paperTitle: 'On shares', paperNumber: 'No 9', paperIssuedOn: '2025-03-10' };
    const form = { ...paper, reason: 'agreed', validFrom: '2025-04-01', rows: shareLines(rows) };
    await shareChanges.changeShares(joint.keeper.id, { assetId: joint.station, form }, ACCOUNTANT);
    expect(await waits(joint.west, '2025-03')).toEqual(['done']);
    // The slip of March is split by the table before.
    expect(await waits(joint.west, '2025-04')).toEqual(['locked']);
    expect(await waits(joint.west, '2025-05')).toEqual([]);
    expect(await waits(joint.east, '2025-05')).toEqual(['locked']);
    await joint.settle('2025-03', 1_500);
    await joint.settle('2025-04', 1_500);
    expect([await waits(joint.west, '2025-04'), await waits(joint.west, '2025-05')]).toEqual([['done'], []]);
    expect(await waits(joint.east, '2025-05')).toEqual(['done']);
    await expectSoundJoint(joint);
    await opened.close();
  });
});
