import { MembersService } from '../../src/features/collectives/members.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { CARDS } from '../integration/pay-lists.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { describeOnEachEngine } from '../support/engines';
import { hangThrough } from '../support/hung-sheet';
import { PASSWORD, type VillageApp } from './api-village.fixture';
import { type PayVillage, startPayVillage } from './pay-village.fixture';

const BY = { by: 'accountant' };

/** Attendance of two people is accepted; what they are owed goes to the bank and partly comes back. */
describeOnEachEngine('paying people, page by page', (_open, engine) => {
  let village: VillageApp;
  let id: string;
  let members: PayVillage['members'];
  let keeper: Visitor;
  let cashier: Visitor;
  let officer: Visitor;
  let lists: string;

  const logIn = async (username: string): Promise<Visitor> => {
    const visitor = new Visitor(village.app);
    await visitor.logIn({ username, password: PASSWORD });
    return visitor;
  };
  const textOf = async (visitor: Visitor, url: string): Promise<string> =>
    (await visitor.get(url)).body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  let sent = 0;
  /** Posts a form of a page as a browser would: its token, a key of its own. */
  const post = async (who: Visitor, from: string, to: string, fields: Record<string, string> = {}) => {
    const { body } = await who.get(from);
    const commandKey = `pay-list-key-${String((sent += 1))}`;
    return who.post(to, { _csrf: csrfTokenIn(body), commandKey, ...fields });
  };
  /** An act on a list: done, it leads back to the list. */
  const act = async (who: Visitor, list: string, what: string, fields: Record<string, string> = {}) => {
    const answer = await post(who, list, `${list}/${what}`, fields);
    expect([what, answer.statusCode, answer.headers.location]).toEqual([what, 303, list]);
  };
  /** Ticks everybody whom the page offers and drafts the list. */
  const draft = async (): Promise<string> => {
    const { body } = await keeper.get(`${lists}/new?channel=card`);
    const ticks = [...body.matchAll(/name="(chosen\[[^"]+\])" value="yes"[^>]*checked/g)];
    const fields = Object.fromEntries(ticks.map(([, name = '']) => [name, 'yes']));
    const answer = await post(keeper, `${lists}/new`, `${lists}/new`, { channel: 'card', ...fields });
    expect(answer.statusCode).toBe(303);
    return String(answer.headers.location);
  };
  const review = async (list: string, outcome: string, reason = '') => {
    const { body } = await officer.get(list);
    const digest = /name="digest" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '';
    await act(officer, list, 'review', { outcome, reason, digest });
  };
  const file = async (list: string, layout = 'generic-csv') => {
    const answer = await post(cashier, list, `${list}/files`, { layout });
    expect(answer.statusCode).toBe(200);
    return answer;
  };
  const books = async (): Promise<string[]> => {
    const { breaks } = await village.app.get(BooksCheckService).checkBooks(id);
    return breaks.map(({ code }) => code);
  };

  beforeAll(async () => {
    const started = await startPayVillage(engine);
    ({ village, id, members } = started);
    await hangThrough(started.plan);
    lists = `/villages/${id}/pay-lists`;
    [keeper, cashier, officer] = [await logIn('wages'), await logIn('cash'), await logIn('li')];
  }, 600_000);
  afterAll(() => village.close());

  it('goes from what is owed to a settled list, returned once and partly sent back by the bank', async () => {
    expect(await textOf(keeper, lists)).toContain('还没有列过发放清单');
    const first = await draft();
    expect(await textOf(keeper, first)).toMatch(/2025年第1号 1,200.00 .*壹仟贰佰元整/);
    await act(keeper, first, 'submission');
    expect(await textOf(keeper, first)).toContain('等镇里审核');
    await review(first, 'returned', '王五换了卡，先改账户');
    expect(await textOf(keeper, first)).toContain('已退回');

    const list = await draft();
    await act(keeper, list, 'submission');
    expect(await textOf(officer, '/my-work')).toContain('Wages 2025年第2号发放清单等审核 今天');
    await review(list, 'passed');
    expect(await textOf(officer, '/my-work')).not.toContain('第2号发放清单');
    expect(await textOf(cashier, '/my-work')).toContain('Wages 2025年第2号发放清单同意了，等送银行 今天');
    await act(cashier, list, 'sending');
    expect(await textOf(cashier, '/my-work')).toContain('现在没有等您办的事。');
    expect(await textOf(keeper, lists)).toMatch(/在途 1,200.00/);
    const taken = await file(list);
    expect(taken.headers['content-type']).toContain('text/csv');
    expect(String(taken.headers['content-disposition'])).toContain(encodeURIComponent('代发-2025-0002.csv'));
    expect(taken.body).toContain(`李四,${CARDS[0] ?? ''},石桥信用社,600.00`);
    expect((await file(list)).body).toBe(taken.body);
    expect(await textOf(keeper, list)).not.toContain(CARDS[0] ?? '');

    const head = '户名,账号,金额,处理结果,失败原因';
    const rows = [`李四,${CARDS[0] ?? ''},600.00,成功,`, `王五,${CARDS[1] ?? ''},600.00,失败,已销户`];
    const kept = await post(keeper, `${list}/results`, `${list}/results`, {
      pasted: [head, ...rows].join('\n'),
    });
    const preview = String(kept.headers.location);
    expect(await textOf(keeper, preview)).toContain('没付成：已销户');
    expect((await post(keeper, preview, preview, { bankDay: '2025-07-12' })).headers.location).toBe(list);
    expect(await textOf(keeper, list)).toMatch(/已办完 已付 600.00 没付成 600.00/);
    const mistake = { bankDid: 'notFailed', lineNumbers: '2', returnWords: '流水上是付了的' };
    await act(keeper, list, 'outcomes', { ...mistake, bankDay: '2025-07-12' });
    expect(await textOf(keeper, list)).toMatch(/已送银行.*没付成是记错的，改回在途.*第 2 行，流水上是付了的/);
    const truly = { bankDid: 'failed', lineNumbers: '2', returnKind: 'closed' };
    await act(keeper, list, 'outcomes', { ...truly, bankDay: '2025-07-12' });
    expect(await textOf(keeper, '/my-work')).toContain(
      '银行没付成、退回、付款冲销了的有 1 笔，还没有重新列清单 今天',
    );

    const [, wang] = members;
    const person = {
      ...{ personName: '王五', identity: '341202198803041236', relation: 'head', labour: 'able', mobile: '' },
      ...{ officerRelation: 'none', belongs: 'yes', fromDay: '2025-07-12', bank: '石桥信用社' },
      ...{ accountKind: 'card', accountNumber: CARDS[2] ?? '' },
    };
    const change = { memberId: wang?.memberId ?? '', householdId: wang?.householdId ?? '', person };
    await village.app.get(MembersService).changeMember(id, { ...change, personChange: '换卡' }, BY);
    const again = await draft();
    const unsaid = await post(keeper, again, `${again}/submission`);
    expect([unsaid.statusCode, unsaid.body]).toEqual([422, expect.stringContaining('原因：账户刚改过')]);
    const asked = { 'reasons[payCheck.accountChanged]': '打电话问过本人' };
    await act(keeper, again, 'submission', asked);
    expect(await textOf(officer, again)).toMatch(
      /已写原因 王五的收款账户在2025年7月12日改过.*打电话问过本人/,
    );
    await review(again, 'passed');
    await act(cashier, again, 'sending');
    // Sent without a word on what the bank did, nobody is said to be paid.
    const unsaidBy = await post(keeper, again, `${again}/outcomes`, { bankDid: '', bankDay: '2025-07-12' });
    expect([unsaidBy.statusCode, unsaidBy.body]).toEqual([422, expect.stringContaining('银行怎么办的')]);
    expect((await keeper.get(again)).body).not.toMatch(/<option[^>]*value="confirmed"[^>]*selected/);
    await act(keeper, again, 'outcomes', { bankDid: 'confirmed', bankDay: '2025-07-12' });
    expect(await textOf(keeper, again)).toMatch(/2025年第3号 600.00 .*已办完 已付 600.00/);
    expect(await textOf(keeper, again)).toContain('银行流水还没有对上');
    expect(await textOf(keeper, `/villages/${id}/owed`)).toContain('列支过的都付了，谁也不欠');
    expect(await books()).toEqual([]);
    const printed = await keeper.get(`${again}/sheet.pdf`);
    expect([printed.statusCode, printed.headers['content-type']]).toEqual([200, 'application/pdf']);
  }, 600_000);

  it('shows everything typed again where the bank’s word is refused', async () => {
    const [list = ''] = [
      ...(await keeper.get(lists)).body.matchAll(/href="(\/villages\/[^"]+pay-lists\/[0-9a-f-]{36})"/g),
    ].map(([, href = '']) => href);
    const back = { bankDid: 'givenBack', bankDay: '2025-07-12', lineNumbers: '9', returnKind: 'closed' };
    const { statusCode, body } = await post(keeper, list, `${list}/outcomes`, back);
    expect(statusCode).toBe(422);
    expect(body).toContain('第 9 行');
    expect(body).toContain('value="9"');
  });
});
