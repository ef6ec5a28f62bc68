import type { SplitNowForm } from '../../src/domain/income/split-now';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { codeOf, expectSoundJoint, type Joint, owedTo, startJoint } from '../support/joint-station';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, type Village } from '../support/village';

/** How what waits is split by itself. */
const ALONE: SplitNowForm = { splitOn: '2025-05-06', reason: 'the station is shut down' };

describeOnEachEngine('a slip too little for a fen to each owner', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;

  beforeAll(async () => {
    opened = await open();
    joint = await startJoint(opened.database);
  });
  afterAll(() => opened.close());

  const owned = async (): Promise<string[]> =>
    (await joint.services.joint.listOwed(joint.keeper.id)).map(
      ({ owner, owed }) => `${owner} ${String(owed)}`,
    );
  const waiting = async (): Promise<string[]> =>
    (await joint.services.joint.listWaiting(joint.keeper.id)).map(
      ({ slip, stream, amount }) => `${slip.generationMonth} ${stream} ${String(amount)}`,
    );
  const slipOf = async (of: Village, month: string) =>
    (await joint.services.incomeRead.listSettlements(of.id)).find((slip) => slip.generationMonth === month);
  const entryOf = async (month: string): Promise<string> =>
    (await slipOf(joint.keeper, month))?.entryId ?? '';
  const notes = async (month: string): Promise<string[]> => {
    const { id = '' } = (await slipOf(joint.keeper, month)) ?? {};
    const { notes: told = [] } = await joint.services.joint.requireSlip(joint.keeper.id, id);
    return told.map((note) => `${note.kind} ${note.stream} ${String(note.amount)} ${note.month ?? '-'}`);
  };

  it('is booked and waits, and its month is held all the same', async () => {
    // 0.2 kWh: fee 0.08, subsidy 0.07; the smallest row has a tenth
    expect((await joint.settle('2025-01', 0.2)).waiting).toEqual([]);
    expect(await owedTo(joint.keeper)).toEqual(['energy 8 grid', 'subsidy 7 grid']);
    expect([await owedTo(joint.east), await owedTo(joint.west)]).toEqual([[], []]);
    expect(await waiting()).toEqual(['2025-01 energyFee 8', '2025-01 subsidy 7']);
    expect(await notes('2025-01')).toEqual(['waited energyFee 8 -', 'waited subsidy 7 -']);
    const money = await joint.keeper.owed();
    expect(await codeOf(joint.keeper.receive(money, '2025-02-20'))).toBe('joint.unsplit');
    const cut = { cutKind: 'writtenOff', cutOn: '2025-02-20', byPaper: 'Notice 7', reason: '' };
    const amounts = { [money.find(({ stream }) => stream === 'subsidy')?.id ?? '']: '0.01' };
    const { subsidyCuts } = joint.services;
    expect(await codeOf(subsidyCuts.recordCut(joint.keeper.id, { ...cut, amounts }, ACCOUNTANT))).toBe(
      'joint.cutUnsplit',
    );
    await joint.keeper.hold('2025-01');
    await joint.keeper.hold('2025-02');
    await expectSoundJoint(joint);
  });

  it('is split with the next, whose owners get both once, also where it was cut off between', async () => {
    const { ledger, slips } = joint.services;
    const post = ledger.post.bind(ledger);
    const broken = jest.spyOn(ledger, 'post').mockImplementation((tx, id, entry) => {
      if (entry.event === 'income.partTaken') throw new Error('cut off');
      return post(tx, id, entry);
    });
    await expect(joint.settle('2025-02', 1_000)).rejects.toThrow('cut off');
    broken.mockRestore();
    expect(await slips.send(joint.keeper.id)).toEqual([]);
    expect(await slips.send(joint.keeper.id)).toEqual([]);
    // Fee 400.08 among 30, 20, 10 and 40 %: East 120.02 + 40.01, West 80.02; subsidy 350.07.
    expect(await owedTo(joint.east)).toEqual(['energy 16003 Township', 'subsidy 14003 Township']);
    expect(await owedTo(joint.west)).toEqual(['energy 8002 Township', 'subsidy 7001 Township']);
    expect(await waiting()).toEqual([]);
    expect(await notes('2025-01')).toEqual(['waited energyFee 8 2025-02', 'waited subsidy 7 2025-02']);
    expect(await notes('2025-02')).toEqual(['tookAlong energyFee 8 2025-01', 'tookAlong subsidy 7 2025-01']);
    expect((await slipOf(joint.east, '2025-02'))?.entered).toMatchObject({ earlierEnergy: '3' });
    const { asset, shareTables } = await joint.services.assets.requireAsset(joint.keeper.id, joint.station);
    const split = async (month: string) => {
      const slip = await slipOf(joint.keeper, month);
      const told = slip && (await joint.services.joint.tellSplit(joint.keeper.id, slip, shareTables));
      return told?.map(({ owner, energyFee: { exact, given } }) => `${owner} ${exact} ${String(given)}`);
    };
    expect([asset.kind, await split('2025-02')]).toEqual([
      'keptPvStation',
      ['East cooperative 160.0320 16003', 'West cooperative 80.0160 8002', 'Beyond the river 160.0320 16003'],
    ]);
    expect((await split('2025-01'))?.[0]).toBe('East cooperative 0.0000 0');
    const { roles } = await ledger.requireChartOf(opened.database.reader, joint.keeper.id);
    const lines = (await joint.keeper.vouchers()).flatMap((voucher) => voucher.postings);
    const word = lines.filter((line) => line.counterparty === 'unsplit');
    expect(word.every((line) => line.ledgerAccount === roles.internal)).toBe(true);
    const sum = word.reduce((all, line) => all + (line.side === 'debit' ? line.amount : -line.amount), 0n);
    expect([word.length, sum]).toEqual([4, 0n]);
    await expectSoundJoint(joint);
  });

  it('passes its money on to those who got it, and goes back only after what took it along', async () => {
    const { keeper, services } = joint;
    const back = async (month: string, postedOn = '2025-03-22'): Promise<string> =>
      codeOf(
        services.desk.reverseVoucher(
          keeper.id,
          { entryId: await entryOf(month), reason: 'wrongAmount', postedOn },
          ACCOUNTANT,
        ),
      );
    expect(await back('2025-01')).toBe('joint.splitLater');
    const small = (await keeper.owed()).filter(({ aboutPeriod }) => aboutPeriod === '2025-01');
    const { voucher } = await keeper.receive(small, '2025-03-20');
    expect(await owned()).toEqual(['Beyond the river 6', 'East cooperative 6', 'West cooperative 3']);
    await expectSoundJoint(joint);
    expect(await back('2025-02')).toBe('income.alreadyReceived');
    await keeper.reverse(voucher.entryId, '2025-03-21');
    expect(await back('2025-02')).toBe('done');
    expect(await waiting()).toEqual(['2025-01 energyFee 8', '2025-01 subsidy 7']);
    expect(await owedTo(joint.east)).toEqual([]);
    await expectSoundJoint(joint);
    await joint.settle('2025-02', 10, '2025-03-23');
    // Whoever borrows on a joint station's subsidy is its owner: the keeper waits for nothing of his own.
    const loan = { lender: 'County', receivedOn: '2025-03-24', amount: '0.01', byPaper: 'Agreement 1' };
    const borrow = (of: Village): Promise<string> =>
      codeOf(services.subsidyAdvances.recordAdvance(of.id, loan, ACCOUNTANT));
    expect([await borrow(keeper), await borrow(joint.east)]).toEqual(['subsidy.advanceAboveOwed', 'done']);
    // 4.08: East 1.22 + 0.41, of which 0.03 are January's
    expect((await owedTo(joint.east))[0]).toBe('energy 163 Township');
    expect(await waiting()).toEqual([]);
    await expectSoundJoint(joint);
    // One that nothing took along goes back, too: the owners' rows of it have no voucher to be reversed.
    await joint.settle('2025-03', 0.2);
    const marches = () => Promise.all([keeper, joint.east].map((of) => slipOf(of, '2025-03')));
    expect((await marches()).map((slip) => slip?.energyKwh)).toEqual(['0.2', '0.2']);
    expect(await back('2025-03', '2025-04-06')).toBe('done');
    expect([await waiting(), await marches()]).toEqual([[], [undefined, undefined]]);
    await expectSoundJoint(joint);
    // What was withdrawn stays withdrawn, and the month takes another slip.
    await joint.settle('2025-03', 0.3, '2025-04-07');
    expect((await marches()).map((slip) => slip?.energyKwh)).toEqual(['0.3', '0.3']);
    expect(await back('2025-03', '2025-04-08')).toBe('done');
    expect(await marches()).toEqual([undefined, undefined]);
    await expectSoundJoint(joint);
  });

  it('is split by itself where no slip will come, and waits again when that is taken back', async () => {
    const { keeper, east, services } = joint;
    const split = (slipId: string, form: Partial<SplitNowForm> = {}): Promise<string> =>
      codeOf(services.splitNow.split(keeper.id, { slipId, form: { ...ALONE, ...form } }, ACCOUNTANT));
    const small = await joint.settle('2025-04', 0.2, '2025-05-05');
    expect(await split(small.id, { splitOn: '2025-05-04' })).toBe('joint.splitBefore');
    expect(await split(small.id, { reason: ' ' })).toBe('form.missing');
    expect(await split(small.id)).toBe('done');
    expect([await split(small.id), await waiting()]).toEqual(['joint.nothingWaits', []]);
    expect(await notes('2025-04')).toEqual(['waited energyFee 8 2025-04', 'waited subsidy 7 2025-04']);
    const aprilOf = async (of: Village) => (await of.owed()).filter((each) => each.aboutPeriod === '2025-04');
    const sums = async (of: Village) => (await aprilOf(of)).map(({ outstanding }) => outstanding);
    // On their way: the month is not done before the owners' books have them.
    expect(await services.outbox.listOpen(keeper.id, opened.database.reader)).toHaveLength(2);
    expect([await services.slips.send(keeper.id), await sums(east), await sums(joint.west)]).toEqual([
      ...[[], [4n, 2n], [1n, 2n]],
    ]);
    // His row of the slip stays the slip of its month, with its energy.
    expect((await slipOf(east, '2025-04'))?.energyKwh).toBe('0.2');
    const reverse = (entryId: string): Promise<string> =>
      codeOf(
        services.desk.reverseVoucher(
          keeper.id,
          { entryId, reason: 'wrongAmount', postedOn: '2025-05-22' },
          ACCOUNTANT,
        ),
      );
    expect(await reverse(await entryOf('2025-04'))).toBe('joint.splitAlone');
    const came = await keeper.receive(await aprilOf(keeper), '2025-05-20');
    await expectSoundJoint(joint);
    const alone = (await keeper.vouchers()).find(({ event }) => event === 'income.splitNow')?.entryId ?? '';
    expect(await reverse(alone)).toBe('income.alreadyReceived');
    await keeper.reverse(came.voucher.entryId, '2025-05-21');
    const got = await east.receive(await aprilOf(east), '2025-05-20');
    expect(await reverse(alone)).toBe('joint.receivedByOwner');
    await east.reverse(got.voucher.entryId, '2025-05-21');
    expect(await reverse(alone)).toBe('done');
    expect([await waiting(), await sums(east)]).toEqual([['2025-04 energyFee 8', '2025-04 subsidy 7'], []]);
    await expectSoundJoint(joint);
    // Split again, and the next slip is split by what it gave; the last check below holds it.
    expect(await split(small.id, { splitOn: '2025-05-22' })).toBe('done');
    await joint.settle('2025-05', 1_000, '2025-06-05');
  });

  it('is found changed by hand, on either side', async () => {
    const { keeper, east } = joint;
    const small = (await slipOf(keeper, '2025-04'))?.id ?? '';
    const hand = await Tampering.on(opened);
    await hand.keep();
    const alone = "settlement_id IN (SELECT id FROM settlements WHERE own_kwh = '0')";
    const fen = "CASE owner WHEN 'East cooperative' THEN 1 ELSE -1 END";
    for (const [sql, of, found] of [
      [`DELETE FROM joint_releases WHERE settlement_id = '${small}'`, keeper, 'joint check.jointDiffers'],
      [
        `UPDATE joint_parts SET energy_fen = energy_fen + ${fen} WHERE ${alone} AND energy_fen > 0`,
        keeper,
        'joint check.split',
      ],
      [
        `UPDATE joint_parts SET energy_fen = energy_fen + ${fen} WHERE ${alone} AND energy_fen > 0`,
        east,
        'owners check.ownersPart',
      ],
      ['UPDATE joint_unsplit SET amount_fen = amount_fen + 1', keeper, 'joint check.jointDiffers'],
      ['UPDATE joint_releases SET amount_fen = amount_fen + 1', keeper, 'joint check.jointDiffers'],
      ['DELETE FROM joint_releases', keeper, 'joint check.jointDiffers'],
      ['UPDATE joint_parts SET energy_fen = energy_fen - 1', east, 'owners check.ownersPart'],
      ["UPDATE settlement_withdrawals SET withdrawn_on = '2025-04-09'", east, 'records check.rowChanged'],
      ['DELETE FROM settlement_withdrawals', east, 'records check.rowGone'],
      [
        "UPDATE joint_releases SET amount_fen = amount_fen + CASE owner WHEN 'East cooperative' THEN 1 " +
          "ELSE -1 END WHERE stream = 'energyFee' AND owner <> 'West cooperative'",
        keeper,
        'owners check.ownersEarlier',
      ],
      [
        "UPDATE joint_releases SET amount_fen = amount_fen + CASE owner WHEN 'East cooperative' THEN 1 " +
          "ELSE -1 END WHERE stream = 'energyFee' AND owner <> 'West cooperative'",
        keeper,
        'joint check.splitEarlier',
      ],
      ['DELETE FROM share_rows', keeper, 'joint check.splitUnknown'],
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
});
