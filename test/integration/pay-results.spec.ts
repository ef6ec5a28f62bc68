import { sha256 } from '../../src/platform/digests/sha256';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { refusals } from '../support/posts';
import { ACCOUNTANT, type Village } from '../support/village';
import { CARDS, CASHIER, PayScene } from './pay-lists.fixture';

const HEAD = '序号,户名,账号,金额,处理结果,失败原因';

/** A list of two is sent: Li gets 300.00, Wu 200.00. */
describeOnEachEngine('what goes to the bank and comes back by file', (open) => {
  let opened: OpenDatabase;
  let scene: PayScene;
  let village: Village;
  let id: string;

  const keep = (...rows: readonly string[]) => {
    const given = { source: { bytes: Buffer.from([HEAD, ...rows].join('\n')) }, fileName: '结果.csv' };
    return scene.pay.results.keep(village.id, { id, given }, ACCOUNTANT);
  };
  const look = async (keptId: string) => scene.pay.results.preview(village.id, { id, keptId });
  const take = (keptId: string, bankDay = '2025-07-20') =>
    scene.pay.results.take(village.id, { id, keptId, bankDay }, ACCOUNTANT);
  const LI = `1,Li,${CARDS[0] ?? ''},300.00,成功,`;
  const WU = `2,Wu,${CARDS[1] ?? ''},200.00,失败,已销户`;

  beforeEach(async () => {
    opened = await open();
    scene = await PayScene.start(opened);
    ({ village } = scene);
    const debt = await scene.accept('1 300 1\n2 200 1', '500');
    id = await scene.sent(scene.keysOf(debt, 0, 1));
  });
  afterEach(() => opened.close());

  it('is taken with who took it, in which form and with which bytes, as often as it is wanted', async () => {
    const { fileReads } = scene.pay;
    const taken = [];
    for (const layout of ['generic-csv', 'rural-bank-fixed', 'generic-xlsx', 'generic-xlsx'])
      taken.push(await fileReads.take(village.id, { id, layout }, CASHIER));
    const reads = await fileReads.listReads(village.id, id);
    expect(reads.map(({ number, layout, readBy }) => `${String(number)} ${layout} ${readBy}`)).toEqual([
      ...['1 generic-csv casey', '2 rural-bank-fixed casey', '3 generic-xlsx casey', '4 generic-xlsx casey'],
    ]);
    expect(reads.map(({ fileDigest }) => fileDigest)).toEqual(taken.map(({ bytes }) => sha256(bytes)));
    expect(reads[3]?.fileDigest).toBe(reads[2]?.fileDigest);
    // The same command twice is one reading.
    const once = { ...CASHIER, key: 'the file' };
    await fileReads.take(village.id, { id, layout: 'generic-csv' }, once);
    await fileReads.take(village.id, { id, layout: 'generic-csv' }, once);
    expect(await fileReads.listReads(village.id, id)).toHaveLength(5);
  });

  it('is no file where it is cash, or was not sent yet', async () => {
    const debt = await scene.accept('1 10 1', '10');
    const { id: draft } = await scene.draft(scene.keysOf(debt, 0));
    const { fileReads } = scene.pay;
    const asked = { id: draft, layout: 'generic-csv' };
    expect(await refusals(fileReads.take(village.id, asked, CASHIER))).toBe('payouts.notNow');
    expect(await fileReads.listReads(village.id, draft)).toEqual([]);
  });

  it('is looked at first, then booked whole, and a second time not at all', async () => {
    const kept = await keep(LI, WU, '合计,,,500.00,,');
    const seen = await look(kept);
    expect(seen.problems).toEqual([]);
    expect(seen.toTake).toMatchObject({
      paid: [1],
      returned: [{ numbers: [2], kind: 'closed', reason: '已销户' }],
    });
    expect(await scene.states(id)).toBe('sent: open open');
    await take(kept);
    expect(await scene.states(id)).toBe('settled: confirmed returned');
    expect(await scene.told()).toBe('0 30000 0, 20000 0 0');
    const { acts, outcomes } = await scene.pay.reading.require(village.id, id);
    expect(acts.slice(-2).map(({ act, fileDigest }) => [act, fileDigest])).toEqual([
      ['confirm', seen.digest],
      ['fail', seen.digest],
    ]);
    expect(outcomes.map(({ returnKind, reason }) => `${returnKind} ${reason}`)).toEqual([
      ' ',
      'closed 已销户',
    ]);
    expect(await refusals(take(await keep(LI, WU)))).toEqual(['payResult.nothingNew file']);
    const changed = await keep(WU.replace('失败,已销户', '成功,'), LI.replace('成功,', '失败,退票'));
    expect((await look(changed)).problems.map(({ code }) => code)).toEqual([
      'payResult.returnedBefore',
      'payResult.paidBefore',
    ]);
  });

  it('is the answer to this list alone: the same people get the same sums again', async () => {
    const kept = await keep(LI, WU);
    await take(kept);
    const debt = await scene.accept('1 300 1\n2 200 1', '500');
    const next = await scene.sent(scene.keysOf(debt, 0, 1));
    // What was kept for the list before, its bytes once more, and what says whose it is.
    const first = scene.pay.results.take(
      village.id,
      { id: next, keptId: kept, bankDay: '2025-07-20' },
      ACCOUNTANT,
    );
    expect(await refusals(first)).toBe('file.previewGone');
    id = next;
    expect(await refusals(take(await keep(LI, WU)))).toEqual(['payResult.takenForOther file']);
    const head = `${HEAD},附言`;
    const said = (number: number) =>
      Buffer.from([head, `${LI},2025年第${String(number)}号发放清单`, `${WU},代发`].join('\n'));
    const given = (number: number) => ({ source: { bytes: said(number) }, fileName: '结果.csv' });
    const results = scene.pay.results;
    const other = await results.keep(village.id, { id, given: given(1) }, ACCOUNTANT);
    expect(await refusals(take(other))).toEqual(['payResult.memoOfOther row.2.memo']);
    expect(await scene.states(id)).toBe('sent: open open');
    await take(await results.keep(village.id, { id, given: given(2) }, ACCOUNTANT));
    expect(await scene.states(id)).toBe('settled: confirmed returned');
  });

  it('books nothing of an answer of which anything is wrong', async () => {
    const wrong = await keep(
      ...[LI, '3,Li,6222021234567890999,5.00,成功,', WU.replace('200.00', '20.00'), '合计,,,999.00,,'],
    );
    expect((await look(wrong)).problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'row.3.account payResult.notOfList',
      'row.4.amount payResult.otherAmount',
      'row.5.amount payResult.otherTotal',
    ]);
    expect(await refusals(take(wrong))).toContain('payResult.notOfList row.3.account');
    const kept = await keep(LI, WU);
    expect(await refusals(take(kept, 'yesterday'))).toContain('calendar.notADay bankDay');
    expect(await refusals(take(kept, '2025-07-19'))).toBe('payouts.beforeSending');
    expect(await scene.states(id)).toBe('sent: open open');
  });

  it('is booked once, whoever takes it at the same time', async () => {
    const kept = await keep(LI);
    const both = await Promise.allSettled([take(kept), take(kept)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await scene.told()).toBe('0 30000 0, 20000 0 0');
  });
});
