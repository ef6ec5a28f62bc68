import type { Problem } from '../shared/problem';

/**
 * A form that was drawn before another's entry would take that one back unseen: it is told what was changed
 * since.
 * @param code of the refusal
 * @param form how many entries there were when it was drawn, as it says itself, and how many there are
 * @param fieldsSince what was changed by the entries after so many
 */
export function meanwhileProblems(
  code: string,
  { basedOn, count }: { readonly basedOn: string; readonly count: number },
  fieldsSince: (seen: number) => readonly string[],
): Problem[] {
  if (basedOn === String(count)) return [];
  const seen = /^\d+$/.test(basedOn) ? Number(basedOn) : 0;
  return [{ code, field: '', facts: { fields: fieldsSince(seen < count ? seen : 0) } }];
}

/** What was changed by the versions after so many; the first changes what it says at all. */
export function changedSince<Name extends string>(
  names: readonly Name[],
  versions: readonly Readonly<Record<Name, string>>[],
): (seen: number) => Name[] {
  const changed = (name: Name, seen: number): boolean =>
    versions.some((each, place) => place >= seen && each[name] !== (versions[place - 1]?.[name] ?? ''));
  return (seen) => names.filter((name) => changed(name, seen));
}
