import type { CalendarDay } from '../calendar/calendar-day';
import type { AccountRoles } from '../ledger/chart';
import { checkParts } from '../ledger/check-facts';
import { type CheckedEntry, type Findings, placeOf } from '../ledger/check-pass';
import { signedAmount } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { type LifeFacts, readMoment } from './asset-life';

/** The source of the voucher by which an owner's part of a kept station grows or shrinks. */
export const SHARE_TRANSFER = 'shareTransfer';

/** The day and the paper of a transfer, as typed; the amounts are the share table's. */
export interface ShareTransferForm {
  readonly happenedOn: string;
  readonly paper: string;
}

/**
 * Reads the day of a transfer, or says everything that is wrong with it: the table is in force, and the books
 * of that day say of the asset what they say now. What it had lost by then goes with its cost, so a month of
 * depreciation may not be booked behind it.
 * @returns problems `assets.beforeShareTable`, `assets.lossAfterTransfer`, `assetLife.*`, `calendar.*`,
 *   `form.*`
 */
export function readShareTransfer(
  form: ShareTransferForm,
  facts: LifeFacts,
  since: CalendarDay,
): { readonly happenedOn: CalendarDay; readonly paper: string; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const field = 'happenedOn';
  const happenedOn = readMoment(form.happenedOn, facts, problems) ?? facts.today;
  const { books, booksOfDay = books } = facts;
  if (happenedOn < since)
    problems.push({ code: 'assets.beforeShareTable', field, value: happenedOn, facts: { since } });
  else if (booksOfDay.cost === books.cost && booksOfDay.accumulated !== books.accumulated) {
    const found = { then: booksOfDay.accumulated, now: books.accumulated };
    problems.push({ code: 'assets.lossAfterTransfer', field, value: happenedOn, facts: found });
  }
  const paper = form.paper.trim();
  if (paper === '') problems.push({ code: 'form.missing', field: 'paper' });
  problems.push(...privateNumberProblems({ paper }));
  return { happenedOn, paper, problems };
}

/** What is kept of a transfer beside its voucher. */
export interface KeptTransfer {
  readonly assetId: string;
  readonly happenedOn: CalendarDay;
  /** What the asset cost in the books before and after. */
  readonly from: Fen;
  readonly to: Fen;
  /** What of accumulated depreciation came with it, below zero where it went. */
  readonly accumulated: Fen;
}

/** Holds a transfer against its voucher; any other entry has none. A reversal takes it back. */
export function checkShareTransfer(
  entry: CheckedEntry,
  of: { readonly kept: readonly KeptTransfer[]; readonly roles: AccountRoles | undefined },
  findings: Findings,
): void {
  const { kept, roles } = of;
  const isOwn = entry.source.kind === SHARE_TRANSFER && entry.reversesId === undefined;
  if (!isOwn && kept.length === 0) return;
  findings.looked += 1;
  const [transfer] = kept;
  if (!isOwn || kept.length !== 1 || transfer === undefined) {
    findings.add('check.lifeDiffers', placeOf(entry), { count: kept.length });
    return;
  }
  if (roles === undefined) return;
  const balance = (account: string): Fen =>
    sumFen(entry.postings.filter((each) => each.ledgerAccount === account).map(signedAmount));
  const told = [
    [transfer.to - transfer.from, balance(roles.fixedAssets)],
    [transfer.accumulated, -balance(roles.accumulatedDepreciation)],
  ] as const;
  for (const [held, found] of told) {
    if (held === found) continue;
    const facts = { kind: SHARE_TRANSFER, keptFen: String(held), foundFen: String(found) };
    findings.add('check.factDiffers', placeOf(entry), facts);
  }
  const named = [...new Set(entry.postings.flatMap(({ assetId }) => assetId ?? []))];
  checkParts(
    entry,
    [
      { part: 'day', kept: transfer.happenedOn, found: entry.postedOn },
      { part: 'kind', kept: 'assets.shareTransfer', found: entry.event },
      { part: 'asset', kept: transfer.assetId, found: named.join(' ') },
    ],
    findings,
  );
}
