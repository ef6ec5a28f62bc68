import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';

/** More papers than this hang on no voucher. */
const MOST_ATTACHMENTS = 999;

/**
 * Reads how many source documents are attached to a voucher, 0 to 999; what is no such number joins the
 * problems as `voucher.attachmentCount`.
 * @param usual how many papers there are where nothing is typed: a bill is one, a note of one's own is none
 */
export function readAttachments(text: string, usual: number, problems: Problem[]): number {
  const typed = halfWidth(text).trim();
  if (typed === '') return usual;
  const count = /^\d{1,4}$/.test(typed) ? Number(typed) : undefined;
  if (count !== undefined && count <= MOST_ATTACHMENTS) return count;
  const facts = { max: MOST_ATTACHMENTS };
  problems.push({ code: 'voucher.attachmentCount', field: 'attachments', value: text, facts });
  return usual;
}
