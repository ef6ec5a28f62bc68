import type { Stream } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';

/** Income owed, as far as it matters to whether a credit of the bank could be for it. Fen. */
export interface OwedIncome {
  readonly id: string;
  readonly assetId: string;
  readonly stream: Stream;
  readonly aboutPeriod: string;
  /** By name, as the bank tells it. */
  readonly payer: string;
  readonly outstanding: Fen;
}

/** What a credit of the bank could be for: one thing owed, all of an asset, all of a stream. */
export interface ReceiptCandidate {
  readonly owed: readonly OwedIncome[];
  readonly amount: Fen;
  readonly exact: boolean;
}

const MOST = 6;
/** A credit that is less than a tenth of what is owed is no part of it: interest, or a bank's own doing. */
const MOST_TIMES = 10n;

/**
 * What is owed that a credit could be for. Money of one asset comes without the subsidy, which the state pays
 * apart and for several months at once. What makes the very amount stands first; then, of what is larger,
 * that of the same payer and the oldest: the credit may be a part of it, if not too small a one.
 */
export function receiptCandidates(
  owed: readonly OwedIncome[],
  credit: { readonly amount: Fen; readonly counterparty: string },
): ReceiptCandidate[] {
  const open = owed.filter(({ outstanding }) => outstanding > 0n);
  const groups = [
    ...open.map((each) => [each]),
    ...groupsBy(
      open.filter(({ stream }) => stream !== 'subsidy'),
      ({ assetId }) => assetId,
    ),
    ...groupsBy(open, ({ stream }) => stream),
  ];
  const candidates = groups.map((group) => {
    const amount = sumFen(group.map(({ outstanding }) => outstanding));
    return { owed: group, amount, exact: amount === credit.amount };
  });
  const exact = withoutRepeats(candidates.filter((each) => each.exact));
  const larger = candidates.filter(
    ({ owed: group, amount }) =>
      group.length === 1 && amount > credit.amount && amount <= credit.amount * MOST_TIMES,
  );
  return [...exact, ...larger.sort((one, other) => rank(one, credit) - rank(other, credit))].slice(0, MOST);
}

/** Groups of two or more. */
function groupsBy(owed: readonly OwedIncome[], keyOf: (each: OwedIncome) => string): OwedIncome[][] {
  const groups = new Map<string, OwedIncome[]>();
  for (const each of owed) {
    const group = groups.get(keyOf(each));
    if (group === undefined) groups.set(keyOf(each), [each]);
    else group.push(each);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function withoutRepeats(candidates: readonly ReceiptCandidate[]): ReceiptCandidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ owed }) => {
    const key = owed.map(({ id }) => id).join(' ');
    return !seen.has(key) && seen.add(key).has(key);
  });
}

function rank({ owed }: ReceiptCandidate, credit: { readonly counterparty: string }): number {
  return owed.some(({ payer }) => payer === credit.counterparty) ? 0 : 1;
}
