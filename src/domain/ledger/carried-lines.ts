/** A line of one of the two vouchers of a change of the chart. */
interface CarryingLine {
  readonly lineNumber: number;
  readonly ledgerAccount: string;
}

/**
 * How the accounts of the old chart are called in the new one: the two vouchers of a change hold the same
 * balances in the same order, taken out on the one and brought in on the other. What they say is what was
 * done, whatever the mapping says today. Accounts that stood at nothing are not among them.
 * @returns the new code by the old one
 */
export function carriedNames(
  out: readonly CarryingLine[],
  into: readonly CarryingLine[],
): ReadonlyMap<string, string> {
  const brought = new Map(into.map((line) => [line.lineNumber, line.ledgerAccount]));
  return new Map(
    out.flatMap(({ lineNumber, ledgerAccount }) => {
      const now = brought.get(lineNumber);
      return now === undefined ? [] : [[ledgerAccount, now] as const];
    }),
  );
}

/**
 * The same with the accounts that stood at nothing, as far as something of them was taken back since: a
 * reversal and the entry it takes back hold the same lines in the same order, too.
 */
export function withTakenBack(
  names: ReadonlyMap<string, string>,
  pairs: readonly { readonly code: string; readonly now: string }[],
): ReadonlyMap<string, string> {
  const others = pairs.filter(({ code }) => !names.has(code));
  return new Map([...names, ...others.map(({ code, now }) => [code, now] as const)]);
}

/** Lines of before a change by the accounts of after it; what is not carried to this one is left out. */
export function underNewNames<Line extends { readonly ledgerAccount: string }>(
  lines: readonly Line[],
  names: ReadonlyMap<string, string>,
  account: string,
): Line[] {
  return lines.flatMap((line) => {
    const ledgerAccount = names.get(line.ledgerAccount);
    return ledgerAccount?.startsWith(account) === true ? [{ ...line, ledgerAccount }] : [];
  });
}
