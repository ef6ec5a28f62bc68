import type { CalendarDay } from '../calendar/calendar-day';
import type { Condition } from './condition';
import type { Force, Unit } from './pack-words';
import type { Subject } from './subjects';

/** At which level of the administration something is done or counted. */
export const LEVELS = [
  'household',
  'contract',
  'village',
  'township',
  'county',
  'department',
  'city',
  'province',
] as const;
export type Level = (typeof LEVELS)[number];

/** A mark a record gets where every line of `when` holds: a household below the low-income line. */
export interface Tag {
  readonly id: string;
  readonly subject: Subject;
  readonly when: readonly Condition[];
  readonly cite: string;
  readonly says: string;
}

/**
 * A procedure the document names for records of a kind (where `when` holds). `steps`: in this order;
 * none where the document names the procedure without spelling it out, which the route of the county does.
 * `signers`: who has to sign. `within`: how long after what.
 */
export interface Flow {
  readonly id: string;
  readonly subject: Subject;
  readonly when: readonly Condition[];
  readonly steps: readonly FlowStep[];
  readonly signers: readonly FlowStep[];
  readonly within: Span | undefined;
  readonly force: Force;
  readonly cite: string;
  readonly says: string;
}

/** A step or a signer in the words of the clause. */
export interface FlowStep {
  readonly id: string;
  readonly phrase: string;
}

/** At most (`within`) so long after something; `after` says what, in the words of the clause. */
export interface Span {
  readonly count: string;
  readonly unit: Extract<Unit, 'days' | 'working_days' | 'months'>;
  readonly after: string;
}

/** What a published sheet or list may have to show. */
export const NOTICE_PARTS = [
  'receipts',
  'deductions',
  'distributable',
  'uses',
  'clauses',
  'persons',
  'phone',
  'place',
  'hours',
  'workers',
  'wages',
  'operator',
  'rent_due',
  'policies',
  'received',
  'arrears',
] as const;

/** Something the document orders to be shown. */
export interface NoticeDuty {
  readonly id: string;
  readonly sheet: string;
  readonly shows: readonly (typeof NOTICE_PARTS)[number][];
  readonly cite: string;
  readonly says: string;
}

/**
 * A goal of a level. Without a `need` it is shown and not judged: the document names no number. `year`: only
 * that year.
 */
export interface Goal {
  readonly id: string;
  readonly level: Level;
  readonly measure: string;
  readonly year: number | undefined;
  readonly need: readonly Condition[];
  readonly cite: string;
  readonly says: string;
}

/** A ladder of amounts (from: included; to: not), as tiers of village income, and how many are wanted. */
export interface Band {
  readonly id: string;
  readonly measure: string;
  readonly year: number | undefined;
  readonly rows: readonly BandRow[];
  readonly cite: string;
  readonly says: string;
}

export interface BandRow {
  readonly from: string;
  /** Undefined: without an upper end. */
  readonly to: string | undefined;
  readonly wanted: string | undefined;
  readonly wantedResettled: string | undefined;
}

/** How often something recurs; `rolling` whenever there is something. */
export const RHYTHMS = ['rolling', 'month', 'quarter', 'half_year', 'year'] as const;

/** Something to be done or reported by a day: on days of every year, by a day once, or in a rhythm. */
export interface CalendarLine {
  readonly id: string;
  readonly level: Level;
  readonly every: (typeof RHYTHMS)[number] | undefined;
  /** Day of the month after the one it is about, where the document names one. */
  readonly dayOfMonth: number | undefined;
  /** `06-30`, `12-31`: days of every year. */
  readonly on: readonly string[];
  readonly by: CalendarDay | undefined;
  readonly cite: string;
  readonly says: string;
}
