import { isMonth } from '../calendar/calendar-day';
import { type Fen, isBeyondRange, readYuan } from '../money/fen';
import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';
import { type Chart, isPoolMoney } from './chart';
import type { Pool, Posting, Stream } from './journal-entry';

/** One line of a manual voucher as typed: the amount stands on one of the two sides. */
export interface ManualLineForm {
  /** Code or name of the account, or both: `102`, `银行存款`, `102 银行存款`. */
  readonly ledgerAccount: string;
  readonly debit: string;
  readonly credit: string;
  /** The pool; that of the line above where blank. */
  readonly pool: string;
  readonly assetId: string;
  readonly stream: string;
  readonly generationMonth: string;
  /** A registered counterparty, by name or id. */
  readonly counterparty: string;
  /** The voucher by which it was granted, where the line pays just that. */
  readonly paysDebt?: string;
}

/** What a voucher's lines may point to. */
export interface VoucherRegisters {
  readonly chart: Chart;
  /** Ids of the assets. */
  readonly assetIds: ReadonlySet<string>;
  /** Ids of the counterparties, by id and by name. */
  readonly counterparties: ReadonlyMap<string, string>;
}

/** The pools and streams a line may name. */
export const POOLS: readonly Pool[] = ['members', 'pv', 'other', 'earmarked'];
export const STREAMS: readonly Stream[] = ['energy', 'subsidy', 'rent', 'dividend', 'other'];

/** More lines than any true voucher has. */
export const MOST_LINES = 200;

/** A line as read; a placeholder stands for what could not be read. */
export interface ManualLine {
  readonly posting: Posting;
  /** Side, amount and pool were read, so that it can be added up. */
  readonly isWhole: boolean;
  /** The account is in the chart, so that it is known whether the line is money. */
  readonly isKnown: boolean;
  /** What it says that it pays; blank where it says nothing. */
  readonly pays: string;
}

/** Reads the lines; what is wrong with them joins the problems. */
export function readManualLines(
  lines: readonly ManualLineForm[],
  registers: VoucherRegisters,
  given: { readonly redLetters: boolean; readonly problems: Problem[] },
): ManualLine[] {
  const { problems } = given;
  if (lines.length < 2) problems.push({ code: 'voucher.fewLines', field: 'lines' });
  if (lines.length > MOST_LINES) {
    problems.push({ code: 'voucher.manyLines', field: 'lines', facts: { max: MOST_LINES } });
    return [];
  }
  let pool: Pool | undefined;
  return lines.map((line, index) => {
    const at = `lines.${String(index)}`;
    pool = readPool(line, { at, above: pool, problems });
    const amount = readSide(line, { at, ...given });
    const account = findAccount(registers.chart, line.ledgerAccount);
    if (account === undefined) problems.push(accountProblem(line, at));
    const posting = {
      ledgerAccount: account ?? '',
      side: amount?.side ?? 'debit',
      amount: amount?.amount ?? 0n,
      pool: pool ?? 'members',
      ...readDimensions(line, registers, { at, problems }),
    };
    problems.push(...receivableProblems(posting, registers.chart, at));
    const isWhole = amount !== undefined && pool !== undefined;
    return { posting, isWhole, isKnown: account !== undefined, pays: line.paysDebt?.trim() ?? '' };
  });
}

/** The code of the account a text names, by code, by name or by both; undefined where none or two are. */
export function findAccount(chart: Chart, typed: string): string | undefined {
  const text = halfWidth(typed).trim();
  const [code = ''] = text.split(/\s/);
  if (chart.accounts.has(code)) return code;
  const named = [...chart.accounts.values()].filter(({ name }) => halfWidth(name) === text);
  return named.length === 1 ? named[0]?.code : undefined;
}

function accountProblem({ ledgerAccount: value }: ManualLineForm, at: string): Problem {
  const field = `${at}.ledgerAccount`;
  return value.trim() === ''
    ? { code: 'form.missing', field }
    : { code: 'voucher.accountUnknown', field, value };
}

interface Place {
  readonly at: string;
  readonly problems: Problem[];
}

function readPool(
  line: ManualLineForm,
  place: Place & { readonly above: Pool | undefined },
): Pool | undefined {
  const { at, above, problems } = place;
  const field = `${at}.pool`;
  const value = line.pool.trim();
  if (value === '' && above !== undefined) return above;
  const pool = POOLS.find((each) => each === value);
  if (pool === undefined) {
    problems.push(value === '' ? { code: 'form.missing', field } : { code: 'form.notAllowed', field, value });
  }
  return pool;
}

/** The side on which an amount stands, and the amount: exactly one side, never nil. */
function readSide(
  line: ManualLineForm,
  place: Place & { readonly redLetters: boolean },
): { side: 'debit' | 'credit'; amount: Fen } | undefined {
  const filled = (['debit', 'credit'] as const).filter((side) => line[side].trim() !== '');
  const [side] = filled;
  if (side === undefined || filled.length > 1) {
    const code = side === undefined ? 'voucher.noSide' : 'voucher.bothSides';
    place.problems.push({ code, field: `${place.at}.debit` });
    return undefined;
  }
  const value = line[side];
  const amount = readYuan(value);
  const code = amountCode(value, amount, place.redLetters);
  if (amount !== undefined && code === undefined) return { side, amount };
  place.problems.push({ code: code ?? 'money.notAnAmount', field: `${place.at}.${side}`, value });
  return undefined;
}

function amountCode(text: string, amount: Fen | undefined, redLetters: boolean): string | undefined {
  if (amount === undefined) return isBeyondRange(text) ? 'money.tooLarge' : 'money.notAnAmount';
  if (amount === 0n) return 'voucher.lineNil';
  return amount < 0n && !redLetters ? 'voucher.redLetters' : undefined;
}

type Dimensions = Pick<Posting, 'assetId' | 'stream' | 'generationMonth' | 'counterparty'>;

function readDimensions(
  line: ManualLineForm,
  registers: VoucherRegisters,
  { at, problems }: Place,
): Dimensions {
  const assetId = line.assetId.trim();
  if (assetId !== '' && !registers.assetIds.has(assetId)) {
    problems.push({ code: 'form.notAllowed', field: `${at}.assetId`, value: assetId });
  }
  const stream = STREAMS.find((each) => each === line.stream.trim());
  if (stream === undefined && line.stream.trim() !== '') {
    problems.push({ code: 'form.notAllowed', field: `${at}.stream`, value: line.stream });
  }
  const month = halfWidth(line.generationMonth).trim();
  if (month !== '' && !isMonth(month)) {
    problems.push({ code: 'calendar.notAMonth', field: `${at}.generationMonth`, value: month });
  }
  const named = line.counterparty.trim();
  const counterparty = registers.counterparties.get(named);
  if (named !== '' && counterparty === undefined) {
    problems.push({ code: 'voucher.counterpartyUnknown', field: `${at}.counterparty`, value: named });
  }
  return {
    ...(assetId === '' ? {} : { assetId }),
    ...(stream === undefined ? {} : { stream }),
    ...(month === '' ? {} : { generationMonth: month }),
    ...(counterparty === undefined ? {} : { counterparty }),
  };
}

/**
 * Income that is owed to the village stands in a register of its own: a line by hand would leave that
 * behind. Code `voucher.streamReceivable`.
 */
function receivableProblems(posting: Posting, chart: Chart, at: string): Problem[] {
  const account = chart.accounts.get(posting.ledgerAccount);
  const isIncomeOwed = account?.poolMoney === 'unless_income' && !isPoolMoney(posting, chart);
  return isIncomeOwed ? [{ code: 'voucher.streamReceivable', field: `${at}.stream` }] : [];
}
