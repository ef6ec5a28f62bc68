import type { Posting, Stream } from './journal-entry';
import { PRIOR_YEAR } from './surplus-movements';

/**
 * What shows that an entry happened, by the word of its source: a receipt that touches neither cash nor bank
 * is paid by money that came before, so no bank slip shows it; subsidy that is given up is cut by a notice,
 * the last of a fee by the bank's slip. Source: product decision, every voucher names its paper.
 */
export function paperOf(
  entry: {
    readonly source: { readonly kind: string };
    readonly postings: readonly Pick<Posting, 'stream'>[];
  },
  movesMoney: boolean,
): string {
  const { kind } = entry.source;
  if (kind === 'receipt') return movesMoney ? kind : 'offset';
  if (kind !== PRIOR_YEAR.subsidyCut) return kind;
  const givesUp = (stream: Stream): boolean => entry.postings.some((posting) => posting.stream === stream);
  if (!givesUp('energy')) return kind;
  return givesUp('subsidy') ? 'subsidyAndFeeCut' : 'feeCut';
}
