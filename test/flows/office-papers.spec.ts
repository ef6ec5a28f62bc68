import { hasPdfToText, pdfText, squeezed } from '../notices/pdf-text';
import { Visitor } from '../platform/http-app.fixture';
import { describeOnEachEngine } from '../support/engines';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { approvePlan } from './public-sheet.fixture';

describeOnEachEngine('papers that the office prints and people sign', (_open, engine) => {
  let village: VillageApp;
  let accountant: Visitor;
  let home = '';

  beforeAll(async () => {
    village = await startVillageApp(engine);
    home = `/villages/${village.villageId}`;
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
  }, 300_000);
  afterAll(() => village.close());

  /** The paper behind a link of a page, as it is read without its gaps. */
  async function paperOf(page: string, href: string): Promise<string> {
    expect((await accountant.get(page)).body).toContain(`href="${href}"`);
    const answer = await accountant.get(href);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    return hasPdfToText() ? squeezed(pdfText(answer.rawPayload).join('')) : '';
  }

  it('say of a plan each step that was taken and each that was not', async () => {
    const planId = await approvePlan(village, 'burnt, no spare');
    const plan = `${home}/plans/${planId}`;
    const text = await paperOf(plan, `${plan}/record.pdf`);
    expect((await new Visitor(village.app).get(`${plan}/record.pdf`)).statusCode).not.toBe(200);
    if (text === '') return;
    for (const said of ['民主决策记录', '起草', '应到30人', '同意24', '还没有', '村主要负责人（签字）：'])
      expect(text).toContain(said);
    expect(text).toMatch(/方案校验码[0-9a-f]{16}。/);
  });

  it('say of an asset what its page says, and what the books have of it', async () => {
    const { body } = await accountant.get(`${home}/assets`);
    const [, asset = ''] = /href="(\/villages\/[^"]+\/assets\/[0-9a-f-]{36})"/.exec(body) ?? [];
    const text = await paperOf(asset, `${asset}/card.pdf`);
    if (text === '') return;
    for (const said of ['资产卡片', '原值', '元整', '钱从哪里来', '合计', '保管人（签字）：'])
      expect(text).toContain(said);
    expect((await accountant.get(`${home}/assets/none/card.pdf`)).statusCode).toBe(404);
  });
});
