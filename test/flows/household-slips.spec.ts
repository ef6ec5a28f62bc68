import { ADVICE_DATA, adviceCodeOf } from '../../src/domain/payouts/advice-code';
import { PayAdvicesService } from '../../src/features/payouts/pay-advices.service';
import { SlipCodeEntity, SlipTriesEntity } from '../../src/features/payouts/pay-advice.entity';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { Database } from '../../src/platform/database/database';
import { hasPdfToText, pdfText, squeezed } from '../notices/pdf-text';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { describeOnEachEngine } from '../support/engines';
import { refusals } from '../support/posts';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { PAID_PEOPLE, type PaidVillage, payVillage } from './household-slips.fixture';

const BY = { by: 'accountant' };
const UNKNOWN = adviceCodeOf(new Uint8Array(ADVICE_DATA).fill(9));

describeOnEachEngine('the slip of one household, by the code on its pay advice', (_open, engine) => {
  let village: VillageApp;
  let paid: PaidVillage;
  let listId: string;
  let codes: string[];

  const advices = () => village.app.get(PayAdvicesService);
  let place = 0;
  /** Each from an address of its own, unless one is given. */
  const ask = (code: string, from = `10.9.0.${String((place += 1))}`) =>
    village.app.inject({ url: `/slip?code=${encodeURIComponent(code)}`, remoteAddress: from });
  const read = async (code: string): Promise<string> => {
    const answer = await ask(code);
    expect(answer.statusCode).toBe(200);
    return answer.body
      .replace(/<head>.*<\/head>/s, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
  };
  const issue = async (whose: Parameters<PayAdvicesService['issue']>[1]['whose'], of = listId) =>
    (await advices().issue(paid.id, { listId: of, whose }, BY)).map(({ code }) => code);

  beforeAll(async () => {
    village = await startVillageApp(engine);
    paid = await payVillage(village);
    listId = await paid.send(0, 1);
    codes = await issue('missing');
  }, 600_000);
  afterAll(() => village.close());

  it('tells station, month, receipt, batch, clause, reckoning and amount, to the fen', async () => {
    const [li = '', wang = ''] = codes;
    const first = await read(li);
    expect(first).toMatch(/600\.00 元 陆佰元整/);
    expect(first).toMatch(/Station 1 2025年2月 电费 600\.00 2025年6月20日到村账上/);
    expect(first).not.toContain('Station 2');
    expect(first).not.toContain('满半分');
    const second = await read(wang);
    expect(second).toMatch(
      /Station 1 2025年2月 电费 300\.00 .*Station 2 2025年3月 电费 87\.10 2025年6月25日/,
    );
    expect(second).toMatch(/600\.00 ÷ 31 天 × 20 天 算到分还余21\/31分，满半分，进成1分。 您得 387\.10 元/);
    expect(second).toMatch(/哪一批 .*2025年7月5日开会通过 按哪条 《.+》.+：.+ 看(原文|大意)/);
    expect(second).toContain('送银行了，还没有付到的消息');
  });

  it('is light, kept by nobody, found by no search, and has no script and no cookie', async () => {
    const { headers, body } = await ask(codes[0] ?? '');
    expect(Buffer.byteLength(body)).toBeLessThan(60_000);
    expect(body).not.toMatch(/<script|_csrf/);
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-robots-tag']).toContain('noindex');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('shows its own figures alone: no name, number, account or amount of anybody', async () => {
    const [li = '', wang = ''] = codes;
    for (const [code, others] of [
      [li, ['387.10', '87.10', '300.00', '987.10']],
      [wang, ['600.00 元', '987.10']],
    ] as const) {
      const { body } = await ask(code);
      for (const other of others) expect(body).not.toContain(other);
      for (const { personName, identity, accountNumber } of PAID_PEOPLE) {
        expect(body).not.toContain(personName);
        expect(body).not.toContain(identity.slice(-4));
        expect(body).not.toContain(accountNumber.slice(-4));
      }
      for (const { memberId, householdId } of paid.members)
        expect([body.includes(memberId), body.includes(householdId)]).toEqual([false, false]);
    }
  });

  it('tells nothing of any other code: unknown, mistyped, no code at all', async () => {
    const [li = ''] = codes;
    const swapped = li.replace(/^(.)(.)/, '$2$1');
    const answers = [];
    for (const code of [UNKNOWN, swapped === li ? `${li}2` : swapped, '1', '', '<b>'])
      answers.push(await ask(code));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0]?.body).toContain('这个码打不开');
    expect(answers[0]?.headers['cache-control']).toBe('no-store');
  });

  it('keeps no code, and leads nowhere by the directory alone', async () => {
    const database = village.app.get(Database);
    const rows = JSON.stringify(await database.reader.find(SlipCodeEntity));
    for (const code of codes) {
      expect(rows).not.toContain(code);
      expect(rows).not.toContain(code.replace(/-/g, ''));
    }
    const [entry] = await database.reader.find(SlipCodeEntity);
    const other = await village.app.get(PayAdvicesService).findByCode(UNKNOWN);
    expect([entry?.collectiveId, other]).toEqual([paid.id, undefined]);
  });

  it('closes a place that guesses, and nobody else; an own code opens it no sooner', async () => {
    const [li = ''] = codes;
    const tries: number[] = [];
    for (let count = 0; count < 11; count += 1) {
      tries.push((await ask(UNKNOWN, '10.1.1.1')).statusCode);
      if (count === 5) expect((await ask(li, '10.1.1.1')).statusCode).toBe(200);
    }
    expect(tries).toEqual(Array<number>(11).fill(404));
    const closed = await ask(li, '10.1.1.1');
    expect([closed.statusCode, closed.body.includes('1 分钟以后再试')]).toEqual([429, true]);
    expect((await ask(UNKNOWN, '10.1.1.1')).body).toBe(closed.body);
    expect((await ask(li, '10.1.1.2')).statusCode).toBe(200);
    const prints = await village.app.get(Database).reader.find(SlipTriesEntity);
    expect(JSON.stringify(prints)).not.toContain('10.1.1');
  });

  it('says what became of the money, and where what came back stands again', async () => {
    const [li = '', wang = ''] = codes;
    await paid.end(listId, '1');
    await paid.end(listId, '2', 'closed');
    expect(await read(li)).toContain('2025年7月12日银行付到账户了。');
    expect(await read(wang)).toContain('银行没有付成，钱还欠着您，原因是账户已销。请联系会计。');
    const second = await paid.send(1);
    expect(await read(wang)).toContain('已经列在2025年第2号发放清单里再发。');
    const [anew = ''] = await issue('all', second);
    expect(await read(anew)).toMatch(/2025年第2号发放清单 387\.10 元/);
  });

  it('opens by the last advice alone, and an advice is printed once for a form', async () => {
    const [li = '', wang = ''] = codes;
    const { memberId = '' } = paid.members[0] ?? {};
    const command = { ...BY, key: 'one-advice-key-1' };
    const again = () => advices().issue(paid.id, { listId, whose: { memberId } }, command);
    const [anew] = await again();
    expect(await refusals(again())).toBe('payAdvice.printed');
    expect(anew?.number).toBe(2);
    expect((await ask(li)).statusCode).toBe(404);
    await read(anew?.code ?? '');
    await read(wang);
    expect(await refusals(advices().issue(paid.id, { listId, whose: 'missing' }, BY))).toBe(
      'payAdvice.nobody',
    );
    const { breaks } = await village.app.get(BooksCheckService).checkBooks(paid.id);
    expect(breaks).toEqual([]);
  });

  it('is printed for whoever has no telephone, without a code, each name masked', async () => {
    const [keeper, cashier] = [new Visitor(village.app), new Visitor(village.app)];
    await keeper.logIn({ username: 'wages', password: PASSWORD });
    await cashier.logIn({ username: 'wages-cash', password: PASSWORD });
    const list = `/villages/${paid.id}/pay-lists/${listId}`;
    expect((await keeper.get(`${list}/advices`)).body).toContain(`href="${list}/slips.pdf?page=1"`);
    expect((await cashier.get(`${list}/slips.pdf`)).statusCode).toBe(403);
    const answer = await keeper.get(`${list}/slips.pdf?page=1`);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await keeper.get(`${list}/slips.pdf?page=2`)).statusCode).toBe(409);
    if (!hasPdfToText()) return;
    const pages = pdfText(answer.rawPayload);
    expect(pages).toHaveLength(2);
    const [li = '', wang = ''] = pages.map(squeezed);
    expect(li).toMatch(/李\*.*600\.00元（陆佰元整）.*Station12025年2月电费2025年6月20日600\.00.*开会通过/);
    expect(wang).toMatch(/王\*.*387\.10元.*600\.00÷31天×20天.*满半分，进成1分.*户里收到（签字）：/);
    expect([li.includes('387.10'), wang.includes('600.00元（')]).toEqual([false, false]);
    for (const { personName, accountNumber } of PAID_PEOPLE)
      expect([li + wang].some((text) => text.includes(personName) || text.includes(accountNumber))).toBe(
        false,
      );
    expect(li + wang).not.toMatch(/(?:[2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}/);
  });

  it('is printed by the accountant alone, five to a page, the names masked, each code once', async () => {
    const [keeper, cashier] = [new Visitor(village.app), new Visitor(village.app)];
    await keeper.logIn({ username: 'wages', password: PASSWORD });
    await cashier.logIn({ username: 'wages-cash', password: PASSWORD });
    const list = `/villages/${paid.id}/pay-lists/${listId}`;
    expect((await keeper.get(list)).body).toContain(`href="${list}/advices"`);
    expect((await cashier.get(list)).body).not.toContain(`href="${list}/advices"`);
    expect((await cashier.get(`${list}/advices`)).statusCode).toBe(403);
    const { body } = await keeper.get(`${list}/advices`);
    const behind = await keeper.get(`${list}/advices?page=2`);
    expect([behind.statusCode, body.includes('李四'), behind.body.includes('李四')]).toEqual([
      200,
      true,
      false,
    ]);
    const fields = { _csrf: csrfTokenIn(body), commandKey: 'print-advices-key-1', adviceFor: 'all' };
    const answer = await keeper.post(`${list}/advices`, fields);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const again = await keeper.post(`${list}/advices`, fields);
    expect([again.statusCode, again.body.includes('码只打一次')]).toEqual([422, true]);
    if (!hasPdfToText()) return;
    const [page = '', ...more] = pdfText(answer.rawPayload);
    expect(more).toEqual([]);
    expect(page).toMatch(/李\*[^]*600\.00 元（陆佰元整）[^]*王\*[^]*387\.10 元/);
    expect(page).toContain('村东保洁，2025年5月');
    for (const { personName, accountNumber } of PAID_PEOPLE)
      expect([page.includes(personName), page.includes(accountNumber)]).toEqual([false, false]);
    const printed = [...page.matchAll(/(?:[2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}/g)].map(([code]) => code);
    expect(printed).toHaveLength(2);
    expect(await read(printed[0] ?? '')).toMatch(/600\.00 元/);
    expect(await read(printed[1] ?? '')).toMatch(/387\.10 元/);
  });
});
