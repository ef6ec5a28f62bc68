import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { inflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { renderDistributionNotice } from '../../../src/features/notices/distribution-sheet';
import { joinPdfs, type JoinedPart } from '../../../src/platform/pdf/join-pdfs';
import { KeptPdf } from '../../../src/platform/pdf/kept-pdf';
import { hasPdfToText, pdfText } from '../../notices/pdf-text';
import { bookmarksOf, toldParts } from '../../notices/tagged-text';
import { sheetWith } from '../../notices/sheet-variants.fixture';
import { YANGSHUWAN, YANGSHUWAN_OPTIONS } from '../../notices/yangshuwan.fixture';

const INFO = { title: '柳河镇公示（2张）', author: '柳河镇', createdAt: new Date('2025-07-11T00:00:00Z') };

async function* each(parts: readonly JoinedPart[]): AsyncGenerator<JoinedPart> {
  for (const part of parts) yield await Promise.resolve(part);
}

async function joined(...parts: JoinedPart[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of joinPdfs(each(parts), INFO)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A page with a note whose words look like references and like the start of a stream. */
async function tricky(): Promise<Buffer> {
  const document = new PDFDocument({ compress: false });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const end = once(document, 'end');
  document.note(10, 10, 100, 100, 'see 7 0 R (and (3 0 R) stream\n endobj \\ 1 0 R');
  document.text('one');
  document.addPage().text('two');
  document.end();
  await end;
  return Buffer.concat(chunks);
}

/** What is told in the packs of a PDF. */
function packedText(pdf: Buffer): string {
  const packs = [...pdf.toString('latin1').matchAll(/\/Type\/ObjStm[^>]*>>\nstream\n/g)];
  return packs
    .map(({ 0: head, index }) => inflateSync(pdf.subarray(index + head.length)).toString('latin1'))
    .join('');
}

describe('PDFs joined to one', () => {
  const { income, deductions, uses } = YANGSHUWAN;
  const [first] = uses.rows;
  if (first === undefined) throw new Error('the sheet has uses');
  const long = sheetWith({
    ...{ income: income.rows, deductions },
    uses: Array.from({ length: 60 }, (_, place) => ({
      ...first,
      amount: '100',
      name: `用途${String(place)}`,
    })),
  });
  const sheets = async (): Promise<JoinedPart[]> => [
    { group: '杨树湾村', title: '甲', bytes: await renderDistributionNotice(YANGSHUWAN, YANGSHUWAN_OPTIONS) },
    { group: '杨树湾村', title: '乙', bytes: await renderDistributionNotice(long, YANGSHUWAN_OPTIONS) },
    { group: '石桥村', title: '丙', bytes: await tricky() },
  ];

  it('have the pages of each, in order, with what is drawn and its fonts byte for byte', async () => {
    const parts = await sheets();
    const whole = await joined(...parts);
    const pages = parts.map(({ bytes }) => new KeptPdf(bytes).pages.length);
    expect(pages[1]).toBeGreaterThan(2);
    expect(new KeptPdf(whole).pages).toHaveLength(pages.reduce((sum, count) => sum + count, 0));
    const streams = (bytes: Buffer) =>
      [...bytes.toString('latin1').matchAll(/obj\s*<<([^]*?)>>\s*(?<!<)stream\n([^]*?)endstream/g)]
        .filter(([, told = '']) => !/ObjStm|XRef|Metadata/.test(told))
        .map(([, , stream]) => stream);
    const kept = new Set(streams(whole));
    const drawn = parts.flatMap(({ bytes }) => streams(bytes));
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.filter((stream) => !kept.has(stream))).toEqual([]);
  });

  it('are found by their table, each object with its data at its place', async () => {
    const whole = await joined(...(await sheets()));
    const text = whole.toString('latin1');
    const table = text.slice(Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]));
    const start =
      Buffer.byteLength(text.slice(0, text.length - table.length), 'latin1') + table.indexOf('stream');
    const entries = inflateSync(whole.subarray(start + 'stream\n'.length));
    const count = entries.length / 7;
    expect(count).toBeGreaterThan(300);
    const astray = Array.from({ length: count }, (_, number) => number).filter((number) => {
      const [kind, at] = [entries.readUInt8(number * 7), entries.readUInt32BE(number * 7 + 1)];
      if (kind === 1) return !text.startsWith(`${String(number)} 0 obj`, at);
      return kind === 2 && !text.includes(`${String(at)} 0 obj\n<</Type/ObjStm`);
    });
    expect(astray).toEqual([]);
  });

  it('change the numbers of objects and nothing that only looks like one', async () => {
    const [, , last] = await sheets();
    const whole = packedText(await joined(...(await sheets())));
    const note =
      /\/Contents (\((?:\\[\s\S]|[^\\()])*\))/.exec(last?.bytes.toString('latin1') ?? '')?.[1] ?? '';
    expect(note).toContain('7 0 R');
    expect(whole).toContain(note);
  });

  it('are refused where they are none of ours', async () => {
    const foreign = { group: '村', title: '丁', bytes: Buffer.from('%PDF-1.7\nnothing\n%%EOF') };
    await expect(joined(foreign)).rejects.toThrow('a kept PDF has a table and a root');
  });

  const toldIt = hasPdfToText() ? it : it.skip;
  toldIt(
    'keep the bookmarks of each below its own, and tell the parts of all one after the other',
    async () => {
      const [first, second] = await sheets();
      if (first === undefined || second === undefined) throw new Error('there are two sheets');
      const whole = await joined(first, second);
      const titles = [...packedText(whole).matchAll(/\/Title <FEFF(\w+)>\/Parent/g)].map(([, title = '']) =>
        Buffer.from(title, 'hex').swap16().toString('utf16le'),
      );
      expect(bookmarksOf(whole)).toEqual(['杨树湾村']);
      const own = [first, second].map(({ bytes }) => bookmarksOf(bytes));
      expect(own.map((each) => each.length)).toEqual([5, 5]);
      expect([...titles].sort()).toEqual(['杨树湾村', '甲', '乙', ...own.flat()].sort());
      expect(toldParts(whole)).toEqual([first, second].flatMap(({ bytes }) => toldParts(bytes)));
      const info = execFileSync('pdfinfo', ['-'], { input: whole }).toString('utf8');
      expect(info).toMatch(/Tagged: +yes/);
    },
  );

  const readIt = hasPdfToText() ? it : it.skip;
  readIt('read as they read apart, and say what the whole is', async () => {
    const parts = await sheets();
    const whole = await joined(...parts);
    expect(pdfText(whole)).toEqual(parts.flatMap(({ bytes }) => pdfText(bytes)));
    const info = execFileSync('pdfinfo', ['-'], { input: whole }).toString('utf8');
    expect(info).toContain('柳河镇公示（2张）');
    expect(info).not.toMatch(/error/i);
  });
});
