/** A village whose books did not hold at their last check, or were not checked in time. */
export interface CheckAmiss {
  readonly village: string;
  readonly href: string;
  /** How many breaks the last check found. */
  readonly broken?: number;
  /** How long ago the last check was; without it and without breaks there was none yet. */
  readonly daysAgo?: number;
}

function amissText({ broken, daysAgo }: CheckAmiss): string {
  if (broken !== undefined) return `${broken}处对不上`;
  return daysAgo === undefined ? '还没查过' : `${daysAgo}天没查`;
}

/** Whose books do not hold: nothing on this page weighs more. */
export function ChecksAmiss({ checks }: { checks: readonly CheckAmiss[] }) {
  if (checks.length === 0) return null;
  return (
    <p class="checks-amiss">
      <b>查账</b>
      {checks.map((each) => (
        <span class={each.broken === undefined ? undefined : 'blocked-text'}>
          <a href={each.href}>{each.village}</a>
          {` ${amissText(each)}`}
        </span>
      ))}
    </p>
  );
}
