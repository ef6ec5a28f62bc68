import { addDays, type CalendarDay, daysInclusive } from '../calendar/calendar-day';
import { type StandingChange, standingChanges } from '../shared/standing-changes';
import { chargePeriod, type ContractTerm } from './contract-term';

/** What changes a contract of costs after it was signed. */
export const COST_CHANGES = ['price', 'share', 'end', 'renewal', 'resume'] as const;

export type CostContractChange =
  /** From a day on another price, rate, amount or cap. */
  | { readonly kind: 'price'; readonly effectiveOn: CalendarDay; readonly value: string }
  /** From a day on another share of a joint station's land, as its share table gives it. */
  | { readonly kind: 'share'; readonly effectiveOn: CalendarDay; readonly value: string }
  /** The contract ends early: its last day. The day before its first where it never came into force. */
  | { readonly kind: 'end'; readonly effectiveOn: CalendarDay }
  /** The early end said last was a mistake: from the day after it the contract goes on as if it never was. */
  | { readonly kind: 'resume'; readonly effectiveOn: CalendarDay }
  /** It goes on from the day after its last one, to a later day, at another price where one is named. */
  | {
      readonly kind: 'renewal';
      readonly effectiveOn: CalendarDay;
      readonly lastOn: CalendarDay;
      readonly value?: string;
    };

/** A contract as it was signed, and what changed it since, in the order in which it was said. */
export interface CostContract {
  readonly term: ContractTerm;
  readonly validFrom: CalendarDay;
  readonly validTo: CalendarDay | undefined;
  readonly changes: readonly CostContractChange[];
}

/** Days under one price; without a last one where none is agreed. */
export interface PricedDays {
  readonly from: CalendarDay;
  readonly to: CalendarDay | undefined;
  readonly term: ContractTerm;
}

/** Days of a period for which something is charged once. */
export interface ChargedDays {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** The days of a period under one price: `days` of the `of` days that the period has. */
export interface PeriodPart extends ChargedDays {
  readonly term: ContractTerm;
  readonly days: number;
  readonly of: number;
}

/** A contract's days price by price, as they are after every change; none where it never came into force. */
export function pricedDays({ term, validFrom, validTo, changes }: CostContract): PricedDays[] {
  return standingChanges(changes).reduce<PricedDays[]>(changed, [{ from: validFrom, to: validTo, term }]);
}

function changed(days: PricedDays[], change: StandingChange<CostContractChange>): PricedDays[] {
  const last = days.at(-1);
  if (last === undefined) return days;
  switch (change.kind) {
    case 'price':
    case 'share': {
      const { effectiveOn: from } = change;
      return [
        ...cutAfter(days, addDays(from, -1)),
        { from, to: last.to, term: changedTerm(last.term, change) },
      ];
    }
    case 'end':
      return cutAfter(days, change.effectiveOn);
    case 'renewal': {
      const { effectiveOn: from, lastOn: to, value } = change;
      const goesOn = value === undefined && !isPaidOnce(last.term);
      if (goesOn) return [...days.slice(0, -1), { ...last, to }];
      return [...days, { from, to, term: value === undefined ? last.term : withPrice(last.term, value) }];
    }
  }
}

/** The same term at the price or with the share of a change. */
export function changedTerm(
  term: ContractTerm,
  { kind, value }: { readonly kind: 'price' | 'share'; readonly value: string },
): ContractTerm {
  if (kind === 'price') return withPrice(term, value);
  return term.type === 'landRent' ? { ...term, ownShare: value } : term;
}

function cutAfter(days: readonly PricedDays[], lastOn: CalendarDay): PricedDays[] {
  return days
    .filter(({ from }) => from <= lastOn)
    .map((each) => (each.to === undefined || each.to > lastOn ? { ...each, to: lastOn } : each));
}

/** Whether the whole contract is paid for at once, as an insurance is. */
export function isPaidOnce(term: ContractTerm): boolean {
  return term.type === 'fixed' && term.yearPart === 'once';
}

/** The same term at another price: its amount, price of a mu, rate or price of a watt. */
export function withPrice(term: ContractTerm, value: string): ContractTerm {
  switch (term.type) {
    case 'fixed':
      return { ...term, amount: value };
    case 'landRent':
      return { ...term, yuanPerMuYear: value };
    case 'percentOfReceipt':
      return { ...term, rate: value };
    case 'perWattYear':
      return { ...term, yuanPerWattYear: value };
  }
}

/** The first day a contract is in force and its last; the last is before the first where it never was. */
export function contractDays(contract: CostContract): {
  readonly from: CalendarDay;
  readonly to: CalendarDay | undefined;
} {
  const last = pricedDays(contract).at(-1);
  const { validFrom: from } = contract;
  return { from, to: last === undefined ? addDays(from, -1) : last.to };
}

/** The term under which a day falls; the first or the last one on days outside the contract. */
export function termOn(contract: CostContract, day: CalendarDay): ContractTerm {
  const begun = pricedDays(contract).filter(({ from }) => from <= day);
  return begun.at(-1)?.term ?? contract.term;
}

/** The days around a day for which the contract is charged once; of what is paid once, all of its own. */
export function periodOf(contract: CostContract, day: CalendarDay): ChargedDays {
  if (!isPaidOnce(contract.term)) return chargePeriod(contract.term, day);
  const all = pricedDays(contract);
  const own = all.filter(({ from }) => from <= day).at(-1) ?? all[0];
  const { from, to } = own ?? { from: contract.validFrom, to: contract.validFrom };
  return { from, to: to ?? from };
}

/** The parts of a period that lie within the contract, each under one price. */
export function periodParts(contract: CostContract, period: ChargedDays): PeriodPart[] {
  const of = daysInclusive(period.from, period.to);
  return pricedDays(contract).flatMap(({ from, to, term }) => {
    const first = from > period.from ? from : period.from;
    const last = to !== undefined && to < period.to ? to : period.to;
    if (last < first) return [];
    return [{ from: first, to: last, term, days: daysInclusive(first, last), of }];
  });
}

/** The days of a period on which a contract is in force; the whole of it where it is on none of them. */
export function daysInForce(contract: CostContract, period: ChargedDays): ChargedDays {
  const parts = periodParts(contract, period);
  return { from: parts[0]?.from ?? period.from, to: parts.at(-1)?.to ?? period.to };
}

/** Every period of a contract that has begun by a day, from the one around the first day asked for. */
export function periodsBetween(
  contract: CostContract,
  { from, upTo }: { readonly from: CalendarDay; readonly upTo: CalendarDay },
): ChargedDays[] {
  const { from: begins, to: ends } = contractDays(contract);
  const periods: ChargedDays[] = [];
  let day = begins > from ? begins : from;
  while (day <= upTo && (ends === undefined || day <= ends)) {
    const period = periodOf(contract, day);
    if (period.to < day) break;
    periods.push(period);
    day = addDays(period.to, 1);
  }
  return periods;
}

/** The day by which a period's charge is to be booked: its last day; what is paid once, on its first. */
export function chargedBy(contract: CostContract, period: ChargedDays): CalendarDay {
  if (isPaidOnce(contract.term)) return period.from;
  return periodParts(contract, period).at(-1)?.to ?? period.to;
}
