import { isNamed } from '../shared/plain-name';
import type { ShareRow } from './share-table';

/** The names a village bears: its own, and that of its collective. */
export interface NamedVillage {
  readonly id: string;
  readonly name: string;
  readonly organisationName: string;
}

/** The villages that a row of a share table means. */
export function villagesNamed<Village extends NamedVillage>(
  villages: readonly Village[],
  owner: string,
): Village[] {
  return villages.filter(({ name, organisationName }) => isNamed(owner, [organisationName, name]));
}

/**
 * Owners of a share table whose books are not kept here, in the order of the table: no village bears the
 * name, or it was written wrongly, and nothing comes to anybody's books.
 */
export function ownersElsewhere(rows: readonly ShareRow[], villages: readonly NamedVillage[]): string[] {
  const owners = [...new Set(rows.map(({ owner }) => owner))];
  return owners.filter((owner) => villagesNamed(villages, owner).length === 0);
}

/** Rows as they are kept: without blanks around what was typed. */
export function trimmedRows(rows: readonly ShareRow[]): ShareRow[] {
  return rows.map(({ key, label, share, owner }) => ({
    ...{ key: key.trim(), label: label.trim(), share: share.trim(), owner: owner.trim() },
  }));
}
