import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import type { Pool } from '../ledger/journal-entry';
import type { Settled } from '../ledger/settled-debts';
import { type Fen, plainYuan, sumFen } from '../money/fen';
import type { Claim } from '../uses/claim';
import type { OwedListKind } from '../uses/owed-people';
import { paidIn, type PaidPart, paidPart } from '../uses/paid-part';
import { type BooksSay, exactly, UNTOLD } from './books-say';

/** What one person has on a list. */
export interface GivenLine {
  readonly memberId: string;
  readonly amount: Fen;
  /** Whether the household was one of those to be helped. */
  readonly helped: boolean;
  /** Whether the document looks at it first. */
  readonly tagged: boolean;
}

/** A grant that stands, who is on its list, and what of it was paid when. */
export interface GivenMoney extends Pick<Claim, 'pool' | 'bucket' | 'unit' | 'targetGroup'> {
  /** Undefined where it is owed as one sum, to nobody by name. */
  readonly kind: OwedListKind | undefined;
  readonly grantedOn: CalendarDay;
  readonly amount: Fen;
  readonly settled: readonly Settled[];
  readonly lines: readonly GivenLine[];
}

/** What members were given, or paid, as their share in a year, pool by pool. */
export type SharesMoved = readonly { readonly pool: Pool; readonly amount: Fen }[];

/**
 * What was approved in a year as awards, and what of that is paid by today: lists of awards, and awards that
 * were granted as one sum. Source: FY-22.
 */
export function awardsPaid(given: readonly GivenMoney[], year: number): BooksSay {
  const awards = given.filter(
    ({ kind, bucket, grantedOn }) =>
      (kind === 'aid' || (kind === undefined && bucket === 'reward')) && yearOf(grantedOn) === year,
  );
  const paid = sumFen(awards.flatMap(({ settled }) => settled.map(({ amount }) => amount)));
  return exactly({ part: plainYuan(paid), whole: plainYuan(sumFen(awards.map(({ amount }) => amount))) });
}

/**
 * Of what was distributed in a year, what went to those to be helped: by the lists, and where there is none
 * by the group the claim names. Where it names none, or members were given a share, nobody knows whom of them
 * it reached: between nothing and all of it did. Source: KZ-3-2.
 */
export function shareToTarget(
  given: readonly GivenMoney[],
  shares: SharesMoved,
  { year, targets }: { readonly year: number; readonly targets: readonly string[] },
): BooksSay {
  const own = given.filter(({ grantedOn }) => yearOf(grantedOn) === year);
  const members = sumFen(shares.map(({ amount }) => amount));
  const parts = own.map((grant): PaidPart => {
    const { kind, amount, unit, targetGroup, lines } = grant;
    if (kind !== undefined) return sure(sumOf(lines, ({ helped }) => helped));
    if (targets.includes(targetGroup)) return sure(amount);
    return unit === 'none' || targetGroup === 'others' ? sure(0n) : { least: 0n, most: amount };
  });
  const whole = sumFen(own.map(({ amount }) => amount)) + members;
  return partOf([...parts, { least: 0n, most: members }], whole);
}

/**
 * Of what photovoltaic money was paid in a year, what reached households that the document looks at first. A
 * payment names nobody: a list paid whole paid everybody on it, and of one paid in part at least what the
 * others on it cannot have had went to them, and at most what they have on it. Source: SQ-A7d.
 */
export function pvShareToTagged(given: readonly GivenMoney[], year: number): BooksSay {
  const own = given.filter(({ pool }) => pool === 'pv');
  const parts = own.map(({ kind, unit, amount, settled, lines }): PaidPart => {
    const paid = paidIn(settled, year);
    if (kind === undefined) return { least: 0n, most: unit === 'none' ? 0n : paid };
    return paidPart(paid, { amount, theirs: sumOf(lines, ({ tagged }) => tagged) });
  });
  return partOf(parts, sumFen(own.map(({ settled }) => paidIn(settled, year))));
}

/**
 * What key persons were paid in a year is no more than what all those to be helped were paid: the township
 * keeps the list of them, and they are some of these. Source: DC-11c.
 */
export function keyGroupGain(given: readonly GivenMoney[], shares: SharesMoved, year: number): BooksSay {
  const parts = given.map(({ kind, unit, targetGroup, amount, settled, lines }) => {
    const paid = paidIn(settled, year);
    if (kind === undefined) return unit === 'none' || targetGroup === 'others' ? 0n : paid;
    return paidPart(paid, { amount, theirs: sumOf(lines, ({ helped }) => helped) }).most;
  });
  const most = sumFen([...parts, ...shares.map(({ amount }) => amount)]);
  return { ...UNTOLD, most: { value: plainYuan(most) } };
}

/** Who worked on works for relief in a year, each once; nothing where nobody's days were accepted. */
export interface ReliefLine {
  readonly memberId: string;
  readonly helped: boolean;
  /** The last day of the sheet. */
  readonly to: CalendarDay;
}

/** How many worked on works for relief in a year, and how many of them are to be helped. Source: FY-12. */
export function targetWorkers(lines: readonly ReliefLine[], year: number): BooksSay {
  const own = lines.filter(({ to }) => yearOf(to) === year);
  const all = new Set(own.map(({ memberId }) => memberId)).size;
  const helped = new Set(own.filter((each) => each.helped).map(({ memberId }) => memberId)).size;
  return all === 0 ? UNTOLD : exactly({ part: String(helped), whole: String(all) });
}

function sure(amount: Fen): PaidPart {
  return { least: amount, most: amount };
}

function partOf(parts: readonly PaidPart[], sum: Fen): BooksSay {
  const least = plainYuan(sumFen(parts.map((part) => part.least)));
  const most = plainYuan(sumFen(parts.map((part) => part.most)));
  const whole = plainYuan(sum);
  if (least === most) return exactly({ part: least, whole });
  return { exact: { whole }, least: { part: least }, most: { part: most } };
}

function sumOf(lines: readonly GivenLine[], isMeant: (line: GivenLine) => boolean): Fen {
  return sumFen(lines.filter(isMeant).map(({ amount }) => amount));
}
