import type { AccountRoles } from '../ledger/chart';
import { checkParts } from '../ledger/check-facts';
import { type CheckedEntry, type Findings, placeOf } from '../ledger/check-pass';
import type { Posting } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import type { ProjectAct, ProjectEvent } from './construction';

/** The source of a voucher of a project of construction. */
export const CONSTRUCTION = 'construction';

/** What the lines of an act's voucher say of it. */
function toldByLines(
  act: ProjectAct,
  postings: readonly Posting[],
  roles: AccountRoles | undefined,
): Pick<ProjectEvent, 'amount' | 'kept'> {
  const on = (account: string | undefined): Fen =>
    sumFen(postings.filter((each) => each.ledgerAccount === account).map((each) => each.amount));
  if (act === 'acceptance') return { amount: on(roles?.fixedAssets), kept: on(roles?.reserve) };
  if (act === 'fund') return { amount: on(roles?.bank), kept: on(roles?.reserve) };
  return { amount: on(roles?.bank), kept: act === 'stage' ? on(roles?.payable) : 0n };
}

/** Holds what is kept of an act on a project against its voucher; any other entry has nothing kept. */
export function checkProject(
  entry: CheckedEntry,
  of: { readonly kept: readonly ProjectEvent[]; readonly roles: AccountRoles | undefined },
  findings: Findings,
): void {
  const { kept, roles } = of;
  const isOwn = entry.source.kind === CONSTRUCTION && entry.reversesId === undefined;
  if (!isOwn && kept.length === 0) return;
  findings.looked += 1;
  if (!isOwn || kept.length !== 1) {
    findings.add('check.projectDiffers', placeOf(entry), { count: kept.length });
    return;
  }
  for (const event of kept) {
    const told = toldByLines(event.act, entry.postings, roles);
    for (const part of ['amount', 'kept'] as const) {
      if (told[part] === event[part]) continue;
      const facts = { kind: CONSTRUCTION, keptFen: String(event[part]), foundFen: String(told[part]) };
      findings.add('check.factDiffers', placeOf(entry), facts);
    }
    checkParts(
      entry,
      [
        { part: 'day', kept: event.happenedOn, found: entry.postedOn },
        { part: 'kind', kept: `construction.${event.act}`, found: entry.event },
      ],
      findings,
    );
  }
}

/**
 * Refuses to take back an act while a later one of its project stands.
 * @param standing in the order in which they were entered
 * @throws DomainError `construction.laterFirst`
 */
export function requireLastAct(
  standing: readonly { readonly entryId: string; readonly happenedOn: string }[],
  entryId: string,
): void {
  const last = standing.at(-1);
  if (last !== undefined && last.entryId !== entryId)
    throw new DomainError('construction.laterFirst', { day: last.happenedOn });
}
