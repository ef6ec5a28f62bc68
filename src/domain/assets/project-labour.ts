import type { CalendarDay } from '../calendar/calendar-day';
import type { CheckedEntry, Findings } from '../ledger/check-pass';
import { placeOf } from '../ledger/check-pass';
import type { Pool } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';

/**
 * Labour of a small public work that builds an asset: it was granted out of a pool, and is part of what the
 * asset cost. Source: product decision "Books" (Dr 153 / Cr 213).
 */
export interface ProjectLabour {
  readonly entryId: string;
  readonly pool: Pool;
  readonly happenedOn: CalendarDay;
  readonly amount: Fen;
}

/** What labour cost each pool that paid it, in the order in which the pools first paid. */
export function labourByPool(
  labour: readonly ProjectLabour[],
): readonly { readonly pool: Pool; readonly amount: Fen }[] {
  const pools = [...new Set(labour.map(({ pool }) => pool))];
  return pools.map((pool) => ({
    pool,
    amount: sumFen(labour.filter((each) => each.pool === pool).map(({ amount }) => amount)),
  }));
}

/**
 * Refuses what would change the labour of a work that was accepted: the asset stands in the books with it.
 * @throws DomainError `construction.accepted`
 */
export function requireOpenProject({ acceptedOn }: { readonly acceptedOn?: CalendarDay | undefined }): void {
  if (acceptedOn !== undefined) throw new DomainError('construction.accepted', { day: acceptedOn });
}

/**
 * Holds labour that is kept of a project against the voucher that owes it: of its day, and so much of its
 * pool under construction; what a grant puts under construction is labour of some project. Codes
 * `check.projectLabourDiffers`.
 */
export function checkProjectLabour(
  entry: CheckedEntry,
  of: { readonly kept: readonly ProjectLabour[]; readonly construction: string | undefined },
  findings: Findings,
): void {
  const isOwn = entry.source.kind === 'grant' && entry.reversesId === undefined;
  const lines = entry.postings.filter(
    (line) => isOwn && line.ledgerAccount === of.construction && line.side === 'debit',
  );
  if (lines.length === 0 && of.kept.length === 0) return;
  findings.looked += 1;
  const [line, kept] = [lines[0], of.kept[0]];
  const isSame = line?.pool === kept?.pool && line?.amount === kept?.amount;
  if (isSame && entry.postedOn === kept?.happenedOn && lines.length === 1 && of.kept.length === 1) return;
  const sum = (of_: readonly { amount: Fen }[]): string => String(sumFen(of_.map(({ amount }) => amount)));
  const facts = { keptFen: sum(of.kept), foundFen: sum(lines) };
  findings.add('check.projectLabourDiffers', placeOf(entry), facts);
}
