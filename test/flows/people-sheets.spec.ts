import { AidListsService } from '../../src/features/distribution/aid-lists.service';
import { WorkSheetsService } from '../../src/features/distribution/work-sheets.service';
import { unzip } from '../integration/audit-file.fixture';
import { hasPdfToText, pdfText, squeezed } from '../notices/pdf-text';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { UsersService } from '../../src/features/users/users.service';
import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { PAID_PEOPLE, type PaidVillage, payVillage } from './household-slips.fixture';

const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
const BY = { by: 'accountant' };
const ROWS = '1 1 60\n2 0.5 80';
/** What the village wrote of why it gave something: it stands in the office alone. */
const SECRET = '大病住院';
/** Where the standard is written: open to who audits, on no sheet. */
const WRITTEN_IN = '残疾人补助办法';
/** Each sheet about people with what it says at any time, and what of people while it hangs alone. */
const SHEETS = [
  {
    sheet: 'post-appointments',
    days: { sheetFrom: '2025-01-01', sheetTo: '2025-06-30' },
    always: ['公益性岗位聘用', '村东保洁', '600.00', '新上岗', '从哪些人里选的', '不满三人', '合计 2，'],
    during: ['李*', '王*', '聘前公示到'],
    facts: ['"way":"came"', '"came":"2"'],
  },
  {
    sheet: 'post-wages',
    days: { sheetFrom: '2025-05-01', sheetTo: '2025-05-31' },
    // 600.00 + 600.00 × 20 ÷ 31 = 387.096…
    always: ['公益性岗位工资', '987.10', '已发', '待发', '2025年5月', '方案定的', '1,000.00'],
    during: ['李*', '王*', '村东保洁', '少几天 11'],
    facts: ['"short":22'],
  },
  {
    sheet: 'works-labour',
    days: { sheetFrom: '2025-07-01', sheetTo: '2025-07-04' },
    // 1 day × 60.00 and half a day × 80.00, of 400.00 that the work costs.
    always: ['小型工程用工', '100.00', '修水渠', '25.00%', '谁验收的', '400.00'],
    during: ['李*', '王*', '天数 0.5'],
    facts: ['"days":1', '"investment":"40000"'],
  },
  {
    sheet: 'rewards-subsidies',
    days: { sheetFrom: '2025-07-01', sheetTo: '2025-07-12' },
    always: ['奖励补助', '50.00', '二、哪一种多少人、多少钱'],
    during: ['李*', '王*', '30.00'],
    facts: ['"kind":"general"'],
  },
] as const;

/** Of two people who are owed 600.00 and 387.10 for their posts nobody is paid yet. */
describe.each(enginesHere())('the sheets about people (%s)', (engine) => {
  let village: VillageApp;
  let paid: PaidVillage;
  let visitor: Visitor;
  const codes = new Map<string, string>();

  const open = async (path: string) => (await village.app.inject(path)).body;
  const publish = async ({ sheet, days }: (typeof SHEETS)[number]) => {
    const form = { sheet, pool: '', ...days, displayedOn: village.clock.today() };
    const { status, body } = await paid.accountant.post(`/api/villages/${paid.id}/notices/reports`, form);
    if (status >= 300) throw new Error(JSON.stringify(body));
    return body;
  };
  /** Labour of two people on a work for relief, and gifts to both; a township’s officer accepts them. */
  const grantMore = async () => {
    const [works, aid] = [village.app.get(WorkSheetsService), village.app.get(AidListsService)];
    const users = await village.app.get(UsersService).listUsers(village.townshipId);
    const by = { by: users[0]?.userId ?? '' };
    const today = village.clock.today();
    const [labour] = await works.listLabourClaims(paid.id);
    const work = { workName: '修水渠', workInvestment: '400.00', workCentral: '300.00', workRegion: '0' };
    const claimId = labour?.claim.id ?? '';
    const { id: workId } = await works.openWork(paid.id, { claimId, ...work, projectId: '' }, BY);
    const form = {
      item: 'labour_pay',
      from: '2025-07-01',
      to: '2025-07-02',
      labourRows: ROWS,
      paper: '签名表',
    };
    const { id: sheetId } = await works.enterSheet(paid.id, { workId, form }, BY);
    await works.acceptSheet(paid.id, { workId, sheetId, acceptedOn: today }, by);
    const [reward] = await aid.listClaims(paid.id);
    const list = { claimId: reward?.claim.id ?? '', aidKind: 'own', aidGround: SECRET, aidBasis: WRITTEN_IN };
    const rows = { aidRows: '1 30\n2 20', aidTotal: '50.00', potOf: '', potPercent: '', equalReason: '' };
    const { id: listId } = await aid.enterList(paid.id, { ...list, ...rows }, BY);
    await aid.acceptList(paid.id, { listId, aidOn: today, aidReason: '' }, by);
  };
  const codeOf = (sheet: string): string => codes.get(sheet) ?? '';

  beforeAll(async () => {
    village = await startVillageApp(engine);
    paid = await payVillage(village, '村东保洁', [
      { bucket: 'labour', forWhat: '用工', amount: '100.00' },
      { bucket: 'reward', forWhat: '奖补', amount: '50.00' },
    ]);
    await grantMore();
    visitor = new Visitor(village.app);
    await visitor.logIn({ username: 'wages', password: PASSWORD });
    for (const each of SHEETS) codes.set(each.sheet, String((await publish(each))['code']));
  }, 240_000);
  afterAll(() => village.close());

  it.each(SHEETS)('tells everybody masked names while it hangs: $sheet', async (each) => {
    const code = codeOf(each.sheet);
    const page = textOf(await open(`/n/${code}`));
    for (const said of [...each.always, ...each.during, '一致。']) expect(page).toContain(said);
    const facts = await open(`/n/${code}/data.json`);
    for (const said of each.facts) expect(facts).toContain(said);
    const csv = await open(`/n/${code}/data.csv`);
    expect(csv).toContain(each.during[0]);
    for (const told of [page, facts, csv]) expectNobodyOnSheet(told);
    for (const { personName } of PAID_PEOPLE) expect(facts).not.toContain(`${personName.slice(0, 1)}*`);
  });

  it.each(SHEETS)('says nothing new where the books say the same: $sheet', async (each) => {
    await expect(publish(each)).rejects.toThrow('notices.nothingNew');
  });

  it.each(SHEETS)(
    'is looked at in the office with its proof, as the wall has it: $sheet',
    async ({ sheet }) => {
      const { items } = (await paid.accountant.get(`/api/villages/${paid.id}/notices`)).body;
      const { id } = (items as { id: string; code: string }[]).find(({ code }) => code === codeOf(sheet)) ?? {
        id: '',
      };
      const { statusCode, body } = await visitor.get(`/villages/${paid.id}/notices/${id}`);
      expect(statusCode).toBe(200);
      expectNobodyOnSheet(body);
    },
  );

  it('is printed for the wall with one character of each name hidden: every sheet', async () => {
    const { items } = (await paid.accountant.get(`/api/villages/${paid.id}/notices`)).body;
    const ids = new Map((items as { id: string; code: string }[]).map(({ id, code }) => [code, id]));
    for (const each of SHEETS) {
      const id = ids.get(codeOf(each.sheet)) ?? '';
      const ways = [`/villages/${paid.id}/notices/${id}/sheet.pdf`, `/n/${codeOf(each.sheet)}/sheet.pdf`];
      const read = [await visitor.get(ways[0] ?? ''), await village.app.inject(ways[1] ?? '')];
      for (const { statusCode, rawPayload } of read) {
        expect(statusCode).toBe(200);
        if (!hasPdfToText()) continue;
        const text = squeezed(pdfText(rawPayload).join(' '));
        expectNobodyOnSheet(text);
        expect(text).toContain(each.during[0]);
      }
    }
  });

  it('is read by an auditor as the office reads it, and names nobody in the file he takes away', async () => {
    const roles = [{ role: 'auditor', collectiveId: village.townshipId } as const];
    const auditor = { username: 'auditor', displayName: 'auditor', password: PASSWORD, roles };
    await village.app.get(UsersService).createUser({ ...auditor, officeId: village.townshipId });
    const reader = new Visitor(village.app);
    await reader.logIn({ username: 'auditor', password: PASSWORD });
    const list = await reader.get(`/villages/${paid.id}/notices`);
    const own = list.body.matchAll(/href="(\/villages\/[^"]+\/notices\/[0-9a-f-]{36})"/g);
    const pages = [...own].map(([, href = '']) => href);
    expect(pages).toHaveLength(SHEETS.length);
    for (const href of pages) expectNobodyOnSheet((await reader.get(href)).body);
    const file = await reader.get(`/villages/${paid.id}/audit-file?year=2025`);
    expect(file.statusCode).toBe(200);
    const parts = await unzip(file.rawPayload);
    const told = [...parts].filter(([name]) => !name.endsWith('.mjs'));
    expect(told.length).toBeGreaterThan(5);
    for (const [, part] of told) expectNobody(part.toString('utf8'));
  });

  it('pays no attention to who it is that was paid: one of two people got his money', async () => {
    const listId = await paid.send(0);
    await paid.end(listId, '1');
    const each = SHEETS[1];
    const code = String((await publish(each))['code']);
    const page = textOf(await open(`/n/${code}`));
    for (const said of ['600.00', '387.10', '其中600.00元已经发了']) expect(page).toContain(said);
    const rows = JSON.parse(await open(`/n/${code}/data.json`)) as object;
    const persons = JSON.stringify(rows).split('"persons"')[1] ?? '';
    expect(persons).not.toContain('"paid"');
    codes.set(each.sheet, code);
  });

  it.each(SHEETS)('keeps sums alone once its days are over, and still verifies: $sheet', async (each) => {
    village.clock.moveTo('2025-09-01');
    const code = codeOf(each.sheet);
    const page = textOf(await open(`/n/${code}`));
    for (const said of each.always) expect(page).toContain(said);
    expect(page).toContain('一致。');
    for (const path of ['', '/data.csv', '/data.json']) {
      const told = await open(`/n/${code}${path}`);
      expectNobodyOnSheet(told);
      for (const said of each.during) expect(textOf(told)).not.toContain(said);
    }
    const { members } = paid;
    const facts = await open(`/n/${code}/data.json`);
    for (const { memberId } of members) expect(facts).not.toContain(memberId);
  });

  it('leaves the check of the books sound', async () => {
    const { breaks } = await village.app.get(BooksCheckService).checkBooks(paid.id);
    expect(breaks).toEqual([]);
  });

  /** No whole name, no number of anybody, and not why he was given something. */
  function expectNobody(told: string): void {
    for (const { personName, identity, accountNumber } of PAID_PEOPLE)
      for (const secret of [personName, identity, accountNumber, SECRET]) expect(told).not.toContain(secret);
  }

  /** Nor by which rules of the village he got it. */
  function expectNobodyOnSheet(told: string): void {
    expectNobody(told);
    expect(told).not.toContain(WRITTEN_IN);
  }
});
