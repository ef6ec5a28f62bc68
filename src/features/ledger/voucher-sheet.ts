import { capitalFigures } from '../../domain/money/capital-figures';
import { type Fen, sumFen, yuanText } from '../../domain/money/fen';
import type { NamedHands } from './voucher-hands.service';
import type { FontFiles } from '../../platform/pdf/font-files';
import { Paper } from '../../platform/pdf/paper';
import type { TextLine, TextRun, TextStyle } from '../../platform/pdf/text-run';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { laySlips, type PrintedLine, type Slip } from './voucher-slips';
import { type SayVoucher, voucherWords } from './voucher-sheet-words';

/** A voucher as it is printed. Names stand on the paper only; what is hashed holds ids. */
export interface PrintedVoucher {
  /** `0048`. */
  readonly number: string;
  readonly postedOn: string;
  readonly lines: readonly PrintedLine[];
  readonly attachments: number;
  readonly hands: NamedHands;
  readonly chainPosition: number;
  readonly hash: string;
  /** The last seal as it is printed, where the voucher's month is sealed. */
  readonly seal?: string;
}

/** What every voucher of a file is printed with. */
export interface VoucherSheetOptions {
  readonly collective: string;
  readonly fonts: FontFiles;
  /** Prints the specimen word across every slip: figures that are made up never pass for true ones. */
  readonly specimen: boolean;
}

// Two slips to an A4 page, cut in the middle: a village has an A4 printer, and half an A4 (A5) is a usual
// size of vouchers with covers of its own; 24 × 14 cm paper must be bought and fed by hand. In mm.
const SLIP_HEIGHT = 148.5;
const LEFT = 22;
const WIDTH = 170;
const RIGHT = LEFT + WIDTH;
const COLUMNS = [46, 30, 42, 26, 26] as const;
const GRID_TOP = 32;
const HEAD = 7.5;
const LINE = 8.4;
const PITCH = 3.7;
const SMALL_PITCH = 3.3;
const ROOM = LINE * 8;
const FOOT = GRID_TOP + HEAD + ROOM + LINE;
/** The highest line a slip has room for between what was brought and what is taken on. */
const HIGHEST = ROOM - 2 * LINE;
/** Room above and below the text of a line. */
const AIR = 1.8;

const STYLES = {
  title: { face: 'serifBold', size: 18 },
  small: { face: 'sans', size: 9 },
  head: { face: 'sansBold', size: 9 },
  text: { face: 'serif', size: 9 },
  long: { face: 'serif', size: 8 },
  amount: { face: 'sans', size: 9.5 },
  bold: { face: 'sansBold', size: 9.5 },
  proof: { face: 'sans', size: 6.5 },
} as const satisfies Record<string, TextStyle>;

interface Drawing {
  readonly paper: Paper;
  readonly say: SayVoucher;
  readonly options: VoucherSheetOptions;
  /** The upper edge of the slip on its page, in mm. */
  readonly top: number;
}

/**
 * Prints vouchers, two slips to an A4 page; a voucher of many lines goes on with 承前 and 过次页. The same
 * vouchers, fonts and words give the same bytes.
 * A character that no font has is a box with its code.
 */
export async function renderVouchers(
  vouchers: readonly PrintedVoucher[],
  options: VoucherSheetOptions,
): Promise<Buffer> {
  const say = voucherWords();
  const title = say('document', { collective: options.collective });
  const last = vouchers.at(-1)?.postedOn ?? '1970-01-01';
  const createdAt = new Date(`${last}T00:00:00+08:00`);
  const info = { title, author: options.collective, subject: title, createdAt, rare: 'boxed' } as const;
  const paper = new Paper(options.fonts, info);
  let slipsDrawn = 0;
  for (const voucher of vouchers) {
    const slips = laySlips(voucher.lines, (line) => heightOf(paper, line), { room: ROOM, plain: LINE });
    slips.forEach((slip, index) => {
      const isUpper = slipsDrawn % 2 === 0;
      if (isUpper) {
        paper.addPage();
        drawCut(paper);
      }
      const drawing = { paper, say, options, top: isUpper ? 0 : SLIP_HEIGHT };
      if (options.specimen) paper.watermark(say('specimen'), 110, drawing.top + SLIP_HEIGHT / 2);
      drawHead(drawing, voucher, { number: index + 1, of: slips.length });
      drawGrid(drawing, voucher, slip);
      drawFoot(drawing, voucher);
      slipsDrawn += 1;
    });
  }
  if (slipsDrawn === 0) paper.addPage();
  return paper.finish();
}

/** Where the page is cut: two short rules at its edges. */
function drawCut(paper: Paper): void {
  for (const x of [6, 198]) paper.rule(x, SLIP_HEIGHT, { width: 6, weight: 0.35, grey: 0.5 });
}

function drawHead(
  { paper, say, options, top }: Drawing,
  voucher: PrintedVoucher,
  part: { readonly number: number; readonly of: number },
): void {
  const middle = LEFT + WIDTH / 2;
  const title = runs([...say('title')].join(' '), STYLES.title);
  const half = paper.width(title) / 2 + 4;
  paper.text(title, { x: middle, y: top + 17, align: 'centre' });
  paper.rule(middle - half, top + 19.4, { width: half * 2, weight: 0.5 });
  paper.rule(middle - half, top + 20.2, { width: half * 2, weight: 0.5 });
  const [year = '', month = '', day = ''] = voucher.postedOn.split('-');
  const date = say('head.date', { year, month: Number(month), day: Number(day) });
  const pages = part.of === 1 ? '' : ` ${say('head.part', { page: part.number, pages: part.of })}`;
  const number = `${say('head.number', { number: voucher.number })}${pages}`;
  const y = top + GRID_TOP - 2.6;
  const named = runs(say('head.unit', { collective: options.collective }), STYLES.small);
  const [unit = []] = paper.wrap(named, 66).map((line) => line.runs);
  paper.text(unit, { x: LEFT, y });
  paper.text(runs(date, STYLES.small), { x: middle, y, align: 'centre' });
  paper.text(runs(number, STYLES.small), { x: RIGHT, y, align: 'right' });
  paper.text(runs(say('head.money'), STYLES.proof), { x: RIGHT, y: y - 4.4, align: 'right' });
}

function drawGrid(drawing: Drawing, voucher: PrintedVoucher, slip: Slip): void {
  const { paper, say, top } = drawing;
  const gridTop = top + GRID_TOP;
  const words = [
    'headings.summary',
    'headings.account',
    'headings.detail',
    'headings.debit',
    'headings.credit',
  ] as const;
  words.forEach((word, column) => {
    const x = leftOf(column) + (COLUMNS[column] ?? 0) / 2;
    paper.text(runs(say(word), STYLES.head), { x, y: gridTop + 5, align: 'centre' });
  });
  paper.frame(LEFT, gridTop, { width: WIDTH, height: HEAD + ROOM + LINE, weight: 1 });
  paper.rule(LEFT, gridTop + HEAD, { width: WIDTH, weight: 0.7 });
  for (let column = 1; column < COLUMNS.length; column += 1) {
    const height = HEAD + ROOM + (column < 3 ? 0 : LINE);
    paper.upright(leftOf(column), gridTop, { height, weight: 0.5 });
  }
  let y = gridTop + HEAD;
  const put = (line: PrintedLine, height: number, style: TextStyle): void => {
    drawLine(drawing, line, { y, height, style });
    y += height;
    paper.rule(LEFT, y, { width: WIDTH, weight: 0.35 });
  };
  if (slip.carried !== undefined) put(sumLine(say('totals.carried'), slip.carried), LINE, STYLES.bold);
  for (const line of slip.lines) put(line, heightOf(paper, line), STYLES.amount);
  const bottom = gridTop + HEAD + ROOM;
  const taken = slip.forward === undefined ? 0 : LINE;
  while (y + LINE <= bottom - taken + 0.01) put(sumLine('', { debit: 0n, credit: 0n }), LINE, STYLES.amount);
  if (slip.forward !== undefined) {
    y = bottom - LINE;
    paper.rule(LEFT, y, { width: WIDTH, weight: 0.35 });
    put(sumLine(say('totals.forward'), slip.forward), LINE, STYLES.bold);
  } else drawTotal(drawing, voucher);
  paper.rule(LEFT, bottom, { width: WIDTH, weight: 0.7 });
}

function drawTotal({ paper, say, top }: Drawing, voucher: PrintedVoucher): void {
  const total = sumFen(voucher.lines.map(({ debit }) => debit));
  const y = top + FOOT - 2.9;
  const capitals = say('totals.capitals', { figures: capitalFigures(total) });
  const room = COLUMNS[0] + COLUMNS[1] + COLUMNS[2] - 3;
  const lines = paper.wrap(runs(capitals, STYLES.bold), room);
  lines.forEach(({ runs: line }, index) =>
    paper.text(line, { x: LEFT + 1.5, y: y - (lines.length - 1 - 2 * index) * (PITCH / 2) }),
  );
  for (const column of [3, 4]) {
    const x = leftOf(column) + (COLUMNS[column] ?? 0) - 1.5;
    paper.text(amountRuns(paper, total, STYLES.bold), { x, y, align: 'right' });
  }
}

function drawLine(
  { paper }: Drawing,
  line: PrintedLine,
  place: { readonly y: number; readonly height: number; readonly style: TextStyle },
): void {
  const { y, height, style } = place;
  const texts = [line.summary, line.account, line.detail];
  texts.forEach((text, column) => {
    const { rows, pitch } = setIn(paper, text, column);
    const first = y + (height - rows.length * pitch) / 2 + 3;
    rows.forEach((row, index) => paper.text(row.runs, { x: leftOf(column) + 1.5, y: first + index * pitch }));
  });
  const middle = y + height / 2 + 1.3;
  [line.debit, line.credit].forEach((amount, side) => {
    if (amount === 0n) return;
    const x = leftOf(3 + side) + (COLUMNS[3 + side] ?? 0) - 1.5;
    paper.text(amountRuns(paper, amount, style), { x, y: middle, align: 'right' });
  });
}

/** Attachments stand upright beside the grid, as on the printed form; the hands and the proof below it. */
function drawFoot({ paper, say, top }: Drawing, voucher: PrintedVoucher): void {
  const [before = '', after = ''] = say('attachments', { count: '|' }).split('|');
  const signs = [...before, String(voucher.attachments), ...after];
  signs.forEach((sign, index) =>
    paper.text(runs(sign, STYLES.small), {
      x: RIGHT + 5,
      y: top + GRID_TOP + 26 + index * 6,
      align: 'centre',
    }),
  );
  const { prepared, reviewed = '', cashier = '', posted } = voucher.hands;
  const hands = [
    ['posted', posted],
    ['reviewed', reviewed],
    ['cashier', cashier],
    ['prepared', prepared],
  ] as const;
  hands.forEach(([word, name], index) => {
    const x = LEFT + (index * WIDTH) / 4;
    const [line = []] = paper
      .wrap(runs(`${say(`signatures.${word}`)}　${name}`, STYLES.small), WIDTH / 4 - 2)
      .map((row) => row.runs);
    paper.text(line, { x, y: top + FOOT + 6.5 });
  });
  const proof = say('footnotes.proof', { position: voucher.chainPosition, hash: voucher.hash.slice(0, 16) });
  paper.text(runs(proof, STYLES.proof), { x: LEFT, y: top + FOOT + 11.5 });
  if (voucher.seal === undefined) return;
  const seal = runs(say('footnotes.seal', { seal: voucher.seal }), STYLES.proof);
  paper.text(seal, { x: RIGHT, y: top + FOOT + 11.5, align: 'right' });
}

/** An amount that fits its column: one of ten thousand millions and more is set smaller. */
function amountRuns(paper: Paper, amount: Fen, style: TextStyle): TextRun[] {
  const usual = runs(yuanText(amount), style);
  const room = COLUMNS[3] - 2.4;
  const width = paper.width(usual);
  return width <= room ? usual : runs(yuanText(amount), { ...style, size: (style.size * room) / width });
}

function sumLine(summary: string, sums: { readonly debit: Fen; readonly credit: Fen }): PrintedLine {
  return { summary, account: '', detail: '', ...sums };
}

function heightOf(paper: Paper, line: PrintedLine): number {
  const heights = [line.summary, line.account, line.detail].map((text, column) => {
    const { rows, pitch } = setIn(paper, text, column);
    return rows.length * pitch + AIR;
  });
  return Math.max(LINE, ...heights);
}

/** The words of a cell in rows: smaller where they would not fit a slip. */
function setIn(paper: Paper, text: string, column: number): { rows: readonly TextLine[]; pitch: number } {
  if (text === '') return { rows: [], pitch: PITCH };
  const room = (COLUMNS[column] ?? 0) - 3;
  const rows = paper.wrap(runs(text, STYLES.text), room);
  if (rows.length * PITCH + AIR <= HIGHEST) return { rows, pitch: PITCH };
  return { rows: paper.wrap(runs(text, STYLES.long), room), pitch: SMALL_PITCH };
}

function leftOf(column: number): number {
  return LEFT + COLUMNS.slice(0, column).reduce((sum, width) => sum + width, 0);
}

function runs(text: string, style: TextStyle): TextRun[] {
  return [{ ...style, text: widePunctuation(text.replace(/[^\S\u3000]/gu, ' ')) }];
}
