import type { TextRun } from '../../platform/pdf/text-run';
import type { NoticeClauses } from '../../domain/notices/distribution-notice';
import { AREA, type Block, runs, type SheetContext, STYLES } from './distribution-sheet-context';
import type { Say } from './distribution-sheet-wording';
import { dayText } from './distribution-sheet-words';

const PITCH = 4.39;

/**
 * The clauses the uses stand on, word for word with the marks of the rows, one block per line so that it
 * can run over a page.
 */
export function basisLines({ paper, say, notice }: SheetContext): Block[] {
  const lines = paper.wrap(basisRuns({ say, notice }), AREA.width);
  const first = 4.9;
  return lines.map((line, index) => {
    const height = index === 0 ? first : PITCH;
    return {
      height,
      draw: (top) =>
        paper.text(line.runs, {
          x: AREA.left,
          y: top + height,
          ...(line.last ? {} : { stretchTo: AREA.width }),
        }),
    };
  });
}

function basisRuns({ say, notice }: Pick<SheetContext, 'say' | 'notice'>): TextRun[] {
  const { clauses, uses } = notice;
  const marks = [...say('marks')];
  const quotes = clauses.quotes.map(({ document, item, pieces, paraphrased }) => {
    const text = pieces.map(
      (piece) => `${piece.mark === undefined ? '' : (marks[piece.mark - 1] ?? '')}${piece.text}`,
    );
    return say(paraphrased ? 'basis.paraphrase' : 'basis.quote', { document, item, text: text.join('') });
  });
  const reasons = clauses.writtenReasons.map((reason) => say('basis.reason', { reason }));
  const confirmed = clauses.confirmed === undefined ? [] : [confirmedText(clauses.confirmed, say)];
  const card = uses.paidByCardOnly ? [say('basis.by-card')] : [];
  const text = [...quotes, ...confirmed, ...reasons, ...card].join('');
  return [...runs(say('basis.heading'), STYLES.noteBold), ...runs(`\u3000${text}`, STYLES.note)];
}

/** Which office said that the document still holds, when and for how long, and on what paper. */
function confirmedText(
  { office, on, until, paper }: NonNullable<NoticeClauses['confirmed']>,
  say: Say,
): string {
  return say('basis.confirmed', { office, on: dayText(on, say), until: dayText(until, say), paper });
}
