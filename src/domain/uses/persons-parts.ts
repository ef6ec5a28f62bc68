import type { Fen } from '../money/fen';

/** What one person has of something. */
export interface PersonsPart {
  readonly memberId: string;
  readonly amount: Fen;
}

/**
 * What people are owed beyond what each of them has already, what of theirs was taken for it, and what is
 * left of it.
 */
export function withoutParts<Part extends PersonsPart>(
  owed: readonly PersonsPart[],
  had: readonly Part[],
): { readonly left: PersonsPart[]; readonly taken: Part[]; readonly rest: Part[] } {
  const taken: Part[] = [];
  let rest = [...had];
  const left = owed.flatMap(({ memberId, amount }): PersonsPart[] => {
    let open = amount;
    for (const part of rest.filter((each) => each.memberId === memberId)) {
      const fen = part.amount < open ? part.amount : open;
      if (fen === 0n) break;
      taken.push({ ...part, amount: fen });
      rest = rest.flatMap((each) =>
        each !== part ? [each] : part.amount === fen ? [] : [{ ...part, amount: part.amount - fen }],
      );
      open -= fen;
    }
    return open === 0n ? [] : [{ memberId, amount: open }];
  });
  return { left, taken, rest };
}
