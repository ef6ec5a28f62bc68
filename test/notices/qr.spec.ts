import { execFileSync } from 'node:child_process';
import jsQR from 'jsqr';
import { EVERY_SHEET, printReport } from './every-sheet.fixture';
import { hasPdfToPpm, type Picture, readPicture } from './pictures';
import { longIncomeSheet } from './report-sheet.fixture';
import { YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';

const pictureTest = hasPdfToPpm() ? test : test.skip;

/** As fine as a telephone sees a sheet from some steps away. */
const DPI = 110;

/** The foot of an A4 page, where the code stands, as a telephone is held to it. */
const FOOT = ['-x', '0', '-y', String(Math.round(DPI * 7.7)), '-W', String(DPI * 9), '-H', String(DPI * 4)];

/** @param page from 1; `part` of it, the whole where it is empty */
function seen(pdf: Buffer, { page = 1, part = FOOT } = {}): Picture {
  const args = ['-r', String(DPI), '-gray', '-f', String(page), '-l', String(page), ...part, '-'];
  return readPicture(execFileSync('pdftoppm', args, { input: pdf, maxBuffer: 1 << 26 }));
}

/** What a telephone reads off a page. @param greyOf what becomes of a grey on its way to the eye */
function readOff({ width, height, points }: Picture, greyOf = (grey: number): number => grey): string {
  const colours = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) colours.fill(greyOf(points[at] ?? 255), at * 4, at * 4 + 3);
  return jsQR(colours, width, height, { inversionAttempts: 'dontInvert' })?.data ?? '';
}

/** A printer that knows no greys; one with little toner left, on grey paper. */
const BLACK_OR_WHITE = (grey: number): number => (grey < 128 ? 0 : 255);
const FAINT = (grey: number): number => 120 + Math.round(grey * 0.35);

describe('the code of every sheet', () => {
  pictureTest.each(EVERY_SHEET)('is read by a telephone, printed in black alone: %s', async (_, sheet) => {
    expect(readOff(seen(await sheet.print()), BLACK_OR_WHITE)).toBe(YANGSHUWAN_OPTIONS.url);
  });

  // One of a plan of each kind, and one of days: all others are drawn as that is.
  pictureTest.each(EVERY_SHEET.slice(0, 3))('is read off its large print: %s', async (_, sheet) => {
    const page = seen(await sheet.printLarge(), { part: [] });
    expect(readOff(page, BLACK_OR_WHITE)).toBe(YANGSHUWAN_OPTIONS.url);
  });

  pictureTest('is read as it is, and faint; where there is none nothing is', async () => {
    const [[, sheet] = []] = EVERY_SHEET;
    const page = seen((await sheet?.print()) ?? Buffer.alloc(0));
    expect([readOff(page), readOff(page, FAINT)]).toEqual(Array(2).fill(YANGSHUWAN_OPTIONS.url));
    expect(readOff(page, () => 255)).toBe('');
  });

  pictureTest('stands on each page of a sheet that goes on', async () => {
    const pdf = await printReport(longIncomeSheet(90));
    for (const page of [1, 2, 3]) expect(readOff(seen(pdf, { page }))).toBe(YANGSHUWAN_OPTIONS.url);
  });
});
