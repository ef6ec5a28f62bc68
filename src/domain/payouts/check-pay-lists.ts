import { groupedBy } from '../shared/grouped';
import type { Fen } from '../money/fen';
import type { PayLine, PayLineState } from './pay-list';
import { partKey } from './payable-parts';

/** A list as the check sees it. */
export interface CheckedPayList {
  readonly lines: readonly (PayLine & { readonly state: PayLineState })[];
  /** What the bank did, each with its voucher where one was booked. */
  readonly acts: readonly {
    readonly number: number;
    readonly act: string;
    readonly entryId: string | null;
  }[];
  readonly outcomes: readonly {
    readonly lineNumber: number;
    readonly actNumber: number;
    readonly outcome: 'confirmed' | 'returned';
  }[];
}

/** A part as a voucher names it. */
export interface CheckedPart {
  readonly entryId: string;
  readonly debtEntryId: string;
  readonly partyId: string;
  readonly amount: Fen;
  readonly paidEntryId: string | null;
}

/** What is wrong between a list and the parts that vouchers name. */
export type PayListBreak = 'check.payListOutcomes' | 'check.payListParts';

/**
 * Each line stands as the bank left it last, and each voucher of the list names just the lines that its act
 * ended: neither more nor other money went to anybody.
 */
export function payListBreaks(
  { lines, acts, outcomes }: CheckedPayList,
  parts: readonly CheckedPart[],
): PayListBreak[] {
  const found = new Set<PayListBreak>();
  const last = new Map(outcomes.map(({ lineNumber, outcome }) => [lineNumber, outcome]));
  for (const { number, state } of lines)
    if ((last.get(number) ?? 'none') !== (state === 'open' || state === 'dropped' ? 'none' : state))
      found.add('check.payListOutcomes');
  const partsOf = groupedBy(parts, ({ entryId }) => entryId);
  for (const { number: act, act: kind, entryId } of acts) {
    const ended = new Set(
      outcomes.filter(({ actNumber }) => actNumber === act).map(({ lineNumber }) => lineNumber),
    );
    const booked = kind === 'confirm' || kind === 'giveBack';
    const own = lines.filter(({ number }) => booked && ended.has(number));
    const named = entryId === null ? [] : (partsOf.get(entryId) ?? []);
    const isBack = kind === 'giveBack';
    const wanted = own.map((line) => `${partKey(line)} ${String(line.amount)} ${String(isBack)}`);
    const told = named.map(
      ({ debtEntryId: debtId, partyId: memberId, amount, paidEntryId }) =>
        `${partKey({ debtId, memberId })} ${String(amount)} ${String(paidEntryId !== null)}`,
    );
    if (wanted.sort().join() !== told.sort().join()) found.add('check.payListParts');
  }
  return [...found];
}

/** Parts that are paid more than once by lines whose vouchers stand. */
export function paidTwice(
  lists: readonly CheckedPayList[],
  reversed: ReadonlySet<string>,
): readonly string[] {
  const paid = lists.flatMap(({ lines, acts, outcomes }) => {
    const gone = new Set(
      acts.filter(({ entryId }) => entryId !== null && reversed.has(entryId)).map(({ number }) => number),
    );
    const lastOf = new Map(outcomes.map(({ lineNumber, actNumber }) => [lineNumber, actNumber]));
    return lines.filter(({ number, state }) => state === 'confirmed' && !gone.has(lastOf.get(number) ?? 0));
  });
  return [...groupedBy(paid, partKey)].flatMap(([key, own]) => (own.length > 1 ? [key] : []));
}
