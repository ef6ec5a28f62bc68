import { Database } from '../../src/platform/database/database';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { MULTIPART, multipart } from '../platform/multipart.fixture';
import { packed, workbookOf } from '../platform/spreadsheets/workbook.fixture';
import { enginesHere } from '../support/engines';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const BANK = [
  ['交易日期', '摘要', '收入', '支出', '余额'],
  ['20250425', '电费', '5430.80', '', '24544.29'],
  ['20250427', '联村电站', '3386.66', '', '27930.95'],
];
const PEOPLE = [
  ['姓名', '身份证号', '与户主关系', '是否成员', '劳动能力', '与村干部的关系'],
  ['欧阳平', '341202193602290014', '本人', '是', '普通劳动力', '无'],
  ['欧阳安', '341202196001010011', '之子', '是', '普通劳动力', '无'],
];

const sheetOf = (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  workbookOf((sheet) => {
    for (const row of rows) sheet.addRow([...row]);
  });
const csvOf = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(',')).join('\r\n');
const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));

/** A file that is torn or none at all is answered in words, and nothing of it is taken in. */
describe.each(enginesHere())('a file that cannot be read whole (%s)', (engine) => {
  let village: VillageApp;
  let accountant: Visitor;
  const paths: Record<string, string> = {};

  beforeAll(async () => {
    village = await startVillageApp(engine);
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
    const home = `/villages/${village.villageId}`;
    const account = { label: 'PV', bank: 'Bank', lastFour: '0011', openedOn: '2025-01-01' };
    const added = await village.accountant.post(`/api${home}/bank-accounts`, account);
    paths['bank'] = `${home}/bank/${String(added.body['id'])}/import`;
    paths['people'] = `${home}/member-import`;
  }, 120_000);
  afterAll(() => village.close());

  async function send(path: string, sent: Buffer | string, name: string) {
    const page = await accountant.get(path);
    const key = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const fields = [['file', Buffer.from(sent)] as const, ['_csrf', csrfTokenIn(page.body)] as const];
    const body = multipart([...fields, ['commandKey', key]], { name, type: XLSX });
    return accountant.postBytes(path, body, MULTIPART);
  }

  async function taken(): Promise<number[]> {
    const counts: number[] = [];
    for (const table of ['bank_statements', 'bank_lines', 'members', 'households']) {
      const [row] = await village.app
        .get(Database)
        .reader.query<{ n: string }[]>(`SELECT COUNT(*) AS n FROM ${table}`);
      counts.push(Number(row?.n));
    }
    return counts;
  }

  const rowsOf = (place: string) => (place === 'bank' ? BANK : PEOPLE);

  it.each<[what: string, place: string, bytes: (place: string) => Promise<Buffer>, sentence: string]>(
    ['bank', 'people'].flatMap((place) => [
      [
        'a workbook cut in half',
        place,
        async (of: string) => half(await sheetOf(rowsOf(of))),
        '文件不完整或已损坏',
      ] as const,
      [
        'a document renamed',
        place,
        () => Promise.resolve(Buffer.from('%PDF-1.4\n1 0 obj')),
        '这不是表格文件',
      ] as const,
      [
        'a zip that is no workbook',
        place,
        () => packed({ 'a.txt': 'nothing' }),
        '这不是 Excel 表格',
      ] as const,
      ['an empty file', place, () => Promise.resolve(Buffer.alloc(0)), '这是个空文件'] as const,
      ['a file of blanks', place, () => Promise.resolve(Buffer.from(' \r\n \r\n')), '表'] as const,
      [
        'a table with an open quotation mark',
        place,
        (of: string) => Promise.resolve(Buffer.from(`${csvOf(rowsOf(of))}\r\n"20250428,`)),
        '双引号只有开头没有结尾',
      ] as const,
    ]),
  )('%s, sent as one of the %s, is answered in words', async (_what, place, bytes, sentence) => {
    const answer = await send(paths[place] ?? '', await bytes(place), 'x.xlsx');
    expect([answer.statusCode, answer.body.includes(sentence)]).toEqual([422, true]);
    expect(await taken()).toEqual([0, 0, 0, 0]);
  });

  it.each(['bank', 'people'])(
    'a row of %s that breaks off is marked, and nothing is taken in',
    async (place) => {
      const whole = csvOf(rowsOf(place));
      const sent = await send(paths[place] ?? '', whole.slice(0, whole.lastIndexOf(',')), 'x.csv');
      expect(sent.statusCode).toBe(303);
      const preview = String(sent.headers.location);
      const shown = await accountant.get(preview);
      expect(shown.body).toContain('is-wrong');
      const commandKey = /name="commandKey" value="([^"]+)"/.exec(shown.body)?.[1] ?? '';
      const confirmed = await accountant.post(preview, { commandKey, _csrf: csrfTokenIn(shown.body) });
      expect(confirmed.statusCode).toBe(422);
      expect(await taken()).toEqual([0, 0, 0, 0]);
    },
  );
});
