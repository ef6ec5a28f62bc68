/**
 * A sentence that cannot be false. If it is, the program is wrong, not the person: the work stops and
 * nothing is saved.
 */
export class BrokenInvariant extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'BrokenInvariant';
  }
}

/** States what must hold before and after money moves. */
export function invariant(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new BrokenInvariant(sentence);
}
