import { isNamed } from '../shared/plain-name';
import type { Problem } from '../shared/problem';
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

/**
 * Rows that name a village which an earlier row calls by another name: whose part were whose could not be
 * said. Code `joint.ownerTwice`, at the row.
 */
export function ownerTwiceProblems(rows: readonly ShareRow[], villages: readonly NamedVillage[]): Problem[] {
  const nameOf = new Map<string, string>();
  return rows.flatMap(({ owner }, place): Problem[] => {
    const [village, another] = villagesNamed(villages, owner);
    if (village === undefined || another !== undefined) return [];
    const other = nameOf.get(village.id) ?? owner;
    nameOf.set(village.id, other);
    if (other === owner) return [];
    const facts = { owner, other };
    return [{ code: 'joint.ownerTwice', field: `shares.${String(place)}.owner`, value: owner, facts }];
  });
}

/** Rows as they are kept: without blanks around what was typed. */
export function trimmedRows(rows: readonly ShareRow[]): ShareRow[] {
  return rows.map(({ key, label, share, owner }) => ({
    ...{ key: key.trim(), label: label.trim(), share: share.trim(), owner: owner.trim() },
  }));
}
