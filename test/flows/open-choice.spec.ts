import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { PlanReadService } from '../../src/features/distribution/plan-read.service';
import { NoticeClausesService } from '../../src/features/notices/notice-clauses.service';
import { loadPacks } from '../../src/features/policy/pack-files';
import { PolicyService } from '../../src/features/policy/policy.service';
import { Database } from '../../src/platform/database/database';
import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { SEEDS, seedsWith } from '../support/policy-seeds';
import {
  type Answer,
  letIn,
  openWith,
  PASSWORD,
  type Program,
  startVillageApp,
  type VillageApp,
} from './api-village.fixture';

const CITY = '341200/2023-09-21';
const TEXT = readFileSync(join(SEEDS, 'policies', `${CITY}.yaml`), 'utf8')
  .replace("confirm_after: '2023-12-31'", 'confirm_after: null')
  .replaceAll(/\blabour\b/g, 'works');
/** The document of the same level that came later: somebody has to say of it soon that it still holds. */
const LATER = TEXT.replace("from: '2023-09-21'", "from: '2025-07-01'")
  .replace(/title: .*/, 'title: 新的办法')
  .replace('confirm_after: null', "confirm_after: '2025-07-02'");
const ONE = { [`${CITY}.yaml`]: TEXT };
const TWO = { ...ONE, '341200/2025-07-01.yaml': LATER };
const VOTES = {
  due: '30',
  present: '25',
  inFavour: '24',
  against: '0',
  abstained: '1',
  stepPaper: 'minutes',
};

/** What a person reads of a page. */
const words = (html: string): string => html.replaceAll(/<[^>]+>/g, '');

/** One village, from no document to two of them, of which the county chooses one. */
describe.each(enginesHere())('a plan without a policy, and with two (%s)', (engine) => {
  let app: VillageApp;
  let county: Program;
  let countyId = '';
  let visitor: Visitor;
  let books = '';
  let planId = '';

  beforeAll(async () => {
    app = await startVillageApp(engine);
    await openWith(app.app, app.villageId, 50_000n);
    ({ id: countyId } = await app.app.get(CollectivesService).createCollective({
      ...{ parentId: null, kind: 'county', name: 'Yinghe', organisationName: 'Yinghe office', contacts: [] },
      ...{ regionPath: ['341200'], noticeLabel: 'YH', routeId: null, booksOpenOn: '2025-01-01' },
    }));
    county = await letIn(app.app, { name: 'qian', role: 'county', collectiveId: countyId });
    visitor = new Visitor(app.app);
    await visitor.logIn({ username: 'wang', password: PASSWORD });
    books = `/api/villages/${app.villageId}`;
  });
  afterAll(() => app.close());

  /** The program started anew on other files. */
  const startOn = (files: Readonly<Record<string, string>>): void => {
    Object.assign(app.app.get(PolicyService), { packs: loadPacks(seedsWith(files)) });
  };
  const draft = (uses: Readonly<Record<string, string>>, targetGroup = 'lifted_out'): Promise<Answer> => {
    const claims = Object.entries(uses).map(([bucket, amount]) => ({
      ...{ bucket, forWhat: 'Cleaning', beneficiaries: '3', unit: 'person', targetGroup, amount },
    }));
    const period = { pool: 'pv', from: '2025-01-01', to: '2025-07-04' };
    return app.accountant.post(`${books}/plans`, { ...period, claims, reasons: {}, leftOverNote: '' });
  };
  const submit = (): Promise<Answer> => app.accountant.post(`${books}/plans/${planId}/submit`, {});
  const confirm = async (until: string): Promise<void> => {
    const form = { until, paperTitle: '关于继续执行的函', reason: '问过印发的单位' };
    const at = `/api/offices/${countyId}/packs/341200/2025-07-01/confirmations`;
    const { status } = await county.post(at, form);
    expect(status).toBe(201);
  };
  const meet = (heldOn: string): Promise<Answer> =>
    app.accountant.post(`${books}/plans/${planId}/meeting`, { heldOn, ...VOTES });
  const page = async (): Promise<string> =>
    words((await visitor.get(`/villages/${app.villageId}/plans/${planId}`)).body);

  it('is drafted without one, its amounts held against the money, and goes no further', async () => {
    startOn({});
    const many = await draft({ posts: '500.01' }, 'others');
    expect([many.status, many.body['code']]).toEqual([409, 'plan.aboveDistributable']);
    const strange = await draft({ industry: '1.00' });
    expect(JSON.stringify(strange.body)).toContain('uses.bucketUnknown');
    expect(JSON.stringify(strange.body)).toContain('没有文件写明帮扶对象是哪些人');
    const { status, body } = await draft({ posts: '300.00', labour: '200.00' }, 'unknown');
    expect(status).toBe(201);
    planId = String(body['id']);
    const says = '没有适用的政策文件，可以起草，不能提交';
    expect((await app.accountant.get(`${books}/plans/${planId}`)).body).toMatchObject({
      packId: 'none',
      figures: { distributable: '500.00', planned: '500.00' },
      checks: [{ rule: 'pack.none', outcome: 'failed', force: 'block', says }],
    });
    expect((await app.accountant.get(`${books}/plans/${planId}/explanation`)).status).toBe(200);
    const drawn = (await visitor.get(`/villages/${app.villageId}/plans/${planId}`)).body;
    expect(words(drawn)).toContain(says);
    expect(words(drawn)).toContain('小型公益事业劳务');
    expect(words(drawn)).toContain('哪些人算帮扶对象，要有文件才知道');
    expect(drawn).toMatch(/class="waiting" disabled/);
    expect(drawn).not.toContain('看公示样张');
    const sample = await visitor.get(`/villages/${app.villageId}/plans/${planId}/sample.pdf`);
    expect([sample.statusCode, words(sample.body).includes('公示上写不出依据')]).toEqual([409, true]);
    expect(words((await visitor.get(`/villages/${app.villageId}/plans/new`)).body)).toContain(says);
  });

  it('is neither submitted nor met on nor reviewed without one', async () => {
    expect((await submit()).body['code']).toBe('policy.noPackInForce');
    const meeting = { heldOn: '2025-07-05', ...VOTES };
    expect((await app.accountant.post(`${books}/plans/${planId}/meeting`, meeting)).body['code']).toBe(
      'plan.notNow',
    );
    const review = { outcome: 'passed', digest: 'x' };
    expect((await app.officer.post(`${books}/plans/${planId}/review`, review)).body['code']).toBe(
      'plan.notNow',
    );
  });

  it('is taken up by the policy that comes, and typed anew where that knows no such use', async () => {
    startOn(ONE);
    expect((await submit()).body['code']).toBe('plan.rulesChanged');
    const drawn = await page();
    expect(drawn).not.toContain('没有适用的政策文件');
    expect(drawn).toContain('三（二）7');
    expect(drawn).toContain('文件里没有的用途（labour），请改填到别的用途下面');
    expect(drawn).toContain('与可分配收益相等');
    expect((await draft({ posts: '300.00', labour: '200.00' })).status).toBe(422);
    const { status, body } = await draft({ posts: '400.00', works: '100.00' });
    expect(status).toBe(201);
    planId = String(body['id']);
    expect((await app.accountant.get(`${books}/plans/${planId}`)).body).toMatchObject({ packId: CITY });
  });

  it('waits while two are in force, until the county chose one with a reason', async () => {
    startOn(TWO);
    expect((await submit()).body['code']).toBe('policy.twoPacksInForce');
    const refused = await draft({ posts: '400.00' });
    expect([refused.status, refused.body['code']]).toEqual([409, 'policy.twoPacksInForce']);
    const says = JSON.stringify(refused.body);
    expect(says).toContain('安徽省阜阳市《新的办法》（2025年7月1日起）');
    expect(says).toContain('请县里的主管部门在“政策”里选定，并写明理由');
    expect(words((await visitor.get(`/offices/${app.villageId}/packs`)).body)).toContain('还没有人选定');
    const choices = `/api/offices/${countyId}/pack-choices`;
    const choice = { chosen: '341200/2025-07-01', from: '2025-07-05', reason: '以后印发的为准' };
    expect((await app.officer.post(choices, choice)).status).toBe(403);
    expect((await county.post(choices, { ...choice, reason: '' })).status).toBe(422);
    expect((await county.post(choices, choice)).status).toBe(201);
    expect((await submit()).body['code']).toBe('plan.rulesChanged');
  });

  it('waits for an office to say that the chosen one still holds, and again when that ran out', async () => {
    planId = String((await draft({ posts: '500.00' })).body['id']);
    const at = `${books}/plans/${planId}`;
    const says = '这份文件过了2025年7月2日，还没有人确认仍然有效，请县里的主管部门在“政策”里确认';
    const [check] = (await app.accountant.get(at)).body['checks'] as unknown[];
    expect(check).toMatchObject({ rule: 'pack.confirmed', outcome: 'failed', force: 'block', says });
    expect(await page()).toContain(says);
    const refused = await submit();
    expect([refused.status, refused.body['code']]).toEqual([409, 'policy.notConfirmed']);
    await confirm('2025-07-05');
    expect((await submit()).status).toBe(200);
    app.clock.moveTo('2025-07-06');
    expect((await meet('2025-07-06')).body['code']).toBe('policy.notConfirmed');
    await confirm('2025-12-31');
    expect((await meet('2025-07-06')).status).toBe(200);
  });

  it('goes on to its approval by the one that was chosen, and tells who confirmed it', async () => {
    const at = `${books}/plans/${planId}`;
    const { digest } = (await app.accountant.get(at)).body;
    const review = await app.officer.post(`${at}/review`, { outcome: 'passed', digest });
    expect(review.body).toEqual({ approved: true });
    const says = 'Yinghe office2025年7月6日确认这份文件仍然有效，到2025年12月31日，根据《关于继续执行的函》';
    const [check] = (await app.accountant.get(at)).body['checks'] as unknown[];
    expect(check).toMatchObject({ rule: 'pack.confirmed', outcome: 'passed', says });
    expect((await app.accountant.get(at)).body).toMatchObject({
      packId: '341200/2025-07-01',
      state: 'approved',
    });
    const made = (await county.get(`/api/offices/${countyId}/pack-choices`)).body['items'];
    expect(made).toMatchObject([{ chosen: '341200/2025-07-01', reason: '以后印发的为准' }]);
    const plan = await app.app.get(PlanReadService).requirePlan(app.villageId, planId);
    const clauses = await app.app.get(NoticeClausesService).clausesOf(plan, app.app.get(Database).reader);
    const confirmed = { office: 'Yinghe office', on: '2025-07-06', until: '2025-12-31' };
    expect(clauses.confirmed).toEqual({ ...confirmed, paper: '关于继续执行的函' });
  });
});
