/** A village whose people said something of a sheet that nobody has answered. */
export interface WaitingObjections {
  readonly village: string;
  readonly href: string;
  readonly words: string;
  readonly isOverdue: boolean;
}

/** Who waits for an answer, and where: an objection that nobody sees is answered by nobody. */
export function ObjectionsWaiting({ objections }: { objections: readonly WaitingObjections[] }) {
  if (objections.length === 0) return null;
  return (
    <p class="checks-amiss">
      <b>意见</b>
      {objections.map((each) => (
        <span class={each.isOverdue ? 'blocked-text' : undefined}>
          <a href={each.href}>{each.village}</a>
          {` ${each.words}`}
        </span>
      ))}
    </p>
  );
}
