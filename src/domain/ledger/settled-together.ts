import { mainCodeOf } from './chart';
import type { TracedLine } from './traced-line';

const AND = '+';

/**
 * Which accounts of what is owed to nobody by name settle each other's debts, each under the name of all of
 * them. One account does alone. A change of the chart joins the accounts that it emptied with the one that
 * it filled; where it filled several, nobody says which of them a debt went to, and all are one. So are the
 * accounts of a debt and of what took it back.
 * @param lines what is owed to nobody by name, in the order of the books, with what changes carried over
 */
export function settledTogether(lines: readonly TracedLine[]): (account: string) => string {
  const groups: Set<string>[] = [];
  const join = (accounts: readonly string[]): void => {
    const joined = groups.filter((group) => accounts.some((account) => group.has(account)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([...joined.flatMap((group) => [...group]), ...accounts]));
  };
  for (const day of new Set(lines.flatMap(({ carriedBy }) => carriedBy ?? [])))
    join(lines.filter(({ carriedBy }) => carriedBy === day).map(accountOf));
  const accounts = new Map(lines.map((line) => [line.entryId, accountOf(line)]));
  for (const line of lines) {
    const taken = accounts.get(line.reversesId ?? '');
    if (taken !== undefined && taken !== accountOf(line)) join([taken, accountOf(line)]);
  }
  const names = new Map(
    groups.flatMap((group) => [...group].map((account) => [account, [...group].toSorted().join(AND)])),
  );
  return (account) => names.get(account) ?? account;
}

/** Whether an account is one of those under a name. */
export function settlesOn(name: string, account: string): boolean {
  return name.split(AND).includes(account);
}

function accountOf({ ledgerAccount }: TracedLine): string {
  return mainCodeOf(ledgerAccount);
}
