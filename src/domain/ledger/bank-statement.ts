import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, readYuan } from '../money/fen';
import { halfWidth } from '../shared/half-width';
import { withoutPrivateNumbers } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import {
  type BankLayout,
  type BankRow,
  type ColumnPart,
  findHeading,
  type Heading,
  readBankDay,
} from './bank-layout';

/** One line of a bank's statement. */
export interface StatementLine {
  /** The row of the file it stands in, as a spreadsheet shows it. */
  readonly row: number;
  readonly bookedOn: CalendarDay;
  /** Fen as the account's holder sees it: in above zero, out below. */
  readonly amount: Fen;
  readonly text: string;
  readonly counterparty: string;
  readonly reference: string;
  /** What lay on the account after it, where the bank says so. */
  readonly balanceAfter: Fen | undefined;
}

/** A statement as read from its rows. */
export interface ReadStatement {
  readonly heading: Heading | undefined;
  /** In the order in which the bank booked them, whichever way round the file lists them. */
  readonly lines: readonly StatementLine[];
  /** Bad cells by `row.<row>.<part>`. Codes `bank.*`. */
  readonly problems: readonly Problem[];
}

/** A cell that says there is nothing on this side, and one that says so by a nought. */
const NOTHING = /^(?:|-+|\u2014+|\/|0|0\.0{1,2})$/;
const NOUGHT = /^0(?:\.0{1,2})?$/;

const LONGEST_TEXT = 200;

/**
 * Reads the rows of a statement by its bank's layout: every bad cell is named, none is guessed.
 * @param rows heading and whatever stands above it included
 */
export function readStatement(rows: readonly BankRow[], layout: BankLayout): ReadStatement {
  const heading = findHeading(rows, layout);
  if (heading === undefined) {
    const { day, text } = layout.columns;
    const facts = { layout: layout.name, wanted: [...day.slice(0, 1), ...text.slice(0, 1)] };
    return { heading, lines: [], problems: [{ code: 'bank.noHeading', field: 'file', facts }] };
  }
  const lines: StatementLine[] = [];
  const problems: Problem[] = [];
  for (const { number, cells } of rows) {
    const row = new StatementRow({ cells, layout, heading, row: number });
    if (number <= heading.row || row.isBlank || row.isFooter || row.movesNothing) continue;
    const line = row.read();
    problems.push(...row.problems);
    if (line !== undefined) lines.push(line);
  }
  return { heading, lines: inBookingOrder(lines), problems };
}

interface RowPlace {
  readonly cells: readonly string[];
  readonly layout: BankLayout;
  readonly heading: Heading;
  readonly row: number;
}

/** One row of the file below its heading. */
class StatementRow {
  readonly problems: Problem[] = [];

  constructor(private readonly place: RowPlace) {}

  get isBlank(): boolean {
    return this.place.cells.every((cell) => cell.trim() === '');
  }

  /**
   * A row that only adds up, or says what lay on the account, begins with a word of the layout's list; or its
   * text does, and it has no amount.
   */
  get isFooter(): boolean {
    const first = this.place.cells.find((cell) => cell.trim() !== '') ?? '';
    const text = this.amounts.every((cell) => cell === '') ? this.cell('text') : '';
    const told = [first, text].map((cell) => cell.replace(/\s+/g, ''));
    return this.place.layout.footers.some((word) => told.some((cell) => cell.startsWith(word)));
  }

  /** An amount that is said to be nought moves nothing; one that is missing may have been something. */
  get movesNothing(): boolean {
    const { amounts } = this;
    return amounts.every((cell) => NOTHING.test(cell)) && amounts.some((cell) => NOUGHT.test(cell));
  }

  private get amounts(): string[] {
    const parts =
      this.place.layout.amounts.kind === 'twoColumns' ? (['in', 'out'] as const) : (['amount'] as const);
    return parts.map((part) => halfWidth(this.cell(part)));
  }

  read(): StatementLine | undefined {
    const bookedOn = this.day();
    const amount = this.amount();
    const balanceAfter = this.balance();
    const texts = { text: this.text('text'), counterparty: this.text('counterparty') };
    const reference = this.text('reference');
    if (bookedOn === undefined || amount === undefined || this.problems.length > 0) return undefined;
    return { row: this.place.row, bookedOn, amount, ...texts, reference, balanceAfter };
  }

  private day(): CalendarDay | undefined {
    const typed = this.cell('day');
    const day = readBankDay(typed, this.place.layout.dates);
    if (day === undefined) this.refuse(typed === '' ? 'bank.dayMissing' : 'bank.dayUnreadable', 'day');
    return day;
  }

  private amount(): Fen | undefined {
    const { amounts } = this.place.layout;
    if (amounts.kind === 'twoColumns') return this.amountOfTwo();
    const amount = this.money('amount');
    if (amount === undefined) return undefined;
    if (amount === 0n) return this.noAmount('bank.amountMissing', 'amount');
    if (amounts.kind === 'signed') return amount;
    const mark = halfWidth(this.cell('mark')).toUpperCase();
    if (amounts.in.includes(mark)) return amount;
    if (amounts.out.includes(mark)) return -amount;
    return this.noAmount('bank.markUnknown', 'mark');
  }

  /** Money stands in one of the two columns, never in both; a bank takes a line back in red on its side. */
  private amountOfTwo(): Fen | undefined {
    const [incoming, outgoing] = [this.money('in'), this.money('out')];
    if (incoming === undefined || outgoing === undefined) return undefined;
    if (incoming !== 0n && outgoing !== 0n) return this.noAmount('bank.bothSides', 'out');
    if (incoming === 0n && outgoing === 0n) return this.noAmount('bank.amountMissing', 'in');
    return incoming - outgoing;
  }

  private balance(): Fen | undefined {
    return this.cell('balance') === '' ? undefined : this.money('balance');
  }

  private money(part: ColumnPart): Fen | undefined {
    const typed = this.cell(part);
    if (NOTHING.test(halfWidth(typed))) return 0n;
    const amount = readYuan(typed);
    return amount ?? this.noAmount('bank.amountUnreadable', part);
  }

  private text(part: ColumnPart): string {
    const typed = this.cell(part).replace(/\s+/g, ' ');
    // A bank's serial number is as long as a card's, and belongs to nobody.
    const text = part === 'reference' ? typed : withoutPrivateNumbers(typed);
    if (text.length > LONGEST_TEXT) this.refuse('bank.textTooLong', part);
    return text;
  }

  private cell(part: ColumnPart): string {
    const place = this.place.heading.places.get(part);
    return (place === undefined ? '' : (this.place.cells[place] ?? '')).trim();
  }

  private noAmount(code: string, part: ColumnPart): Fen | undefined {
    this.refuse(code, part);
    return undefined;
  }

  private refuse(code: string, part: ColumnPart): void {
    const { row } = this.place;
    const value = withoutPrivateNumbers(this.cell(part)).slice(0, LONGEST_TEXT);
    this.problems.push({ code, field: `row.${String(row)}.${part}`, value, facts: { row, part } });
  }
}

/** Many banks list the latest line first; the running balance tells where all lines are of one day. */
function inBookingOrder(lines: readonly StatementLine[]): StatementLine[] {
  const turned = [...lines].reverse();
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (first.bookedOn !== last.bookedOn) return first.bookedOn > last.bookedOn ? turned : [...lines];
  return brokenBalances(turned) < brokenBalances(lines) ? turned : [...lines];
}

/** How many lines do not lead from the balance before them to their own. */
function brokenBalances(lines: readonly StatementLine[]): number {
  return lines.filter((line, place) => {
    const before = lines[place - 1]?.balanceAfter;
    return before !== undefined && line.balanceAfter !== before + line.amount;
  }).length;
}

/**
 * What makes a line itself and no other, as one text: two lines that agree in everything on one day are told
 * apart by their count, so that the same line imported twice is known again and two equal payments are kept.
 */
export function lineMarks(lines: readonly StatementLine[]): string[] {
  const counts = new Map<string, number>();
  return lines.map((line) => {
    const { bookedOn, amount, balanceAfter, reference, counterparty, text } = line;
    const alike = JSON.stringify([
      bookedOn,
      amount.toString(),
      balanceAfter?.toString() ?? '',
      reference,
      counterparty,
      text,
    ]);
    const count = (counts.get(alike) ?? 0) + 1;
    counts.set(alike, count);
    return `${alike} ${String(count)}`;
  });
}
