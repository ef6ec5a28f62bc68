import type { CalendarDay } from '../calendar/calendar-day';
import type { AccountKind } from '../collectives/pay-account';
import { type Fen, plainYuan, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import type { LineField, ListField, PayFileLayout, PayFilePlace } from './pay-file-layout';

/** One payment as the bank is told: everything that one person gets by the list. */
export interface PayFileLine {
  /** From 1 in the order of the list; the bank answers by it. */
  readonly number: number;
  readonly payee: string;
  readonly account: string;
  readonly kind: AccountKind;
  readonly bank: string;
  readonly amount: Fen;
  readonly memo: string;
}

/** A list as the bank is told. */
export interface PayFileList {
  /** What the list is called, for example `2025-0007`. */
  readonly list: string;
  readonly day: CalendarDay;
  readonly payer: string;
  readonly payerAccount: string;
  readonly lines: readonly PayFileLine[];
}

/** The cells of a file, record by record; a fixed file has one cell each. */
export interface PayFile {
  readonly name: string;
  readonly titles: readonly string[];
  readonly head: readonly string[];
  readonly lines: readonly (readonly string[])[];
  readonly foot: readonly string[];
}

/** How many bytes a text takes in the file's encoding. */
export type Measure = (text: string) => number;

/** Marks that nobody sees and torn characters: they would shift what stands behind them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/u;

/**
 * Writes a list as its bank wants it, or says everything that keeps it from being written: nothing is ever
 * cut, and no sign is left out. The amounts of the lines are the list's, and so are count and total.
 * Codes, each with the number of its line: `payFile.noLines`, `payFile.tooMany`, `payFile.kindNotTaken`,
 * `payFile.noAccount`, `payFile.tooWide`, `payFile.unseen`, `payFile.notAboveZero`.
 */
export function writePayFile(
  layout: PayFileLayout,
  list: PayFileList,
  measure: Measure,
): { readonly file: PayFile; readonly problems: readonly Problem[] } {
  const problems = listProblems(layout, list);
  const write = (places: readonly PayFilePlace[], said: Said): string[] =>
    writeRecord(places, { layout, measure, said, problems });
  const sums = sumsOf(list);
  const file = {
    name: layout.file.name.replace('{list}', list.list).replace('{day}', list.day.replaceAll('-', '')),
    titles: layout.lines.map(({ title = '' }) => title),
    head: write(layout.head ?? [], { at: 'head', values: sums }),
    lines: list.lines.map((line) =>
      write(layout.lines, { at: `lines.${String(line.number)}`, values: valuesOf(line) }),
    ),
    foot: write(layout.foot ?? [], { at: 'foot', values: sums }),
  };
  return { file, problems };
}

function listProblems(layout: PayFileLayout, { lines }: PayFileList): Problem[] {
  const { most_lines: most } = layout.file;
  const problems: Problem[] = [];
  if (lines.length === 0) problems.push({ code: 'payFile.noLines', field: 'lines' });
  if (most !== undefined && lines.length > most) {
    problems.push({ code: 'payFile.tooMany', field: 'lines', facts: { count: lines.length, most } });
  }
  for (const { number, payee, account, kind, amount } of lines) {
    const at = (code: string): number =>
      problems.push({ code, field: `lines.${String(number)}`, facts: { number, payee, bank: layout.name } });
    if (account === '') at('payFile.noAccount');
    else if (!layout.takes.includes(kind)) at('payFile.kindNotTaken');
    if (amount <= 0n) at('payFile.notAboveZero');
  }
  return problems;
}

/** What may stand in a place: words, a count, an amount, a day. */
type Value =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'kind'; readonly kind: AccountKind }
  | { readonly is: 'amount'; readonly amount: Fen }
  | { readonly is: 'day'; readonly day: CalendarDay }
  | { readonly is: 'accounts'; readonly accounts: readonly string[] };

/** The values of a record, and where it stands. */
interface Said {
  readonly at: string;
  readonly values: Readonly<Partial<Record<LineField | ListField, Value>>>;
}

function valuesOf(line: PayFileLine): Said['values'] {
  const { number, payee, account, kind, bank, amount, memo } = line;
  return {
    number: text(String(number)),
    payee: text(payee),
    account: text(account),
    kind: { is: 'kind', kind },
    bank: text(bank),
    amount: { is: 'amount', amount },
    memo: text(memo),
  };
}

function sumsOf({ list, day, payer, payerAccount, lines }: PayFileList): Said['values'] {
  return {
    list: text(list),
    day: { is: 'day', day },
    payer: text(payer),
    payerAccount: text(payerAccount),
    count: text(String(lines.length)),
    total: { is: 'amount', amount: sumFen(lines.map(({ amount }) => amount)) },
    accountsTotal: { is: 'accounts', accounts: lines.map(({ account }) => account) },
  };
}

function text(words: string): Value {
  return { is: 'text', text: words };
}

interface RecordGiven {
  readonly layout: PayFileLayout;
  readonly measure: Measure;
  readonly said: Said;
  readonly problems: Problem[];
}

function writeRecord(places: readonly PayFilePlace[], given: RecordGiven): string[] {
  const cells = places.map((place) => {
    const written =
      place.of === undefined ? (place.text ?? '') : writtenAs(given.said.values[place.of], place);
    if (UNSEEN.test(written)) refuse('payFile.unseen', { place, written, given });
    return given.layout.file.form === 'fixed' ? filled(place, written, given) : written;
  });
  return given.layout.file.form === 'fixed' && cells.length > 0 ? [cells.join('')] : cells;
}

function writtenAs(value: Value | undefined, place: PayFilePlace): string {
  switch (value?.is) {
    case 'text':
      return value.text;
    case 'kind':
      return place.words?.[value.kind] ?? value.kind;
    case 'amount':
      return place.unit === 'fen' ? String(value.amount) : plainYuan(value.amount);
    case 'day':
      return place.day === 'YMD' ? value.day.replaceAll('-', '') : value.day;
    case 'accounts':
      return String(addedAccounts(value.accounts, place.digits ?? 8));
    case undefined:
      return '';
  }
}

/** The sum of the last digits of every account. */
function addedAccounts(accounts: readonly string[], digits: number): bigint {
  return accounts.reduce(
    (sum, account) => sum + BigInt(account.replace(/\D/g, '').slice(-digits) || '0'),
    0n,
  );
}

/** A place of a fixed file, filled to its width. What does not fit is refused and never cut. */
function filled(place: PayFilePlace, written: string, given: RecordGiven): string {
  const { width = 0, align = 'left', pad = ' ' } = place;
  const room = width - given.measure(written);
  if (room < 0) {
    refuse('payFile.tooWide', { place, written, given });
    return written;
  }
  return align === 'left' ? written + pad.repeat(room) : pad.repeat(room) + written;
}

interface Refused {
  readonly place: PayFilePlace;
  readonly written: string;
  readonly given: RecordGiven;
}

/** An account is not repeated. */
function refuse(code: string, { place, written, given }: Refused): void {
  const { said, problems, layout } = given;
  const value = place.of === 'account' || place.of === 'payerAccount' ? {} : { value: written };
  const facts = { bank: layout.name, width: place.width ?? 0, place: place.title ?? place.text ?? '' };
  problems.push({ code, field: `${said.at}.${place.of ?? 'text'}`, ...value, facts });
}
