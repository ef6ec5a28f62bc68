import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { type Chart, isPoolMoney } from './chart';
import { byPool, type JournalEntry, type Posting } from './journal-entry';
import type { VoucherRegisters } from './manual-lines';
import { cancelsOut, type ManualVoucherForm, readManualVoucher, STEPPED_POOLS } from './manual-voucher';

/** A voucher of older books as a file carries it. */
export interface ImportedVoucher {
  /** Its line in the file, from 1. */
  readonly line: number;
  /** What the older books call it, once for each voucher: the key under which it is taken over once. */
  readonly id: string;
  readonly form: ManualVoucherForm;
}

/** The kind of source of a voucher that was taken over. */
export const IMPORTED = 'imported';

/**
 * Reads the vouchers of a file against the registers, in their order. A voucher that stands in the file twice
 * is taken once. Codes as of a voucher typed by hand, and `import.otherTwice` for an id that names another
 * voucher further up, `import.known` for one that was taken over before, `import.incomeOwed`,
 * `import.netted`, `form.privateNumber` also in an id; fields as `line.3.lines.0.debit`.
 * @param known the ids that were taken over before
 */
export function readImported(
  vouchers: readonly ImportedVoucher[],
  registers: VoucherRegisters,
  known: ReadonlySet<string>,
): { entries: JournalEntry[]; repeated: number; problems: Problem[] } {
  const entries: JournalEntry[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  let repeated = 0;
  for (const { line, id, form } of vouchers) {
    const at = `line.${String(line)}`;
    const body = JSON.stringify(form);
    const earlier = seen.get(id);
    if (earlier === body) repeated += 1;
    else if (earlier !== undefined)
      problems.push({ code: 'import.otherTwice', field: `${at}.id`, value: id });
    else if (known.has(id)) problems.push({ code: 'import.known', field: `${at}.id`, value: id });
    if (earlier !== undefined) continue;
    seen.set(id, body);
    const read = readManualVoucher(form, registers, { kind: IMPORTED, id });
    entries.push(read.entry);
    const { postings } = read.entry;
    const wrong = [
      ...privateNumberProblems({ id }),
      ...read.problems,
      ...owedProblems(postings, registers.chart),
      ...nettedProblems(postings, registers.chart),
    ];
    problems.push(...wrong.map((problem) => ({ ...problem, field: `${at}.${problem.field}` })));
  }
  return { entries, repeated, problems };
}

/**
 * Income that older books show as owed: without a stream the line would count as money that has come, and
 * with one no receivable would stand behind it. Such income is written when the money came, and what is still
 * to come is entered where receivables are. Code `import.incomeOwed`.
 */
function owedProblems(postings: readonly Posting[], chart: Chart): Problem[] {
  const earning = postings.filter(
    ({ ledgerAccount }) => chart.accounts.get(ledgerAccount)?.nature === 'income',
  );
  return postings.flatMap(({ ledgerAccount, pool, stream }, index) => {
    const mayBeOwed =
      chart.accounts.get(ledgerAccount)?.poolMoney === 'unless_income' && stream === undefined;
    if (!mayBeOwed || !STEPPED_POOLS.includes(pool) || !earning.some((each) => each.pool === pool)) return [];
    const field = `lines.${String(index)}.ledgerAccount`;
    return [{ code: 'import.incomeOwed', field, value: ledgerAccount, facts: { pool } }];
  });
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
