import { encode } from 'iconv-lite';
import { type AssetForm, FUND_LEVELS } from '../../src/domain/assets/asset';
import { ASSET_CLASSES, TITLE_LEVELS } from '../../src/domain/assets/asset-classes';
import { compareCrossTabs, crossTab } from '../../src/domain/assets/cross-tabs';
import { sumFen } from '../../src/domain/money/fen';
import { CrossTabsService } from '../../src/features/assets/cross-tabs.service';
import type { ParticularsForm } from '../../src/domain/assets/asset-particulars';
import { RegisterImportService } from '../../src/features/assets/register-import.service';
import { RegisterLayoutsService } from '../../src/features/assets/register-layouts.service';
import { registerSheet } from '../../src/features/assets/register-sheet';
import { RegisterService } from '../../src/features/assets/register.service';
import { ImportPreviewsService } from '../../src/platform/spreadsheets/import-previews.service';
import { writeWorkbook } from '../../src/platform/spreadsheets/write-workbook';
import { typedContract } from '../support/deductions';
import { countyPlatesOn } from '../support/asset-matters';
import { describeOnEachEngine } from '../support/engines';
import { ACCOUNTANT, type Services, STATION, Village } from '../support/village';

const ROAD: AssetForm = {
  ...STATION,
  kind: 'infrastructure',
  assetClass: 'public',
  name: 'Road',
  cost: '100.00',
  acquiredOn: '2020-01-01',
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
  ...{ projectYear: '2020', builder: '', acceptedOn: '', titlePaper: '' },
  ...{ plateNumber: 'LH1', location: 'north' },
  ...{ latitude: '32.1', longitude: '115.5', extent: '2.5', extentUnit: 'km', lifeYears: '15' },
  ...{ operatingBody: '', incomeBody: '', keepingBody: 'Donghe committee', disposalBody: '' },
  ...{ supervisionBody: 'Liuhe town', keeperPost: 'head', remark: '' },
};

const fund = (level: string, year: string, amount: string) => ({ level, year, amount });

function registerOn({ database, clock, assets, collectives, particulars }: Services) {
  const register = new RegisterService(assets, particulars, clock);
  const previews = new ImportPreviewsService(database, clock);
  const layouts = new RegisterLayoutsService('seeds');
  const county = countyPlatesOn(database, { assets, collectives });
  return { register, imports: new RegisterImportService(database, register, previews, layouts, county) };
}

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
    const { income, contracts, deductions } = village.services;
    const refused = { code: 'assets.earnsNothing', facts: { asset: name } };
    await expect(income.recordIncomeDue(village.id, rentOf(name), ACCOUNTANT)).rejects.toMatchObject(refused);
    const bill = { kind: 'insurance', name: 'x', postedOn: '2025-07-20', amount: '1.00', reason: '' };
    const cost = { ...bill, assetId: idOf(name) };
    await expect(deductions.recordDeduction(village.id, cost, ACCOUNTANT)).rejects.toMatchObject(refused);
    const contract = typedContract({ assetId: idOf(name) });
    await expect(contracts.addContract(village.id, contract, ACCOUNTANT)).rejects.toMatchObject(refused);
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
    const twice = { collectiveId: village.id, id: idOf('Market') };
    const market = particulars.change(twice, { ...TYPED, plateNumber: 'lh 1' }, ACCOUNTANT);
    await expect(market).rejects.toMatchObject({ problems: [{ code: 'assets.plateTaken' }] });
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

describeOnEachEngine("a county's register", (open) => {
  let village: Village;
  let empty: Village;
  let imports: RegisterImportService;
  let register: RegisterService;

  beforeAll(async () => {
    const { database } = await open();
    village = await Village.start(database);
    empty = await Village.start(database, { name: 'Xihe', under: '341226' });
    ({ imports, register } = registerOn(village.services));
    await village.addStation({ funds: [fund('central', '2017', '400000'), fund('county', '2018', '20000')] });
    for (const form of [ROAD, SHED, MARKET]) await village.addStation(form);
    const [road] = (await village.services.assets.listAssets(village.id)).filter(
      ({ asset }) => asset.name === 'Road',
    );
    const place = { collectiveId: village.id, id: road?.asset.id ?? '' };
    await village.services.particulars.change(place, TYPED, ACCOUNTANT);
  }, 60_000);

  const layout = () => new RegisterLayoutsService('seeds').requireLayout('standard');
  const sheetOf = async ({ id }: Village) =>
    registerSheet(await register.listItems(id), { layout: layout(), owner: 'x', span: 'x', remarks: [] });
  const upload = (of: Village, bytes: Buffer) =>
    imports.upload(of.id, { source: { bytes }, fileName: 'register.xlsx' }, ACCOUNTANT);
  const exported = async (of: Village) =>
    writeWorkbook(await sheetOf(of), { specimen: false, drawnAt: new Date(0) });

  it('goes out and comes into an empty village as the same register, once', async () => {
    const id = await upload(empty, await exported(village));
    const command = { ...ACCOUNTANT, key: 'confirm-once' };
    const taken = { added: 4, standing: 0 };
    expect(await imports.confirm(empty.id, { previewId: id }, command)).toEqual(taken);
    expect(await imports.confirm(empty.id, { previewId: id }, command)).toEqual(taken);
    expect(await sheetOf(empty)).toEqual(await sheetOf(village));
    const again = await upload(empty, await exported(village));
    expect(await imports.confirm(empty.id, { previewId: again }, ACCOUNTANT)).toEqual({
      added: 0,
      standing: 4,
    });
    expect((await sheetOf(empty)).rows).toHaveLength(6);
  });

  it('is entered whole or not at all, in whatever letters it was saved', async () => {
    const head = '名称,类别,种类,取得日期,产权单位,原值（万元）,年度,县级资金（万元）,照片';
    const rows = [
      '水塔,公益性,基础设施,2021-05-20,东河村,1.5,2021,1.5,有',
      '机井,公益性,机井,2021-05-20,东河村,2,2021,2,有',
    ];
    const bad = await upload(village, encode([head, ...rows].join('\n'), 'gb18030'));
    const before = await register.listItems(village.id);
    const { problems: said, unread } = await imports.read(village.id, bad);
    expect([said.map(({ code, field }) => `${code} ${field}`), unread]).toEqual([
      ['register.wordUnknown C3'],
      ['照片'],
    ]);
    const refused = imports.confirm(village.id, { previewId: bad }, ACCOUNTANT);
    await expect(refused).rejects.toMatchObject({ problems: [{ code: 'register.wordUnknown' }] });
    expect(await register.listItems(village.id)).toEqual(before);
    const torn = [head, ...rows, '泵房,公益性,基础设施,2021-02-30,东河村,=1+1,二一,2,'].join('\n');
    const problems = [
      { code: 'file.formula', field: 'F4' },
      { code: 'register.wordUnknown', field: 'C3' },
      { code: 'calendar.notADay', field: 'D4' },
      { code: 'calendar.notAYear', field: 'G4' },
    ];
    await expect(upload(village, Buffer.from(torn))).rejects.toMatchObject({ problems });
    const good = await upload(
      village,
      Buffer.from(`单位：万元\n${[head, rows[0]].join('\n')}\n合计,,,,,1.5,,1.50`),
    );
    await imports.confirm(village.id, { previewId: good }, ACCOUNTANT);
    const [tower] = (await register.listItems(village.id)).slice(before.length);
    expect(tower).toMatchObject({
      asset: { name: '水塔', assetClass: 'public', titleLevel: 'village', cost: 1_500_000n },
      funds: [{ level: 'county', year: 2021, amount: 1_500_000n }],
    });
  });

  it('reads its amounts in the unit that is named as one, whatever amount its title names', async () => {
    const head = '名称,类别,种类,取得日期,产权单位,原值,年度,县级资金';
    const row = '冷库,经营性,冷藏保鲜库,2021-05-20,东河村,600000,2021,600000';
    const titled = await upload(village, Buffer.from(`2024年50万元以上资产台账\n单位：元\n${head}\n${row}`));
    const { items, units, problems } = await imports.read(village.id, titled);
    expect([items.map(({ asset }) => asset.cost), units, problems]).toEqual([
      [60_000_000n],
      { inWan: new Set(), said: true, problems: [] },
      [],
    ]);
    const twice = await upload(village, Buffer.from(`单位：元\n金额单位：万元\n${head}\n${row}`));
    const refused = imports.confirm(village.id, { previewId: twice }, ACCOUNTANT);
    await expect(refused).rejects.toMatchObject({ problems: [{ code: 'register.unitTwice' }] });
  });

  it('is known to its own village only', async () => {
    const id = await upload(village, await exported(village));
    await expect(imports.read(empty.id, id)).rejects.toMatchObject({ code: 'file.previewGone' });
  });

  it('is added up over villages by the database, and every table of it agrees', async () => {
    const sums = await new CrossTabsService(village.services.database).sumsOf(
      [village.id, empty.id],
      '2025-07-20',
    );
    const byClass = crossTab(sums.assets, 'assetClass', ASSET_CLASSES);
    const items = [...(await register.listItems(village.id)), ...(await register.listItems(empty.id))];
    const cost = (assetClass: string) => items.filter(({ asset }) => asset.assetClass === assetClass);
    expect([...byClass.lines]).toEqual(
      ASSET_CLASSES.map((each) => [
        each,
        { count: cost(each).length, sum: sumFen(cost(each).map(({ asset }) => asset.cost)) },
      ]),
    );
    expect(byClass.total.count).toBe(items.length);
    expect(compareCrossTabs(byClass, crossTab(sums.assets, 'titleLevel', TITLE_LEVELS))).toEqual([]);
    expect(compareCrossTabs(byClass, crossTab(sums.funds, 'level', FUND_LEVELS), 'sums')).toEqual([]);
    const own = crossTab(sums.assets, 'collectiveId', []);
    expect([own.lines.get(village.id)?.count, own.lines.get(empty.id)?.count]).toEqual([5, 4]);
    const central = sums.funds.filter(({ level }) => level === 'central');
    expect(central).toEqual([{ level: 'central', year: '2017', count: 2, sum: 80_000_000n }]);
  });

  it('is nothing where there is no village', async () => {
    const sums = await new CrossTabsService(village.services.database).sumsOf([], '2025-07-20');
    expect(sums).toEqual({ assets: [], funds: [] });
  });
});
