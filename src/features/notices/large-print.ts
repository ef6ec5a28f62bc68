import { type DrawnNotice, assertFactsHold } from '../../domain/notices/published-facts';
import { enlargePdf } from '../../platform/pdf/enlarge-pdf';
import { notoFontFiles } from '../../platform/pdf/font-files';
import { Paper } from '../../platform/pdf/paper';
import { qrMatrix } from '../../platform/pdf/qr-matrix';
import type { Tag } from '../../platform/pdf/tag-tree';
import type { TextRun, TextStyle } from '../../platform/pdf/text-run';
import { inGroups } from '../../platform/text/printed-head';
import { type PublishedSheetOptions, runs } from './sheet-context';
import type { SheetHead } from './sheet-head';
import { specimenMark } from './sheet-rendering';
import type { Say } from './sheet-wording';
import { amountText } from './sheet-words';

/** A use as it stands in large print: its name and its amount alone. */
export interface LargeUse {
  readonly name: string;
  readonly amount: string;
}

/** What of a sheet stands beside it in large print: nothing that the sheet does not say. */
export interface LargePrint<Own extends string> {
  readonly say: Say<Own>;
  readonly head: SheetHead;
  readonly uses: readonly LargeUse[];
  readonly subject: string;
}

// Sizes are those of the A3 paper that hangs, in points and mm; it is drawn at A4 and enlarged.
const SMALLER = Math.SQRT1_2;
const LEFT = 22;
const RIGHT = 275;
const WIDTH = RIGHT - LEFT;
const MIDDLE = (LEFT + RIGHT) / 2;
const TOP = 30;
const FOOT = 408;
const QR_SIDE = 45;
/** From here on stands what is on every page: whom to call, the code. */
const PROOF_TOP = FOOT - 72;

const STYLES = {
  number: { face: 'sans', size: 18 },
  title: { face: 'serifBold', size: 40 },
  publicity: { face: 'sansBold', size: 32 },
  label: { face: 'sans', size: 32 },
  figure: { face: 'sansBold', size: 44 },
  use: { face: 'sans', size: 30 },
  amount: { face: 'sansBold', size: 30 },
  phone: { face: 'sansBold', size: 32 },
  code: { face: 'sansBold', size: 30 },
  digest: { face: 'sans', size: 11 },
} as const satisfies Record<string, TextStyle>;

/** A line of large print: how high it is and how it is drawn. */
interface Line {
  readonly height: number;
  readonly draw: (y: number) => void;
}

/**
 * Prints the companion of a sheet that hangs beside it, A3, to be read from afar: days, equation, uses, whom
 * to call; the same code and digest. Where the uses are too many for one paper they go on, never smaller.
 * @throws BrokenInvariant, DomainError as `renderSheet`
 */
export async function renderLargePrint<Own extends string>(
  notice: DrawnNotice,
  print: LargePrint<Own>,
  options: PublishedSheetOptions,
): Promise<Buffer> {
  assertFactsHold(notice);
  const paper = new Paper(options.fonts ?? notoFontFiles(), {
    title: print.head.titles.join(''),
    author: notice.heading.issuer,
    subject: print.subject,
    createdAt: new Date(`${notice.heading.issuedOn}T00:00:00+08:00`),
  });
  const large = new LargePaper(paper);
  const pages = pagesOf([
    ...titleLines(large, print.head),
    ...equationLines(large, print.head),
    ...print.uses.flatMap((use) => useLine(large, use)),
  ]);
  const mark = specimenMark(print.say, options.specimen);
  pages.forEach((lines, index) => {
    paper.addPage();
    if (mark !== undefined) paper.watermark(mark.text, mark.size);
    drawNumber(large, { notice, say: print.say, page: index + 1, pages: pages.length });
    let y = TOP;
    for (const { height, draw } of lines) {
      draw(y);
      y += height;
    }
    drawFoot(large, { notice, say: print.say, options });
  });
  return enlargePdf(await paper.finish());
}

/** A paper measured as the A3 that it becomes. */
class LargePaper {
  constructor(readonly paper: Paper) {}

  text(
    words: string,
    style: TextStyle,
    at: { x: number; y: number; align?: 'left' | 'centre' | 'right' },
  ): void {
    this.paper.text(this.runs(words, style), { ...at, x: at.x * SMALLER, y: at.y * SMALLER });
  }

  /** The words in lines that fit; an amount stays in one. */
  wrap(words: string, style: TextStyle, width: number): string[] {
    const lines = this.paper.wrap(this.runs(words, style), width * SMALLER);
    return lines.map((line) => line.runs.map(({ text }) => text).join(''));
  }

  widthOf(words: string, style: TextStyle): number {
    return this.paper.width(this.runs(words, style)) / SMALLER;
  }

  rule(y: number, weight: number): void {
    this.paper.rule(LEFT * SMALLER, y * SMALLER, { width: WIDTH * SMALLER, weight });
  }

  /** The lines as one part of what is read. */
  tagged(tag: Tag, lines: readonly Line[]): Line[] {
    return lines.map(({ height, draw }) => ({
      height,
      draw: (y) => this.paper.tagged(tag, () => draw(y)),
    }));
  }

  private runs(words: string, style: TextStyle): TextRun[] {
    return runs(words, { ...style, size: style.size * SMALLER });
  }
}

function pagesOf(lines: readonly Line[]): Line[][] {
  const pages: Line[][] = [[]];
  let y = TOP;
  for (const line of lines) {
    if (y + line.height > PROOF_TOP && pages.at(-1)?.length !== 0) {
      pages.push([]);
      y = TOP;
    }
    pages.at(-1)?.push(line);
    y += line.height;
  }
  return pages;
}

function titleLines(large: LargePaper, { titles, publicity }: SheetHead): Line[] {
  const whole = titles.join('');
  const parts = large.widthOf(whole, STYLES.title) <= WIDTH ? [whole] : titles;
  const centred = (words: string, style: TextStyle, height: number): Line[] =>
    large.wrap(words, style, WIDTH).map((line) => ({
      height,
      draw: (y) => large.text(line, style, { x: MIDDLE, y: y + height * 0.75, align: 'centre' }),
    }));
  return [
    ...large.tagged(
      { type: 'H1' },
      parts.flatMap((part) => centred(part, STYLES.title, 19)),
    ),
    ...large.tagged({ type: 'P' }, centred(publicity, STYLES.publicity, 16)),
  ];
}

/** Each term on a line: sign and name on the left, figure on the right; the result below a rule. */
function equationLines(large: LargePaper, { equation, adds, counts }: SheetHead): Line[] {
  const signs = ['', '+', adds === true ? '+' : '\u2212', '='];
  return equation.flatMap(({ label, amount }, place) => {
    const isResult = place === equation.length - 1;
    const figure = counts === true ? amount : amountText(amount);
    const sign = signs[place] ?? '';
    const room = WIDTH - 14 - large.widthOf(figure, STYLES.figure) - 4;
    const beside = large.widthOf(label, STYLES.label) <= room;
    const labels = beside ? [label] : large.wrap(label, STYLES.label, WIDTH - 14);
    const height = beside ? 21 : labels.length * 14 + 21;
    return [
      {
        height: height + (place === 0 ? 4 : 0),
        draw: (over: number) => {
          const y = over + (place === 0 ? 4 : 0);
          if (place === 0 || isResult) large.rule(y, isResult ? 2 : 1);
          large.text(sign, STYLES.figure, { x: LEFT, y: y + 16 });
          labels.forEach((line, at) =>
            large.text(line, STYLES.label, { x: LEFT + 14, y: y + 15.5 + at * 14 }),
          );
          large.text(figure, STYLES.figure, { x: RIGHT, y: y + height - 5, align: 'right' });
          if (isResult) large.rule(y + height, 1);
        },
      },
    ];
  });
}

function useLine(large: LargePaper, { name, amount }: LargeUse): Line[] {
  const room = WIDTH - large.widthOf(amount, STYLES.amount) - 6;
  const lines = large.wrap(name, STYLES.use, room);
  const height = lines.length * 13 + 3;
  return [
    {
      height,
      draw: (y) => {
        lines.forEach((line, at) => large.text(line, STYLES.use, { x: LEFT, y: y + 11 + at * 13 }));
        large.text(amount, STYLES.amount, { x: RIGHT, y: y + 11, align: 'right' });
      },
    },
  ];
}

function drawNumber(
  large: LargePaper,
  told: { readonly notice: DrawnNotice; readonly say: Say; readonly page: number; readonly pages: number },
): void {
  const { notice, say, page, pages } = told;
  if (!('number' in notice.heading)) return;
  large.text(say('heading.number', notice.heading.number), STYLES.number, { x: LEFT, y: 24 });
  const right = say(pages === 1 ? 'heading.pages' : 'heading.page', { page, pages });
  large.text(right, STYLES.number, { x: RIGHT, y: 24, align: 'right' });
}

/** Whom to call, that the rest hangs beside, and what proves it: of every page the same. */
function drawFoot(
  large: LargePaper,
  told: { readonly notice: DrawnNotice; readonly say: Say; readonly options: PublishedSheetOptions },
): void {
  const { notice, say, options } = told;
  const matrix = qrMatrix(options.url);
  const cell = QR_SIDE / matrix.size;
  const top = FOOT - QR_SIDE;
  const squares = matrix.stretches.map(({ row, column, length }) => ({
    ...{ x: (LEFT + column * cell) * SMALLER, y: (top + row * cell) * SMALLER },
    width: length * cell * SMALLER,
  }));
  large.paper.tagged({ type: 'Figure', alt: options.url }, () =>
    large.paper.squares(squares, cell * SMALLER),
  );
  large.rule(PROOF_TOP + 3, 1);
  const phones = [...new Set(notice.contacts.offices.map(({ phone }) => phone))];
  const [phone = ''] = phones;
  large.text(say('large.phone', { phone }), STYLES.phone, { x: LEFT, y: PROOF_TOP + 16 });
  const x = LEFT + QR_SIDE + 8;
  large.text(say('large.beside'), STYLES.phone, { x, y: top + 10 });
  large.text(options.shortCode, STYLES.code, { x, y: top + 25 });
  const digest = inGroups(options.digest).split(' ');
  const half = Math.ceil(digest.length / 2);
  [digest.slice(0, half), digest.slice(half)].forEach((part, at) =>
    large.text(part.join(' '), STYLES.digest, { x, y: FOOT - 8 + at * 6 }),
  );
}
