import { encode } from 'iconv-lite';
import { readVouchersFile } from '../../src/cli/read-vouchers-file';
import { FormProblems } from '../../src/domain/shared/problem';
import { wrongFileText } from '../../src/glossary/import-words';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

const refusalOf = (refused: Promise<unknown>) =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code, field }) => `${code} ${field}`);
      throw error;
    },
  );

const voucher = (id: string, wish: Parameters<typeof typedVoucher>[0] = {}) =>
  JSON.stringify({ id, ...typedVoucher({ postedOn: '2025-02-03', ...wish }) });

describe('a file of older vouchers', () => {
  it.each<[string, string, string[]]>([
    ['', 'nothing in it', ['import.empty ']],
    ['\n\n', 'blank lines only', ['import.empty ']],
    ['{"id":', 'a torn line', ['import.notJson line.1']],
    ['[1]', 'a list in place of a voucher', ['import.notJson line.1']],
    [`${voucher('a')}\nnull`, 'nothing in place of a voucher', ['import.notJson line.2']],
    [voucher('a').replace('"summary"', '"title"'), 'an unknown field', ['form.unknownField line.1.title']],
    [voucher('a b'), 'an id with a blank', ['form.invalid line.1.id']],
    [voucher('a', { lines: [] }).replace('[]', '"none"'), 'no list of lines', ['form.invalid line.1.lines']],
  ])('is refused by its lines: %#', async (text, _why, problems) => {
    expect(await refusalOf(readVouchersFile(Buffer.from(text)))).toEqual(problems);
  });

  it.each([
    { written: 'UTF-8', bytes: Buffer.from(voucher('a', { summary: '买纸，王㐱' })) },
    {
      written: 'UTF-8 with its mark',
      bytes: Buffer.from(`\ufeff${voucher('a', { summary: '买纸，王㐱' })}`),
    },
    { written: 'GB18030', bytes: encode(voucher('a', { summary: '买纸，王㐱' }), 'gb18030') },
  ])('has its texts whole where it is $written', async ({ bytes }) => {
    const [read] = await readVouchersFile(bytes);
    expect([read?.id, read?.form.summary]).toEqual(['a', '买纸，王㐱']);
  });

  it.each([
    { why: 'in a text', before: '{"id":"a","summary":"' },
    { why: 'behind its vouchers', before: `${voucher('a', { summary: '买纸' })}\n` },
  ])('is refused whole where bytes of no text stand $why', async ({ before }) => {
    const bytes = Buffer.concat([encode(before, 'gb18030'), Buffer.from([0xff, 0xff, 0x22, 0x7d])]);
    expect(await refusalOf(readVouchersFile(bytes))).toEqual(['file.encoding file']);
  });

  it('is told by line, in sentences', () => {
    const told = wrongFileText([{ code: 'import.known', field: 'line.3.id', value: '2023-0007' }]);
    expect(told).toContain('一张凭证都没有导入');
    expect(told).toContain('第 3 行：编号“2023-0007”的凭证以前已经导入过。');
  });
});

describeOnEachEngine('the taking over of a file of vouchers', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n, 'members');
  });
  afterEach(() => opened.close());

  const take = async (lines: string[], key?: string) =>
    village.services.voucherImport.importVouchers(
      village.id,
      await readVouchersFile(Buffer.from(lines.join('\n'))),
      key === undefined ? ACCOUNTANT : { ...ACCOUNTANT, key },
    );
  const numbers = async () => (await village.vouchers()).map(({ voucherNumber }) => voucherNumber);

  it('books each voucher once, though the file names it twice and is sent twice', async () => {
    const money = typedVoucher({
      lines: [
        typedLine({ ledgerAccount: '102', debit: '5.00', pool: 'pv' }),
        typedLine({ ledgerAccount: '501', credit: '5.00' }),
      ],
    }).lines;
    const file = [voucher('2025-1'), '', voucher('2025-2', { lines: money }), voucher('2025-1')];
    const isTaken = () => village.services.voucherImport.isTaken(village.id, 'a-file-of-2025');
    expect(await isTaken()).toBe(false);
    expect(await take(file, 'a-file-of-2025')).toEqual({ booked: 2, repeated: 1 });
    expect(await isTaken()).toBe(true);
    expect(await take(file, 'a-file-of-2025')).toEqual({ booked: 2, repeated: 1 });
    expect(await numbers()).toEqual([1, 2, 3]);
    expect((await village.vouchers()).at(-1)).toMatchObject({
      ...{ event: 'ledger.imported', source: { kind: 'imported', id: '2025-2' }, attachments: 1 },
    });
    expect(await village.services.surplus.undistributed(village.id, { pool: 'pv', day: '2025-02-03' })).toBe(
      500n,
    );
    expect(await refusalOf(take([voucher('2025-3'), voucher('2025-1')]))).toEqual(['import.known line.2.id']);
    expect(await numbers()).toEqual([1, 2, 3]);
  });

  it('books nothing of a file out of the order of its days', async () => {
    const file = [voucher('a'), voucher('b', { postedOn: '2025-02-02' })];
    expect(await refusalOf(take(file))).toEqual(['import.outOfOrder line.2.postedOn']);
    expect(await numbers()).toEqual([1]);
    expect(await take(file.reverse())).toEqual({ booked: 2, repeated: 0 });
    expect((await village.vouchers()).map(({ postedOn }) => postedOn).slice(1)).toEqual([
      ...['2025-02-02', '2025-02-03'],
    ]);
  });

  it('tells at its line each voucher of a month that takes none any more', async () => {
    await village.hold('2025-01');
    const file = ['2025-01-20', '2025-01-31', '2025-02-03'].map((day) => voucher(day, { postedOn: day }));
    expect(await refusalOf(take(file))).toEqual([
      ...['period.held line.1.postedOn', 'period.held line.2.postedOn'],
    ]);
    // With whatever else is wrong, in the order of the file.
    const twice = [...file.slice(0, 2), voucher('x', { postedOn: '2025-01-30' }), ...file.slice(2)];
    expect(await refusalOf(take(twice))).toEqual([
      ...['period.held line.1.postedOn', 'period.held line.2.postedOn'],
      ...['import.outOfOrder line.3.postedOn', 'period.held line.3.postedOn'],
    ]);
    const late = [voucher('y', { postedOn: '2025-01-30' }), voucher('z', { summary: '' })];
    const early = voucher('w', { postedOn: '2025-02-01', summary: '' });
    expect(await refusalOf(take([early, ...late]))).toEqual([
      ...['form.missing line.1.summary', 'import.outOfOrder line.2.postedOn'],
      ...['period.held line.2.postedOn', 'form.missing line.3.summary'],
    ]);
    expect(await numbers()).toEqual([1]);
    expect(await take(file.slice(2))).toEqual({ booked: 1, repeated: 0 });
  });

  it('lets no fund or pool become income in two vouchers, and takes a levy that members owe', async () => {
    const of = (id: string, text: string) => {
      const lines = text.split(', ').map((each) => {
        const [pool = '', ledgerAccount = '', amount = ''] = each.split(' ');
        const side = amount.startsWith('-') ? 'credit' : 'debit';
        return typedLine({ ledgerAccount, [side]: `${amount.replace('-', '')}.00`, pool });
      });
      return voucher(id, { lines });
    };
    const levy = 'earmarked 113 40, earmarked 231 -40';
    const paid = 'earmarked 102 40, earmarked 113 -40';
    expect(await take([of('a', levy), of('b', paid)])).toEqual({ booked: 2, repeated: 0 });
    const income = 'members 211 5, members 504 -5';
    expect(
      await refusalOf(
        take([of('c', 'members 102 5, members 211 -5, earmarked 231 5, earmarked 102 -5'), of('d', income)]),
      ),
    ).toEqual(['import.coloursMixed line.1.lines']);
    const owed = 'earmarked 231 5, earmarked 211 -5';
    const earned = 'earmarked 211 5, earmarked 504 -5';
    expect(await refusalOf(take([of('c', owed), of('d', earned)]))).toEqual([
      'import.fundsElsewhere line.1.lines',
    ]);
    expect(await numbers()).toEqual([1, 2, 3]);
  });

  it('takes no money, amortisation or cost that is not there, and books nothing of such a file', async () => {
    const of = (id: string, text: string, postedOn: string) => {
      const lines = text.split(', ').map((each) => {
        const [ledgerAccount = '', amount = ''] = each.split(' ');
        const isCredit = amount.startsWith('-');
        const side = isCredit ? { credit: amount.slice(1) } : { debit: amount };
        return typedLine({ ledgerAccount, pool: 'members', ...side });
      });
      return voucher(id, { lines, postedOn });
    };
    const paid = of('a', '513 1000.01, 102 -1000.01', '2025-02-03');
    const early = of('b', '162 5, 161 -5', '2025-02-04');
    const back = of('c', '102 5, 514 -5', '2025-02-05');
    expect(await refusalOf(take([paid, early]))).toEqual([
      ...['money.poolShort line.1', 'money.accountShort line.1', 'money.contraShort line.2'],
    ]);
    expect(await refusalOf(take([back]))).toEqual(['voucher.costShort line.1.lines']);
    const spent = of('d', '514 5, 102 -5', '2025-02-05');
    // What was spent on a later day is not there yet, and what a later day owes neither.
    await take([of('later', '514 7, 211 -7', '2025-03-10')]);
    expect(await refusalOf(take([back, of('f', '211 7, 504 -7', '2025-02-06')]))).toEqual([
      ...['voucher.costShort line.1.lines', 'import.debtNotThere line.2.lines'],
    ]);
    const worn = of('e', '513 5, 162 -5', '2025-02-28');
    expect(await take([early, spent, back, worn])).toEqual({ booked: 4, repeated: 0 });
    expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
  });

  it('books nothing of a file with anything wrong, and says all of it', async () => {
    const unbalanced = typedVoucher().lines.slice(0, 1);
    const file = [
      voucher('a'),
      voucher('a', { summary: 'another' }),
      voucher('b', { lines: unbalanced, attachments: '-1' }),
    ];
    expect(await refusalOf(take(file))).toEqual([
      'import.otherTwice line.2.id',
      'voucher.attachmentCount line.3.attachments',
      'voucher.fewLines line.3.lines',
      'voucher.unbalanced line.3.lines',
    ]);
    expect(await numbers()).toEqual([1]);
  });
});
