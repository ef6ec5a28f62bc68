import type { AccountRoles } from '../ledger/chart';
import type { Posting } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import { keptReceiptPostings } from './joint-postings';
import { type OpenPart, passOn } from './kept-slip';
import { receiptPostings, type ReceivablePart } from './postings';

/** What of a receipt is an owner's, by the receivable it clears. */
export interface PassedPart {
  readonly receivableId: string;
  readonly owner: string;
  readonly amount: Fen;
}

/**
 * Money that came: for one's own it is received; for the owners of a kept station it is owed to them, each
 * by what he still waits for.
 * @param open by receivable of a kept station, what its owners wait for
 * @throws DomainError `joint.unsplit` where it is of a slip that was too little and is nobody's yet
 */
export function receivedPostings(
  came: readonly { readonly receivableId: string; readonly part: ReceivablePart }[],
  open: ReadonlyMap<string, readonly OpenPart[]>,
  roles: AccountRoles,
): { postings: Posting[]; passed: PassedPart[] } {
  const each = came.map(({ receivableId, part }) => {
    const owners = open.get(receivableId);
    if (owners === undefined) return { postings: receiptPostings([part], roles), passed: [] };
    const isWaiting = owners.every((each) => each.open === 0n);
    if (isWaiting) throw new DomainError('joint.unsplit', { month: part.month, amount: part.amount });
    const passed = passOn(part.amount, owners);
    return {
      postings: keptReceiptPostings(part, passed, roles),
      passed: passed.map((own) => ({ receivableId, ...own })),
    };
  });
  return { postings: each.flatMap((one) => one.postings), passed: each.flatMap((one) => one.passed) };
}
