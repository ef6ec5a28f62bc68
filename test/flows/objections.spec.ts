import { HouseholdsService } from '../../src/features/collectives/households.service';
import { KeyRotationService } from '../../src/features/collectives/key-rotation.service';
import { MembersService } from '../../src/features/collectives/members.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { DisplaysService } from '../../src/features/notices/displays.service';
import { NoticeComposerService } from '../../src/features/notices/notice-composer.service';
import { NoticesService } from '../../src/features/notices/notices.service';
import { ObjectionPhonesService } from '../../src/features/notices/objection-phones.service';
import { MOST_A_DAY } from '../../src/features/notices/objection-senders.service';
import { ObjectionsService } from '../../src/features/notices/objections.service';
import { PlanReadService } from '../../src/features/distribution/plan-read.service';
import { Database } from '../../src/platform/database/database';
import { PersonalKeys } from '../../src/platform/secrets/personal-keys';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { enterPerson } from '../support/posts';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { publishSheet } from './public-sheet.fixture';

const PHONE = '13912345678';
const WORDS = 'the rent of the second field is counted twice';

/** Somebody who is on the village's list. */
async function onTheList({ app, villageId }: VillageApp, personName: string): Promise<void> {
  const people = { members: app.get(MembersService), households: app.get(HouseholdsService) };
  const given = people as Parameters<typeof enterPerson>[0];
  await enterPerson(given, villageId, { personName, identity: '341202193602290014' });
}

/** What a person reads: the text without its marks. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

describe.each(enginesHere())('objections to a sheet (%s)', (engine) => {
  let village: VillageApp;
  let accountant: Visitor;
  let code: string;
  let noticeId: string;
  let planId: string;
  let office: string;
  let at: { collectiveId: string; id: string };

  beforeAll(async () => {
    village = await startVillageApp(engine);
    code = await publishSheet(village);
    const [notice] = await village.app.get(NoticesService).listNotices(village.villageId);
    noticeId = notice?.id ?? '';
    planId = notice?.planId ?? '';
    at = { collectiveId: village.villageId, id: noticeId };
    office = `/villages/${village.villageId}/objections`;
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
    village.clock.moveTo('2025-07-08');
  }, 120_000);
  afterAll(() => village.close());

  let sender = 0;
  /** Each from an address of its own, unless one is given: a browser without cookies and scripts. */
  const say = (fields: Record<string, string>, from = `10.0.0.${String((sender += 1))}`) =>
    village.app.inject({
      method: 'POST',
      url: `/n/${code}/objections`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
      remoteAddress: from,
    });
  const more = (number: number) => ({ objectionWords: `one more ${String(number)}` });
  const page = async () => (await village.app.inject(`/n/${code}/objections`)).body;
  const post = async (path: string, fields: Record<string, string>, visitor = accountant) => {
    const { body } = await visitor.get(office);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return visitor.post(path, { ...fields, commandKey, _csrf: csrfTokenIn(body) });
  };
  const listed = async () => (await village.accountant.get(`/api${office}?size=200`)).body['items'];
  const idOf = async (number: number): Promise<string> =>
    ((await listed()) as { id: string; number: number }[]).find((each) => each.number === number)?.id ?? '';

  it('are said without log-in, script, cookie or token, numbered, with the day of the answer', async () => {
    const form = await village.app.inject(`/n/${code}/objections`);
    expect(form.headers['set-cookie']).toBeUndefined();
    expect(form.body).not.toContain('_csrf');
    expect(textOf(form.body)).toContain('电话加密存放，只有答复的人能打开');
    const first = await say({ objectionWords: WORDS, objectionPhone: PHONE });
    expect([first.statusCode, first.headers.location]).toEqual([303, `/n/${code}/objections?taken=1`]);
    expect(first.headers['set-cookie']).toBeUndefined();
    const taken = textOf((await village.app.inject(String(first.headers.location))).body);
    expect(taken).toContain('收到了，编号〔2025〕第1号，2025年7月13日前答复');
    expect(textOf((await village.app.inject(`/n/${code}`)).body)).toContain(
      '收到意见1条，答复了0条，1条还没有答复。',
    );
    // Sent twice, it is taken once.
    expect((await say({ objectionWords: WORDS, objectionPhone: PHONE })).headers.location).toContain(
      'taken=1',
    );
    expect(await listed()).toHaveLength(1);
  });

  it('are refused with the number of a person among the words, and what was typed comes back', async () => {
    const refused = await say({ objectionWords: `call ${PHONE}`, objectionPhone: 'nobody' });
    expect(refused.statusCode).toBe(422);
    expect(textOf(refused.body)).toContain('意见里有身份证号、手机号或银行卡号');
    expect(textOf(refused.body)).toContain('看着不像电话号码');
    expect(refused.headers['set-cookie']).toBeUndefined();
    expect((await say({ objectionWords: '', objectionPhone: '' })).statusCode).toBe(422);
    expect((await say({ objectionWords: 'x'.repeat(501) })).statusCode).toBe(422);
    expect((await say({ objectionWords: WORDS, noticeId: 'another' })).statusCode).toBe(422);
    expect(await listed()).toHaveLength(1);
  });

  it('are typed in the office, too, from the day the sheet was published on', async () => {
    const form = { noticeId, objectionWords: 'why so little', objectionPhone: '' };
    expect(textOf((await post(office, { ...form, objectedOn: '2025-07-04' })).body)).toContain('早于');
    expect(textOf((await post(office, { ...form, objectedOn: '2025-07-09' })).body)).toContain('还没有到');
    expect((await post(office, { ...form, objectedOn: '2025-07-07' })).headers.location).toBe(office);
    expect(await listed()).toMatchObject([
      { number: 2, receivedOn: '2025-07-07', dueOn: '2025-07-12', sourceKind: 'office' },
      { number: 1, receivedOn: '2025-07-08', dueOn: '2025-07-13', sourceKind: 'page' },
    ]);
    const other = { noticeId, objectedOn: '2025-07-07', objectionWords: 'of another', objectionPhone: '' };
    const from = `/api/villages/${village.otherVillageId}/objections`;
    expect((await village.otherAccountant.post(from, other)).status).toBe(404);
    expect((await village.otherAccountant.get(`/api${office}`)).status).toBe(403);
  });

  it('have a telephone that is sealed, and opened by who answers alone, on record', async () => {
    const { reader } = village.app.get(Database);
    for (const table of ['objections', 'objection_phones', 'row_records', 'idempotency_keys']) {
      const rows = JSON.stringify(await reader.query(`SELECT * FROM ${table}`), (_key, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      );
      expect(rows).not.toContain(PHONE);
    }
    const id = await idOf(1);
    const list = await accountant.get(office);
    expect(list.body).not.toContain(PHONE);
    expect(list.body).toContain(WORDS);
    expect(JSON.stringify(await listed())).not.toContain(PHONE);
    const opened = await post(`${office}/${id}/phone`, {});
    expect([opened.statusCode, opened.body.includes(PHONE)]).toEqual([200, true]);
    const reads = 'SELECT read_by FROM objection_phone_reads';
    expect(await reader.query<unknown[]>(reads)).toHaveLength(1);
    const stranger = new Visitor(village.app);
    await stranger.logIn({ username: 'zhao', password: PASSWORD });
    const key = { commandKey: 'some-key-00001', _csrf: csrfTokenIn((await accountant.get(office)).body) };
    expect((await stranger.post(`${office}/${id}/phone`, key)).statusCode).toBe(403);
    expect((await accountant.get(office)).body).not.toContain(PHONE);
    for (const url of [`/n/${code}`, `/n/${code}/objections`, `/n/${code}/data.json`]) {
      const { body } = await village.app.inject(url);
      expect([PHONE, WORDS].filter((each) => body.includes(each))).toEqual([]);
    }
  });

  it('keep the days of the sheet from being over until each is answered', async () => {
    const { app } = village;
    await app.get(Database).inTransaction(village.villageId, () => Promise.resolve());
    const standing = await app.get(DisplaysService).publicityStanding(at, '2025-07-08');
    expect(standing).toMatchObject({ openObjections: 2, isOver: false });
  });

  it('past their deadline stand before everybody, and with their answer after it', async () => {
    village.clock.moveTo('2025-07-13');
    expect(textOf(await page())).toContain('超过期限，还没有答复');
    expect(textOf((await village.app.inject(`/n/${code}`)).body)).toContain('其中1条超过了答复期限');
    const [first, second] = [await idOf(1), await idOf(2)];
    const answer = { objectionGist: '租金', objectionAnswer: '两块地，各算一次' };
    const leaky = await post(`${office}/${first}/answer`, { ...answer, objectionAnswer: PHONE });
    expect(textOf(leaky.body)).toContain('答复里有身份证号、手机号或银行卡号');
    await onTheList(village, '韩玉田');
    const naming = { objectionGist: '韩玉田为什么发', objectionAnswer: '韩玉田得了病，家里困难' };
    const named = textOf((await post(`${office}/${first}/answer`, naming)).body);
    expect(named.split('里写了村民名册上的“韩玉田”。').length).toBe(5);
    expect((await post(`${office}/${first}/answer`, answer)).statusCode).toBe(303);
    expect((await post(`${office}/${second}/answer`, answer)).statusCode).toBe(303);
    expect(textOf((await post(`${office}/${first}/answer`, answer)).body)).toContain('已经答复过了');
    const told = textOf(await page());
    expect(told).toContain('答：两块地，各算一次（7月13日答复）');
    expect(told).toContain('答：两块地，各算一次（7月13日答复，超过了期限）');
    const standing = await village.app.get(DisplaysService).publicityStanding(at, '2025-07-13');
    expect(standing).toMatchObject({ openObjections: 0 });
  });

  it('stand on the next sheet of the village, without whose they are', async () => {
    const { app, villageId } = village;
    const plan = await app.get(PlanReadService).requirePlan(villageId, planId);
    const next = await app.get(NoticeComposerService).composeSample(plan, app.get(Database).reader);
    expect(next.objections).toMatchObject([
      { number: 1, answer: { gist: '租金', on: '2025-07-13' } },
      { number: 2, answer: { words: '两块地，各算一次' } },
    ]);
    expect(JSON.stringify(next.objections)).not.toContain(WORDS);
  });

  it('from one address are taken ten in ten minutes', async () => {
    const from = '10.9.9.9';
    const answers = [];
    for (let each = 0; each < 11; each += 1) answers.push(await say(more(each), from));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array<number>(10).fill(303), 429]);
    expect([answers.at(-1)?.headers['retry-after'], textOf(answers.at(-1)?.body ?? '')]).toEqual([
      '600',
      expect.stringContaining('请过 10 分钟再试'),
    ]);
  });

  it('from one place are taken so many a day, which closes the page to nobody else', async () => {
    const service = village.app.get(ObjectionsService);
    const send = (each: number, address: string) =>
      service.receive(at, { ...more(each), objectionPhone: '' }, address).then(
        () => true,
        () => false,
      );
    const whole = Array<boolean>(MOST_A_DAY).fill(true);
    const from = async (addressOf: (each: number) => string, first: number) => {
      const sent: boolean[] = [];
      for (let each = 0; each < MOST_A_DAY + 1; each += 1)
        sent.push(await send(first + each, addressOf(each)));
      return sent;
    };
    expect(await from(() => '203.0.113.7', 100)).toEqual([...whole, false]);
    // Whoever has one address of a network has them all.
    const network = (each: number): string => `2001:db8:1:2:${each.toString(16)}::1`;
    expect(await from(network, 200)).toEqual([...whole, false]);
    const refused = await say(more(300), '203.0.113.7');
    expect([refused.statusCode, textOf(refused.body)]).toEqual([
      422,
      expect.stringContaining('请到村里当面说，或者打下面的电话'),
    ]);
    expect((await say(more(301))).statusCode).toBe(303);
    expect(await send(302, '2001:db8:1:3::1')).toBe(true);
    // What was counted is no address, and gone the day after.
    const rows = () =>
      village.app.get(Database).reader.query<object[]>('SELECT * FROM objection_senders ORDER BY 1');
    expect(JSON.stringify(await rows())).not.toContain('203.0.113.7');
    village.clock.moveTo('2025-07-14');
    expect(await send(303, '203.0.113.7')).toBe(true);
    expect(await rows()).toHaveLength(1);
    expect(Buffer.byteLength(await page())).toBeLessThan(60 * 1024);
    expect(Buffer.byteLength((await village.app.inject(`/n/${code}`)).body)).toBeLessThan(60 * 1024);
  });

  it('get one number each where many come in at once', async () => {
    const service = village.app.get(ObjectionsService);
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, each) =>
        service.receive(at, { objectionWords: `at once ${String(each)}`, objectionPhone: '' }, '10.1.1.1'),
      ),
    );
    expect(new Set(all.map(({ number }) => number)).size).toBe(8);
  });

  it('of two people in the same words are two, of one sent twice one', async () => {
    const service = village.app.get(ObjectionsService);
    const from = async (objectionPhone: string) =>
      (await service.receive(at, { objectionWords: 'wrong', objectionPhone }, '10.1.1.2')).number;
    const [first, other] = [await from(PHONE), await from('13712345678')];
    expect(other).toBe(first + 1);
    expect([await from(PHONE), await from('13712345678')]).toEqual([first, other]);
    expect([await from(''), await from('')]).toEqual([other + 1, other + 1]);
  });

  it('are found by the check where a row was changed, and are sealed anew with the rest', async () => {
    const { app, villageId } = village;
    const check = async () =>
      (await app.get(BooksCheckService).checkBooks(villageId)).breaks.map(({ pass }) => pass);
    expect(await check()).not.toContain('records');
    app.get(PersonalKeys).addOwn();
    expect(await app.get(KeyRotationService).sealAnew()).toBeGreaterThan(0);
    app.get(PersonalKeys).dropEarlier();
    const phones = app.get(ObjectionPhonesService);
    const id = await idOf(1);
    expect(await phones.readPhone({ ...at, id }, { by: 'wang' })).toBe(PHONE);
    expect(await check()).not.toContain('records');
    const change = "UPDATE objection_phones SET key_id = 'other'";
    await app.get(Database).inTransaction(villageId, (tx) => tx.query(change));
    expect(await check()).toContain('records');
  });
});
