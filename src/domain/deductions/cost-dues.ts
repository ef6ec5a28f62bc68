import type { CalendarDay } from '../calendar/calendar-day';
import type { Pool } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { type ChargeBasis, chargeDue } from './contract-charge';
import type { DeductionKind } from './contract-term';
import { chargedBy, type ChargedDays, type CostContract } from './cost-contract';

/** Why a period of a contract goes without its charge, or without the rest of it. */
export interface CostWaiver extends ChargedDays {
  readonly amount: Fen;
  readonly reason: string;
}

/** A period of a contract with what it asks for and what was booked of it. */
export interface CostDue extends ChargedDays {
  /** The day by which it is to be booked. */
  readonly dueOn: CalendarDay;
  readonly charged: Fen;
  /** What is still to be booked; undefined where only a bill can tell. */
  readonly due: Fen | undefined;
  /** Why nothing more is booked, where somebody said so. */
  readonly waived: string | undefined;
  readonly basis: ChargeBasis;
}

/** How far a period is. A waiver holds for its days and its amount; another amount wants another one. */
export function costDue(
  contract: CostContract,
  period: ChargedDays,
  at: { readonly basis: ChargeBasis; readonly waivers: readonly CostWaiver[] },
): CostDue {
  const due = chargeDue(at.basis);
  const waiver = at.waivers.find(
    ({ from, to, amount }) => from === period.from && to === period.to && amount === due,
  );
  return {
    ...{ from: period.from, to: period.to, dueOn: chargedBy(contract, period) },
    ...{ charged: at.basis.chargedInPeriod, due, waived: waiver?.reason, basis: at.basis },
  };
}

/** How far a period is, as a page says it. */
export const COST_STATES = ['booked', 'wanted', 'later', 'waived', 'byBill', 'nothing', 'over'] as const;
export type CostState = (typeof COST_STATES)[number];

/**
 * Booked in full, wanted by today, only later, not to be booked, by bill only, nothing to book, or more
 * booked than is owed: a rate was charged on money that was taken back since. Source: product decision on
 * running receipts, each posting books the difference.
 */
export function costStateOf(due: CostDue, today: CalendarDay): CostState {
  if (due.due === undefined) return 'byBill';
  if (due.due < 0n) return 'over';
  if (due.due === 0n) return due.charged > 0n ? 'booked' : 'nothing';
  if (due.waived !== undefined) return 'waived';
  return due.dueOn <= today ? 'wanted' : 'later';
}

/** A charge that its period wants, of which nobody has said why it is not booked. */
export function isWanted({ due, waived }: CostDue): boolean {
  return due !== undefined && due > 0n && waived === undefined;
}

/** A charge that a contract wants by a day. */
export interface WantedCost {
  readonly contractId: string;
  readonly pool: Pool;
  readonly name: string;
  /** The first day of its period, by which it is known. */
  readonly from: CalendarDay;
  /** The days of the period that the contract is in force: what the amount is for. */
  readonly days: { readonly from: CalendarDay; readonly to: CalendarDay };
  readonly amount: Fen;
}

/** What of a contract is to be put right by a day: a charge that is wanted, or what was charged too much. */
export interface OpenCost extends WantedCost {
  readonly state: 'wanted' | 'over';
  readonly kind: DeductionKind;
}

/** Of the periods of a contract those that want a charge by a day, and those that were charged too much. */
export function openCosts(
  contract: Pick<WantedCost, 'pool' | 'name'> & { readonly id: string; readonly kind: DeductionKind },
  dues: readonly CostDue[],
  upTo: CalendarDay,
): OpenCost[] {
  const { id: contractId, pool, name, kind } = contract;
  return dues.flatMap((each): OpenCost[] => {
    const state = costStateOf(each, upTo);
    if (state !== 'wanted' && state !== 'over') return [];
    const { from, due = 0n, basis } = each;
    // The days that are charged: a contract may begin or end within its period.
    const days = { from: basis.parts[0]?.from ?? from, to: basis.parts.at(-1)?.to ?? from };
    return [{ contractId, pool, name, kind, state, from, days, amount: due < 0n ? -due : due }];
  });
}

/**
 * What was charged too much by the end of a statement and is so today: what had not come by that day may have
 * come since, and what was charged since is in no line of that statement.
 */
export function stillOver(then: readonly OpenCost[], now: readonly OpenCost[]): OpenCost[] {
  return then.flatMap((each) => {
    if (each.state !== 'over') return [];
    const { contractId, from } = each;
    const today = now.find(
      (one) => one.contractId === contractId && one.from === from && one.state === 'over',
    );
    if (today === undefined) return [];
    return [{ ...each, amount: each.amount < today.amount ? each.amount : today.amount }];
  });
}

/** The word by which a period of a contract is known among what a month wants. */
export function costKey(contractId: string, from: CalendarDay): string {
  return `${contractId}:${from}`;
}

/**
 * What contracts of costs still want before a month is held: the charge of every period that is over by its
 * end is booked, or it is said why it is not. Codes `months.costDue`, their field {@link costKey}.
 */
export function costClosingProblems(wanted: readonly WantedCost[]): Problem[] {
  return wanted.map(({ contractId, from, days, name, amount }) => ({
    code: 'months.costDue',
    field: costKey(contractId, from),
    facts: { name, ...days, amount, contractId },
  }));
}

/**
 * Reads why a period goes without its charge; only one that is wanted by today. Codes `form.missing`,
 * `costContract.notYetDue`, `costContract.nothingDue`, `privateNumber.*`.
 */
export function readCostWaiver(
  typed: string,
  due: CostDue,
  today: CalendarDay,
): { reason: string; problems: Problem[] } {
  const reason = typed.trim();
  const problems: Problem[] = reason === '' ? [{ code: 'form.missing', field: 'reason' }] : [];
  problems.push(...privateNumberProblems({ reason }));
  if (!isWanted(due)) problems.push({ code: 'costContract.nothingDue', field: '' });
  else if (due.dueOn > today) {
    problems.push({ code: 'costContract.notYetDue', field: '', facts: { dueOn: due.dueOn } });
  }
  return { reason, problems };
}
