import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import type { StatementLayout, StatementPart, StatementRow } from './statement-layout';

/** What stands on an account with one other: balances of one account may stand on both sides. */
export interface StandingBalance {
  readonly ledgerAccount: string;
  /** Debit positive. */
  readonly balance: Fen;
}

/** A row of a statement with its figure; a heading has none. */
export interface StatementFigure {
  readonly row: StatementRow;
  readonly amount?: Fen | undefined;
}

export interface BalanceSheet {
  readonly left: readonly StatementFigure[];
  readonly right: readonly StatementFigure[];
}

/**
 * 资产负债表 after a layout: assets as they stand in debit, liabilities and equity in credit, contra accounts
 * as what is taken off. Every account stands in it once, so the two totals are equal whenever the books are.
 */
export function balanceSheet(layout: StatementLayout, standing: readonly StandingBalance[]): BalanceSheet {
  const left = figures(layout.left, (row) => partsSum(row.parts, standing));
  const right = figures(layout.right, (row) => -partsSum(row.parts, standing));
  invariant(left.at(-1)?.amount === right.at(-1)?.amount, 'assets equal liabilities and equity');
  return { left, right };
}

/** What the income statement is made of; credit positive but for what was distributed. */
export interface IncomeFigures {
  /** By account: what income and expense moved, without what was carried to 本年收益. */
  readonly moved: ReadonlyMap<string, Fen>;
  /** 年初未分配收益. */
  readonly brought: Fen;
  readonly transferredIn: Fen;
  /** By the account it went to. */
  readonly distributed: ReadonlyMap<string, Fen>;
  /** What stands undistributed at the end, as the balances say it. */
  readonly closing: Fen;
}

/** 收益及收益分配表 after a layout; its last row is what the balances of 本年收益 and 收益分配 say. */
export function incomeStatement(layout: StatementLayout, facts: IncomeFigures): readonly StatementFigure[] {
  const named = layout.left.flatMap((row) => row.to);
  const rows = figures(layout.left, (row) => sourceSum(row, facts, named));
  invariant(rows.at(-1)?.amount === facts.closing, 'the statement ends at what stands undistributed');
  return rows;
}

/** What a row takes from the books, credit positive. */
function sourceSum(row: StatementRow, facts: IncomeFigures, named: readonly string[]): Fen {
  switch (row.source) {
    case 'brought':
      return facts.brought;
    case 'transferredIn':
      return facts.transferredIn;
    case 'distributed':
      return -sumFen(
        [...facts.distributed]
          .filter(([account]) =>
            row.to.length === 0 ? !named.includes(mainOf(account)) : row.to.includes(mainOf(account)),
          )
          .map(([, fen]) => fen),
      );
    case undefined:
      return sumFen(
        [...facts.moved]
          .filter(([account]) => row.parts.some((part) => part.account === mainOf(account)))
          .map(([, fen]) => fen),
      );
  }
}

/** A row that is taken off shows its figure above zero when it takes off: costs, contra accounts. */
function signOf(row: StatementRow): bigint {
  return row.less ? -1n : 1n;
}

function partsSum(parts: readonly StatementPart[], standing: readonly StandingBalance[]): Fen {
  return sumFen(
    standing
      .filter(({ ledgerAccount, balance }) =>
        parts.some(
          ({ account, part }) =>
            account === mainOf(ledgerAccount) && (part === 'whole' || (part === 'debit') === balance > 0n),
        ),
      )
      .map(({ balance }) => balance),
  );
}

function figures(rows: readonly StatementRow[], own: (row: StatementRow) => Fen): StatementFigure[] {
  const known = new Map<number, Fen>();
  return rows.map((row) => {
    if (row.line === undefined) return { row };
    const sums = row.totalOf.map((line) => {
      const sign = rows.find((each) => each.line === line)?.less === true ? -1n : 1n;
      return sign * (known.get(line) ?? 0n);
    });
    const amount = row.totalOf.length > 0 ? sumFen(sums) : signOf(row) * own(row);
    known.set(row.line, amount);
    return { row, amount };
  });
}

function mainOf(account: string): string {
  return account.slice(0, 3);
}
