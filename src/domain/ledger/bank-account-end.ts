import { addDays, type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { type BooksScope, namingProblems, overlaps } from './bank-account';
import type { OutstandingItem, Reconciliation } from './bank-reconciliation';

/** What may happen to an account as a whole: it is closed, its closing is taken back, it never was. */
export const ACCOUNT_ACTS = ['closed', 'takenBack', 'mistaken'] as const;

export type AccountAct = (typeof ACCOUNT_ACTS)[number];

/** An account with the days on which it answers for its lines of the books. */
export interface AccountSpan extends BooksScope {
  readonly id: string;
  readonly label: string;
  readonly openedOn: CalendarDay;
  /** Its last day; null while it is open. */
  readonly closedOn: CalendarDay | null;
}

/** The end of an account as typed; where the money goes on to another account, which one. */
export interface AccountEndForm {
  readonly closedOn: string;
  readonly closingReason: string;
  /** What proves it: the bank's receipt of the closing, the decision. */
  readonly paper: string;
  readonly nextLabel: string;
  readonly nextBank: string;
  readonly nextLastFour: string;
}

/** What the end of an account is judged by. */
export interface AccountEndSetting {
  readonly account: AccountSpan;
  readonly today: CalendarDay;
  /** Whether the statements that stand cover the day. */
  readonly isCovered: boolean;
  /** The reconciliation of the day; absent where the day is not covered. */
  readonly drawn: Reconciliation | undefined;
  /** The first line of the bank, and of the books, that lies after the day. */
  readonly laterAtBank: CalendarDay | undefined;
  readonly laterInBooks: CalendarDay | undefined;
}

/** The account that takes over, from the day after on. */
export interface NextAccount {
  readonly label: string;
  readonly bank: string;
  readonly lastFour: string;
  readonly openedOn: CalendarDay;
}

export interface AccountEnd {
  readonly closedOn: CalendarDay;
  readonly reason: string;
  readonly paper: string;
  readonly next: NextAccount | undefined;
}

/** The day typed, where it is one: what lies on it is looked up before the rest is read. */
export function readClosingDay(form: Pick<AccountEndForm, 'closedOn'>): CalendarDay | undefined {
  return readDay({ field: 'closedOn', value: form.closedOn }, []);
}

/**
 * Reads the end of an account. On its last day nothing lies at the bank and nothing in the books, but what
 * passed to the account that takes over; every line that stands alone has its reason, and none comes later.
 * An account that was closed with money in the books would leave it at no bank at all.
 * @returns every problem: `form.*`, `calendar.notADay`, `bank.lastFourWrong`, `bank.end*`
 */
export function readAccountEnd(
  form: AccountEndForm,
  setting: AccountEndSetting,
): { end: AccountEnd | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const closedOn = readDay({ field: 'closedOn', value: form.closedOn }, problems);
  for (const field of ['closingReason', 'paper'] as const) {
    if (form[field].trim() === '') problems.push({ code: 'form.missing', field });
  }
  const next = readNext(form, problems);
  const { closingReason, paper, nextLabel, nextBank } = form;
  problems.push(...privateNumberProblems({ closingReason, paper, nextLabel, nextBank }));
  if (closedOn !== undefined) problems.push(...endingProblems(closedOn, setting, next !== undefined));
  if (closedOn === undefined || problems.length > 0) return { end: undefined, problems };
  const taking = next && { ...next, openedOn: addDays(closedOn, 1) };
  return { end: { closedOn, reason: closingReason.trim(), paper: paper.trim(), next: taking }, problems };
}

/** The account that takes over: nothing of it is typed, or all. */
function readNext(form: AccountEndForm, problems: Problem[]): Omit<NextAccount, 'openedOn'> | undefined {
  const named = {
    label: form.nextLabel.trim(),
    bank: form.nextBank.trim(),
    lastFour: form.nextLastFour.trim(),
  };
  if (Object.values(named).every((text) => text === '')) return undefined;
  const fields = new Map(Object.entries({ label: 'nextLabel', bank: 'nextBank', lastFour: 'nextLastFour' }));
  for (const { field = '', ...problem } of namingProblems(named)) {
    problems.push({ ...problem, field: fields.get(field) ?? field });
  }
  return named;
}

function endingProblems(on: CalendarDay, setting: AccountEndSetting, hasNext: boolean): Problem[] {
  const { account, today, drawn } = setting;
  const at = { field: 'closedOn', value: on };
  if (on > today) return [{ ...at, code: 'bank.endInFuture', facts: { today } }];
  if (on < account.openedOn) {
    return [{ ...at, code: 'bank.endBeforeOpened', facts: { opened: account.openedOn } }];
  }
  if (!setting.isCovered || drawn === undefined) return [{ ...at, code: 'bank.endNotCovered' }];
  const problems: Problem[] = [];
  if (setting.laterAtBank !== undefined) {
    problems.push({ ...at, code: 'bank.endLaterLine', facts: { day: setting.laterAtBank } });
  }
  if (setting.laterInBooks !== undefined && !hasNext) {
    problems.push({ ...at, code: 'bank.endLaterVoucher', facts: { day: setting.laterInBooks } });
  }
  return [...problems, ...nilProblems(drawn, hasNext)];
}

function nilProblems(drawn: Reconciliation, hasNext: boolean): Problem[] {
  const at = { field: 'closedOn', value: drawn.on };
  const problems: Problem[] = [];
  if (drawn.bankBalance !== 0n) {
    problems.push({ ...at, code: 'bank.endBankNotNil', facts: { amount: drawn.bankBalance } });
  }
  const open = [...drawn.notYetAtBank, ...drawn.notYetInBooks].filter((item) => !item.explanation);
  const [first] = open;
  if (first !== undefined) {
    const facts = { count: open.length, day: first.on, amount: first.amount };
    problems.push({ ...at, code: 'bank.endLinesOpen', facts });
  }
  if (drawn.unexplained !== 0n) {
    problems.push({ ...at, code: 'bank.endUnexplained', facts: { amount: drawn.unexplained } });
  }
  const errors = ourErrors(drawn);
  if (errors.length > 0) {
    problems.push({ ...at, code: 'bank.endOurError', facts: { count: errors.length } });
  }
  const [moved, wrong] = [movedOn(drawn.notYetInBooks), sumFen(errors)];
  // What is still on its way to the bank will reach the account that takes over, and no other.
  const onWay = hasNext ? sumFen(drawn.notYetAtBank.map(({ amount }) => amount)) : 0n;
  const difference = drawn.booksBalance - wrong - onWay - moved;
  if (difference !== 0n) {
    const facts = { books: drawn.booksBalance, wrong, onWay, moved, difference };
    problems.push({ ...at, code: 'bank.endBooksNotNil', facts });
  }
  if (moved !== 0n && !hasNext) {
    problems.push({ code: 'bank.endNextMissing', field: 'nextLabel', facts: { moved } });
  }
  return problems;
}

/** By how much each error of our own leaves the books too high: it reaches no bank and is put right. */
function ourErrors({ wrongInBooks, notYetInBooks, booksDifferences }: Reconciliation): Fen[] {
  return [
    ...wrongInBooks.map(({ amount }) => amount),
    ...notYetInBooks.filter(isOurError).map(({ amount }) => -amount),
    ...booksDifferences.filter(isOurError).map(({ difference }) => -difference),
  ];
}

function isOurError({ explanation }: Pick<OutstandingItem, 'explanation'>): boolean {
  return explanation?.code === 'ourError';
}

/** What went from the bank to the account that takes over: the books keep it, at another bank. */
export function movedOn(
  items: readonly (Pick<OutstandingItem, 'amount'> & {
    readonly explanation?: OutstandingItem['explanation'];
  })[],
): Fen {
  const moved = items.filter(({ explanation }) => explanation?.code === 'moved');
  return -sumFen(moved.map(({ amount }) => amount));
}

/**
 * That the end of an account may be taken back: nothing rests on it. No later account answers for its lines,
 * and no month from its last day on was sealed with it.
 * @throws DomainError `bank.notClosed`, `bank.laterAccount`, `bank.endSealed`
 */
export function requireResumable(
  account: AccountSpan & { readonly closedAt: string },
  others: readonly AccountSpan[],
  seals: readonly { readonly month: Month; readonly sealedAt: string }[],
): void {
  const { closedOn, closedAt } = account;
  if (closedOn === null) throw new DomainError('bank.notClosed', { account: account.label });
  const later = others.find((other) => overlaps(other, account) && other.openedOn > closedOn);
  if (later !== undefined) throw new DomainError('bank.laterAccount', { other: later.label });
  const seal = seals.find(({ month, sealedAt }) => month >= monthOf(closedOn) && sealedAt >= closedAt);
  if (seal !== undefined) throw new DomainError('bank.endSealed', { month: seal.month });
}

/**
 * The day from which an account answers for its lines of the books: the day after the account before it was
 * closed. What the books held then passed to it. Undefined where no account came before.
 */
export function answersFrom(account: AccountSpan, all: readonly AccountSpan[]): CalendarDay | undefined {
  const ended = all
    .filter((other) => other.id !== account.id && overlaps(other, account))
    .flatMap(({ closedOn }) => (closedOn !== null && closedOn < account.openedOn ? [closedOn] : []))
    .sort()
    .at(-1);
  return ended === undefined ? undefined : addDays(ended, 1);
}

/** Whether a line of the books is one of those an account answers for. */
export function answersFor(scope: BooksScope, line: { ledgerAccount: string; pool: string }): boolean {
  return line.ledgerAccount.startsWith(scope.ledgerAccount) && (scope.pool ?? line.pool) === line.pool;
}

/**
 * Refuses a line on the money of an account that was closed: on its days, which came to nothing, and after
 * them where no account has taken over. Where no account was closed, nobody asks for one.
 * @throws DomainError `bank.bookedBeforeEnd`, `bank.bookedAfterEnd`
 */
export function requireOpenAccount(
  on: CalendarDay,
  lines: readonly { readonly ledgerAccount: string; readonly pool: string }[],
  all: readonly AccountSpan[],
): void {
  for (const line of lines) {
    const own = all.filter((account) => answersFor(account, line));
    const closed = own.filter((account) => account.closedOn !== null);
    const before = closed.find(({ closedOn }) => closedOn !== null && on <= closedOn);
    const facts = { account: (before ?? closed.at(-1))?.label ?? '', day: on };
    if (before !== undefined) throw new DomainError('bank.bookedBeforeEnd', facts);
    const isTaken = own.some(({ closedOn, openedOn }) => closedOn === null && openedOn <= on);
    if (closed.length > 0 && !isTaken) throw new DomainError('bank.bookedAfterEnd', facts);
  }
}
