import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoticeComposerService } from '../../src/features/notices/notice-composer.service';
import { PlanReadService } from '../../src/features/distribution/plan-read.service';
import { loadPacks } from '../../src/features/policy/pack-files';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { PackConfirmationsService } from '../../src/features/policy/pack-confirmations.service';
import { PolicyService } from '../../src/features/policy/policy.service';
import { Database } from '../../src/platform/database/database';
import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { confirmPolicy } from '../support/policy-register';
import { SEEDS, seedsWith } from '../support/policy-seeds';
import { draftOf, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { approvePlan } from './public-sheet.fixture';

const FUYANG = '341200/2023-09-21';
const TEXT = readFileSync(join(SEEDS, 'policies', `${FUYANG}.yaml`), 'utf8');
/** Other names, another force, another sentence: everything that pages and sheets print of a policy. */
const EDITED = TEXT.replace('name: 奖励补助', 'name: 奖励')
  .replace('开发公益性岗位', '公益岗位')
  .replace('四类用途以外的开支要写理由', '四类用途以外的开支不许')
  .replaceAll('at: 三(二)7', 'at: 三(二)8');

describe.each(enginesHere())('a plan after its policy was edited (%s)', (engine) => {
  let village: VillageApp;
  let planId = '';
  let visitor: Visitor;

  beforeAll(async () => {
    village = await startVillageApp(engine);
    planId = await approvePlan(village, 'burnt, no spare');
    visitor = new Visitor(village.app);
    await visitor.logIn({ username: 'wang', password: PASSWORD });
  });
  afterAll(() => village.close());

  /** The program started anew on other files. */
  const startOn = (files: Readonly<Record<string, string>>): void => {
    Object.assign(village.app.get(PolicyService), { packs: loadPacks(seedsWith(files)) });
  };

  /** Everything that is said of the plan: to programs, on its page, on the sheet that is published of it. */
  async function said(): Promise<unknown[]> {
    const { villageId, app } = village;
    const { status, body } = await village.accountant.get(`/api/villages/${villageId}/plans/${planId}`);
    const told = await village.accountant.get(`/api/villages/${villageId}/plans/${planId}/explanation`);
    expect(told).toMatchObject({ status: 200, body: { label: 'split', result: 'split' } });
    const db = app.get(Database).reader;
    const plan = await app.get(PlanReadService).requirePlan(villageId, planId);
    const publication = {
      ...{ number: 1, displayedOn: '2025-07-06' },
      witness: { chainLength: 1, chainHead: 'a'.repeat(64) },
    };
    const sheet = await app.get(NoticeComposerService).compose(plan, publication, db);
    const pages: string[] = [];
    for (const at of [`plans/${planId}`, `plans/${planId}/publish`, `plans/${planId}/told`, 'plans']) {
      const page = await visitor.get(`/villages/${villageId}/${at}`);
      expect(page.statusCode).toBe(200);
      pages.push(page.body.replaceAll(/name="(_csrf|commandKey)" value="[^"]+"/g, ''));
    }
    const heard = await village.accountant.get(`/api/villages/${villageId}/plans/${planId}/broadcast`);
    expect(heard.status).toBe(200);
    return [status, body, told, heard, sheet, ...pages];
  }

  it('says every figure, check, page and sheet as before, byte for byte', async () => {
    const before = await said();
    expect(JSON.stringify(before)).toContain('四类用途以外的开支要写理由');
    startOn({ [`${FUYANG}.yaml`]: EDITED });
    expect(await said()).toEqual(before);
    startOn({});
    expect(await said()).toEqual(before);
  });

  it('is told to a household of a use and a place, which the page names where none was typed', async () => {
    const told = `/villages/${village.villageId}/plans/${planId}/told`;
    expect((await visitor.get(told)).body).not.toContain('没有填');
    expect((await visitor.get(`${told}?claim=&weights=&place=`)).body).toContain('用途没有填。');
    const { lines } = await village.app.get(PlanReadService).requirePlan(village.villageId, planId);
    const { body } = await visitor.get(`${told}?claim=${lines[0]?.claims[0]?.id ?? ''}&weights=&place=`);
    expect(body).toContain('您得多少');
    expect(body).toMatch(/name="place"[^>]* value="1"/);
  });

  it('is followed by the next plan under the policy as it stands then', async () => {
    startOn({ [`${FUYANG}.yaml`]: EDITED });
    const { villageId, clock } = village;
    clock.moveTo('2025-07-20');
    const books = `/api/villages/${villageId}`;
    const form = { ...draftOf('100.00'), from: '2025-07-06', to: '2025-07-19' };
    const { body } = await village.accountant.post(`${books}/plans`, form);
    const next = (await village.accountant.get(`${books}/plans/${String(body['id'])}`)).body;
    const first = (await village.accountant.get(`${books}/plans/${planId}`)).body;
    expect(next['packId']).toBe(first['packId']);
    expect(next['packDigest']).not.toBe(first['packDigest']);
    expect(JSON.stringify(next['checks'])).toContain('四类用途以外的开支不许');
  });

  it('is not submitted once the county chose another document, and is while nothing changed', async () => {
    const { villageId, app, clock } = village;
    const later = EDITED.replace("from: '2023-09-21'", "from: '2025-07-01'")
      .replace("confirm_after: '2023-12-31'", 'confirm_after: null')
      .replace(/title: .*/, 'title: 新的办法');
    const [plan] = await app.get(PlanReadService).listPlans(villageId);
    const submit = async (): Promise<unknown[]> => {
      const { status, body } = await village.accountant.post(
        `/api/villages/${villageId}/plans/${plan?.id ?? ''}/submit`,
        {},
      );
      return [status, body['code'], JSON.stringify(body)];
    };
    startOn({ [`${FUYANG}.yaml`]: EDITED, '341200/2025-07-01.yaml': later });
    expect((await submit())[1]).toBe('policy.twoPacksInForce');
    const choice = { chosen: '341200/2025-07-01', from: clock.today(), reason: '以后印发的为准' };
    await app.get(PackChoicesService).choose(villageId, choice, { by: 'county' });
    const [, code, answer] = await submit();
    expect(code).toBe('plan.rulesChanged');
    expect(answer).toContain('规定变了（新的办法），请重新起草。');
    startOn({ [`${FUYANG}.yaml`]: EDITED });
    // Whoever confirmed the text before it was edited said nothing of this one.
    expect((await submit())[1]).toBe('policy.notConfirmed');
    const given = { officeId: village.townshipId, today: clock.today() };
    await confirmPolicy(app.get(PackConfirmationsService), given);
    expect((await submit())[0]).toBe(200);
  });
});
