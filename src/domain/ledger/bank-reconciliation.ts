import { type CalendarDay, daysInclusive } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import type { DifferenceCode, Explanation } from './bank-match-by-hand';

/** A line of the bank or of the books, matched or not. Fen; in above zero, out below. */
export interface ReconciledLine {
  readonly id: string;
  readonly on: CalendarDay;
  readonly amount: Fen;
  /** What was said about it while it stands alone. */
  readonly explanation?: Explanation | undefined;
  /** Whether the books were opened with it. */
  readonly isOpening?: boolean;
}

/** Lines that were matched, of either side; where their sums differ, why. */
export interface MatchedGroup {
  readonly id: string;
  readonly lineIds: readonly string[];
  readonly explanation?: Explanation | undefined;
}

/** An account as far as its statements reach. */
export interface AccountOnDay {
  readonly on: CalendarDay;
  /** Where the first statement begins, and what lay on the account before. */
  readonly bankFrom: CalendarDay;
  readonly bankOpening: Fen;
  /** The first day of the books: what the bank booked before it went into what they were opened with. */
  readonly booksFrom: CalendarDay;
  readonly bank: readonly ReconciledLine[];
  /** Booked earlier than any line listed here and settled with the bank's opening balance. */
  readonly booksOpening: Fen;
  readonly books: readonly ReconciledLine[];
  readonly groups: readonly MatchedGroup[];
  /** Why both begin with different balances, and by how much when that was said. */
  readonly openingSaid?: (Explanation & { readonly difference: Fen }) | undefined;
}

/** Lines of the two sides. */
type BothSides = Pick<AccountOnDay, 'bank' | 'books'>;

/** A line that one side knows and the other does not yet. */
export interface OutstandingItem {
  readonly lineId: string;
  readonly on: CalendarDay;
  readonly amount: Fen;
  /** Days it has been waiting on the day of the statement. */
  readonly age: number;
  readonly explanation: Explanation | undefined;
}

/** A matched group whose sums differ: bank less books, and why. */
export interface ExplainedDifference {
  readonly groupId: string;
  readonly difference: Fen;
  readonly explanation: Explanation | undefined;
}

/** The statement that joins the bank's balance to the books' (bank reconciliation). */
export interface Reconciliation {
  readonly on: CalendarDay;
  readonly bankBalance: Fen;
  readonly booksBalance: Fen;
  /** Booked by us and not yet by the bank, rightly: added to the bank's balance. */
  readonly notYetAtBank: readonly OutstandingItem[];
  /** Booked by the bank and not by us, rightly: added to the books' balance. */
  readonly notYetInBooks: readonly OutstandingItem[];
  /**
   * Matched with nothing and in what the books had at the beginning: booked by the bank before they began, or
   * come from the account that this one took over from.
   */
  readonly setAside: readonly OutstandingItem[];
  /** Booked by the bank wrongly and to be put right by it: taken from the bank's balance. */
  readonly wrongAtBank: readonly OutstandingItem[];
  /** Booked by us wrongly and matched with nothing: taken from the books' balance. */
  readonly wrongInBooks: readonly OutstandingItem[];
  /** Matched with a difference that is the bank's (its error, its delay): taken from the bank's balance. */
  readonly bankDifferences: readonly ExplainedDifference[];
  /** Matched with a difference that is ours (charge, interest, our error): added to the books' balance. */
  readonly booksDifferences: readonly ExplainedDifference[];
  /** The bank's balance as both begin less what the books had then, which stands in no line. */
  readonly openingBegan: Fen;
  /** What was booked for it afterwards, by either side: bank less books. */
  readonly openingMet: readonly ExplainedDifference[];
  /** What is left of it on the day. Zero where all is well. */
  readonly openingDifference: Fen;
  /** Why both began apart; absent where nobody has said why, or it was another difference then. */
  readonly openingReason: Explanation | undefined;
  /** What is left of the difference, as long as nobody has said why. */
  readonly unexplained: Fen;
  /** Both sides after everything above, the opening difference added to the books: equal, always. */
  readonly adjustedBank: Fen;
  readonly adjustedBooks: Fen;
}

const BANKS_OWN: readonly DifferenceCode[] = ['bankError', 'timing'];

/**
 * Draws the reconciliation of a day. Matched lines are settled when all of them lie on or before the day;
 * of a group that straddles it, the lines before it are still outstanding, or wrong where one side alone
 * takes them back later.
 */
export function reconcile(account: AccountOnDay): Reconciliation {
  const { on } = account;
  const from = reconciledFrom(account);
  const [bank, books] = [account.bank, account.books].map((lines) => lines.filter((line) => line.on <= on));
  invariant(bank !== undefined && books !== undefined, 'both sides have their lines');
  const there = new Map([...bank, ...books].map((line) => [line.id, line]));
  const settled = account.groups.filter(({ lineIds }) => lineIds.every((id) => there.has(id)));
  const settledIds = new Set(settled.flatMap(({ lineIds }) => lineIds));
  const groupedIds = new Set(account.groups.flatMap(({ lineIds }) => lineIds));
  // What was booked before the first statement and nobody looks for went into its opening balance.
  const wentBefore = books.filter(
    (line) => isBefore(line, from) && !groupedIds.has(line.id) && line.explanation === undefined,
  );
  const isAside = (line: ReconciledLine): boolean => line.on < account.booksFrom || cameOver(line);
  const aside = bank.filter((line) => isAside(line) && !groupedIds.has(line.id));
  const before = new Set([...wentBefore, ...aside].map(({ id }) => id));
  const open = (line: ReconciledLine): boolean => !settledIds.has(line.id) && !before.has(line.id);
  const told = differencesOf(settled, { bank, books });
  const [openingMet, differences] = [told.filter(isForOpening), told.filter((each) => !isForOpening(each))];
  const openingBegan = account.bankOpening + sumOf(aside) - account.booksOpening - sumOf(wentBefore);
  const openingDifference = openingBegan + sumFen(openingMet.map(differenceOf));
  const { openingSaid } = account;
  const openingReason = openingSaid?.difference === openingBegan ? openingSaid : undefined;
  return withTotals({
    on,
    bankBalance: account.bankOpening + sumOf(bank),
    booksBalance: account.booksOpening + sumOf(books),
    ...aloneOn(on, { bank: bank.filter(open), books: books.filter(open) }, takenBack(account)),
    setAside: aside.map((line) => outstanding(line, on)),
    bankDifferences: differences.filter(isBanksOwn),
    booksDifferences: differences.filter((each) => !isBanksOwn(each)),
    openingBegan,
    openingMet,
    openingDifference,
    openingReason,
    unexplained: openingReason === undefined ? openingDifference : 0n,
  });
}

/** What bank and books began apart by, all that is known today considered, and what is left of it. */
export function openingKnown(account: AccountOnDay): { readonly began: Fen; readonly left: Fen } {
  const { openingBegan: began, openingDifference: left } = reconcile({ ...account, on: LATEST });
  return { began, left };
}

const LATEST: CalendarDay = '9999-12-31';

/** What is left of it when a day ends, where nobody has said why; of the first day where that is later. */
export function unexplainedOpening(account: AccountOnDay): Fen {
  const first = reconciledFrom(account);
  return reconcile({ ...account, on: account.on > first ? account.on : first }).unexplained;
}

/** Whether a line of the bank is money of the account before, which the books have always had. */
export function cameOver({ amount, explanation }: Pick<ReconciledLine, 'amount' | 'explanation'>): boolean {
  return explanation?.code === 'moved' && amount > 0n;
}

/** The first day that can be reconciled: the first statement and the books have both begun. */
export function reconciledFrom({
  bankFrom,
  booksFrom,
}: Pick<AccountOnDay, 'bankFrom' | 'booksFrom'>): CalendarDay {
  return bankFrom > booksFrom ? bankFrom : booksFrom;
}

/**
 * Whether a line of the books comes before the first statement: booked earlier, or what the books were opened
 * with, which stood on the account as their first day began.
 */
export function isBefore(line: Pick<ReconciledLine, 'on' | 'isOpening'>, bankFrom: CalendarDay): boolean {
  return line.isOpening === true || line.on < bankFrom;
}

/** What stands alone: known to one side only so far, or booked by a side that says it was wrong. */
function aloneOn(
  on: CalendarDay,
  lines: BothSides,
  tookBack: ReadonlySet<string>,
): Pick<Reconciliation, 'notYetAtBank' | 'notYetInBooks' | 'wrongAtBank' | 'wrongInBooks'> {
  const [bank, books] = [lines.bank, lines.books].map((side) => side.map((line) => outstanding(line, on)));
  invariant(bank !== undefined && books !== undefined, 'both sides have their lines');
  const isWrong = (code: DifferenceCode) => (item: OutstandingItem) =>
    item.explanation?.code === code || tookBack.has(item.lineId);
  const [banksError, ourError] = [isWrong('bankError'), isWrong('ourError')];
  return {
    notYetAtBank: books.filter((item) => !ourError(item)),
    notYetInBooks: bank.filter((item) => !banksError(item)),
    wrongAtBank: bank.filter(banksError),
    wrongInBooks: books.filter(ourError),
  };
}

/**
 * Lines that their own side takes back, though on a later day: matched among themselves, they make nothing,
 * and the other side never had anything to book.
 */
function takenBack({ bank, books, groups }: AccountOnDay): Set<string> {
  const amounts = [bank, books].map((side) => new Map(side.map(({ id, amount }) => [id, amount])));
  const isOfOneSide = ({ lineIds }: MatchedGroup): boolean =>
    amounts.some((side) => {
      const own = lineIds.flatMap((id) => side.get(id) ?? []);
      return own.length === lineIds.length && sumFen(own) === 0n;
    });
  return new Set(groups.filter(isOfOneSide).flatMap(({ lineIds }) => lineIds));
}

function withTotals(parts: Omit<Reconciliation, 'adjustedBank' | 'adjustedBooks'>): Reconciliation {
  const adjustedBank =
    parts.bankBalance +
    sumOf(parts.notYetAtBank) -
    sumOf(parts.wrongAtBank) -
    sumFen(parts.bankDifferences.map(differenceOf));
  const adjustedBooks =
    parts.booksBalance +
    sumOf(parts.notYetInBooks) -
    sumOf(parts.wrongInBooks) +
    sumFen(parts.booksDifferences.map(differenceOf)) +
    parts.openingDifference;
  invariant(adjustedBank === adjustedBooks, 'a reconciliation closes to the fen');
  return { ...parts, adjustedBank, adjustedBooks };
}

function differencesOf(groups: readonly MatchedGroup[], lines: BothSides): ExplainedDifference[] {
  const signed = new Map([
    ...lines.bank.map(({ id, amount }) => [id, amount] as const),
    ...lines.books.map(({ id, amount }) => [id, -amount] as const),
  ]);
  return groups
    .map(({ id, lineIds, explanation }) => ({
      groupId: id,
      difference: sumFen(lineIds.map((each) => signed.get(each) ?? 0n)),
      explanation,
    }))
    .filter(({ difference }) => difference !== 0n);
}

function isForOpening({ explanation }: ExplainedDifference): boolean {
  return explanation?.code === 'opening';
}

function isBanksOwn({ explanation }: ExplainedDifference): boolean {
  return explanation !== undefined && BANKS_OWN.includes(explanation.code);
}

function outstanding(line: ReconciledLine, on: CalendarDay): OutstandingItem {
  return {
    lineId: line.id,
    on: line.on,
    amount: line.amount,
    age: daysInclusive(line.on, on) - 1,
    explanation: line.explanation,
  };
}

function sumOf(lines: readonly { readonly amount: Fen }[]): Fen {
  return sumFen(lines.map(({ amount }) => amount));
}

function differenceOf({ difference }: ExplainedDifference): Fen {
  return difference;
}
