import { BooksCheckService } from '../../src/features/months/books-check.service';
import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { yearForm, yearUse } from '../support/year-plans';
import { draftOf, openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { done } from './guantao-plan.fixture';

/** What a person reads: the text without its marks. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

const HELD = { stepNumber: '1', heldOn: '2025-07-05', stepPaper: '会议记录第3页' };
const YES = { due: '30', present: '25', inFavour: '24', against: '0', abstained: '1' };
const NO = { due: '30', present: '25', inFavour: '10', against: '14', abstained: '1' };

describe.each(enginesHere())('the sheet of a vote (%s)', (engine) => {
  let village: VillageApp;
  let books: string;
  let list: string;

  const publish = async (sheetAbout: string) => {
    const form = { sheet: 'resolution', sheetAbout, displayedOn: village.clock.today() };
    const { status, body } = await village.accountant.post(`${books}/notices/reports`, form);
    return { status, code: String(body['code']), told: JSON.stringify(body) };
  };
  const read = async (path: string) => textOf((await village.app.inject(path)).body);
  const drafted = async (path: string, form: object, vote: object): Promise<string> => {
    const { id } = await done(village.accountant.post(`${books}/${path}`, form));
    const plan = `${books}/${path}/${String(id)}`;
    await done(village.accountant.post(`${plan}/submit`, {}));
    expect((await publish(String(id))).told).toContain('notices.withoutMeeting');
    await done(village.accountant.post(`${plan}/meeting`, { ...HELD, ...vote }));
    return String(id);
  };

  beforeAll(async () => {
    village = await startVillageApp(engine);
    await openWith(village.app, village.villageId, 500_000n);
    books = `/api/villages/${village.villageId}`;
    list = `/villages/${village.villageId}/notices`;
  }, 120_000);
  afterAll(() => village.close());

  it('tells one that failed as failed, against what its law asks', async () => {
    const planId = await drafted('plans', draftOf('2000.00'), { outcome: 'refused', ...NO });
    const { code, status } = await publish(planId);
    expect(status).toBe(201);
    const page = await read(`/n/${code}`);
    for (const said of [
      '光伏收益分配表决结果公示',
      '没有通过',
      '同意10人，反对14人，弃权1人',
      '会议记录第3页',
    ])
      expect(page).toContain(said);
    for (const said of ['要几人 13，怎么算的 超过实到25人的一半', '2,000.00', '第二十六条', '一致。'])
      expect(page).toContain(said);
    expect(page).not.toContain('，通过。');
    // What a telephone shows largest is how it came out.
    expect(page).toContain('表决结果没有通过');
    const csv = (await village.app.inject(`/n/${code}/data.csv`)).body;
    expect(csv).toContain('同意,10,13,超过实到25人的一半,不够\r\n');
    expect((await publish(planId)).told).toContain('notices.nothingNew');
    const pdf = await village.app.inject(`/n/${code}/sheet.pdf`);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is offered where a plan of a year passed, and tells what it comes to', async () => {
    const accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
    expect(textOf((await accountant.get(list)).body)).not.toContain('（村民代表会议）');
    const form = yearForm({ uses: [yearUse({ amount: '600.00' })] });
    const planId = await drafted('year-plans', form, YES);
    const offer = textOf((await accountant.get(list)).body);
    expect(offer).toContain('2025年度光伏使用计划表决结果公示（村民代表会议）');
    const { code } = await publish(planId);
    const page = await read(`/n/${code}`);
    for (const said of ['通过。', '应到30人，实到25人', '这一年预计能用', '方案用600.00元', '一致。'])
      expect(page).toContain(said);
    expect(textOf((await accountant.get(list)).body)).not.toContain('（村民代表会议）');
  });

  it('is of a plan there is, and leaves the check of the books sound', async () => {
    expect((await publish('nobody')).told).toContain('plan.unknown');
    const { breaks } = await village.app.get(BooksCheckService).checkBooks(village.villageId);
    expect(breaks).toEqual([]);
  });
});
