import type { AccountKind } from '../collectives/pay-account';

/** What a bank can be told of a payment. */
export const LINE_FIELDS = ['number', 'payee', 'account', 'kind', 'bank', 'amount', 'memo'] as const;
export type LineField = (typeof LINE_FIELDS)[number];

/**
 * What a bank can be told of the whole list; `accountsTotal` adds the last digits of all accounts, so that a
 * changed account shows.
 */
export const LIST_FIELDS = [
  'list',
  'day',
  'payer',
  'payerAccount',
  'count',
  'total',
  'accountsTotal',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** One place of a record: a field, or words that always stand there. */
export interface PayFilePlace<Field extends string = LineField | ListField> {
  /** The heading of its column. */
  readonly title?: string;
  readonly of?: Field;
  readonly text?: string;
  /** Of an amount: yuan with two decimals where nothing is said. */
  readonly unit?: 'yuan' | 'fen';
  /** Of a day: `2025-07-11` where nothing is said. */
  readonly day?: 'YMD';
  /** Of `accountsTotal`: how many digits of each account are added. */
  readonly digits?: number;
  /** Of an account's kind: what the bank calls it. */
  readonly words?: Readonly<Record<AccountKind, string>>;
  /** Fixed files: how many bytes it takes in the file's encoding, on which side it stands, what fills it. */
  readonly width?: number;
  readonly align?: 'left' | 'right';
  readonly pad?: ' ' | '0';
}

/**
 * How one kind of bank wants a list of payments: a workbook, text with separators, or lines of fixed widths;
 * what stands in a line, and what stands above and below all of them.
 */
export interface PayFileLayout {
  readonly id: string;
  readonly name: string;
  /** Whether somebody held it against the form of such a bank. */
  readonly confirmed: boolean;
  /** Which kinds of accounts it pays to. */
  readonly takes: readonly AccountKind[];
  readonly file: {
    readonly form: 'xlsx' | 'csv' | 'fixed';
    readonly encoding: 'utf8' | 'gb18030';
    /** The name of the file, with `{list}` and `{day}` in their places. */
    readonly name: string;
    /** How many lines the bank takes in one file; any number where nothing is said. */
    readonly most_lines?: number;
  };
  readonly head?: readonly PayFilePlace<ListField>[];
  readonly lines: readonly PayFilePlace<LineField>[];
  readonly foot?: readonly PayFilePlace<ListField>[];
}
