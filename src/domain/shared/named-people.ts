import type { Problem } from './problem';

/**
 * Refuses texts that name people of the village's list: they are kept, and read by many, for good.
 * @param typed the texts by their fields
 * @param named the names of the list that stand in them, and the code of the refusal
 */
export function namedPeopleProblems(
  typed: Readonly<Record<string, string>>,
  { names, code }: { readonly names: readonly string[]; readonly code: string },
): Problem[] {
  return Object.entries(typed).flatMap(([field, text]) => {
    const name = names.find((each) => text.includes(each));
    return name === undefined ? [] : [{ code, field, facts: { name } }];
  });
}
