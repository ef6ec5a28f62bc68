import { shareLines } from '../../src/domain/collectives/share-lines';
import { plainYuan } from '../../src/domain/money/fen';
import { AssetBalancesService } from '../../src/features/ledger/asset-balances.service';
import { OwnPartsService } from '../../src/features/assets/own-parts.service';
import { OwnShareActsService } from '../../src/features/assets/own-share-acts.service';
import { OwnSharesService } from '../../src/features/assets/own-shares.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { codeOf, expectSoundJoint, type Joint, SHARES, startJoint } from '../support/joint-station';
import { ACCOUNTANT, OFFICER, type Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

const PAPER = {
  ...{ paperTitle: 'On merging', paperNumber: 'No 7', paperIssuedOn: '2025-01-20', reason: 'a merger' },
};
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
    const { links, assets, collectives, depreciationRead, ledger } = joint.services;
    const parts = new OwnPartsService(links, assets, collectives);
    shares = new OwnSharesService(opened.database, parts, assets, depreciationRead, ledger);
    const { corrections, voucherDrafts } = joint.services;
    acts = new OwnShareActsService(joint.clock, shares, corrections, voucherDrafts);
    await joint.settle('2025-01', 1_000);
  });
  afterAll(() => opened.close());

  const stateOf = async (of: Village, month = '2025-02'): Promise<string> => {
    const [share] = await shares.listShares(of.id, month);
    const { step, entered, booksCost, part } = share ?? { step: 'absent', entered: 0n, booksCost: 0n };
    return [step, ...[part?.cost ?? 0n, entered, booksCost].map(plainYuan)].join(' ');
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
      ...{ basis: 'acquired', use: 'operating', fromMonth: '', months: '100', salvage: '0' },
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

    expect(await stateOf(east, '2025-01')).toBe('none 40000.00 40000.00 40000.00');
    expect([await stateOf(east), await stateOf(west)]).toEqual([
      'depreciation 60000.00 40000.00 40000.00',
      'leave 0.00 20000.00 0.00',
    ]);
    await services.depreciation.bookMonth(east.id, '2025-02', ACCOUNTANT);
    expect(await stateOf(east)).toBe('voucher 60000.00 40000.00 40000.00');
    const { id: draftId } = await acts.writeVoucher({ collectiveId: east.id, id }, ACCOUNTANT);
    const { form: voucher, digest } = await services.voucherDrafts.requireDraft(east.id, draftId);
    // A hundredth of 400.00 is lost by then, and comes with half as much again.
    expect(voucher.lines.map((line) => [line.ledgerAccount.slice(0, 3), line.debit, line.credit])).toEqual([
      ['152', '', '200.00'],
      ['311', '', '19800.00'],
      ['151', '20000.00', ''],
    ]);
    await services.voucherDrafts.reviewDraft(east.id, { id: draftId, digest }, OFFICER);
    await services.manualVouchers.postDraft(east.id, draftId, ACCOUNTANT);
    expect(await stateOf(east)).toBe('register 60000.00 40000.00 60000.00');
    expect(await codeOf(shares.requireVoucher({ collectiveId: east.id, id }, '2025-07-20'))).toBe(
      'assets.noShareVoucher',
    );
    const other = { name: 'Joint station', cost: '60000.00', why: 'No 7', basedOn: '0' };
    const funds = [{ level: 'central', year: '2024', amount: '60000.00' }];
    const byHand = services.corrections.correct(
      { collectiveId: east.id, id },
      { ...other, funds },
      ACCOUNTANT,
    );
    expect(await codeOf(byHand)).toBe('joint.costByKeeper');
    await acts.bringRegister({ collectiveId: east.id, id }, ACCOUNTANT);
    expect(await codeOf(acts.bringRegister({ collectiveId: east.id, id }, ACCOUNTANT))).toBe(
      'assets.shareNotDue',
    );
    expect(await stateOf(east)).toBe('terms 60000.00 60000.00 60000.00');
    const changed = { ...terms, basis: 'changed', fromMonth: '2025-03', months: '99', paper: 'No 7' };
    await services.depreciation.enterTerms(east.id, { assetId: id, form: changed }, ACCOUNTANT);
    expect(await stateOf(east)).toBe('none 60000.00 60000.00 60000.00');
    const [plan] = await services.depreciationRead.listPlans(east.id);
    // 59,400.00 over 99 months, to nothing.
    expect(plan?.rows.find(({ month }) => month === '2025-03')?.amount).toBe(60_000n);
    expect(plan?.rows.at(-1)).toMatchObject({ net: 0n });
    const cost = { accounts: ['151'] };
    const [stand] = await new AssetBalancesService().listOn(opened.database.reader, east.id, cost);
    expect(stand?.balance).toBe(6_000_000n);
    await expectSoundJoint(joint);
  });

  it('gives back what comes back, from the first whole month of the table', async () => {
    const { services, keeper, west, station } = joint;
    const back = { ...PAPER, validFrom: '2025-06-15', rows: shareLines(SHARES) };
    await services.shareChanges.changeShares(keeper.id, { assetId: station, form: back }, ACCOUNTANT);
    expect(await stateOf(west, '2025-06')).toBe('leave 0.00 20000.00 0.00');
    expect(await stateOf(west, '2025-07')).toBe('none 20000.00 20000.00 0.00');
    await expectSoundJoint(joint);
  });
});
