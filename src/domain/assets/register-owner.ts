import { plainWord } from './register-reading';

/** A village as its register may name it. */
export interface NamedVillage {
  readonly name: string;
  readonly organisationName: string;
}

/** A text of a register that names another village than the one it is sent into. */
export interface NamedElsewhere {
  readonly text: string;
  readonly other: string;
}

/**
 * What a register says of whose it is, where that is another village of the county: in the lines above its
 * headings, or as the owner of an asset. A text that names the village itself is its own. Counted in two
 * registers, an asset would stand twice in the county's. Source: issue 5, import of the county's register.
 */
export function namedElsewhere(
  texts: readonly string[],
  { own, others }: { readonly own: NamedVillage; readonly others: readonly NamedVillage[] },
): NamedElsewhere[] {
  const found = new Map<string, NamedElsewhere>();
  for (const text of texts) {
    if (namesIt(text, own)) continue;
    const other = others.find((each) => namesIt(text, each));
    if (other !== undefined && !found.has(plainWord(text)))
      found.set(plainWord(text), { text: text.trim(), other: other.name });
  }
  return [...found.values()];
}

function namesIt(text: string, { name, organisationName }: NamedVillage): boolean {
  return [name, organisationName]
    .map(plainWord)
    .some((each) => each !== '' && plainWord(text).includes(each));
}
