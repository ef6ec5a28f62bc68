import { createHash } from 'node:crypto';
import { KeptPdf } from '../../src/platform/pdf/kept-pdf';
import { hasPdfToText, pdfText } from '../notices/pdf-text';
import { Visitor } from '../platform/http-app.fixture';
import { unzip } from '../integration/audit-file.fixture';
import { enginesHere } from '../support/engines';
import { letIn, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { type PaidVillage, payVillage } from './household-slips.fixture';
import { publishSheet } from './public-sheet.fixture';

const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
const AGAIN = '<meta http-equiv="refresh" content="2"';
const WAGES = { sheet: 'post-wages', pool: '', sheetFrom: '2025-05-01', sheetTo: '2025-05-31' };

/** Two villages with a plan's sheet each, and one of them with a sheet that lists people. */
describe.each(enginesHere())('the sheets of an office, printed in one go (%s)', (engine) => {
  let village: VillageApp;
  let paid: PaidVillage;
  let township: Visitor;
  let county: Visitor;
  let at: string;

  const open = async (path: string, by = township) => {
    const answer = await by.get(path);
    expect(answer.statusCode).toBe(200);
    return answer;
  };
  const filesIn = async (path: string, by = township) => unzip((await open(path, by)).rawPayload);

  beforeAll(async () => {
    village = await startVillageApp(engine);
    at = `/township/${village.townshipId}/sheets`;
    await publishSheet(village);
    paid = await payVillage(village, '村东保洁');
    const form = { ...WAGES, displayedOn: village.clock.today() };
    const { status } = await paid.accountant.post(`/api/villages/${paid.id}/notices/reports`, form);
    expect(status).toBeLessThan(300);
    await letIn(village.app, { name: 'county', role: 'county', collectiveId: village.townshipId });
    [township, county] = [new Visitor(village.app), new Visitor(village.app)];
    await township.logIn({ username: 'li', password: PASSWORD });
    await county.logIn({ username: 'county', password: PASSWORD });
  }, 240_000);
  afterAll(() => village.close());

  it('are told before they are drawn, and drawn with a bar that says how far', async () => {
    const before = await open(at);
    expect(textOf(before.body)).toContain('画好 0 张，共 3 张');
    expect(before.body).not.toContain(AGAIN);
    const drawing = await open(`${at}?draw=yes`);
    expect(drawing.body).toContain(AGAIN);
    expect(drawing.body).toMatch(/<progress value="\d" max="3"/);
    let page = drawing;
    for (let look = 0; look < 200 && page.body.includes(AGAIN); look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      page = await open(`${at}?draw=yes`);
    }
    expect(textOf(page.body)).toContain('合成一个PDF打印（3张）');
  });

  it('lie in one archive, each byte for byte as it hangs, with a list of their digests', async () => {
    const files = await filesIn(`${at}.zip`);
    const names = [...files.keys()];
    expect(names).toHaveLength(4);
    expect(names.at(-1)).toBe('清单.csv');
    expect(names[0]).toMatch(/^Donghe\/DH公示〔2025〕1号 .*分配 [2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}\.pdf$/);
    const list = files.get('清单.csv')?.toString() ?? '';
    for (const name of names.slice(0, 3)) {
      const bytes = files.get(name) ?? Buffer.alloc(0);
      const code = name.slice(-16, -4);
      expect(bytes.equals((await village.app.inject(`/n/${code}/sheet.pdf`)).rawPayload)).toBe(true);
      expect(list).toContain(createHash('sha256').update(bytes).digest('hex'));
      expect(list).toContain(code);
    }
  });

  it('are one PDF of the same pages', async () => {
    const files = await filesIn(`${at}.zip`);
    const sheets = [...files].filter(([name]) => name.endsWith('.pdf')).map(([, bytes]) => bytes);
    const answer = await open(`${at}.pdf`);
    expect(answer.headers['content-disposition']).toContain('.pdf"');
    const whole = answer.rawPayload;
    expect(new KeptPdf(whole).pages).toHaveLength(sheets.flatMap((each) => new KeptPdf(each).pages).length);
    if (hasPdfToText()) expect(pdfText(whole)).toEqual(sheets.flatMap((each) => pdfText(each)));
  });

  it('are chosen by kind, village and days', async () => {
    const namesOf = async (asked: string) => [...(await filesIn(`${at}.zip?${asked}`)).keys()].slice(0, -1);
    expect(await namesOf('sheet=post-wages')).toEqual([expect.stringContaining('公益性岗位工资')]);
    expect(await namesOf(`villageId=${village.villageId}`)).toEqual([expect.stringMatching(/^Donghe\//)]);
    expect(await namesOf('sheetTo=2025-05-31&sheetFrom=2025-05-31')).toHaveLength(3);
    expect(await namesOf('sheetFrom=2025-07-01')).toEqual([expect.stringMatching(/^Donghe\//)]);
    expect(textOf((await open(`${at}?sheetFrom=2026-01-01`)).body)).toContain('没有这样的公示。');
    const wrong = await open(`${at}?sheet=nonsense&sheetFrom=x&villageId=far`);
    expect(textOf(wrong.body)).toContain('有 3 处要改');
    expect((await township.get(`${at}.pdf?sheet=nonsense`)).statusCode).toBe(422);
    // A file without a page is none.
    for (const ending of ['pdf', 'zip'])
      expect((await township.get(`${at}.${ending}?sheetFrom=2026-01-01`)).statusCode).toBe(404);
  });

  it('show an office that has no part in the books what everybody may see of people', async () => {
    const wages = async (by: Visitor) => {
      const [pdf] = (await filesIn(`${at}.zip?sheet=post-wages`, by)).values();
      return pdf ?? Buffer.alloc(0);
    };
    const hanging = await wages(county);
    expect(hanging.equals(await wages(township))).toBe(true);
    village.clock.moveTo('2025-09-30');
    const after = await wages(county);
    expect(after.equals(hanging)).toBe(false);
    if (hasPdfToText()) {
      expect(pdfText(hanging).join('')).toMatch(/[李王]\*/);
      expect(pdfText(after).join('')).not.toMatch(/[李王]\*/);
    }
    expect((await wages(township)).equals(hanging)).toBe(true);
  });

  it('leave out what was withdrawn', async () => {
    const { items } = (await paid.accountant.get(`/api/villages/${paid.id}/notices`)).body;
    const [{ id } = { id: '' }] = items as { id: string }[];
    const path = `/api/villages/${paid.id}/notices/${id}/withdrawal`;
    const { status } = await paid.accountant.post(path, { recallReason: '名单有误，重新核对' });
    expect(status).toBeLessThan(300);
    const names = [...(await filesIn(`${at}.zip`)).keys()].join('\n');
    expect(names).toMatch(/^Donghe.*\nWages.*分配 .*\n清单.csv$/);
  });
});
