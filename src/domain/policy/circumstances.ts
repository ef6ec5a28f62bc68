import { simpleConditions } from './condition-problems';
import type { PolicyPack } from './pack';
import { factKind, type PlainFacts } from './subjects';

/** What a document asks of a household that no number tells: a drop, work that does not last, an illness. */
export interface CircumstanceWord {
  /** The fact, or the word of a list, by which the document asks for it. */
  readonly id: string;
  readonly name: string;
}

/**
 * The circumstances for which the tags of a document ask, in its order, each once: a flag goes by what its
 * tag says, a word of a list by its own name. Source: GX-1-4, KZ-2-1, SQ-A5b, SQ-A7b.
 */
export function circumstancesOf(pack: PolicyPack): CircumstanceWord[] {
  const asked = pack.tags
    .filter(({ subject }) => subject === 'household')
    .flatMap(({ when, says }) =>
      simpleConditions(when).flatMap((line): readonly CircumstanceWord[] => {
        if (line.kind !== 'words') return [];
        if (line.fact === 'tags') return line.words.flatMap((entry) => wordsIn(pack, entry));
        return isFlag(line.fact) ? [{ id: line.fact, name: says }] : [];
      }),
    );
  const found = new Map<string, string>();
  for (const { id, name } of asked) found.set(id, found.get(id) ?? name);
  return [...found].map(([id, name]) => ({ id, name }));
}

function isFlag(fact: string): boolean {
  return factKind('household', fact) === 'flag';
}

function wordsIn({ lists }: PolicyPack, entry: string): readonly CircumstanceWord[] {
  const list = lists.find(({ id }) => entry === `list:${id}`);
  const known = lists.flatMap(({ of }) => of).find(({ id }) => id === entry);
  return list?.of ?? [known ?? { id: entry, name: entry }];
}

/** What holds of a household, as the tags ask for it. What nobody said is not handed in: it is not denied. */
export function circumstanceFacts(held: readonly string[]): PlainFacts {
  const words = held.filter((id) => !isFlag(id));
  return {
    ...Object.fromEntries(held.filter(isFlag).map((id) => [id, 'yes'])),
    ...(words.length === 0 ? {} : { tags: words.join(',') }),
  };
}
