import { shareLines } from '../../src/domain/collectives/share-lines';
import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { codeOf, expectSoundJoint, type Joint, startJoint } from '../support/joint-station';
import { ACCOUNTANT } from '../support/village';

const rowsOf = (east: string, west: string) => [
  { key: '01', label: 'one', share: east, owner: 'East cooperative' },
  { key: '02', label: 'two', share: west, owner: 'West cooperative' },
];
interface Wish {
  readonly validFrom?: string;
  readonly east?: string;
  readonly west?: string;
  readonly label?: string;
}
// What has no kind of its own is asked about under the same name alone.
const BILL = { kind: 'other', note: 'as billed', reason: 'as asked' };

/** East had 40 %; from 1 July 2025 it has 70 %, which was entered after a bill of the year. */
describeOnEachEngine('a share table entered later than a bill that reaches past its first day', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;
  let paid: { id: string; voucher: { entryId: string } };

  beforeAll(async () => {
    opened = await open();
    joint = await startJoint(opened.database, { rows: rowsOf('40%', '60%') });
    await joint.settle('2025-01', 1_000);
    await joint.keeper.receive(await joint.keeper.owed(), '2025-03-01');
    paid = await pay('365.00', '2025-01-01', '2025-12-31');
    await pay('10.00', '2025-01-01', '2025-03-31');
  });
  afterAll(() => opened.close());

  const pay = (amount: string, servedFrom: string, servedTo: string) => {
    const { services, keeper, station: assetId } = joint;
    const form = { ...BILL, name: `Insurance ${amount}`, amount, assetId, paidOn: '2025-03-02' };
    return services.keptCosts.recordCost(keeper.id, { ...form, servedFrom, servedTo }, ACCOUNTANT);
  };
  const change = (keepsBills: string, wish: Wish = {}) => {
    const { services, keeper, station: assetId } = joint;
    const { validFrom = '2025-07-01', east = '70%', west = '30%', label = 'one' } = wish;
    const paper = { paperTitle: 'On shares', paperNumber: 'No 9', paperIssuedOn: '2025-06-10' };
    const [first, second] = rowsOf(east, west);
    const rows = shareLines([...(first ? [{ ...first, label }] : []), ...(second ? [second] : [])]);
    const form = { ...paper, reason: 'agreed', validFrom, keepsBills, cutsMonth: 'yes', rows };
    return services.shareChanges.changeShares(keeper.id, { assetId, form }, ACCOUNTANT);
  };
  const touched = async () => {
    const { touched: bills } = await joint.services.touchedBills.listCosts(joint.keeper.id);
    return bills.map(({ cost, changed }) => [
      cost.name,
      ...changed.map(({ owner, borne, anew }) => `${owner.slice(0, 4)} ${String(borne)} ${String(anew)}`),
    ]);
  };
  // 181 days at 40 %, 184 at 70 %: 72.40 and 128.80 of 365.00.
  const MOVED = ['Insurance 365.00', 'East 14600 20120', 'West 21900 16380'];

  it('asks once, naming how many, and changes nothing before', async () => {
    expect(await touched()).toEqual([]);
    const refused = await change('').then(
      () => [],
      (error: unknown) => (error instanceof FormProblems ? error.problems : error),
    );
    const facts = { validFrom: '2025-07-01', bills: 1 };
    expect(refused).toEqual([{ code: 'joint.billsBehind', field: 'keepsBills', facts }]);
    expect(await joint.services.joint.listShareChanges(joint.keeper.id, joint.station)).toEqual([]);
  });

  it('asks nothing where nobody’s part changes, or no bill reaches so far', async () => {
    const { services, keeper, station: assetId } = joint;
    const tables = [{ validFrom: '2024-12-01', rows: rowsOf('40%', '60%') }];
    const same = [...tables, { validFrom: '2025-07-01', rows: rowsOf('40%', '60%') }];
    expect(await services.touchedBills.listTouched(keeper.id, { assetId, tables: same })).toEqual([]);
    const later = [...tables, { validFrom: '2026-01-01', rows: rowsOf('70%', '30%') }];
    expect(await services.touchedBills.listTouched(keeper.id, { assetId, tables: later })).toEqual([]);
  });

  it('is saved once that is seen; the bill keeps its split and its page says what it would be', async () => {
    await change('yes');
    const costs = await joint.services.keptCosts.listCosts(joint.keeper.id);
    const kept = costs.find(({ cost }) => cost.id === paid.id)?.parts.map(({ amount }) => amount);
    expect(kept).toEqual([14_600n, 21_900n]);
    expect(await touched()).toEqual([MOVED]);
  });

  it('says of what is left where a part came back, and nothing of what came back whole', async () => {
    const { services, keeper } = joint;
    const back = (refundedOn: string) => {
      const form = { refundedOn, byPaper: refundedOn, reason: 'less', amount: '182.50' };
      return services.keptRefunds.refund(keeper.id, { costId: paid.id, form }, ACCOUNTANT);
    };
    const part = await back('2025-07-02');
    expect(await touched()).toEqual([['Insurance 365.00', 'East 7300 10060', 'West 10950 8190']]);
    const rest = await back('2025-07-03');
    expect(await touched()).toEqual([]);
    await keeper.reverse(rest.voucher.entryId, '2025-07-03');
    await keeper.reverse(part.voucher.entryId, '2025-07-03');
    expect(await touched()).toEqual([MOVED]);
  });

  it('reversed and entered again is split as was said, and told no more', async () => {
    await joint.keeper.reverse(paid.voucher.entryId, '2025-07-04');
    paid = await pay('365.00', '2025-01-01', '2025-12-31');
    const costs = await joint.services.keptCosts.listCosts(joint.keeper.id);
    const anew = costs.find(({ cost }) => cost.id === paid.id);
    expect(anew?.parts.map(({ amount }) => amount)).toEqual([20_120n, 16_380n]);
    expect(await touched()).toEqual([]);
    await expectSoundJoint(joint);
  });

  it('is not replaced on its own first day by other weights while bills stand that it split', async () => {
    const other = { east: '20%', west: '80%' };
    expect(await codeOf(change('yes', other))).toBe('joint.sharesBilled');
    expect(await codeOf(change('yes'))).toBe('joint.sharesSame');
    expect(await codeOf(change('yes', { label: 'East village' }))).toBe('done');
    await joint.keeper.reverse(paid.voucher.entryId, '2025-07-05');
    expect(await codeOf(change('yes', other))).toBe('done');
    await expectSoundJoint(joint);
  });
});
