import type { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import type { BookLine } from '../ledger/book-lines.service';

/** The lines of vouchers of one kind about earlier years that stand: neither reversals nor reversed. */
export function standingOf(
  kind: (typeof PRIOR_YEAR)[keyof typeof PRIOR_YEAR],
  lines: readonly BookLine[],
): BookLine[] {
  const taken = new Set(lines.flatMap(({ reversesId }) => reversesId ?? []));
  return lines.filter(
    ({ sourceKind, reversesId, entryId }) =>
      sourceKind === kind && reversesId === undefined && !taken.has(entryId),
  );
}
