import BetterSqlite3 from 'better-sqlite3';
import { everyTable } from '../../src/platform/database/migrations/every-table';
import type { TableDefinition } from '../../src/platform/database/migrations/table-definition';

/** Tables whose rows say who may and what was refused, not what a village has. */
const BESIDE: ReadonlySet<string> = new Set([
  ...['sessions', 'log_in_tries', 'refused_commands', 'refusal_ends', 'kept_forms', 'kept_form_files'],
  'slip_tries',
]);

/**
 * Puts a row into every table of a village, past every rule, each under the same id: whatever an address
 * names by it is there. What the rows say is of no use to anybody. SQLite only.
 * @returns how many tables took one
 */
export function putRowsOfEachKind(file: string, collectiveId: string, id: string): number {
  const connection = new BetterSqlite3(file);
  connection.pragma('foreign_keys = OFF');
  connection.pragma('ignore_check_constraints = ON');
  let count = 0;
  for (const table of ofVillages(connection)) {
    const columns = columnsOf(connection, table.name);
    const values = columns.map((column) => valueOf(column, { collectiveId, id }));
    const holes = columns.map(() => '?').join(', ');
    try {
      connection.prepare(`INSERT INTO ${table.name} VALUES (${holes})`).run(values);
      count += 1;
    } catch (error) {
      // Rows that the village has from its beginning, and what a trigger keeps out. Known by its code: of
      // two specs in one process the driver throws the error of the first.
      if (!/^SQLITE_CONSTRAINT/.test(codeOf(error))) throw error;
    }
  }
  connection.close();
  return count;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** Everything that stands in the rows of these villages, as text. */
export function everythingOf(file: string, collectiveIds: readonly string[]): string {
  const connection = new BetterSqlite3(file, { readonly: true });
  const told = ofVillages(connection)
    .filter(({ name }) => !BESIDE.has(name))
    .map(({ name }) => {
      const holes = collectiveIds.map(() => '?').join(', ');
      const rows = connection
        .prepare(`SELECT * FROM ${name} WHERE collective_id IN (${holes})`)
        .all(collectiveIds);
      return `${name} ${JSON.stringify(rows)}`;
    });
  connection.close();
  return told.join('\n');
}

interface Column {
  readonly name: string;
  readonly type: string;
}

function columnsOf(connection: BetterSqlite3.Database, table: string): Column[] {
  return connection.prepare<[], Column>(`PRAGMA table_info(${table})`).all();
}

function ofVillages(connection: BetterSqlite3.Database): TableDefinition[] {
  return everyTable.filter(({ name }) =>
    columnsOf(connection, name).some((column) => column.name === 'collective_id'),
  );
}

function valueOf(
  { name, type }: Column,
  row: { collectiveId: string; id: string },
): string | number | Buffer {
  if (name === 'collective_id') return row.collectiveId;
  if (name === 'id' || name.endsWith('_id')) return row.id;
  if (/INT/i.test(type)) return 1;
  if (/BLOB/i.test(type)) return Buffer.from('x');
  if (name.endsWith('_at')) return '2025-06-30T00:00:00.000Z';
  if (/_day$|_on$|^from|^until|_from$/.test(name)) return '2025-06-30';
  if (name.includes('month')) return '2025-06';
  return `${row.id}-${name}`;
}
