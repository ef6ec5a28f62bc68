import type { CalendarDay, Month } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';
import type { JournalEntry, Posting } from './journal-entry';

/** Why an entry was reversed: a closed list, so that an auditor can count. */
export const REVERSAL_REASONS = [
  'wrongAmount',
  'wrongAsset',
  'wrongDate',
  'bookedTwice',
  'notOurs',
  'contractEnded',
] as const;

export type ReversalReason = (typeof REVERSAL_REASONS)[number];

/** An entry as it stands in the books, with what a reversal needs to know of it. */
export interface BookedFacts {
  readonly aboutPeriod: Month;
  readonly statementOn: CalendarDay;
  readonly source: { readonly kind: string; readonly id: string };
  readonly postings: readonly Posting[];
  readonly isReversal: boolean;
  readonly isReversed: boolean;
}

/**
 * The mirror of a booked entry, line by line, in red letters on the same sides. It counts in pool
 * statements where the entry it takes back was counted.
 * @throws DomainError `reversal.alreadyReversed`, `reversal.ofReversal`
 */
export function reversalOf(
  booked: BookedFacts,
  reversal: { readonly event: string; readonly postedOn: CalendarDay; readonly summary: string },
): JournalEntry {
  if (booked.isReversal) throw new DomainError('reversal.ofReversal');
  if (booked.isReversed) throw new DomainError('reversal.alreadyReversed');
  return {
    ...reversal,
    aboutPeriod: booked.aboutPeriod,
    statementOn: booked.statementOn,
    source: booked.source,
    postings: booked.postings.map((posting) => ({ ...posting, amount: -posting.amount })),
  };
}

/** Reads a reversal's reason. @throws DomainError `reversal.reasonUnknown` */
export function requireReversalReason(text: string): ReversalReason {
  const reason = REVERSAL_REASONS.find((each) => each === text);
  if (reason === undefined) throw new DomainError('reversal.reasonUnknown', { value: text });
  return reason;
}
