import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { REPORT_SHEETS } from '../../src/domain/notices/report-sheets';
import { EVERY_SHEET, printReport, REPORTS } from './every-sheet.fixture';
import { hasPdfToText, pdfText, squeezed } from './pdf-text';
import {
  hasPdfToPpm,
  MOST_MOVED,
  mostMoved,
  pictureOf,
  readPicture,
  withMoved,
  writtenPicture,
} from './pictures';
import { bookmarksOf, pagesOfRows, partFaults } from './tagged-text';

const textTest = hasPdfToText() ? test : test.skip;
const pictureTest = hasPdfToPpm() ? test : test.skip;
const qpdfTest = spawnSync('qpdf', ['--version']).error === undefined ? test : test.skip;
const KEEP = process.env['KEEP'] === '1';
const ALL = Object.entries(REPORTS);

describe('every sheet that is no plan’s', () => {
  test('is here', () => {
    expect(Object.keys(REPORTS).sort()).toEqual([...REPORT_SHEETS].sort());
  });

  textTest.each(ALL)('says what its kept copy says: %s', async (sheet, { model }) => {
    const text = pdfText(await printReport(model())).join('\n\f\n');
    const file = join(__dirname, `${sheet}.kept.txt`);
    if (KEEP) writeFileSync(file, `${text}\n`);
    expect(squeezed(text)).toBe(squeezed(readFileSync(file, 'utf8')));
  });

  qpdfTest.each(
    ALL.flatMap(([sheet, { of }]) => [0, 1, 2, 40, 600].map((count) => [sheet, count, of] as const)),
  )('is sound: %s of %i rows', async (_sheet, count, of) => {
    const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
    try {
      const file = join(folder, 'sheet.pdf');
      writeFileSync(file, await printReport(of(count)));
      expect(execFileSync('qpdf', ['--check', file]).toString()).toContain('No syntax or stream encoding');
      // No row of a table is split across pages, however long its names are.
      const rows = pagesOfRows(file);
      expect(rows.filter((pages) => pages.length !== 1)).toEqual([]);
      expect(rows.length).toBeGreaterThan(count);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('what a sheet tells those who have it read to them', () => {
  textTest.each([
    ...EVERY_SHEET.map(([sheet, { print }]) => [`${sheet} as kept`, print] as const),
    ...ALL.map(([sheet, { of }]) => [`${sheet} of 40 rows`, () => printReport(of(40))] as const),
  ])('is what each part is: %s', async (_sheet, print) => {
    const sheet = await print();
    expect(partFaults(sheet)).toEqual([]);
    expect(bookmarksOf(sheet).length).toBeGreaterThan(2);
  });
});

describe('the kept picture of every sheet', () => {
  pictureTest.each(EVERY_SHEET)('is how it looks: %s', async (sheet, { print }) => {
    const picture = pictureOf(await print());
    const file = join(__dirname, 'pictures', `${sheet}.pgm.gz`);
    if (KEEP) writeFileSync(file, gzipSync(writtenPicture(picture), { level: 9 }));
    expect(existsSync(file)).toBe(true);
    expect(mostMoved(picture, readPicture(gunzipSync(readFileSync(file))))).toBeLessThan(MOST_MOVED);
  });

  pictureTest.each(EVERY_SHEET)('is another where something moved by 3 mm: %s', async (_sheet, { print }) => {
    const picture = pictureOf(await print());
    const { width, height } = picture;
    const half = Math.round(height / 2);
    const parts = {
      whole: { top: 0, left: 0, width, height },
      lowerHalf: { top: half, left: 0, width, height: height - half },
      rightHalf: { top: 0, left: Math.round(width / 2), width: width - Math.round(width / 2), height },
      // Some lines at the head: the least that is a part of a sheet.
      head: { top: 40, left: 0, width, height: 40 },
    };
    for (const [part, place] of Object.entries(parts)) {
      for (const by of [
        { x: 4, y: 0 },
        { x: 0, y: 4 },
      ])
        expect([part, by, mostMoved(picture, withMoved(picture, place, by)) > MOST_MOVED]).toEqual([
          part,
          by,
          true,
        ]);
    }
  });
});
