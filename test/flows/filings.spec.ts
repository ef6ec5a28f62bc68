import { DisplaysService } from '../../src/features/notices/displays.service';
import { readKeptFile } from '../../src/platform/files/read-kept-file';
import { exif, jpeg, shade } from '../platform/files/pictures.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { letIn, PASSWORD, type Program } from './api-village.fixture';
import { addCounty } from './county-office.fixture';
import { done, type GuantaoPlan, startGuantaoPlan } from './guantao-plan.fixture';

/** By the order of 馆陶 the county files a plan last: nobody does it for a county that is in the program. */
describe.each(enginesHere())('what is filed with the county (%s)', (engine) => {
  let of: GuantaoPlan;
  let countyId: string;
  let county: Program;

  beforeAll(async () => {
    of = await startGuantaoPlan(engine);
    countyId = await addCounty(of.village);
  }, 120_000);
  afterAll(() => of.village.close());

  const visitors = new Map<string, Visitor>();
  const visitorOf = async (name: string): Promise<Visitor> => {
    const visitor = visitors.get(name) ?? new Visitor(of.village.app);
    if (!visitors.has(name)) await visitor.logIn({ username: name, password: PASSWORD });
    visitors.set(name, visitor);
    return visitor;
  };
  const seen = async (name: string, path = planPage()): Promise<string> =>
    (await (await visitorOf(name)).get(path)).body;
  const planPage = (): string => of.plan.replace('/api', '');
  const path = (): string => `/offices/${countyId}/filings`;
  const codesOf = ({ problems = [], code }: Readonly<Record<string, unknown>>): unknown[] => {
    const told = problems as { code: string }[];
    return told.length === 0 ? [code] : told.map((each) => each.code);
  };
  /** The sheet hangs its five days with a photo, and the township agrees. */
  const agree = async (): Promise<void> => {
    const { village, books, planId, plan, digest } = of;
    const notice = { planId, displayedOn: village.clock.today() };
    const { id } = await done(village.accountant.post(`${books}/notices`, notice));
    const bytes = jpeg(exif(6), shade(1));
    const form = { displayedOn: village.clock.today(), displayPlace: 'board' };
    await village.app
      .get(DisplaysService)
      .putUp(
        { collectiveId: village.villageId, id: String(id) },
        { file: await readKeptFile(bytes), form },
        { by: 'wang', key: 'up' },
      );
    village.clock.moveTo('2025-07-10');
    await done(village.officer.post(`${plan}/review`, { outcome: 'passed', digest }));
    village.clock.moveTo('2025-07-13');
  };

  it('is the township’s to note while nobody of the county is in the program, and says so', async () => {
    await agree();
    expect(await seen('li')).toContain('县里没有用本系统，照县里回执上的号录');
    expect(await seen('li', '/my-work')).toContain('县里备案');
  });

  it('is the county’s alone once somebody is, on its page and on its list', async () => {
    county = await letIn(of.village.app, { name: 'qian', role: 'county', collectiveId: countyId });
    expect(await seen('li')).toContain('下一步“县里备案”由县主管部门办。');
    expect(await seen('li', '/my-work')).not.toContain('县里备案');
    const noted = { stepNumber: '4', heldOn: '2025-07-13', stepPaper: 'No 7' };
    const refused = await of.village.officer.post(`${of.plan}/steps`, noted);
    expect(codesOf(refused.body)).toEqual(['approvals.othersStep']);
    const pick = `plan.${of.village.villageId}.${of.planId}`;
    expect(await seen('qian')).toContain(`${path()}?pick=${pick}`);
    const list = await seen('qian', '/my-work');
    expect(list).toContain('方案等备案');
    expect(list).toContain('3天了');
    expect(await seen('li', `/township/${of.village.townshipId}/reminders`)).toContain(
      'qian：村账里有1件事等您办。Donghe2025年1至7月光伏收益方案等备案，3天了。',
    );
    const page = await seen('qian', path());
    expect(page).toContain('2,000.00');
    expect(page).toContain('2025年7月10日');
    expect((await (await visitorOf('li')).get(path())).statusCode).toBe(403);
  });

  it('keeps what was typed where it is refused', async () => {
    const { body } = await file({ heldOn: '2025-07-14', receiptPaper: 'x'.repeat(101) });
    expect(body).toContain('有 2 处要改');
    expect(body).toContain('x'.repeat(101));
    expect((await county.get(`/api${path()}/waiting`)).body).toMatchObject({
      total: 1,
      items: [{ villageId: of.village.villageId, planId: of.planId, total: '2000.00', days: 3 }],
    });
  });

  it('gets the county’s number, which stands on the plan’s page and in the county’s book', async () => {
    expect((await file({ heldOn: '2025-07-12', receiptPaper: 'cabinet 3' })).statusCode).toBe(303);
    expect(await seen('wang')).toContain('县里备案：2025-0001。');
    const page = await seen('qian', path());
    expect(page).toContain('现在没有等备案的方案。');
    expect(page).toContain('2025-0001');
    expect(page).toContain('cabinet 3');
    expect(await seen('qian', '/my-work')).toContain('现在没有等您办的事。');
    const again = { kind: 'plan', planId: of.planId, heldOn: '2025-07-13' };
    const refused = await county.post(`/api${path()}`, { ...again, villageId: of.village.villageId });
    expect(codesOf(refused.body)).toEqual(['approvals.filedAlready']);
    expect((await county.get(`/api${path()}?year=2024`)).body).toMatchObject({ total: 0 });
    expect((await county.get(`/api${path()}?year=2025`)).body).toMatchObject({
      items: [{ year: 2025, number: 1, subjectId: of.planId, filedOn: '2025-07-12' }],
    });
  });

  async function file(fields: { heldOn: string; receiptPaper: string }) {
    const visitor = await visitorOf('qian');
    const { body } = await visitor.get(path());
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const filedPlan = `plan.${of.village.villageId}.${of.planId}`;
    return visitor.post(path(), { filedPlan, ...fields, _csrf: csrfTokenIn(body), commandKey });
  }
});
