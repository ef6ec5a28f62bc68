import { groupedBy } from '../shared/grouped';
import type { Fen } from '../money/fen';
import type { CalendarDay } from '../calendar/calendar-day';
import { type EndedLines, lineResults, standingOf } from './line-results';
import type { PayLine, PayLineState } from './pay-list';
import { partKey } from './payable-parts';

/** A list as the check sees it. */
export interface CheckedPayList extends EndedLines {
  readonly lines: readonly (PayLine & { readonly state: PayLineState })[];
  readonly acts: readonly (EndedLines['acts'][number] & { readonly act: string })[];
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
  const ended = endsOf({ acts, outcomes });
  for (const { number, state } of lines)
    if ((ended?.get(number) ?? 'open') !== (state === 'dropped' ? 'open' : state))
      found.add('check.payListOutcomes');
  if (ended === undefined) found.add('check.payListOutcomes');
  const partsOf = groupedBy(parts, ({ entryId }) => entryId);
  for (const { number: act, act: kind, entryId } of acts) {
    const ofAct = new Set(
      outcomes.filter(({ actNumber }) => actNumber === act).map(({ lineNumber }) => lineNumber),
    );
    const booked = kind === 'confirm' || kind === 'giveBack';
    const own = lines.filter(({ number }) => booked && ofAct.has(number));
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

type Outcome = CheckedPayList['outcomes'][number]['outcome'];

/** From how a line stands to how it stands then, by each act of the bank or about it. */
const MOVES: Readonly<Record<string, readonly [from: string, to: string, told: Outcome]>> = {
  confirm: ['open', 'confirmed', 'confirmed'],
  fail: ['open', 'failed', 'returned'],
  giveBack: ['confirmed', 'cameBack', 'returned'],
  // Only what was noted as failed may be taken back by a word: what came back has its voucher.
  unfail: ['failed', 'open', 'open'],
};

/** How each line ended, act by act; undefined where one is told of a line that did not stand for it. */
function endsOf({
  acts,
  outcomes,
}: Pick<CheckedPayList, 'acts' | 'outcomes'>): ReadonlyMap<number, Outcome> | undefined {
  const actOf = new Map(acts.map(({ number, act }) => [number, act]));
  const stands = new Map<number, string>();
  const ends = new Map<number, Outcome>();
  for (const { lineNumber, actNumber, outcome } of outcomes) {
    const [from, to, told] = MOVES[actOf.get(actNumber) ?? ''] ?? [];
    if (to === undefined || told !== outcome || (stands.get(lineNumber) ?? 'open') !== from) return undefined;
    stands.set(lineNumber, to);
    ends.set(lineNumber, outcome);
  }
  return ends;
}

/** Parts that are paid more than once by lines whose vouchers stand. */
export function paidTwice(
  lists: readonly CheckedPayList[],
  reversedOn: ReadonlyMap<string, CalendarDay>,
): readonly string[] {
  const paid = lists.flatMap((list) => {
    const results = lineResults(list, reversedOn);
    return list.lines.filter((line) => standingOf(line, results) === 'confirmed');
  });
  return [...groupedBy(paid, partKey)].flatMap(([key, own]) => (own.length > 1 ? [key] : []));
}
