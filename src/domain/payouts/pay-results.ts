import { type Fen, readYuan, sumFen } from '../money/fen';
import { groupedBy } from '../shared/grouped';
import { halfWidth } from '../shared/half-width';
import { withoutPrivateNumbers } from '../shared/private-number';
import { isSameName } from '../shared/named-people';
import type { Problem } from '../shared/problem';
import { headingIn, type TableHeading, type TextRow } from '../shared/table-headings';
import type { PayFileLine } from './pay-file';
import { RETURN_KINDS, type ReturnKind } from './read-outcomes';

/** How banks say what became of a list: words over their columns, and those of success and failure. */
export interface PayResultWords {
  readonly columns: {
    readonly account: readonly string[];
    readonly payee: readonly string[];
    readonly amount: readonly string[];
    readonly result: readonly string[];
    readonly number: readonly string[];
    readonly reason: readonly string[];
    /** What the bank repeats of the words that it was given with a payment. */
    readonly memo: readonly string[];
  };
  readonly paid: readonly string[];
  readonly returned: readonly string[];
  /** What a reason says where it is one of the kinds known. */
  readonly kinds: Readonly<Partial<Record<ReturnKind, readonly string[]>>>;
  /** How a row begins that only adds up what stands above; of these, all of it. */
  readonly footers: readonly string[];
  readonly totals: readonly string[];
}

type ResultPart = Exclude<keyof PayResultWords['columns'], 'memo'>;

/** What the bank says of one payment. */
export interface PayResult {
  readonly number: number;
  /** Undefined where it was paid. */
  readonly returned: { readonly kind: ReturnKind; readonly reason: string } | undefined;
}

const LONGEST_REASON = 100;

/**
 * Reads what a bank says of a list, row by row: each row is one payment of the list, known by its account
 * (which banks print in part), by the sum, and by the number where people share an account. Every bad row
 * is named, none is guessed; what the bank does not mention stays open.
 * Codes by `row.<row>.<part>`: `payResult.noHeading`, `payResult.notOfList`, `payResult.several`,
 * `payResult.accountUnsure`, `payResult.twice`, `payResult.otherAmount`, `payResult.otherPayee`,
 * `payResult.wordUnknown`, `payResult.noReason`, `payResult.otherTotal`, `money.notAnAmount`, `file.noRows`.
 */
export function readPayResults(
  rows: readonly TextRow[],
  lines: readonly PayFileLine[],
  words: PayResultWords,
): { readonly results: readonly PayResult[]; readonly problems: readonly Problem[] } {
  const heading = headingIn(rows, partsOf(words));
  if (heading === undefined) {
    const { account, amount, result } = words.columns;
    const wanted = [account, amount, result].flatMap(([first = '']) => [first]);
    return { results: [], problems: [{ code: 'payResult.noHeading', field: 'file', facts: { wanted } }] };
  }
  const reader = new ResultRows({ heading, lines, words });
  for (const row of rows) if (row.number > heading.row) reader.read(row);
  if (reader.results.length + reader.problems.length === 0) {
    return { results: [], problems: [{ code: 'file.noRows', field: 'file' }] };
  }
  return reader;
}

function partsOf({ columns }: PayResultWords): Parameters<typeof headingIn<ResultPart>>[1] {
  const needed: readonly ResultPart[] = ['account', 'amount', 'result'];
  const parts: readonly ResultPart[] = [...needed, 'payee', 'number', 'reason'];
  return parts.map((part) => ({ part, words: columns[part], needed: needed.includes(part) }));
}

interface ResultsGiven {
  readonly heading: TableHeading<ResultPart>;
  readonly lines: readonly PayFileLine[];
  readonly words: PayResultWords;
}

class ResultRows {
  readonly results: PayResult[] = [];
  readonly problems: Problem[] = [];
  /** Of each row of a payment, as far as it is one. */
  private readonly amounts: Fen[] = [];
  /** By the number of a line, the row that spoke of it. */
  private readonly said = new Map<number, number>();
  private readonly byAccount: ReadonlyMap<string, readonly PayFileLine[]>;
  private readonly byEnd: ReadonlyMap<string, readonly PayFileLine[]>;

  constructor(private readonly given: ResultsGiven) {
    this.byAccount = groupedBy(given.lines, ({ account }) => account);
    this.byEnd = groupedBy(given.lines, ({ account }) => account.slice(-SHOWN_AT_LEAST));
  }

  read({ number: row, cells }: TextRow): void {
    const { heading, words } = this.given;
    if (cells.every((each) => each.trim() === '')) return;
    const cell = (part: ResultPart): string => {
      const place = heading.places.get(part);
      return halfWidth(place === undefined ? '' : (cells[place] ?? '')).trim();
    };
    const found: Problem[] = [];
    const fail = (part: ResultPart, code: string, facts: Problem['facts'] = {}): void => {
      // An account is never repeated.
      const value = part === 'account' ? {} : { value: cell(part) };
      found.push({ code, field: `row.${String(row)}.${part}`, ...value, facts });
    };
    const amount = readYuan(cell('amount'));
    if (isFooter(cells, words.footers)) {
      const sum = sumFen(this.amounts);
      const isOther = isFooter(cells, words.totals) && amount !== undefined && amount !== sum;
      if (isOther) fail('amount', 'payResult.otherTotal', { amount: sum });
      this.problems.push(...found);
      return;
    }
    if (amount === undefined) fail('amount', 'money.notAnAmount');
    else this.amounts.push(amount);
    const line = this.lineOf({ cell, amount, fail, row });
    const returned = this.outcome(cell, fail);
    this.problems.push(...found);
    if (line !== undefined && returned !== undefined && found.length === 0) {
      this.results.push({ number: line.number, returned: returned === 'paid' ? undefined : returned });
    }
  }

  private lineOf(row: RowRead): PayFileLine | undefined {
    const { cell, amount, fail } = row;
    const account = cell('account').replace(/[\s-]/g, '');
    const ofAccount = this.linesOn(account);
    if (ofAccount.length === 0) {
      fail('account', 'payResult.notOfList');
      return undefined;
    }
    const number = Number(cell('number'));
    const numbered = ofAccount.filter((line) => line.number === number);
    const near = numbered.length > 0 ? numbered : ofAccount;
    const payee = cell('payee');
    const named = near.filter((line) => payee === '' || isSameName(line.payee, payee));
    const exact = named.filter((line) => line.amount === amount);
    const [line, ...others] = exact;
    if (line === undefined) {
      if (named.length === 0) fail('payee', 'payResult.otherPayee', { payee: near[0]?.payee ?? '' });
      else if (amount !== undefined)
        fail('amount', 'payResult.otherAmount', { amount: named[0]?.amount ?? 0n });
      return undefined;
    }
    if (others.length > 0) {
      fail('account', 'payResult.several', { payees: exact.map((each) => each.payee) });
      return undefined;
    }
    if (!showsEnd(account) && payee === '' && numbered.length === 0) {
      fail('account', 'payResult.accountUnsure');
      return undefined;
    }
    return this.once(line, row) ? line : undefined;
  }

  /** The lines that go to an account, as the bank prints it. */
  private linesOn(printed: string): readonly PayFileLine[] {
    if (!printed.includes('*')) return this.byAccount.get(printed) ?? [];
    const end = printed.slice(-SHOWN_AT_LEAST);
    const near = end.includes('*') ? this.given.lines : (this.byEnd.get(end) ?? []);
    return near.filter((line) => isAccount(line.account, printed));
  }

  private once(line: PayFileLine, { row, fail }: RowRead): boolean {
    const before = this.said.get(line.number);
    if (before === undefined) {
      this.said.set(line.number, row);
      return true;
    }
    fail('account', 'payResult.twice', { row: before });
    return false;
  }

  private outcome(
    cell: RowRead['cell'],
    fail: RowRead['fail'],
  ): 'paid' | NonNullable<PayResult['returned']> | undefined {
    const { paid, returned } = this.given.words;
    const word = cell('result');
    if (paid.includes(word)) return 'paid';
    if (!returned.includes(word)) {
      fail('result', 'payResult.wordUnknown', { known: [...paid, ...returned] });
      return undefined;
    }
    const reason = withoutPrivateNumbers(cell('reason'));
    if (reason !== '') return { kind: this.kindOf(reason), reason: shortened(reason) };
    fail('reason', 'payResult.noReason');
    return undefined;
  }

  private kindOf(reason: string): ReturnKind {
    const { kinds } = this.given.words;
    return RETURN_KINDS.find((kind) => kinds[kind]?.some((word) => reason.includes(word))) ?? 'other';
  }
}

interface RowRead {
  readonly row: number;
  readonly cell: (part: ResultPart) => string;
  readonly amount: Fen | undefined;
  readonly fail: (part: ResultPart, code: string, facts?: Problem['facts']) => void;
}

/** So many digits a bank shows at least of an account that it prints in part. */
const SHOWN_AT_LEAST = 4;

/** Whether the last digits are shown: the first are the bank's own, alike for everybody. */
function showsEnd(printed: string): boolean {
  return !printed.slice(-SHOWN_AT_LEAST).includes('*');
}

/** A bank's own words are nobody's to shorten but ours. */
function shortened(reason: string): string {
  const signs = [...reason];
  return signs.length <= LONGEST_REASON ? reason : `${signs.slice(0, LONGEST_REASON - 1).join('')}…`;
}

/** Whether an account printed in part is this one: `*` stands for digits that the bank keeps back. */
function isAccount(account: string, printed: string): boolean {
  const [front = '', behind = ''] = printed.split(/\*+/);
  const isShown = front.length + behind.length >= SHOWN_AT_LEAST;
  return isShown && account.startsWith(front) && account.endsWith(behind);
}

function isFooter(cells: readonly string[], footers: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  return footers.some((footer) => first.startsWith(footer));
}
