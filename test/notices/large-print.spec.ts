import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { largeDistribution, renderDistributionNotice } from '../../src/features/notices/distribution-sheet';
import { renderLargePrint } from '../../src/features/notices/large-print';
import { enlargePdf } from '../../src/platform/pdf/enlarge-pdf';
import { joinPdfs } from '../../src/platform/pdf/join-pdfs';
import { KeptPdf } from '../../src/platform/pdf/kept-pdf';
import { hasPdfToText, pdfText, squeezed } from './pdf-text';
import { hasPdfToPpm, MOST_MOVED, mostMoved, pictureOf } from './pictures';
import { EVERY_SHEET } from './every-sheet.fixture';
import { bookmarksOf, partFaults, toldParts } from './tagged-text';
import { YANGSHUWAN, YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';

const textTest = hasPdfToText() ? test : test.skip;
const pictureTest = hasPdfToPpm() ? test : test.skip;
const qpdfTest = spawnSync('qpdf', ['--version']).error === undefined ? test : test.skip;
const CODE = YANGSHUWAN_OPTIONS.shortCode;
const OPTIONS = YANGSHUWAN_OPTIONS;

/** What qpdf finds of a file. */
function checked(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'large-'));
  try {
    const file = join(folder, 'sheet.pdf');
    writeFileSync(file, pdf);
    return execFileSync('qpdf', ['--check', file]).toString();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sizesOf(pdf: Buffer): string[] {
  const kept = new KeptPdf(pdf);
  return kept.pages.map((page) => /\/MediaBox ?\[0 0 ([\d.]+ [\d.]+)\]/.exec(kept.toldOf(page))?.[1] ?? '');
}

/** How far up their pages the bookmarks lead, in points. */
function topsOf(pdf: Buffer): number[] {
  return new KeptPdf(pdf).bookmarks.map(({ place }) => Number(/XYZ null ([\d.]+)/.exec(place)?.[1]));
}

function titlesOf(pdf: Buffer): string[] {
  return toldParts(pdf).flatMap(({ type, text }) => (type === 'H1' ? [squeezed(text)] : []));
}

/** A sheet of two pages as sheets were written before they told what their parts are. */
async function printedBefore(): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 0, info: { Title: '7 0 R', Author: '(a) b' } });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.text('Rent 1,680.00', 40, 40).addPage().text('Water 20.00', 40, 400).end();
  await once(document, 'end');
  return Buffer.concat(chunks);
}

describe('the same sheet on A3, for the wall', () => {
  test('is the kept bytes and a line before them, again and again the same', async () => {
    const small = await renderDistributionNotice(YANGSHUWAN, OPTIONS);
    const large = enlargePdf(small);
    expect(enlargePdf(small).equals(large)).toBe(true);
    expect([new Set(sizesOf(small)), new Set(sizesOf(large))]).toEqual([
      new Set(['595.28 841.89']),
      new Set(['841.89 1190.55']),
    ]);
    expect(large.length - small.length).toBeLessThan(1000);
    expect(() => enlargePdf(Buffer.from('%PDF-1.7'))).toThrow();
  });

  textTest.each(EVERY_SHEET)(
    'says what the A4 says, and of each part what it is: %s',
    async (_name, { print }) => {
      const small = await print();
      const large = enlargePdf(small);
      expect(squeezed(pdfText(large).join(''))).toBe(squeezed(pdfText(small).join('')));
      expect(toldParts(large)).toEqual(toldParts(small));
      expect(partFaults(large)).toEqual([]);
      expect(bookmarksOf(large)).toEqual(bookmarksOf(small));
      const tops = topsOf(small);
      expect(tops.length).toBeGreaterThan(2);
      topsOf(large).forEach((top, at) =>
        expect(Math.abs(top - (tops[at] ?? 0) * Math.SQRT2)).toBeLessThan(1),
      );
    },
  );

  textTest('is made of what was kept from before sheets told their parts', async () => {
    const small = await printedBefore();
    const large = enlargePdf(small);
    expect(sizesOf(small)).toEqual(['595.28 841.89', '595.28 841.89']);
    expect(sizesOf(large)).toEqual(['841.89 1190.55', '841.89 1190.55']);
    expect(pdfText(large)).toEqual(pdfText(small));
    const told = execFileSync('pdfinfo', ['-'], { input: large }).toString('utf8');
    expect(told).toMatch(/Title: +7 0 R\n/);
    expect(told).toMatch(/Author: +\(a\) b\n/);
    const shown = { scale: Math.SQRT2 };
    expect(mostMoved(pictureOf(large, shown), pictureOf(small))).toBeLessThan(MOST_MOVED);
  });

  qpdfTest('is sound of what was kept from before', async () => {
    expect(checked(enlargePdf(await printedBefore()))).toContain('No syntax or stream encoding');
  });

  pictureTest.each(EVERY_SHEET)('looks as the A4 does: %s', async (_name, { print }) => {
    const small = await print();
    expect(mostMoved(pictureOf(enlargePdf(small), { scale: Math.SQRT2 }), pictureOf(small))).toBeLessThan(
      MOST_MOVED,
    );
  });

  qpdfTest.each(EVERY_SHEET)('is sound, and joined with others: %s', async (_name, { print }) => {
    const large = enlargePdf(await print());
    expect(checked(large)).toContain('No syntax or stream encoding');
    const parts = [large, large].map((bytes) => ({ group: 'a', title: 'b', bytes }));
    const chunks: Buffer[] = [];
    const info = { title: 'x', author: 'y', createdAt: new Date(0) };
    async function* each() {
      yield* parts;
    }
    for await (const chunk of joinPdfs(each(), info)) chunks.push(chunk);
    expect(checked(Buffer.concat(chunks))).toContain('No syntax or stream encoding');
  });
});

describe('what hangs beside a sheet in large print', () => {
  textTest.each(EVERY_SHEET)(
    'has the code and digest of the sheet, and no figure that it lacks: %s',
    async (_name, { print, printLarge }) => {
      const [sheet, large] = [await print(), await printLarge()].map((pdf) => pdfText(pdf).join('\n'));
      expect(squeezed(large ?? '')).toContain('明细见旁边一张');
      expect(squeezed(large ?? '')).toContain(squeezed(CODE));
      const digest = OPTIONS.digest;
      expect(squeezed(large ?? '')).toContain(digest.slice(0, 16));
      const figures = [...squeezed(large ?? '').matchAll(/\d[\d,]*\.\d\d/g)].map(([figure]) => figure);
      for (const figure of figures) expect(squeezed(sheet ?? '')).toContain(figure);
      expect(titlesOf(await printLarge())).toEqual(titlesOf(await print()));
    },
  );

  qpdfTest.each(EVERY_SHEET)('is sound and A3: %s', async (_name, { printLarge }) => {
    const large = await printLarge();
    expect(checked(large)).toContain('No syntax or stream encoding');
    expect(new Set(sizesOf(large))).toEqual(new Set(['841.89 1190.55']));
  });

  textTest('goes on where the uses are too many for one paper, never smaller', async () => {
    const notice = YANGSHUWAN;
    const print = largeDistribution(notice, CODE);
    const uses = Array.from({ length: 40 }, (_, place) => ({
      name: `第${String(place + 1)}项用途`,
      amount: '1.00',
    }));
    const pages = pdfText(await renderLargePrint(notice, { ...print, uses }, OPTIONS)).map(squeezed);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('明细见旁边一张');
    expect(pages.join('').match(/第\d+项用途1\.00/g)).toHaveLength(40);
  });
});
