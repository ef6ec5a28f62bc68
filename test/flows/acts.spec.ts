import { setTimeout } from 'node:timers/promises';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { labelOf } from '../../src/glossary/terms';
import { AcceptedCommandsService } from '../../src/platform/audit/accepted-commands.service';
import { RefusedCommandsService } from '../../src/platform/audit/refused-commands.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { NAMED_PAPERS } from '../support/step-papers';
import { ownPasses } from '../support/tampering';
import { draftOf, openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { hiddenFieldsOf } from './attacks.fixture';
import { done } from './guantao-plan.fixture';

const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const PERIOD = '2025年1月1日至2025年7月5日光伏收益方案';

/** Who did what stands in a chain beside the books: with what was done, or not at all. */
describe.each(enginesHere())('what people do (%s)', (engine) => {
  let village: VillageApp;
  let books: string;
  let acts: string;
  const visitors = new Map<string, Visitor>();
  const listed = () => village.app.get(AcceptedCommandsService).listAccepted(village.villageId);
  const visitorOf = async (username: string): Promise<Visitor> => {
    const known = visitors.get(username);
    if (known !== undefined) return known;
    const visitor = new Visitor(village.app);
    await visitor.logIn({ username, password: PASSWORD });
    visitors.set(username, visitor);
    return visitor;
  };
  const shown = async (query = ''): Promise<string> => {
    const li = await visitorOf('li');
    const { body } = await li.get(`${acts}${query}`);
    return words(body.slice(body.indexOf('<h1>')));
  };
  const typed = async (name: string, commandKey: string) => {
    const wang = await visitorOf('wang');
    const page = `${books.replace('/api', '')}/counterparties`;
    const _csrf = csrfTokenIn((await wang.get(page)).body);
    return wang.post(page, { _csrf, commandKey, kind: 'organisation', name });
  };

  beforeAll(async () => {
    village = await startVillageApp(engine);
    await openWith(village.app, village.villageId, 500_000n);
    books = `/api/villages/${village.villageId}`;
    acts = `/township/${village.townshipId}/acts`;
  }, 120_000);
  afterAll(() => village.close());

  it('is kept once, with who, as what, how and from where; what the program did is not', async () => {
    expect(await listed()).toEqual([]);
    // Sent twice under one key by the program that talks to the API.
    const { id } = await done(village.accountant.post(`${books}/plans`, draftOf('2000.00')));
    expect((await typed('North Wind', 'typed-key-0001')).statusCode).toBe(303);
    expect((await typed('North Wind', 'typed-key-0001')).statusCode).toBe(303);
    await done(village.accountant.post(`${books}/plans/${String(id)}/submit`, {}));
    const kept = await listed();
    const from = { role: 'accountant', address: '127.0.0.1' };
    expect(kept).toMatchObject([
      { position: 1, way: 'api', command: 'distribution.draft', ...from },
      { position: 2, way: 'page', command: 'counterparties.add', ...from },
      { position: 3, way: 'api', command: 'distribution.submit', ...from },
    ]);
    expect(new Set(kept.map(({ actor }) => actor)).size).toBe(1);
    expect(kept.every(({ acceptedAt }) => acceptedAt.startsWith(village.clock.today()))).toBe(true);
  });

  it('leaves no trace among what was done where it was refused', async () => {
    expect((await typed(' ', 'typed-key-0002')).statusCode).toBe(422);
    expect(await listed()).toHaveLength(3);
  });

  it('stands in its order also where two do something at once', async () => {
    const names = ['East Wind', 'South Wind', 'West Wind', 'Trade Wind'];
    const answers = await Promise.all(names.map((name) => typed(name, `${name} once`.replace(/ /g, '-'))));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 303]);
    expect((await listed()).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const result = await village.app.get(BooksCheckService).checkBooks(village.villageId);
    expect(ownPasses(result).breaks).toEqual([]);
    expect(result.passes.find(({ pass }) => pass === 'accepted')).toMatchObject({ looked: 7 });
  });

  it('is looked at by one pass of many, each of which says in words what it looks at', async () => {
    const { passes } = await village.app.get(BooksCheckService).checkBooks(village.villageId);
    const keys = passes.flatMap(({ pass }) => [`checkPass.${pass}`, `checkPassSays.${pass}`]);
    expect(keys.filter((key) => labelOf(key) === key)).toEqual([]);
  });

  it('is read by the township: the newest first, what was refused with its reason, and found', async () => {
    const all = await shown();
    expect(all).toContain('wang 村会计 Donghe 登记往来单位 办成 网页 127.0.0.1');
    expect(all).toContain(`wang 村会计 Donghe 起草分配方案 ${PERIOD}第1稿 办成 程序 127.0.0.1`);
    expect(all).toContain('登记往来单位 没办成 名称没有填。');
    expect(all.indexOf('没办成')).toBeLessThan(all.indexOf('起草分配方案'));
    const refused = await shown('?actResult=refused');
    expect([refused.includes('登记往来单位'), refused.includes('起草分配方案')]).toEqual([true, false]);
    expect(await shown('?actResult=accepted')).not.toContain('没办成 ');
    expect(await shown('?from=2025-01-01&to=2025-02-01')).toContain('这些天里没有这样的操作。');
    expect(await shown(`?actBooks=${village.otherVillageId}`)).toContain('这些天里没有这样的操作。');
    expect(await shown('?actPerson=nobody')).toContain('这些天里没有这样的操作。');
    expect(await shown('?from=2025-02-01&to=2025-01-01')).toContain('截止日期 2025-01-01 早于开始日期');
    expect(await shown('?from=2025-02-31')).toContain('2025-02-31');
    expect(await shown('?actBooks=elsewhere')).toContain('这个单位不归这里管');
  });

  it('tells which plan and step it was, how that ended, and what a refusal says', async () => {
    const { id } = await done(village.accountant.post(`${books}/plans`, draftOf('2100.00')));
    const plan = `${books}/plans/${String(id)}`;
    const { digest } = await done(village.accountant.post(`${plan}/submit`, {}));
    const votes = { due: '30', present: '25', inFavour: '5', against: '20', abstained: '0' };
    const held = { heldOn: village.clock.today(), stepPaper: 'minutes', ...NAMED_PAPERS };
    const meet = (more: object) => village.accountant.post(`${plan}/meeting`, { ...held, ...more });
    expect((await meet({ ...votes, inFavour: '31' })).status).toBe(422);
    await done(meet({ ...votes, outcome: 'refused' }));
    await village.officer.post(`${plan}/review`, { outcome: 'passed', digest });
    await village.accountant.post(`${books}/plans`, draftOf('9000.00'));
    const all = await shown();
    const name = `${PERIOD}第2稿`;
    expect(all).toContain(`提交分配方案 ${name} 办成`);
    expect(all).toMatch(new RegExp(`记方案的一步 ${name}：“[^”]+”(?:（[^）]+）)?没有通过 办成`));
    expect(all).toContain(`记方案的一步 ${name} 没办成`);
    expect(all).toMatch(new RegExp(`审核分配方案 ${name} 没办成 [^…]+ 程序`));
    expect(all).toMatch(/起草分配方案 没办成 [^…]*4,000\.00[^…]* 程序/);
    const [last] = (await listed()).slice(-1);
    expect(JSON.parse(last?.about ?? '')).toMatchObject({ planId: id, revision: 2, outcome: 'refused' });
    expect((await listed())[1]?.about).toBeNull();
    const result = await village.app.get(BooksCheckService).checkBooks(village.villageId);
    expect(ownPasses(result).breaks).toEqual([]);
  });

  it('tells that somebody changed his own password, and nothing of it', async () => {
    const zhao = await visitorOf('zhao');
    const page = '/account/password';
    const hidden = await hiddenFieldsOf(zhao, page);
    const password = 'blue-crow-41';
    const typed = { currentPassword: PASSWORD, password, passwordAgain: password };
    expect((await zhao.post(page, { ...hidden, ...typed })).statusCode).toBe(303);
    expect(await shown()).toContain('zhao 村会计');
    expect(await shown()).toContain('改自己的密码 办成 网页');
  });

  it('tells whose account could not be opened, and nothing of what was typed', async () => {
    const zhao = { username: 'zhao', password: 'blue-crow-42' };
    const program = await village.app.inject({ method: 'POST', url: '/api/sessions', payload: zhao });
    expect(program.statusCode).toBe(401);
    const page = await new Visitor(village.app).logIn({ username: ' ZHAO', password: 'Blue-Crow-42' });
    expect([page.statusCode, page.body.includes('blue-crow')]).toEqual([422, false]);
    // A name that nobody has is nobody's.
    await new Visitor(village.app).logIn({ username: 'blue-crow-42', password: 'blue-crow-42' });
    // It is kept once the answer is out.
    const told = async () => (await shown('?actResult=refused')).match(/zhao Xihe 登录 没办成/g)?.length ?? 0;
    for (let tried = 0; tried < 100 && (await told()) < 2; tried += 1) await setTimeout(20);
    expect(await told()).toBe(2);
    const kept = await village.app.get(RefusedCommandsService).listRefusals(village.otherVillageId);
    const own = kept.filter(({ command }) => / \/(?:api\/sessions|login)$/.test(command));
    expect(own.map(({ codes, facts, way }) => [way, codes, facts])).toEqual([
      ['api', ['users.wrongLogIn'], null],
      ['page', ['users.wrongLogIn'], null],
    ]);
    expect(JSON.stringify(own).toLowerCase()).not.toContain('blue-crow');
    const result = await village.app.get(BooksCheckService).checkBooks(village.otherVillageId);
    expect(ownPasses(result).breaks).toEqual([]);
  });

  it('is read by nobody of the village', async () => {
    expect((await (await visitorOf('wang')).get(acts)).statusCode).toBe(403);
  });
});
