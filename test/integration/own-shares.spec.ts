import { shareLines } from '../../src/domain/collectives/share-lines';
import { tableShown } from '../../src/domain/assets/own-cost';
import { plainYuan } from '../../src/domain/money/fen';
import { AssetBalancesService } from '../../src/features/ledger/asset-balances.service';
import { OwnShareActsService } from '../../src/features/assets/own-share-acts.service';
import type { OwnSharesService } from '../../src/features/assets/own-shares.service';
import { ownPartsOn } from '../support/asset-life';
import { typedContract } from '../support/deductions';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { codeOf, expectSoundJoint, type Joint, SHARES, startJoint } from '../support/joint-station';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, OFFICER, type Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

const PAPER = {
  ...{ paperTitle: 'On merging', paperNumber: 'No 7', paperIssuedOn: '2025-01-20', reason: 'a merger' },
};
const TRANSFER = { happenedOn: '2025-07-20', paper: 'No 7' };
const HANDS = { preparedBy: ACCOUNTANT.by, reviewedBy: OFFICER.by };

/** East has 40 % of a station of 100,000.00 and takes over the 20 % of West in February. */
describeOnEachEngine('cost, funds and depreciation follow the share table', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;
  let shares: OwnSharesService;
  let acts: OwnShareActsService;

  beforeAll(async () => {
    opened = await open();
    const funds = [{ level: 'central', year: '2024', amount: '100000.00' }];
    joint = await startJoint(opened.database, { cost: '100000.00', funds });
    shares = joint.services.ownShares;
    acts = new OwnShareActsService(joint.clock, shares, joint.services.corrections);
    await joint.settle('2025-01', 1_000);
  });
  afterAll(() => opened.close());

  const stateOf = async (of: Village, month = '2025-02'): Promise<string> => {
    const [share] = await shares.listShares(of.id, month);
    const { step, entered, booksCost, part } = share ?? { step: 'absent', entered: 0n, booksCost: 0n };
    return [step, ...[part?.cost ?? 0n, entered, booksCost].map(plainYuan)].join(' ');
  };

  /** The table as the card shows it on 20 July, with the rows of the village; then the register's own. */
  const shownTo = async ({ id }: Village): Promise<string[]> => {
    const day = '2025-07-20';
    const [own] = await joint.services.assets.listAssets(id);
    const parts = await ownPartsOn(opened.database, joint.services).listOn(id, day);
    const register = { tables: own?.shareTables ?? [], ownShareKey: own?.asset.ownShareKey };
    const tables = [parts.get(own?.asset.id ?? ''), undefined].map((kept) => tableShown(register, kept, day));
    return tables.map((table) => [table?.since ?? 'none', ...(table?.ownKeys ?? [])].join(' '));
  };

  const linesOf = async (entryId: string): Promise<string[]> => {
    const { postings } = await joint.services.books.requireEntry(joint.east.id, entryId);
    return postings.map(({ ledgerAccount, side, amount }) => `${ledgerAccount} ${side} ${plainYuan(amount)}`);
  };
  const reverse = (entryId: string): Promise<string> => {
    const form = { entryId, reason: 'wrongAmount', postedOn: '2025-07-20' };
    return codeOf(joint.services.reversing.reverseVoucher(joint.east.id, form, ACCOUNTANT));
  };

  it('leads an owner from one step to the next until register, books and table agree', async () => {
    const { services, keeper, east, west, station } = joint;
    const id = (await services.assets.listAssets(east.id))[0]?.asset.id ?? '';
    const entered = { debit: '40000.00', ledgerAccount: '151', assetId: id, pool: 'members' };
    const against = { credit: '40000.00', ledgerAccount: '311', pool: 'members' };
    const brought = typedVoucher({
      postedOn: '2025-01-31',
      lines: [typedLine(entered), typedLine(against)],
    });
    await services.manualVouchers.postVoucher(east.id, brought, HANDS);
    const terms = {
      ...{ basis: 'acquired', use: 'operating', fromMonth: '', months: '100', salvage: '5%' },
      ...{ accumulated: '', paper: '' },
    };
    await services.depreciation.enterTerms(east.id, { assetId: id, form: terms }, ACCOUNTANT);
    expect([await stateOf(east), await stateOf(west)]).toEqual([
      'none 40000.00 40000.00 40000.00',
      'none 20000.00 20000.00 0.00',
    ]);
    const held = SHARES.map((row) => (row.key === '02' ? { ...row, owner: 'East cooperative' } : row));
    const form = { ...PAPER, validFrom: '2025-02-01', rows: shareLines(held) };
    await services.shareChanges.changeShares(keeper.id, { assetId: station, form }, ACCOUNTANT);

    expect([await shownTo(east), await shownTo(west)]).toEqual([
      ['2025-02-01 01 02 03', '2024-12-01 01'],
      ['2025-02-01', '2024-12-01 02'],
    ]);
    expect(await stateOf(east, '2025-01')).toBe('none 40000.00 40000.00 40000.00');
    expect([await stateOf(east), await stateOf(west)]).toEqual([
      'depreciation 60000.00 40000.00 40000.00',
      'leave 0.00 20000.00 0.00',
    ]);
    await services.depreciation.bookMonth(east.id, '2025-02', ACCOUNTANT);
    expect(await stateOf(east)).toBe('voucher 60000.00 40000.00 40000.00');
    const at = { collectiveId: east.id, id };
    const other = { name: 'Joint station', cost: '40000.00', why: 'No 7', basedOn: '0' };
    const funds = [{ level: 'own', year: '2024', amount: '40000.00' }];
    const byHand = services.corrections.correct(at, { ...other, funds }, ACCOUNTANT);
    expect(await codeOf(byHand)).toBe('joint.costByKeeper');
    expect(await codeOf(acts.bringRegister(at, ACCOUNTANT))).toBe('assets.shareNotDue');
    const days = [];
    for (const happenedOn of ['2025-01-31', '2025-02-01', '2025-07-21', 'Friday'])
      days.push(await codeOf(services.transfers.book(at, { happenedOn, paper: '' }, ACCOUNTANT)));
    expect(days).toEqual([
      'assets.beforeShareTable,form.missing',
      'assets.lossAfterTransfer,form.missing',
      'assetLife.notYet,form.missing',
      'calendar.notADay,form.missing',
    ]);
    const booked = await services.transfers.book(at, TRANSFER, ACCOUNTANT);
    // A month of 380.00 is lost by then, and comes with half as much again.
    expect(await linesOf(booked.entryId)).toEqual([
      '152 credit 190.00',
      '311 credit 19810.00',
      '151 debit 20000.00',
    ]);
    expect(await codeOf(services.transfers.book(at, TRANSFER, ACCOUNTANT))).toBe('assets.noShareVoucher');
    // The terms follow: what is left of the new cost, over the months that were left.
    expect(await stateOf(east)).toBe('none 60000.00 60000.00 60000.00');
    await expectSoundJoint(joint);
    expect(await reverse(booked.entryId)).toBe('done');
    expect(await stateOf(east)).toBe('voucher 60000.00 40000.00 40000.00');
    await expectSoundJoint(joint);
    const { entryId } = await services.transfers.book(at, TRANSFER, ACCOUNTANT);
    const changed = { ...terms, basis: 'changed', fromMonth: '2025-03', months: '90', paper: 'No 7' };
    await services.depreciation.enterTerms(east.id, { assetId: id, form: changed }, ACCOUNTANT);
    expect(await reverse(entryId)).toBe('assets.termsSinceTransfer');
    const withdrawn = { assetId: id, number: 4, reason: 'another life' };
    await services.depreciation.withdrawTerms(east.id, withdrawn, ACCOUNTANT);
    await expectSoundJoint(joint);
    expect((await services.transfers.listTransfers(at)).map(({ reversedBy }) => reversedBy ?? '')).toEqual([
      expect.stringMatching(/./),
      '',
    ]);
    const [plan] = await services.depreciationRead.listPlans(east.id);
    // 60,000.00 less 570.00 that is lost and 3,000.00 that stays, over 99 months.
    expect(plan?.rows.filter(({ month }) => month > '2025-02').length).toBe(99);
    expect(plan?.rows.find(({ month }) => month === '2025-03')?.amount).toBe(57_000n);
    expect(plan?.rows.at(-1)).toMatchObject({ net: 300_000n });
    const told = await services.depreciationRead.listTold(east.id, id);
    expect(told.map(({ follows, withdrawn: why }) => [follows, why])).toEqual([
      [undefined, undefined],
      ['shareTransfer', undefined],
      [undefined, 'another life'],
    ]);
    await services.depreciation.bookMonth(east.id, '2025-03', ACCOUNTANT);
    expect(await reverse(entryId)).toBe('assetLife.bookedSince');
    const cost = { accounts: ['151'] };
    const [stand] = await new AssetBalancesService().listOn(opened.database.reader, east.id, cost);
    expect(stand?.balance).toBe(6_000_000n);
    await expectSoundJoint(joint);
  });

  it('finds a transfer that is not what its voucher says', async () => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    const check = async (): Promise<string[]> => {
      const { breaks } = ownPasses(await joint.services.check.checkBooks(joint.east.id));
      return [...new Set(breaks.map(({ pass, code }) => `${pass} ${code}`))];
    };
    const cases: readonly (readonly [sql: string, found: string])[] = [
      ['UPDATE share_transfers SET to_fen = to_fen + 1', 'assetLife check.factDiffers'],
      ['UPDATE share_transfers SET accumulated_fen = 0', 'assetLife check.factDiffers'],
      ["UPDATE share_transfers SET happened_on = '2025-07-19'", 'assetLife check.factOther'],
      ['DELETE FROM share_transfers', 'assetLife check.lifeDiffers'],
      [
        'UPDATE depreciation_terms SET cost_fen = cost_fen + 1, salvage_fen = salvage_fen + 1',
        'depreciation check.transferTermsDiffer',
      ],
    ];
    for (const [sql, found] of cases) {
      await hand.run(sql);
      expect(await check()).toContain(found);
      await hand.putBack();
    }
    await hand.close();
  });

  it('gives back what comes back, from the first whole month of the table', async () => {
    const { services, keeper, east, west, station } = joint;
    const back = { ...PAPER, validFrom: '2025-06-15', cutsMonth: 'yes', rows: shareLines(SHARES) };
    await services.shareChanges.changeShares(keeper.id, { assetId: station, form: back }, ACCOUNTANT);
    expect(await stateOf(west, '2025-06')).toBe('leave 0.00 20000.00 0.00');
    expect(await stateOf(west, '2025-07')).toBe('none 20000.00 20000.00 0.00');
    for (const month of ['2025-04', '2025-05', '2025-06', '2025-07'])
      await services.depreciation.bookMonth(east.id, month, ACCOUNTANT);
    const id = (await services.assets.listAssets(east.id))[0]?.asset.id ?? '';
    const form = { ...TRANSFER, happenedOn: '2025-07-20' };
    await services.transfers.book({ collectiveId: east.id, id }, form, ACCOUNTANT);
    expect(await stateOf(east, '2025-07')).toBe('none 40000.00 40000.00 40000.00');
    const [plan] = await services.depreciationRead.listPlans(east.id);
    // 40,000.00 less two thirds of 3,420.00 and 2,000.00 that stays, over 94 months.
    expect(plan?.rows.find(({ month }) => month === '2025-08')?.amount).toBe(38_000n);
    expect(plan?.rows.at(-1)).toMatchObject({ net: 200_000n });
    await expectSoundJoint(joint);
  });

  it('books no month by terms of before a transfer, as books of before have them', async () => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    await hand.run('UPDATE depreciation_terms SET entry_id = NULL');
    await hand.run('DELETE FROM depreciation_terms WHERE number > 1');
    await hand.run("DELETE FROM depreciation_bookings WHERE month = '2025-07'");
    const { services, east } = joint;
    const july = services.depreciation.bookMonth(east.id, '2025-07', ACCOUNTANT);
    expect(await codeOf(july)).toBe('depreciation.termsBehind');
    await hand.putBack();
    await hand.run("UPDATE share_transfers SET happened_on = '2025-06-30', terms_before = 9");
    const { breaks } = ownPasses(await services.check.checkBooks(east.id));
    expect(breaks.map(({ code }) => code)).toContain('check.termsBehind');
    await hand.putBack();
    await hand.close();
  });

  it('charges no land rent by a share that a table has changed', async () => {
    const { services, east } = joint;
    const id = (await services.assets.listAssets(east.id))[0]?.asset.id ?? '';
    const wish = { kind: 'land_rent', name: 'land', assetId: id, termType: 'landRent', amount: '' };
    const term = { yearPart: 'half-year', mu: '100', yuanPerMuYear: '800', ownShare: '40%' };
    const contract = await services.contracts.addContract(
      east.id,
      typedContract({ ...wish, ...term }),
      ACCOUNTANT,
    );
    const charge = {
      contractId: contract.id,
      kind: '',
      name: '',
      reason: '',
      settling: 'owed',
      creditor: 'families',
    };
    const book = (amount: string): Promise<string> =>
      codeOf(
        services.deductions.recordDeduction(
          east.id,
          { ...charge, postedOn: '2025-06-30', amount },
          ACCOUNTANT,
        ),
      );
    const change = (effectiveOn: string, price: string): Promise<unknown> => {
      const form = { kind: 'share', effectiveOn, newLastOn: '', price, reason: 'No 7' };
      return services.costChanges.changeContract(east.id, { contractId: contract.id, form }, ACCOUNTANT);
    };
    expect(await book('16000.00')).toBe('deductions.shareBehind');
    await change('2025-02-01', '60%');
    expect(await book('22276.24')).toBe('deductions.shareBehind');
    await change('2025-06-15', '40%');
    // 16,000.00 × 31 ÷ 181 + 24,000.00 × 134 ÷ 181 + 16,000.00 × 16 ÷ 181
    expect(await book('16000.00')).toBe('deductions.notAsContracted');
    expect(await book('21922.65')).toBe('done');
    await expectSoundJoint(joint);
  });
});
