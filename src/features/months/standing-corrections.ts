import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import type { BookLine } from '../ledger/book-lines.service';

/** The lines of corrections that stand: neither reversals nor reversed. */
export function standingCorrections(lines: readonly BookLine[]): BookLine[] {
  const taken = new Set(lines.flatMap(({ reversesId }) => reversesId ?? []));
  return lines.filter(
    ({ sourceKind, reversesId, entryId }) =>
      sourceKind === PRIOR_YEAR.correction && reversesId === undefined && !taken.has(entryId),
  );
}
