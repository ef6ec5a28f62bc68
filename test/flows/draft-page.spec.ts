import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { OpeningService } from '../../src/features/months/opening.service';
import { PackConfirmationsService } from '../../src/features/policy/pack-confirmations.service';
import { PolicyService } from '../../src/features/policy/policy.service';
import { KeptFormEntity } from '../../src/platform/kept-forms/kept-form.entity';
import { Database } from '../../src/platform/database/database';
import { hasPdfToText, pdfText } from '../notices/pdf-text';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { confirmPolicy } from '../support/policy-register';
import {
  addVillage,
  draftOf,
  juneSlip,
  PASSWORD,
  startVillageApp,
  STATION,
  type VillageApp,
} from './api-village.fixture';

const ROUTE = 'village-representatives-then-township';

/** The page on which a plan is drafted, under policies that fix amounts or leave numbers to the village. */
describe('the page of a draft', () => {
  let app: VillageApp;

  beforeAll(async () => {
    app = await startVillageApp();
  });
  afterAll(() => app.close());

  async function villageUnder(region: string, year: string, name: string) {
    const wish = { name, booksOpenOn: `${year}-01-01`, regionPath: [region], routeId: ROUTE };
    const made = await addVillage(app, wish);
    const confirmations = app.app.get(PackConfirmationsService);
    await app.app
      .get(Database)
      .inReferenceTransaction((tx) => tx.update(CollectiveEntity, { id: made.id }, { madeUp: 1 }));
    const today = app.clock.today();
    for (const { pack } of app.app.get(PolicyService).packsAlong([region]))
      if (pack.valid.confirmAfter !== undefined)
        await confirmPolicy(confirmations, { officeId: made.id, today, packId: pack.id });
    const bank = [{ pool: 'pv' as const, amount: 5_000_000n }];
    const opening = { on: `${year}-01-01`, bank, receivables: [] };
    await app.app.get(OpeningService).recordShort(made.id, opening, { by: 'tests' });
    const visitor = new Visitor(app.app);
    await visitor.logIn({ username: name.toLowerCase(), password: PASSWORD });
    return { ...made, visitor, at: `/villages/${made.id}/plans/new` };
  }

  /** The fields of the page's form, changed or added to, posted by one of its buttons. */
  async function post(
    visitor: Visitor,
    at: string,
    { fields, page = at }: { fields: Record<string, string>; page?: string },
  ) {
    const shown = await visitor.get(page);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(shown.body)?.[1] ?? '';
    const days = ['from', 'to'].map((name): [string, string] => [
      name,
      new RegExp(`name="${name}" value="([^"]+)"`).exec(shown.body)?.[1] ?? '',
    ]);
    const own = { _csrf: csrfTokenIn(shown.body), commandKey, pool: 'pv' };
    return visitor.post(at, { ...own, ...Object.fromEntries(days), ...fields });
  }

  /** What a person reads, and what stands in a box. */
  const words = (html: string): string => html.replaceAll(/<[^>]+>/g, '');
  const typedIn = (html: string, name: string): string | undefined =>
    [...html.matchAll(/<input[^>]*>/g)]
      .filter(([box]) => box.includes(`name="${name}"`))
      .map(([box]) => / value="([^"]*)"/.exec(box)?.[1] ?? '')[0];

  const claim = (index: number, bucket: string, amount: string): Record<string, string> => ({
    [`claims[${String(index)}][bucket]`]: bucket,
    [`claims[${String(index)}][forWhat]`]: bucket,
    [`claims[${String(index)}][beneficiaries]`]: '1',
    [`claims[${String(index)}][unit]`]: 'none',
    [`claims[${String(index)}][targetGroup]`]: 'others',
    [`claims[${String(index)}][amount]`]: amount,
  });

  it('says what the document fixes, fills it in, and explains what was saved', async () => {
    const { visitor, at, books, accountant } = await villageUnder('150430', '2025', 'Aohan');
    const { body } = await accountant.post(`${books}/assets`, STATION);
    await accountant.post(`${books}/settlements`, {
      ...juneSlip(String(body['id'])),
      postedOn: '2025-06-30',
    });
    const owed = (await accountant.get(`${books}/receivables`)).body['items'] as { id: string }[];
    const amounts = { [owed[0]?.id ?? '']: '2000.00' };
    const receipt = { receivedOn: '2025-06-30', amount: '2000.00', amounts };
    await accountant.post(`${books}/receipts`, receipt);

    expect(words((await visitor.get(at)).body)).toContain('规定 10,400.00补到 10,400.00');
    const filled = await post(visitor, at, { fields: { ...claim(0, 'works', '1.00'), fillUse: 'works' } });
    expect(filled.statusCode).toBe(200);
    expect(typedIn(filled.body, 'claims[0][amount]')).toBe('10400.00');
    const fields = { ...claim(0, 'works', '10399.99'), ...claim(1, 'posts', '41600.00') };
    const saved = await post(visitor, at, { fields });
    expect(saved.statusCode).toBe(303);
    const draft = words((await visitor.get(String(saved.headers.location))).body);
    expect(draft).toContain('20%用于村集体公益事业');
    expect(draft).toContain('怎么算出来的');
    expect(draft).toContain('补到 10,400.00');
    expect(draft).toContain('规定　20%用于村集体公益事业');
    expect(draft).toContain('基数　可分配收益');
    const submit = `${String(saved.headers.location).split('?')[0] ?? ''}/submit`;
    const refused = await post(visitor, submit, { fields: {}, page: String(saved.headers.location) });
    expect(words(refused.body)).toContain('不合规定（AO-2）');
  });

  it('asks for what the document leaves to the village, and keeps what is a number', async () => {
    app.clock.moveTo('2022-12-31');
    const { visitor, at } = await villageUnder('450000', '2022', 'Guangxi');
    const page = (await visitor.get(at)).body;
    expect(['gate.households', 'agreed_due'].map((id) => typedIn(page, `decisions[${id}]`))).toEqual([
      '',
      '',
    ]);
    const typed = (households: string) => ({
      fields: { ...claim(0, 'member', '100.00'), 'decisions[gate.households]': households },
    });
    const wrong = await post(visitor, at, typed('many'));
    expect(wrong.statusCode).toBe(422);
    expect(typedIn(wrong.body, 'decisions[gate.households]')).toBe('many');
    expect(words(wrong.body)).toContain('“many”');
    const saved = await post(visitor, at, typed('240'));
    expect(saved.statusCode).toBe(303);
    const draft = (await visitor.get(String(saved.headers.location))).body;
    expect(typedIn(draft, 'decisions[gate.households]')).toBe('240');
    expect(draft).toContain('年度可分配收益达到10万元以上或户均超过200元');
  });

  describe('while it is typed', () => {
    let village: Awaited<ReturnType<typeof villageUnder>>;

    beforeAll(async () => {
      app.clock.moveTo('2024-12-31');
      village = await villageUnder('341200', '2024', 'Typed');
    });

    const again = async (): Promise<Visitor> => {
      const visitor = new Visitor(app.app);
      await visitor.logIn({ username: 'typed', password: PASSWORD });
      return visitor;
    };

    it('stands beside last year, line by line, with the line that differs most', async () => {
      const { visitor, at, books, accountant } = village;
      const approve = async (year: string, amount: string): Promise<void> => {
        const period = { pool: 'pv', from: `${year}-01-01`, to: `${year}-12-31` };
        const form = { ...draftOf(amount), ...period };
        const { id } = (await accountant.post(`${books}/plans`, form)).body;
        const plan = `${books}/plans/${String(id)}`;
        const { digest } = (await accountant.post(`${plan}/submit`, {})).body;
        const votes = {
          due: '30',
          present: '25',
          inFavour: '24',
          against: '0',
          abstained: '1',
          stepPaper: 'minutes',
        };
        await accountant.post(`${plan}/meeting`, { heldOn: `${year}-12-31`, ...votes });
        expect((await app.officer.post(`${plan}/review`, { outcome: 'passed', digest })).status).toBe(200);
      };
      await approve('2024', '20000.00');
      app.clock.moveTo('2025-12-31');
      const page = await visitor.get(`${at}?from=2025-01-01&to=2025-12-31`);
      const text = words(page.body).replaceAll('\u3000', ' ');
      expect(text).toContain('比去年');
      expect(text).toContain('去年 20,000.00 40.00% 3人');
      expect(text).toContain('上期结转30,000.00去年50,000.00');
      expect(text).toContain('比去年同期少 20,000.00，差得最多的是上期结转，少 20,000.00。');
      const earlier = words((await visitor.get(`${at}?from=2024-01-01&to=2024-12-31`)).body);
      expect(earlier).toContain('去年同期没有定过方案');
      const year = await visitor.get(`${at.replace('plans/new', 'year-plans/new')}?pool=pv&year=2025`);
      expect(words(year.body)).toContain('2024年没有年度计划，只有各期分的');
      expect(words(year.body)).toContain('2024年各期分了 20,000.00');
      expect(words(year.body)).toContain('2024年没有这一项');
    });

    it('is checked as it stands, and is there again after another log-in, wrong or right', async () => {
      const { visitor, at } = village;
      const wrong = {
        ...claim(0, 'posts', '8OO'),
        ...claim(1, 'labour', '60000.00'),
        leftOverNote: 'repairs',
      };
      const tried = await post(visitor, at, { fields: { ...wrong, tryOut: '1' } });
      expect(tried.statusCode).toBe(200);
      expect(words(tried.body)).toContain('自动存，还不是草稿');
      expect(words(tried.body)).toContain('超出');
      expect(words(tried.body)).toContain('有 1 格不是金额，或者小于零，先当 0 算。');
      expect(tried.body).toContain('check-');
      const later = (await (await again()).get(at)).body;
      const boxes = ['claims[0][amount]', 'claims[1][amount]', 'leftOverNote'];
      expect(boxes.map((name) => typedIn(later, name))).toEqual(['8OO', '60000.00', 'repairs']);

      const refused = await post(visitor, at, { fields: claim(0, 'posts', 'a lot') });
      expect(refused.statusCode).toBe(422);
      expect(typedIn((await visitor.get(at)).body, 'claims[0][amount]')).toBe('a lot');

      // Less than nothing is told, while typing and when saving, and the page is there again.
      const below = claim(0, 'posts', '-5');
      const typed = await post(visitor, at, { fields: { ...below, tryOut: '1' } });
      expect(words(typed.body)).toContain('有 1 格不是金额，或者小于零');
      expect((await post(visitor, at, { fields: below })).statusCode).toBe(422);
      expect(typedIn((await visitor.get(at)).body, 'claims[0][amount]')).toBe('-5');

      await post(visitor, at, { fields: { ...claim(0, 'posts', '1.00'), dropTyped: '1' } });
      expect(typedIn((await visitor.get(at)).body, 'claims[0][amount]')).toBe('');
    });

    it("is one person's, holds no number of a person, and goes when the draft is saved", async () => {
      const { visitor, at, id } = village;
      const typed = { ...claim(0, 'posts', '100.00'), 'claims[0][forWhat]': 'call 13912345678' };
      await post(visitor, at, { fields: { ...typed, tryOut: '1' } });
      const kept = await app.app.get(Database).reader.find(KeptFormEntity, { where: { collectiveId: id } });
      expect(JSON.stringify(kept)).not.toMatch(/13912345678|_csrf|commandKey/);
      expect(kept.map((row) => row.typed['claims[0][amount]'])).toEqual(['100.00']);
      // An id of ours is no person's, whatever its digits look like: without it the form is of no asset.
      const own = { ...typed, 'claims[0][forWhat]': '01a228bd-19f3-7abc-8def-a13800138000' };
      await post(visitor, at, { fields: { ...own, tryOut: '1' } });
      expect(typedIn((await visitor.get(at)).body, 'claims[0][forWhat]')).toBe(own['claims[0][forWhat]']);
      const saved = await post(visitor, at, { fields: claim(0, 'posts', '100.00') });
      expect(saved.statusCode).toBe(303);
      const plan = String(saved.headers.location);
      expect(words((await visitor.get(plan)).body)).not.toContain('自动存');
      await post(visitor, at, { fields: { ...claim(0, 'posts', '99.00'), tryOut: '1' }, page: plan });
      const page = (await visitor.get(plan)).body;
      expect(typedIn(page, 'claims[0][amount]')).toBe('99.00');
      expect(words(page)).toContain('先存草稿，才能提交');
      expect(page).not.toContain('看公示样张');
    });

    it('is looked at as it would hang on the wall, marked on every page and published nowhere', async () => {
      const { visitor, at, books, accountant } = village;
      const save = async (amount: string): Promise<string> => {
        const saved = await post(visitor, at, { fields: claim(0, 'posts', amount) });
        return String(saved.headers.location).split('?')[0] ?? '';
      };
      const plan = await save('12345.67');
      const page = (await visitor.get(plan)).body;
      expect(page).toContain(`href="${plan}/sample.pdf"`);
      const pdf = await visitor.get(`${plan}/sample.pdf`);
      expect(pdf.headers['content-type']).toBe('application/pdf');
      if (hasPdfToText()) {
        const pages = pdfText(pdf.rawPayload);
        expect(pages.length).toBeGreaterThan(1);
        for (const each of pages) {
          expect(each).toContain('草稿样张，没有公示，不作数');
          expect(each).toContain('样张没有二维码、验证码和摘要');
          expect(each).not.toMatch(/[0-9a-f]{8} [0-9a-f]{8}|[0-9A-Z]{4}-[0-9A-Z]{4}|第 *1 *版|公示〔/);
        }
        expect(pages[0]).toContain('12,345.67');
        expect(pages[0]).toContain('还没有开会通过');
        expect(pages[0]).toContain('公示时填日期');
      }
      expect((await accountant.get(`${books}/notices`)).body).toMatchObject({ items: [] });
      const [, postedOn] = /name="to" value="([^"]+)"/.exec(page) ?? [];
      const cost = { kind: 'other', name: 'repair', reason: 'storm', postedOn, amount: '1.00' };
      expect((await accountant.post(`${books}/deductions`, cost)).status).toBe(201);
      const stale = await visitor.get(`${plan}/sample.pdf`);
      expect([stale.statusCode, words(stale.body).includes('请再存一次草稿')]).toEqual([409, true]);
      await save('12345.67');
      const gone = await visitor.get(`${plan}/sample.pdf`);
      expect([gone.statusCode, words(gone.body).includes('不能画公示样张')]).toEqual([409, true]);
    });

    it('shows last year and the numbers it is judged by where it is no longer typed', async () => {
      const { visitor, at, books, accountant } = village;
      const period = { pool: 'pv', from: '2025-01-01', to: '2025-12-31' };
      const form = { ...draftOf('15000.00'), ...period };
      const id = String((await accountant.post(`${books}/plans`, form)).body['id']);
      expect((await accountant.post(`${books}/plans/${id}/submit`, {})).status).toBeLessThan(300);
      const text = words((await visitor.get(at.replace(/\/new$/, `/${id}`))).body).replaceAll('\u3000', ' ');
      expect(text).toContain('比去年');
      expect(text).toContain('−5,000.00去年 20,000.00 40.00%');
      expect(text).toContain('上期结转30,000.00去年50,000.00');
      expect(text).toContain('这份方案就按这些数查');
      expect(text).toContain('还没定：由县里定');
      const other = { ...draftOf('15000.00', 'labour'), ...period };
      const next = String((await accountant.post(`${books}/plans`, other)).body['id']);
      expect((await accountant.post(`${books}/plans/${next}/submit`, {})).status).toBeLessThan(300);
      const moved = words((await visitor.get(at.replace(/\/new$/, `/${next}`))).body).replaceAll(
        '\u3000',
        ' ',
      );
      // What has money in one of the two years only stands in both, with its share of each.
      expect(moved).toContain('0.000.00%−20,000.00去年 20,000.00 40.00%');
      expect(moved).toContain('+15,000.00去年没有这一项');
    });
  });
});
