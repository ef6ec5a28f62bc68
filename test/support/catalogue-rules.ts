import type { Catalogue, CatalogueForeignKey, CatalogueTable } from './catalogue';
import { REFERENCE_TABLES } from './driver-spy';

/** TypeORM's own list of migrations counts its rows; it belongs to no collective and is never distributed. */
const MIGRATIONS = 'migrations';

/**
 * Everything in a catalogue that would not survive many machines, each with its cure.
 * @param appendOnly names of the tables whose rows are never changed
 */
export function catalogueProblems(catalogue: Catalogue, appendOnly: readonly string[]): string[] {
  const ours = catalogue.tables.filter((table) => table.name !== MIGRATIONS);
  const books = ours.filter((table) => !REFERENCE_TABLES.includes(table.name));
  const typed = new Set(
    books.map((table) => collectiveColumn(table)?.type.toLowerCase()).filter((type) => type !== undefined),
  );
  return [
    ...(typed.size > 1 ? [`give collective_id one type everywhere, not ${[...typed].join(', ')}`] : []),
    ...books.flatMap(bookProblems),
    ...ours.flatMap((table) => table.foreignKeys.flatMap((key) => foreignKeyProblems(table.name, key))),
    ...ours.flatMap(defaultProblems),
    ...catalogue.sequences
      .filter((name) => !name.startsWith(`${MIGRATIONS}_`))
      .map((name) => `make ids in the program instead of by ${name}`),
    ...ours.flatMap((table) => triggerProblems(table, appendOnly)),
  ];
}

function collectiveColumn(table: CatalogueTable): CatalogueTable['columns'][number] | undefined {
  return table.columns.find((column) => column.name === 'collective_id');
}

function bookProblems(table: CatalogueTable): string[] {
  const column = collectiveColumn(table);
  if (column === undefined)
    return [`${table.name}: add collective_id, or name it among the reference tables`];
  return [
    ...(column.notNull ? [] : [`${table.name}: make collective_id NOT NULL`]),
    ...table.keys
      .filter((key) => key[0] !== 'collective_id')
      .map((key) => `${table.name}: put collective_id first in the key (${key.join(', ')})`),
  ];
}

function foreignKeyProblems(from: string, key: CatalogueForeignKey): string[] {
  const place = `${from} (${key.columns.join(', ')}) to ${key.table}`;
  const toReference = REFERENCE_TABLES.includes(key.table);
  const problems: string[] = [];
  if (key.onDelete !== 'NO ACTION')
    problems.push(`${place}: what is pointed to cannot go, no ${key.onDelete}`);
  if (REFERENCE_TABLES.includes(from) && !toReference)
    problems.push(`${place}: no reference table points to books`);
  if (!toReference && !collectiveAtOnePlace(key)) {
    problems.push(`${place}: carry collective_id on both sides, at the same place`);
  }
  return problems;
}

function collectiveAtOnePlace(key: CatalogueForeignKey): boolean {
  const place = key.columns.indexOf('collective_id');
  return place >= 0 && key.references[place] === 'collective_id';
}

function defaultProblems(table: CatalogueTable): string[] {
  return table.columns
    .filter((column) => /nextval|uuid|random/i.test(column.byDefault ?? ''))
    .map((column) => `${table.name}.${column.name}: make ids in the program, not by default`);
}

/** Tables whose further triggers hold a voucher to its balance and its lines. */
const BALANCE_GUARDS: Readonly<Record<string, readonly string[]>> = {
  collective_books: ['UPDATE'],
  ledger_lines: ['INSERT'],
};

function triggerProblems(table: CatalogueTable, appendOnly: readonly string[]): string[] {
  const kept = appendOnly.includes(table.name) ? ['UPDATE', 'DELETE'] : [];
  return [...kept, ...(BALANCE_GUARDS[table.name] ?? [])]
    .filter(
      (event) =>
        !table.triggers.some((trigger) => trigger.event === event && trigger.before && trigger.eachRow),
    )
    .map((event) => `${table.name}: add the BEFORE ${event} row trigger that raises`);
}
