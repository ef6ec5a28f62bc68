import { shareLines } from '../../src/domain/collectives/share-lines';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { codeOf, expectSoundJoint, type Joint, SHARES, startJoint } from '../support/joint-station';
import { ACCOUNTANT, STATION } from '../support/village';

const PAPER = {
  ...{ paperTitle: 'On merging', paperNumber: 'No 7', paperIssuedOn: '2024-11-20', reason: 'a merger' },
};

describeOnEachEngine('a kept station in whose table a village has two names', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;

  beforeAll(async () => {
    opened = await open();
    joint = await startJoint(opened.database);
  });
  afterAll(() => opened.close());

  it('is refused when it is entered; what stands so already is put right from its first day', async () => {
    const { services, keeper, station } = joint;
    const change = (rows: typeof SHARES, validFrom = '2024-12-01'): Promise<unknown> => {
      const form = { ...PAPER, validFrom, cutsMonth: 'yes', rows: shareLines(rows) };
      return services.shareChanges.changeShares(keeper.id, { assetId: station, form }, ACCOUNTANT);
    };
    const twice = SHARES.map((row) => (row.key === '03' ? { ...row, owner: 'East' } : row));
    await expect(change(twice)).rejects.toMatchObject({
      problems: [
        {
          ...{ code: 'joint.ownerTwice', field: 'shares.2.owner' },
          facts: { owner: 'East', other: 'East cooperative' },
        },
      ],
    });
    const form = { ...STATION, kind: 'keptPvStation', name: 'Another', acquiredOn: '2025-01-01' };
    const shareTable = { validFrom: '2024-12-01', rows: twice };
    const entered = services.assets.addAsset(keeper.id, { ...form, shareTable }, ACCOUNTANT);
    expect(await codeOf(entered)).toBe('joint.ownerTwice');

    // It stands so from before this was asked, and a right one after it.
    await change(
      SHARES.map((row) => ({ ...row, share: '25%' })),
      '2025-03-15',
    );
    await opened.database.inTransaction(keeper.id, (tx) =>
      services.assets.enterShares(
        tx,
        { collectiveId: keeper.id, assetId: station },
        { validFrom: '2024-12-01', rows: twice },
      ),
    );
    expect(await codeOf(joint.settle('2025-01', 1_000))).toBe('joint.ownerTwice');
    expect(await codeOf(change(SHARES, '2024-12-02'))).toBe('joint.sharesNotLater');
    await change(SHARES);
    expect(await codeOf(joint.settle('2025-01', 1_000))).toBe('done');
    expect(await codeOf(change(SHARES))).toBe('joint.sharesNotLater,joint.sharesSettled');
    await expectSoundJoint(joint);
  });
});
