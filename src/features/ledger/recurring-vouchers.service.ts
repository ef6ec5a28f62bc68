import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { firstDayOf, isMonth, lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import type { ManualVoucherForm } from '../../domain/ledger/manual-voucher';
import {
  type Cadence,
  dueMonths,
  isDueIn,
  readRecurrence,
  type Recurrence,
  type RecurringForm,
} from '../../domain/ledger/recurring-voucher';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { type BookedEntry, LedgerService } from './ledger.service';
import { RecurringBookingEntity } from './recurring-booking.entity';
import { RecurringVoucherEntity } from './recurring-voucher.entity';
import { VoucherReadingService } from './voucher-reading.service';

/** A recurring voucher with the months for which it was booked. */
export interface RecurringVoucher {
  readonly id: string;
  readonly name: string;
  readonly every: Cadence;
  readonly fromMonth: Month;
  readonly toMonth: Month | null;
  readonly form: RecurringForm;
  /** The voucher booked for each month, by month. */
  readonly booked: ReadonlyMap<Month, string>;
}

/** A recurring voucher that a month asks for. */
export interface DueVoucher {
  readonly id: string;
  readonly name: string;
  readonly month: Month;
}

/**
 * Vouchers that come again and again. They are offered when they fall due and booked with one press for one
 * month, once; never behind the accountant's back.
 */
@Injectable()
export class RecurringVouchersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: VoucherReadingService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Keeps a recurring voucher; its lines are those of a voucher and must be right at once.
   * @throws FormProblems `voucher.*`, `form.*`, `money.*`, `calendar.*`
   */
  addRecurring(collectiveId: string, form: RecurringForm, command: Command): Promise<{ id: string }> {
    const { recurrence, problems } = readRecurrence(form);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const id = newId();
        const month = isMonth(recurrence.fromMonth) ? recurrence.fromMonth : '2000-01';
        const typed = { form: voucherForm(form, firstDayOf(month)), source: sourceOf(id) };
        problems.push(...(await this.reading.read(tx, collectiveId, typed)).problems);
        const name = form.name.trim();
        if ((await tx.findOneBy(RecurringVoucherEntity, { collectiveId, name })) !== null)
          problems.push({ code: 'voucher.recurringTaken', field: 'name', value: name });
        refuseProblems(problems);
        const toMonth = recurrence.toMonth ?? null;
        const kept = { keptBy: command.by, keptAt: this.clock.now() };
        await tx.insert(RecurringVoucherEntity, {
          collectiveId,
          id,
          name,
          ...recurrence,
          toMonth,
          form,
          ...kept,
        });
        return { id };
      },
      onceOf(command, 'vouchers.addRecurring', form),
    );
  }

  /** Ends a recurring voucher with a month: it falls due no more after it. @throws FormProblems */
  endRecurring(
    collectiveId: string,
    end: { readonly id: string; readonly toMonth: Month },
    command: Command,
  ): Promise<{ id: string }> {
    const { id, toMonth } = end;
    if (!isMonth(toMonth)) refuseProblems([{ code: 'calendar.notAMonth', field: 'toMonth', value: toMonth }]);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await requireRecurring(tx, collectiveId, id);
        await tx.update(RecurringVoucherEntity, { collectiveId, id }, { toMonth });
        return { id };
      },
      onceOf(command, 'vouchers.endRecurring', end),
    );
  }

  /**
   * Books a recurring voucher for a month: on its last day, or today while the month runs.
   * @throws DomainError `voucher.recurringTwice`, `voucher.recurringNotDue`, `voucher.recurringMissing`,
   *   `period.*`; FormProblems where its registers changed since it was kept
   */
  bookRecurring(
    collectiveId: string,
    due: { readonly id: string; readonly month: Month },
    command: Command,
  ): Promise<BookedEntry> {
    const { id, month } = due;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const recurring = await requireRecurring(tx, collectiveId, id);
        if (!isMonth(month) || !isDueIn(recurrenceOf(recurring), month))
          throw new DomainError('voucher.recurringNotDue', { name: recurring.name, month });
        const key = { collectiveId, recurringId: id, month };
        if ((await tx.findOneBy(RecurringBookingEntity, key)) !== null)
          throw new DomainError('voucher.recurringTwice', { name: recurring.name, month });
        const form = voucherForm(recurring.form, this.bookingDay(month));
        const entry = await this.reading.requireEntry(tx, collectiveId, { form, source: sourceOf(id) });
        const booked = await this.ledger.post(tx, collectiveId, { ...entry, preparedBy: command.by });
        await tx.insert(RecurringBookingEntity, { ...key, entryId: booked.entryId });
        return booked;
      },
      onceOf(command, 'vouchers.bookRecurring', due),
    );
  }

  /** All of them by name, each with the months it was booked for. */
  async listRecurring(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<RecurringVoucher[]> {
    const rows = await db.find(RecurringVoucherEntity, { where: { collectiveId }, order: { name: 'ASC' } });
    const bookings = await db.findBy(RecurringBookingEntity, { collectiveId });
    return rows.map((row) => {
      const own = bookings.filter((each) => each.recurringId === row.id);
      const { id, name, every, fromMonth, toMonth, form } = row;
      const facts = { id, name, every, fromMonth, toMonth, form };
      return { ...facts, booked: new Map(own.map((each) => [each.month, each.entryId])) };
    });
  }

  /** What is due up to and with a month and was not booked, oldest first: the month's page offers it. */
  async listDue(
    collectiveId: string,
    month: Month,
    db: EntityManager = this.database.reader,
  ): Promise<DueVoucher[]> {
    const all = await this.listRecurring(collectiveId, db);
    return all
      .flatMap((each) =>
        dueMonths(recurrenceOf(each), month, new Set(each.booked.keys())).map((due) => ({
          id: each.id,
          name: each.name,
          month: due,
        })),
      )
      .sort((one, other) => one.month.localeCompare(other.month));
  }

  private bookingDay(month: Month): string {
    const today = this.clock.today();
    return lastDayOf(month) > today ? today : lastDayOf(month);
  }
}

async function requireRecurring(
  tx: EntityManager,
  collectiveId: string,
  id: string,
): Promise<RecurringVoucherEntity> {
  const recurring = await tx.findOneBy(RecurringVoucherEntity, { collectiveId, id });
  if (recurring === null) throw new DomainError('voucher.recurringMissing');
  return recurring;
}

function recurrenceOf(kept: Pick<RecurringVoucher, 'every' | 'fromMonth' | 'toMonth'>): Recurrence {
  const { every, fromMonth, toMonth } = kept;
  return { every, fromMonth, toMonth: toMonth ?? undefined };
}

/** The voucher of one month, as if it had been typed. */
function voucherForm({ summary, lines }: RecurringForm, postedOn: string): ManualVoucherForm {
  return { postedOn, aboutPeriod: '', summary, attachments: '', redLetters: '', lines };
}

function sourceOf(id: string): { kind: string; id: string } {
  return { kind: 'recurring', id };
}
