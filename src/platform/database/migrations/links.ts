import type { ForeignKey } from './table-definition';

/** A link within one collective: both sides carry the collective at the same place. */
export function within(
  columns: readonly string[],
  table: string,
  references: readonly string[] = ['id'],
): ForeignKey {
  return { columns: ['collective_id', ...columns], table, references: ['collective_id', ...references] };
}

export const toCollective: ForeignKey = {
  columns: ['collective_id'],
  table: 'collectives',
  references: ['id'],
};
