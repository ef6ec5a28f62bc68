/** A change of a contract as it was said, whatever contract it is. */
interface SaidKind {
  readonly kind: string;
}

/** A change that holds: `resume` only takes back the early end said last. */
export type StandingChange<Change extends SaidKind> = Exclude<Change, { readonly kind: 'resume' }>;

/** The changes without an early end that was taken back, and without its taking back. */
export function standingChanges<Change extends SaidKind>(
  changes: readonly Change[],
): StandingChange<Change>[] {
  const holds = (change: Change): change is StandingChange<Change> => change.kind !== 'resume';
  return changes.reduce<StandingChange<Change>[]>(
    (standing, change) => (holds(change) ? [...standing, change] : withoutEnd(standing)),
    [],
  );
}

/** The changes that hold, without the early end said last. */
export function withoutEnd<Change extends SaidKind>(standing: readonly Change[]): Change[] {
  const at = standing.findLastIndex(({ kind }) => kind === 'end');
  return standing.filter((_change, index) => index !== at);
}
