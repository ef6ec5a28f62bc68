import { BooksCheckService } from '../../src/features/months/books-check.service';
import { AcceptedCommandsService } from '../../src/platform/audit/accepted-commands.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { ownPasses } from '../support/tampering';
import { draftOf, openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { done } from './guantao-plan.fixture';

const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

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

  it('is read by the township: the newest first, what was refused with its reason, and found', async () => {
    const all = await shown();
    expect(all).toContain('wang 村会计 Donghe 登记往来单位 办成 网页 127.0.0.1');
    expect(all).toContain('wang 村会计 Donghe 起草分配方案 办成 程序 127.0.0.1');
    expect(all).toContain('网页上填的一张表 没办成 有一栏没有填。');
    expect(all.indexOf('没办成')).toBeLessThan(all.indexOf('起草分配方案'));
    const refused = await shown('?actResult=refused');
    expect([refused.includes('网页上填的一张表'), refused.includes('起草分配方案')]).toEqual([true, false]);
    expect(await shown('?actResult=accepted')).not.toContain('没办成 ');
    expect(await shown('?from=2025-01-01&to=2025-02-01')).toContain('这些天里没有这样的操作。');
    expect(await shown(`?actBooks=${village.otherVillageId}`)).toContain('这些天里没有这样的操作。');
    expect(await shown('?actPerson=nobody')).toContain('这些天里没有这样的操作。');
    expect(await shown('?from=2025-02-01&to=2025-01-01')).toContain('截止日期 2025-01-01 早于开始日期');
    expect(await shown('?from=2025-02-31')).toContain('2025-02-31');
    expect(await shown('?actBooks=elsewhere')).toContain('这个单位不归这里管');
  });

  it('is read by nobody of the village', async () => {
    expect((await (await visitorOf('wang')).get(acts)).statusCode).toBe(403);
  });
});
