import { LocalStandardsService } from '../../src/features/policy/local-standards.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import {
  addVillage,
  draftOf,
  openWith,
  PASSWORD,
  type Program,
  startVillageApp,
  type VillageApp,
} from './api-village.fixture';
import { done } from './guantao-plan.fixture';

const VOTES = { due: '30', present: '25', inFavour: '24', against: '0', abstained: '1' };
const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** A township agrees to several plans in one go: only to those on which nothing is remarked. */
describe.each(enginesHere())('plans agreed to in one go (%s)', (engine) => {
  let village: VillageApp;
  let li: Visitor;
  let page: string;
  const plans = new Map<string, { id: string; at: string }>();

  beforeAll(async () => {
    village = await startVillageApp(engine);
    const { app, townshipId, villageId, otherVillageId, accountant, otherAccountant } = village;
    const floor = { region: '341200', numberId: 'main_use.floor', value: '50%', from: '2025-01-01' };
    const paper = {
      ...{ paperTitle: 'main uses', paperNumber: '', paperIssuer: 'county', paperIssuedOn: '2024-12-20' },
    };
    await app.get(LocalStandardsService).addStandard(townshipId, { ...floor, ...paper }, { by: 'county' });
    const third = await addVillage(village, {
      ...{ name: 'Nanpo', routeId: 'village-representatives-then-township' },
    });
    const waiting: [string, string, Program, string][] = [
      ['first', villageId, accountant, '5000.00'],
      ['second', otherVillageId, otherAccountant, '3000.00'],
      // Nothing of it goes to the main uses: it has a written reason, which somebody has to read.
      ['remarked', third.id, third.accountant, '2000.00'],
    ];
    for (const [name, id, by, amount] of waiting) {
      await openWith(app, id, 500_000n);
      const at = `/api/villages/${id}/plans`;
      const own = draftOf(amount, name === 'remarked' ? 'other' : 'posts');
      const reasons = { 'FY-07c': 'a well for all', 'FY-07n:other': 'a well for all' };
      const { id: planId } = await done(by.post(at, name === 'remarked' ? { ...own, reasons } : own));
      await done(by.post(`${at}/${String(planId)}/submit`, {}));
      await done(
        by.post(`${at}/${String(planId)}/meeting`, { heldOn: '2025-07-05', stepPaper: 'm', ...VOTES }),
      );
      plans.set(name, { id: String(planId), at: `${at}/${String(planId)}` });
    }
    li = new Visitor(app);
    await li.logIn({ username: 'li', password: PASSWORD });
    page = `/township/${townshipId}/batch-reviews`;
  }, 120_000);
  afterAll(() => village.close());

  const planOf = (name: string) => plans.get(name) ?? { id: '', at: '' };
  const fieldOf = (name: string): string => `agreed[${planOf(name).id}]`;
  const shown = async (): Promise<string> => (await li.get(page)).body;
  const digestOf = (html: string, name: string): string =>
    new RegExp(`name="agreed\\[${planOf(name).id}\\]" value="([0-9a-f]{64})"`).exec(html)?.[1] ?? '';
  const post = async (fields: Record<string, string>, key = 'batch-key-1') =>
    li.post(page, { _csrf: csrfTokenIn(await shown()), commandKey: key, ...fields });
  const stateOf = async (name: string): Promise<unknown> =>
    (await village.officer.get(planOf(name).at)).body['state'];

  it('are those on which nothing is remarked, each with all its checks, none ticked', async () => {
    const html = await shown();
    expect([digestOf(html, 'first').length, digestOf(html, 'second').length]).toEqual([64, 64]);
    expect(digestOf(html, 'remarked')).toBe('');
    expect(html).not.toContain(' checked');
    const text = words(html);
    expect(text).toContain('同意Donghe 2025年1至7月光伏收益方案');
    expect(text).toContain('去年同期没有方案');
    expect(text.match(/这次分配主要用于文件写明的四类用途/g)).toHaveLength(2);
    const township = (await li.get(page.replace('/batch-reviews', ''))).body;
    expect(township).toContain('没有问题的 2 份，一起看、一次同意');
  });

  it('are refused where none is ticked, or one that is not shown there', async () => {
    const none = await post({});
    expect([none.statusCode, words(none.body).includes('还没有勾方案')]).toEqual([422, true]);
    const { body } = await village.officer.get(planOf('remarked').at);
    const remarked = await post({ [fieldOf('remarked')]: String(body['digest']) });
    expect([remarked.statusCode, remarked.body.includes('有一份勾上的方案现在不能在这里同意')]).toEqual([
      422,
      true,
    ]);
    expect(await stateOf('remarked')).toBe('submitted');
  });

  it('are decided each by itself: what is refused is told with its village, the other stands', async () => {
    const ticked = {
      [fieldOf('first')]: 'a'.repeat(64),
      [fieldOf('second')]: digestOf(await shown(), 'second'),
    };
    const answer = await post(ticked, 'batch-key-2');
    expect(answer.statusCode).toBe(422);
    expect(words(answer.body)).toContain('Donghe没有同意成：');
    expect([await stateOf('first'), await stateOf('second')]).toEqual(['submitted', 'approved']);
  });

  it('sent twice are agreed to once', async () => {
    const ticked = { [fieldOf('first')]: digestOf(await shown(), 'first') };
    const both = await Promise.all([post(ticked, 'batch-key-3'), post(ticked, 'batch-key-3')]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    const { body } = await village.officer.get(planOf('first').at);
    expect(body).toMatchObject({ state: 'approved' });
    expect((body['decisions'] as unknown[]).length).toBe(2);
    expect(words(await shown())).toContain('没有可以一起同意的方案。');
  });

  it('are nobody else’s page', async () => {
    const wang = new Visitor(village.app);
    await wang.logIn({ username: 'wang', password: PASSWORD });
    expect((await wang.get(page)).statusCode).toBe(403);
  });
});
