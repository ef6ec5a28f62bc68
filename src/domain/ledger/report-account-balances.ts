import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import { accountOf, type AccountSum, isWithin, levelOf } from './account-sums';
import type { Chart, LedgerAccount } from './chart';

/** One account: what was brought in, what moved, what stands; its details are in it. Balances signed. */
export interface AccountBalanceRow {
  readonly account: LedgerAccount;
  readonly level: number;
  readonly opening: Fen;
  readonly debit: Fen;
  readonly credit: Fen;
  readonly closing: Fen;
}

/** The sides of a report's total row. Debit equals credit in each of the three pairs. */
export interface BalanceTotals {
  readonly openingDebit: Fen;
  readonly openingCredit: Fen;
  readonly debit: Fen;
  readonly credit: Fen;
  readonly closingDebit: Fen;
  readonly closingCredit: Fen;
}

/** Balances of accounts by code: debit positive, credit negative. */
export type BalanceByAccount = ReadonlyMap<string, Fen>;

/** The books of a span: what stood before it, what moved in it. */
export interface SpanFigures {
  readonly opening: BalanceByAccount;
  readonly moved: readonly AccountSum[];
}

/**
 * 科目余额表: every account with a balance or a movement in the order of its code, each with its details
 * rolled up into it. The totals count the chart's own accounts only, on whichever side each stands.
 */
export function accountBalances(
  { opening, moved }: SpanFigures,
  chart: Chart,
): { readonly rows: readonly AccountBalanceRow[]; readonly totals: BalanceTotals } {
  const codes = [...opening.keys(), ...moved.map((sum) => sum.ledgerAccount)];
  const shown = new Set(codes.flatMap(withParents));
  const rows = [...shown].sort().flatMap((code): AccountBalanceRow[] => {
    const account = accountOf(chart, code);
    const before = sumFen([...opening].filter(([own]) => isWithin(own, code)).map(([, fen]) => fen));
    const within = moved.filter((sum) => isWithin(sum.ledgerAccount, code));
    const debit = sumFen(within.map((sum) => sum.debit));
    const credit = sumFen(within.map((sum) => sum.credit));
    if (before === 0n && debit === 0n && credit === 0n) return [];
    const closing = before + debit - credit;
    return [{ account, level: levelOf(account), opening: before, debit, credit, closing }];
  });
  return { rows, totals: totalsOf(rows) };
}

function totalsOf(rows: readonly AccountBalanceRow[]): BalanceTotals {
  const own = rows.filter((row) => row.level === 0);
  const debits = (amounts: readonly Fen[]): Fen => sumFen(amounts.filter((fen) => fen > 0n));
  const credits = (amounts: readonly Fen[]): Fen => -sumFen(amounts.filter((fen) => fen < 0n));
  const openings = own.map((row) => row.opening);
  const closings = own.map((row) => row.closing);
  const totals = {
    openingDebit: debits(openings),
    openingCredit: credits(openings),
    debit: sumFen(own.map((row) => row.debit)),
    credit: sumFen(own.map((row) => row.credit)),
    closingDebit: debits(closings),
    closingCredit: credits(closings),
  };
  invariant(totals.openingDebit === totals.openingCredit, 'balances brought in add up to zero');
  invariant(totals.debit === totals.credit, 'debit and credit of a span are equal');
  invariant(totals.closingDebit === totals.closingCredit, 'balances add up to zero');
  return totals;
}

/** A code and those of the accounts above it: `5010101` is a detail of `50101`, which is one of `501`. */
function withParents(code: string): string[] {
  const parents: string[] = [];
  for (let length = 3; length < code.length; length += 2) parents.push(code.slice(0, length));
  return [...parents, code];
}
