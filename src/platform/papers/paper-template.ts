import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { DomainError } from '../../domain/shared/domain-error';
import { checkWordings, fillWording, readWordings, type WordingFacts } from '../text/wordings';

/** What a paper of the office has to say: its template says this in a county's words, and nothing less. */
export interface PaperShape<Word extends string> {
  /** What it is called: its template is `templates/papers/<paper>.yaml`. */
  readonly paper: string;
  /** Each wording with the facts that it may name; `!` behind one: it has to. */
  readonly wordings: Readonly<Record<Word, string>>;
  /** The fields of its table, none of which can be left out. */
  readonly columns?: readonly string[];
  /** How wide the columns may be together, in mm. */
  readonly room?: number;
  /** Whether a county may add notes of its own below it: a form of a fixed size has no room for them. */
  readonly takesNotes?: boolean;
}

/** A column of a paper's table; its width in mm. */
export interface PaperColumn {
  readonly field: string;
  readonly heading: string;
  readonly width: number;
}

/** A paper's words as a county has them. */
export interface PaperTemplate<Word extends string> {
  readonly say: SayPaper<Word>;
  readonly columns: readonly PaperColumn[];
  /** Who signs, in the order in which they stand. */
  readonly signatures: readonly string[];
  /** What the county wants to stand below it beside what has to. */
  readonly notes: readonly string[];
}

/** Says a wording of a paper, filled in. */
export type SayPaper<Word extends string> = (word: Word, facts?: WordingFacts) => string;

const FOLDER = resolve(__dirname, '../../../templates/papers');
const SIGNATURES = 'signatures.';

/** The template this edition of the program ships with. @throws DomainError `template.*` */
export function paperTemplate<Word extends string>(shape: PaperShape<Word>): PaperTemplate<Word> {
  const known = shipped.get(shape.paper);
  if (known !== undefined) return known;
  const read = readPaper<string>(shape, readFileSync(resolve(FOLDER, `${shape.paper}.yaml`), 'utf8'));
  shipped.set(shape.paper, read);
  return read;
}

const shipped = new Map<string, PaperTemplate<string>>();

/**
 * Reads the template of a paper: title, words, columns, totals, signatures, footnotes, and the notes a county
 * adds. Words, their order and the places of columns and signatures are the county's; no line that the shape
 * asks for can be hidden.
 * @throws DomainError `template.sheetWrong`, `template.keyMissing`, `template.keyUnknown`,
 *   `template.wordEmpty`, `template.factUnknown`, `template.factMissing`, `template.columnWrong`,
 *   `template.columnMissing`, `template.columnUnknown`, `template.tooWide` (facts: key)
 */
export function readPaper<Word extends string>(shape: PaperShape<Word>, yaml: string): PaperTemplate<Word> {
  const { paper, columns: typed, notes: added = [], ...worded } = asRecord(parse(yaml));
  if (paper !== shape.paper) throw new DomainError('template.sheetWrong');
  const leaves = readWordings(worded);
  checkWordings(leaves, shape.wordings);
  const say: SayPaper<Word> = (word, facts = {}) => fillWording(leaves.get(word) ?? [], facts);
  return {
    say,
    columns: readColumns(shape, typed),
    signatures: [...leaves].flatMap(([key, words]) =>
      key.startsWith(SIGNATURES) ? [fillWording(words, {})] : [],
    ),
    notes: readNotes(added, shape.takesNotes === true),
  };
}

function readColumns(
  { columns: fields = [], room = Infinity }: Pick<PaperShape<string>, 'columns' | 'room'>,
  typed: unknown = [],
): PaperColumn[] {
  if (!Array.isArray(typed)) throw new DomainError('template.columnWrong', { key: 'columns' });
  const columns = typed.map((column: unknown, index) => readColumn(`columns.${String(index)}`, column));
  const named = columns.map(({ field }) => field);
  const stray = named.find((field, index) => !fields.includes(field) || named.indexOf(field) !== index);
  if (stray !== undefined) throw new DomainError('template.columnUnknown', { key: `columns.${stray}` });
  const missing = fields.find((field) => !named.includes(field));
  if (missing !== undefined) throw new DomainError('template.columnMissing', { key: `columns.${missing}` });
  if (columns.reduce((sum, { width }) => sum + width, 0) > room)
    throw new DomainError('template.tooWide', { key: 'columns' });
  return columns;
}

function readColumn(key: string, column: unknown): PaperColumn {
  const { field, heading, width, ...more } = asRecord(column);
  const isWhole = typeof field === 'string' && typeof heading === 'string' && heading.trim() !== '';
  if (!isWhole || typeof width !== 'number' || width <= 0 || Object.keys(more).length > 0)
    throw new DomainError('template.columnWrong', { key });
  return { field, heading, width };
}

function readNotes(added: unknown, hasRoom: boolean): string[] {
  const isText = (note: unknown): note is string => typeof note === 'string';
  if (!Array.isArray(added) || !added.every(isText) || (added.length > 0 && !hasRoom))
    throw new DomainError('template.keyUnknown', { key: 'notes' });
  return added.map((note) => fillWording([note], {})).filter((note) => note !== '');
}

function asRecord(value: unknown): Record<string, unknown> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? Object.fromEntries(Object.entries(value)) : {};
}
