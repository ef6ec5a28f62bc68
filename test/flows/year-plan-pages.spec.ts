import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { letIn, openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

/** The pages of a yearly use plan, from its draft to its decision. */
describe('the pages of a yearly plan', () => {
  let app: VillageApp;
  let accountant: Visitor;
  let officer: Visitor;
  let home: string;
  let at: string;

  const loggedIn = async (username: string): Promise<Visitor> => {
    const visitor = new Visitor(app.app);
    await visitor.logIn({ username, password: PASSWORD });
    return visitor;
  };

  beforeAll(async () => {
    app = await startVillageApp();
    await openWith(app.app, app.villageId, 5_000_000n);
    const { villageId: collectiveId } = app;
    await letIn(app.app, { name: 'drafter', role: 'accountant', collectiveId });
    await letIn(app.app, { name: 'reviewer', role: 'township', collectiveId: app.townshipId });
    [accountant, officer] = [await loggedIn('drafter'), await loggedIn('reviewer')];
    home = `/villages/${collectiveId}`;
    at = `${home}/year-plans/new`;
  });
  afterAll(() => app.close());

  const words = (html: string): string => html.replaceAll(/<[^>]+>/g, '');
  const valueOf = (html: string, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

  async function post(visitor: Visitor, to: string, page: string, fields: Record<string, string>) {
    const { body } = await visitor.get(page);
    const own = { _csrf: csrfTokenIn(body), commandKey: valueOf(body, 'commandKey') };
    return visitor.post(to, { ...own, ...fields });
  }

  const uses = (amount: string) => ({
    ...{ pool: 'pv', year: '2025' },
    'uses[0][bucket]': 'posts',
    'uses[0][forWhat]': '保洁',
    'uses[0][postPeople]': '6',
    'uses[0][postStandard]': '300.00',
    'uses[0][postMonths]': '12',
    'uses[1][bucket]': 'reward',
    'uses[1][forWhat]': '助学',
    'uses[1][amount]': amount,
  });

  it('reckons as it is typed, keeps it, and names what is more than is expected', async () => {
    expect(words((await accountant.get(`${home}/plans`)).body)).toContain('还没有年度使用计划');
    const tried = await post(accountant, at, at, { ...uses('28400.01'), tryOut: '1' });
    expect(tried.statusCode).toBe(200);
    expect(words(tried.body)).toContain('超出 0.01');
    // Whoever comes back finds what was typed.
    expect((await accountant.get(at)).body).toContain('value="28400.01"');
    const refused = await post(accountant, at, at, uses('28400.01'));
    expect(refused.statusCode).toBe(422);
    expect(words(refused.body)).toContain('多出 0.01 元');
    const more = await post(accountant, at, at, { ...uses('1'), moreRows: 'posts' });
    expect(more.body).toContain('name="uses[2][bucket]" value="posts"');
  });

  it('goes from the draft through every step, each by its own form', async () => {
    const saved = await post(accountant, at, at, uses('10000.00'));
    expect(saved.statusCode).toBe(303);
    const page = String(saved.headers.location);
    const draft = words((await accountant.get(page)).body);
    expect(draft).toContain('提交');
    expect(draft).toContain('21,600.00');
    expect((await post(accountant, `${page}/submit`, page, {})).statusCode).toBe(303);
    const read = words((await officer.get(page)).body);
    expect(read).toContain('6人 × 300.00元 × 12个月');
    expect(read).toContain('岗位工资按月验收就能列支');
    expect((await accountant.get(page)).body).toContain(`action="${page}/meeting"`);
    const counts = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0' };
    const meeting = { heldOn: '2025-07-05', stepPaper: '会议记录', stepNumber: '1', ...counts };
    const few = await post(accountant, `${page}/meeting`, page, {
      ...meeting,
      present: '20',
      inFavour: '20',
    });
    expect(few.statusCode).toBe(422);
    expect((await post(accountant, `${page}/meeting`, page, meeting)).statusCode).toBe(303);
    const { body } = await officer.get(page);
    // Agreeing to a year grants nothing but months on posts, and nobody is told that it does more.
    expect(words(body)).toContain('同意后，这一年的钱照它安排。岗位工资按月照它先列支');
    expect(words(body)).not.toContain('逐项列支');
    const digest = valueOf(body, 'digest');
    const passed = await post(officer, `${page}/review`, page, { outcome: 'passed', digest });
    expect(passed.statusCode).toBe(303);
    const decided = await accountant.get(page);
    expect(words(decided.body)).toContain('改这一年的计划');
    // What hangs last is its sheet: publishing it is that step.
    expect(decided.body).toContain(`href="${page.replace('year-plans', 'plans')}/publish"`);
    expect(decided.body).not.toContain(`action="${page}/steps"`);
    // Nothing is known of the year before: it is said in words.
    expect(words(decided.body)).toContain('2024年没有年度计划，也没有定过分配方案');
    const list = words((await officer.get(`${home}/plans`)).body);
    expect(list).toContain('2025年');
    expect(list).toContain('31,600.00');
    expect((await accountant.get(at)).body).toContain('name="changeWhy"');
  });

  it('is read by the county, and drafted by nobody but who keeps the books', async () => {
    const { body } = await officer.get(at);
    expect(body).not.toContain('id="draft"');
    const plans = await app.accountant.get(`/api${home}/year-plans`);
    const [plan] = plans.body['items'] as { id: string; figures: unknown }[];
    expect(plan?.figures).toMatchObject({ expected: '50000.00', used: '31600.00', left: '18400.00' });
    const told = await app.officer.get(`/api${home}/year-plans/${plan?.id ?? ''}`);
    expect(told.body['checks']).toBeInstanceOf(Array);
  });
});
