import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import {
  type Cadence,
  dueMonths,
  type DueVoucher,
  type Recurrence,
  type RecurringForm,
} from '../../domain/ledger/recurring-voucher';
import { run } from './ledger.store';
import { RecurringBookingEntity } from './recurring-booking.entity';
import { RecurringRebookingEntity } from './recurring-rebooking.entity';
import { RecurringVoucherEntity } from './recurring-voucher.entity';
import { insertRecorded } from '../../platform/audit/records';
import { RecurringWaiverEntity } from './recurring-waiver.entity';

/** A recurring voucher with the months for which it was booked or left out. */
export interface RecurringVoucher {
  readonly id: string;
  readonly name: string;
  readonly every: Cadence;
  readonly fromMonth: Month;
  readonly toMonth: Month | null;
  readonly form: RecurringForm;
  /** The voucher that stands for each month, by month; one that was reversed does not. */
  readonly booked: ReadonlyMap<Month, string>;
  /** The months that go without it, each with its reason. */
  readonly waived: ReadonlyMap<Month, string>;
}

/** A month of a recurring voucher with the entry it was booked as. */
export interface RecurringRun {
  readonly recurringId: string;
  readonly month: Month;
  readonly entryId: string;
}

/**
 * The months for which recurring vouchers were booked and not reversed since, or reversed and entered anew by
 * hand or on the form for earlier years: that stands for the month then.
 */
export async function readStandingRuns(db: EntityManager, collectiveId: string): Promise<RecurringRun[]> {
  const rows = await run<{ recurring_id: string; month: string; entry_id: string }>(
    db,
    `SELECT b.recurring_id, b.month, COALESCE(n.entry_id, b.entry_id) AS entry_id FROM (
       SELECT collective_id, recurring_id, month, entry_id FROM recurring_bookings WHERE collective_id = ?
       UNION ALL
       SELECT collective_id, recurring_id, month, entry_id FROM recurring_rebookings WHERE collective_id = ?
     ) AS b
     LEFT JOIN ledger_entries r ON r.collective_id = b.collective_id AND r.reverses_id = b.entry_id
     LEFT JOIN reentries n ON n.collective_id = b.collective_id AND n.corrects_id = b.entry_id
       AND NOT EXISTS (SELECT 1 FROM recurring_rebookings o
         WHERE o.collective_id = n.collective_id AND o.entry_id = n.entry_id)
     WHERE r.id IS NULL OR n.entry_id IS NOT NULL`,
    [collectiveId, collectiveId],
  );
  return rows.map((row) => ({ recurringId: row.recurring_id, month: row.month, entryId: row.entry_id }));
}

/** Keeps for which month a voucher was booked: the first time, or again after the one before was reversed. */
export async function keepRun(tx: EntityManager, collectiveId: string, kept: RecurringRun): Promise<void> {
  const key = { collectiveId, recurringId: kept.recurringId, month: kept.month };
  const { entryId } = kept;
  if ((await tx.findOneBy(RecurringBookingEntity, key)) === null) {
    await insertRecorded(tx, RecurringBookingEntity, { ...key, entryId });
    return;
  }
  const number = 2 + (await tx.countBy(RecurringRebookingEntity, key));
  await insertRecorded(tx, RecurringRebookingEntity, { ...key, number, entryId });
}

/** All of them by name, each with the months it was booked for and those that go without it. */
export async function readRecurring(db: EntityManager, collectiveId: string): Promise<RecurringVoucher[]> {
  const rows = await db.find(RecurringVoucherEntity, { where: { collectiveId }, order: { name: 'ASC' } });
  if (rows.length === 0) return [];
  const bookings = await readStandingRuns(db, collectiveId);
  const waivers = await db.findBy(RecurringWaiverEntity, { collectiveId });
  return rows.map(({ id, name, every, fromMonth, toMonth, form }) => {
    const booked = bookings.filter((each) => each.recurringId === id);
    const waived = waivers.filter((each) => each.recurringId === id);
    return {
      ...{ id, name, every, fromMonth, toMonth, form },
      booked: new Map(booked.map((each) => [each.month, each.entryId])),
      waived: new Map(waived.map((each) => [each.month, each.reason])),
    };
  });
}

/** What is due of them up to and with a month and neither booked nor waived, oldest first. */
export function dueOf(all: readonly RecurringVoucher[], month: Month): DueVoucher[] {
  return all
    .flatMap(({ id, name, booked, waived, ...kept }) => {
      const settled = new Set([...booked.keys(), ...waived.keys()]);
      return dueMonths(recurrenceOf(kept), month, settled).map((due) => ({ id, name, month: due }));
    })
    .sort((one, other) => one.month.localeCompare(other.month));
}

export function recurrenceOf(kept: Pick<RecurringVoucher, 'every' | 'fromMonth' | 'toMonth'>): Recurrence {
  const { every, fromMonth, toMonth } = kept;
  return { every, fromMonth, toMonth: toMonth ?? undefined };
}
