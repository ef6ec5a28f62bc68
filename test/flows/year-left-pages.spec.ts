import { PlanReadService } from '../../src/features/distribution/plan-read.service';
import { NoticeClausesService } from '../../src/features/notices/notice-clauses.service';
import { LocalStandardsService } from '../../src/features/policy/local-standards.service';
import { Database } from '../../src/platform/database/database';
import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { NAMED_PAPERS } from '../support/step-papers';
import { yearForm, yearUse } from '../support/year-plans';
import { draftOf, openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { done } from './guantao-plan.fixture';

const VOTES = { due: '30', present: '30', inFavour: '30', against: '0', abstained: '0' };
const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** What a period takes beyond the plan of its year is remarked wherever its checks are, and printed. */
describe.each(enginesHere())('a period beyond the plan of its year (%s)', (engine) => {
  let village: VillageApp;
  let accountant: Visitor;
  let home: string;

  const held = () => ({ heldOn: village.clock.today(), stepPaper: 'minutes', ...VOTES, ...NAMED_PAPERS });
  const decided = async (at: string, form: object): Promise<string> => {
    const { id } = await done(village.accountant.post(at, form));
    const plan = `${at}/${String(id)}`;
    const { digest } = await done(village.accountant.post(`${plan}/submit`, {}));
    await done(village.accountant.post(`${plan}/meeting`, held()));
    await done(village.officer.post(`${plan}/review`, { outcome: 'passed', digest }));
    return String(id);
  };

  beforeAll(async () => {
    village = await startVillageApp(engine);
    await openWith(village.app, village.villageId, 500_000n);
    // Else what the county has not given yet is what is worst of it.
    const floor = { region: '341200', numberId: 'main_use.floor', value: '50%', from: '2025-01-01' };
    const paper = { paperTitle: 'uses', paperNumber: '', paperIssuer: 'county', paperIssuedOn: '2024-12-20' };
    const standards = village.app.get(LocalStandardsService);
    await standards.addStandard(village.townshipId, { ...floor, ...paper }, { by: 'county' });
    home = `/villages/${village.villageId}`;
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
    const uses = [yearUse({ amount: '1500.00' })];
    await decided(`/api${home}/year-plans`, yearForm({ uses }));
  }, 120_000);
  afterAll(() => village.close());

  it('asks for a reason where it is drafted, shows it to who agrees, and prints it', async () => {
    const says = '公益性岗位工资超出年度计划 0.01 元（年度计划只剩 1,500.00 元）';
    const plans = `/api${home}/plans`;
    const { id: bare } = await done(village.accountant.post(plans, draftOf('1500.01')));
    const shown = (await accountant.get(`${home}/plans/${String(bare)}`)).body;
    expect(words(shown)).toContain(says);
    expect(shown).toContain('name="reasons[year_plan:posts]"');
    const refused = await village.accountant.post(`${plans}/${String(bare)}/submit`, {});
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      422,
      expect.stringContaining('plan.beyondYear'),
    ]);
    const reasons = { 'year_plan:posts': '汛期多上了三个岗' };
    const { id } = await done(village.accountant.post(plans, { ...draftOf('1500.01'), reasons }));
    const plan = `${plans}/${String(id)}`;
    const { digest } = await done(village.accountant.post(`${plan}/submit`, {}));
    await done(village.accountant.post(`${plan}/meeting`, held()));
    const li = new Visitor(village.app);
    await li.logIn({ username: 'li', password: PASSWORD });
    const township = `/township/${village.townshipId}`;
    expect(words((await li.get(township)).body)).toContain(says);
    // Nobody agrees to it unread: it is none of those on which nothing is remarked.
    expect((await li.get(`${township}/batch-reviews`)).body).not.toContain(`agreed[${String(id)}]`);
    expect(words((await li.get(`${home}/plans/${String(id)}`)).body)).toContain('汛期多上了三个岗');
    await done(village.officer.post(`${plan}/review`, { outcome: 'passed', digest }));
    const { app } = village;
    const read = await app.get(PlanReadService).requirePlan(village.villageId, String(id));
    const { writtenReasons } = await app.get(NoticeClausesService).clausesOf(read, app.get(Database).reader);
    expect(writtenReasons).toEqual([`${says}：汛期多上了三个岗`]);
  });

  it('says so of a use that the year’s plan has not', async () => {
    const plans = `/api${home}/plans`;
    village.clock.moveTo('2025-07-20');
    const later = { ...draftOf('100.00', 'labour'), from: '2025-07-06', to: '2025-07-15' };
    const { id } = await done(village.accountant.post(plans, later));
    const { checks } = (await village.accountant.get(`${plans}/${String(id)}`)).body as {
      checks: { rule: string; outcome: string; says: string }[];
    };
    expect(checks.filter(({ rule }) => rule === 'year_plan')).toMatchObject([
      { outcome: 'failed', says: expect.stringContaining('年度计划里没有') as string },
    ]);
  });
});
