import { toCollective } from './links';
import type { TableDefinition } from './table-definition';

/** Tables that were uploaded and looked at, kept for a day until they are taken over. */
export const filesTables: TableDefinition[] = [
  {
    name: 'import_previews',
    columns: `
      collective_id text, id text, kind text, file_name text, digest text, content text, uploaded_by text,
      uploaded_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'uploaded_at']],
    foreignKeys: [toCollective],
  },
];
