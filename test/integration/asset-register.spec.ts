import type { AssetForm } from '../../src/domain/assets/asset';
import type { ParticularsForm } from '../../src/domain/assets/asset-particulars';
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

/** What is known of the road, as somebody types it. */
const TYPED: ParticularsForm = {
  ...{
    validFrom: '2020-01-01',
    why: '',
    basedOn: '0',
    condition: 'inUse',
    projectName: 'Road to the school',
  },
  ...{ projectYear: '2020', builder: '', acceptedOn: '', titlePaper: '', plateNumber: '', location: 'north' },
  ...{ latitude: '32.1', longitude: '115.5', extent: '2.5', extentUnit: 'km', lifeYears: '15' },
  ...{ operatingBody: '', incomeBody: '', keepingBody: 'Donghe committee', disposalBody: '' },
  ...{ supervisionBody: 'Liuhe town', keeperPost: 'head', remark: '' },
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

  it('keeps every version of what is known of an asset', async () => {
    const { particulars } = village.services;
    const road = { collectiveId: village.id, id: idOf('Road') };
    const worse = { validFrom: '2025-07-01', condition: 'damaged', why: 'flood', basedOn: '1' };
    expect(await particulars.change(road, TYPED, ACCOUNTANT)).toEqual({ version: 1 });
    expect(await particulars.change(road, { ...TYPED, ...worse }, ACCOUNTANT)).toEqual({ version: 2 });
    const late = particulars.change(road, { ...TYPED, ...worse, condition: 'idle' }, ACCOUNTANT);
    await expect(late).rejects.toMatchObject({ problems: [{ code: 'particulars.changedMeanwhile' }] });
    expect(await particulars.listVersions(road.collectiveId, road.id)).toMatchObject([
      { version: 1, validFrom: '2020-01-01', extent: '2.5', keepingBody: 'Donghe committee', remark: '' },
      { version: 2, validFrom: '2025-07-01', extent: '2.5', condition: 'damaged', why: 'flood' },
    ]);
    const known = async (day: string) =>
      [...(await particulars.listInForce(village.id, day))].map(([id, { condition }]) => [id, condition]);
    expect(await known('2025-06-30')).toEqual([[road.id, 'inUse']]);
    expect(await known('2025-07-01')).toEqual([[road.id, 'damaged']]);
    expect(await known('2019-12-31')).toEqual([]);
  });

  it('knows nothing of an asset that is not there', async () => {
    const { particulars } = village.services;
    const nowhere = { collectiveId: village.id, id: 'nowhere' };
    const unknown = { code: 'assets.unknown' };
    await expect(particulars.change(nowhere, TYPED, ACCOUNTANT)).rejects.toMatchObject(unknown);
    await expect(particulars.listVersions(village.id, 'nowhere')).rejects.toMatchObject(unknown);
  });
});
