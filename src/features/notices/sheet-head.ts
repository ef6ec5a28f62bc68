import { AREA, type Block, runs, type SheetContext, STYLES } from './sheet-context';
import { amountText } from './sheet-words';
import type { FenText } from '../../domain/notices/distribution-notice';
import { type DrawnNotice, isSample } from '../../domain/notices/published-facts';
import { shapeOf } from '../../domain/notices/report-sheets';
import type { TextRun } from '../../platform/pdf/text-run';

/** What the head of a sheet says. */
export interface SheetHead {
  readonly titles: readonly [village: string, subject: string];
  /** How long it hangs. */
  readonly publicity: string;
  /** Two sentences: what it shows, and who decided. */
  readonly lead: string;
  /** The first + the second − the third = the last. */
  readonly equation: readonly { readonly label: string; readonly amount: FenText }[];
  /** Where all three are added. */
  readonly adds?: true | undefined;
  /** Where they are numbers of something and no money. */
  readonly counts?: true | undefined;
}

const MIDDLE = AREA.left + AREA.width / 2;
const NUMBER_Y = 31.4;
const NUMBER_PITCH = 4.2;
/** Nearer to what stands at the right, a long number goes to a line of its own above it, in mm. */
const NUMBER_GAP = 4;
const TITLE_Y = 44.8;
const TITLE_PITCH = 9.6;

/** The line at the very top of every page: number left; version, pages and unit right. */
export function drawNumberLine(
  context: SheetContext,
  page: { readonly number: number; readonly of: number },
): void {
  const { paper, say, notice } = context;
  const pages = say(page.of === 1 ? 'heading.pages' : 'heading.page', { page: page.number, pages: page.of });
  const version = isSample(notice) ? [] : [say('heading.version', { version: notice.heading.version })];
  const unit = isCounted(notice) ? [] : [say('heading.unit')];
  const right = [...version, pages, ...unit].join('\u3000');
  const numberRuns = isSample(notice)
    ? runs(say('sample.top'), STYLES.sample)
    : runs(say('heading.number', notice.heading.number), STYLES.small);
  const rightRuns = runs(right, STYLES.small);
  const beside = paper.width(numberRuns) + paper.width(rightRuns) + NUMBER_GAP <= AREA.width;
  const lines = paper.wrap(numberRuns, AREA.width);
  const lowest = beside ? NUMBER_Y : NUMBER_Y - NUMBER_PITCH;
  lines.forEach((line, index) =>
    paper.text(line.runs, { x: AREA.left, y: lowest - (lines.length - 1 - index) * NUMBER_PITCH }),
  );
  paper.text(rightRuns, { x: AREA.right, y: NUMBER_Y, align: 'right' });
}

/** Whether the sums of a sheet are no money. */
function isCounted({ heading }: DrawnNotice): boolean {
  return 'sheet' in heading && shapeOf(heading.sheet)?.counts === true;
}

/**
 * The title of a page that goes on from the one before; its height is counted from the upper edge of the
 * paper.
 */
export function continuedHead({ paper, say }: SheetContext, { titles }: SheetHead): Block {
  const title = say('title.continued', { title: titles.join('') });
  const lines = paper.wrap(runs(title, STYLES.publicity), AREA.width);
  const lowest = 40.5 + (lines.length - 1) * 6;
  return {
    height: lowest + 4,
    tag: 'repeated',
    draw: () =>
      lines.forEach((line, index) =>
        paper.text(line.runs, { x: MIDDLE, y: 40.5 + index * 6, align: 'centre' }),
      ),
  };
}

/**
 * The head of the first page: title, days of publicity, two sentences, and the equation; height from the
 * paper's edge.
 */
export function firstHead(context: SheetContext, head: SheetHead): Block {
  const { paper, tight } = context;
  const titles = titleLines(context, head);
  const publicityY = TITLE_Y + (titles.length - 1) * TITLE_PITCH + 8.2;
  const lead = paper.wrap(runs(head.lead, STYLES.lead), AREA.width, 2 * EM_12);
  const leadY = publicityY + 7.7;
  const frameTop = leadY + (lead.length - 1) * 6.4 + 4.3 - Math.max(0, tight) * 0.5;
  const equation = equationBlock(context, head);
  return {
    height: frameTop + equation.height,
    draw: () => {
      paper.tagged({ type: 'H1' }, () =>
        titles.forEach((line, index) =>
          paper.text(line, { x: MIDDLE, y: TITLE_Y + index * TITLE_PITCH, align: 'centre' }),
        ),
      );
      const publicity = runs(head.publicity, STYLES.publicity);
      paper.text(publicity, { x: MIDDLE, y: publicityY, align: 'centre' });
      paper.tagged({ type: 'P' }, () =>
        lead.forEach((line, index) => {
          const indent = index === 0 ? 2 * EM_12 : 0;
          paper.text(line.runs, {
            x: AREA.left + indent,
            y: leadY + index * 6.4,
            ...(line.last ? {} : { stretchTo: AREA.width - indent }),
          });
        }),
      );
      paper.tagged({ type: 'P' }, () => equation.draw(frameTop));
    },
  };
}

const EM_12 = (12 * 25.4) / 72;

/** The title in one line, or broken after the village's name where it is too long; never smaller. */
function titleLines({ paper }: SheetContext, { titles: parts }: SheetHead): (readonly TextRun[])[] {
  const whole = runs(parts.join(''), STYLES.title);
  if (paper.width(whole) <= AREA.width) return [whole];
  return parts.flatMap((part) => paper.wrap(runs(part, STYLES.title), AREA.width).map((line) => line.runs));
}

interface Term {
  readonly label: readonly TextRun[];
  readonly figure: readonly TextRun[];
  readonly width: number;
  readonly result: boolean;
}

/**
 * The equation in its frame; where the figures are too long for one line the result gets a line of its own.
 */
function equationBlock(context: SheetContext, head: SheetHead): Block {
  const { paper } = context;
  const terms = equationTerms(context, head);
  const inner = AREA.width - 2 * FRAME_PADDING;
  const operators = ['+', head.adds === true ? '+' : '\u2212', '='].map((sign) =>
    runs(sign, { face: 'sans', size: 20 }),
  );
  const signWidth = paper.width(operators[0] ?? []);
  const needed = terms.reduce((sum, { width }) => sum + width, 0) + 3 * signWidth;
  const gap = (inner - needed) / 6;
  const oneLine = gap >= 1.2;
  const height = oneLine ? 16.1 : STACKED.height;
  return {
    height,
    draw: (top) => {
      paper.frame(AREA.left, top, { width: AREA.width, height, weight: 1.2 });
      let x = AREA.left + FRAME_PADDING;
      const spread = oneLine ? gap : (inner - needed + (terms.at(-1)?.width ?? 0) + signWidth) / 4;
      terms.forEach((term, index) => {
        const below = term.result && !oneLine;
        const y = top + (below ? STACKED.resultY : 13.4);
        const middle = below ? MIDDLE : x + term.width / 2;
        drawTerm(context, term, { middle, y });
        const sign = operators[index] ?? [];
        if (index === 2 && !oneLine) {
          paper.text(sign, {
            x: MIDDLE - (terms.at(-1)?.width ?? 0) / 2 - 8,
            y: top + STACKED.resultY,
            align: 'centre',
          });
        } else if (index < 3) {
          paper.text(sign, { x: x + term.width + spread + signWidth / 2, y: y + 0.4, align: 'centre' });
        }
        x += term.width + 2 * spread + signWidth;
      });
    },
  };
}

const FRAME_PADDING = 4.5;
const STACKED = { height: 30, resultY: 27.2 } as const;

function equationTerms({ paper }: SheetContext, { equation, counts }: SheetHead): Term[] {
  return equation.map(({ label: said, amount }, index) => {
    const result = index === equation.length - 1;
    const label = runs(said, { face: 'sans', size: 10.5 });
    const figure = runs(counts === true ? amount : amountText(amount), {
      face: 'sansBold',
      size: result ? 22 : 16,
    });
    return { label, figure, result, width: Math.max(paper.width(label), paper.width(figure)) };
  });
}

function drawTerm(
  { paper }: SheetContext,
  term: Term,
  at: { readonly middle: number; readonly y: number },
): void {
  const labelY = at.y - (term.result ? 8.7 : 6.8);
  paper.text(term.label, { x: at.middle, y: labelY, align: 'centre' });
  paper.text(term.figure, { x: at.middle, y: at.y, align: 'centre' });
}
