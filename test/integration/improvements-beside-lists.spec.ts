import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { paidGrantsOn } from '../support/owed';
import { STATION } from '../support/station';
import { ACCOUNTANT, type Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';
import { codesOf } from './leases.fixture';
import { PayScene } from './pay-lists.fixture';

describeOnEachEngine('an improvement on credit beside what people are owed', (open) => {
  let opened: OpenDatabase;
  let scene: PayScene;
  let village: Village;
  let station: string;

  beforeEach(async () => {
    opened = await open();
    scene = await PayScene.start(opened);
    ({ village } = scene);
    station = (await village.services.assets.addAsset(village.id, STATION, ACCOUNTANT)).id;
    const built = { pool: 'pv', debit: '420000' };
    await hand('2025-01-02', [
      { ...built, ledgerAccount: '151', assetId: station },
      { ledgerAccount: '311', credit: '420000', pool: 'pv' },
    ]);
    const form = {
      ...{ kind: 'improvement', happenedOn: '2025-07-01', amount: '1000', pool: 'pv', paidFrom: 'payable' },
      ...{ fundLevel: 'own', fundYear: '2025', months: '', salvage: '', paper: 'contract', reason: 'worn' },
    };
    await village.services.assetLife.recordChange(village.id, { assetId: station, form }, ACCOUNTANT);
  });
  afterEach(() => opened.close());

  function hand(postedOn: string, lines: readonly Parameters<typeof typedLine>[0][]) {
    const by = { preparedBy: 'ann', reviewedBy: 'ben' };
    const form = typedVoucher({ postedOn, lines: lines.map(typedLine) });
    return village.services.manualVouchers.postVoucher(village.id, form, by);
  }
  const pay = (yuan: string, assetId: string, postedOn = '2025-07-20') =>
    hand(postedOn, [
      { ledgerAccount: '211', debit: yuan, pool: 'pv', assetId },
      { ledgerAccount: '102', credit: yuan, pool: 'pv' },
    ]);
  const payCost = async (amount: string) => {
    const [cost] = await village.services.costPayments.listOwed(village.id);
    const form = { paidOn: '2025-07-20', amount };
    const asked = { deductionId: cost?.deductionId ?? '', form };
    return village.services.costPayments.payCost(village.id, asked, ACCOUNTANT);
  };
  /** What of the improvement is open; what of each grant was paid. */
  const told = async () => {
    const costs = await village.services.costPayments.listOwed(village.id);
    const grants = await paidGrantsOn(opened.database, village).listGrants(village.id);
    return [costs.map((each) => each.open), grants.map(({ paid }) => paid)];
  };

  it('leaves to a list in transit what is the list’s', async () => {
    const debt = await scene.accept('1 300 1\n2 200 1\n3 100 1', '600');
    await scene.sent(scene.keysOf(debt, 0, 1));
    expect(await codesOf(pay('100.01', ''))).toEqual(['payouts.inFlight']);
    expect(await codesOf(pay('600.01', ''))).toEqual(['voucher.owedUnderAsset', 'payouts.inFlight']);
    expect(await codesOf(pay('1000.01', station))).toEqual(['voucher.notOwedUnderAsset']);
    await pay('600.00', station);
    expect(await told()).toEqual([[400_00n], [0n]]);
    await pay('100.00', '');
    expect(await codesOf(pay('0.01', ''))).toEqual(['payouts.inFlight']);
    expect(await told()).toEqual([[400_00n], [100_00n]]);
    await pay('400.00', station);
    expect(await told()).toEqual([[0n], [100_00n]]);
    expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
  });

  it('stays paid whatever is granted later', async () => {
    expect(await codesOf(pay('400.00', '', '2025-07-02'))).toEqual(['voucher.owedUnderAsset']);
    await pay('400.00', station, '2025-07-02');
    expect(await told()).toEqual([[600_00n], []]);
    const debt = await scene.accept('1 300 1\n2 200 1\n3 100 1', '600');
    expect(await told()).toEqual([[600_00n], [0n]]);
    expect(await codesOf(payCost('600.01'))).toEqual(['deductions.paidAboveOwed']);
    await payCost('600.00');
    expect(await told()).toEqual([[0n], [0n]]);
    const id = await scene.sent(scene.keysOf(debt, 0, 1));
    await scene.pay.bank.confirm(village.id, { id, form: scene.outcome() }, ACCOUNTANT);
    expect(await told()).toEqual([[0n], [500_00n]]);
    expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
  });
});
