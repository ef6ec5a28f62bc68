import { plainYuan } from '../../src/domain/money/fen';
import { CutEntryService } from '../../src/features/income/cut-entry.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import type { Stream } from '../../src/domain/ledger/journal-entry';
import { codeOf, expectSoundJoint, type Joint, owedTo, SHARES, startJoint } from '../support/joint-station';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, STATION, type Village } from '../support/village';

/** What came back of a cost. */
const BACK = { refundedOn: '2026-03-05', amount: '', reason: 'cancelled', byPaper: 'Endorsement 3' };

/** 1,000 kWh of January 2025 and 300 of January 2026: 350.00 and 105.00, East 40 %, West 20 %. */
describeOnEachEngine('a joint station’s subsidy that a notice cuts', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;

  beforeAll(async () => {
    opened = await open();
    joint = await startJoint(opened.database);
    joint.clock.moveTo('2026-03-10');
    await joint.settle('2025-01', 1_000);
    await joint.settle('2026-01', 300);
  });
  afterAll(() => opened.close());

  const owed = async (of: Village): Promise<string[]> =>
    (await of.owed())
      .filter(({ stream }) => stream === 'subsidy')
      .map(({ aboutPeriod, outstanding }) => `${aboutPeriod} ${String(outstanding)}`);
  const cut = async (of: Village, amounts: Record<string, bigint>, cutOn = '2026-02-20') => {
    const rows = await joint.services.subsidyCuts.listOpen(of.id);
    const idOf = (month: string): string => rows.find((row) => row.aboutPeriod === month)?.id ?? '';
    const form = { cutKind: 'writtenOff', cutOn, byPaper: 'Notice 7', reason: '' };
    const typed: Record<string, string> = {};
    for (const [month, fen] of Object.entries(amounts)) typed[idOf(month)] = plainYuan(fen);
    const { subsidyCuts, slips } = joint.services;
    const entry = new CutEntryService(subsidyCuts, slips);
    return entry.recordCut(of.id, { ...form, amounts: typed }, ACCOUNTANT);
  };
  const lastOf = async (of: Village): Promise<string[]> => {
    const last = (await of.vouchers()).at(-1);
    const lines = last?.postings.map(({ ledgerAccount, side, amount }) =>
      [ledgerAccount.slice(0, 3), side, String(amount)].join(' '),
    );
    return [last?.postedOn ?? '', ...(lines ?? [])];
  };

  it('is cut by the keeper alone; each owner loses his part, of this year’s income or of 322', async () => {
    expect(await codeOf(cut(joint.east, { '2025-01': 100n }))).toBe('subsidy.cutOfJoint');
    expect((await cut(joint.keeper, { '2025-01': 1_001n })).waiting).toBe(0);
    expect(await owed(joint.keeper)).toEqual(['2025-01 33999', '2026-01 10500']);
    expect(await owed(joint.east)).toEqual(['2025-01 13600', '2026-01 4200']);
    expect(await owed(joint.west)).toEqual(['2025-01 6800', '2026-01 2100']);
    expect(await lastOf(joint.east)).toEqual(['2026-02-20', '322 debit 400', '112 credit 400']);
    await cut(joint.keeper, { '2026-01': 500n });
    expect(await lastOf(joint.east)).toEqual(['2026-02-20', '501 debit 200', '112 credit 200']);
    const own = (await joint.keeper.vouchers()).flatMap(({ postings }) => postings);
    expect(own.filter(({ ledgerAccount }) => /^(501|322)/u.test(ledgerAccount))).toEqual([]);
    await expectSoundJoint(joint);
  });

  it('leaves to each owner of what comes what he still waits for', async () => {
    const [row] = await joint.services.subsidyCuts.listOpen(joint.keeper.id);
    await joint.keeper.receive([{ id: row?.id ?? '', outstanding: 33_999n }], '2026-02-25');
    const came = await joint.services.joint.listOwed(joint.keeper.id);
    expect(came.map((each) => `${each.owner} ${String(each.owed)}`)).toEqual([
      'Beyond the river 13599',
      'East cooperative 13600',
      'West cooperative 6800',
    ]);
    await expectSoundJoint(joint);
  });

  it('waits where an owner has booked more as received than the cut leaves, and is sent again', async () => {
    const { keeper, west } = joint;
    const [of] = (await west.owed()).filter(
      (each) => each.aboutPeriod === '2026-01' && each.stream === 'subsidy',
    );
    const early = await west.receive([{ id: of?.id ?? '', outstanding: 1_500n }], '2026-02-26');
    expect((await cut(keeper, { '2026-01': 10_000n })).waiting).toBe(1);
    const open = await joint.services.outbox.listOpen(keeper.id, opened.database.reader);
    expect(open.map(({ owner, on }) => `${owner} ${on}`)).toEqual(['West cooperative 2026-02-20']);
    await west.reverse(early.voucher.entryId, '2026-02-27');
    expect((await joint.services.slips.sendAll(keeper.id)).cuts).toEqual([]);
    expect(await owed(west)).toEqual(['2025-01 6800']);
    await expectSoundJoint(joint);
  });

  it('goes back out of every owner’s books with the keeper’s voucher, and by no other hand', async () => {
    const { keeper, east, services } = joint;
    const last = (of: Village, event: string) =>
      of.vouchers().then((all) => all.filter((voucher) => voucher.event === event).at(-1)?.entryId ?? '');
    expect(await codeOf(east.reverse(await last(east, 'income.subsidyCut')))).toBe('joint.cutByKeeper');
    expect(await codeOf(keeper.reverse(await last(keeper, 'income.cutTaken')))).toBe('joint.partOfCut');
    const entryId = await last(keeper, 'income.subsidyCut');
    const back = { entryId, reason: 'wrongAmount', postedOn: '2026-03-02' };
    await services.desk.reverseVoucher(keeper.id, back, ACCOUNTANT);
    expect(await owed(east)).toEqual(['2025-01 13600', '2026-01 4000']);
    expect(await owed(keeper)).toEqual(['2026-01 10000']);
    await expectSoundJoint(joint);
  });

  it('reaches each owner once, cut off between his books and the keeper’s', async () => {
    const { services, keeper, east } = joint;
    const post = services.ledger.post.bind(services.ledger);
    const broken = jest.spyOn(services.ledger, 'post').mockImplementation((tx, id, entry) => {
      if (entry.event === 'income.cutTaken') throw new Error('cut off');
      return post(tx, id, entry);
    });
    await expect(cut(keeper, { '2026-01': 1_000n }, '2026-03-03')).rejects.toThrow('cut off');
    broken.mockRestore();
    const before = (await east.vouchers()).length;
    expect(await services.slips.send(keeper.id)).toEqual([]);
    expect(await services.slips.send(keeper.id)).toEqual([]);
    expect((await east.vouchers()).length).toBe(before);
    expect(await owed(east)).toEqual(['2025-01 13600', '2026-01 3600']);
    await expectSoundJoint(joint);
  });

  it('is no cost: what comes back of one goes to those who bore it', async () => {
    const { services, keeper, east, west, station } = joint;
    const { keptCosts, keptRefunds, takenCosts, takenRefunds, desk } = services;
    const due = async (): Promise<bigint[]> =>
      (await services.joint.listOwed(keeper.id)).map(({ owed: fen }) => fen);
    const spent = async (was: readonly bigint[]): Promise<bigint[]> =>
      (await due()).map((fen, at) => (was[at] ?? 0n) - fen);
    const was = await due();
    const cost = { assetId: station, kind: 'insurance', name: 'Insurance', amount: '100.01', note: 'all' };
    const paying = { ...cost, paidOn: '2026-03-04', reason: '' };
    const paid = await keptCosts.recordCost(keeper.id, paying, ACCOUNTANT);
    const take = async (of: Village): Promise<string> => {
      const [waits] = await takenCosts.listWaiting(of.id);
      const form = { costId: waits?.cost.id ?? '', postedOn: '2026-03-05' };
      const isBack = waits !== undefined && waits.amount < 0n;
      if (isBack) return codeOf(takenRefunds.takeRefund(of.id, form, ACCOUNTANT));
      return codeOf(takenCosts.takeCost(of.id, form, ACCOUNTANT));
    };
    expect(await take(east)).toBe('done');
    const refund = (amount: string, wish = {}): Promise<unknown> =>
      keptRefunds.refund(keeper.id, { costId: paid.id, form: { ...BACK, amount, ...wish } }, ACCOUNTANT);
    expect(await codeOf(refund('100.02', { byPaper: '' }))).toBe('deductions.refundAbovePaid,form.missing');
    expect(await codeOf(refund('50.00'))).toBe('done');
    const back = { reason: 'wrongAmount', postedOn: '2026-03-06' };
    const reverse = (entryId: string): Promise<string> =>
      codeOf(desk.reverseVoucher(keeper.id, { entryId, ...back }, ACCOUNTANT));
    // West has not taken the cost: what came back waits for him with it, the cost first.
    expect((await takenCosts.listWaiting(west.id)).map(({ amount }) => amount)).toEqual([2_000n, -1_000n]);
    const early = {
      costId: (await takenCosts.listWaiting(west.id))[1]?.cost.id ?? '',
      postedOn: '2026-03-05',
    };
    expect(await codeOf(takenRefunds.takeRefund(west.id, early, ACCOUNTANT))).toBe('joint.refundBeforeCost');
    expect([await take(west), await take(west), await take(east)]).toEqual(['done', 'done', 'done']);
    expect(await lastOf(east)).toEqual(['2026-03-05', '102 debit 2000', '511 credit 2000']);
    expect(await take(east)).toBe('joint.costUnknown');
    expect((await spent(was)).map(String)).toEqual(['2001', '2000', '1000']);
    await expectSoundJoint(joint);
    const standing = (await keptCosts.listCosts(keeper.id)).reverse();
    const came = standing[1]?.cost.entryId ?? '';
    expect([await reverse(came), await reverse(paid.voucher.entryId)]).toEqual([
      ...['joint.costTaken', 'joint.costTaken'],
    ]);
    for (const each of [east, west])
      await each.reverse((await each.vouchers()).at(-1)?.entryId ?? '', '2026-03-06');
    expect([await reverse(came), (await spent(was)).map(String)]).toEqual(['done', ['4001', '4000', '2000']]);
    // It may be entered again, and stands.
    expect([await codeOf(refund('30.00')), await take(east)]).toEqual(['done', 'done']);
    await expectSoundJoint(joint);
  });

  it('is found changed by hand, on either side', async () => {
    const { keeper, east } = joint;
    const hand = await Tampering.on(opened);
    await hand.keep();
    const own = `collective_id = '${east.id}'`;
    const refunded = [keeper, 'keptCosts check.keptRefund'] as const;
    for (const [sql, of, found] of [
      ['UPDATE joint_cut_parts SET amount_fen = amount_fen + 1', keeper, 'joint check.jointDiffers'],
      ['DELETE FROM joint_cut_parts', keeper, 'joint check.jointDiffers'],
      ["UPDATE joint_cut_deliveries SET entry_id = 'gone'", keeper, 'joint check.factWithoutEntry'],
      ["UPDATE joint_cut_deliveries SET owner_entry_id = 'gone'", keeper, 'owners check.ownersPart'],
      ['DELETE FROM joint_cut_deliveries', keeper, 'joint check.jointDiffers'],
      [`DELETE FROM joint_cut_parts WHERE owner_id = '${east.id}'`, east, 'owners check.ownersPart'],
      [`UPDATE subsidy_cuts SET amount_fen = 1 WHERE ${own}`, keeper, 'owners check.ownersPart'],
      [`UPDATE subsidy_cuts SET amount_fen = 1 WHERE ${own}`, east, 'receivables check.receivableDiffers'],
      [`UPDATE subsidy_cuts SET keepers_cut = NULL WHERE ${own}`, east, 'owners check.ownersPart'],
      [`DELETE FROM subsidy_cuts WHERE ${own}`, keeper, 'owners check.ownersPart'],
      ['UPDATE joint_costs SET amount_fen = amount_fen - 1 WHERE amount_fen < 0', ...refunded],
      [`DELETE FROM joint_cost_takings WHERE collective_id = '${keeper.id}'`, ...refunded],
      ['UPDATE joint_cost_parts SET amount_fen = amount_fen + 1 WHERE amount_fen < 0', ...refunded],
      ['UPDATE cost_refunds SET amount_fen = amount_fen + 1', keeper, 'keptCosts check.keptCost'],
      ['UPDATE cost_refunds SET amount_fen = amount_fen + 1', east, 'keptCosts check.keptCost'],
    ] as const) {
      await hand.run(sql);
      const { breaks } = await joint.services.check.checkBooks(of.id);
      const codes = breaks.map(({ pass, code }) => `${pass} ${code}`);
      expect([sql, codes.includes(found)]).toEqual([sql, true]);
      await hand.putBack();
    }
    await hand.close();
    await expectSoundJoint(joint);
  });

  it('is left out of a slip where an owner’s opening has it, and cut from what that has', async () => {
    const other = await startJoint(opened.database, { acquiredOn: '2024-12-01' });
    const { services, keeper, east, west } = other;
    const { assets, openings, subsidyCuts, slips } = services;
    const shareTable = { validFrom: '2024-12-01', rows: SHARES };
    const opens = async (of: Village, ownShareKey: string, owed: Partial<Record<Stream, bigint>>) => {
      const form = { ...STATION, kind: 'jointPvStation', name: 'Joint station', ownShareKey };
      const wish = { ...form, acquiredOn: '2024-12-01', keeper: 'Township', shareTable };
      const { id: assetId } = await assets.addAsset(of.id, wish, ACCOUNTANT);
      const receivables = Object.entries(owed).map(([stream, amount]) => ({
        ...{ assetId, stream: stream === 'energy' ? ('energy' as const) : ('subsidy' as const) },
        ...{ month: '2024-12', amount, counterparty: 'Township' },
      }));
      const opening = { on: '2025-01-01', bank: [], receivables };
      await openings.recordShort(of.id, opening, ACCOUNTANT);
    };
    await opens(east, '01', { subsidy: 14_000n });
    await opens(west, '02', { energy: 8_000n, subsidy: 7_000n });
    // 1,000 kWh: 400.00 and 350.00; East, 40 %, has its subsidy already, West, 20 %, all of it.
    expect((await other.settle('2024-12', 1_000)).waiting).toEqual([]);
    expect(await owedTo(east)).toEqual(['energy 16000 Township', 'subsidy 14000 Township']);
    expect(await owedTo(west)).toEqual(['energy 8000 Township', 'subsidy 7000 Township']);
    await expectSoundJoint(other);
    const [slip] = await services.joint.listSlips(keeper.id);
    const { parts } = await services.joint.requireSlip(keeper.id, slip?.slip.id ?? '');
    expect(parts.map(({ owner, opened: left, taken }) => [owner, left, taken])).toEqual([
      ['Beyond the river', undefined, false],
      ['East cooperative', 14_000n, true],
      ['West cooperative', 15_000n, true],
    ]);
    const [open] = await subsidyCuts.listOpen(keeper.id);
    const form = { cutKind: 'writtenOff', cutOn: '2025-02-20', byPaper: 'Notice 7', reason: '' };
    const typed = { ...form, amounts: { [open?.id ?? '']: '10.00' } };
    await new CutEntryService(subsidyCuts, slips).recordCut(keeper.id, typed, ACCOUNTANT);
    expect([await owed(east), await owed(west)]).toEqual([['2024-12 13600'], ['2024-12 6800']]);
    await expectSoundJoint(other);
    const hand = await Tampering.on(opened);
    await hand.keep();
    const moved = "UPDATE receivables SET about_period = '2024-11' WHERE source_kind = 'opening'";
    await hand.run(`${moved} AND stream = 'subsidy'`);
    const { breaks } = await services.check.checkBooks(keeper.id);
    expect(breaks.map(({ pass, code }) => `${pass} ${code}`)).toContain('owners check.ownersPart');
    await hand.putBack();
    await hand.close();
    await expectSoundJoint(other);
  });
});
