import { mainCodeOf } from '../ledger/chart';
import { signedAmount } from '../ledger/journal-entry';
import { toldByAsset } from '../ledger/owed-under-assets';
import { settleFifo } from '../ledger/settle-fifo';
import { settledTogether } from '../ledger/settled-together';
import type { TracedLine } from '../ledger/trace-money';
import type { Fen } from '../money/fen';
import { groupedBy } from '../shared/grouped';

/**
 * What happens on an account of what is owed to nobody by name: a debt arises, something is paid, a debt is
 * taken back, money that was paid comes back.
 */
export interface PaymentEvent {
  readonly kind: 'owed' | 'paid' | 'takenBack' | 'returned';
  /** The voucher; of a debt that is taken back the one that made it. */
  readonly entryId: string;
  readonly line: TracedLine;
  readonly amount: Fen;
  /** Whose part of which debt was paid or came back, where the payment says so. */
  readonly to?: NamedTo;
}

/** A person's part of a debt; of what came back with the voucher that had paid it. */
export interface NamedTo {
  readonly debtId: string;
  readonly memberId: string;
  readonly paidBy?: string;
}

/** A payment that says whose part of which debt it is. */
export type NamedPayment = PaymentEvent & { readonly to: NamedTo };

export function isNamedPayment(event: PaymentEvent): event is NamedPayment {
  return event.kind === 'paid' && event.to !== undefined;
}

/** Events one after the other; what one voucher pays by name is paid at once, however many it pays. */
export function atOnce(events: readonly PaymentEvent[]): PaymentEvent[][] {
  const groups: PaymentEvent[][] = [];
  for (const event of events) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    const goesOn = first?.entryId === event.entryId && isNamedPayment(event) && isNamedPayment(first);
    if (goesOn) group?.push(event);
    else groups.push([event]);
  }
  return groups;
}

/**
 * What happened on each account of what is owed, in the order of the books, of debts that name nobody: what
 * lists and grants owe. What stands under a name, or under an asset and no name, is paid under it alone
 * (`toldByAsset`); what was paid under a name beyond it may have been for anybody. A payment and what took
 * it back never were; a debt taken back stood until then. Accounts that a change of the chart joined are one
 * (`settledTogether`).
 * @param booked lines of one pool: of the vouchers at least that touch what is owed
 */
export function paymentEvents(booked: readonly TracedLine[]): ReadonlyMap<string, readonly PaymentEvent[]> {
  const lines = toldByAsset(booked);
  const stands = withoutNamedReversals(lines);
  const own = stands.filter(
    (line) =>
      line.isPayable === true &&
      line.carriedBy === undefined &&
      line.names === undefined &&
      !isUnderAsset(line),
  );
  const together = settledTogether(
    lines.filter((line) => line.isPayable === true && keyOf(line) === UNNAMED),
  );
  const accountOf = (line: TracedLine): string => together(mainCodeOf(line.ledgerAccount));
  const debts = own.filter((line) => line.reversesId === undefined && isUnnamedDebt(line));
  const debtIds = new Set(debts.map(({ entryId }) => entryId));
  const back = own.filter(
    (line) => debtIds.has(line.reversesId ?? '') && signedAmount(line) > 0n && keyOf(line) === UNNAMED,
  );
  const beside = new Set<TracedLine>([...debts, ...back]);
  const events = [
    ...debtEvents(lines, debts, back),
    ...namedEvents(stands),
    ...paidBeside(own.filter((line) => !beside.has(line)).map((line) => ({ line, on: accountOf(line) }))),
  ];
  return groupedBy(inOrder(events), ({ line }) => accountOf(line));
}

/** In the order of the books; but what came back by name came back after it was paid, whatever its day. */
function inOrder(events: readonly PaymentEvent[]): PaymentEvent[] {
  const sorted = events.toSorted((one, other) => inBookOrder(one.line, other.line));
  const paid = new Map(
    sorted.flatMap((event) => (isNamedPayment(event) ? [[event.entryId, event.line]] : [])),
  );
  const placeOf = ({ line, to }: PaymentEvent): TracedLine => {
    const before = paid.get(to?.paidBy ?? '');
    return before !== undefined && inBookOrder(line, before) < 0 ? before : line;
  };
  // Of one place what stands there goes first: the sort keeps it before what is put behind it.
  const late = sorted.filter((event) => placeOf(event) !== event.line);
  if (late.length === 0) return sorted;
  const others = sorted.filter((event) => placeOf(event) === event.line);
  return [...others, ...late].sort((one, other) => inBookOrder(placeOf(one), placeOf(other)));
}

/**
 * Debts that name nobody and what took them back; money that came back is told from a debt by the bank, and
 * so is what somebody owes from then on as a claim of the pool's: it was paid too much.
 */
function debtEvents(
  lines: readonly TracedLine[],
  debts: readonly TracedLine[],
  back: readonly TracedLine[],
): PaymentEvent[] {
  const moving = new Set(
    lines.filter(({ poolFlow }) => poolFlow !== undefined).map(({ entryId }) => entryId),
  );
  const isBack = (line: TracedLine): boolean => line.money === 'cash' || line.isClaim === true;
  const fromBank = new Set(
    lines.filter((line) => isBack(line) && signedAmount(line) > 0n).map(({ entryId }) => entryId),
  );
  const isReturn = (entryId: string): boolean => fromBank.has(entryId) && !moving.has(entryId);
  const never = new Set(back.flatMap(({ reversesId = '' }) => (isReturn(reversesId) ? [reversesId] : [])));
  return [
    ...debts
      .filter(({ entryId }) => !never.has(entryId))
      .map((line): PaymentEvent => {
        const { entryId } = line;
        return { kind: isReturn(entryId) ? 'returned' : 'owed', entryId, line, amount: -signedAmount(line) };
      }),
    ...back
      .filter(({ reversesId = '' }) => !never.has(reversesId))
      .map((line): PaymentEvent => {
        return { kind: 'takenBack', entryId: line.reversesId ?? '', line, amount: signedAmount(line) };
      }),
  ];
}

/** A payment that names whom it pays never was where it was taken back; what came back neither. */
function withoutNamedReversals(lines: readonly TracedLine[]): readonly TracedLine[] {
  const named = new Set(lines.flatMap(({ names, entryId }) => (names === undefined ? [] : [entryId])));
  if (named.size === 0) return lines;
  const reversed = new Set(lines.flatMap(({ reversesId }) => reversesId ?? []));
  return lines.filter(
    ({ entryId, reversesId = '' }) =>
      !named.has(reversesId) && !(named.has(entryId) && reversed.has(entryId)),
  );
}

/** Payments that say whose part of which debt they are, and what came back of them. */
function namedEvents(lines: readonly TracedLine[]): PaymentEvent[] {
  return lines.flatMap((line) =>
    (line.names ?? []).map(({ debtId, partyId: memberId, amount, paidBy }): PaymentEvent => {
      const to = { debtId, memberId, ...(paidBy === undefined ? {} : { paidBy }) };
      return { kind: paidBy === undefined ? 'paid' : 'returned', entryId: line.entryId, line, amount, to };
    }),
  );
}

/** What was paid under no name, or under one beyond what stood under it. */
function paidBeside(lines: readonly { readonly line: TracedLine; readonly on: string }[]): PaymentEvent[] {
  const dealings = lines.map(({ line, on }) => {
    const { entryId, reversesId, side, amount } = line;
    const reversed = reversesId === undefined ? {} : { reversesId };
    return {
      entryId,
      ...reversed,
      on: line.postedOn,
      ledgerAccount: on,
      key: keyOf(line),
      side,
      amount,
      line,
    };
  });
  const sorted = dealings.sort((one, other) => inBookOrder(one.line, other.line));
  return settleFifo(sorted).open.flatMap(({ line: { line }, open }): PaymentEvent[] =>
    open > 0n ? [{ kind: 'paid', entryId: line.entryId, line, amount: open }] : [],
  );
}

function isUnderAsset({ counterparty, assetId }: TracedLine): boolean {
  return counterparty === undefined && assetId !== undefined;
}

function isUnnamedDebt(line: TracedLine): boolean {
  return signedAmount(line) < 0n && keyOf(line) === UNNAMED;
}

const UNNAMED = '[null,null,null,null]';

function keyOf({ counterparty, assetId, stream, generationMonth }: TracedLine): string {
  return JSON.stringify([counterparty, assetId, stream, generationMonth]);
}

function inBookOrder(one: TracedLine, other: TracedLine): number {
  if (one.postedOn !== other.postedOn) return one.postedOn < other.postedOn ? -1 : 1;
  return one.position - other.position || one.lineNumber - other.lineNumber;
}
