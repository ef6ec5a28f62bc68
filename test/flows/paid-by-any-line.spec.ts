import { AssetLifeService } from '../../src/features/assets/asset-life.service';
import { AssetsService } from '../../src/features/assets/assets.service';
import { CounterpartiesService } from '../../src/features/ledger/counterparties.service';
import { VoucherImportService } from '../../src/features/ledger/voucher-import.service';
import { describeOnEachEngine } from '../support/engines';
import { refusals } from '../support/posts';
import { STATION } from '../support/station';
import { typedLine, typedVoucher } from '../support/vouchers';
import { startVillageApp, type VillageApp } from './api-village.fixture';
import { credit, debit, WaitingPlanVillage } from './waiting-plan.fixture';

const DAY = '2025-07-20';
const bank = (sum: string, side: 'debit' | 'credit'): ReturnType<typeof debit> =>
  (side === 'debit' ? debit : credit)(sum, { ledgerAccount: '102' });

/** Whatever a voucher names, and on whichever side it stands: what waits for its sheet is owed until then. */
describeOnEachEngine('nothing pays a plan that waits by naming something else', (_open, engine) => {
  let village: VillageApp;
  let at: WaitingPlanVillage;
  beforeAll(async () => {
    village = await startVillageApp(engine);
    village.clock.moveTo(DAY);
  });
  afterAll(() => village.close());

  const grantOf600 = async (): Promise<void> => {
    const plan = await at.decide('2025-01-01', '2025-03-31', DAY);
    expect(await at.grant(plan, DAY)).toBe('granted');
  };
  const owes600 = async (): Promise<void> => {
    expect(await at.paid()).toEqual([`${DAY} 0 of 60000`]);
    expect(await at.breaks()).toEqual([]);
  };
  const station = async (): Promise<string> => {
    const { id } = await village.app.get(AssetsService).addAsset(at.added.id, STATION, { by: 'wang' });
    const built = [debit('420000', { ledgerAccount: '151', assetId: id })];
    await at.post([...built, credit('420000', { ledgerAccount: '311' })], '2025-07-01');
    return id;
  };
  const person = async (): Promise<string> => {
    const form = { kind: 'person', name: '张三' } as const;
    return (await village.app.get(CounterpartiesService).addCounterparty(at.added.id, form, { by: 'wang' }))
      .id;
  };

  it.each([
    ['stream', () => Promise.resolve({ stream: 'energy' })],
    ['month', () => Promise.resolve({ stream: 'energy', generationMonth: '2025-05' })],
    ['person', async () => ({ counterparty: await person() })],
  ] as const)('a made-up debt of a %s, paid and then taken back', async (name, naming) => {
    at = await WaitingPlanVillage.start(village, name);
    const named = await naming();
    const madeUp = await at.post([bank('600', 'debit'), credit('600', named)], '2025-07-18');
    await at.post([debit('600', named), bank('600', 'credit')], '2025-07-18');
    await grantOf600();
    expect(await refusals(at.reverse(madeUp.entryId, DAY))).toEqual(['payouts.planUnpublished reason']);
    await owes600();
  });

  it('a voucher that nets to nothing and names another thing on one side', async () => {
    at = await WaitingPlanVillage.start(village, 'net');
    const assetId = await station();
    await grantOf600();
    const others = [{ stream: 'energy' }, { assetId }] as const;
    for (const other of others) {
      const turned = [
        [debit('600'), credit('600', other)],
        [debit('600', other), credit('600')],
      ];
      for (const lines of turned)
        expect(await refusals(at.post(lines, DAY))).toEqual(['payouts.planUnpublished lines']);
    }
    await owes600();
  });

  it('a file with a debt and the payment that reaches what waits', async () => {
    at = await WaitingPlanVillage.start(village, 'file');
    await grantOf600();
    const vouchers = [
      [bank('600', 'debit'), credit('600')],
      [debit('600'), bank('600', 'credit')],
    ].map((lines, place) => ({
      ...{ id: String(place + 1), line: place + 2 },
      form: typedVoucher({ postedOn: DAY, lines: lines.map((line) => typedLine(line)) }),
    }));
    const importing = village.app.get(VoucherImportService);
    expect(await refusals(importing.importVouchers(at.added.id, vouchers, { by: 'wang' }))).toEqual([
      'payouts.planUnpublished lines',
    ]);
    await owes600();
  });

  it('yet what is owed under an asset is paid under it', async () => {
    at = await WaitingPlanVillage.start(village, 'asset');
    const assetId = await station();
    const improved = { kind: 'improvement', happenedOn: '2025-07-01', amount: '1000', pool: 'pv' } as const;
    const owed = {
      paidFrom: 'payable',
      fundLevel: 'own',
      fundYear: '2025',
      months: '',
      salvage: '',
    } as const;
    const form = { ...improved, ...owed, paper: 'contract', reason: 'worn' };
    await village.app.get(AssetLifeService).recordChange(at.added.id, { assetId, form }, { by: 'wang' });
    await grantOf600();
    await at.post([debit('400', { assetId }), bank('400', 'credit')], DAY);
    await owes600();
  });
});
