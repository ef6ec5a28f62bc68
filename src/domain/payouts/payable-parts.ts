import { type Fen, sumFen } from '../money/fen';
import { groupedBy } from '../shared/grouped';
import type { OwedListKind } from '../uses/owed-people';
import type { PayChannel } from './pay-list';

/** For what somebody is paid: by a list, or what was granted as one sum. */
export type PaidFor = OwedListKind | 'whole';

/** What one person is owed by one voucher, and what keeps it from a list. */
export interface PayablePart {
  readonly debtId: string;
  readonly memberId: string;
  readonly kind: PaidFor;
  /** What is owed for certain. Fen. */
  readonly amount: Fen;
  /** Nobody knows whether it was paid. */
  readonly isUnsure: boolean;
  /** The list on which it stands already. */
  readonly onList: string | undefined;
}

/** Where somebody is paid, as far as it matters to a list. */
export interface PartyAccount {
  readonly kind: string;
}

/** The code of what keeps a part from a list. */
export type PartBar =
  | 'payouts.unsure'
  | 'payouts.onOtherList'
  | 'payouts.paidAlready'
  | 'payouts.noAccount'
  | 'payouts.otherAccount';

/** Why a part cannot go by a channel; undefined where nothing keeps it. */
export function barOf(
  part: PayablePart,
  channel: PayChannel,
  account: PartyAccount | undefined,
): PartBar | undefined {
  if (part.onList !== undefined) return 'payouts.onOtherList';
  if (part.isUnsure) return 'payouts.unsure';
  if (part.amount === 0n) return 'payouts.paidAlready';
  if (channel === 'cash') return undefined;
  if (account === undefined) return 'payouts.noAccount';
  return account.kind === channel ? undefined : 'payouts.otherAccount';
}

/** Somebody's lines of one voucher are one part: a payment names the voucher and the person. */
export function mergedParts(
  parts: readonly Omit<PayablePart, 'onList'>[],
): readonly Omit<PayablePart, 'onList'>[] {
  return [...groupedBy(parts, ({ debtId, memberId }) => partKey({ debtId, memberId })).values()].flatMap(
    (own) => {
      const [first] = own;
      if (first === undefined) return [];
      const amount = sumFen(own.map((each) => each.amount));
      return [{ ...first, amount, isUnsure: own.some(({ isUnsure }) => isUnsure) }];
    },
  );
}

/** By what a form names a part. */
export function partKey({ debtId, memberId }: Pick<PayablePart, 'debtId' | 'memberId'>): string {
  return `${debtId}:${memberId}`;
}
