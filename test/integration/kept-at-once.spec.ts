import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { codeOf, expectSoundJoint, type Joint, startJoint } from '../support/joint-station';
import { ACCOUNTANT } from '../support/village';

const ROWS = [
  { key: '01', label: 'one', share: '50%', owner: 'East cooperative' },
  { key: '02', label: 'two', share: '50%', owner: 'West cooperative' },
];
const TIMES = 8;

/** The keeper takes something back in the moment in which an owner books it. */
describeOnEachEngine('a keeper’s reversal at once with an owner’s act', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;

  beforeEach(async () => {
    opened = await open();
    joint = await startJoint(opened.database, { rows: ROWS });
    await joint.settle('2025-01', 4_000);
    await joint.keeper.receive(await joint.keeper.owed(), '2025-03-20');
  });
  afterEach(() => opened.close());

  const pay = (amount: string) => {
    const { services, keeper, station: assetId } = joint;
    const bill = { kind: 'o_and_m', name: `Washing ${amount}`, amount, note: 'as billed', reason: '' };
    const form = { ...bill, assetId, paidOn: '2025-05-21', servedFrom: '', servedTo: '' };
    return services.keptCosts.recordCost(keeper.id, form, ACCOUNTANT);
  };
  const reverse = (entryId: string): Promise<string> => {
    const form = { entryId, reason: 'wrongAmount', postedOn: '2025-05-23' };
    return codeOf(joint.services.desk.reverseVoucher(joint.keeper.id, form, ACCOUNTANT));
  };
  const take = (costId: string): Promise<string> => {
    const form = { costId, postedOn: '2025-05-22' };
    return codeOf(joint.services.takenCosts.takeCost(joint.east.id, form, ACCOUNTANT));
  };
  /** Both at once, each of them first in turn; what came of them. */
  const race = async (
    round: number,
    one: () => Promise<string>,
    other: () => Promise<string>,
  ): Promise<string[]> => {
    if (round % 2 === 0) return Promise.all([one(), other()]);
    const [second, first] = await Promise.all([other(), one()]);
    return [first, second];
  };

  it('of a cost: exactly one of the two goes', async () => {
    for (let round = 0; round < TIMES; round += 1) {
      const { id, voucher } = await pay(`${String(50 + round)}.17`);
      const [taken, reversed] = await race(
        round,
        () => take(id),
        () => reverse(voucher.entryId),
      );
      expect(['done joint.costTaken', 'joint.costUnknown done']).toContain(`${taken} ${reversed}`);
    }
    await expectSoundJoint(joint);
  });

  it('of what came back of a cost: exactly one of the two goes', async () => {
    const { services, keeper, east } = joint;
    const { id: costId } = await pay('90.00');
    expect(await take(costId)).toBe('done');
    for (let round = 0; round < TIMES; round += 1) {
      const back = { refundedOn: '2025-05-22', byPaper: `note ${String(round)}`, reason: 'too much' };
      const form = { ...back, amount: `${String(round + 1)}.01` };
      const refund = await services.keptRefunds.refund(keeper.id, { costId, form }, ACCOUNTANT);
      const typed = { costId: refund.id, postedOn: '2025-05-22' };
      const [taken, reversed] = await race(
        round,
        () => codeOf(services.takenRefunds.takeRefund(east.id, typed, ACCOUNTANT)),
        () => reverse(refund.voucher.entryId),
      );
      expect(['done joint.costTaken', 'joint.costUnknown done']).toContain(`${taken} ${reversed}`);
    }
    await expectSoundJoint(joint);
  });

  it('of a slip whose money the owner books: exactly one of the two goes, and no part stays', async () => {
    const { services, keeper, east } = joint;
    for (const [round, month] of ['2025-02', '2025-03', '2025-04', '2025-05'].entries()) {
      await joint.settle(month, 1_000, '2025-06-05');
      const slips = await services.incomeRead.listSettlements(keeper.id);
      const entryId = slips.find((slip) => slip.generationMonth === month)?.entryId ?? '';
      const owed = (await east.owed()).filter(({ aboutPeriod }) => aboutPeriod === month);
      const [received, reversed] = await race(
        round,
        () => codeOf(east.receive(owed, '2025-06-06')),
        () => {
          const form = { entryId, reason: 'wrongAmount', postedOn: '2025-06-06' };
          return codeOf(services.desk.reverseVoucher(keeper.id, form, ACCOUNTANT));
        },
      );
      const outcome = `${received} ${reversed}`;
      expect([
        ...['done joint.receivedByOwner', 'joint.partReturning done'],
        // The part is gone, too, before its receipt is read.
        'receipt.notOpen,receipt.notOpen done',
      ]).toContain(outcome);
      const stand = await services.incomeRead.listReceivables(east.id);
      const left = stand.filter(({ aboutPeriod }) => aboutPeriod === month);
      expect(left.length).toBe(received === 'done' ? 2 : 0);
      expect(await services.jointReversals.takeBack(keeper.id)).toEqual([]);
    }
    await expectSoundJoint(joint);
  });

  it('of two keepers who own of each other’s stations waits in no circle', async () => {
    const { services, east, west } = joint;
    const orders = [
      [east.id, west.id, joint.keeper.id],
      [joint.keeper.id, west.id, east.id, west.id],
    ];
    const [one, other] = await Promise.all(orders.map((ids) => services.collectives.inLockingOrder(ids)));
    expect(one).toEqual(other);
    expect(one).toEqual([...[east.id, west.id].sort(), joint.keeper.id]);
  });
});
