import { bookTables, referenceTables } from './foundation-books.tables';
import { decisionTables, stepTables } from './foundation-steps.tables';
import type { TableDefinition } from './table-definition';

/** Every table of the foundation, in the order in which they may be created. */
export const foundationTables: readonly TableDefinition[] = [
  ...referenceTables,
  ...bookTables,
  ...stepTables,
  ...decisionTables,
];
