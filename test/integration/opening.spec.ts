import { encode } from 'iconv-lite';
import { FormProblems } from '../../src/domain/shared/problem';
import { openingTemplate } from '../../src/features/months/opening-table';
import { SetClock } from '../../src/platform/clock/clock';
import { readTable } from '../../src/platform/spreadsheets/read-table';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';
import { workbookOf } from '../platform/spreadsheets/workbook.fixture';

const HEADINGS = ['科目编码', '资金类别', '借方余额', '贷方余额', '资产', '来源', '所属月份', '往来单位'];
type Cell = string | number | null;

/** A village in the middle of its life: one station, forty balances. */
const ROWS: Cell[][] = [
  ['102', '光伏收益', 12_345.6, null],
  ...Array.from({ length: 6 }, (_each, place): Cell[] => [
    '112',
    '光伏收益',
    1_000.1,
    null,
    'Station 1',
    '国家补贴',
    `2024-0${String(place + 1)}`,
  ]),
  ['151', '光伏收益', 420_000, null, 'Station 1'],
  ['152', '光伏收益', null, 105_000, 'Station 1'],
  ...Array.from({ length: 28 }, (_each, place): Cell[] => [
    '211',
    '光伏收益',
    null,
    10.01,
    null,
    null,
    null,
    `农户${String(place + 1)}`,
  ]),
  ['241', '光伏收益', null, 1_065.92],
  ['311', '光伏收益', null, 315_000],
  ['322', '光伏收益', null, 17_000],
];

const xlsx = (rows: Cell[][]): Promise<Buffer> =>
  workbookOf((sheet) => [HEADINGS, ...rows].forEach((row) => sheet.addRow(row)));

describeOnEachEngine('the opening of books', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.addStation();
  });
  afterEach(() => opened.close());

  const upload = (bytes: Buffer): Promise<string> =>
    village.services.openings.upload(village.id, { source: { bytes }, fileName: 'a.xlsx' }, ACCOUNTANT);

  it('books forty balances as the first voucher, even by a program that starts anew in between', async () => {
    const id = await upload(await xlsx(ROWS));
    expect(ROWS).toHaveLength(40);
    expect((await village.services.openings.read(village.id, id)).problems).toEqual([]);
    expect(await village.vouchers()).toEqual([]);

    // The program was killed and starts again: what was looked at is still there.
    const again = Village.at(opened.database, village.id, new SetClock('2025-07-20'));
    const command = { by: 'accountant', key: 'confirm-1' };
    const voucher = await again.services.openings.confirm(village.id, id, command);
    expect(await again.services.openings.confirm(village.id, id, command)).toEqual(voucher);
    expect(voucher).toMatchObject({ voucherNumber: 1, chainPosition: 1 });
    const [first, ...others] = await village.vouchers();
    expect([first?.postings.length, first?.postedOn, others]).toEqual([40, '2025-01-01', []]);

    // What was owed is received as any other income, and the pool starts with its money less its debts.
    const owed = await village.owed();
    expect(owed.map((each) => [each.stream, each.aboutPeriod, each.outstanding])).toEqual(
      Array.from({ length: 6 }, (_each, place) => ['subsidy', `2024-0${String(place + 1)}`, 100_010n]),
    );
    await village.receive(owed.slice(0, 2), '2025-02-01');
    expect(await village.owed()).toHaveLength(4);
    const moves = await village.services.books.listPoolMovements(village.id, 'pv');
    const start = moves.filter((each) => each.flow === 'opening');
    expect(start.reduce((sum, each) => sum + each.amount, 0n)).toBe(1_234_560n - 28n * 1_001n);
  });

  it('books nothing of a table with anything wrong, and says all of it', async () => {
    const rows = ROWS.map((row) => [...row]);
    rows[0] = ['102', '光伏收益', 12_345.605, null];
    rows[7] = ['151', '光伏收益', 420_000, null, 'Station 9'];
    const id = await upload(await xlsx(rows));
    const { problems } = await village.services.openings.read(village.id, id);
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['money.notAnAmount', 'C2'],
      ['opening.assetUnknown', 'E9'],
    ]);
    await expect(village.services.openings.confirm(village.id, id, ACCOUNTANT)).rejects.toThrow(FormProblems);
    expect(await village.vouchers()).toEqual([]);
  });

  it('refuses a table that does not know an asset of the register', async () => {
    await village.addStation({ name: 'Station 2' });
    const id = await upload(await xlsx(ROWS));
    const { problems } = await village.services.openings.read(village.id, id);
    expect(problems.map(({ code, facts }) => [code, facts?.asset])).toEqual([
      ['opening.assetMissing', 'Station 2'],
    ]);
  });

  it('comes first or not at all, and a preview is gone after a day', async () => {
    const csv = encode(
      '科目编码,资金类别,借方余额,贷方余额\n102,光伏收益,1.00,\n322,光伏收益,,1.00',
      'gb18030',
    );
    const id = await upload(csv);
    const tomorrow = new Date(Date.now() + 25 * 3_600_000).toISOString();
    const clock = jest.spyOn(village.services.clock, 'now').mockReturnValue(tomorrow);
    await upload(csv);
    clock.mockRestore();
    await expect(village.services.openings.read(village.id, id)).rejects.toMatchObject({
      code: 'file.previewGone',
    });
    const late = await upload(csv);
    await village.openWith(1_000n);
    await expect(village.services.openings.confirm(village.id, late, ACCOUNTANT)).rejects.toMatchObject({
      code: 'opening.booksBegun',
    });
    await expect(upload(csv)).rejects.toMatchObject({ code: 'opening.booksBegun' });
  });
});

it('offers a template that its own reader reads', async () => {
  const bytes = await openingTemplate();
  const { sheet, rows } = await readTable({ bytes });
  expect([sheet, rows.length, rows[0]?.cells.length]).toEqual(['期初余额', 1, 10]);
});
