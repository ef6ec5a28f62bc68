import type { DataSource } from 'typeorm';
import { engineOf } from '../../src/platform/database/engine';

/** What a database says of itself, in the same words on both engines. */
export interface Catalogue {
  readonly tables: readonly CatalogueTable[];
  /** Names of sequences; identity and serial columns make some, too. */
  readonly sequences: readonly string[];
}

export interface CatalogueTable {
  readonly name: string;
  readonly columns: readonly { name: string; type: string; notNull: boolean; byDefault: string | null }[];
  /** Columns of the primary key and of each unique index, in their order. */
  readonly keys: readonly (readonly string[])[];
  readonly foreignKeys: readonly CatalogueForeignKey[];
  readonly triggers: readonly { event: string; before: boolean; eachRow: boolean }[];
}

export interface CatalogueForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
  readonly references: readonly string[];
  /** `NO ACTION` where a row that is pointed to cannot go. */
  readonly onDelete: string;
}

/** Reads the catalogue of either engine. */
export async function readCatalogue(source: DataSource): Promise<Catalogue> {
  return engineOf(source) === 'postgres' ? readPostgres(source) : readSqlite(source);
}

async function readPostgres(source: DataSource): Promise<Catalogue> {
  const rows = <Row>(sql: string, ...values: string[]) => source.query<Row[]>(sql, values);
  const names = await rows<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  );
  const sequences = await rows<{ name: string }>("SELECT relname AS name FROM pg_class WHERE relkind = 'S'");
  const tables = await Promise.all(
    names.map(async ({ name }) => ({
      name,
      columns: await rows<CatalogueTable['columns'][number]>(PG_COLUMNS, name),
      keys: (await rows<{ columns: string[] }>(PG_KEYS, name)).map((key) => key.columns),
      foreignKeys: await rows<CatalogueForeignKey>(PG_FOREIGN_KEYS, name),
      triggers: await rows<CatalogueTable['triggers'][number]>(PG_TRIGGERS, name),
    })),
  );
  return { tables, sequences: sequences.map((sequence) => sequence.name) };
}

/** From the catalogue itself: the standard's views take fifty times as long to plan, for each table anew. */
const PG_COLUMNS = `SELECT attname::text AS name, format_type(atttypid, NULL) AS type,
    attnotnull AS "notNull", pg_get_expr(adbin, adrelid) AS "byDefault"
  FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`;

const PG_KEYS = `SELECT array(SELECT attname::text
      FROM unnest(indkey) WITH ORDINALITY AS place(number, position)
      JOIN pg_attribute ON attrelid = indrelid AND attnum = place.number ORDER BY position) AS columns
  FROM pg_index WHERE indrelid = $1::regclass AND indisunique`;

const PG_FOREIGN_KEYS = `SELECT
    array(SELECT attname::text FROM unnest(conkey) WITH ORDINALITY AS place(number, position)
      JOIN pg_attribute ON attrelid = conrelid AND attnum = place.number ORDER BY position) AS columns,
    confrelid::regclass::text AS table,
    array(SELECT attname::text FROM unnest(confkey) WITH ORDINALITY AS place(number, position)
      JOIN pg_attribute ON attrelid = confrelid AND attnum = place.number ORDER BY position) AS "references",
    CASE confdeltype WHEN 'a' THEN 'NO ACTION' ELSE confdeltype::text END AS "onDelete"
  FROM pg_constraint WHERE contype = 'f' AND conrelid = $1::regclass`;

/** `tgtype` tells by its bits: 1 each row, 2 before, 4 insert, 8 delete, 16 update. */
const PG_TRIGGERS = `SELECT event, tgtype & 2 <> 0 AS before, tgtype & 1 <> 0 AS "eachRow"
  FROM pg_trigger JOIN (VALUES ('INSERT', 4), ('DELETE', 8), ('UPDATE', 16)) AS told(event, bit)
    ON tgtype & bit <> 0
  WHERE tgrelid = $1::regclass AND NOT tgisinternal`;

async function readSqlite(source: DataSource): Promise<Catalogue> {
  const names = await source.query<{ name: string }[]>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  const counted = await source.query<{ name: string }[]>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'",
  );
  const tables = await Promise.all(names.map(({ name }) => readSqliteTable(source, name)));
  return { tables, sequences: counted.map(({ name }) => `${name}_id_seq`) };
}

async function readSqliteTable(source: DataSource, name: string): Promise<CatalogueTable> {
  const columns = await source.query<SqliteColumn[]>(
    `SELECT * FROM pragma_table_info('${name}') ORDER BY cid`,
  );
  const indexes = await source.query<{ name: string }[]>(
    `SELECT name FROM pragma_index_list('${name}') WHERE "unique" = 1 AND origin <> 'pk'`,
  );
  const primary = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
  const uniques = await Promise.all(
    indexes.map(async (index) => {
      const inside = await source.query<{ name: string }[]>(
        `SELECT name FROM pragma_index_info('${index.name}') ORDER BY seqno`,
      );
      return inside.map((column) => column.name);
    }),
  );
  return {
    name,
    columns: columns.map(({ name: column, type, notnull, dflt_value }) => {
      return { name: column, type, notNull: notnull === 1, byDefault: dflt_value };
    }),
    keys: [primary.map((column) => column.name), ...uniques],
    foreignKeys: await readSqliteForeignKeys(source, name),
    triggers: await readSqliteTriggers(source, name),
  };
}

interface SqliteColumn {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
}

async function readSqliteForeignKeys(source: DataSource, name: string): Promise<CatalogueForeignKey[]> {
  const parts = await source.query<
    { id: number; table: string; from: string; to: string; on_delete: string }[]
  >(`SELECT * FROM pragma_foreign_key_list('${name}') ORDER BY id, seq`);
  return [...new Set(parts.map((part) => part.id))].map((id) => {
    const own = parts.filter((part) => part.id === id);
    return {
      columns: own.map((part) => part.from),
      table: own[0]?.table ?? '',
      references: own.map((part) => part.to),
      onDelete: own[0]?.on_delete ?? '',
    };
  });
}

async function readSqliteTriggers(
  source: DataSource,
  name: string,
): Promise<CatalogueTable['triggers'][number][]> {
  const found = await source.query<{ sql: string }[]>(
    `SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '${name}'`,
  );
  // SQLite's triggers are row triggers, whether or not they say FOR EACH ROW.
  return found.map(({ sql }) => {
    const match = /\b(BEFORE|AFTER)\s+(INSERT|UPDATE|DELETE)\b/i.exec(sql);
    return {
      event: match?.[2]?.toUpperCase() ?? '',
      before: match?.[1]?.toUpperCase() === 'BEFORE',
      eachRow: true,
    };
  });
}
