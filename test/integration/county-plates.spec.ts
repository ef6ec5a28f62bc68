import type { ParticularsForm } from '../../src/domain/assets/asset-particulars';
import { PARTICULARS } from '../../src/domain/assets/asset-particulars';
import { RegisterImportService } from '../../src/features/assets/register-import.service';
import { RegisterLayoutsService } from '../../src/features/assets/register-layouts.service';
import { RegisterService } from '../../src/features/assets/register.service';
import { ImportPreviewsService } from '../../src/platform/spreadsheets/import-previews.service';
import { countyPlatesOn } from '../support/asset-matters';
import { describeOnEachEngine } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';

const FILE = `名称,类别,种类,取得日期,产权单位,原值,年度,县级资金,状态,标牌编号
水塔,公益性,基础设施,2021-05-20,东河村,100,2021,100,在用,lh 1
机井,公益性,基础设施,2021-05-20,东河村,100,2021,100,在用,LH2`;

const TYPED: ParticularsForm = {
  ...(Object.fromEntries(PARTICULARS.map((name) => [name, ''])) as Omit<
    ParticularsForm,
    'validFrom' | 'why' | 'basedOn'
  >),
  ...{ condition: 'inUse', plateNumber: 'LH1', validFrom: '2025-01-01', why: '', basedOn: '0' },
};

describeOnEachEngine('the plates of a county', (open) => {
  let here: Village;
  let near: Village;
  let far: Village;
  let known: string;

  beforeAll(async () => {
    const { database } = await open();
    here = await Village.start(database);
    near = await Village.start(database, { name: 'Nanhe' });
    far = await Village.start(database, { name: 'Xihe', under: '341226' });
    const roles = [near.id, here.id].map((collectiveId) => ({ role: 'accountant' as const, collectiveId }));
    const person = { username: 'both', password: 'x'.repeat(12), displayName: 'B', officeId: near.id };
    known = await here.services.users.createUser({ ...person, roles });
  }, 60_000);

  const give = (of: Village, id: string, form: Partial<ParticularsForm>, by = ACCOUNTANT.by) =>
    of.services.particulars.change({ collectiveId: of.id, id }, { ...TYPED, ...form }, { by });
  const importsOf = ({ services }: Village) => {
    const { database, clock, assets, collectives, particulars } = services;
    const previews = new ImportPreviewsService(database, clock);
    const county = countyPlatesOn(database, { assets, collectives });
    const register = new RegisterService(assets, particulars, clock);
    return new RegisterImportService(
      database,
      register,
      previews,
      new RegisterLayoutsService('seeds'),
      county,
    );
  };
  const problemsOf = async (of: Village, by?: string) => {
    const source = { bytes: Buffer.from(FILE) };
    const id = await importsOf(of).upload(of.id, { source, fileName: 'r.csv' }, ACCOUNTANT);
    return (await importsOf(of).read(of.id, id, by === undefined ? {} : { by })).problems;
  };

  it('are given once, and the other asset is named to who may see it', async () => {
    const [station, other] = [await here.addStation(), await near.addStation()];
    await give(here, station, {});
    const code = (problem: string) => ({ problems: [{ code: problem }] });
    await expect(give(near, other, { plateNumber: 'ｌｈ 1' })).rejects.toMatchObject(
      code('assets.plateTakenInCounty'),
    );
    await expect(give(near, other, {}, known)).rejects.toMatchObject(code('assets.plateTakenThere'));
    const there = await far.addStation();
    expect(await give(far, there, {})).toEqual({ version: 1 });
    const unseen = await problemsOf(near);
    expect(unseen).toMatchObject([{ code: 'assets.plateTakenInCounty', value: 'lh 1' }]);
    expect(unseen[0]).not.toHaveProperty('facts');
    const facts = { asset: 'Station 1', village: 'Donghe' };
    expect(await problemsOf(near, known)).toMatchObject([{ code: 'assets.plateTakenThere', facts }]);
  });

  it('are of a register that is asked about, where it names another village', async () => {
    const text = FILE.replaceAll('东河村', 'Donghe cooperative')
      .replace('lh 1', 'LH-71')
      .replace('LH2', 'LH-72');
    const imports = importsOf(near);
    const source = { bytes: Buffer.from(text) };
    const previewId = await imports.upload(near.id, { source, fileName: 'r.csv' }, ACCOUNTANT);
    const { elsewhere } = await imports.read(near.id, previewId);
    expect(elsewhere).toEqual([{ text: 'Donghe cooperative', other: 'Donghe' }]);
    const confirm = (importReason: string) =>
      imports.confirm(near.id, { previewId, importReason }, ACCOUNTANT);
    await expect(confirm(' ')).rejects.toMatchObject({
      problems: [{ code: 'register.elsewhere', field: 'importReason' }],
    });
    expect(await confirm('its name before the merger')).toEqual({ added: 2, standing: 0 });
    const versions = await near.services.particulars.listInForce(near.id, '2025-07-01');
    expect([...versions.values()].map(({ why }) => why)).toContain('its name before the merger');
    // What stands there already, and a village of another county, are not asked about.
    const again = await imports.upload(near.id, { source, fileName: 'r.csv' }, ACCOUNTANT);
    expect((await imports.read(near.id, again)).elsewhere).toEqual([]);
    const there = await importsOf(far).upload(far.id, { source, fileName: 'r.csv' }, ACCOUNTANT);
    expect((await importsOf(far).read(far.id, there)).elsewhere).toEqual([]);
  });

  it('go to one of two villages that give one at the same moment', async () => {
    const [station, other] = [await here.addStation({ name: 'a' }), await near.addStation({ name: 'b' })];
    const late = { plateNumber: 'LH-9' };
    const raced = await Promise.allSettled([give(near, other, late), give(here, station, late)]);
    expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are free again when their asset has left', async () => {
    const shed = {
      kind: 'other',
      assetClass: 'household',
      titleLevel: 'household',
      acquiredOn: '2024-06-01',
    };
    const [stall, other] = [
      await here.addStation({ ...shed, name: 'stall' }),
      await near.addStation({ name: 'c' }),
    ];
    const plate = { plateNumber: 'LH-11' };
    await give(here, stall, plate);
    await expect(give(near, other, plate)).rejects.toMatchObject({
      problems: [{ code: 'assets.plateTakenInCounty' }],
    });
    const form = {
      departureWay: 'toHousehold',
      leftOn: '2025-07-10',
      departureReason: 'given',
      paper: 'letter 7',
      approvedBy: 'members',
    };
    const { id } = await here.services.departures.record(here.id, { assetId: stall, form }, ACCOUNTANT);
    await give(near, other, plate);
    // It does not come back with a plate that hangs elsewhere by now.
    const at = { collectiveId: here.id, assetId: stall, departureId: id };
    await expect(here.services.departures.withdraw(at, 'entered wrongly', ACCOUNTANT)).rejects.toMatchObject({
      problems: [{ code: 'assets.plateTakenInCounty' }],
    });
  });
});
