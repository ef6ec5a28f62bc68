import type {
  FenText,
  NoticeClauses,
  NoticeContacts,
  NoticeHeading,
  NoticePool,
  NoticePublicity,
  NoticeWitness,
} from './distribution-notice';
import type { NoticeObjectionRow } from './objection-row';

/**
 * The kinds of which the facts hold an id, and the name is looked up when the sheet is drawn: an asset,
 * somebody with whom there are dealings (perhaps a person), what a voucher is about, somebody of the list,
 * the group in which he lives (his id, too), a post, a small public work, a body or an office, who gave a
 * signature.
 */
export const NAMED_KINDS = [
  ...(['asset', 'party', 'entry', 'person', 'group', 'post', 'work', 'body'] as const),
  'signature',
] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/**
 * What stands in a column. Of `word` the facts hold one of a few codes, whose words stand in the sheet's
 * template; of `halfDays` how many half days; `change` is money with its sign always.
 */
export type CellKind = 'money' | 'change' | 'count' | 'halfDays' | 'day' | 'text' | 'word' | NamedKind;

export function isNamed(kind: CellKind): kind is NamedKind {
  return NAMED_KINDS.some((each) => each === kind);
}

/** A column of a table. */
export interface FieldShape {
  readonly kind: CellKind;
  /** The codes of a `word`. */
  readonly words?: readonly string[];
}

/** A table of a sheet: its columns, and which of them are added up. */
export interface TableShape {
  /** Somebody may be found in it: a section of its own, open to the public while its days run alone. */
  readonly listsPersons?: true;
  readonly fields: Readonly<Record<string, FieldShape>>;
  /** What a reader looks for first, and what it comes to: a telephone shows these largest. */
  readonly lead: string;
  readonly amount: string;
  /** The columns with a total; it is part of the sum named here, or of none (an empty text). */
  readonly totals: Readonly<Record<string, string>>;
  /** The rows that have this column are tinted: somebody will ask about them. */
  readonly marked?: string;
  /** The columns of a row with which the sheet shows how it was reckoned, on two marked rows. */
  readonly example?: readonly string[];
  /** Which rows weigh most: those that have one of these fields. The others stand under them. */
  readonly strong?: readonly string[];
}

/** What is on a sheet about some days that is no plan's. */
export interface ReportShape {
  /** Whether it is about one pool, or may be about all together; or knows no pools. */
  readonly pools: 'oneOrAll' | 'none';
  /** Where it is about one matter, whose days and pool it has: a sheet that was published, or a plan. */
  readonly matter?: 'sheet' | 'plan';
  /** The first + the second − the third = the last. */
  readonly sums: readonly [string, string, string, string];
  /** The sum that stands in capital figures; the last where none is named. */
  readonly capitals?: string;
  /** The fact that tells how it came out, where that is no figure: a telephone shows it largest. */
  readonly headline?: string;
  /** Where all three are added. */
  readonly adds?: true;
  /** Where the sums are numbers of something and no money. */
  readonly counts?: true;
  /** What its sentences name beside the sums: no names of persons. */
  readonly facts?: Readonly<Record<string, FieldShape>>;
  /** One under the other, in this order. */
  readonly tables: Readonly<Record<string, TableShape>>;
}

/** A row: the fields that have something to say. */
export type ReportRow = Readonly<Record<string, string | number>>;

/** The rows of a table with the totals of its columns. */
export interface ReportTable {
  readonly rows: readonly ReportRow[];
  readonly totals: Readonly<Record<string, FenText>>;
}

/** What a sheet says of the books: the part that differs from sheet to sheet. */
export interface ReportFigures {
  readonly sums: Readonly<Record<string, FenText>>;
  /** What the sheet's sentences name besides, where it is known. */
  readonly facts?: ReportRow;
  readonly tables: Readonly<Record<string, ReportTable>>;
  /** The tables in which somebody may be found. */
  readonly persons?: Readonly<Record<string, ReportTable>>;
  /** The clauses that what is told stands on, word for word. */
  readonly basis?: NoticeClauses['quotes'];
}

/** The one matter a sheet is about: a sheet that was published or a plan, and of which kind of sheet. */
export interface ReportMatter {
  readonly id: string;
  readonly of: string;
}

/** Who issues the sheet, which one it is, and of which days. */
export interface ReportHeading extends Omit<NoticeHeading, 'pool'> {
  readonly sheet: string;
  /** Absent where it is about all money together, or about no money of a pool. */
  readonly pool?: NoticePool;
  /** Absent where it is about some days and no one matter. */
  readonly about?: ReportMatter;
}

/**
 * The canonical facts of a sheet about some days: ids, days and figures, plain JSON as those of a plan's. No
 * name and no free text that may be about a person enters them.
 */
export interface ReportNotice extends ReportFigures {
  readonly kind: 'report';
  readonly heading: ReportHeading;
  readonly objections?: readonly NoticeObjectionRow[];
  readonly publicity: NoticePublicity;
  readonly contacts: NoticeContacts;
  readonly witness: NoticeWitness;
}

/** The same before it is published: no number, no days on the wall, no place in the chain. */
export interface SampleReport extends Omit<ReportNotice, 'kind' | 'heading' | 'publicity' | 'witness'> {
  readonly kind: 'report-sample';
  readonly heading: Omit<ReportHeading, 'number' | 'version'>;
}

/** A sheet about some days, published or not. */
export type DrawnReport = ReportNotice | SampleReport;

/** A table of a sheet by its name, in whichever section it stands. */
export function tableOf({ tables, persons }: ReportFigures, name: string): ReportTable {
  return tables[name] ?? persons?.[name] ?? EMPTY;
}

const EMPTY: ReportTable = { rows: [], totals: {} };

/** Rows as a table of a shape, its totals added up. */
export function reportTable({ totals }: TableShape, rows: readonly ReportRow[]): ReportTable {
  const added = Object.keys(totals).map((field): [string, string] => {
    const sum = rows.reduce((so, row) => so + BigInt(row[field] ?? 0), 0n);
    return [field, String(sum)];
  });
  return { rows, totals: Object.fromEntries(added) };
}
