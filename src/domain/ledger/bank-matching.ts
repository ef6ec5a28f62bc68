import { type CalendarDay, daysInclusive } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
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
 * What could belong together, each line in one suggestion at most, but for a reversal that may really have
 * been paid back: it stands beside the bank's lines and after them. The surer rules go first, and what is
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
  search.doubtfulPairs();
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
  /** A line and its reversal, of which one or both may be what a line of the bank is. */
  private readonly doubtful: (readonly PlacedLine[])[] = [];
  private readonly inDoubt = new Set<string>();

  constructor(
    bank: readonly OpenLine[],
    books: readonly OpenLine[],
    private readonly rules: MatchRules,
  ) {
    this.open = { bank: byId(bank), books: byId(books) };
  }

  /**
   * A voucher and the one that takes it back settle each other and never reach the bank, unless the bank has
   * a line for one of them that nothing else accounts for: then the money may really have come and gone back.
   */
  reversedPairs(): void {
    const pairs = this.pairsOfReversals();
    const paired = new Set(pairs.flat().map(({ id }) => id));
    const bank = byAmount(this.open.bank.values());
    const others = byAmount([...this.open.books.values()].filter(({ id }) => !paired.has(id)));
    const isAtBank = (line: PlacedLine): boolean => {
      const fitting = this.near(line, bank.get(line.amount) ?? []);
      const meant = others.get(line.amount) ?? [];
      return fitting.length > meant.filter((each) => fitting.some((of) => this.isNear(of, each))).length;
    };
    for (const pair of pairs) {
      if (pair.some(isAtBank)) this.doubt(pair);
      else this.suggest([], pair, { rule: 'reversedPair', certain: true });
    }
  }

  private doubt(pair: readonly PlacedLine[]): void {
    this.doubtful.push(pair);
    for (const { id } of pair) this.inDoubt.add(id);
  }

  private pairsOfReversals(): (readonly PlacedLine[])[] {
    const books = [...this.open.books.values()];
    const taken = new Set<PlacedLine>();
    return books.flatMap((line) => {
      if (line.reverses === undefined || taken.has(line)) return [];
      const original = books.find(
        (each) => each.voucher === line.reverses && each.amount === -line.amount && !taken.has(each),
      );
      if (original === undefined) return [];
      taken.add(original).add(line);
      return [[original, line]];
    });
  }

  /** Offered after the bank's lines, though they may be the same: a person says which it is. */
  doubtfulPairs(): void {
    for (const pair of this.doubtful) this.suggest([], pair, { rule: 'reversedPair', certain: true });
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
    const certain = told.certain && !books.some((line) => this.inDoubt.has(line.id));
    const ids = { bank: bank.map(({ id }) => id), books: books.map(({ id }) => id) };
    this.suggestions.push({ ...ids, rule: told.rule, certain });
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
