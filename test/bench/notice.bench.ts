import PDFDocument from 'pdfkit';
import { renderDistributionNotice } from '../../src/features/notices/distribution-sheet';
import { notoFontFiles } from '../../src/platform/pdf/font-files';
import { Paper, type TextPlace } from '../../src/platform/pdf/paper';
import type { TextRun } from '../../src/platform/pdf/text-run';
import type { DistributionNotice } from '../../src/domain/notices/distribution-notice';
import { sheetWith } from '../notices/sheet-variants.fixture';
import { YANGSHUWAN, YANGSHUWAN_OPTIONS } from '../notices/yangshuwan.fixture';
import { medianOf } from './post.bench';
import type { Measured } from './run';

const ROUNDS = 15;
/** So many of ours follow each other, as when sheets are printed: pdfkit leaves much behind to be cleared. */
const TOGETHER = 5;
const ROWS = 600;
const POINTS_PER_MM = 72 / 25.4;

/** Each thing a sheet draws, as somebody would tell pdfkit. */
type Drawn =
  | { readonly is: 'page' }
  | { readonly is: 'text'; readonly runs: readonly TextRun[]; readonly place: TextPlace; readonly at: number }
  | { readonly is: 'rule'; readonly at: readonly [x: number, y: number, width: number, weight: number] };

/**
 * Printing a sheet, its fonts warm, beside the same words and rules at the same places told to pdfkit as its
 * guide has it: fonts registered from their files, a call for each stretch of text.
 */
export async function benchNotice(): Promise<Measured[]> {
  return [
    await printed('notice, one A4 page', { notice: YANGSHUWAN, goal: 1 / 4.5, mostMs: 12 }),
    await printed('notice, 600 rows', { notice: longList(), goal: 1 / 8, mostMs: 35 }),
  ];
}

/** The sheet of the one page with so many uses, each a line or two. */
function longList(): DistributionNotice {
  const { income, deductions, uses } = YANGSHUWAN;
  const rows = Array.from({ length: ROWS }, (_, place) =>
    uses.rows
      .slice(place % uses.rows.length)
      .slice(0, 1)
      .map((use) => ({
        ...use,
        name: `${use.name}${String(place + 1)}`,
        amount: String(10_000 + place),
      })),
  ).flat();
  return sheetWith({ income: income.rows, deductions, uses: rows });
}

interface Asked {
  readonly notice: DistributionNotice;
  readonly goal: number;
  readonly mostMs: number;
}

async function printed(work: string, { notice, goal, mostMs }: Asked): Promise<Measured> {
  const drawn = await drawnBy(() => renderDistributionNotice(notice, YANGSHUWAN_OPTIONS));
  const times: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let each = 0; each < TOGETHER; each += 1) {
      const start = performance.now();
      bytes = (await renderDistributionNotice(notice, YANGSHUWAN_OPTIONS)).length;
      times.ours.push(performance.now() - start);
    }
    const start = performance.now();
    await toldToPdfkit(drawn);
    times.floor.push(performance.now() - start);
  }
  const [ours, floor] = [medianOf(times.ours), medianOf(times.floor)];
  const pages = drawn.filter(({ is }) => is === 'page').length;
  const inTime = ours <= mostMs ? 'reached' : 'not reached';
  const note = `${String(pages)} pages, ${(bytes / 1000).toFixed(0)} kB; ≤ ${String(mostMs)} ms ${inTime}`;
  return { work, ours, floor, unit: 'ms', goal, note };
}

/** What is drawn while a sheet is printed. */
async function drawnBy(print: () => Promise<unknown>): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  const undo = [
    heard('addPage', () => drawn.push({ is: 'page' })),
    heard('text', (paper, [runs, place]) => {
      const shift = { left: 0, centre: 0.5, right: 1 }[place.align ?? 'left'];
      drawn.push({ is: 'text', runs, place, at: place.x - shift * paper.width(runs) });
    }),
    heard('rule', (_, [x, y, line]) => drawn.push({ is: 'rule', at: [x, y, line.width, line.weight] })),
  ];
  await print().finally(() => undo.forEach((each) => each()));
  return drawn;
}

/** Has every paper tell when it is asked to draw something. @returns what ends it */
function heard<Name extends 'addPage' | 'text' | 'rule'>(
  name: Name,
  tell: (paper: Paper, given: Parameters<Paper[Name]>) => unknown,
): () => void {
  const own: unknown = Reflect.get(Paper.prototype, name);
  if (typeof own !== 'function') throw new Error(`a paper draws by ${name}`);
  const value = function (this: Paper, ...given: Parameters<Paper[Name]>): unknown {
    tell(this, given);
    return Reflect.apply(own, this, given);
  };
  Object.defineProperty(Paper.prototype, name, { configurable: true, value });
  return () => Object.defineProperty(Paper.prototype, name, { configurable: true, value: own });
}

async function toldToPdfkit(drawn: readonly Drawn[]): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false });
  const chunks: Buffer[] = [];
  const finished = new Promise((resolve) => document.on('end', resolve));
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const [name, path] of Object.entries(notoFontFiles())) document.registerFont(name, String(path));
  for (const each of drawn) {
    if (each.is === 'page') document.addPage();
    else if (each.is === 'text') tellText(document, each);
    else {
      const [x, y, width, weight] = each.at;
      const line = document.lineWidth(weight).moveTo(x * POINTS_PER_MM, y * POINTS_PER_MM);
      line.lineTo((x + width) * POINTS_PER_MM, y * POINTS_PER_MM).stroke();
    }
  }
  document.end();
  await finished;
  return Buffer.concat(chunks);
}

function tellText(document: PDFKit.PDFDocument, { runs, place, at }: Extract<Drawn, { is: 'text' }>): void {
  let x = at * POINTS_PER_MM;
  for (const { text, face, size } of runs) {
    document.font(face).fontSize(size);
    document.text(text, x, place.y * POINTS_PER_MM, { lineBreak: false, baseline: 'alphabetic' });
    x += document.widthOfString(text);
  }
}
