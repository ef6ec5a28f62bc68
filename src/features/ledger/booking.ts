import type { ReversalReason } from '../../domain/ledger/reversal';
import type { Reentry } from './reentries.store';

/** Through whose hands a voucher went before it was booked. */
export interface Hands {
  readonly preparedBy: string;
  readonly reviewedBy?: string;
  /** Who books, where that is not the preparer. */
  readonly postedBy?: string;
}

/** Who books, and with what reason where the entry takes back another. */
export interface Booking extends Hands {
  readonly collectiveId: string;
  readonly reversesId?: string;
  readonly reason?: ReversalReason;
  /** What it takes the place of, where its fact is entered anew. */
  readonly anew?: Reentry;
}

/** The hands of what is booked, and no more of it. */
export function handsOf({ preparedBy, reviewedBy, postedBy }: Hands): Hands {
  return {
    preparedBy,
    ...(reviewedBy === undefined ? {} : { reviewedBy }),
    ...(postedBy === undefined ? {} : { postedBy }),
  };
}
