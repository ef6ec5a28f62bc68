import { isCalendarDay } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { type Fen, sumFen } from '../money/fen';
import { type Chart, isPoolMoney, mainCodeOf } from './chart';
import { raisedIn } from './hand-income';
import {
  importedColourProblems,
  importedCostProblems,
  importedCoverProblems,
  importedFundProblems,
} from './imported-funds';
import {
  byPool,
  type JournalEntry,
  moneyEffect,
  type Pool,
  type Posting,
  signedAmount,
} from './journal-entry';
import type { VoucherRegisters } from './manual-lines';
import type { PoolBalance } from './pool-balances';
import { isThing, least } from './pool-lines';
import { StandingDebts } from './standing-debts';
import { cancelsOut, type ManualVoucherForm, readManualVoucher, STEPPED_POOLS } from './manual-voucher';

/** A voucher of older books as a file carries it. */
export interface ImportedVoucher {
  /** Its line in the file, from 1. */
  readonly line: number;
  /** What the older books call it, once for each voucher: the key under which it is taken over once. */
  readonly id: string;
  readonly form: ManualVoucherForm;
}

/** What was read of a file. */
export interface ReadVouchers {
  readonly entries: readonly JournalEntry[];
  /** The line of each of them in the file. */
  readonly lines: readonly number[];
  readonly repeated: number;
  readonly problems: readonly Problem[];
}

/** The kind of source of a voucher that was taken over. */
export const IMPORTED = 'imported';

/**
 * Reads the vouchers of a file against the registers, in their order, which is that of their days: by it they
 * are numbered. A voucher that stands in the file twice is taken once. Codes as of a voucher by hand, and
 * `import.otherTwice` for an id that names another voucher further up, `import.known` for one that was taken
 * over before, `import.outOfOrder` for the first that stands behind a later day, `import.incomeOwed`,
 * `import.netted`, `import.debtNotThere`, `import.coloursMixed`, `import.fundsAsIncome`,
 * `import.fundsElsewhere`, `voucher.reserveAboveLoss`, `voucher.costShort`, `form.privateNumber` also in an
 * id; fields as `line.3.lines.0.debit`.
 * @param before the ids that were taken over before, and what stands in the books
 */
export function readImported(
  vouchers: readonly ImportedVoucher[],
  registers: VoucherRegisters,
  before: { readonly known: ReadonlySet<string>; readonly balances: readonly PoolBalance[] },
): ReadVouchers {
  const entries: JournalEntry[] = [];
  const lines: number[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  const days: PlacedDay[] = [];
  const debts = new StandingDebts(before.balances, registers.chart);
  let repeated = 0;
  for (const { line, id, form } of vouchers) {
    const at = `line.${String(line)}`;
    const body = JSON.stringify(form);
    const earlier = seen.get(id);
    if (earlier === body) repeated += 1;
    else if (earlier !== undefined)
      problems.push({ code: 'import.otherTwice', field: `${at}.id`, value: id });
    else if (before.known.has(id)) problems.push({ code: 'import.known', field: `${at}.id`, value: id });
    if (earlier !== undefined) continue;
    seen.set(id, body);
    const read = readManualVoucher(form, registers, { kind: IMPORTED, id });
    entries.push(read.entry);
    lines.push(line);
    const { postings, postedOn } = read.entry;
    days.push({ field: `${at}.postedOn`, on: postedOn });
    const owed = owedProblems(postings, registers.chart);
    const asStands = [
      ...importedColourProblems(postings, debts, registers.chart),
      ...importedCoverProblems(postings, debts, registers.chart),
      ...importedCostProblems(postings, debts, registers.chart),
    ];
    // Where nothing came at all, that is what is told.
    const given = debts.take(postings);
    const wrong = [
      ...privateNumberProblems({ id }),
      ...read.problems,
      ...(owed.length > 0 ? owed : given),
      ...nettedProblems(postings, registers.chart),
      ...importedFundProblems(postings, registers.chart),
      ...asStands,
    ];
    problems.push(...wrong.map((problem) => ({ ...problem, field: `${at}.${problem.field}` })));
  }
  return { entries, lines, repeated, problems: [...problems, ...orderProblems(days)] };
}

/** The day of a voucher, and where it stands in the file. */
interface PlacedDay {
  readonly field: string;
  readonly on: string;
}

/** The first voucher that stands behind a later day: of those after it nothing can be said. */
function orderProblems(all: readonly PlacedDay[]): Problem[] {
  const days = all.filter(({ on }) => isCalendarDay(on));
  const place = days.findIndex(({ on }, index) => on < (days[index - 1]?.on ?? ''));
  const [before, found] = [days[place - 1], days[place]];
  if (before === undefined || found === undefined) return [];
  const { field, on: value } = found;
  return [{ code: 'import.outOfOrder', field, value, facts: { before: before.on } }];
}

/**
 * What older books show as owed, and would count here as money that has come: a claim without a stream, a
 * debt of tax that turns round; in a shown pool a debt that is owed no more, too, for nothing here says that
 * it was owed. It is written when the money came, and what is still to come is entered where receivables
 * are; what a meeting raised for a purpose members owe from then on, and earn nothing by it.
 * Code `import.incomeOwed`.
 */
function owedProblems(postings: readonly Posting[], chart: Chart): Problem[] {
  const wrong = [...byPool(postings)].flatMap(([pool, lines]) => notCome(pool, lines, chart));
  return postings.flatMap((line, index) => {
    if (!wrong.includes(line)) return [];
    const { ledgerAccount, pool } = line;
    const field = `lines.${String(index)}.ledgerAccount`;
    return [{ code: 'import.incomeOwed', field, value: ledgerAccount, facts: { pool } }];
  });
}

function isIncome({ ledgerAccount }: Posting, chart: Chart): boolean {
  return chart.accounts.get(ledgerAccount)?.nature === 'income';
}

/** The lines of a pool by which it would have more money without any having come, or an asset for income. */
function notCome(pool: Pool, lines: readonly Posting[], chart: Chart): Posting[] {
  const { cash, bank } = chart.roles;
  const isEarned = lines.some((line) => isIncome(line, chart) && signedAmount(line) < 0n);
  const isGiven = STEPPED_POOLS.includes(pool)
    ? !lines.some((line) => isPoolMoney(line, chart))
    : thingsForNothing(lines, chart) > 0n;
  if (isEarned && isGiven)
    return lines.filter(({ ledgerAccount }) => isThing(mainCodeOf(ledgerAccount), chart));
  const isOwed = (line: Posting): boolean => {
    const { nature, twoSided } = chart.accounts.get(line.ledgerAccount) ?? {};
    if (!isPoolMoney(line, chart) || [cash, bank].includes(mainCodeOf(line.ledgerAccount))) return false;
    return STEPPED_POOLS.includes(pool) || nature === 'asset' || twoSided === true;
  };
  const owed = lines.filter(isOwed);
  const more = moneyEffect(lines, chart);
  const raised = pool === 'earmarked' ? raisedIn({ lines, chart }) : 0n;
  if (more <= 0n || sumFen(owed.map(signedAmount)) <= raised) return [];
  return owed.filter((line) => signedAmount(line) > 0n);
}

/**
 * What lines have more of things than anything but income stands for: money that went, debts, funds, costs
 * taken back. A thing that is sold takes with it what it had lost; stores that were found are income.
 */
function thingsForNothing(lines: readonly Posting[], chart: Chart): Fen {
  const { stores } = chart.roles;
  const isOne = ({ ledgerAccount }: Posting): boolean => isThing(mainCodeOf(ledgerAccount), chart);
  const things = lines.filter((line) => isOne(line) && mainCodeOf(line.ledgerAccount) !== stores);
  const given = lines.filter((line) => !things.includes(line) && !isIncome(line, chart));
  const credits = given.map((line) => least(-signedAmount(line), line.amount));
  return sumFen(things.map(signedAmount)) - sumFen(credits);
}

/**
 * Money of a shown pool that came and went in one voucher: only what is left of both would be marked, and
 * neither the sheet on the wall nor the trace would see the receipt and the cost. They are written apart.
 * Code `import.netted`.
 */
function nettedProblems(postings: readonly Posting[], chart: Chart): Problem[] {
  return [...byPool(postings)].flatMap(([pool, lines]) => {
    if (!STEPPED_POOLS.includes(pool)) return [];
    const isNetted = cancelsOut(lines, chart) || earnsAndSpends(lines, chart);
    return isNetted ? [{ code: 'import.netted', field: 'lines', facts: { pool } }] : [];
  });
}

/** Whether money moves for income and for a cost at once. */
function earnsAndSpends(lines: readonly Posting[], chart: Chart): boolean {
  const has = (nature: 'income' | 'expense'): boolean =>
    lines.some(({ ledgerAccount }) => chart.accounts.get(ledgerAccount)?.nature === nature);
  return has('income') && has('expense') && lines.some((line) => isPoolMoney(line, chart));
}
