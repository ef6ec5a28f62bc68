import { addDays, type CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import { type StandingChange, standingChanges } from '../shared/standing-changes';

/**
 * How a contract over an asset reckons what the other side owes.
 * - `fixed`: an amount for so many months; it may change from a day on, or grow every year.
 * - `turnover`: a share of the tenant's turnover, which is reported for each payment with its paper.
 * - `agreedReturn`: a yearly rate on the fund that was put in, as operation agreements have it.
 */
export const RENT_TYPES = ['fixed', 'turnover', 'agreedReturn'] as const;
export type RentType = (typeof RENT_TYPES)[number];

/** For how many months a fixed rent is named: a month, a quarter, half a year, a year. */
export const RENT_UNITS = [1, 3, 6, 12] as const;

/** How many months are paid at once. Each of them divides, or is divided by, every unit of rent. */
export const PAID_EVERY = [1, 3, 6, 12, 24, 36, 60] as const;

/** When a payment is due: days before or after its first day, days after its last, or a day of the year. */
export const DUE_RULES = ['beforeStart', 'afterStart', 'afterEnd', 'onDate'] as const;
export type DueRule =
  | { readonly rule: 'beforeStart' | 'afterStart' | 'afterEnd'; readonly days: number }
  /** `06-30`: the first such day from the payment's first day on. */
  | { readonly rule: 'onDate'; readonly date: string };

/** To what a rent that grows is rounded each year, half up. */
export const GROWTH_ROUNDINGS = ['fen', 'yuan'] as const;

/** So much more from each anniversary of the first day on, reckoned on the rent of the year before. */
export interface RentGrowth {
  readonly percent: string;
  readonly rounding: (typeof GROWTH_ROUNDINGS)[number];
}

/** What the rent is from a day on: yuan of a fixed rent; of the others a share, `8%`. As plain text. */
export interface RentRate {
  readonly from: CalendarDay;
  readonly value: string;
}

/** Days for which no rent is asked, both included: while a hall is fitted out, after a flood. */
export interface FreeDays {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** The rent of days that are free. No rent that is agreed is nothing. */
export const FREE_RENT = '0';

/** What was agreed about time and money. */
export interface LeaseTerms {
  /** Both included. */
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay;
  readonly type: RentType;
  /** By day; the first is that of the first day. */
  readonly rates: readonly RentRate[];
  readonly growth?: RentGrowth;
  /** For which days no rent is asked, whatever the rates say; the rent goes on after them. */
  readonly free?: readonly FreeDays[];
  /** The fund an agreed return is a share of: fen as digits. */
  readonly fund?: string;
  /** For how many months the rent of a rate is named. */
  readonly perMonths: number;
  readonly everyMonths: number;
  readonly due: DueRule;
  /** The first days of its renewals: what was due by the former last day stays a due of its own. */
  readonly renewedFrom?: readonly CalendarDay[];
  /** From which days its rent was changed since it was signed: what is due before is due as it was. */
  readonly changedFrom?: readonly CalendarDay[];
}

/** A change of a contract as a dated fact; the contract itself stays as it was signed. */
export const LEASE_CHANGES = ['rent', 'free', 'end', 'renewal', 'resume'] as const;
export type LeaseChange =
  /** From a day on another rent; what was agreed for later days stays agreed where that is said. */
  | {
      readonly kind: 'rent';
      readonly effectiveOn: CalendarDay;
      readonly value: string;
      readonly later?: 'stay';
    }
  /** For these days no rent is asked; what was agreed goes on after them. */
  | { readonly kind: 'free'; readonly effectiveOn: CalendarDay; readonly lastOn: CalendarDay }
  /** The contract ends early: its last day. The day before its first where it never came into force. */
  | { readonly kind: 'end'; readonly effectiveOn: CalendarDay }
  /** The early end said last was a mistake: from the day after it the contract goes on as if it never was. */
  | { readonly kind: 'resume'; readonly effectiveOn: CalendarDay }
  /** It goes on from the day after its last one, to a later day, and for another rent where one is named. */
  | {
      readonly kind: 'renewal';
      readonly effectiveOn: CalendarDay;
      readonly lastOn: CalendarDay;
      readonly value?: string;
    };

/** Whether what was agreed for days after a change of rent still counts. */
export const LATER_RENTS = ['stay', 'go'] as const;

/** For whom the work is that a tenant promises: people of the village, or helped people alone. */
export const LINKAGE_FOR = ['villagers', 'helped'] as const;
export type LinkageFor = (typeof LINKAGE_FOR)[number];

/** What the tenant promised besides rent: work for villagers and the wages of a year. */
export interface LinkageDuties {
  readonly jobs: number | undefined;
  readonly wagesPerYear: Fen | undefined;
  /** Undefined where nobody was asked: any of the village then. */
  readonly for?: LinkageFor;
}

/** The tenant's turnover of one payment, reported with a paper; the last report of a payment counts. */
export interface TurnoverReport {
  readonly periodFrom: CalendarDay;
  readonly turnover: Fen;
}

/** The terms as they are after the changes made so far, in the order in which they were made. */
export function termsAfter(terms: LeaseTerms, changes: readonly LeaseChange[]): LeaseTerms {
  return standingChanges(changes).reduce(changed, terms);
}

function changed(terms: LeaseTerms, change: StandingChange<LeaseChange>): LeaseTerms {
  switch (change.kind) {
    case 'rent': {
      const changedFrom = [...(terms.changedFrom ?? []), change.effectiveOn];
      return { ...terms, rates: withNewRent(terms.rates, change), changedFrom };
    }
    case 'free': {
      const { effectiveOn: from, lastOn: to } = change;
      return { ...terms, free: [...(terms.free ?? []), { from, to }] };
    }
    case 'end':
      return endedOn(terms, change.effectiveOn);
    case 'renewal': {
      const { value } = change;
      const from = addDays(terms.lastOn, 1);
      const rates = value === undefined ? terms.rates : withRate(terms.rates, { from, value });
      return { ...terms, lastOn: change.lastOn, rates, renewedFrom: [...(terms.renewedFrom ?? []), from] };
    }
  }
}

/** A renewal that was to begin after the new last day is none, nor are free days after it. */
function endedOn({ renewedFrom, free, ...terms }: LeaseTerms, lastOn: CalendarDay): LeaseTerms {
  const kept = renewedFrom?.filter((day) => day <= lastOn);
  const left = free
    ?.filter(({ from }) => from <= lastOn)
    .map(({ from, to }) => ({ from, to: to < lastOn ? to : lastOn }));
  return {
    ...{ ...terms, lastOn },
    ...(kept === undefined ? {} : { renewedFrom: kept }),
    ...(left === undefined ? {} : { free: left }),
  };
}

function withNewRent(
  rates: readonly RentRate[],
  { effectiveOn: from, value, later }: Extract<LeaseChange, { readonly kind: 'rent' }>,
): RentRate[] {
  const agreed = later === 'stay' ? rates.filter((rate) => rate.from > from) : [];
  return [...withRate(rates, { from, value }), ...agreed];
}

/** A rate named later takes the place of one of the same day, and of those that were to follow it. */
function withRate(rates: readonly RentRate[], rate: RentRate): RentRate[] {
  return [...rates.filter(({ from }) => from < rate.from), rate];
}
