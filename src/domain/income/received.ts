import type { AccountRoles } from '../ledger/chart';
import type { Posting } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import { custodyReceiptPostings, type OwnersSum } from './custody-parts';
import { keptReceiptPostings } from './joint-postings';
import { type OpenPart, passOn } from './kept-slip';
import { advanceUsedPostings, receiptPostings, type ReceivablePart } from './postings';

/** What of a receipt is an owner's, by the receivable it clears. */
export interface PassedPart {
  readonly receivableId: string;
  readonly owner: string;
  readonly amount: Fen;
}

/** What of a receipt clears which receivable, and what of it is an owner's for whom the village keeps. */
export interface CamePart {
  readonly receivableId: string;
  readonly part: ReceivablePart;
  readonly own?: OwnersSum | undefined;
}

/** Money that came earlier and was kept pays what has fallen due now. */
export function usedPostings(came: readonly CamePart[], roles: AccountRoles): Posting[] {
  return came.flatMap(({ part, own }) =>
    own === undefined
      ? advanceUsedPostings([part], roles)
      : custodyReceiptPostings(part, own, { roles, from: roles.payable }),
  );
}

/**
 * Money that came: for one's own it is received; for the owners of a kept station it is owed to them, each
 * by what he still waits for.
 * @param open by receivable of a kept station, what its owners wait for
 * @throws DomainError `joint.unsplit` where it is of a slip that was too little and is nobody's yet
 */
export function receivedPostings(
  came: readonly CamePart[],
  open: ReadonlyMap<string, readonly OpenPart[]>,
  roles: AccountRoles,
): { postings: Posting[]; passed: PassedPart[] } {
  const each = came.map(({ receivableId, part, own }) => {
    if (own !== undefined) {
      const postings = custodyReceiptPostings(part, own, { roles, from: roles.bank });
      return { postings, passed: [] };
    }
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
