import { BooksCheckService } from '../../src/features/months/books-check.service';
import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { PAID_PEOPLE, type PaidVillage, payVillage } from './household-slips.fixture';

const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
/** Each sheet about people with what it says at any time, and what of people while it hangs alone. */
const SHEETS = [
  {
    sheet: 'post-wages',
    days: { sheetFrom: '2025-05-01', sheetTo: '2025-05-31' },
    // 600.00 + 600.00 × 20 ÷ 31 = 387.096…
    always: ['公益性岗位工资', '987.10', '已发', '待发', '2025年5月', '方案定的', '1,000.00'],
    during: ['李*', '王*', '村东保洁', '少几天 11'],
    facts: ['"short":22'],
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
  const codeOf = (sheet: string): string => codes.get(sheet) ?? '';

  beforeAll(async () => {
    village = await startVillageApp(engine);
    paid = await payVillage(village);
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
    for (const told of [page, facts, csv]) expectNobody(told);
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
      expectNobody(body);
    },
  );

  it('pays no attention to who it is that was paid: one of two people got his money', async () => {
    const listId = await paid.send(0);
    await paid.end(listId, '1');
    const each = SHEETS[0];
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
      expectNobody(told);
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

  /** No whole name, no number of anybody. */
  function expectNobody(told: string): void {
    for (const { personName, identity, accountNumber } of PAID_PEOPLE)
      for (const secret of [personName, identity, accountNumber]) expect(told).not.toContain(secret);
  }
});
