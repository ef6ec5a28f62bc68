import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';

/** More papers than this hang on no voucher. */
const MOST_ATTACHMENTS = 999;

/**
 * How many papers hang on a voucher of a step at least: the slip, bill, bank advice, list or decision that it
 * was written from. Counted as this one where nothing is said.
 */
export const PAPERS_AT_LEAST = 1;

/**
 * Reads how many source documents are attached to a voucher; what is no number from the least to 999 joins
 * the problems as `voucher.attachmentCount` (facts min, max).
 * @param typed nothing typed counts as the least
 * @param least 0 for a voucher that may stand without any paper
 */
export function readAttachments(
  typed: string | undefined,
  least: 0 | typeof PAPERS_AT_LEAST,
  problems: Problem[],
): number {
  const text = halfWidth(typed ?? '').trim();
  if (text === '') return least;
  const count = /^\d{1,4}$/.test(text) ? Number(text) : undefined;
  if (count !== undefined && count >= least && count <= MOST_ATTACHMENTS) return count;
  const facts = { min: least, max: MOST_ATTACHMENTS };
  problems.push({ code: 'voucher.attachmentCount', field: 'attachments', value: text, facts });
  return least;
}
