import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { NAMED_PAPERS } from '../support/step-papers';
import { yearForm, yearUse } from '../support/year-plans';
import { openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { done } from './guantao-plan.fixture';

/** Revisions of a yearly plan are told beside each other, as those of a period's plan are. */
describe.each(enginesHere())('the revisions of a yearly plan (%s)', (engine) => {
  let village: VillageApp;
  let accountant: Visitor;
  let years: string;
  let pages: string;
  const ids: string[] = [];

  const textOf = async (path: string): Promise<string> => {
    const { statusCode, body } = await accountant.get(`${pages}${path}`);
    expect([path, statusCode]).toEqual([path, 200]);
    return body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  };
  const draft = async (amount: string, changeWhy = ''): Promise<string> => {
    const uses = [yearUse({ amount }), yearUse({ bucket: 'reward', forWhat: 'pupils', amount: '100.00' })];
    const { id } = await done(village.accountant.post(years, yearForm({ uses, changeWhy })));
    ids.push(String(id));
    return String(id);
  };
  const submit = async (id: string): Promise<string> =>
    String((await done(village.accountant.post(`${years}/${id}/submit`, {})))['digest']);
  const vote = (id: string) => {
    const votes = { due: '30', present: '30', inFavour: '30', against: '0', abstained: '0' };
    const held = { heldOn: '2025-07-05', stepPaper: 'minutes 3', ...votes, ...NAMED_PAPERS };
    return done(village.accountant.post(`${years}/${id}/meeting`, held));
  };

  beforeAll(async () => {
    village = await startVillageApp(engine);
    await openWith(village.app, village.villageId, 500_000n);
    pages = `/villages/${village.villageId}/year-plans`;
    years = `/api${pages}`;
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
  }, 120_000);
  afterAll(() => village.close());

  it('says who sent the last one back and why, where it is drafted anew', async () => {
    const first = await draft('600.00');
    expect(await textOf(`/${first}`)).not.toContain('第0稿');
    const digest = await submit(first);
    await vote(first);
    const lineReasons = { posts: 'eight people, not six' };
    const review = { outcome: 'returned', reason: 'too little', digest, lineReasons };
    await done(village.officer.post(`${years}/${first}/review`, review));
    for (const path of ['/new?pool=pv&year=2025', `/${await draft('650.00')}`]) {
      const told = await textOf(path);
      expect(told).toMatch(/退回： ?too little；[^；]*：eight people, not six/);
      expect(told).toContain('和第1稿比');
      expect(told).toContain('第1稿办过的作废，要重新办：');
    }
    // What stands in the form is what is compared: the draft as saved.
    const saved = await textOf(`/${ids[1] ?? ''}`);
    expect(saved).toMatch(/600\.00 650\.00 \+50\.00/);
    expect(saved).not.toMatch(/100\.00 100\.00/);
  });

  it('says of one taken back after a vote that the vote fell, and leads to each before', async () => {
    const [first = '', second = ''] = ids;
    await submit(second);
    await vote(second);
    const third = await draft('700.00');
    await submit(third);
    const told = await textOf(`/${third}`);
    expect(told).toContain('和第2稿比');
    expect(told).toMatch(/第2稿办过的作废，要重新办：[^。]*（7月5日）/);
    expect(told).toMatch(/650\.00 700\.00 \+50\.00/);
    expect(told).toMatch(/还剩 4,250\.00 4,200\.00/);
    expect(told).not.toContain('退回，理由');
    const { body } = await accountant.get(`${pages}/${third}`);
    for (const id of [first, second]) expect(body).toContain(`href="${pages}/${id}"`);
  });

  it('says nothing of votes that fell beside one that was decided: it holds', async () => {
    const third = ids[2] ?? '';
    const { digest } = await done(village.accountant.get(`${years}/${third}`));
    await vote(third);
    const review = { outcome: 'passed', reason: '', digest };
    await done(village.officer.post(`${years}/${third}/review`, review));
    const told = await textOf(`/${await draft('750.00', 'more people')}`);
    expect(told).toContain('和第3稿比');
    expect(told).toMatch(/700\.00 750\.00/);
    expect(told).not.toContain('办过的作废');
  });

  it('leads to the minutes and photos that are kept with it', async () => {
    const third = ids[2] ?? '';
    const files = `/villages/${village.villageId}/files/yearPlan/${third}`;
    const { body } = await accountant.get(`${pages}/${third}`);
    expect(body).toContain(`href="${files}"`);
    expect((await accountant.get(files)).statusCode).toBe(200);
  });
});
