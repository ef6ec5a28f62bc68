import { fileWithdrawalText } from '../../src/domain/assets/kept-file';
import { PublicityStandings } from '../../src/features/approvals/publicity-standings.service';
import { FileWithdrawalEntity } from '../../src/features/assets/asset-file.entity';
import { DisplaysService } from '../../src/features/notices/displays.service';
import { NoticesService } from '../../src/features/notices/notices.service';
import { insertRecorded } from '../../src/platform/audit/records';
import { Database } from '../../src/platform/database/database';
import { sha256 } from '../../src/platform/digests/sha256';
import { readKeptFile } from '../../src/platform/files/read-kept-file';
import { exif, jpeg, PAPER, PLACE, png, shade } from '../platform/files/pictures.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { MULTIPART, multipart } from '../platform/multipart.fixture';
import { enginesHere } from '../support/engines';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { publishSheet } from './public-sheet.fixture';

/** What a person reads: the text without its marks. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

describe.each(enginesHere())('a sheet on the wall (%s)', (engine) => {
  let village: VillageApp;
  let accountant: Visitor;
  let code: string;
  let noticeId: string;
  let planId: string;
  let publishing: string;
  let displays: string;
  let sent = 0;

  beforeAll(async () => {
    village = await startVillageApp(engine);
    code = await publishSheet(village);
    const [notice] = await village.app.get(NoticesService).listNotices(village.villageId);
    noticeId = notice?.id ?? '';
    planId = notice?.planId ?? '';
    publishing = `/villages/${village.villageId}/plans/${planId}/publish`;
    displays = `/villages/${village.villageId}/notices/${noticeId}/displays`;
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
  }, 120_000);
  afterAll(() => village.close());

  /** Each photo has other bytes, as photos of two days have. */
  const photo = (): Buffer => jpeg(exif(6), shade((sent += 1)));
  const hidden = async (from: string) => {
    const { body } = await accountant.get(from);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return { _csrf: csrfTokenIn(body), commandKey };
  };
  const putUp = async (displayedOn: string, more: { bytes?: Buffer | ''; place?: string } = {}) => {
    const { bytes = photo(), place = '村务公开栏' } = more;
    const form = { displayedOn, displayPlace: place, ...(await hidden(publishing)) };
    const parts = [...Object.entries(form), ...(bytes === '' ? [] : [['file', bytes] as const])];
    return accountant.postBytes(displays, multipart(parts, { name: 'a.jpg', type: 'image/jpeg' }), MULTIPART);
  };
  const takeDown = async (number: number, takenDownOn: string, takedownReason: string) => {
    const form = { takenDownOn, takedownReason, ...(await hidden(publishing)) };
    return accountant.post(`${displays}/${String(number)}/takedown`, form);
  };
  const planPage = async (): Promise<string> =>
    textOf((await accountant.get(publishing.replace('/publish', ''))).body);
  /** The photo of the second time it was put up. */
  const photoId = async (): Promise<string> => {
    const { displays: told } = (await village.accountant.get(`/api${displays}`)).body;
    const [, again] = told as { fileId: string }[];
    return again?.fileId ?? '';
  };
  const band = async (): Promise<string> => {
    const page = await village.app.inject(`/n/${code}`);
    return /class="band-sentence">([^<]*)/.exec(page.body)?.[1] ?? '';
  };

  it('has no proof until a photo shows it, and says so to everyone', async () => {
    village.clock.moveTo('2025-07-08');
    expect(await band()).toBe('没有更正过。纸上写的公示期是2025年7月6日至7月12日，没有张贴凭据。');
    const page = textOf((await accountant.get(publishing)).body);
    expect(page).toContain('没有张贴凭据');
    expect(textOf((await village.app.inject(`/verify?code=${code}`)).body)).toContain('没有张贴凭据');
    expect(await planPage()).toContain('公示还没有登记张贴：没有照片，就没有凭据说它贴过。');
    const standing = await village.app
      .get(PublicityStandings)
      .standingOfPlan({ collectiveId: village.villageId, planId }, '2025-08-01');
    expect(standing).toMatchObject({ isOver: false, clock: { state: 'unproven' } });
  });

  it('refuses what is no photo, no place, a day before the sheet or to come; nothing is kept', async () => {
    const refused = [
      [await putUp('2025-07-07', { bytes: '' }), '请选一个文件'],
      [await putUp('2025-07-07', { bytes: PAPER }), 'PDF 不是照片'],
      [await putUp('2025-07-07', { place: '' }), '张贴地点没有填'],
      [await putUp('2025-07-07', { bytes: png() }), '照片只有 40×30 点'],
      [await putUp('2025-07-05'), '早于公示上写的第一天'],
      [await putUp('2025-07-09'), '还没有到'],
    ] as const;
    for (const [{ statusCode, body }, sentence] of refused)
      expect([statusCode, textOf(body).includes(sentence)]).toEqual([422, true]);
    const other = new Visitor(village.app);
    await other.logIn({ username: 'zhao', password: PASSWORD });
    expect((await other.get(publishing)).statusCode).toBe(403);
    const { body } = await village.accountant.get(`/api${displays}`);
    expect(body).toMatchObject({ displays: [], clock: { state: 'unproven' } });
  });

  it('hangs from the day it was put up, with the days left, and a photo that tells no place', async () => {
    expect((await putUp('2025-07-07')).headers.location).toBe(publishing);
    expect(await band()).toBe('没有更正过。贴在村务公开栏，公示第2天，还剩5天。');
    const page = (await accountant.get(publishing)).body;
    expect(textOf(page)).toContain('贴在村务公开栏，公示第2天，还剩5天');
    const [, href = ''] = /href="([^"]+kept-files[^"]+)"/.exec(page) ?? [];
    const kept = await accountant.get(href);
    expect(kept.headers['content-type']).toBe('image/jpeg');
    expect(kept.rawPayload.includes(PLACE)).toBe(false);
    expect((await village.app.inject(`/n/${code}`)).body).not.toContain('kept-files');
    expect(textOf((await putUp('2025-07-08')).body)).toContain('第 1 次就贴在“村务公开栏”，还没有揭下');
  });

  it('taken down early asks why, and begins anew; what was is still told', async () => {
    village.clock.moveTo('2025-07-10');
    expect(textOf((await takeDown(1, '2025-07-09', '')).body)).toContain('揭下的原因没有填');
    expect((await takeDown(1, '2025-07-09', '刷墙')).headers.location).toBe(publishing);
    expect(await band()).toContain('7月9日提前揭下，只贴满2天，再贴出后重新算7天');
    expect(textOf((await takeDown(1, '2025-07-10', '再揭')).body)).toContain('或者已经揭下了');
    expect((await putUp('2025-07-10')).statusCode).toBe(303);
    expect(await band()).toContain('公示第1天，还剩6天');
    const page = textOf((await village.app.inject(`/n/${code}`)).body);
    expect(page).toContain('7月7日贴在村务公开栏，有照片；7月9日提前揭下，天数没有满：刷墙。');
    expect(page).toContain('7月10日贴在村务公开栏，有照片。');
  });

  it('is over the day after the last of the days that began anew, not of the first ones', async () => {
    const at = { collectiveId: village.villageId, planId };
    const isOver = async (day: string) =>
      (await village.app.get(PublicityStandings).standingOfPlan(at, day))?.isOver;
    expect(await isOver('2025-07-14')).toBe(false);
    expect(await isOver('2025-07-16')).toBe(false);
    expect(await isOver('2025-07-17')).toBe(true);
    village.clock.moveTo('2025-07-17');
    expect(await band()).toContain('公示期已满（2025年7月10日至7月16日），有张贴照片');
    const told = await planPage();
    expect(told).toContain('公示期已满，有张贴照片，意见都答复了。');
    expect(told).not.toContain('公示没有办完');
  });

  it('keeps the photo that shows it, and says what to do about a wrong one', async () => {
    const files = `/villages/${village.villageId}/files/notice/${noticeId}`;
    expect(textOf((await accountant.get(files)).body)).toContain('村务公开栏');
    const form = { fileId: await photoId(), withdrawalReason: '拍错了', ...(await hidden(files)) };
    const refused = await accountant.post(`${files}/withdrawals`, form);
    expect([refused.statusCode, textOf(refused.body)]).toEqual([
      422,
      expect.stringContaining('这是第 2 次张贴（2025年7月10日）的照片'),
    ]);
    expect(await planPage()).toContain('公示期已满，有张贴照片');
  });

  it('has no proof any more where its photo was taken away before that was refused', async () => {
    const row = { fileId: await photoId(), reason: '拍错了', withdrawnBy: 'wang', withdrawnAt: '' };
    const { villageId: collectiveId } = village;
    await village.app.get(Database).inTransaction(collectiveId, async (tx) => {
      const digest = sha256(fileWithdrawalText(row));
      await insertRecorded(tx, FileWithdrawalEntity, { collectiveId, ...row, digest });
    });
    expect(await band()).toContain('提前揭下');
    // Its days have gone; what shows that it hung has not stayed.
    const plan = await planPage();
    expect(plan).toContain('公示没有办完');
    const list = (await accountant.get(`/villages/${village.villageId}/plans`)).body;
    expect(textOf(list)).toContain('公示没有办完');
    expect(plan).toContain('公示提前揭下了，只贴满');
    expect(textOf((await village.app.inject(`/n/${code}`)).body)).toContain('照片已撤，不算张贴凭据');
  });

  it('is put up once where many say so at once, and under one key once', async () => {
    village.clock.moveTo('2025-07-20');
    const service = village.app.get(DisplaysService);
    const at = { collectiveId: village.villageId, id: noticeId };
    const form = { displayedOn: '2025-07-20', displayPlace: '小学' };
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, async () =>
        service.putUp(at, { file: await readKeptFile(photo()), form }, { by: 'wang' }),
      ),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const file = await readKeptFile(photo());
    const twice = () =>
      service.putUp(at, { file, form: { ...form, displayPlace: '桥头' } }, { by: 'wang', key: 'one-key-01' });
    expect(await twice()).toEqual(await twice());
    const standing = await service.publicityStanding(at, '2025-07-20');
    expect(standing.displays.map(({ place }) => place)).toEqual([
      ...['村务公开栏', '村务公开栏', '小学', '桥头'],
    ]);
  });
});
