import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';
import { headingIn, type TextRow } from '../shared/table-headings';
import type { PayResultWords } from './pay-results';

/** Another list of the village: how the bank knows its payments, and which answers were taken for it. */
export interface OtherList {
  /** The words that the bank was given with each payment. */
  readonly memo: string;
  /** Digests of the files. */
  readonly answers: readonly string[];
}

/**
 * A bank's answer that belongs to another list. The same people get the same sums month after month, so
 * accounts and amounts do not tell one list's answer from another's: the bytes do, and what the bank repeats
 * of the words that it was given with each payment.
 * Codes: `payResult.takenForOther` at `file`, `payResult.memoOfOther` by `row.<row>.memo`.
 */
export function otherListProblems(
  { rows, digest }: { readonly rows: readonly TextRow[]; readonly digest: string },
  others: readonly OtherList[],
  { columns }: Pick<PayResultWords, 'columns'>,
): Problem[] {
  const taken = others.find(({ answers }) => answers.includes(digest));
  if (taken !== undefined) {
    return [{ code: 'payResult.takenForOther', field: 'file', facts: { list: taken.memo } }];
  }
  const heading = headingIn(rows, [
    { part: 'account', words: columns.account, needed: true },
    { part: 'memo', words: columns.memo, needed: true },
  ]);
  const place = heading?.places.get('memo');
  if (heading === undefined || place === undefined) return [];
  const memos = new Map(others.map(({ memo }) => [plain(memo), memo]));
  return rows.flatMap(({ number, cells }) => {
    const list = number > heading.row ? memos.get(plain(cells[place] ?? '')) : undefined;
    if (list === undefined) return [];
    return [{ code: 'payResult.memoOfOther', field: `row.${String(number)}.memo`, facts: { list } }];
  });
}

/** Banks print words in their own widths and with blanks of their own. */
function plain(text: string): string {
  return halfWidth(text).replace(/\s/g, '');
}
