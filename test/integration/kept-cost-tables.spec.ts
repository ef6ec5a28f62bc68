import { shareLines } from '../../src/domain/collectives/share-lines';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { codeOf, expectSoundJoint, type Joint, startJoint } from '../support/joint-station';
import { ACCOUNTANT, type Village } from '../support/village';

const thirds = (east: string, west: string) => [
  { key: '01', label: 'one', share: east, owner: 'East cooperative' },
  { key: '02', label: 'two', share: west, owner: 'West cooperative' },
];
// What has no kind of its own is asked about under the same name alone.
const BILL = { kind: 'other', name: 'Washing', amount: '90.00', note: 'as billed', reason: 'as asked' };

/** East had a third until 15 March 2025, and two thirds from then on. */
describeOnEachEngine('a keeper’s bill of days before a change of shares', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;

  beforeAll(async () => {
    opened = await open();
    joint = await startJoint(opened.database, { rows: thirds('33.3333%', '66.6667%') });
    const { services, keeper, station } = joint;
    await joint.settle('2025-01', 1_000);
    const paper = { paperTitle: 'On shares', paperNumber: 'No 9', paperIssuedOn: '2025-03-10' };
    const rows = shareLines(thirds('66.6667%', '33.3333%'));
    const form = { ...paper, reason: 'agreed', validFrom: '2025-03-15', cutsMonth: 'yes', rows };
    await services.shareChanges.changeShares(keeper.id, { assetId: station, form }, ACCOUNTANT);
    await joint.settle('2025-04', 1_000);
    await keeper.receive(await keeper.owed(), '2025-05-20');
  });
  afterAll(() => opened.close());

  const pay = async (name: string, servedFrom = '', servedTo = '', wish = {}) => {
    const { services, keeper, station: assetId } = joint;
    const form = { ...BILL, name, assetId, paidOn: '2025-05-21', servedFrom, servedTo, ...wish };
    const { id, voucher } = await services.keptCosts.recordCost(keeper.id, form, ACCOUNTANT);
    const costs = await services.keptCosts.listCosts(keeper.id);
    const found = costs.find(({ cost }) => cost.id === id);
    const parts = (found?.parts ?? []).map(({ owner, amount }) => `${owner.slice(0, 4)} ${String(amount)}`);
    return { id, voucher, parts, tables: found?.tables, note: found?.cost.note };
  };
  const take = async (of: Village): Promise<string[]> => {
    const { takenCosts } = joint.services;
    const taken: string[] = [];
    for (const { cost, amount } of await takenCosts.listWaiting(of.id)) {
      const form = { costId: cost.id, postedOn: '2025-05-22' };
      const isBack = amount < 0n;
      const { takenRefunds } = joint.services;
      taken.push(
        await codeOf(
          isBack
            ? takenRefunds.takeRefund(of.id, form, ACCOUNTANT)
            : takenCosts.takeCost(of.id, form, ACCOUNTANT),
        ),
      );
    }
    return taken;
  };

  it('is split by the table of those days, and says so', async () => {
    const old = await pay('Washing of winter', '2025-01-01', '2025-02-28');
    expect([old.parts, old.tables]).toEqual([['East 3000', 'West 6000'], ['2024-12-01']]);
    expect(old.note).toContain('2025-01-01');
    expect(old.note).toContain('2024-12-01');
    const later = await pay('Washing of April', '2025-04-01', '2025-04-30');
    expect([later.parts, later.tables]).toEqual([['East 6000', 'West 3000'], ['2025-03-15']]);
    const paidDay = await pay('Washing of May');
    expect([paidDay.parts, paidDay.tables]).toEqual([['East 6000', 'West 3000'], ['2025-03-15']]);
    expect(paidDay.note).toContain('2025-03-15');
    await expectSoundJoint(joint);
  });

  it('over the change is split by days, each owner’s books having it once', async () => {
    // 14 and 16 days: 42.00 by the first table, 48.00 by the second.
    const both = await pay('Washing of March', '2025-03-01', '2025-03-30');
    expect(both.parts).toEqual(['East 4600', 'West 4400']);
    expect(both.tables).toEqual(['2024-12-01', '2025-03-15']);
    for (const text of ['42.00', '48.00']) expect(both.note).toContain(text);
    const { east, west } = joint;
    expect([await take(east), await take(west)]).toEqual([Array(4).fill('done'), Array(4).fill('done')]);
    expect([await take(east), await take(west)]).toEqual([[], []]);
    await expectSoundJoint(joint);
  });

  it('comes back by the same tables, and the next costs of each go on as if it had not been', async () => {
    const { services, keeper, east, west } = joint;
    const costs = await services.keptCosts.listCosts(keeper.id);
    const costId = costs.find(({ cost }) => cost.name === 'Washing of March')?.cost.id ?? '';
    const back = { refundedOn: '2025-05-23', byPaper: 'credit note', reason: 'not done', amount: '90.00' };
    await services.keptRefunds.refund(keeper.id, { costId, form: back }, ACCOUNTANT);
    expect([await take(east), await take(west)]).toEqual([['joint.refundBefore'], ['joint.refundBefore']]);
    const next = { paidOn: '2025-05-24', amount: '9.00' };
    const winter = await pay('Washing again', '2025-02-01', '2025-02-28', next);
    expect(winter.parts).toEqual(['East 300', 'West 600']);
    const spring = await pay('Washing once more', '2025-04-01', '2025-04-30', next);
    expect(spring.parts).toEqual(['East 600', 'West 300']);
    await expectSoundJoint(joint);
  });

  it('once taken back is no part of what its tables came to', async () => {
    const wrong = await pay('Washing of nobody', '2025-03-14', '2025-03-15', { paidOn: '2025-05-25' });
    expect(wrong.parts).toEqual(['East 4500', 'West 4500']);
    await joint.keeper.reverse(wrong.voucher.entryId, '2025-05-26');
    const next = { paidOn: '2025-05-27', amount: '0.03' };
    const winter = await pay('Washing at last', '2025-02-01', '2025-02-28', next);
    expect(winter.parts).toEqual(['East 1', 'West 2']);
    await expectSoundJoint(joint);
  });
});
