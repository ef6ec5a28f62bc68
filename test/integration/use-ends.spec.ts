import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, DEPUTY, type Village } from '../support/village';
import { workSheetsOn } from '../support/works';
import { approve, draftUnder, villageUnder } from './plan-village.fixture';
import { codesOf, PERSON, SHEET, WORK } from './works.fixture';

const TODAY = '2022-07-20';

/** 60.00 of labour a sheet; 15 % of 500.00 and 300.00 is 120.00 to the fen. Source: GX-2-7a. */
describeOnEachEngine('the end of a work', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let workId: string;
  let last: string;

  const on = () => workSheetsOn(opened.database, village.services);
  const owe = async (days: { from: string; to: string }, rate = '60'): Promise<[string, string]> => {
    const form = { ...SHEET, ...days, labourRows: `1 1 ${rate}` };
    const { id: sheetId } = await on().sheets.enterSheet(village.id, { workId, form }, ACCOUNTANT);
    return [sheetId, await accept(sheetId)];
  };
  const accept = async (sheetId: string): Promise<string> => {
    const { voucher } = await on().sheets.acceptSheet(
      village.id,
      { workId, sheetId, acceptedOn: TODAY },
      DEPUTY,
    );
    return voucher.entryId;
  };
  const finish = (finishedOn: string) =>
    on().sheets.finishWork(village.id, { workId, form: { finishedOn, finishReason: '' } }, ACCOUNTANT);
  const told = async (): Promise<string[]> =>
    ownPasses(await village.services.check.checkBooks(village.id)).breaks.map(({ code }) => code);
  const work = () => on().works.requireWork(village.id, workId);

  beforeAll(async () => {
    opened = await open();
    village = await villageUnder(opened, { region: '450000', today: TODAY });
    const head = { ...PERSON, fromDay: '2022-01-01' };
    await on().members.enterHousehold(village.id, { villageGroup: '1', head }, ACCOUNTANT);
    const wish = { region: '450000', today: TODAY, reasons: { 'GX-3-6a2': 'later' } };
    const planId = await draftUnder(village, { wish, uses: { target: '300.00' } });
    await approve(village, planId);
    const { lines } = await village.services.plans.requirePlan(village.id, planId);
    const claimId = lines[0]?.claims[0]?.id ?? '';
    const funded = { workInvestment: '2000.00', workCentral: '500.00', workRegion: '300.00' };
    const form = { ...WORK, ...funded, claimId, workName: 'road' };
    workId = (await on().sheets.openWork(village.id, form, ACCOUNTANT)).id;
  });
  afterAll(() => opened.close());

  it('lies on no day before the last one of its work', async () => {
    await owe({ from: '2022-07-10', to: '2022-07-10' });
    [, last] = await owe({ from: '2022-07-18', to: '2022-07-18' });
    expect(await codesOf(finish('2022-07-17'))).toEqual(['uses.endBeforeWork']);
    await finish('2022-07-18');
    expect((await work()).finished?.on).toBe('2022-07-18');
  });

  it('does not outlast the voucher of one of its sheets: what was taken back is owed again', async () => {
    await village.reverse(last);
    const { finished, reopened, sheets } = await work();
    expect([finished, reopened]).toEqual([undefined, { on: TODAY, finishedOn: '2022-07-18' }]);
    expect(await codesOf(finish(TODAY))).toEqual(['works.sheetsWaiting']);
    last = await accept(sheets[1]?.id ?? '');
    expect((await work()).finished).toBeUndefined();
    await finish('2022-07-19');
    expect((await work()).finished?.on).toBe('2022-07-19');
    expect((await work()).acts.map(({ act, entryId }) => [act, entryId !== undefined])).toEqual([
      ['finished', false],
      ['reopened', true],
      ['finished', false],
    ]);
    expect(await told()).toEqual([]);
  });

  it('is judged again: a share that a document asks for is met anew or the work goes on', async () => {
    await village.reverse(last);
    const [, second] = (await work()).sheets;
    const withdrawn = { workId, sheetId: second?.id ?? '', withdrawnWhy: 'not there' };
    await on().works.withdrawSheet(village.id, withdrawn, ACCOUNTANT);
    expect(await codesOf(finish(TODAY))).toEqual(['policy.ruleBroken GX-2-7a']);
    await owe({ from: '2022-07-18', to: '2022-07-18' }, '59.99');
    expect(await codesOf(finish(TODAY))).toEqual(['policy.ruleBroken GX-2-7a']);
    [, last] = await owe({ from: '2022-07-19', to: '2022-07-19' }, '0.01');
    await finish(TODAY);
  });

  it('is one with the other works of its claim: their share of labour is judged together', async () => {
    const claimId = (await work()).claimId;
    const beside = { ...WORK, claimId, workName: 'bridge' };
    const open = (form: typeof WORK) => on().sheets.openWork(village.id, form, ACCOUNTANT);
    expect(await codesOf(open(beside))).toEqual(['works.totalMissing']);
    const road = workId;
    // 15 % of 800.00 and 100.00 is 135.00: 120.00 are paid on the road.
    workId = (await open({ ...beside, workInvestment: '100.00', workCentral: '100.00' })).id;
    await owe({ from: '2022-07-11', to: '2022-07-11' }, '14.99');
    expect(await codesOf(finish(TODAY))).toEqual(['policy.ruleBroken GX-2-7a']);
    const [sheetId, entryId] = await owe({ from: '2022-07-12', to: '2022-07-12' }, '0.01');
    await finish(TODAY);
    await village.reverse(entryId);
    const works = await on().works.listWorks(village.id);
    expect(works.map(({ finished, acts }) => [finished, acts.at(-1)?.act])).toEqual([
      [undefined, 'reopened'],
      [undefined, 'reopened'],
    ]);
    await accept(sheetId);
    await finish(TODAY);
    workId = road;
    await finish(TODAY);
    expect(await told()).toEqual([]);
  });

  it('and a reversal at once leave no finished work with a sheet that waits', async () => {
    await village.reverse(last);
    for (let round = 0; round < 3; round += 1) {
      const waiting = (await work()).sheets.find(({ state }) => state === 'takenBack');
      last = await accept(waiting?.id ?? '');
      const acts = [() => finish(TODAY), () => village.reverse(last)];
      const tried = round % 2 === 0 ? acts : [...acts].reverse();
      await Promise.allSettled(tried.map((act) => act()));
      expect((await work()).finished).toBeUndefined();
      expect((await work()).sheets.filter(({ state }) => state === 'takenBack')).toHaveLength(1);
    }
    expect(await told()).toEqual([]);
  });

  it('is checked: it was opened again by the reversal of one of its own vouchers', async () => {
    expect(await told()).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.keep();
    const other = "(SELECT id FROM ledger_entries WHERE source_kind <> 'grant' ORDER BY id LIMIT 1)";
    await hand.run(`UPDATE work_end_acts SET entry_id = ${other} WHERE act = 'reopened' AND act_number = 1`);
    expect(await told()).toContain('check.reopenedDiffers');
    await hand.putBack();
    await hand.close();
  });
});
