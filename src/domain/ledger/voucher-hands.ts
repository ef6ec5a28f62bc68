import { isCalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import type { Chart } from './chart';
import type { Posting } from './journal-entry';

/** What is signed on a booked voucher: that it was looked over, and that its money was paid or received. */
export const SIGNATURE_PARTS = ['review', 'cashier'] as const;
export type SignaturePart = (typeof SIGNATURE_PARTS)[number];

/** A voucher's way from being written to being booked; a posted one stands in the books and stays. */
export type DraftState = 'drafted' | 'reviewed' | 'posted' | 'voided';

/** What may be done to a draft in each state: pages draw their buttons from this table. */
export const DRAFT_ACTS = {
  drafted: ['save', 'review', 'void'],
  /** Looked over anew where who reviewed it keeps the money by now. */
  reviewed: ['save', 'review', 'post', 'void'],
  posted: [],
  voided: [],
} as const satisfies Record<DraftState, readonly string[]>;

export type DraftAct = 'save' | 'review' | 'post' | 'void';

/** @throws DomainError `voucher.notNow` where the state does not allow the act */
export function requireDraftAct(state: DraftState, act: DraftAct): void {
  const allowed: readonly DraftAct[] = DRAFT_ACTS[state];
  if (!allowed.includes(act)) throw new DomainError('voucher.notNow', { state, act });
}

/**
 * A voucher is reviewed by somebody who neither prepared nor booked it: four eyes see it.
 * @throws DomainError `voucher.reviewedBySame`
 */
export function requireOtherReviewer(
  voucher: { readonly preparedBy: string; readonly postedBy?: string },
  reviewer: string,
): void {
  const isSame = reviewer === voucher.preparedBy || reviewer === voucher.postedBy;
  if (isSame) throw new DomainError('voucher.reviewedBySame');
}

/** Whether a voucher moves cash or a bank account: only such a one has anything for a cashier to sign. */
export function movesMoney(postings: readonly Pick<Posting, 'ledgerAccount'>[], chart: Chart): boolean {
  const money = [chart.roles.cash, chart.roles.bank];
  return postings.some(({ ledgerAccount }) => {
    const above = chart.accounts.get(ledgerAccount)?.detailOf ?? ledgerAccount;
    return money.includes(ledgerAccount) || money.includes(above);
  });
}

/** A draft on its way, as the closing of a month looks at it. */
export interface DraftOnItsWay {
  readonly id: string;
  readonly form: { readonly postedOn: string; readonly summary: string };
}

/** Whether a draft, booked as it stands, would fall into the month. */
export function isOfMonth({ form: { postedOn } }: DraftOnItsWay, month: Month): boolean {
  return isCalendarDay(postedOn) && monthOf(postedOn) === month;
}

/**
 * What keeps a month open: drafts of its vouchers, which are booked or given up first. Codes
 * `months.draftOpen`, its field the draft's id.
 */
export function draftClosingProblems(month: Month, drafts: readonly DraftOnItsWay[]): Problem[] {
  return drafts
    .filter((draft) => isOfMonth(draft, month))
    .map(({ id, form: { postedOn } }) => ({ code: 'months.draftOpen', field: id, facts: { day: postedOn } }));
}
