import { addDays, type CalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import { standingChanges, withoutEnd } from '../shared/standing-changes';
import { type LeaseChange, type LeaseTerms, termsAfter } from './lease';
import { rentDues } from './lease-schedule';
import { leftProblems } from './lease-days';
import { type OtherLease, overlapProblems } from './read-lease';

/** Money of the tenant that is kept: rent paid ahead, or his deposit. */
export type TenantMoney = 'advance' | 'deposit';

/** A contract that ended early, with what was built on its end. */
export interface EndedLease {
  readonly signed: LeaseTerms;
  readonly changes: readonly LeaseChange[];
  /** The last days of dues that are booked, and of those of which somebody said why they are not. */
  readonly bookedTo: readonly CalendarDay[];
  readonly waivedTo: readonly CalendarDay[];
  /** What of the tenant's money went back since the end was said. */
  readonly wentBack: readonly TenantMoney[];
}

const WENT_BACK = { advance: 'lease.advanceWentBack', deposit: 'lease.depositWentBack' } as const;

/** The same with what else is leased of the asset, and when it left. */
interface ResumedLease {
  readonly part: string;
  readonly others: readonly OtherLease[];
  readonly leftOn?: CalendarDay | undefined;
  readonly suspendedOn?: CalendarDay | undefined;
  readonly ended: EndedLease;
}

/**
 * The early end said last can be taken back while nothing rests on it: nothing was agreed on it since but
 * another rent of days up to it, the asset is there and nobody else has it, no money went back, and what was
 * due up to the end is neither booked nor said not to be. Codes `lease.*`.
 */
export function readResume(lease: ResumedLease, problems: Problem[]): LeaseChange {
  const { ended, part, others } = lease;
  const field = 'kind';
  const standing = standingChanges(ended.changes);
  const at = standing.findLastIndex(({ kind }) => kind === 'end');
  const end = standing[at];
  if (end === undefined) {
    problems.push({ code: 'lease.notEnded', field });
    return { kind: 'resume', effectiveOn: ended.signed.firstOn };
  }
  const { effectiveOn: endedOn } = end;
  const facts = { endedOn };
  const since = standing.slice(at + 1);
  if (since.some((each) => each.kind !== 'rent' || each.effectiveOn > endedOn)) {
    problems.push({ code: 'lease.agreedSince', field, facts });
  }
  const terms = termsAfter(ended.signed, withoutEnd(standing));
  const from = addDays(endedOn, 1);
  problems.push(...leftProblems(terms.lastOn, lease, field));
  problems.push(...overlapProblems({ firstOn: from, lastOn: terms.lastOn, part }, others, field));
  const isShorter = rentDues(terms, endedOn).some((due) => due.from <= endedOn && endedOn < due.to);
  if (isShorter && ended.bookedTo.includes(endedOn)) problems.push({ code: 'lease.endBooked', field, facts });
  if (isShorter && ended.waivedTo.includes(endedOn)) problems.push({ code: 'lease.endWaived', field, facts });
  for (const what of new Set(ended.wentBack)) problems.push({ code: WENT_BACK[what], field });
  return { kind: 'resume', effectiveOn: from };
}
