import type { Fen } from '../money/fen';

/** What one person has of something. */
export interface PersonsPart {
  readonly memberId: string;
  readonly amount: Fen;
}

/** What people are owed beyond what each of them has already. */
export interface WithoutParts<Part extends PersonsPart> {
  /** Of each in the order in which it is owed; zero where he has all of it. */
  readonly open: readonly Fen[];
  readonly left: PersonsPart[];
  /** What of theirs was taken for it, and what is left of that. */
  readonly taken: Part[];
  readonly rest: Part[];
}

/**
 * What people are owed beyond what each of them has already, what of theirs was taken for it, and what is
 * left of it: everybody's parts are looked through once, as lists of a hundred thousand people are.
 */
export function withoutParts<Part extends PersonsPart>(
  owed: readonly PersonsPart[],
  had: readonly Part[],
): WithoutParts<Part> {
  const taken: Part[] = [];
  const rest: (Part | undefined)[] = [...had];
  const placesOf = new Map<string, number[]>();
  if (owed.length > 0)
    had.forEach(({ memberId }, place) => {
      const places = placesOf.get(memberId);
      if (places === undefined) placesOf.set(memberId, [place]);
      else places.push(place);
    });
  const open = owed.map(({ memberId, amount }): Fen => {
    let left = amount;
    for (const place of placesOf.get(memberId) ?? []) {
      const part = rest[place];
      if (part === undefined) continue;
      const fen = part.amount < left ? part.amount : left;
      if (fen === 0n) break;
      taken.push({ ...part, amount: fen });
      rest[place] = part.amount === fen ? undefined : { ...part, amount: part.amount - fen };
      left -= fen;
    }
    return left;
  });
  const left = owed.flatMap(({ memberId }, place): PersonsPart[] => {
    const amount = open[place] ?? 0n;
    return amount === 0n ? [] : [{ memberId, amount }];
  });
  return { open, left, taken, rest: rest.filter((part) => part !== undefined) };
}
