import { type Asset, isStation } from '../assets/asset';
import { isEarning, isOwnFixedAsset } from '../assets/asset-classes';
import { type CalendarDay, monthOf, readDayText, readMonthText } from '../calendar/calendar-day';
import { dueStreams } from '../income/stake-income';
import { EARLIEST_ABOUT } from '../ledger/about-period';
import { type Chart, isCreditNatured, type LedgerAccount, mainCodeOf } from '../ledger/chart';
import { GRID, LONGEST_NAME } from '../ledger/counterparty';
import type { Stream } from '../ledger/journal-entry';
import { type Fen, readYuan } from '../money/fen';
import { halfWidth } from '../shared/half-width';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount } from '../shared/typed-fields';
import { balanceProblems, type OpeningColumn, type OpeningFacts, type OpeningRow } from './opening';
import type { PlacedLine } from './opening';
import { contraProblems, duplicateProblems, totalProblems } from './opening-checks';

/**
 * Reads a table of opening balances, or says everything that is wrong with it, each with its cell.
 * Codes `opening.*`, `form.*`, `money.*`, `calendar.*`. Rows of zero balances say nothing and are left out.
 */
export function readOpening(
  rows: readonly OpeningRow[],
  facts: OpeningFacts,
): { lines: PlacedLine[]; problems: Problem[] } {
  const isTotal = (row: OpeningRow): boolean => isTotalRow(row, facts);
  const { lines, problems } = readRows(rows, facts);
  // Sums over rows that could not be read would only add to the noise.
  if (problems.length === 0) {
    problems.push(
      ...contraProblems(lines, facts.chart),
      ...balanceProblems(lines),
      ...totalProblems(rows.filter(isTotal), lines),
    );
    if (lines.length === 0) problems.push({ code: 'opening.nothing', field: '' });
  }
  return { lines, problems };
}

/**
 * What is wrong with rows of opening balances each by itself, where others beside them cannot be read: no
 * sum is held against rows that are not all there.
 */
export function openingRowProblems(rows: readonly OpeningRow[], facts: OpeningFacts): Problem[] {
  return readRows(rows, facts).problems;
}

function readRows(
  rows: readonly OpeningRow[],
  facts: OpeningFacts,
): { lines: PlacedLine[]; problems: Problem[] } {
  const reading = rows.filter((row) => !isTotalRow(row, facts)).map((row) => new RowReading(row, facts));
  const lines = reading.map((each) => each.line()).filter((line) => line !== undefined);
  const problems = reading.flatMap((each) => each.problems);
  return { lines, problems: [...problems, ...duplicateProblems(lines)] };
}

function isTotalRow(row: OpeningRow, { words }: OpeningFacts): boolean {
  return [row.value('account'), row.value('accountName')].some((text) =>
    words.totals.includes(text.replace(/[\s:\uff1a]/g, '')),
  );
}

/** A balance on the side where the account has none. */
const EXPECTED = { debit: 'opening.debitExpected', credit: 'opening.creditExpected' } as const;

/** One row on its way to a line, gathering what is wrong with its cells. */
class RowReading {
  readonly problems: Problem[] = [];

  constructor(
    private readonly row: OpeningRow,
    private readonly facts: OpeningFacts,
  ) {}

  /** The line, or undefined where the row says nothing or cannot be read. */
  line(): PlacedLine | undefined {
    const account = this.account();
    const pool = this.word('pool', this.facts.words.pools, 'opening.poolUnknown');
    if (pool === undefined && this.text('pool') === '') this.refuse('form.missing', 'pool');
    const balance = this.balance(account);
    const asset = this.asset(account);
    const stream = this.word('stream', this.facts.words.streams, 'opening.streamUnknown');
    const owed = this.owed(stream, { account, asset });
    if (asset !== undefined && pool !== undefined && asset.pool !== pool && !this.isCost(account))
      this.refuse('opening.poolNotAssets', 'pool', { asset: asset.name, pool: asset.pool });
    const aroseOn = this.aroseOn(stream, account);
    const counterparty = this.counterparty(stream);
    if (account === undefined || pool === undefined || balance === undefined) return undefined;
    const line = {
      ledgerAccount: account.code,
      ...balance,
      pool,
      ...(asset === undefined ? {} : { assetId: asset.id }),
      ...owed,
      ...(aroseOn === undefined ? {} : { aroseOn }),
      ...(counterparty === undefined ? {} : { counterparty }),
      at: this.row,
    };
    return this.problems.length > 0 || balance.amount === 0n ? undefined : line;
  }

  private account(): LedgerAccount | undefined {
    const { chart, openedOn } = this.facts;
    const code = halfWidth(this.text('account')).replace(/[\s.-]/g, '');
    const account = chart.accounts.get(code);
    if (code === '') this.refuse('form.missing', 'account');
    else if (account === undefined)
      this.refuse('opening.accountUnknown', 'account', { version: chart.version });
    if (account === undefined) return undefined;
    const name = plainName(this.text('accountName'));
    if (name !== '' && name !== plainName(account.name))
      this.refuse('opening.nameOther', 'accountName', { code, name: account.name });
    if (isOfTheYear(account) && openedOn.endsWith('-01-01'))
      this.refuse('opening.closedAtYearBegin', 'account', { code, name: account.name });
    return account;
  }

  /** Debit or credit, never both; nil where a zero stands in either. */
  private balance(account: LedgerAccount | undefined): { side: 'debit' | 'credit'; amount: Fen } | undefined {
    const debit = this.amount('debit');
    const credit = this.amount('credit');
    if (debit === undefined || credit === undefined) return undefined;
    if (debit > 0n && credit > 0n) this.refuse('opening.bothSides', 'credit');
    if (this.text('debit') === '' && this.text('credit') === '') this.refuse('opening.noAmount', 'debit');
    const side = debit > 0n ? 'debit' : 'credit';
    const amount = debit > 0n ? debit : credit;
    if (account === undefined || account.twoSided === true || amount === 0n) return { side, amount };
    const usual = isCreditNatured(account) ? 'credit' : 'debit';
    if (side !== usual) this.refuse(EXPECTED[usual], side, { code: account.code, name: account.name });
    return { side, amount };
  }

  private amount(column: 'debit' | 'credit'): Fen | undefined {
    const value = this.text(column);
    if (value === '' || readYuan(value) === 0n) return 0n;
    const wrong: Problem[] = [];
    const amount = readAmount({ field: this.row.cell(column), value }, 'zero', wrong);
    this.problems.push(...wrong.map((each) => ({ ...each, facts: { ...each.facts, column } })));
    return amount;
  }

  /** What stands in the register of assets is named wherever it is a balance of its own. */
  private asset(account: LedgerAccount | undefined): Asset | undefined {
    const text = this.text('asset');
    if (text === '') {
      if (this.isCost(account)) this.refuse('opening.assetNeeded', 'asset', { name: account?.name ?? '' });
      return undefined;
    }
    const asset = this.facts.assets.find((each) => each.name === text || each.id === text);
    if (asset === undefined) this.refuse('opening.assetUnknown', 'asset');
    else if (asset.acquiredOn > this.facts.openedOn)
      this.refuse('opening.assetLater', 'asset', { acquired: asset.acquiredOn, opened: this.facts.openedOn });
    else if (this.isCost(account) && !isOwnFixedAsset(asset))
      this.refuse('opening.assetNotOwn', 'asset', { kind: asset.kind, level: asset.titleLevel });
    return asset;
  }

  /** What an asset cost and has lost stands in the pools that built it, whatever pool its income goes to. */
  private isCost(account: LedgerAccount | undefined): boolean {
    const { roles } = this.facts.chart;
    const main = account === undefined ? undefined : mainCodeOf(account.code);
    return main === roles.fixedAssets || main === roles.accumulatedDepreciation;
  }

  /** Income that is owed becomes a receivable of its own, so it needs all a receipt will ask for. */
  private owed(
    stream: Stream | undefined,
    { account, asset }: { readonly account: LedgerAccount | undefined; readonly asset: Asset | undefined },
  ): { stream: Stream; month: string; dueOn?: string } | undefined {
    const dueOn = this.dueOn();
    const month = this.month(stream !== undefined);
    if (stream === undefined) {
      if (this.text('month') !== '') this.refuse('opening.monthWithoutStream', 'month');
      if (dueOn !== undefined) this.refuse('opening.dueWithoutStream', 'dueOn');
      return undefined;
    }
    const { receivable } = this.facts.chart.roles;
    if (account !== undefined && account.code !== receivable)
      this.refuse('opening.streamNotHere', 'stream', { code: receivable });
    if (this.text('asset') === '') this.refuse('opening.assetNeeded', 'asset', { name: account?.name ?? '' });
    if (asset !== undefined) this.refuseForeignStream(stream, asset);
    if (month === undefined) return undefined;
    return { stream, month, ...(dueOn === undefined ? {} : { dueOn }) };
  }

  /** Only a station sells to the grid, and only what earns brings anything in. */
  private refuseForeignStream(stream: Stream, asset: Asset): void {
    const fromGrid = stream === 'energy' || stream === 'subsidy';
    if (fromGrid && !isStation(asset.kind))
      this.refuse('opening.notAStation', 'stream', { asset: asset.name });
    else if (stream === 'dividend' && !dueStreams(asset.kind).includes(stream))
      this.refuse('opening.notAStake', 'stream', { asset: asset.name });
    else if (!isEarning(asset))
      this.refuse('opening.assetEarnsNothing', 'stream', { asset: asset.name, class: asset.assetClass });
  }

  private month(needed: boolean): string | undefined {
    const text = this.text('month');
    const month = readMonthText(text);
    if (text === '' && needed) this.refuse('form.missing', 'month');
    else if (text !== '' && month === undefined) this.refuse('calendar.notAMonth', 'month');
    else if (month !== undefined && month > monthOf(this.facts.openedOn))
      this.refuse('opening.monthLater', 'month', { opened: this.facts.openedOn });
    return month;
  }

  private dueOn(): CalendarDay | undefined {
    return this.day('dueOn');
  }

  /** Since when a debt stands; income that is owed ages from its month, and nothing else has an age. */
  private aroseOn(stream: Stream | undefined, account: LedgerAccount | undefined): CalendarDay | undefined {
    const day = this.day('aroseOn');
    if (day === undefined) return undefined;
    const { chart, openedOn } = this.facts;
    if (stream !== undefined) this.refuse('opening.aroseWithStream', 'aroseOn');
    else if (account !== undefined && !isDebt(account, chart))
      this.refuse('opening.aroseNotHere', 'aroseOn', { code: account.code, name: account.name });
    if (day > openedOn) this.refuse('opening.aroseLater', 'aroseOn', { opened: openedOn });
    if (monthOf(day) < EARLIEST_ABOUT)
      this.refuse('opening.aroseTooEarly', 'aroseOn', { first: EARLIEST_ABOUT });
    return day;
  }

  private day(column: OpeningColumn): CalendarDay | undefined {
    const text = this.text(column);
    const day = readDayText(text);
    if (text !== '' && day === undefined) this.refuse('calendar.notADay', column);
    return day;
  }

  private counterparty(stream: Stream | undefined): string | undefined {
    const text = this.text('counterparty');
    if ([...text].length > LONGEST_NAME) this.refuse('form.tooLong', 'counterparty', { max: LONGEST_NAME });
    const numbers = privateNumberProblems({ [this.row.cell('counterparty')]: text });
    this.problems.push(...numbers.map((each) => ({ ...each, facts: { column: 'counterparty' } })));
    if (stream === 'energy' || stream === 'subsidy') return GRID;
    if (text === '' && stream !== undefined) this.refuse('form.missing', 'counterparty');
    return text === '' ? undefined : text;
  }

  private word<T>(column: OpeningColumn, words: ReadonlyMap<string, T>, code: string): T | undefined {
    const text = this.text(column);
    const found = words.get(halfWidth(text).replace(/\s/g, '').toLowerCase());
    if (text !== '' && found === undefined) this.refuse(code, column, { known: usualWords(words) });
    return found;
  }

  private text(column: OpeningColumn): string {
    return this.row.value(column).trim();
  }

  private refuse(code: string, column: OpeningColumn, facts: NonNullable<Problem['facts']> = {}): void {
    const value = this.text(column);
    const shown = value === '' ? {} : { value };
    this.problems.push({ code, field: this.row.cell(column), ...shown, facts: { ...facts, column } });
  }
}

/** The usual word for each thing; a table may use others, too. */
function usualWords<T>(words: ReadonlyMap<string, T>): string[] {
  const meanings = new Set<T>();
  return [...words].flatMap(([word, meaning]) => {
    if (meanings.has(meaning)) return [];
    meanings.add(meaning);
    return [word];
  });
}

/** Income and expense belong to a year and are closed at its end. */
function isOfTheYear({ nature }: LedgerAccount): boolean {
  return nature === 'income' || nature === 'expense';
}

/** What others owe the village, members and it owe each other, or it owes: loans and deposits, too. */
function isDebt({ code, nature }: LedgerAccount, { roles }: Chart): boolean {
  return nature === 'liability' || [roles.receivable, roles.internal].includes(mainCodeOf(code));
}

/** Names agree whatever the brackets and blanks. */
function plainName(name: string): string {
  return halfWidth(name).replace(/\s/g, '');
}
