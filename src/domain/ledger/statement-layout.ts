import type { Problem } from '../shared/problem';
import type { Chart } from './chart';

/** Which balances of an account a row shows: all of them, or only those that stand on one side. */
export interface StatementPart {
  readonly account: string;
  readonly part: 'whole' | 'debit' | 'credit';
}

/** What a row of the income statement takes from the books beside accounts. */
export type StatementSource = 'brought' | 'transferredIn' | 'distributed';

/** A row of a statement: a heading, figures from the books, or a sum over other rows. */
export interface StatementRow {
  /** 行次; a heading has none. */
  readonly line?: number | undefined;
  readonly name: string;
  readonly parts: readonly StatementPart[];
  /** Taken off where rows are summed: 减. */
  readonly less: boolean;
  /** Stands out among the rows, which are indented below it. */
  readonly isHeadline: boolean;
  /** The lines it sums. */
  readonly totalOf: readonly number[];
  readonly source?: StatementSource | undefined;
  /** For `distributed`: to which accounts; none named takes what no other row does. */
  readonly to: readonly string[];
}

/** A statement as its county's file lays it out; never confirmed until a county has held it to the paper. */
export interface StatementLayout {
  readonly confirmed: boolean;
  /** Rows of the left side (assets), or of the whole income statement. */
  readonly left: readonly StatementRow[];
  /** Rows of the right side (liabilities and equity); none in an income statement. */
  readonly right: readonly StatementRow[];
}

/**
 * What is wrong with a balance sheet's layout: every account of the chart stands in exactly one row, or its
 * debit and its credit balances in one row each; every row is counted once in the total of its side, the last
 * row. Codes `statement.accountMissing`, `statement.accountTwice`, `statement.rowNotCounted`.
 */
export function balanceSheetProblems(layout: StatementLayout, chart: Chart): Problem[] {
  const rows = [...layout.left, ...layout.right];
  const accounts = mainAccounts(chart).flatMap((account) => {
    const parts = rows.flatMap((row) => row.parts.filter((part) => part.account === account));
    const said = parts.map(({ part }) => part).sort();
    const isWhole = said.join() === 'whole' || said.join() === 'credit,debit';
    if (isWhole) return [];
    const code = said.length === 0 ? 'statement.accountMissing' : 'statement.accountTwice';
    return [{ code, field: 'rows', value: account }];
  });
  return [...accounts, ...countProblems(layout.left), ...countProblems(layout.right)];
}

/** What is wrong with an income statement's layout: every income and expense in exactly one row. */
export function incomeStatementProblems(layout: StatementLayout, chart: Chart): Problem[] {
  const named = layout.left.flatMap((row) => row.parts.map(({ account }) => account));
  const wrong = mainAccounts(chart)
    .filter((code) => isIncomeOrExpense(chart, code))
    .flatMap((account) => {
      const count = named.filter((each) => each === account).length;
      if (count === 1) return [];
      const code = count === 0 ? 'statement.accountMissing' : 'statement.accountTwice';
      return [{ code, field: 'rows', value: account }];
    });
  return [...wrong, ...countProblems(layout.left)];
}

/** Whether an account is closed to 本年收益 at the year's end. */
export function isIncomeOrExpense(chart: Chart, code: string): boolean {
  const nature = chart.accounts.get(code)?.nature ?? chart.accounts.get(code.slice(0, 3))?.nature;
  return nature === 'income' || nature === 'expense';
}

function mainAccounts(chart: Chart): string[] {
  return [...chart.accounts.keys()].filter((code) => code.length === 3);
}

/** Every row with figures reaches the last row of its side exactly once. */
function countProblems(rows: readonly StatementRow[]): Problem[] {
  const last = rows.at(-1);
  if (last === undefined) return [];
  const reached = (row: StatementRow): number[] =>
    row.totalOf.flatMap((line) => {
      const below = rows.find((each) => each.line === line);
      return below === undefined ? [-1] : below.totalOf.length === 0 ? [line] : reached(below);
    });
  const counted = reached(last);
  return rows
    .filter((row) => row.line !== undefined && row.totalOf.length === 0)
    .filter((row) => counted.filter((line) => line === row.line).length !== 1)
    .map((row) => ({ code: 'statement.rowNotCounted', field: 'rows', value: row.name }));
}
