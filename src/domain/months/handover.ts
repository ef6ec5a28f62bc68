import type { CalendarDay } from '../calendar/calendar-day';
import { type Chart, isCreditNatured, mainCodeOf } from '../ledger/chart';
import type { MonthRow } from '../ledger/month-states';
import type { BalanceByAccount } from '../ledger/report-account-balances';
import { type Fen, plainYuan } from '../money/fen';
import { type PartyFacts, partyLines, saysSameDebt } from './handover-parties';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** What is handed over, part by part, in the order of the sheet. */
export const HANDOVER_PARTS = [
  'money',
  'receivables',
  'debtors',
  'payables',
  'creditors',
  'assets',
  'assetNet',
  'contracts',
  'booked',
  'vouchers',
  'books',
] as const;
export type HandoverPart = (typeof HANDOVER_PARTS)[number];

/** One thing that is handed over as the books had it. */
export interface HandoverLine {
  readonly part: HandoverPart;
  /** By which it is found again at a later look: an account, an asset, a contract. */
  readonly key: string;
  /** What it is called; blank where the key is a word of the program. */
  readonly label: string;
  /** What else is to be said of it: days, a number, a head of the chain. */
  readonly text: string;
  /** Null where it is no money. */
  readonly amount: Fen | null;
}

/** What the books and registers say on a day. */
export interface HandoverFacts {
  readonly chart: Pick<Chart, 'accounts' | 'roles'>;
  readonly balances: BalanceByAccount;
  /** Who owes the village or is owed by it, by account. */
  readonly between: Omit<PartyFacts, 'chart'>;
  readonly assets: readonly {
    readonly id: string;
    readonly name: string;
    readonly cost: Fen | undefined;
    /** What the books have of it; absent where they have nothing. */
    readonly booked?: { readonly cost: Fen; readonly accumulated: Fen };
  }[];
  readonly contracts: readonly {
    readonly id: string;
    readonly label: string;
    readonly firstOn: CalendarDay;
    readonly lastOn: CalendarDay | null;
  }[];
  /** How many vouchers are booked of the day and the days before it. */
  readonly booked: number;
  /** Vouchers that are written and not booked now. */
  readonly drafts: number;
  readonly months: readonly Pick<MonthRow, 'month' | 'state'>[];
  readonly chain: { readonly length: number; readonly head: string };
}

/**
 * What is handed over when an officer changes: as of the day cash and banks, what is owed to the village and
 * by it, its assets and contracts, how many vouchers; as of now the vouchers under way and where the books
 * stand. Source: 会计法 art. 41 asks for a handover with a supervisor (unconfirmed, from memory); issue 5,
 * "handover when officers change".
 */
export function handoverLines(facts: HandoverFacts): HandoverLine[] {
  const { assets, contracts, booked, drafts, months, chain } = facts;
  const last = (...states: readonly MonthRow['state'][]): string =>
    months.findLast(({ state }) => states.includes(state))?.month ?? '';
  return [
    ...moneyLines(facts),
    ...partyLines({ chart: facts.chart, ...facts.between }).map(({ part, key, ...of }) =>
      lineOf(part, key, of),
    ),
    ...assets.map(({ id, name, cost }) => lineOf('assets', id, { label: name, amount: cost ?? null })),
    ...assets.flatMap(({ id, name, booked }) => netLines({ id, name, booked })),
    ...contracts.map(({ id, label, firstOn, lastOn }) =>
      lineOf('contracts', id, { label, text: `${firstOn} ${lastOn ?? ''}`.trim() }),
    ),
    lineOf('booked', 'booked', { text: String(booked) }),
    lineOf('vouchers', 'drafts', { text: String(drafts) }),
    lineOf('books', 'sealed', { text: last('sealed') }),
    lineOf('books', 'held', { text: last('held', 'sealed') }),
    lineOf('books', 'chainLength', { text: String(chain.length) }),
    lineOf('books', 'chainHead', { text: chain.head }),
  ];
}

function lineOf(part: HandoverPart, key: string, of: Partial<HandoverLine>): HandoverLine {
  return { part, key, label: '', text: '', amount: null, ...of };
}

/** What the books still have of an asset, and from what that follows: cost and what it has lost, in yuan. */
function netLines({
  id,
  name,
  booked,
}: {
  readonly id: string;
  readonly name: string;
  readonly booked: HandoverFacts['assets'][number]['booked'] | undefined;
}): HandoverLine[] {
  if (booked === undefined) return [];
  const text = `${plainYuan(booked.cost)} ${plainYuan(booked.accumulated)}`;
  return [lineOf('assetNet', id, { label: name, text, amount: booked.cost - booked.accumulated })];
}

/** What older sheets did not list. */
const LATER_PARTS: ReadonlySet<HandoverPart> = new Set(['assetNet', 'debtors', 'creditors', 'booked']);

/** The parts a sheet shows: what older ones did not list only where it has some. */
export function shownParts(lines: readonly HandoverLine[]): HandoverPart[] {
  return HANDOVER_PARTS.filter((part) => !LATER_PARTS.has(part) || lines.some((line) => line.part === part));
}

/** By which parts a sheet is held against the books: one that counts its vouchers names everybody. */
function heldParts(lines: readonly HandoverLine[]): HandoverPart[] {
  const namesAll = lines.some(({ part }) => part === 'booked');
  const shown = shownParts(lines);
  return namesAll ? [...shown, 'debtors', 'creditors'] : shown;
}

/** Accounts by what they are: money, what is owed to the village, what it owes; internal dealings by side. */
function moneyLines({ chart, balances }: HandoverFacts): HandoverLine[] {
  const { roles, accounts } = chart;
  const lines = [...balances].flatMap(([code, balance]): HandoverLine[] => {
    const account = accounts.get(code);
    const main = mainCodeOf(code);
    const label = `${code} ${account?.name ?? ''}`.trim();
    if (main === roles.cash || main === roles.bank)
      return [lineOf('money', code, { label, amount: balance })];
    if (main === roles.receivable || main === roles.internal)
      return balance > 0n
        ? [lineOf('receivables', code, { label, amount: balance })]
        : [lineOf('payables', code, { label, amount: -balance })];
    const owes = account !== undefined && account.nature === 'liability' && isCreditNatured(account);
    return owes ? [lineOf('payables', code, { label, amount: -balance })] : [];
  });
  return HANDOVER_PARTS.flatMap((part) => lines.filter((line) => line.part === part));
}

/** A thing that reads otherwise now: neither where it came or went since. */
export interface HandoverChange {
  readonly before: HandoverLine | undefined;
  readonly after: HandoverLine | undefined;
}

/**
 * What reads otherwise than it was handed over, in the order of the sheet; then what is new. What older
 * sheets do not list is passed over: that they did not say it is no change of the books.
 */
export function handoverChanges(
  before: readonly HandoverLine[],
  after: readonly HandoverLine[],
): HandoverChange[] {
  const same = (one: HandoverLine) => (other: HandoverLine) =>
    one.part === other.part && one.key === other.key;
  const changed = before.flatMap((line): HandoverChange[] => {
    const now = after.find(same(line));
    const isSame = now?.amount === line.amount && now.label === line.label;
    return isSame && saysSameDebt(line.text, now.text) ? [] : [{ before: line, after: now }];
  });
  const parts = heldParts(before);
  const added = after.filter((line) => parts.includes(line.part) && !before.some(same(line)));
  return [...changed, ...added.map((line) => ({ before: undefined, after: line }))];
}

/** A handover as typed; everything is text. */
export interface HandoverForm {
  readonly handedOn: string;
  /** Which office changes hands: 会计, 出纳, 村主任. */
  readonly post: string;
  /** Who hands over, who takes over, who watches: functions and names. */
  readonly handedBy: string;
  readonly takenBy: string;
  readonly handoverWatchedBy: string;
  /** Keys, seals, bank tokens, books and papers, a line each. */
  readonly papers: string;
  /** What is still open between them. */
  readonly handoverRemark: string;
}

/** The fields that nobody may leave blank. */
const NEEDED = ['post', 'handedBy', 'takenBy', 'handoverWatchedBy', 'papers'] as const;

/** A handover that was read, each text without the blanks around it. */
export type Handover = Readonly<Record<keyof HandoverForm, string>>;

/**
 * Reads a handover, or says everything that is wrong with it: three people who are not one another, a day
 * that has come and is not before the books. Codes `handover.*`, `form.*`, `calendar.*`.
 */
export function readHandover(
  form: HandoverForm,
  { today, openedOn }: { readonly today: CalendarDay; readonly openedOn: CalendarDay },
): { readonly handover: Handover; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const at = { field: 'handedOn', value: form.handedOn };
  const day = readDay(at, problems);
  if (day !== undefined && day > today) problems.push({ code: 'handover.later', ...at, facts: { today } });
  if (day !== undefined && day < openedOn)
    problems.push({ code: 'handover.beforeBooks', ...at, facts: { opened: openedOn } });
  const read = {
    post: form.post.trim(),
    handedBy: form.handedBy.trim(),
    takenBy: form.takenBy.trim(),
    handoverWatchedBy: form.handoverWatchedBy.trim(),
    papers: form.papers.trim(),
    handoverRemark: form.handoverRemark.trim(),
  };
  for (const field of NEEDED) if (read[field] === '') problems.push({ code: 'form.missing', field });
  for (const [field, others] of [
    ['takenBy', ['handedBy']],
    ['handoverWatchedBy', ['handedBy', 'takenBy']],
  ] as const)
    if (read[field] !== '' && others.some((other) => read[other] === read[field]))
      problems.push({ code: 'handover.samePerson', field, value: read[field] });
  problems.push(...privateNumberProblems(read));
  return { handover: { handedOn: form.handedOn, ...read }, problems };
}

/** The text a handover is hashed by: who handed what to whom, and every line as the books had it. */
export function handoverText(
  head: Handover & Readonly<Record<'id' | 'enteredBy' | 'enteredAt', string>>,
  lines: readonly HandoverLine[],
): string {
  const { id, handedOn, post, handedBy, takenBy, handoverWatchedBy, papers, handoverRemark } = head;
  return JSON.stringify([
    ...['handover/1', id, handedOn, post, handedBy, takenBy, handoverWatchedBy, papers, handoverRemark],
    ...[head.enteredBy, head.enteredAt],
    lines.map(({ part, key, label, text, amount }) => [part, key, label, text, amountText(amount)]),
  ]);
}

function amountText(amount: Fen | null): string | null {
  return amount === null ? null : String(amount);
}
