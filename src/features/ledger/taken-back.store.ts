import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { LedgerEntryEntity } from './ledger-entry.entity';
import { findReentry } from './reentries.store';

/** That an entry was taken back: by which reversal, when, and what took its place since and still stands. */
export interface TakenBack {
  readonly reversalId: string;
  readonly voucherYear: number;
  readonly voucherNumber: number;
  readonly on: CalendarDay;
  /** The voucher that stands in its place; undefined where its place is free. */
  readonly takenBy: Pick<LedgerEntryEntity, 'id' | 'voucherYear' | 'voucherNumber'> | undefined;
}

/** How an entry was taken back; undefined where it stands. */
export async function findTakenBack(
  db: EntityManager,
  collectiveId: string,
  entryId: string,
): Promise<TakenBack | undefined> {
  const reversal = await reversalOf(db, collectiveId, entryId);
  if (reversal === null) return undefined;
  const { id: reversalId, voucherYear, voucherNumber, postedOn: on } = reversal;
  let taken = await findReentry(db, collectiveId, { correctsId: entryId });
  // What took the place may have been taken back and booked anew itself.
  while (taken !== null && (await reversalOf(db, collectiveId, taken.entryId)) !== null)
    taken = await findReentry(db, collectiveId, { correctsId: taken.entryId });
  const takenBy =
    taken === null
      ? undefined
      : ((await db.findOneBy(LedgerEntryEntity, { collectiveId, id: taken.entryId })) ?? undefined);
  return { reversalId, voucherYear, voucherNumber, on, takenBy };
}

function reversalOf(
  db: EntityManager,
  collectiveId: string,
  reversesId: string,
): Promise<LedgerEntryEntity | null> {
  return db.findOneBy(LedgerEntryEntity, { collectiveId, reversesId });
}
