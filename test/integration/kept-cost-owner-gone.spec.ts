import { shareLines } from '../../src/domain/collectives/share-lines';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { codeOf, expectSoundJoint, type Joint, startJoint } from '../support/joint-station';
import { ACCOUNTANT } from '../support/village';

const EAST = { key: '01', label: 'one', share: '40%', owner: 'East cooperative' };
const WEST = { key: '02', label: 'two', share: '60%', owner: 'West cooperative' };

/** West holds nothing since April 2025, nobody has its row, and what came for it is paid to it. */
describeOnEachEngine('a keeper’s bill for days of an owner who left', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;

  beforeAll(async () => {
    opened = await open();
    joint = await startJoint(opened.database, { rows: [EAST, WEST] });
    const { services, keeper, station: assetId } = joint;
    await joint.settle('2025-01', 1_000);
    await keeper.receive(await keeper.owed(), '2025-03-01');
    const passed = { paidOn: '2025-03-02', amounts: { 'West cooperative': '450.00' }, attachments: '' };
    await services.jointPayments.payOwners(keeper.id, passed, ACCOUNTANT);
    const paper = { paperTitle: 'On shares', paperNumber: 'No 9', paperIssuedOn: '2025-03-10' };
    const rows = shareLines([{ ...EAST, share: '100%' }]);
    const form = { ...paper, reason: 'agreed', validFrom: '2025-04-01', rows };
    await services.shareChanges.changeShares(keeper.id, { assetId, form }, ACCOUNTANT);
  });
  afterAll(() => opened.close());

  const pay = (servedFrom: string, servedTo: string) => {
    const { services, keeper, station: assetId } = joint;
    const bill = { kind: 'o_and_m', name: 'Washing', amount: '90.00', note: 'as billed', reason: '' };
    const form = { ...bill, assetId, paidOn: '2025-05-21', servedFrom, servedTo };
    return services.keptCosts.recordCost(keeper.id, form, ACCOUNTANT);
  };

  it('is not told to wait for its money, but goes by the table of the day on which it is paid', async () => {
    expect(await codeOf(pay('2025-01-01', '2025-02-28'))).toBe('joint.costOwnerGone');
    expect(await codeOf(pay('', ''))).toBe('done');
    const [cost] = await joint.services.keptCosts.listCosts(joint.keeper.id);
    expect(cost?.parts.map(({ owner, amount }) => [owner, amount])).toEqual([['East cooperative', 9_000n]]);
    await expectSoundJoint(joint);
  });
});
