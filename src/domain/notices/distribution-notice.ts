import type { CalendarDay, Month } from '../calendar/calendar-day';
import type { NoticeFigure, NoticeNumber } from './notice-reckoning';
import type { NoticeObjectionRow } from './objection-row';

/**
 * An amount in whole fen as digits, `8122028` for 81,220.28 yuan: JSON has no exact large integers. A minus
 * may stand before.
 */
export type FenText = string;

/** A quantity or percentage in plain decimal digits with its own decimals kept: `4.20`, `49236`, `6.25`. */
export type DecimalText = string;

/** The part of a year a sheet settles; anything else is told by its days. */
export type NoticePeriodKind = 'year' | 'first-half' | 'second-half' | 'quarter' | 'months';

/** Which money the sheet is about; each pool has a sheet of its own, so that money keeps its colour. */
export type NoticePool = 'pv' | 'other';

/** The streams money comes in by. A PV sheet has the first two, the sheet of other assets the rest. */
export type IncomeStream = 'energy' | 'subsidy' | 'rent' | 'dividend' | 'other';

/** Who issues the sheet, for which village and period, and under which number. */
export interface NoticeHeading {
  /** The collective that issues and seals, by its full name. */
  readonly issuer: string;
  readonly village: string;
  readonly township: string;
  /** `label` is the village's short name in document numbers; `year` and `number` count per village. */
  readonly number: { readonly label: string; readonly year: number; readonly number: number };
  /** 1 for the first sheet; a correction counts on. */
  readonly version: number;
  readonly issuedOn: CalendarDay;
  readonly periodFrom: CalendarDay;
  readonly periodTo: CalendarDay;
  readonly periodKind: NoticePeriodKind;
  readonly pool: NoticePool;
}

/** The equation: carried over + received − deducted = distributable = planned + left over. */
export interface NoticeSums {
  readonly carriedOver: FenText;
  readonly received: FenText;
  readonly deducted: FenText;
  readonly distributable: FenText;
  readonly planned: FenText;
  readonly leftOver: FenText;
}

/** What one asset brought by one stream: received in the period, and what is due but still outstanding. */
export interface NoticeReceipt {
  readonly stream: IncomeStream;
  readonly received: FenText;
  readonly outstanding: FenText;
  /** The months the outstanding amount is for, where months make sense. */
  readonly outstandingMonths?: { readonly from: Month; readonly to: Month };
  /** What documents call what came, with the reason for not following a line; absent without a word. */
  readonly called?: readonly string[];
}

/**
 * One asset's line. For a joint station `energyKwh` is the village's part (station × share) and
 * `sharePercent` says so.
 */
export interface NoticeIncomeRow {
  readonly asset: string;
  /** The name villagers use where the full one is too long, for notes below the table. */
  readonly shortName?: string;
  readonly capacityKw?: DecimalText;
  readonly energyKwh?: DecimalText;
  readonly sharePercent?: DecimalText;
  readonly receipts: readonly NoticeReceipt[];
}

/**
 * Receipts by asset and stream; `months` says which months the receipts of a stream are for, where months
 * make sense.
 */
export interface NoticeIncome {
  /** The columns, in order. */
  readonly streams: readonly IncomeStream[];
  readonly rows: readonly NoticeIncomeRow[];
  readonly months: readonly { readonly stream: IncomeStream; readonly from: Month; readonly to: Month }[];
  /**
   * Tax owed of what came, which the sum received is less; below zero where more was given back. Absent where
   * there is none.
   */
  readonly taxOwed?: FenText;
  /**
   * Tax the grid kept back from the slips of which money came for the first time: what came is what was left.
   * Absent where there is none.
   */
  readonly taxKept?: FenText;
}

/** The part of a year a yearly price is charged for. */
export type PartOfYear = 'year' | 'half-year' | 'quarter' | 'month';

/** How a deduction was reckoned, so that a reader can do the sum again. */
export type Reckoning =
  /** mu × yuan per mu and year × part of the year (× the village's share of a joint station). */
  | {
      readonly by: 'area';
      readonly mu: DecimalText;
      readonly yuanPerMu: DecimalText;
      readonly part: PartOfYear;
      readonly sharePercent?: DecimalText;
    }
  /**
   * A percentage of the period's receipts (of all assets on the sheet, unless `base` differs from the
   * received sum).
   */
  | {
      readonly by: 'percent-of-receipts';
      readonly base: FenText;
      readonly ratePercent: DecimalText;
      readonly contract?: string;
    }
  /**
   * yuan per watt and year × capacity × part of the year, where the contract has it with a cap that held.
   */
  | {
      readonly by: 'per-watt';
      readonly capacityKw: DecimalText;
      readonly yuanPerWatt: DecimalText;
      readonly part: PartOfYear;
      readonly cap?: FenText;
    }
  /** An amount fixed by contract for a span of time. */
  | { readonly by: 'fixed'; readonly covers?: string; readonly contract?: string }
  /** Bills of others, counted; `cap` is the most that their contract lets the whole year cost. */
  | { readonly by: 'bill'; readonly bills: number; readonly covers?: string; readonly cap?: FenText };

/** The kinds of cost the sheet can name by itself; `other` is named by its own `name`. */
export type DeductionKind = 'land-rent' | 'operation' | 'insurance' | 'other';

/**
 * One cost with the vouchers that prove it. A cost the policy does not list carries the reason why it was
 * necessary.
 */
export interface NoticeDeductionRow {
  readonly kind: DeductionKind;
  /** The policy's word for the kind, or its own name where the policy names none (a repair, for example). */
  readonly name?: string;
  /** The asset or assets it was for, as villagers call them. */
  readonly asset?: string;
  readonly reckoning: Reckoning;
  readonly vouchers: readonly string[];
  readonly amount: FenText;
  /** Only where the policy asks for one. */
  readonly reason?: string;
}

/** One use of the money. `description` says for whom and what for in counts, never naming a person. */
export interface NoticeUseRow {
  readonly bucket: string;
  readonly name: string;
  readonly description: string;
  /** The mark of the clause that allows it (1 is printed as ①); absent where the village itself decided. */
  readonly clauseMark?: number;
  readonly amount: FenText;
  /** What of it was granted by the month before and taken over: it counts once. Absent where nothing was. */
  readonly granted?: FenText;
}

/** The uses, and what the money left over is kept for. */
export interface NoticeUses {
  readonly rows: readonly NoticeUseRow[];
  readonly leftOverFor?: string;
  /** Whether every payment goes to a bank card, which the sheet then says. */
  readonly paidByCardOnly: boolean;
}

/**
 * Money set aside for a purpose: before the period, in it, released in it, and when it ended (`after`, which
 * is part of what is left). `later` is what was set aside and released after the period, up to the draft.
 */
export interface NoticeReserveRow {
  readonly purpose: string;
  /** The decision it goes back to. */
  readonly paper: string;
  readonly setOn: CalendarDay;
  readonly before: FenText;
  readonly kept: FenText;
  readonly released: FenText;
  readonly after: FenText;
  readonly later?: { readonly kept: FenText; readonly released: FenText };
  readonly releases: readonly {
    readonly on: CalendarDay;
    readonly amount: FenText;
    readonly reason: string;
  }[];
}

/** A stretch of a clause; a piece with a mark is the one that allows the uses with the same mark. */
export interface ClausePiece {
  readonly text: string;
  readonly mark?: number;
}

/** The rules the uses stand on, and the edition they were read in. */
export interface NoticeClauses {
  readonly quotes: readonly {
    readonly document: string;
    readonly item: string;
    readonly pieces: readonly ClausePiece[];
    /** The document itself was not seen: printed as a paraphrase, never in quotation marks. */
    readonly paraphrased: boolean;
  }[];
  readonly pack: { readonly id: string; readonly digest: string };
  /** Which office said that the document still holds, where it says itself that somebody has to. */
  readonly confirmed?: {
    readonly office: string;
    readonly on: CalendarDay;
    readonly until: CalendarDay;
    readonly paper?: string;
  };
  /** Reasons the village wrote where a rule asked for one. */
  readonly writtenReasons: readonly string[];
}

/** Who decided, and when. Counts of people present and in favour, never names. */
export interface NoticeDecision {
  readonly body: string;
  readonly decidedOn: CalendarDay;
  readonly due: number;
  readonly present: number;
  readonly inFavour: number;
  /** The township body that reviewed the plan, and when. */
  readonly townshipReview?: { readonly body: string; readonly on: CalendarDay };
}

/**
 * The days the sheet hangs on the wall, first and last included in the span; `firstDayCounts` says how
 * `days` is reckoned.
 */
export interface NoticePublicity {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly days: number;
  readonly firstDayCounts: boolean;
}

/** Whom to ask: offices and their public telephones, no persons. */
export interface NoticeContacts {
  readonly offices: readonly {
    readonly id: string;
    readonly body: string;
    readonly phone: string;
    readonly place?: string;
  }[];
  readonly answerWithinDays?: number;
}

/** Where the chain of entries stood when the sheet was made: paper is the outside witness of the books. */
export interface NoticeWitness {
  readonly chainLength: number;
  readonly chainHead: string;
}

/**
 * The canonical facts of a distribution sheet, plain JSON: all that is held against the public page. Amounts
 * are fen as digits, days are text, no person is named. The digest is taken over these sections.
 */
export interface DistributionNotice {
  readonly kind: 'distribution';
  readonly heading: NoticeHeading;
  readonly sums: NoticeSums;
  readonly income: NoticeIncome;
  readonly deductions: readonly NoticeDeductionRow[];
  readonly uses: NoticeUses;
  /** Absent where nothing is set aside, and from sheets of plans that kept nothing of it. */
  readonly reserves?: readonly NoticeReserveRow[];
  readonly objections?: readonly NoticeObjectionRow[];
  readonly clauses: NoticeClauses;
  readonly decision: NoticeDecision;
  readonly publicity: NoticePublicity;
  readonly contacts: NoticeContacts;
  readonly witness: NoticeWitness;
  /** How each figure came about. Sheets of plans that kept nothing to reckon from have neither part. */
  readonly reckoning?: readonly NoticeFigure[];
  /** The numbers it was judged by that the document leaves open, given or not. */
  readonly numbers?: readonly NoticeNumber[];
}

/**
 * The same sheet while nothing of it is decided: no number, no votes, no days on the wall, no place in the
 * chain. It is drawn to be looked at, and neither hashed nor kept.
 */
export interface SampleNotice extends Omit<
  DistributionNotice,
  'kind' | 'heading' | 'decision' | 'publicity' | 'witness'
> {
  readonly kind: 'sample';
  readonly heading: Omit<NoticeHeading, 'number' | 'version'>;
}

/** What can be drawn as a sheet. */
export type SheetNotice = DistributionNotice | SampleNotice;
