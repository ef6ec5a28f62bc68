import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { DisplaysService } from '../../src/features/notices/displays.service';
import { readKeptFile } from '../../src/platform/files/read-kept-file';
import { exif, jpeg, PAPER, shade } from '../platform/files/pictures.fixture';
import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { PASSWORD } from './api-village.fixture';
import { done, type GuantaoPlan, startGuantaoPlan } from './guantao-plan.fixture';

/** By the order of 馆陶 a sheet hangs five days; only then the township looks at the plan. */
describe.each(enginesHere())('a plan whose sheet hangs before its review (%s)', (engine) => {
  let of: GuantaoPlan;
  let noticeId: string;

  beforeAll(async () => {
    of = await startGuantaoPlan(engine);
  }, 120_000);
  afterAll(() => of.village.close());

  const agree = () => {
    const { village, plan, digest } = of;
    return village.officer.post(`${plan}/review`, { outcome: 'passed', digest });
  };
  const codesOf = (body: Readonly<Record<string, unknown>>): string[] =>
    (body['problems'] as { code: string }[]).map(({ code }) => code);
  const putUp = async (displayNumber: number, displayedOn: string) => {
    const { village } = of;
    const file = await readKeptFile(jpeg(exif(6), shade(displayNumber)));
    const at = { collectiveId: village.villageId, id: noticeId };
    const form = { displayedOn, displayPlace: 'board' };
    const command = { by: 'wang', key: `up ${String(displayNumber)}` };
    await village.app.get(DisplaysService).putUp(at, { file, form }, command);
  };
  const visitors = new Map<string, Visitor>();
  const seen = async (name: string, path = of.plan.replace('/api', '')): Promise<string> => {
    const visitor = visitors.get(name) ?? new Visitor(of.village.app);
    if (!visitors.has(name)) await visitor.logIn({ username: name, password: PASSWORD });
    visitors.set(name, visitor);
    return (await visitor.get(path)).body;
  };

  it('shows the minutes that are kept with it to whoever reviews it', async () => {
    const { village, plan, planId } = of;
    expect(await seen('li')).toContain('会议记录和照片</a>');
    const owner = { collectiveId: village.villageId, ownerKind: 'plan', ownerId: planId } as const;
    const form = { paperKind: 'minutes', datedOn: '2025-07-05', remark: 'page 3', audience: 'office' };
    const minutes = { file: await readKeptFile(PAPER), form };
    await village.app.get(AssetFilesService).keep(owner, minutes, { by: 'wang' });
    expect(await seen('li')).toContain('会议记录和照片（1份）');
    const kept = await seen('li', plan.replace('/api', '').replace('plans', 'files/plan'));
    expect(kept).toContain('分配方案 2025年7月5日');
    expect(kept).toContain('会议记录');
    expect(kept).toContain('page 3');
  });

  it('is published for no day before it was made', async () => {
    const { village, books, planId } = of;
    village.clock.moveTo('2025-07-09');
    const notice = { planId, displayedOn: '2025-07-08' };
    const early = await village.accountant.post(`${books}/notices`, notice);
    expect([early.status, codesOf(early.body)]).toEqual([422, ['notices.beforeToday']]);
    const published = await done(
      village.accountant.post(`${books}/notices`, { ...notice, displayedOn: '2025-07-09' }),
    );
    noticeId = String(published['id']);
  });

  it('is not agreed to without a photo, however many days have gone', async () => {
    of.village.clock.moveTo('2025-08-01');
    expect(codesOf((await agree()).body)).toEqual(['approvals.notProven']);
    const page = await seen('li');
    expect(page).toContain('公示还没有登记张贴：没有照片，天数不算，不能办下一步。');
    expect(page).not.toContain('同意这份方案');
    expect(page).toContain('退回修改');
    expect(page).toContain(`${of.plan.replace('/api', '')}/publish`);
  });

  it('waits for the last of its days, and for the days of one put up again', async () => {
    const { village, books } = of;
    await putUp(1, '2025-08-01');
    village.clock.moveTo('2025-08-05');
    expect(codesOf((await agree()).body)).toEqual(['approvals.publicityGoesOn']);
    const at = `${books}/notices/${noticeId}/displays/1/takedown`;
    await done(village.accountant.post(at, { takenDownOn: '2025-08-03', takedownReason: 'rain' }));
    expect(codesOf((await agree()).body)).toEqual(['approvals.tornDown']);
    await putUp(2, '2025-08-05');
    village.clock.moveTo('2025-08-09');
    expect(codesOf((await agree()).body)).toEqual(['approvals.publicityGoesOn']);
  });

  it('waits for every answer, and is agreed to once nothing is open', async () => {
    const { village, books } = of;
    const said = { noticeId, objectedOn: '2025-08-09', objectionWords: 'too much for posts' };
    const { id } = await done(village.accountant.post(`${books}/objections`, said));
    expect(codesOf((await agree()).body)).toEqual(['approvals.publicityGoesOn', 'approvals.objectionsOpen']);
    village.clock.moveTo('2025-08-10');
    expect(codesOf((await agree()).body)).toEqual(['approvals.objectionsOpen']);
    const desks = [`/villages/${village.villageId}/months/2025-08`, `/township/${village.townshipId}`];
    const [month = '', township = ''] = desks;
    expect(await seen('wang', month)).toContain('1条没有答复，最早8月14日到期');
    const queue = await seen('li', township);
    expect(queue).toContain('1条没有答复，最早8月14日到期');
    expect(queue).toContain('还有 1 条意见没有答复，答复完了再办下一步。');
    expect(await seen('li')).toContain('还有 1 条意见没有答复，答复完了再办下一步。');
    const answer = { objectionGist: 'posts', objectionAnswer: 'by the days worked' };
    await done(village.accountant.post(`${books}/objections/${String(id)}/answer`, answer));
    for (const [index, desk] of desks.entries())
      expect(await seen(index === 0 ? 'wang' : 'li', desk)).not.toContain('没有答复');
    const page = await seen('li');
    expect(page).toContain('公示期已满，有张贴照片，意见都答复了。');
    expect(page).toContain('同意这份方案');
    expect((await agree()).body).toMatchObject({ approved: true });
    expect(await seen('wang')).toContain('凭据：minutes 3。');
  });
});
