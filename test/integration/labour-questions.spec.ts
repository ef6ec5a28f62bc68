import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { workSheetsOn } from '../support/works';
import { codesOf, PERSON, SHEET, WORK } from './works.fixture';

describeOnEachEngine('who is paid on a labour sheet', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let workId: string;

  const on = () => workSheetsOn(opened.database, village.services);
  const enter = (labourRows: string, labourWhy = '') => {
    const form = { ...SHEET, labourRows, labourWhy };
    return on().sheets.enterSheet(village.id, { workId, form }, ACCOUNTANT);
  };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(300_000n);
    // 1 is 89, 2 a child of nine, 3 without the ability to work, 4 an officer, 5 like most.
    const others = [
      { personName: 'Child', identity: '341202201602290011' },
      { personName: 'Ill', identity: '341202199912311236', labour: 'none' },
      { personName: 'Officer', identity: '34120219850615009X', officerRelation: 'officer' },
      { personName: 'Zhou', identity: '341202198001010016' },
    ];
    for (const other of [{}, ...others]) {
      const head = { ...PERSON, ...other };
      await on().members.enterHousehold(village.id, { villageGroup: '1', head }, ACCOUNTANT);
    }
    const labour = { bucket: 'labour', targetGroup: 'unknown', forWhat: 'ditches' };
    const plan = await village.approvedPlan([claimOf(160_000n), claimOf(120_000n, labour)]);
    const form = { ...WORK, claimId: plan.claimIds[1] ?? '' };
    workId = (await on().sheets.openWork(village.id, form, ACCOUNTANT)).id;
  });
  afterAll(() => opened.close());

  it('is asked about as on a post, and a child is refused, also with a reason', async () => {
    expect(await codesOf(enter('2 1 100', 'he only watched'))).toEqual(['works.tooYoung']);
    expect(await codesOf(enter('1 1 100\n3 1 100\n4 1 100'))).toEqual([
      ...['works.cannotWork', 'works.tooOld', 'works.officer'],
    ]);
    expect(await codesOf(enter('1 1 100', 'so'))).toEqual(['policy.reasonTooShort']);
    expect(await codesOf(enter('5 1 500.01'))).toEqual(['works.muchPay']);
    const { id: sheetId } = await enter('1 1 100\n3 1 100\n4 1 500.01', 'a night at the pump');
    const { sheet } = await on().works.requireSheet(village.id, { workId, sheetId });
    expect(sheet.labourWhy).toBe('a night at the pump');
    // Where nothing asks nothing is kept.
    const { id: plain } = await enter('5 1 500', 'needless here');
    const kept = await on().works.requireSheet(village.id, { workId, sheetId: plain });
    expect(kept.sheet.labourWhy).toBeNull();
  });
});
