import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { yearForm, yearUse } from '../support/year-plans';
import { draftOf, openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { done } from './guantao-plan.fixture';

const NO = { due: '30', present: '30', inFavour: '10', against: '19', abstained: '1' };
const YES = { ...NO, inFavour: '20', against: '9' };

/** A vote that failed is noted where the vote is noted, and told wherever the plan is told. */
describe.each(enginesHere())('the pages of a plan that was voted down (%s)', (engine) => {
  let village: VillageApp;
  let accountant: Visitor;
  let home: string;

  const textOf = async (path: string): Promise<string> => {
    const { statusCode, body } = await accountant.get(path);
    expect([path, statusCode]).toEqual([path, 200]);
    return body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  };
  const vote = async (path: string, more: Record<string, string>) => {
    const { body } = await accountant.get(path);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const own = { _csrf: csrfTokenIn(body), commandKey };
    const held = { stepNumber: '1', heldOn: '2025-07-05', stepPaper: '会议记录第3页' };
    return accountant.post(`${path}/meeting`, { ...own, ...held, ...NO, ...more });
  };

  beforeAll(async () => {
    village = await startVillageApp(engine);
    await openWith(village.app, village.villageId, 500_000n);
    home = `/villages/${village.villageId}`;
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
  }, 120_000);
  afterAll(() => village.close());

  it('note it with its reason, and what was typed stays where its votes were enough', async () => {
    const { id } = await done(village.accountant.post(`/api${home}/plans`, draftOf('2000.00')));
    await done(village.accountant.post(`/api${home}/plans/${String(id)}/submit`, {}));
    const plan = `${home}/plans/${String(id)}`;
    expect(await textOf(plan)).toMatch(/结果 通过 没有通过 .*理由 没有通过的可以写/);
    const refused = await vote(plan, { outcome: 'refused', reason: '岗位太少', ...YES });
    expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining('赞成 20 票，够通过')]);
    expect(refused.body).toMatch(/<option value="refused" selected/);
    expect(refused.body).toContain('岗位太少</textarea>');
    expect((await vote(plan, { reason: '岗位太少', ...YES })).body).toContain('结果却选了通过');
    const noted = await vote(plan, { outcome: 'refused', reason: '岗位太少' });
    expect([noted.statusCode, noted.headers['location']]).toEqual([303, expect.stringContaining(plan)]);
    const told = await textOf(plan);
    expect(told).toContain('没有通过');
    expect(told).toContain('同意10，反对19，弃权1，没有通过。理由：岗位太少。凭据：会议记录第3页。');
    expect(told).not.toContain('已退回');
    expect(await textOf(`${home}/plans`)).toContain('没有通过');
    expect(await textOf('/my-work')).toContain('方案没有通过，等重新起草');
    expect(await textOf(`${home}/plans/new?pool=pv&from=2025-01-01&to=2025-07-05`)).toContain(
      '“村民代表会议表决”没有通过： 应到30人，到会30人，同意10，反对19，弃权1；岗位太少',
    );
    // Another last day makes no other plan of it.
    expect(await textOf(`${home}/plans/new?pool=pv&from=2025-01-01&to=2025-07-04`)).toContain(
      '同意10，反对19',
    );
    const shorter = { ...draftOf('1500.00'), to: '2025-07-04' };
    const { id: next } = await done(village.accountant.post(`/api${home}/plans`, shorter));
    await done(village.accountant.post(`/api${home}/plans/${String(next)}/submit`, {}));
    expect(await textOf(`${home}/plans/${String(next)}`)).toContain(
      '第1稿“村民代表会议表决”没有通过，理由：应到30人',
    );
  });

  it('of a year tell it alike, and that too few came', async () => {
    const form = yearForm({ uses: [yearUse({ amount: '600.00' })] });
    const { id } = await done(village.accountant.post(`/api${home}/year-plans`, form));
    await done(village.accountant.post(`/api${home}/year-plans/${String(id)}/submit`, {}));
    const plan = `${home}/year-plans/${String(id)}`;
    const few = { present: '9', inFavour: '0', against: '0', abstained: '0' };
    expect((await vote(plan, { outcome: 'refused', ...few })).statusCode).toBe(303);
    const told = await textOf(plan);
    expect(told).toContain('应到30人，到会9人，没有到够，没有表决，没有通过。');
    expect(told).not.toContain('已退回');
    expect(await textOf(`${home}/year-plans/new?pool=pv&year=2025`)).toContain(
      '没有通过： 应到30人，到会9人，没有到够，没有表决',
    );
  });
});
