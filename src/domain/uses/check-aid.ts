import type { Findings } from '../ledger/check-pass';
import { type Fen, plainYuan } from '../money/fen';
import { type AidLine, aidAmount, aidTotal } from './aid-rows';

/** A list as it is kept. */
export interface KeptAidList {
  readonly id: string;
  readonly listNumber: number;
  readonly claimId: string;
  readonly amount: Fen;
  readonly enteredBy: string;
  readonly withdrawn: string | undefined;
  readonly lines: readonly AidLine[];
}

/** What is kept of lists, and the grants by which they are owed. */
export interface KeptAid {
  readonly lists: readonly KeptAidList[];
  readonly acceptances: readonly {
    readonly listId: string;
    readonly grantId: string;
    readonly entryId: string;
    readonly acceptedBy: string;
  }[];
  readonly grants: readonly {
    readonly id: string;
    readonly claimId: string;
    readonly entryId: string;
    readonly amount: Fen;
  }[];
  readonly reversed: ReadonlySet<string>;
}

/**
 * Holds every list against its rows and its grants: each row is its standard times its count, the list their
 * sum; each acceptance is somebody else's and has a grant of the list's claim and amount under the same
 * voucher; at most one stands, and none of a list that was withdrawn; a grant of a claim that is owed by
 * lists is some list's. Codes `check.aidDiffers`, `check.aidGrantDiffers`, `check.grantWithoutAid`.
 */
export function checkAid(kept: KeptAid, findings: Findings): void {
  for (const list of kept.lists) {
    findings.looked += 1;
    checkSum(list, 'check.aidDiffers', findings);
    checkGrants(kept, list, findings);
  }
  const standing = kept.lists.filter(({ withdrawn }) => withdrawn === undefined);
  const claims = new Set(standing.map(({ claimId }) => claimId));
  const named = new Set(kept.acceptances.map(({ grantId }) => grantId));
  for (const { id, claimId, entryId, amount } of kept.grants) {
    if (!claims.has(claimId) || named.has(id) || kept.reversed.has(entryId)) continue;
    findings.add('check.grantWithoutAid', { entryId }, { amountFen: String(amount) });
  }
}

/**
 * Government money: each row is its standard times its count, the list their sum. Code
 * `check.stateAidDiffers`.
 */
export function checkStateAid(
  lists: readonly Pick<KeptAidList, 'lines' | 'amount' | 'listNumber'>[],
  findings: Findings,
): void {
  for (const list of lists) {
    findings.looked += 1;
    checkSum(list, 'check.stateAidDiffers', findings);
  }
}

function checkSum(
  { lines, amount, listNumber }: Pick<KeptAidList, 'lines' | 'amount' | 'listNumber'>,
  code: string,
  findings: Findings,
): void {
  const asWritten = lines.every((line) => aidAmount(line.standard, line.times) === line.amount);
  const sum = aidTotal(lines);
  if (asWritten && sum === amount) return;
  const found = aidTotal(lines.map((line) => ({ amount: aidAmount(line.standard, line.times) })));
  const [kept, rows] = [plainYuan(amount), plainYuan(sum)];
  const facts = { number: listNumber, kept, rows, found: plainYuan(found) };
  findings.add(code, {}, facts);
}

function checkGrants(
  { acceptances, grants, reversed }: KeptAid,
  list: KeptAidList,
  findings: Findings,
): void {
  const own = acceptances.filter(({ listId }) => listId === list.id);
  const standing = own.filter(({ entryId }) => !reversed.has(entryId));
  const isMatched = own.every(({ grantId, entryId, acceptedBy }) => {
    const grant = grants.find(({ id }) => id === grantId);
    const isOf = grant?.claimId === list.claimId && grant.amount === list.amount;
    return isOf && grant.entryId === entryId && acceptedBy !== list.enteredBy;
  });
  const most = list.withdrawn === undefined ? 1 : 0;
  if (isMatched && standing.length <= most) return;
  findings.add('check.aidGrantDiffers', {}, { number: list.listNumber, amountFen: String(list.amount) });
}
