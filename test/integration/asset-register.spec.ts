import type { AssetForm } from '../../src/domain/assets/asset';
import { describeOnEachEngine } from '../support/engines';
import { ACCOUNTANT, STATION, Village } from '../support/village';

const ROAD: AssetForm = {
  ...STATION,
  kind: 'infrastructure',
  assetClass: 'public',
  name: 'Road',
  cost: '100.00',
  funds: [{ level: 'localBond', year: '2020', amount: '100.00' }],
};
const SHED: AssetForm = {
  ...ROAD,
  kind: 'other',
  assetClass: 'household',
  titleLevel: 'household',
  name: 'Shed',
};
const MARKET: AssetForm = {
  ...ROAD,
  kind: 'market',
  assetClass: 'operating',
  titleLevel: 'township',
  name: 'Market',
  cost: '',
  funds: [],
};

describeOnEachEngine('the register of assets', (open) => {
  let village: Village;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    village = await Village.start((await open()).database);
    for (const form of [ROAD, SHED, MARKET]) ids.set(form.name, await village.addStation(form));
  }, 60_000);

  const idOf = (name: string): string => ids.get(name) ?? '';
  const rentOf = (name: string) => ({
    ...{
      assetId: idOf(name),
      stream: 'rent',
      payer: 'Tenant',
      coversFrom: '2025-07-01',
      coversTo: '2025-07-31',
    },
    ...{ amount: '10.00', dueOn: '2025-07-20', postedOn: '2025-07-20' },
  });

  it('keeps class and title of each, and no cost of what the township owns', async () => {
    const registered = await village.services.assets.listAssets(village.id);
    expect(
      registered.map(({ asset, funds }) => [
        asset.name,
        asset.assetClass,
        asset.titleLevel,
        asset.cost,
        funds,
      ]),
    ).toEqual([
      ['Road', 'public', 'village', 10_000n, [{ level: 'localBond', year: 2020, amount: 10_000n }]],
      ['Shed', 'household', 'household', 10_000n, [{ level: 'localBond', year: 2020, amount: 10_000n }]],
      ['Market', 'operating', 'township', 0n, []],
    ]);
  });

  it.each(['Road', 'Shed'])('lets nobody book income or a cost of %s', async (name) => {
    const { income, deductions } = village.services;
    const refused = { code: 'assets.earnsNothing', facts: { asset: name } };
    await expect(income.recordIncomeDue(village.id, rentOf(name), ACCOUNTANT)).rejects.toMatchObject(refused);
    const bill = { kind: 'insurance', name: 'x', postedOn: '2025-07-20', amount: '1.00', reason: '' };
    const cost = { ...bill, assetId: idOf(name) };
    await expect(deductions.recordDeduction(village.id, cost, ACCOUNTANT)).rejects.toMatchObject(refused);
    const contract = {
      kind: 'insurance',
      name: 'x',
      assetId: idOf(name),
      pool: 'other',
      term: { type: 'fixed', amount: '1.00', yearPart: 'year' },
      clause: '',
      validFrom: '2025-01-01',
      validTo: undefined,
    } as const;
    await expect(deductions.addContract(village.id, contract, ACCOUNTANT)).rejects.toMatchObject(refused);
  });

  it('lets the income of a market that the township owns be booked', async () => {
    await village.services.income.recordIncomeDue(village.id, rentOf('Market'), ACCOUNTANT);
    const owed = (await village.owed()).map(({ assetId, outstanding }) => [assetId, outstanding]);
    expect(owed).toEqual([[idOf('Market'), 1_000n]]);
  });
});
