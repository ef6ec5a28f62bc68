import { accountOf } from '../../domain/ledger/account-sums';
import type { Chart } from '../../domain/ledger/chart';
import type { CounterpartyNames } from '../../domain/ledger/counterparty';
import type { AgeingRow } from '../../domain/ledger/report-ageing';
import type { GeneralLedger } from '../../domain/ledger/report-general-ledger';
import type { StatementFigure } from '../../domain/ledger/report-statements';
import { sumFen } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import type { SheetCell, SheetColumn, SheetRow } from '../../platform/spreadsheets/sheet-table';
import { yearMonthText } from '../../platform/views/day-text';
import { counterpartyText } from './counterparties.service';
import { amountOf, creditOf, debitOf, money, type SheetBody, standing, text, word } from './report-columns';
import { type AccountBalances, type AgeingReport, readDealing } from './reports.service';
import type { BalanceSheetReport, IncomeStatementReport } from './statements.service';

/** 科目余额表: three pairs of sides, details indented below the account they are part of. */
export function accountBalancesSheet({ rows, totals }: AccountBalances, linkOf: LinkOf): SheetBody {
  const pair = (group: string): SheetColumn[] => [
    money('debit', 21.5, { group: word(group), carry: 'sum' }),
    money('credit', 21.5, { group: word(group), carry: 'sum' }),
  ];
  return {
    columns: [
      text('code', 15, { linked: true }),
      text('account', 36),
      ...pair('opening'),
      ...pair('moved'),
      ...pair('closing'),
    ],
    rows: [
      ...rows.map(({ account, level, opening, debit, credit, closing }): SheetRow => ({
        kind: 'line',
        counts: level === 0,
        indent: level,
        href: linkOf(account.code),
        cells: [
          ...[account.code, account.name, debitOf(opening), creditOf(opening)],
          ...[amountOf(debit), amountOf(credit), debitOf(closing), creditOf(closing)],
        ],
      })),
      {
        kind: 'total',
        cells: [
          ...[word('total'), '', totals.openingDebit, totals.openingCredit],
          ...[totals.debit, totals.credit, totals.closingDebit, totals.closingCredit],
        ],
      },
    ],
  };
}

/** Where the detail ledger of an account stands. */
export type LinkOf = (account: string) => string;

/** 凭证汇总: what the vouchers of a span moved on each account. */
export function voucherSummarySheet({ rows, totals }: AccountBalances, linkOf: LinkOf): SheetBody {
  return {
    columns: [
      text('code', 25, { linked: true }),
      text('account', 75),
      money('debit', 40, { carry: 'sum' }),
      money('credit', 40, { carry: 'sum' }),
    ],
    rows: [
      ...rows.map(({ account, level, debit, credit }): SheetRow => ({
        kind: 'line',
        counts: level === 0,
        indent: level,
        href: linkOf(account.code),
        cells: [account.code, account.name, amountOf(debit), amountOf(credit)],
      })),
      { kind: 'total', cells: [word('total'), '', totals.debit, totals.credit] },
    ],
  };
}

/** 总账: each account by month, with what moved in the year so far. */
export function generalLedgerSheet(ledgers: readonly GeneralLedger[], linkOf: LinkOf): SheetBody {
  return {
    columns: [
      text('month', 22),
      text('summary', 50),
      money('debit', 33),
      money('credit', 33),
      { head: word('side'), kind: 'mark', width: 9 },
      money('balance', 33),
    ],
    rows: ledgers.flatMap(({ account, opening, months }): SheetRow[] => [
      { kind: 'heading', href: linkOf(account.code), cells: [account.code, account.name] },
      { kind: 'line', cells: ['', word('brought'), undefined, undefined, ...standing(opening)] },
      ...months.flatMap(({ month, debit, credit, yearDebit, yearCredit, balance }): SheetRow[] => [
        {
          kind: 'line',
          cells: [yearMonthText(month), word('monthTotal'), debit, credit, ...standing(balance)],
        },
        { kind: 'subtotal', cells: ['', word('yearTotal'), yearDebit, yearCredit, ...standing(balance)] },
      ]),
    ]),
  };
}

/** What an ageing is told with: the accounts, the names of assets by id, and those of whom lines name. */
interface AgeingBooks {
  readonly chart: Chart;
  readonly assets: ReadonlyMap<string, string>;
  readonly counterparties: CounterpartyNames;
  /** Where the detail ledger of a row's party stands. */
  readonly linkOf: (row: AgeingRow) => string;
}

/** 往来账龄: with whom and for what, how much, and how long it has stood. */
export function ageingSheet({ limits, rows }: AgeingReport, books: AgeingBooks): SheetBody {
  const heads = [...limits, undefined].map((limit, index) => {
    const from = index === 0 ? 0 : (limits[index - 1] ?? 0) + 1;
    const span = limit === undefined ? String(from - 1) : `${String(from)}–${String(limit)}`;
    return `${limit === undefined ? word('above') : ''}${span}${word('days')}`;
  });
  const accounts = [...new Set(rows.map((row) => row.ledgerAccount))];
  const width = (180 - 52 - 18 - 24) / heads.length;
  return {
    columns: [
      text('party', 52),
      text('oldest', 18),
      money('balance', 24),
      ...heads.map((head): SheetColumn => ({ head, kind: 'money', width })),
    ],
    rows: accounts.flatMap((code): SheetRow[] => {
      const own = rows.filter((row) => row.ledgerAccount === code);
      const account = accountOf(books.chart, code);
      const sums = heads.map((_, index) => sumFen(own.map((row) => row.parts[index] ?? 0n)));
      return [
        { kind: 'heading', cells: [`${account.code} ${account.name}`] },
        ...own.map((row): SheetRow => ({
          kind: 'line',
          indent: 1,
          href: books.linkOf(row),
          cells: [partyText(row, books), row.oldestOn, row.balance, ...row.parts.map(amountOf)],
        })),
        {
          kind: 'total',
          cells: [word('total'), '', sumFen(own.map((row) => row.balance)), ...sums],
        },
      ];
    }),
  };
}

/** With whom, and what it is for: an asset has a name; that nobody is named is said, too. */
export function partyText({ concerns }: AgeingRow, names: Omit<AgeingBooks, 'chart' | 'linkOf'>): string {
  const dealings = concerns.map(readDealing);
  const [counterparty] = dealings.flatMap((dealing) => dealing.counterparty ?? []);
  const about = dealings.map(({ assetId = '', stream }) => {
    const of = stream === undefined ? '' : labelOf(`stream.${stream}`);
    return `${names.assets.get(assetId) ?? assetId} ${of}`.trim();
  });
  const words = [
    counterparty === undefined ? '' : counterpartyText(counterparty, names.counterparties),
    [...new Set(about)].filter((each) => each !== '').join(word('and')),
  ].filter((each) => each !== '');
  return words.length === 0 ? word('unnamedParty') : words.join(' ');
}

/** 资产负债表 in two sides of name, line, end of the day and beginning of the year. */
export function balanceSheetSheet({ closing, yearStart }: BalanceSheetReport): SheetBody {
  const side = (head: string): SheetColumn[] => [
    text(head, 37),
    { head: word('line'), kind: 'mark', width: 8 },
    money('closingBalance', 22.5),
    money('yearStart', 22.5),
  ];
  const count = Math.max(closing.left.length, closing.right.length);
  const half = (now: StatementFigure | undefined, then: StatementFigure | undefined): SheetCell[] => [
    ...[now?.row.name ?? '', now?.row.line === undefined ? '' : String(now.row.line)],
    ...[now?.amount, then?.amount],
  ];
  // The totals of both sides stand on the last row, whichever side is longer.
  const aligned = (figures: readonly StatementFigure[]): (StatementFigure | undefined)[] => [
    ...figures.slice(0, -1),
    ...Array.from({ length: count - figures.length }, () => undefined),
    figures.at(-1),
  ];
  const [left, leftThen] = [aligned(closing.left), aligned(yearStart.left)];
  const [right, rightThen] = [aligned(closing.right), aligned(yearStart.right)];
  return {
    twoSided: true,
    columns: [...side('assets'), ...side('claims')],
    rows: left.map((figure, index) => ({
      kind: index === count - 1 ? 'total' : 'line',
      cells: [...half(figure, leftThen[index]), ...half(right[index], rightThen[index])],
      strong: [...(standsOut(figure) ? [0, 1, 2, 3] : []), ...(standsOut(right[index]) ? [4, 5, 6, 7] : [])],
    })),
  };
}

function standsOut(figure: StatementFigure | undefined): boolean {
  return figure?.row.isHeadline === true;
}

/** 收益及收益分配表: this year so far, and the same days of the year before. */
export function incomeStatementSheet({ thisYear, lastYear }: IncomeStatementReport): SheetBody {
  return {
    columns: [
      text('item', 84),
      { head: word('line'), kind: 'mark', width: 12 },
      money('thisYear', 42),
      money('lastYear', 42),
    ],
    rows: thisYear.map((figure, index): SheetRow => {
      const { row, amount } = figure;
      const sum = index === thisYear.length - 1 ? 'total' : 'subtotal';
      return {
        kind: row.line === undefined ? 'heading' : row.isHeadline ? sum : 'line',
        indent: row.isHeadline ? 0 : 1,
        cells: [row.name, row.line === undefined ? '' : String(row.line), amount, lastYear[index]?.amount],
      };
    }),
  };
}
