import { PublicityStandings } from '../../src/features/approvals/publicity-standings.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { NoticeReadService } from '../../src/features/notices/notice-read.service';
import { NoticesService } from '../../src/features/notices/notices.service';
import { Database } from '../../src/platform/database/database';
import { exif, jpeg, shade } from '../platform/files/pictures.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { MULTIPART, multipart } from '../platform/multipart.fixture';
import { enginesHere } from '../support/engines';
import { openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

/** What a person reads: the text without its marks. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

const POSTS = {
  bucket: 'posts',
  forWhat: '护林员',
  postPeople: '2',
  postStandard: '10.00',
  postMonths: '12',
};
const REWARD = { bucket: 'reward', forWhat: '助学', amount: '100.00' };
const VOTES = {
  due: '30',
  present: '25',
  inFavour: '24',
  against: '0',
  abstained: '1',
  stepPaper: 'minutes',
};

describe.each(enginesHere())("a yearly plan's sheet (%s)", (engine) => {
  let village: VillageApp;
  let accountant: Visitor;
  let books: string;
  let planId: string;
  let code: string;
  let publishing: string;
  let displays: string;
  let sent = 0;

  const done = async (answer: ReturnType<typeof village.accountant.post>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(JSON.stringify(body));
    return body;
  };
  /** Drafts a plan of 2025 and takes it to its approval. */
  const approve = async (wish: object): Promise<string> => {
    const form = { pool: 'pv', year: '2025', money: [], reasons: {}, decisions: {}, ...wish };
    const { id } = await done(village.accountant.post(`${books}/year-plans`, form));
    const plan = `${books}/year-plans/${String(id)}`;
    const { digest } = await done(village.accountant.post(`${plan}/submit`, {}));
    const notNow = await village.accountant.post(`${books}/notices`, {
      planId: id,
      displayedOn: village.clock.today(),
    });
    expect(JSON.stringify(notNow.body)).toContain('plan.notNow');
    await done(village.accountant.post(`${plan}/meeting`, { heldOn: village.clock.today(), ...VOTES }));
    await done(village.officer.post(`${plan}/review`, { outcome: 'passed', digest }));
    return String(id);
  };
  const publish = (id: string) =>
    village.accountant.post(`${books}/notices`, { planId: id, displayedOn: village.clock.today() });
  const hidden = async (from: string) => {
    const { body } = await accountant.get(from);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return { _csrf: csrfTokenIn(body), commandKey };
  };
  const putUp = async (displayedOn: string) => {
    const form = { displayedOn, displayPlace: '村务公开栏', ...(await hidden(publishing)) };
    const photo = jpeg(exif(6), shade((sent += 1)));
    const parts = [...Object.entries(form), ['file', photo] as const];
    return accountant.postBytes(displays, multipart(parts, { name: 'a.jpg', type: 'image/jpeg' }), MULTIPART);
  };
  const publicPage = async (path: string) => textOf((await village.app.inject(path)).body);
  const isOver = async (day: string) =>
    (
      await village.app
        .get(PublicityStandings)
        .standingOfPlan({ collectiveId: village.villageId, planId }, day)
    )?.isOver;

  beforeAll(async () => {
    village = await startVillageApp(engine);
    books = `/api/villages/${village.villageId}`;
    await openWith(village.app, village.villageId, 100_000n);
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
    planId = await approve({ uses: [POSTS, REWARD], reserve: '200.00', reserveFor: '修逆变器' });
    publishing = `/villages/${village.villageId}/plans/${planId}/publish`;
  }, 120_000);
  afterAll(() => village.close());

  it('is the step of its route: nothing else takes it, and the page leads there', async () => {
    const step = { stepNumber: '3', heldOn: '2025-07-05', stepPaper: 'photo' };
    const { body } = await village.accountant.post(`${books}/year-plans/${planId}/steps`, step);
    expect(JSON.stringify(body)).toContain('plan.publishFirst');
    const page = (await accountant.get(`/villages/${village.villageId}/year-plans/${planId}`)).body;
    expect(page).toContain(`href="${publishing}"`);
    const form = { displayedOn: '2025-07-05', ...(await hidden(publishing)) };
    expect((await accountant.post(publishing, form)).headers.location).toBe(publishing);
    const published = await done(publish(planId));
    code = String(published['code']);
    displays = `/villages/${village.villageId}/notices/${String(published['id'])}/displays`;
    const plan = (await village.accountant.get(`${books}/year-plans/${planId}`)).body;
    expect(plan).toMatchObject({ state: 'approved' });
    const steps = plan['decisions'] as { paper: string; untilOn: string | null }[];
    expect(steps.at(-1)).toMatchObject({ untilOn: '2025-07-11' });
    expect(steps.at(-1)?.paper).toContain('2025');
    expect(textOf((await accountant.get(publishing)).body)).toContain('2025年光伏收益年度计划');
  });

  it('tells everyone what is expected and what it is for, to the fen, and its digest agrees', async () => {
    const page = await publicPage(`/n/${code}`);
    for (const said of [
      '2025年度光伏收益使用计划',
      '预计能用 1,000.00',
      '2人 × 10.00元 × 12个月',
      '修逆变器',
    ])
      expect(page).toContain(said);
    expect(page).toContain('服务器按保存的数据重算了一遍：一致。');
    expect(page).toContain('没有张贴凭据');
    const csv = (await village.app.inject(`/n/${code}/data.csv`)).body;
    for (const line of ['打算用到哪里,助学', '合计：预计能用,,,1000.00', '预留,修逆变器,,200.00'])
      expect(csv.replace(/奖励补助,/g, '')).toContain(line);
    const verified = await publicPage(`/verify?code=${code}`);
    for (const said of ['预计能用', '1,000.00', '打算用', '340.00', '还没安排', '460.00'])
      expect(verified).toContain(said);
    expect(await publicPage(`/public/villages/${village.villageId}`)).toContain('光伏收益使用计划');
    const pdf = await village.app.inject(`/n/${code}/sheet.pdf`);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const looking = { sought: '年度使用计划', ...(await hidden(publishing)) };
    const found = await accountant.post(`/villages/${village.villageId}/search`, looking);
    expect(found.body).toContain(publishing);
  });

  it('hangs with a photo, begins anew when taken down early, and waits for its objections', async () => {
    expect((await putUp('2025-07-05')).headers.location).toBe(publishing);
    village.clock.moveTo('2025-07-08');
    const down = { takenDownOn: '2025-07-08', takedownReason: '刷墙', ...(await hidden(publishing)) };
    expect((await accountant.post(`${displays}/1/takedown`, down)).headers.location).toBe(publishing);
    expect(await publicPage(`/n/${code}`)).toContain('提前揭下，只贴满3天');
    expect((await putUp('2025-07-08')).statusCode).toBe(303);
    expect([await isOver('2025-07-14'), await isOver('2025-07-15')]).toEqual([false, true]);
    const objecting = new Visitor(village.app);
    await objecting.post(`/n/${code}/objections`, {
      objectionWords: '为什么只有两个护林员',
      objectionPhone: '',
    });
    expect(await isOver('2025-07-15')).toBe(false);
    village.clock.moveTo('2025-07-14');
    expect(await publicPage(`/n/${code}`)).toContain('其中1条超过了答复期限');
    const planPage = `/villages/${village.villageId}/year-plans/${planId}`;
    expect(textOf((await accountant.get(planPage)).body)).toContain('还有 1 条意见没有答复');
    const { items } = (await village.accountant.get(`${books}/objections`)).body;
    const [objection] = items as { id: string }[];
    const answer = { objectionGist: '护林员人数', objectionAnswer: '够两个人的活' };
    await done(village.accountant.post(`${books}/objections/${objection?.id ?? ''}/answer`, answer));
    expect([await isOver('2025-07-14'), await isOver('2025-07-15')]).toEqual([false, true]);
  });

  it('freezes no month, and the books hold', async () => {
    const { reader } = village.app.get(Database);
    const frozen = await village.app.get(NoticeReadService).listSheets(reader, village.villageId);
    expect(frozen).toEqual([]);
    const { breaks } = await village.app.get(BooksCheckService).checkBooks(village.villageId);
    expect(breaks).toEqual([]);
  });

  it('is withdrawn when a revision is decided, then superseded by its sheet, which tells both', async () => {
    const revised = await approve({
      uses: [POSTS],
      reserve: '200.00',
      reserveFor: '修逆变器',
      changeWhy: '助学另有钱',
    });
    const gone = await village.app.inject(`/n/${code}`);
    expect([gone.statusCode, textOf(gone.body).includes('这一年的计划后来改过')]).toEqual([410, true]);
    const { code: newCode } = await done(publish(revised));
    const old = await publicPage(`/n/${code}`);
    expect(old).toContain('以第2版为准');
    const verified = await publicPage(`/verify?code=${code}`);
    for (const said of [String(newCode), '助学另有钱', '奖励补助']) expect(verified).toContain(said);
    const page = await publicPage(`/n/${String(newCode)}`);
    for (const said of ['这是更正后的第2版', '原来 100.00，相差 −100.00', '答：够两个人的活'])
      expect(page).toContain(said);
    expect(await publicPage(`/public/villages/${village.villageId}`)).toContain('已被更正');
    const [latest] = await village.app.get(NoticesService).listNotices(village.villageId);
    expect(latest).toMatchObject({ version: 2, code: newCode });
    const { breaks } = await village.app.get(BooksCheckService).checkBooks(village.villageId);
    expect(breaks).toEqual([]);
  });
});
