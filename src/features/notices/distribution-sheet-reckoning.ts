import { toldFigure } from '../../domain/notices/notice-reckoning';
import { tellFigure, tellNumber } from '../../glossary/reckoning-words';
import type { TextRun } from '../../platform/pdf/text-run';
import type { DistributionContext } from './distribution-sheet-wording';
import { AREA, type Block, runs, STYLES } from './sheet-context';
import { headingBlock, WHOLE } from './sheet-table';

const PITCH = 5.3;
const GAP = 2.1;

/**
 * How each figure of the sheet came about, and who gave the numbers that the document leaves open, one
 * block per line so that it can run over a page. A sheet that keeps neither has none.
 */
export function reckoningLines(context: DistributionContext): Block[] {
  const { notice } = context;
  const { reckoning = [], numbers = [] } = notice;
  const decision = notice.kind === 'distribution' ? notice.decision : undefined;
  const figures = reckoning.map((figure) => tellFigure(toldFigure(figure)));
  const told = numbers.map((number) => tellNumber(number, decision));
  return [
    ...part(
      context,
      'reckoning.heading',
      figures.map(({ name, amount, how }) => [name, amount, how]),
    ),
    ...part(
      context,
      'reckoning.numbers',
      told.map(({ title, paper }) => [title, '', paper]),
    ),
  ];
}

type Paragraph = readonly [name: string, amount: string, text: string];

function part(
  context: DistributionContext,
  heading: 'reckoning.heading' | 'reckoning.numbers',
  paragraphs: readonly Paragraph[],
): Block[] {
  if (paragraphs.length === 0) return [];
  const lines = paragraphs.flatMap((paragraph) => paragraphLines(context, paragraph));
  return [headingBlock(context, context.say(heading), WHOLE), ...lines];
}

function paragraphLines({ paper, say }: DistributionContext, [name, amount, text]: Paragraph): Block[] {
  const figure = { name, amount: amount === '' ? undefined : amount };
  const words: TextRun[] = [
    ...runs(say('reckoning.figure', figure), STYLES.amountBold),
    ...runs(`\u3000${text}`, STYLES.item),
  ];
  const tag = { type: 'P' } as const;
  return paper.wrap(words, AREA.width).map((line, index) => {
    const above = index === 0 ? GAP : 0;
    return {
      height: above + PITCH,
      tag,
      draw: (top) => paper.text(line.runs, { x: AREA.left, y: top + above + PITCH - 1.4 }),
    };
  });
}
