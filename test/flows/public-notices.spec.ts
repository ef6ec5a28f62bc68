import { createHash } from 'node:crypto';
import type { DistributionNotice } from '../../src/domain/notices/distribution-notice';
import { shortCodeOf } from '../../src/domain/notices/short-code';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { PlanReadService } from '../../src/features/distribution/plan-read.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { MonthBooksViewService } from '../../src/features/months/month-books-view.service';
import { NoticeFactsService } from '../../src/features/notices/notice-facts.service';
import { NoticesService } from '../../src/features/notices/notices.service';
import { OpenMattersService } from '../../src/features/oversight/open-matters.service';
import { noticeDigest, type NoticeDigest } from '../../src/domain/notices/digest';
import { Database } from '../../src/platform/database/database';
import { enginesHere } from '../support/engines';
import { startVillageApp, type VillageApp } from './api-village.fixture';
import { approvePlan, publishSheet } from './public-sheet.fixture';

const JULY = { first: '2025-07', last: '2025-07' };

/** What a person reads: the text without its marks. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe.each(enginesHere())('what everyone may read of a published sheet (%s)', (engine) => {
  let village: VillageApp;
  let code: string;

  beforeAll(async () => {
    village = await startVillageApp(engine);
    code = await publishSheet(village);
  });
  afterAll(() => village.close());

  const open = (url: string, headers: Record<string, string> = {}) => village.app.inject({ url, headers });

  it('shows its page with the printed digest and the one reckoned now', async () => {
    const page = await open(`/n/${code}`);
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const facts = await open(`/n/${code}/data.json`);
    const { digest } = facts.json<{ digest: NoticeDigest }>();
    expect(page.body.split(digest.sheet)).toHaveLength(4);
    expect(page.body).toContain(`href="/public/villages/${village.villageId}"`);
    expect(page.body).toContain('2,200.00');
    expect(page.body).toContain('inverter');
    expect(page.headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ['small letters', (text: string) => `/n/${text.toLowerCase()}`],
    ['no dashes', (text: string) => `/n/${text.replaceAll('-', '')}`],
    ['blanks', (text: string) => `/n/${encodeURIComponent(text.replaceAll('-', ' '))}`],
    ['the capital letters of the QR', (text: string) => `/N/${text.replaceAll('-', '')}`],
  ])('leads from a code with %s to the one address of the sheet', async (_name, spelt) => {
    const answer = await open(spelt(code));
    expect(answer.statusCode).toBe(301);
    expect(answer.headers.location).toBe(`/n/${code}`);
  });

  it('keeps the day it was published apart from the day it goes on the wall', async () => {
    const { body } = await village.accountant.get(`/api/villages/${village.villageId}/notices`);
    expect(body['items']).toMatchObject([{ publishedOn: '2025-07-05', publicityFrom: '2025-07-06' }]);
  });

  it('hands out the facts, from which anyone reckons the same digest', async () => {
    const answer = await open(`/n/${code}/data.json`);
    const { notice, digest, ...rest } = answer.json<{ notice: DistributionNotice; digest: NoticeDigest }>();
    expect(rest).toEqual({});
    expect(Object.keys(digest).sort()).toEqual(['sections', 'sheet']);
    expect(noticeDigest(notice, sha256)).toEqual(digest);
    expect(notice.sums).toMatchObject({ distributable: '220000', leftOver: '20000' });
    expect(Object.keys(digest.sections)).toContain('reserves');
    const kept = { purpose: 'inverter', paper: 'meeting 3', before: '0', kept: '10000', after: '10000' };
    expect(notice.reserves).toMatchObject([kept]);
  });

  it('hands out one file that holds the same facts and checks them', async () => {
    const { body, headers } = await open(`/n/${code}/checker.html`);
    expect(headers['content-disposition']).toBe(`attachment; filename="notice-${code}.html"`);
    const held = /<script id="facts"[^>]*>(.*?)<\/script>/s.exec(body)?.[1] ?? '';
    expect(held.replaceAll('\\u003c', '<')).toBe((await open(`/n/${code}/data.json`)).body);
    expect(body).not.toMatch(/(src|href)=/);
  });

  it('hands out the table, in which what came in less what was paid first is what went out', async () => {
    const answer = await open(`/n/${code}/data.csv`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.rawPayload.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const rows = answer.body.trimEnd().split('\r\n').slice(1);
    const parts = new Map<string, bigint[]>();
    for (const row of rows) {
      const [part = '', ...rest] = row.split(',');
      const amount = BigInt((rest.at(-1) ?? '').replace('.', ''));
      parts.set(part, [...(parts.get(part) ?? []), amount]);
    }
    const sums = [...parts.values()].map((amounts) => {
      const lines = amounts.slice(0, -1).reduce((total, amount) => total + amount, 0n);
      expect(amounts.at(-1)).toBe(lines);
      return lines;
    });
    expect(sums).toEqual([250_000n, -30_000n, 220_000n, 10_000n]);
  });

  it('lets no spreadsheet take a typed name for a formula', async () => {
    const { body } = await open(`/n/${code}/data.csv`);
    expect(body).toContain(",'=1+1,");
    expect(body).toContain('burnt, no spare"');
  });

  it('says on the page that a reason is one, as the sheet does', async () => {
    expect((await open(`/n/${code}`)).body).toMatch(/理由：[^<]*burnt, no spare/);
  });

  it('hands out the sheet as it hangs on the wall, the same bytes each time', async () => {
    const first = await open(`/n/${code.toLowerCase()}/sheet.pdf`);
    expect(first.headers['content-type']).toBe('application/pdf');
    expect(first.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const again = await open(`/n/${code}/sheet.pdf`);
    expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
  });

  it.each(['', '/data.json', '/checker.html', '/data.csv', '/sheet.pdf'])(
    'asks for /n/<code>%s anew only when changed',
    async (part) => {
      const first = await open(`/n/${code}${part}`);
      expect(first.headers['cache-control']).toBe('public, no-cache');
      const again = await open(`/n/${code}${part}`, { 'if-none-match': String(first.headers.etag) });
      expect(again.statusCode).toBe(304);
      expect(again.body).toBe('');
    },
  );

  it('checks a code typed from paper', async () => {
    const answer = await open(`/verify?code=${code.toLowerCase().replaceAll('-', '+')}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('is-current');
    expect(answer.body).toContain(`href="/n/${code}"`);
    expect(answer.body).toContain('0558 Donghe');
    expect((await open('/verify')).statusCode).toBe(200);
  });

  it.each([
    ['a code that cannot be read', '7K3M-92QF-XD'],
    ['a code that stands for no sheet', '2222-2222-22'],
    ['no code at all', 'x'],
  ])('says of %s that there is no such sheet', async (_name, unknown) => {
    for (const url of [`/n/${unknown}`, `/verify?code=${unknown}`]) {
      const answer = await open(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain('is-unknown');
      expect(answer.body).toContain('tel:05580000001');
      expect(answer.body).toContain(`value="${unknown}"`);
    }
    for (const part of ['data.json', 'data.csv', 'sheet.pdf']) {
      expect((await open(`/n/${unknown}/${part}`)).statusCode).toBe(404);
    }
  });

  it('shows the villages and their sheets, and no page for what is no village', async () => {
    const home = await open('/public');
    expect(home.body).toContain(`href="/public/villages/${village.villageId}"`);
    const list = await open(`/public/villages/${village.villageId}`);
    expect(list.body).toContain(`href="/n/${code}"`);
    expect((await open(`/public/villages/${village.otherVillageId}`)).body).not.toContain('/n/');
    expect((await open('/public/villages/nowhere')).statusCode).toBe(404);
  });

  it('records nobody who looks', async () => {
    const { reader } = village.app.get(Database);
    const counts = async () => {
      const found = reader.dataSource.entityMetadatas.map(
        async ({ tableName }): Promise<[string, number]> => [tableName, await reader.count(tableName)],
      );
      return Object.fromEntries(await Promise.all(found));
    };
    await open(`/n/${code}/sheet.pdf`);
    const before = await counts();
    for (const part of ['', '/data.json', '/data.csv', '/sheet.pdf']) await open(`/n/${code}${part}`);
    await open(`/verify?code=${code}`);
    expect(await counts()).toEqual(before);
  });

  it('tells wherever it matters that a cost was taken back, and changes no printed figure', async () => {
    const { app, accountant, villageId, townshipId } = village;
    const facts = (await open(`/n/${code}/data.json`)).body;
    expect((await open(`/n/${code}`)).body).not.toContain('批准以后账有更正');
    const vouchers = await app.get(LedgerReadService).listVouchers(villageId, JULY);
    const cost = vouchers.find(({ source }) => source.kind === 'deduction');
    const path = `/api/villages/${villageId}/vouchers/${String(cost?.entryId)}/reverse`;
    const reversed = await accountant.post(path, { postedOn: '2025-07-05', reason: 'bookedTwice' });
    expect(reversed.status).toBeLessThan(300);
    const told = textOf((await open(`/n/${code}`)).body);
    expect(told).toContain('更正以后，能分的是 2,500.00 元，比公示的多 300.00 元，算进下一期的上期结转。');
    expect(told).toMatch(/2025年7月5日 记-\d{4}：多 300.00 元/);
    expect(textOf((await open(`/verify?code=${code}`)).body)).toContain('公示没有改，账上后来有更正');
    expect((await open(`/n/${code}/data.json`)).body).toBe(facts);
    const { notice } = JSON.parse(facts) as { notice: DistributionNotice };
    const [plan] = await app.get(PlanReadService).listPlans(villageId);
    const again = plan && app.get(NoticeFactsService).deductionsOf(plan, app.get(Database).reader);
    expect(await again).toEqual(notice.deductions);
    expect(notice.deductions).toMatchObject([{ reason: 'burnt, no spare' }]);
    const sum = { plan: '2025年1至7月光伏收益方案', effect: 30_000n };
    expect(await app.get(MonthBooksViewService).listMoved(villageId, '2025-07')).toMatchObject([sum]);
    expect(await app.get(MonthBooksViewService).listMoved(villageId, '2025-06')).toEqual([]);
    const villages = await app.get(CollectivesService).listVillagesBelow(townshipId);
    const queued = await app.get(OpenMattersService).listMoved(villages);
    expect(queued).toMatchObject([{ ...sum, vouchers: 1 }]);
  });

  it('says so on the page when the kept facts do not give the printed digest', async () => {
    const other = await keepWithDigest(village, 'f'.repeat(64));
    expect((await open(`/verify?code=${other}`)).headers.location).toBe(`/n/${other}`);
    const page = await open(`/n/${other}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('class="differs"');
  });
});

describe('a sheet that is to be published', () => {
  let village: VillageApp;
  let planId: string;
  const publish = (displayedOn: string) =>
    village.accountant.post(`/api/villages/${village.villageId}/notices`, { planId, displayedOn });
  const published = async () =>
    (await village.accountant.get(`/api/villages/${village.villageId}/notices`)).body['items'];

  beforeAll(async () => {
    village = await startVillageApp();
  });
  afterAll(() => village.close());

  it('is refused before it is numbered when no font can show what it says', async () => {
    planId = await approvePlan(village, 'made by \u{20bb7} and \u{1f33e}');
    expect(await publish('2025-07-06')).toMatchObject({
      status: 422,
      body: {
        code: 'notices.characterNotPrintable',
        sentence: expect.stringContaining('\u{20bb7}') as string,
      },
    });
    expect(await published()).toEqual([]);
  });

  it.each(['2025-07-21', '2026-07-06'])('is not put up further ahead than fifteen days: %s', async (day) => {
    expect(await publish(day)).toMatchObject({
      status: 422,
      body: {
        problems: [
          { code: 'notices.tooFarAhead', sentence: expect.stringContaining('2025-07-20') as string },
        ],
      },
    });
  });
});

/** Keeps the village's sheet a second time under a digest that its facts do not have. @returns its code */
async function keepWithDigest({ app, villageId }: VillageApp, digest: string): Promise<string> {
  const database = app.get(Database);
  const [notice] = await app.get(NoticesService).listNotices(villageId);
  const code = shortCodeOf(digest);
  const forged = Object.assign({}, notice, { id: 'forged', number: 99, code, digest });
  await database.inTransaction(villageId, (tx) => tx.insert('notices', forged));
  await database.inReferenceTransaction((tx) =>
    tx.insert('public_codes', { code, collectiveId: villageId, noticeId: 'forged' }),
  );
  return code;
}
