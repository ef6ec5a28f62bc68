import { enginesHere } from '../support/engines';
import { startVillageApp, type VillageApp } from './api-village.fixture';
import { done } from './guantao-plan.fixture';
import { publishSheet } from './public-sheet.fixture';

/** What a person reads: the text without its marks. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

describe.each(enginesHere())('two sheets of the wall, held together (%s)', (engine) => {
  let village: VillageApp;
  let one: string;
  let two: string;

  beforeAll(async () => {
    village = await startVillageApp(engine);
    one = await publishSheet(village);
    const books = `/api/villages/${village.villageId}`;
    village.clock.moveTo('2025-07-08');
    for (const name of ['first', 'second']) {
      const cost = { kind: 'other', name, postedOn: '2025-07-07', amount: '10.00', reason: 'due' };
      await done(village.accountant.post(`${books}/deductions`, cost));
    }
    village.clock.moveTo('2025-07-09');
    const wish = { sheet: 'income-expenditure', pool: 'pv', sheetFrom: '2025-07-01', sheetTo: '2025-07-08' };
    const sheet = { ...wish, displayedOn: '2025-07-09' };
    two = String((await done(village.accountant.post(`${books}/notices/reports`, sheet)))['code']);
  }, 120_000);
  afterAll(() => village.close());

  const ask = (asked: Record<string, string>) =>
    village.app.inject(`/verify/two?${new URLSearchParams(asked).toString()}`);

  it('are asked for on the page of each', async () => {
    const { body } = await village.app.inject(`/n/${one}`);
    expect(body).toContain(`href="/verify/two?code=${one}"`);
    const form = await ask({ code: one });
    expect([form.statusCode, form.body.includes(`value="${one}"`)]).toEqual([200, true]);
    expect(textOf(form.body)).toContain('两张公示一起核');
    expect((await ask({})).statusCode).toBe(200);
  });

  it('prove how many vouchers lie between them, as typed from paper', async () => {
    for (const asked of [
      { code: one, other: two },
      { code: two.toLowerCase().replaceAll('-', ' '), other: one },
    ]) {
      const answer = await ask(asked);
      const text = textOf(answer.body);
      expect(answer.statusCode).toBe(200);
      expect(text).toMatch(/一笔不少 ?从第(\d+)笔到第(\d+)笔，一共2笔/);
      expect(text).toContain('没有少，也没有改');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('say which of the two codes cannot be right', async () => {
    const wrong = await ask({ code: one, other: 'AB' });
    expect([wrong.statusCode, textOf(wrong.body)]).toEqual([404, expect.stringContaining('您输了2位')]);
    expect(wrong.body).toContain('id="other-fault"');
    expect(wrong.body).not.toContain('id="code-fault"');
    expect(textOf((await ask({ code: one, other: one })).body)).toContain('两次输的是同一张公示');
  });
});
