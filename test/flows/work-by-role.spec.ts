import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { enginesHere } from '../support/engines';
import { Visitor } from '../platform/http-app.fixture';
import { NAMED_PAPERS } from '../support/step-papers';
import { PASSWORD, type VillageApp } from './api-village.fixture';
import { done } from './guantao-plan.fixture';
import { type DecidingVillage, startDeciding } from './plan-people.fixture';

const VOTES = { present: '30', against: '1', abstained: '1', inFavour: '28', due: '30' };
const USE = { bucket: 'posts', forWhat: 'wages', amount: '2000.00' };
const YEAR = {
  ...{ pool: 'pv', year: '2025', reserve: '', reserveFor: '', changeWhy: '' },
  ...{ money: [], uses: [{ ...USE, postPeople: '', postStandard: '', postMonths: '' }] },
};
const NAME = '2025年光伏收益年度计划';

/** A yearly plan waits on the list of everybody who may take its next step, and of nobody else. */
describe.each(enginesHere())('whose a yearly plan is (%s)', (engine) => {
  let app: VillageApp;
  let reviewed: DecidingVillage;
  let signed: DecidingVillage;
  let alone: DecidingVillage;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    const of = 'year' as const;
    const { villages, ...started } = await startDeciding(engine, [
      { routeId: 'county-yingshan', of },
      { routeId: 'county-shandong', of },
      { routeId: 'county-shandong', of, isWithoutSupervisors: true },
    ]);
    app = started.app;
    const [first, second, third] = villages;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no villages');
    [reviewed, signed, alone] = [first, second, third];
  }, 120_000);
  afterAll(() => app.close());

  const by = ({ people }: DecidingVillage, name: string) => {
    const person = people.find((each) => each.name === name);
    if (person === undefined) throw new Error(`nobody is called ${name}`);
    return person.program;
  };
  const page = async (name: string, path: string): Promise<string> => {
    const visitor = visitors.get(name) ?? new Visitor(app.app);
    if (!visitors.has(name)) await visitor.logIn({ username: `of-${name}`, password: PASSWORD });
    visitors.set(name, visitor);
    const { body } = await visitor.get(path);
    return body
      .slice(body.indexOf('<h1'))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  };
  /** On whose lists of a village's people a line stands. */
  const listedBy = async ({ people }: DecidingVillage, line: string): Promise<string[]> => {
    const names: string[] = [];
    for (const { name, roles } of people)
      if (roles.length > 0 && (await page(name, '/my-work')).includes(line)) names.push(name);
    return names.sort();
  };
  const drafted = async (village: DecidingVillage): Promise<string> => {
    const plans = `/api/villages/${village.id}/year-plans`;
    const { id } = await done(by(village, 'wang').post(plans, YEAR));
    return `${plans}/${String(id)}`;
  };
  const noted = (more: object): object => {
    return { heldOn: app.clock.today(), stepPaper: 'paper 3', ...NAMED_PAPERS, ...more };
  };

  it('is the bookkeepers’ until it is submitted, and between its meetings', async () => {
    const plan = await drafted(reviewed);
    expect(await listedBy(reviewed, `V1 ${NAME}起草了，还没有提交`)).toEqual(['both', 'wang']);
    await done(by(reviewed, 'wang').post(`${plan}/submit`, {}));
    expect(await listedBy(reviewed, `V1 ${NAME}等办`)).toEqual(['both', 'wang']);
    await done(by(reviewed, 'both').post(`${plan}/steps`, noted({ stepNumber: '1' })));
    await done(by(reviewed, 'wang').post(`${plan}/meeting`, noted({ stepNumber: '2', ...VOTES })));
  });

  it('is then the approvers’ who took no step of it, and in the queue of their office', async () => {
    expect(await listedBy(reviewed, `V1 ${NAME}等审核`)).toEqual(['pi', 'sun']);
    const queue = await page('sun', (await officeOf(reviewed)).township);
    expect(queue).toMatch(new RegExp(`审核 V1 ${NAME} [\\d,.]+ 全年预计`));
    const { digest } = (await by(reviewed, 'pi').get(await onlyPlanOf(reviewed))).body;
    const form = { outcome: 'returned', reason: 'see the posts', digest };
    await done(by(reviewed, 'pi').post(`${await onlyPlanOf(reviewed)}/review`, form));
    expect(await listedBy(reviewed, `V1 ${NAME}被退回，等重新起草`)).toEqual(['both', 'wang']);
    expect(await page('sun', (await officeOf(reviewed)).township)).not.toContain(`V1 ${NAME}`);
  });

  it('is each supervisor’s until he signed, and then of each who notes that enough did', async () => {
    const plan = await drafted(signed);
    const { digest } = await done(by(signed, 'wang').post(`${plan}/submit`, {}));
    await done(by(signed, 'wang').post(`${plan}/steps`, noted({ stepNumber: '1' })));
    const line = `V2 ${NAME}等办“村务监督委员会审核”`;
    expect(await listedBy(signed, line)).toEqual(['sup1', 'sup2', 'sup3']);
    const at = plan.replace('/year-plans/', '/signatures/year_plan/');
    await done(by(signed, 'sup1').post(at, { how: 'own', digest }));
    expect(await listedBy(signed, line)).toEqual(['sup2', 'sup3']);
    await done(by(signed, 'sup2').post(at, { how: 'own', digest }));
    expect(await listedBy(signed, line)).toEqual(['sup1', 'sup2', 'sup3']);
  });

  it('is the township’s where nobody of the village is what a step asks for', async () => {
    const plan = await drafted(alone);
    await done(by(alone, 'wang').post(`${plan}/submit`, {}));
    await done(by(alone, 'both').post(`${plan}/steps`, noted({ stepNumber: '1' })));
    // Who noted the step before is of the township, too, and may not take this one.
    expect(await listedBy(alone, `V3 ${NAME}等办“村务监督委员会审核”`)).toEqual(['he', 'pi', 'sun']);
  });

  it('is what an office reminds others of, and not its own work', async () => {
    const text = await page('sun', (await officeOf(signed)).reminders);
    expect(text).toContain(`sup3：村账里有1件事等您办。V2${NAME}等办“村务监督委员会审核”。请登录村账办理。`);
    expect(text).not.toContain(`V3${NAME}`);
  });

  async function officeOf({ id }: DecidingVillage): Promise<{ township: string; reminders: string }> {
    const [township] = await app.app.get(CollectivesService).listAncestorIds(id);
    return {
      township: `/township/${String(township)}`,
      reminders: `/township/${String(township)}/reminders`,
    };
  }
  async function onlyPlanOf(village: DecidingVillage): Promise<string> {
    const plans = `/api/villages/${village.id}/year-plans`;
    const [plan] = (await by(village, 'wang').get(plans)).body['items'] as { id: string }[];
    return `${plans}/${String(plan?.id)}`;
  }
});
