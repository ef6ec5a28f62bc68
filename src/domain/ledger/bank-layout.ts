import { type CalendarDay, addDays, isCalendarDay } from '../calendar/calendar-day';
import { halfWidth } from '../shared/half-width';
import {
  bestNamed,
  type HeadedPart,
  headingIn,
  type TableHeading,
  type TextRow,
} from '../shared/table-headings';

/** How one kind of bank writes its statements: which words head which column, how a day and a sign look. */
export interface BankLayout {
  readonly id: string;
  readonly name: string;
  /** Whether somebody held it against a real statement of such a bank. */
  readonly confirmed: boolean;
  readonly columns: {
    readonly day: readonly string[];
    readonly text: readonly string[];
    readonly counterparty?: readonly string[];
    readonly reference?: readonly string[];
    readonly balance?: readonly string[];
  };
  readonly amounts: AmountLayout;
  readonly dates: readonly DateForm[];
  /** How a row begins that only adds up what stands above. */
  readonly footers: readonly string[];
}

/** One signed column; a column in and a column out; or one column and a mark beside it. */
export type AmountLayout =
  | { readonly kind: 'signed'; readonly amount: readonly string[] }
  | { readonly kind: 'twoColumns'; readonly in: readonly string[]; readonly out: readonly string[] }
  | {
      readonly kind: 'marked';
      readonly amount: readonly string[];
      readonly mark: readonly string[];
      /** The marks of money that came in, and of money that went out, as the account's holder sees it. */
      readonly in: readonly string[];
      readonly out: readonly string[];
    };

/** `YMD` is eight digits, `han` has the signs of year, month and day, `serial` counts days as Excel does. */
export type DateForm = 'Y-M-D' | 'Y/M/D' | 'Y.M.D' | 'YMD' | 'han' | 'serial';

/** What a column of a statement says. */
export type ColumnPart =
  'day' | 'text' | 'counterparty' | 'reference' | 'balance' | 'amount' | 'in' | 'out' | 'mark';

/** A row of a bank's file. */
export type BankRow = TextRow;

/** The heading of a statement: the number of its row, and which part stands in which column. */
export type Heading = TableHeading<ColumnPart>;

const DATE_PATTERNS: Readonly<Record<Exclude<DateForm, 'serial'>, RegExp>> = {
  'Y-M-D': /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  'Y/M/D': /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  'Y.M.D': /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  YMD: /^(\d{4})(\d{2})(\d{2})$/,
  han: /^(\d{4})\p{Script=Han}(\d{1,2})\p{Script=Han}(\d{1,2})\p{Script=Han}$/u,
};

/** Day 0 as Excel counts: it takes 1900 for a leap year, which this day makes good for all days since. */
const SERIAL_DAY_ZERO = '1899-12-30';

/**
 * Reads a day in one of the layout's forms; a time of day behind it is left aside. @returns undefined where
 * it is none
 */
export function readBankDay(text: string, forms: readonly DateForm[]): CalendarDay | undefined {
  const typed = halfWidth(text).trim();
  const day = typed.replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '').trim();
  for (const form of forms) {
    const found = form === 'serial' ? serialDay(day) : patternDay(day, DATE_PATTERNS[form]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function patternDay(text: string, pattern: RegExp): CalendarDay | undefined {
  const [whole, year = '', month = '', day = ''] = pattern.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(read) ? read : undefined;
}

/** Five digits, 1954 to 2173; the fraction is the time of day. */
function serialDay(text: string): CalendarDay | undefined {
  const [, days] = /^([2-9]\d{4})(?:\.\d+)?$/.exec(text) ?? [];
  return days === undefined ? undefined : addDays(SERIAL_DAY_ZERO, Number(days));
}

/** Finds the heading of a statement. @returns undefined where no row of the first thirty is one */
export function findHeading(rows: readonly BankRow[], layout: BankLayout): Heading | undefined {
  return headingIn(rows, partsOf(layout));
}

/** The layout that a file is written in, if one of them is found in it. */
export function layoutOf(rows: readonly BankRow[], layouts: readonly BankLayout[]): BankLayout | undefined {
  return bestNamed(layouts, (layout) => findHeading(rows, layout));
}

type Part = HeadedPart<ColumnPart>;

function partsOf({ columns, amounts }: BankLayout): Part[] {
  const { day, text, counterparty = [], reference = [], balance = [] } = columns;
  return [
    { part: 'day', words: day, needed: true },
    { part: 'text', words: text, needed: true },
    ...amountParts(amounts),
    { part: 'counterparty', words: counterparty, needed: false },
    { part: 'reference', words: reference, needed: false },
    { part: 'balance', words: balance, needed: false },
  ];
}

function amountParts(amounts: AmountLayout): Part[] {
  if (amounts.kind === 'signed') return [{ part: 'amount', words: amounts.amount, needed: true }];
  if (amounts.kind === 'marked') {
    return [
      { part: 'amount', words: amounts.amount, needed: true },
      { part: 'mark', words: amounts.mark, needed: true },
    ];
  }
  return [
    { part: 'in', words: amounts.in, needed: true },
    { part: 'out', words: amounts.out, needed: true },
  ];
}
