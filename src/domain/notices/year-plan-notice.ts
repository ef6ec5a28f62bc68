import type { CalendarDay } from '../calendar/calendar-day';
import type {
  FenText,
  NoticeClauses,
  NoticeContacts,
  NoticeDecision,
  NoticeHeading,
  NoticePublicity,
  NoticeWitness,
} from './distribution-notice';
import type { NoticeObjectionRow } from './objection-row';

/** A year's equation: carried over + income − costs = expected = used + reserve + left. */
export interface YearSums {
  readonly carriedOver: FenText;
  readonly income: FenText;
  readonly costs: FenText;
  readonly expected: FenText;
  readonly used: FenText;
  readonly reserve: FenText;
  readonly left: FenText;
}

/** Money that is expected, or a cost: what the figure was taken from, and why another one was put. */
export interface YearMoneyRow {
  /** `carried_over`, `energy` …, or `cost:` and the kind of a cost. */
  readonly code: string;
  readonly name: string;
  readonly from: string;
  readonly why?: string;
  /** What was left of years before may be a debt. */
  readonly amount: FenText;
}

/** So many people, each at a standard a month, for so many months. */
export interface YearPosts {
  readonly people: number;
  readonly standard: FenText;
  readonly months: number;
}

/** A use of the year, in counts, never naming a person. */
export interface YearUseRow {
  readonly bucket: string;
  readonly name: string;
  readonly description: string;
  readonly posts?: YearPosts;
  /** The mark of the clause that allows it; absent where the village itself decided. */
  readonly clauseMark?: number;
  readonly amount: FenText;
}

/** A figure of the year as the plan before had it, and as this one has it. */
export interface YearChangeRow {
  readonly name: string;
  readonly before: FenText;
  readonly after: FenText;
}

/** What a revision changes, by how much, and why. */
export interface YearChange {
  readonly why: string;
  readonly rows: readonly YearChangeRow[];
}

/** A step that was taken of the route, from the draft on. */
export interface YearStepTaken {
  readonly name: string;
  readonly on: CalendarDay;
}

/**
 * The canonical facts of the sheet of a yearly use plan, plain JSON as those of a distribution: what money is
 * expected and what it is for. Nothing of it has come yet.
 */
export interface YearPlanNotice {
  readonly kind: 'yearly-use-plan';
  readonly heading: NoticeHeading;
  readonly sums: YearSums;
  readonly money: readonly YearMoneyRow[];
  readonly uses: { readonly rows: readonly YearUseRow[]; readonly reserveFor?: string };
  /** Absent where no plan of the year was decided before. */
  readonly change?: YearChange;
  readonly objections?: readonly NoticeObjectionRow[];
  readonly clauses: NoticeClauses;
  readonly draftedOn: CalendarDay;
  readonly steps: readonly YearStepTaken[];
  readonly decision: NoticeDecision;
  readonly publicity: NoticePublicity;
  readonly contacts: NoticeContacts;
  readonly witness: NoticeWitness;
}
