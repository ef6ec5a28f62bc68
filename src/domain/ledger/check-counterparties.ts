import { type CheckedEntry, type Findings, placeOf } from './check-pass';
import { isCounterpartyId } from './counterparty';

/** The ids of counterparties that the lines of entries hold; the grid is a word, older books hold names. */
export function namedIds(entries: readonly CheckedEntry[]): string[] {
  const named = entries.flatMap((entry) => entry.postings.flatMap((line) => line.counterparty ?? []));
  return [...new Set(named)].filter(isCounterpartyId);
}

/** Whom a line names by id stands in the register, or nobody can say any more whose money it was. */
export function checkCounterparties(
  entry: CheckedEntry,
  registered: ReadonlySet<string>,
  findings: Findings,
): void {
  for (const counterparty of namedIds([entry])) {
    findings.looked += 1;
    if (registered.has(counterparty)) continue;
    findings.add('check.counterpartyMissing', placeOf(entry), { counterparty });
  }
}
