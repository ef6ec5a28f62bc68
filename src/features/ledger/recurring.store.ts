import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import {
  type Cadence,
  dueMonths,
  type DueVoucher,
  type Recurrence,
  type RecurringForm,
} from '../../domain/ledger/recurring-voucher';
import { RecurringBookingEntity } from './recurring-booking.entity';
import { RecurringVoucherEntity } from './recurring-voucher.entity';
import { RecurringWaiverEntity } from './recurring-waiver.entity';

/** A recurring voucher with the months for which it was booked or left out. */
export interface RecurringVoucher {
  readonly id: string;
  readonly name: string;
  readonly every: Cadence;
  readonly fromMonth: Month;
  readonly toMonth: Month | null;
  readonly form: RecurringForm;
  /** The voucher booked for each month, by month. */
  readonly booked: ReadonlyMap<Month, string>;
  /** The months that go without it, each with its reason. */
  readonly waived: ReadonlyMap<Month, string>;
}

/** All of them by name, each with the months it was booked for and those that go without it. */
export async function readRecurring(db: EntityManager, collectiveId: string): Promise<RecurringVoucher[]> {
  const rows = await db.find(RecurringVoucherEntity, { where: { collectiveId }, order: { name: 'ASC' } });
  if (rows.length === 0) return [];
  const bookings = await db.findBy(RecurringBookingEntity, { collectiveId });
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
