import { readWitnessedSeal } from '../../src/domain/ledger/witness';
import { DomainError } from '../../src/domain/shared/domain-error';
import { laySlips, type PrintedLine } from '../../src/features/ledger/voucher-slips';
import { type PrintedVoucher, renderVouchers } from '../../src/features/ledger/voucher-sheet';
import { readVoucherWords } from '../../src/features/ledger/voucher-sheet-words';
import { notoFontFiles } from '../../src/platform/pdf/font-files';
import { printedSeal } from '../../src/platform/text/printed-head';
import { KeptPdf } from '../../src/platform/pdf/kept-pdf';
import { hasPdfToText, pdfText } from './pdf-text';

const line = (debit: bigint, credit: bigint, wish: Partial<PrintedLine> = {}): PrintedLine => ({
  summary: '付网络费',
  account: '513 管理费用',
  detail: '集体自有资金',
  debit,
  credit,
  ...wish,
});

const voucher = (lines: readonly PrintedLine[]): PrintedVoucher => ({
  number: '0048',
  postedOn: '2025-06-30',
  lines,
  attachments: 2,
  hands: { prepared: '周会计', reviewed: '孙所长', cashier: '何出纳', posted: '周会计' },
  chainPosition: 48,
  hash: '9c1f22d07b3e58aa'.repeat(4),
});

const OPTIONS = { collective: '杨树湾村股份经济合作社', fonts: notoFontFiles(), specimen: true };
const ROOM = { room: 8, plain: 1 };

describe('the slips of a voucher', () => {
  const many = (count: number): PrintedLine[] => [
    ...Array.from({ length: count - 1 }, () => line(100n, 0n)),
    line(0n, BigInt(count - 1) * 100n),
  ];

  it.each([
    { count: 2, slips: [2] },
    { count: 8, slips: [8] },
    { count: 9, slips: [7, 2] },
    { count: 14, slips: [7, 7] },
    { count: 15, slips: [7, 6, 2] },
  ])('of $count lines stand on $slips', ({ count, slips }) => {
    const laid = laySlips(many(count), () => 1, ROOM);
    expect(laid.map((slip) => slip.lines.length)).toEqual(slips);
  });

  it('bring forward what they take over', () => {
    const laid = laySlips(many(60), () => 1, ROOM);
    laid.forEach((slip, index) => expect(slip.carried).toEqual(laid[index - 1]?.forward));
    expect(laid.at(-1)?.forward).toBeUndefined();
    expect(laid.length).toBe(10);
  });

  it('keep a line that is higher than a slip', () => {
    expect(laySlips([line(1n, 0n), line(0n, 1n)], () => 99, ROOM).map((slip) => slip.lines.length)).toEqual([
      1, 1,
    ]);
  });
});

describe('the printed voucher', () => {
  const itReads = hasPdfToText() ? it : it.skip;

  itReads('says who, when, what, how much in capitals, and where it stands in the chain', async () => {
    const bytes = await renderVouchers([voucher([line(12_000n, 0n), line(0n, 12_000n)])], OPTIONS);
    const text = pdfText(bytes).join('').replace(/\s/g, '');
    for (const said of [
      '记账凭证',
      '杨树湾村股份经济合作社',
      '2025年6月30日',
      '记字第0048号',
      '合计（大写）壹佰贰拾元整',
      '制单周会计',
      '复核孙所长',
      '出纳何出纳',
      '账链第48环',
      '样',
    ]) {
      expect(text).toContain(said);
    }
  });

  itReads('prints the longest texts whole, on slips that each keep their sums', async () => {
    const longest = { summary: '摘'.repeat(100), detail: `集体自有资金 ${'名'.repeat(160)}` };
    const lines = [line(1n, 0n, longest), line(1n, 0n, { ...longest, summary: '' }), line(0n, 2n)];
    const text = pdfText(await renderVouchers([voucher(lines)], OPTIONS)).join('');
    expect(text.match(/摘/g)).toHaveLength(100 + 2);
    expect(text.match(/名/g)).toHaveLength(320);
    expect(text.match(/过次页|承前/g)).toHaveLength(2);
  });

  itReads('prints a box with the code of a character that no font has, and all the rest', async () => {
    const rare = { summary: '付\u{20bb7}某\u0626工资\u{1f468}\u200d\u{1f33e}' };
    const text = pdfText(await renderVouchers([voucher([line(1n, 0n, rare), line(0n, 1n)])], OPTIONS));
    const found = text.join('').replace(/\s/g, '');
    for (const said of ['付', '某', '工资', '20B', 'B7', '06', '26', '1F4', '68'])
      expect(found).toContain(said);
    expect(found).not.toContain('00D');
  });

  itReads('prints the seal over its month as the check of the books takes it', async () => {
    const digest = '0123456789abcdef'.repeat(4);
    const seal = printedSeal({ month: '2025-06', digest });
    const lines = [line(1n, 0n), line(0n, 1n)];
    const text = pdfText(await renderVouchers([{ ...voucher(lines), seal }], OPTIONS)).join('\n');
    const printed = /封账码\s*(.*)/.exec(text)?.[1] ?? '';
    expect(readWitnessedSeal(printed)).toEqual({
      ...{ month: '2025-06', starts: '0123456789abcdef', ends: '89abcdef' },
    });
    expect(pdfText(await renderVouchers([voucher(lines)], OPTIONS)).join('')).not.toContain('封账码');
  });

  it('is the same to the byte each time, and two go on one page', async () => {
    const two = [voucher([line(1n, 0n), line(0n, 1n)]), voucher([line(2n, 0n), line(0n, 2n)])];
    const [one, other] = [await renderVouchers(two, OPTIONS), await renderVouchers(two, OPTIONS)];
    expect(one.equals(other)).toBe(true);
    expect(new KeptPdf(one).pages).toHaveLength(1);
  });

  it('names the word its template lacks', () => {
    const missing = new DomainError('template.keyMissing', { key: 'document' });
    expect(() => readVoucherWords('paper: voucher\ntitle: x')).toThrow(missing);
  });
});
