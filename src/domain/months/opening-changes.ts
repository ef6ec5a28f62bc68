import { type Fen, sumFen } from '../money/fen';

/** A balance an opening brings in, by its account and what it is about, in words; a debit above zero. */
export interface OpenedBalance {
  readonly code: string;
  readonly account: string;
  readonly about: string;
  readonly amount: Fen;
}

/** The same in the opening that is booked and in the one that takes its place. */
export interface OpeningChange extends Omit<OpenedBalance, 'amount'> {
  readonly before: Fen;
  readonly after: Fen;
  readonly change: Fen;
}

/**
 * An opening beside the one that takes its place, balance by balance: what changes first, each part in the
 * order of the accounts. The changes of a pool come to zero, since both openings balance.
 * Source: 财会〔2023〕14号, a correction is told beside what it corrects.
 */
export function openingChanges(
  before: readonly OpenedBalance[],
  after: readonly OpenedBalance[],
): OpeningChange[] {
  const rows = new Map<string, OpenedBalance>();
  for (const each of [...before, ...after]) rows.set(keyOf(each), each);
  const told = [...rows].map(([key, { code, account, about }]): OpeningChange => {
    const sumOf = (side: readonly OpenedBalance[]): Fen =>
      sumFen(side.filter((each) => keyOf(each) === key).map(({ amount }) => amount));
    const [was, is] = [sumOf(before), sumOf(after)];
    return { code, account, about, before: was, after: is, change: is - was };
  });
  const sorted = told.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  return [...sorted.filter(({ change }) => change !== 0n), ...sorted.filter(({ change }) => change === 0n)];
}

function keyOf({ code, about }: Pick<OpenedBalance, 'code' | 'about'>): string {
  return `${code} ${about}`;
}
