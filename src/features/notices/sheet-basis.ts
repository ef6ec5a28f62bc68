import type { NoticeClauses, SampleNotice } from '../../domain/notices/distribution-notice';
import type { PlanFacts } from '../../domain/notices/published-facts';
import { quotedWithin } from '../../platform/text/quoted-within';
import type { Block, SheetContext } from './sheet-context';
import { noteLines } from './sheet-table';
import type { Say } from './sheet-wording';
import { dayText } from './sheet-words';

/**
 * The clauses the uses stand on, word for word with the marks of the rows, one block per line so that it
 * can run over a page; none of a sheet that is no plan's.
 */
export function basisLines(context: SheetContext): Block[] {
  const { say, notice } = context;
  if (!('clauses' in notice)) return [];
  const text = basisText(notice, say);
  return noteLines(context, { heading: say('basis.heading'), text, above: 0.51 });
}

function basisText(notice: PlanFacts | SampleNotice, say: Say): string {
  const { clauses } = notice;
  const quotes = clauses.quotes.map((quote) => quoteText(quote, say));
  const reasons = clauses.writtenReasons.map((reason) => say('basis.reason', { reason }));
  const confirmed = clauses.confirmed === undefined ? [] : [confirmedText(clauses.confirmed, say)];
  const byCard = notice.kind !== 'yearly-use-plan' && notice.uses.paidByCardOnly;
  return [...quotes, ...confirmed, ...reasons, ...(byCard ? [say('basis.by-card')] : [])].join('');
}

/** A clause with its document, word for word or, where nobody saw it, what it says. */
export function quoteText(
  { document, item, pieces, paraphrased }: NoticeClauses['quotes'][number],
  say: Say,
): string {
  const marks = [...say('marks')];
  const text = pieces.map(
    (piece) => `${piece.mark === undefined ? '' : (marks[piece.mark - 1] ?? '')}${piece.text}`,
  );
  const whole = text.join('');
  if (paraphrased) return say('basis.paraphrase', { document, item, text: whole });
  return say('basis.quote', { document, item, text: quotedWithin(whole) });
}

/** Which office said that the document still holds, when and for how long, and on what paper. */
function confirmedText(
  { office, on, until, paper }: NonNullable<NoticeClauses['confirmed']>,
  say: Say,
): string {
  return say('basis.confirmed', { office, on: dayText(on, say), until: dayText(until, say), paper });
}
