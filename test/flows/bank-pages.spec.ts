import { plainYuan } from '../../src/domain/money/fen';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';

/** The bank of the second quarter as the demo's books have it, one line a voucher; and a charge. */
const OPENING = 1_911_349n;
const LINES: readonly [day: string, text: string, amount: bigint][] = [
  ['20250425', '电费', 543_080n],
  ['20250427', '联村电站', 338_666n],
  ['20250428', '国家补贴', 3_632_052n],
  ['20250525', '电费', 613_886n],
  ['20250526', '联村电站', 382_747n],
  ['20250527', '转账', -126_000n],
  ['20250625', '电费', 658_516n],
  ['20250627', '联村电站', 415_584n],
  ['20250630', '短信费', -500n],
];

/** The statement as a person pastes it from a sheet. */
function pastedStatement(wish: { readonly day?: string; readonly opening?: bigint } = {}): string {
  let balance = wish.opening ?? OPENING;
  const rows = LINES.map(([day, text, amount], place) => {
    balance += amount;
    const sides = amount > 0n ? [plainYuan(amount), ''] : ['', plainYuan(-amount)];
    return [place === 0 ? (wish.day ?? day) : day, text, ...sides, plainYuan(balance)].join('\t');
  });
  return [['交易日期', '摘要', '收入', '支出', '余额'].join('\t'), ...rows].join('\n');
}

describe('the pages of the bank', () => {
  let office: DemoOffice;
  let accountant: Visitor;
  let officer: Visitor;
  let bank = '';

  beforeAll(async () => {
    office = await startDemoOffice();
    const all = await office.app.get(CollectivesService).listCollectives();
    bank = `/villages/${all.find((each) => each.noticeLabel === '杨树湾')?.id ?? ''}/bank`;
    accountant = new Visitor(office.app);
    await accountant.logIn(office.personOf('zhou'));
    officer = new Visitor(office.app);
    await officer.logIn(office.personOf('sun'));
  }, 120_000);

  afterAll(() => office.close());

  async function post(path: string, fields: Record<string, string>, from = path) {
    const page = await accountant.get(from);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    return accountant.post(path, { ...fields, _csrf: csrfTokenIn(page.body), commandKey });
  }

  const headFields = (html: string) =>
    Object.fromEntries(
      ['from', 'through', 'opening', 'closing'].map((name) => {
        const input = html.split('<input').find((each) => each.includes(`name="${name}"`)) ?? '';
        return [name, /value="([^"]*)"/.exec(input)?.[1] ?? ''];
      }),
    );

  it('take a statement from the sheet to the reconciliation', async () => {
    const account = { label: '光伏专户', bank: '农商行', openedOn: '2018-01-01' };
    const wrong = await post(bank, { ...account, lastFour: '12' });
    expect([wrong.statusCode, wrong.body.includes('不是四位数字')]).toEqual([422, true]);
    expect((await post(bank, { ...account, lastFour: '0011' })).statusCode).toBe(303);
    const list = (await accountant.get(bank)).body;
    const importing = new RegExp(`${bank}/[^/"]+/import`).exec(list)?.[0] ?? '';
    const home = importing.replace('/import', '');

    const bad = await post(importing, { pasted: pastedStatement({ day: '2025O425' }) });
    const shown = await accountant.get(bad.headers.location as string);
    expect(shown.body).toContain('is-wrong');
    expect(shown.body).toMatch(/class="waiting" disabled>导入/);
    expect(shown.body).toContain('第 2 行的“2025O425”不是日期');
    expect((await post(bad.headers.location as string, headFields(shown.body))).statusCode).toBe(422);

    const early = await post(importing, { pasted: pastedStatement({ day: '20241225' }) });
    const before = (await accountant.get(early.headers.location as string)).body;
    expect(before.match(/收，建账前的不用对/g)).toHaveLength(1);
    expect(before).toContain('2025年1月1日建账以前的 1 笔已经在期初余额里');

    // A file of another account, sound in itself: it is taken over, refuses the right one, and is withdrawn.
    const other = (await post(importing, { pasted: pastedStatement({ opening: 100_000n }) })).headers
      .location as string;
    expect((await post(other, headFields((await accountant.get(other)).body))).statusCode).toBe(303);
    const refused = (await post(importing, { pasted: pastedStatement() })).headers.location as string;
    const told = (await accountant.get(refused)).body;
    expect(told).toContain('前面的对账单要是导错了');
    expect(told).not.toContain('余额接得上');
    const taken = `${home}/statements`;
    const withdraw =
      new RegExp(`${taken}/[^"]+/withdraw`).exec((await accountant.get(taken)).body)?.[0] ?? '';
    const unsaid = await post(withdraw, { reason: '' }, taken);
    expect([unsaid.statusCode, unsaid.body.includes('理由没有填')]).toEqual([422, true]);
    expect((await post(withdraw, { reason: '导成了另一个账户的' }, taken)).statusCode).toBe(303);
    const corrected = { label: '光伏专户', bank: '农商行', lastFour: '0012', why: '末四位抄错' };
    const same = await post(`${home}/correct`, { ...corrected, lastFour: '0011' }, taken);
    expect([same.statusCode, same.body.includes('没有要更正的')]).toEqual([422, true]);
    expect((await post(`${home}/correct`, corrected, taken)).statusCode).toBe(303);
    const after = (await accountant.get(taken)).body;
    for (const said of ['导成了另一个账户的', '光伏专户 0011 农商行', '光伏专户 0012', '末四位抄错'])
      expect(after).toContain(said);

    const good = (await post(importing, { pasted: pastedStatement() })).headers.location as string;
    const preview = await accountant.get(good);
    expect(preview.body).toContain('读到 9 笔');
    expect(preview.body).not.toContain('建账');
    expect(headFields(preview.body)).toMatchObject({ opening: '19113.49', closing: '83693.80' });
    expect((await post(good, headFields(preview.body))).statusCode).toBe(303);
    expect((await post(good, headFields(preview.body))).body).toContain('这份对账单已经导入过');

    const matching = await accountant.get(`${home}/matching`);
    expect(matching.body).toContain('能确定的 8 组');
    const digest = /name="shown" value="([^"]+)"/.exec(matching.body)?.[1] ?? '';
    expect((await post(`${home}/matching/accept`, { shown: digest }, `${home}/matching`)).statusCode).toBe(
      303,
    );

    const left = (await accountant.get(`${home}/matching`)).body;
    const ticks = [...left.matchAll(/name="((?:bank|books)\[[^"]+\])"/g)].map((each) => each[1] ?? '');
    expect(ticks).toHaveLength(2);
    const ticked = Object.fromEntries(ticks.map((name) => [name, '1']));
    const differs = await post(`${home}/matching`, ticked);
    expect([differs.statusCode, differs.body.includes('两边不相等')]).toEqual([422, true]);

    const line = new RegExp(`${home}/lines/[^"]+`).exec(left)?.[0] ?? '';
    expect((await post(line, { code: 'charge', note: '' })).statusCode).toBe(303);
    const drawn = await officer.get(`${home}/reconciliation?on=2025-06-30`);
    expect(drawn.body.match(/81,215\.28/g)).toHaveLength(2);
    expect(drawn.body).toContain('手续费还没入账');
    const ending = { closedOn: '2025-06-30', closingReason: '换到农商行', paper: '销户回单' };
    const notNil = await post(`${home}/close`, ending, taken);
    expect([notNil.statusCode, notNil.body.includes('银行余额还有 83,693.80 元')]).toEqual([422, true]);
    expect(notNil.body).toContain('value="销户回单"');
    const pdf = await officer.get(`${home}/reconciliation.pdf?on=2025-06-30`);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const xlsx = await officer.get(`${home}/reconciliation.xlsx?on=2025-06-30`);
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await accountant.get(`${home}/reconciliation?on=2025-07-05`)).body).toContain(
      '对账单只到 2025年6月30日',
    );
    expect((await accountant.get(`${home}/reconciliation?on=2024-12-31`)).body).toContain('起才能画');
  }, 120_000);

  it('let the township look and not touch', async () => {
    const list = await officer.get(bank);
    expect([list.statusCode, list.body.includes('登记一个银行账户')]).toEqual([200, false]);
    const matching = /href="([^"]+\/matching)"/.exec(list.body)?.[1] ?? '';
    expect((await officer.get(matching)).body).not.toContain('type="checkbox"');
    expect((await officer.get(matching.replace('matching', 'import'))).statusCode).toBe(403);
  });
});
