import { parse } from 'yaml';
import {
  type CellKind,
  NAMED_KINDS,
  type ReportHeading,
  type ReportShape,
  type TableShape,
} from '../../domain/notices/report-notice';
import { shapeOf } from '../../domain/notices/report-sheets';
import { DomainError } from '../../domain/shared/domain-error';
import { invariant } from '../../domain/shared/invariant';
import { AREA } from './sheet-context';
import { type Say, shippedTemplates, type Templates, wordingFrom } from './sheet-wording';

/** A column as the template has it; widths in mm. */
export interface TemplateColumn {
  readonly field: string;
  readonly heading: string;
  readonly width: number;
  readonly align: 'left' | 'centre' | 'right';
  readonly kind: CellKind;
}

/** The template of a sheet about some days: what it says, and the columns of each of its tables. */
export interface ReportTemplate {
  readonly say: Say<string>;
  readonly columns: Readonly<Record<string, readonly TemplateColumn[]>>;
}

/**
 * Reads the template of a sheet about some days by its shape. It has every wording and every column of the
 * shape and no other; columns may change places, none can be hidden.
 * @throws DomainError `template.*` as `readWording`; `template.columnWrong`, `template.columnMissing`,
 *   `template.columnUnknown`, `template.tooWide` (facts: key)
 */
export function readReportTemplate(sheet: string, shape: ReportShape, templates: Templates): ReportTemplate {
  const { own, columns } = takeColumns(parse(templates.own), shape);
  const say = wordingFrom({ sheet, wordings: wordingsOf(shape) }, { own, shared: parse(templates.shared) });
  return { say, columns };
}

/** The template this edition ships with. */
export function reportTemplate(sheet: string): ReportTemplate {
  const kept = shipped.get(sheet);
  if (kept !== undefined) return kept;
  const shape = shapeOf(sheet);
  invariant(shape !== undefined, 'a sheet about some days has a shape');
  const read = readReportTemplate(sheet, shape, shippedTemplates(sheet));
  shipped.set(sheet, read);
  return read;
}

const shipped = new Map<string, ReportTemplate>();

/** The shape of a sheet that was published. */
export function requireShape({ sheet }: Pick<ReportHeading, 'sheet'>): ReportShape {
  const shape = shapeOf(sheet);
  invariant(shape !== undefined, 'a sheet about some days has a shape');
  return shape;
}

/** Every wording of a sheet with the facts it may name. */
function wordingsOf(shape: ReportShape): Record<string, string> {
  const { facts = {} } = shape;
  const told = ['from', 'to', ...Object.keys(facts)].join(' ');
  const tables = Object.entries(shape.tables).flatMap(([name, { totals }]): [string, string][] => [
    [`tables.${name}.heading`, ''],
    ...Object.keys(totals)
      .slice(0, 1)
      .map((): [string, string] => [`tables.${name}.total`, '']),
    [`tables.${name}.none`, ''],
  ]);
  const words = [...Object.values(shape.tables), { fields: facts }].flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([field, { words: codes = [] }]) =>
      codes.map((code): [string, string] => [`words.${field}.${code}`, '']),
    ),
  );
  return {
    title: `period pool${shape.matter === undefined ? '' : ' about'}`,
    lead: `${told} issuer`,
    story: `period ${told} ${shape.sums.join(' ')}`,
    ...Object.fromEntries(shape.sums.map((name) => [`sums.${name}`, told])),
    ...Object.fromEntries([...tables, ...words]),
    ...(shape.counts === true ? {} : { capitals: `${told} amount! capitals!` }),
    'notes.heading': '',
    'notes.text': told,
    contacts: '',
    subject: 'village code',
    ...(Object.values(shape.tables).some(({ listsPersons }) => listsPersons) ? { 'persons-over': '' } : {}),
    ...(exampleOf(shape) === undefined ? {} : { 'notes.example': exampleOf(shape) ?? '' }),
  };
}

/** The facts of the example of a sheet that has one. */
function exampleOf(shape: ReportShape): string | undefined {
  return Object.values(shape.tables)
    .find(({ example }) => example !== undefined)
    ?.example?.join(' ');
}

/** The template without its columns, and these by their tables. */
function takeColumns(
  template: unknown,
  shape: ReportShape,
): { readonly own: unknown; readonly columns: ReportTemplate['columns'] } {
  if (!isRecord(template) || !isRecord(template['tables'])) return { own: template, columns: {} };
  const columns: Record<string, readonly TemplateColumn[]> = {};
  const tables = Object.entries(template['tables']).map(([name, table]): [string, unknown] => {
    const wanted = shape.tables[name];
    if (wanted === undefined || !isRecord(table)) return [name, table];
    const { columns: typed, ...rest } = table;
    columns[name] = readColumns(`tables.${name}.columns`, typed, wanted);
    return [name, rest];
  });
  return { own: { ...template, tables: Object.fromEntries(tables) }, columns };
}

function readColumns(key: string, typed: unknown, { fields }: TableShape): TemplateColumn[] {
  if (!Array.isArray(typed)) throw new DomainError('template.columnWrong', { key });
  const columns = typed.map((column: unknown, index) => readColumn(`${key}.${String(index)}`, column));
  const names = columns.map(({ field }) => field);
  const stray = columns.find(({ field, kind }, index) => {
    return fields[field]?.kind !== kind || names.indexOf(field) !== index;
  });
  if (stray !== undefined) throw new DomainError('template.columnUnknown', { key: `${key}.${stray.field}` });
  const missing = Object.keys(fields).find((field) => !names.includes(field));
  if (missing !== undefined) throw new DomainError('template.columnMissing', { key: `${key}.${missing}` });
  if (columns.reduce((sum, { width }) => sum + width, 0) > AREA.width)
    throw new DomainError('template.tooWide', { key });
  return columns;
}

function readColumn(key: string, column: unknown): TemplateColumn {
  if (!isRecord(column)) throw new DomainError('template.columnWrong', { key });
  const { field, heading, width, align, kind, ...more } = column;
  const isWhole =
    typeof field === 'string' &&
    typeof heading === 'string' &&
    typeof width === 'number' &&
    isAlign(align) &&
    isKind(kind) &&
    Object.keys(more).length === 0;
  if (!isWhole || width <= 0) throw new DomainError('template.columnWrong', { key });
  return { field, heading, width, align, kind };
}

const PLAIN = ['money', 'change', 'count', 'halfDays', 'day', 'text', 'word'] as const;
const KINDS: readonly CellKind[] = [...PLAIN, ...NAMED_KINDS];

function isKind(value: unknown): value is CellKind {
  return KINDS.some((kind) => kind === value);
}

function isAlign(value: unknown): value is TemplateColumn['align'] {
  return value === 'left' || value === 'centre' || value === 'right';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
