import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';
import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { tempFolder } from '../support/temp-folder';
import { openWith, startVillageApp, type VillageApp } from './api-village.fixture';

const LAST = '2025-06-30';

describe('the detail ledger of one party', () => {
  let office: DemoOffice;
  let accountant: Visitor;
  let books = '';

  beforeAll(async () => {
    office = await startDemoOffice();
    const all = await office.app.get(CollectivesService).listCollectives();
    books = `/villages/${all.find((each) => each.name === '杨树湾村')?.id ?? ''}/books`;
    accountant = new Visitor(office.app);
    await accountant.logIn(office.personOf('zhou'));
  }, 120_000);
  afterAll(() => office.close());

  /** The rows of an ageing: where each leads, and what stands open. */
  const agedRows = async (): Promise<{ href: string; party: string; open: string }[]> => {
    const { body } = await accountant.get(`${books}/ageing?to=${LAST}`);
    const rows = [...body.matchAll(/<a href="([^"]*detail-ledger[^"]*)">([^<]+)<\/a>.*?<\/tr>/gs)];
    return rows.map(([row, href = '', party = '']) => {
      return { href: href.replaceAll('&amp;', '&'), party, open: amountsIn(row)[0] ?? '' };
    });
  };

  it('stands behind each row of the ageing, and closes with what is open there', async () => {
    const rows = await agedRows();
    expect(rows.length).toBeGreaterThan(2);
    const byLedger = new Map<string, number>();
    for (const { href, open } of rows) byLedger.set(href, (byLedger.get(href) ?? 0) + fenOf(open));
    for (const [href, open] of byLedger) {
      const page = await accountant.get(href);
      expect([href, page.statusCode]).toEqual([href, 200]);
      const closing = fenOf(amountsIn(page.body).at(-1) ?? '');
      expect([href, closing]).toEqual([href, Math.abs(open)]);
      expect(page.body).toContain('<th scope="col" class="words">对方单位/个人</th>');
    }
  }, 60_000);

  it('has the same amounts on the screen, on paper and in a workbook, and says of whom it is', async () => {
    const { href } = (await agedRows())[0] ?? { href: '' };
    const page = await accountant.get(href);
    const [path = '', query = ''] = href.split('?');
    const book = await accountant.get(`${path}/table.xlsx?${query}`);
    const { amounts, words } = await cellsOf(book.rawPayload);
    expect(amounts.sort()).toEqual(amountsIn(page.body).sort());
    expect(words).toContain('对方单位/个人');
    const said = /对方单位\/个人：[^<\u3000]+/.exec(page.body)?.[0] ?? 'none';
    expect(words.join(' ')).toContain(said);
    const sheet = textOf((await accountant.get(`${path}/sheet.pdf?${query}`)).rawPayload);
    for (const amount of amountsIn(page.body)) expect(sheet.replace(/,/g, '')).toContain(amount);
    expect(sheet.replace(/\s/g, '')).toContain(said.replace(/\s/g, ''));
  });

  it('stays with the one party through every choice of days, and lists whom the account names', async () => {
    const { body } = await accountant.get(`${books}/detail-ledger?account=112&counterparty=grid`);
    const periods = [...body.matchAll(/<a href="([^"]*detail-ledger[^"]*)"/g)].map((match) => match[1] ?? '');
    expect(periods.length).toBeGreaterThan(5);
    for (const href of periods) expect(href).toContain('counterparty=grid');
    expect(body).toContain('<option value="grid" selected');
    expect(body).toContain('<option value="unnamed">没有写明对方</option>');
    const cash = await accountant.get(`${books}/detail-ledger?account=101`);
    const journal = await accountant.get(`${books}/bank-journal`);
    for (const none of [cash, journal]) expect(none.body).not.toContain('对方单位/个人');
  });

  it.each([
    [
      'a party nobody registered',
      '/detail-ledger?account=112&counterparty=张无名',
      404,
      '往来单位里没有“张无名”',
    ],
    ['an asset that is none', '/detail-ledger?account=112&asset=月亮', 404, '资产里没有“月亮”'],
    ['any other report of one party', '/account-balances?counterparty=grid', 422, '只有明细账'],
    ['a name that is too long', `/detail-ledger?counterparty=${'长'.repeat(101)}`, 422, '100'],
  ])('refuse %s', async (_what, path, status, sentence) => {
    const page = await accountant.get(`${books}${encodeURI(path)}`);
    expect([page.statusCode, page.body.includes(sentence)]).toEqual([status, true]);
  });
});

describe.each(enginesHere())('the detail ledger of one party over the API (%s)', (engine) => {
  let village: VillageApp;
  let books: string;
  beforeAll(async () => {
    village = await startVillageApp(engine);
    books = `/api/villages/${village.villageId}`;
    await openWith(village.app, village.villageId, 50_000n);
  });
  afterAll(() => village.close());

  it('takes a party by id or by name, and an asset, and refuses those it does not know', async () => {
    const made = await village.accountant.post(`${books}/counterparties`, { kind: 'person', name: 'Qian' });
    const of = (query: string) =>
      village.accountant.get(`${books}/reports/detail-ledger?account=113&${query}`);
    const byName = await of('counterparty=Qian');
    expect(byName).toMatchObject({ status: 200, body: { total: 0, items: [{ kind: 'brought' }] } });
    expect(await of(`counterparty=${String(made.body['id'])}`)).toEqual(byName);
    expect(await of('counterparty=unnamed&asset=unnamed')).toMatchObject({ status: 200 });
    const nobody = { status: 404, body: { code: 'report.counterpartyUnknown' } };
    expect(await of('counterparty=Nobody')).toMatchObject(nobody);
    expect(await of('asset=Moon')).toMatchObject({ status: 404, body: { code: 'report.assetUnknown' } });
    const elsewhere = await village.accountant.get(`${books}/reports/ageing?counterparty=Qian`);
    expect(elsewhere).toMatchObject({ status: 422, body: { code: 'report.onlyDetailLedger' } });
  });
});

function amountsIn(html: string): string[] {
  return [...html.matchAll(/<data class="money" value="([^"]+)"/g)].map((match) => match[1] ?? '');
}

function fenOf(amount: string): number {
  return Math.round(Number(amount) * 100);
}

function textOf(pdf: Buffer): string {
  const file = join(tempFolder('sheet'), 'sheet.pdf');
  writeFileSync(file, pdf);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

async function cellsOf(bytes: Buffer): Promise<{ amounts: string[]; words: string[] }> {
  const workbook = new Workbook();
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  await workbook.xlsx.load(whole as ArrayBuffer);
  const [amounts, words]: [string[], string[]] = [[], []];
  workbook.worksheets[0]?.eachRow((row) =>
    row.eachCell((cell) => {
      if (typeof cell.value === 'number') amounts.push(cell.value.toFixed(2));
      if (typeof cell.value === 'string') words.push(cell.value);
    }),
  );
  return { amounts, words };
}
