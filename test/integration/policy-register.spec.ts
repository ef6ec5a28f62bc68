import type { StandardForm } from '../../src/domain/policy/local-standard';
import { FormProblems } from '../../src/domain/shared/problem';
import { run } from '../../src/platform/database/statements';
import { SetClock } from '../../src/platform/clock/clock';
import { seeded } from '../domain/policy/seeded';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { PolicyService } from '../../src/features/policy/policy.service';
import { packFile, PLACE, seedsWith } from '../support/policy-seeds';
import { expectScaleRules } from '../support/driver-spy';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { servicesOn, type Services } from '../support/village';

const OFFICER = { by: 'officer of the county' };
const PATH = ['341299', '341200'];
const VILLAGE_PATH = ['341299104201', '341299104', ...PATH];
const OFFICE = {
  ...{ parentId: null, organisationName: 'county office', noticeLabel: 'YH', routeId: null },
  ...{ contacts: [], booksOpenOn: '2025-01-01' },
};
const FORM: StandardForm = {
  region: '341299',
  numberId: 'main_use.floor',
  value: '60%',
  from: '2025-07-01',
  paperTitle: '县实施细则',
  paperNumber: '县农〔2025〕3号',
  paperIssuer: '县农业农村局',
  paperIssuedOn: '2025-06-20',
};

/** Codes with their fields, or the one code of a refusal. */
async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof FormProblems) return error.problems.map(({ field, code }) => `${field} ${code}`);
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : error;
}

describeOnEachEngine('the register of packs', (open) => {
  let opened: OpenDatabase;
  let services: Services;
  let countyId = '';
  let otherCountyId = '';
  let sentBefore = 0;
  const clock = new SetClock('2025-07-20');
  const { pack } = seeded.requirePack('341200/2023-09-21');

  beforeAll(async () => {
    opened = await open();
    services = servicesOn(opened.database, clock);
    const office = { ...OFFICE, kind: 'county' as const };
    const [own, other, village] = [
      { ...office, name: 'Yinghe', regionPath: PATH },
      { ...office, name: 'Yangli', regionPath: ['990100'] },
      { ...OFFICE, kind: 'village' as const, name: 'Caotan', regionPath: VILLAGE_PATH },
    ];
    countyId = (await services.collectives.createCollective(own)).id;
    await services.collectives.createCollective(village);
    otherCountyId = (await services.collectives.createCollective(other)).id;
    sentBefore = opened.sql.statements.length;
  });

  const valuesOn = async (day: string, path = PATH): Promise<string[]> =>
    (await services.standards.numbersOn(path, pack, day)).map(({ id, value }) => `${id} ${value}`);

  it('keeps a standard with its paper, from its day on, for its region and those in it', async () => {
    const { id } = await services.standards.addStandard(countyId, FORM, { ...OFFICER, key: 'add-one-1' });
    expect(await valuesOn('2025-06-30')).toEqual([]);
    expect(await valuesOn('2025-07-01')).toEqual(['main_use.floor 0.6']);
    expect(await valuesOn('2025-07-01', ['341200'])).toEqual([]);
    const [number] = await services.standards.numbersOn(['341299104', ...PATH], pack, '2025-12-31');
    expect(number).toEqual({
      ...{ id: 'main_use.floor', value: '0.6', decidedBy: 'county', from: '2025-07-01', standardId: id },
      paper: {
        ...{ title: '县实施细则', number: '县农〔2025〕3号' },
        ...{ issuer: '县农业农村局', issuedOn: '2025-06-20' },
      },
    });
  });

  it('enters a standard once, however often the page is sent', async () => {
    const again = await services.standards.addStandard(countyId, FORM, { ...OFFICER, key: 'add-one-1' });
    const kept = await services.standards.listStandards(PATH);
    expect(kept.map(({ id }) => id)).toEqual([again.id]);
    expect(kept[0]).toMatchObject({ enteredBy: OFFICER.by, withdrawn: undefined });
  });

  it('refuses a second one from the same day, another region’s, and saves nothing of it', async () => {
    const wish = (changes: Partial<StandardForm>): Promise<unknown> =>
      refusalOf(services.standards.addStandard(countyId, { ...FORM, ...changes }, OFFICER));
    expect(await wish({ value: '70%' })).toEqual(['from policy.standardStands']);
    expect(await wish({ region: '341204' })).toEqual(['region policy.otherRegion']);
    expect(await wish({ region: '341299109' })).toEqual(['region policy.regionUnknown']);
    expect(await wish({ numberId: 'bonus.ratio' })).toEqual(['numberId policy.numberUnknown']);
    expect(await services.standards.listStandards([...PATH, '341204'])).toHaveLength(1);
  });

  it('lets a township have its own, stricter than the county’s or alike, never looser', async () => {
    const township = { ...FORM, region: '341299104', from: '2025-08-01' };
    const looser = services.standards.addStandard(countyId, { ...township, value: '59.99%' }, OFFICER);
    expect(await refusalOf(looser)).toEqual(['value policy.looserThanAbove']);
    await services.standards.addStandard(countyId, { ...township, value: '65%' }, OFFICER);
    expect(await valuesOn('2025-08-01', ['341299104', ...PATH])).toEqual(['main_use.floor 0.65']);
    expect(await valuesOn('2025-08-01')).toEqual(['main_use.floor 0.6']);
    const village = { ...township, region: '341299104201', value: '64.99%' };
    expect(await refusalOf(services.standards.addStandard(countyId, village, OFFICER))).toEqual([
      'value policy.looserThanAbove',
    ]);
  });

  it('withdraws a wrong one with a reason, once, and it may be entered anew', async () => {
    const [first] = await services.standards.listStandards(PATH);
    const withdraw = (reason: string, id = first?.id ?? ''): Promise<unknown> =>
      services.standards.withdrawStandard(countyId, { id, reason }, OFFICER);
    expect(await refusalOf(withdraw('错'))).toEqual(['reason policy.reasonTooShort']);
    expect(await refusalOf(withdraw('抄错了一个数', 'none'))).toBe('policy.standardUnknown');
    await withdraw('抄错了一个数');
    expect(await refusalOf(withdraw('抄错了一个数'))).toBe('policy.standardWithdrawn');
    expect(await valuesOn('2025-07-01')).toEqual([]);
    await services.standards.addStandard(countyId, { ...FORM, value: '55%' }, OFFICER);
    expect(await valuesOn('2025-07-01')).toEqual(['main_use.floor 0.55']);
    const kept = await services.standards.listStandards(PATH);
    expect(kept[0]?.withdrawn).toMatchObject({ reason: '抄错了一个数', by: OFFICER.by });
  });

  it('goes by one of two packs only once a person of the county has chosen it, for its region', async () => {
    const later = packFile((raw) => Object.assign(raw.valid, { from: '2024-07-01', confirm_after: null }));
    const policy = new PolicyService(seedsWith({ [PLACE]: packFile(), '990100/2024-07-01.yaml': later }));
    const choices = new PackChoicesService(opened.database, clock, policy, services.collectives);
    const id = otherCountyId;
    const packFor = (day: string, path = ['990100101', '990100']) => choices.packFor(path, day);
    expect((await packFor('2024-06-30')).kind).toBe('one');
    expect(await choices.findPackFor(['990100'], '2023-12-31')).toBeUndefined();
    expect(await packFor('2024-08-15')).toMatchObject({ kind: 'several', region: '990100' });
    expect(await refusalOf(choices.findPackFor(['990100'], '2024-08-15'))).toBe('policy.twoPacksInForce');
    const form = { chosen: '990100/2024-07-01', from: '2024-08-01', reason: '以后印发的为准' };
    expect(await refusalOf(choices.choose(id, { ...form, from: '2024-06-30' }, OFFICER))).toEqual([
      'from policy.nothingToChoose',
    ]);
    await choices.choose(id, form, { ...OFFICER, key: 'choose-one' });
    await choices.choose(id, form, { ...OFFICER, key: 'choose-one' });
    expect(await choices.listChoices(['990100'])).toHaveLength(1);
    expect(await packFor('2024-07-31')).toMatchObject({ kind: 'several' });
    expect(await packFor('2024-08-01')).toMatchObject({
      kind: 'chosen',
      found: { pack: { id: form.chosen } },
      choice: { by: OFFICER.by, reason: form.reason, among: ['990100/2024-07-01', '990100/2024-01-01'] },
    });
    expect((await choices.findPackFor(['990100'], '2024-08-01'))?.pack.id).toBe(form.chosen);
  });

  it('asks who confirmed a pack past its day, until somebody did', async () => {
    const loaded = seeded.requirePack(pack.id);
    const on = (day: string) => services.confirmations.confirmationOf(PATH, loaded, day);
    expect(await on('2023-12-31')).toEqual({ kind: 'notNeeded' });
    expect(await on('2025-07-20')).toEqual({ kind: 'missing', after: '2023-12-31' });
    const form = { packId: pack.id, until: '2025-12-31', paperTitle: '', reason: '电话问过市农业农村局' };
    const wrong = { ...form, packId: '530113/2022-09-19', until: '2025-07-19' };
    expect(await refusalOf(services.confirmations.confirm(countyId, wrong, OFFICER))).toEqual([
      'packId form.notAllowed',
    ]);
    await services.confirmations.confirm(countyId, form, OFFICER);
    expect(await on('2025-12-31')).toMatchObject({
      kind: 'confirmed',
      confirmation: { by: OFFICER.by, digest: loaded.digest, paper: undefined, reason: form.reason },
    });
    expect((await on('2026-01-01')).kind).toBe('missing');
    expect((await services.confirmations.confirmationOf(['341200'], loaded, '2025-08-01')).kind).toBe(
      'missing',
    );
  });

  it.each(['local_standards', 'standard_withdrawals', 'pack_choices', 'pack_confirmations'])(
    'never changes a row of %s',
    async (table) => {
      const column = table === 'local_standards' ? 'value' : 'reason';
      const change = opened.database.inReferenceTransaction((tx) =>
        run(tx, `UPDATE ${table} SET ${column} = ?`, ['1']),
      );
      await expect(change).rejects.toThrow(/append-only|permission denied/);
    },
  );

  it('sends nothing that many machines could not carry out', () => {
    expectScaleRules(opened.sql.statements.slice(sentBefore));
  });
});
