import { addDays, type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import { freeProblems } from './free-days';
import { LATER_RENTS, LEASE_CHANGES, type LeaseChange, type LeaseTerms, type TurnoverReport } from './lease';
import { rentDues } from './lease-schedule';
import { leftProblems } from './lease-days';
import { type OtherLease, overlapProblems, readRent } from './read-lease';
import { type EndedLease, readResume } from './resume-lease';

/** What a person types when a contract changes, ends early or is renewed; everything is text as typed. */
export interface LeaseChangeForm {
  readonly kind: string;
  /** From which day another rent counts; the last day of a contract that ends; of a renewal nothing. */
  readonly effectiveOn: string;
  /** The new last day of a renewal, the last of free days. */
  readonly newLastOn: string;
  readonly rent: string;
  /** `stay` or `go`, where the contract names other rents for days after the change. */
  readonly laterRents?: string;
  readonly reason: string;
}

/** The contract as it is now, what is booked of it, and what else is leased. */
export interface ChangedLease {
  readonly terms: LeaseTerms;
  readonly part: string;
  /** The last day that is booked as income; a change reaches no day of it. */
  readonly bookedTo: CalendarDay | undefined;
  readonly others: readonly OtherLease[];
  /** The day on which the asset left the books. */
  readonly leftOn?: CalendarDay | undefined;
  readonly suspendedOn?: CalendarDay | undefined;
  /** What an early end that is taken back is held against. */
  readonly ended: EndedLease;
}

/**
 * Reads a change, or says everything that is wrong with it: it changes no day that is booked, and a renewal
 * takes no day that another has leased. Codes `lease.*`, `form.*`, `money.*`, `calendar.*`.
 */
export function readLeaseChange(
  form: LeaseChangeForm,
  lease: ChangedLease,
): { change: LeaseChange; problems: Problem[] } {
  const problems: Problem[] = [];
  if (form.reason.trim() === '') problems.push({ code: 'form.missing', field: 'reason' });
  problems.push(...privateNumberProblems({ reason: form.reason }));
  const kind = LEASE_CHANGES.find((each) => each === form.kind);
  if (kind === undefined) problems.push({ code: 'form.notAllowed', field: 'kind', value: form.kind });
  if (kind === 'resume') return { change: readResume(lease, problems), problems };
  if (kind === 'renewal') return { change: readRenewal(form, lease, problems), problems };
  readDay({ field: 'effectiveOn', value: form.effectiveOn }, problems);
  const { effectiveOn } = form;
  if (isCalendarDay(effectiveOn)) problems.push(...withinProblems(kind ?? 'end', effectiveOn, lease));
  if (kind === 'free') return { change: readFreeChange(form, lease, problems), problems };
  if (kind !== 'rent') return { change: { kind: 'end', effectiveOn }, problems };
  const value = readRent({ field: 'rent', value: form.rent }, lease.terms.type, problems) ?? '0';
  const later = readLater(form, lease.terms, problems);
  return { change: { kind, effectiveOn, value, ...(later === 'stay' ? { later } : {}) }, problems };
}

/** Days that turn out to be free: none of them is booked, and the rent goes on after them. */
function readFreeChange(
  { effectiveOn, newLastOn }: LeaseChangeForm,
  { terms }: ChangedLease,
  problems: Problem[],
): LeaseChange {
  const lastOn = readDay({ field: 'newLastOn', value: newLastOn }, problems) ?? effectiveOn;
  // A first day that is not to be read, or not within the contract, is told already.
  const from = problems.some(({ field }) => field === 'effectiveOn') ? terms.firstOn : effectiveOn;
  problems.push(...freeProblems({ from, to: lastOn }, terms, { from: 'effectiveOn', to: 'newLastOn' }));
  return { kind: 'free', effectiveOn, lastOn };
}

/** Rents agreed for days after a change are not dropped by silence: somebody says whether they stay. */
function readLater(
  { laterRents, effectiveOn }: LeaseChangeForm,
  { rates }: LeaseTerms,
  problems: Problem[],
): (typeof LATER_RENTS)[number] | undefined {
  const next = rates.slice(1).find(({ from }) => from > effectiveOn);
  if (next === undefined) return undefined;
  const said = LATER_RENTS.find((each) => each === laterRents);
  if (said === undefined) {
    problems.push({ code: 'lease.laterRents', field: 'laterRents', facts: { from: next.from } });
  }
  return said;
}

function readRenewal(form: LeaseChangeForm, lease: ChangedLease, problems: Problem[]): LeaseChange {
  const { terms, part, others } = lease;
  const [before, effectiveOn] = [terms.lastOn, addDays(terms.lastOn, 1)];
  const lastOn = readDay({ field: 'newLastOn', value: form.newLastOn }, problems);
  if (lastOn !== undefined && lastOn <= before) {
    problems.push({ code: 'lease.notLonger', field: 'newLastOn', value: lastOn, facts: { before } });
  } else if (lastOn !== undefined) {
    problems.push(...leftProblems(lastOn, lease, 'newLastOn'));
    problems.push(...overlapProblems({ firstOn: effectiveOn, lastOn, part }, others, 'newLastOn'));
  }
  const typed = { field: 'rent', value: form.rent };
  const value = form.rent.trim() === '' ? undefined : readRent(typed, terms.type, problems);
  const renewal = { kind: 'renewal' as const, effectiveOn, lastOn: lastOn ?? before };
  return value === undefined ? renewal : { ...renewal, value };
}

function withinProblems(
  kind: 'rent' | 'free' | 'end',
  day: CalendarDay,
  { terms, bookedTo }: ChangedLease,
): Problem[] {
  const { firstOn, lastOn } = terms;
  const field = 'effectiveOn';
  // The day before its first ends a contract that never came into force.
  const [first, last] = kind === 'end' ? [addDays(firstOn, -1), addDays(lastOn, -1)] : [firstOn, lastOn];
  if (day < first || day > last) {
    return [{ code: 'lease.changeOutside', field, value: day, facts: { firstOn, lastOn } }];
  }
  // Another rent counts on its first day already; the day on which a contract ends is still one of it.
  const touches = bookedTo !== undefined && (kind === 'end' ? day < bookedTo : day <= bookedTo);
  return touches ? [{ code: 'lease.changeBooked', field, value: day, facts: { bookedTo } }] : [];
}

/** The tenant's turnover of one payment, as typed. */
export interface TurnoverForm {
  /** The first day of the payment. */
  readonly turnoverOf: string;
  readonly turnover: string;
  readonly turnoverPaper: string;
}

/**
 * Reads a report of turnover: of a payment whose days are all over and that is not booked, in whatever order
 * they come.
 * Codes `lease.*`, `form.*`, `money.*`.
 * @param lease its terms, the first days of its dues that are booked, and the day on which it is reported
 */
export function readTurnover(
  form: TurnoverForm,
  lease: Pick<ChangedLease, 'terms'> & {
    readonly booked: readonly CalendarDay[];
    readonly today: CalendarDay;
  },
): { report: TurnoverReport; problems: Problem[] } {
  const problems: Problem[] = [];
  const { terms, booked, today } = lease;
  const { turnoverOf, turnoverPaper } = form;
  if (turnoverPaper.trim() === '') problems.push({ code: 'form.missing', field: 'turnoverPaper' });
  problems.push(...privateNumberProblems({ turnoverPaper }));
  const dues = terms.type === 'turnover' ? rentDues(terms, terms.lastOn) : [];
  const own = dues.filter(({ payment }) => payment.from === turnoverOf);
  if (own.length === 0) {
    problems.push({ code: 'lease.noSuchPayment', field: 'turnoverOf', value: turnoverOf });
  } else if (own.some(({ from }) => booked.includes(from))) {
    problems.push({ code: 'lease.turnoverBooked', field: 'turnoverOf', value: turnoverOf });
  }
  const until = own[0]?.payment.to;
  if (until !== undefined && until > today) {
    const facts = { until, today };
    problems.push({ code: 'lease.turnoverAhead', field: 'turnoverOf', value: turnoverOf, facts });
  }
  const turnover = readAmount({ field: 'turnover', value: form.turnover }, 'zero', problems);
  return { report: { periodFrom: turnoverOf, turnover: turnover ?? 0n }, problems };
}
