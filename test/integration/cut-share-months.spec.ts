import { shareLines } from '../../src/domain/collectives/share-lines';
import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { expectSoundJoint, type Joint, startJoint } from '../support/joint-station';
import { ACCOUNTANT } from '../support/village';

const rowsOf = (east: string, west: string) => [
  { key: '01', label: 'one', share: east, owner: 'East cooperative' },
  { key: '02', label: 'two', share: west, owner: 'West cooperative' },
];

/** East had a quarter until 16 March 2025, and three from then on. */
describeOnEachEngine('a share table from the middle of a month', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;

  beforeAll(async () => {
    opened = await open();
    joint = await startJoint(opened.database, { rows: rowsOf('25%', '75%') });
    await joint.settle('2025-02', 1_000);
  });
  afterAll(() => opened.close());

  const change = (cutsMonth: string, validFrom = '2025-03-16') => {
    const { services, keeper, station: assetId } = joint;
    const paper = { paperTitle: 'On shares', paperNumber: 'No 9', paperIssuedOn: '2025-03-10' };
    const rows = shareLines(rowsOf('75%', '25%'));
    const form = { ...paper, reason: 'agreed', validFrom, cutsMonth, rows };
    return services.shareChanges.changeShares(keeper.id, { assetId, form }, ACCOUNTANT);
  };
  const CUT = { month: '2025-03', by: '2024-12-01', from: '2025-04' };

  it('is saved once it is seen by which table that month goes, and not before', async () => {
    const refused = await change('').then(
      () => [],
      (error: unknown) => (error instanceof FormProblems ? error.problems : error),
    );
    const facts = { validFrom: '2025-03-16', ...CUT };
    expect(refused).toEqual([{ code: 'joint.cutsMonth', field: 'cutsMonth', facts }]);
    expect(await joint.services.joint.listShareChanges(joint.keeper.id, joint.station)).toEqual([]);
    await change('yes');
  });

  it('is told so of in the list and to each owner', async () => {
    const { services, keeper, station, east, west } = joint;
    const [told] = await services.joint.listShareChanges(keeper.id, station);
    expect([told?.change.validFrom, told?.cut]).toEqual(['2025-03-16', CUT]);
    for (const owner of [east, west]) {
      const [news] = await services.joint.listShareNews(owner.id, '2025-03');
      expect([news?.parts.length, news?.cut]).toEqual([1, CUT]);
    }
  });

  it('splits no fen of that month: all of it goes by the table of its first day', async () => {
    await joint.settle('2025-03', 1_000);
    await joint.settle('2025-04', 1_000);
    const owed = (await joint.east.owed()).filter(({ stream }) => stream === 'energy');
    expect(owed.map(({ aboutPeriod, amount }) => [aboutPeriod, amount])).toEqual([
      ['2025-02', 10_000n],
      ['2025-03', 10_000n],
      ['2025-04', 30_000n],
    ]);
    await expectSoundJoint(joint);
  });
});
