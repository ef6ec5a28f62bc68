import { type CalendarDay, daysInclusive } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { onlySubset, type SearchBound } from './bank-subset';

/** A line of either side without a counterpart yet: what the bank says, or a voucher line on the account. */
export interface OpenLine {
  readonly id: string;
  readonly on: CalendarDay;
  /** Fen; in above zero, out below, on both sides alike. */
  readonly amount: Fen;
  readonly counterparty: string;
  readonly reference: string;
  /** What the bank says of it, or the voucher's summary. */
  readonly text: string;
  /** Lines of one voucher belong together; a bank's lines belong to nothing. */
  readonly voucher?: string;
  /** The voucher that this line's voucher takes back. */
  readonly reverses?: string;
}

/** How far apart two lines may lie and still be the same money, and how long sums are searched. */
export interface MatchRules extends SearchBound {
  readonly windowDays: number;
}

/**
 * By which rule lines were brought together: a line and its reversal; the same amount; the same amount, told
 * from others by reference or counterparty; one against the lines of a voucher or a day; one against several.
 */
export type MatchRule = 'reversedPair' | 'amount' | 'reference' | 'voucher' | 'sum';

/** Lines that seem to be the same money. Nothing is matched until a person says so. */
export interface Suggestion {
  readonly bank: readonly string[];
  readonly books: readonly string[];
  readonly rule: MatchRule;
  /** Nothing else could be meant; the others are for a person to look at one by one. */
  readonly certain: boolean;
}

/**
 * What could belong together, each line in one suggestion at most. The surer rules go first, and what is
 * equally likely twice is left to a person.
 */
export function suggestMatches(
  bank: readonly OpenLine[],
  books: readonly OpenLine[],
  rules: MatchRules,
): Suggestion[] {
  const search = new MatchSearch(bank, books, rules);
  search.reversedPairs();
  search.equalAmounts();
  search.sums('bank');
  search.sums('books');
  return search.suggestions;
}

type Side = 'bank' | 'books';

/** A line with its day as a number, which a search compares by the hundred thousand. */
interface PlacedLine extends OpenLine {
  readonly day: number;
}

class MatchSearch {
  readonly suggestions: Suggestion[] = [];
  private readonly open: Record<Side, Map<string, PlacedLine>>;

  constructor(
    bank: readonly OpenLine[],
    books: readonly OpenLine[],
    private readonly rules: MatchRules,
  ) {
    this.open = { bank: byId(bank), books: byId(books) };
  }

  /** A voucher and the one that takes it back never reach the bank: they settle each other. */
  reversedPairs(): void {
    for (const line of [...this.open.books.values()]) {
      if (line.reverses === undefined || !this.open.books.has(line.id)) continue;
      const taken = [...this.open.books.values()].filter(
        ({ voucher, amount }) => voucher === line.reverses && amount === -line.amount,
      );
      const [first] = taken;
      if (first !== undefined) this.suggest([], [first, line], { rule: 'reversedPair', certain: true });
    }
  }

  /**
   * One line of the amount on either side within the window is certain. Among several, the only one with the
   * same reference or counterparty is; else they are paired by their days for a person to look at.
   */
  equalAmounts(): void {
    const books = byAmount(this.open.books.values());
    for (const [amount, bankLines] of byAmount(this.open.bank.values())) {
      const lines = { bank: bankLines, books: books.get(amount) ?? [] };
      for (const rule of ['amount', 'reference'] as const) this.onlyPairs(lines, rule);
      for (const line of lines.bank) {
        const near = this.near(line, lines.books);
        const [nearest] = near.sort((one, other) => apart(line, one) - apart(line, other));
        if (nearest === undefined || !this.open.bank.has(line.id)) continue;
        this.suggest([line], [nearest], { rule: 'amount', certain: false });
      }
    }
  }

  private onlyPairs(
    lines: Readonly<Record<Side, readonly PlacedLine[]>>,
    rule: 'amount' | 'reference',
  ): void {
    const fits = (one: PlacedLine, other: PlacedLine): boolean => rule === 'amount' || isAlike(one, other);
    const pairs = lines.bank.flatMap((line) => {
      if (!this.open.bank.has(line.id)) return [];
      const near = this.near(line, lines.books).filter((each) => fits(line, each));
      const [only] = near;
      if (only === undefined || near.length > 1) return [];
      const back = lines.bank.filter(
        (each) => this.open.bank.has(each.id) && this.isNear(each, only) && fits(each, only),
      );
      return back.length === 1 ? [[line, only] as const] : [];
    });
    for (const [line, only] of pairs) this.suggest([line], [only], { rule, certain: true });
  }

  /** One line of this side against several of the other: a pay list, or several receipts in one credit. */
  sums(one: Side): void {
    const many = one === 'bank' ? 'books' : 'bank';
    for (const line of this.open[one].values()) {
      const near = this.near(line, [...this.open[many].values()]).filter(
        ({ amount }) => amount > 0n === line.amount > 0n && size(amount) < size(line.amount),
      );
      const whole = wholeGroup(near, line.amount);
      const found = whole ?? onlySubset(near, line.amount, this.rules);
      if (found === undefined) continue;
      const told = whole === undefined ? ({ rule: 'sum', certain: false } as const) : SURE_GROUP;
      this.suggest(one === 'bank' ? [line] : found, one === 'bank' ? found : [line], told);
    }
  }

  private near(line: PlacedLine, others: readonly PlacedLine[]): PlacedLine[] {
    return others.filter((other) => this.isNear(line, other) && this.isStillOpen(other));
  }

  private isStillOpen({ id }: PlacedLine): boolean {
    return this.open.bank.has(id) || this.open.books.has(id);
  }

  private isNear(one: PlacedLine, other: PlacedLine): boolean {
    return apart(one, other) <= this.rules.windowDays;
  }

  private suggest(
    bank: readonly PlacedLine[],
    books: readonly PlacedLine[],
    told: Pick<Suggestion, 'rule' | 'certain'>,
  ): void {
    for (const { id } of bank) this.open.bank.delete(id);
    for (const { id } of books) this.open.books.delete(id);
    this.suggestions.push({ bank: bank.map(({ id }) => id), books: books.map(({ id }) => id), ...told });
  }
}

const SURE_GROUP = { rule: 'voucher', certain: true } as const;

/** The lines of one voucher, or all of one day, where exactly one such group makes the amount. */
function wholeGroup(lines: readonly PlacedLine[], amount: Fen): PlacedLine[] | undefined {
  const groups = new Map<string, PlacedLine[]>();
  for (const line of lines) {
    for (const key of [line.voucher, line.on]) {
      if (key === undefined) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [line]);
      else group.push(line);
    }
  }
  const fitting = [...groups.values()].filter(
    (group) => group.length > 1 && sumFen(group.map((line) => line.amount)) === amount,
  );
  const ways = new Set(fitting.map((group) => group.map(({ id }) => id).join(' ')));
  return ways.size === 1 ? fitting[0] : undefined;
}

/** The same paper or the same people: a reference or counterparty that both name, in a field or in words. */
function isAlike(one: OpenLine, other: OpenLine): boolean {
  const names = (line: OpenLine, name: string, field: string): boolean =>
    name !== '' && (field === name || line.text.includes(name));
  return (
    names(other, one.reference, other.reference) ||
    names(one, other.reference, one.reference) ||
    names(other, one.counterparty, other.counterparty) ||
    names(one, other.counterparty, one.counterparty)
  );
}

function apart(one: PlacedLine, other: PlacedLine): number {
  return Math.abs(one.day - other.day);
}

function size(amount: Fen): Fen {
  return amount < 0n ? -amount : amount;
}

function byId(lines: readonly OpenLine[]): Map<string, PlacedLine> {
  return new Map(lines.map((line) => [line.id, { ...line, day: daysInclusive('1949-01-01', line.on) }]));
}

function byAmount(lines: Iterable<PlacedLine>): Map<Fen, PlacedLine[]> {
  const amounts = new Map<Fen, PlacedLine[]>();
  for (const line of lines) {
    const alike = amounts.get(line.amount);
    if (alike === undefined) amounts.set(line.amount, [line]);
    else alike.push(line);
  }
  return amounts;
}

/** Why the bank and the books differ and still both stand: a closed list, so that an auditor can count. */
export const DIFFERENCE_CODES = ['timing', 'charge', 'interest', 'bankError', 'ourError'] as const;

export type DifferenceCode = (typeof DIFFERENCE_CODES)[number];

/** A difference explained. */
export interface Explanation {
  readonly code: DifferenceCode;
  readonly note: string;
}

/** The lines that a person ticked, and why their sums differ where they do. */
export interface MatchForm {
  readonly bank: readonly OpenLine[];
  readonly books: readonly OpenLine[];
  readonly code: string;
  readonly note: string;
}

/**
 * What is wrong with a match by hand: both sides make the same sum, or the difference is explained. Lines of
 * one side alone settle each other only where they make nothing. Codes `bank.nothingTicked`, `bank.oneSided`,
 * `bank.sumsDiffer`, `bank.codeUnknown`, `bank.noteMissing`.
 */
export function matchProblems({ bank, books, code, note }: MatchForm): Problem[] {
  const [bankSum, booksSum] = [sumFen(bank.map(amountOf)), sumFen(books.map(amountOf))];
  const difference = bankSum - booksSum;
  if (bank.length + books.length === 0) return [{ code: 'bank.nothingTicked', field: 'bank' }];
  if (bank.length === 0 || books.length === 0) {
    const settles = difference === 0n && bank.length + books.length > 1;
    return settles ? [] : [{ code: 'bank.oneSided', field: 'bank', facts: { sum: bankSum + booksSum } }];
  }
  if (difference === 0n) return [];
  if (code === '') {
    const facts = { bank: bankSum, books: booksSum, difference };
    return [{ code: 'bank.sumsDiffer', field: 'code', facts }];
  }
  return explanationProblems({ code, note });
}

/** Reads why something differs; an error names what it is. Codes `bank.codeUnknown`, `bank.noteMissing`. */
export function explanationProblems({ code, note }: { code: string; note: string }): Problem[] {
  const known = readDifferenceCode(code);
  if (known === undefined) return [{ code: 'bank.codeUnknown', field: 'code', value: code }];
  const wantsNote = known === 'bankError' || known === 'ourError';
  return wantsNote && note.trim() === '' ? [{ code: 'bank.noteMissing', field: 'note' }] : [];
}

/** The code of the list, or undefined. */
export function readDifferenceCode(text: string): DifferenceCode | undefined {
  return DIFFERENCE_CODES.find((code) => code === text);
}

function amountOf({ amount }: OpenLine): Fen {
  return amount;
}
