import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { largeDistribution, renderDistributionNotice } from '../../src/features/notices/distribution-sheet';
import { renderLargePrint } from '../../src/features/notices/large-print';
import { enlargePdf } from '../../src/platform/pdf/enlarge-pdf';
import { joinPdfs } from '../../src/platform/pdf/join-pdfs';
import { hasPdfToText, pdfText, squeezed } from './pdf-text';
import { hasPdfToPpm, MOST_MOVED, mostMoved, pictureOf } from './pictures';
import { EVERY_SHEET } from './every-sheet.fixture';
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
  return [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+ [\d.]+)\]/g)].map(
    ([, size = '']) => size,
  );
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

  textTest.each(EVERY_SHEET)('says what the A4 says: %s', async (_name, { print }) => {
    const small = await print();
    expect(squeezed(pdfText(enlargePdf(small)).join(''))).toBe(squeezed(pdfText(small).join('')));
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
