import { ACCESS } from '../../src/features/users/access-table';
import { Database } from '../../src/platform/database/database';
import { WhatIfEntity } from '../../src/features/distribution/what-if.entity';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { draftOf, letIn, openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

/** Each act on a plan, with a form that only the plan itself is missing from. */
const VOTES = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0' };
const FORMS: Readonly<Record<string, Record<string, string>>> = {
  submit: {},
  meeting: { heldOn: '2025-07-05', stepNumber: '1', stepPaper: 'minutes', ...VOTES },
  steps: { heldOn: '2025-07-05', stepNumber: '1', stepPaper: 'minutes' },
  review: { outcome: 'passed', digest: 'a'.repeat(64) },
  grant: { claimId: 'none', grantedOn: '2025-07-05' },
  grants: { claimId: 'none', grantedOn: '2025-07-05' },
  publish: { displayedOn: '2025-07-05' },
  releases: {
    ...{ claimId: 'none', releaseAmount: '1.00', releasedOn: '2025-07-05', releaseReason: 'gone' },
    paper: 'minutes',
  },
  'releases/withdrawals': { releaseId: 'none', withdrawalReason: 'wrong' },
};

/** A copy of a plan, tried with other figures: it is no plan, and nothing takes it for one. */
describe('a copy of a plan that is only tried', () => {
  let app: VillageApp;
  let accountant: Visitor;
  let officer: Visitor;
  let home: string;
  let planId: string;
  let yearId: string;

  beforeAll(async () => {
    app = await startVillageApp();
    const { villageId: collectiveId } = app;
    await openWith(app.app, collectiveId, 5_000_000n);
    await letIn(app.app, { name: 'drafter', role: 'accountant', collectiveId });
    await letIn(app.app, { name: 'reviewer', role: 'township', collectiveId: app.townshipId });
    [accountant, officer] = [new Visitor(app.app), new Visitor(app.app)];
    await accountant.logIn({ username: 'drafter', password: PASSWORD });
    await officer.logIn({ username: 'reviewer', password: PASSWORD });
    home = `/villages/${collectiveId}`;
    planId = String((await app.accountant.post(`/api${home}/plans`, draftOf('20000.00'))).body['id']);
    const use = {
      bucket: 'posts',
      forWhat: 'wages',
      postPeople: '6',
      postStandard: '300.00',
      postMonths: '12',
    };
    const year = {
      pool: 'pv',
      year: '2025',
      money: [],
      uses: [use],
      reserve: '',
      reserveFor: '',
      changeWhy: '',
    };
    yearId = String((await app.accountant.post(`/api${home}/year-plans`, year)).body['id']);
  });
  afterAll(() => app.close());

  const words = (html: string): string => html.replaceAll(/<[^>]+>/g, '').replaceAll('\u3000', ' ');
  const boxesOf = (html: string): Record<string, string> =>
    Object.fromEntries(
      [...html.matchAll(/<(?:input|option)[^>]*>/g)].flatMap(([box]) => {
        const [name, value] = [/ name="([^"]+)"/.exec(box)?.[1], / value="([^"]*)"/.exec(box)?.[1] ?? ''];
        return name === undefined ? [] : [[name, value]];
      }),
    );
  const kept = () => app.app.get(Database).reader.find(WhatIfEntity, { order: { name: 'ASC' } });

  async function post(at: string, fields: Record<string, string>, by = accountant) {
    const { body } = await by.get(at);
    const { commandKey = '' } = boxesOf(body);
    return by.post(at, { _csrf: csrfTokenIn(body), commandKey, ...fields });
  }

  const claim = (amount: string) => ({
    'claims[0][bucket]': 'posts',
    'claims[0][forWhat]': 'Cleaning, 3 posts',
    'claims[0][beneficiaries]': '3',
    'claims[0][unit]': 'person',
    'claims[0][targetGroup]': 'lifted_out',
    'claims[0][amount]': amount,
  });

  it('begins with the figures of the plan, and lays what is typed beside them line by line', async () => {
    const at = `${home}/plans/${planId}/what-if`;
    expect((await accountant.get(`${home}/plans/${planId}`)).body).toContain(`href="${at}"`);
    const shown = await accountant.get(at);
    expect(shown.statusCode).toBe(200);
    expect(boxesOf(shown.body)['claims[0][amount]']).toBe('20000.00');
    expect(words(shown.body)).toContain('金额和用途都没有变。');
    expect(shown.body).toContain('<strong class="copy-mark">试算</strong>');
    // There is nothing on it that submits, meets, reviews or grants.
    expect(shown.body).not.toMatch(/action="[^"]*\/(?:submit|meeting|steps|review|grant)"/);
    const tried = await post(at, { ...claim('12345.67'), tryOut: '1' });
    expect(words(tried.body)).toContain('公益性岗位工资20,000.0012,345.67−7,654.33');
    expect(words(tried.body)).toContain('留到下期30,000.0037,654.33+7,654.33');
    // What the county would have to give may be tried, and what comes of it stands beside the plan's check.
    const given = { ...claim('12345.67'), 'decisions[main_use.floor]': '0.6', tryOut: '1' };
    expect(words((await post(at, given)).body)).toContain('这次分配主要用于文件写明的四类用途定不了通过');
    // Whoever comes back finds it as it was left; the plan is as it was saved.
    expect(boxesOf((await accountant.get(at)).body)['claims[0][amount]']).toBe('12345.67');
    const plan = await app.accountant.get(`/api${home}/plans/${planId}`);
    expect(plan.body['figures']).toMatchObject({ planned: '20000.00', leftOver: '30000.00' });
    const over = await post(at, { ...claim('60000.00'), tryOut: '1' });
    expect(words(over.body)).toContain('超出');
  });

  it('is kept under a name, one of a name, and thrown away', async () => {
    const at = `${home}/plans/${planId}/what-if`;
    expect((await post(at, { ...claim('1.00'), keepWhatIf: '1' })).statusCode).toBe(422);
    const saved = await post(at, { ...claim('100.00'), whatIfName: 'less', keepWhatIf: '1' });
    expect(saved.statusCode).toBe(303);
    expect((await post(at, { ...claim('200.00'), whatIfName: 'less', keepWhatIf: '1' })).statusCode).toBe(
      303,
    );
    expect((await post(at, { ...claim('300.00'), whatIfName: 'more', keepWhatIf: '1' })).statusCode).toBe(
      303,
    );
    const [less, more] = await kept();
    expect((await kept()).map(({ name }) => name)).toEqual(['less', 'more']);
    expect(Object.keys(less?.typed ?? {}).some((name) => name.startsWith('_') || name === 'commandKey')).toBe(
      false,
    );
    const opened = await accountant.get(`${at}?kept=${less?.id ?? ''}`);
    expect(boxesOf(opened.body)['claims[0][amount]']).toBe('200.00');
    expect((await post(at, { dropWhatIf: more?.id ?? '' })).statusCode).toBe(303);
    expect((await kept()).map(({ name }) => name)).toEqual(['less']);
    expect((await accountant.get(`${at}?kept=${more?.id ?? ''}`)).statusCode).toBe(404);
  });

  it('is taken for a plan by no route that submits, decides, grants or publishes', async () => {
    const [less] = await kept();
    const acts = Object.keys(ACCESS).flatMap((route) => {
      const act = /^POST .*\/(?:year-)?plans\/:(?:id|planId)\/(.+)$/.exec(route)?.[1];
      return act === undefined ? [] : [{ act, to: route.slice('POST '.length) }];
    });
    // Whatever act on a plan comes new is asked of a copy, too.
    expect([...new Set(acts.map(({ act }) => act))].sort()).toEqual(
      [...Object.keys(FORMS), 'what-if'].sort(),
    );
    const answers: string[] = [];
    for (const { act, to } of acts.filter((each) => each.act !== 'what-if')) {
      const path = to.replace(':collectiveId', app.villageId).replace(/:(?:id|planId)/, less?.id ?? '');
      answers.push(`${to} ${String(await answerOf(path, act))}`);
    }
    expect(answers).toHaveLength(23);
    expect(answers.filter((answer) => !answer.endsWith(' 404'))).toEqual([]);
  });

  async function answerOf(path: string, act: string): Promise<number> {
    const form = FORMS[act] ?? {};
    if (path.startsWith('/api'))
      return (await (act === 'review' ? app.officer : app.accountant).post(path, form)).status;
    const visitor = act === 'review' ? officer : accountant;
    const { body } = await visitor.get('/account/password');
    const { commandKey = '' } = boxesOf(body);
    const own = { _csrf: csrfTokenIn(body), commandKey };
    return (await visitor.post(path, { ...own, ...form })).statusCode;
  }

  it('hands its figures to the draft, which is then saved like any other', async () => {
    const at = `${home}/plans/${planId}/what-if`;
    const used = await post(at, { ...claim('45678.90'), whatIfName: 'x', useWhatIf: '1' });
    expect(used.statusCode).toBe(303);
    const draft = await accountant.get(String(used.headers.location));
    expect(boxesOf(draft.body)['claims[0][amount]']).toBe('45678.90');
    expect(words(draft.body)).toContain('自动存，还不是草稿');
    const plan = await app.accountant.get(`/api${home}/plans/${planId}`);
    expect(plan.body).toMatchObject({ state: 'drafted', revision: 1 });
  });

  it('is of a year, too', async () => {
    const at = `${home}/year-plans/${yearId}/what-if`;
    expect((await accountant.get(`${home}/year-plans/${yearId}`)).body).toContain(`href="${at}"`);
    const uses = {
      'uses[0][bucket]': 'posts',
      'uses[0][forWhat]': 'wages',
      'uses[0][postPeople]': '7',
      'uses[0][postStandard]': '350.00',
      'uses[0][postMonths]': '12',
      reserve: '100.00',
      reserveFor: 'repairs',
    };
    const tried = await post(at, { ...uses, tryOut: '1' });
    expect(words(tried.body)).toContain('公益性岗位工资21,600.0029,400.00+7,800.00');
    expect(words(tried.body)).toContain('预留0.00100.00+100.00');
    expect(words(tried.body)).toContain('还剩28,400.0020,500.00−7,900.00');
    const used = await post(at, { ...uses, useWhatIf: '1' });
    const draft = await accountant.get(String(used.headers.location));
    expect(boxesOf(draft.body)['uses[0][postPeople]']).toBe('7');
    expect((await post(at, { ...uses, whatIfName: 'seven', keepWhatIf: '1' })).statusCode).toBe(303);
    expect((await kept()).map(({ planKind }) => planKind).sort()).toEqual(['plan', 'year_plan']);
  });

  it('is opened by nobody but who keeps the books', async () => {
    expect((await officer.get(`${home}/plans/${planId}/what-if`)).statusCode).toBe(403);
    expect((await officer.get(`${home}/plans/${planId}`)).body).not.toContain('what-if');
  });
});
