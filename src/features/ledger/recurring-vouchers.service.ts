import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  addMonths,
  firstDayOf,
  isMonth,
  lastDayOf,
  type Month,
  monthOf,
} from '../../domain/calendar/calendar-day';
import { MAY_STAND_LATER } from '../../domain/ledger/hand-bounds';
import type { ManualVoucherForm } from '../../domain/ledger/manual-voucher';
import {
  type DueVoucher,
  isDueIn,
  readRecurrence,
  type RecurringForm,
  waiverProblems,
} from '../../domain/ledger/recurring-voucher';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { insertRecorded, recordChange } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import type { BookedEntry } from './ledger.service';
import { readBooks } from './books-row.store';
import { readMonths } from './ledger.store';
import { RecurringVoucherEntity } from './recurring-voucher.entity';
import { RecurringWaiverEntity } from './recurring-waiver.entity';
import {
  dueOf,
  keepRun,
  readRecurring,
  readStandingRuns,
  recurrenceOf,
  type RecurringVoucher,
} from './recurring.store';
import { VoucherReadingService } from './voucher-reading.service';

export type { RecurringVoucher };

/** One recurring voucher in one month. */
export interface RecurringMonth {
  readonly id: string;
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
  ) {}

  /**
   * Keeps a recurring voucher; its lines are right at once, but for what may stand in the books by then.
   * @throws FormProblems `voucher.*`, `form.*`, `money.*`, `calendar.*`
   */
  addRecurring(collectiveId: string, form: RecurringForm, command: Command): Promise<{ id: string }> {
    const { recurrence, problems } = readRecurrence(form);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const id = newId();
        const month = isMonth(recurrence.fromMonth) ? recurrence.fromMonth : '2000-01';
        const typed = {
          form: voucherForm(form, { postedOn: firstDayOf(month), aboutPeriod: month }),
          source: sourceOf(id),
        };
        const read = await this.reading.read(tx, collectiveId, typed);
        problems.push(...read.problems.filter(({ code }) => !MAY_STAND_LATER.has(code)));
        const { openedOn = '', chartFrom = '' } = (await readBooks(tx, collectiveId)) ?? {};
        const first = monthOf(openedOn > chartFrom ? openedOn : chartFrom);
        if (month < first)
          problems.push({ code: 'voucher.recurringTooEarly', field: 'fromMonth', facts: { month: first } });
        const name = form.name.trim();
        if ((await tx.findOneBy(RecurringVoucherEntity, { collectiveId, name })) !== null)
          problems.push({ code: 'voucher.recurringTaken', field: 'name', value: name });
        refuseProblems(problems);
        const toMonth = recurrence.toMonth ?? null;
        const kept = { keptBy: command.by, keptAt: this.clock.now() };
        await insertRecorded(tx, RecurringVoucherEntity, {
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

  /**
   * Ends a recurring voucher with a month: it falls due no more after it.
   * @throws FormProblems `calendar.notAMonth`; DomainError `voucher.recurringMissing`,
   *   `voucher.recurringOver` where it ended earlier, `voucher.recurringBookedAfter`,
   *   `voucher.recurringLeftOut` where a month of it has gone by
   */
  endRecurring(
    collectiveId: string,
    ending: { readonly id: string; readonly toMonth: Month },
    command: Command,
  ): Promise<{ id: string }> {
    const { id, toMonth } = ending;
    if (!isMonth(toMonth)) refuseProblems([{ code: 'calendar.notAMonth', field: 'toMonth', value: toMonth }]);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const present = monthOf(this.clock.today());
        await requireEnd(tx, collectiveId, { id, toMonth, present });
        await tx.update(RecurringVoucherEntity, { collectiveId, id }, { toMonth });
        await recordChange(tx, RecurringVoucherEntity, { collectiveId, id });
        return { id };
      },
      onceOf(command, 'vouchers.endRecurring', ending),
    );
  }

  /**
   * Books a recurring voucher for a month: on its last day, or today while the month runs and once it is
   * held. Once, but again where the voucher was reversed.
   * @throws DomainError `voucher.recurringTwice`, `voucher.recurringNotDue`, `voucher.recurringMissing`,
   *   `voucher.recurringOldChart`, `period.*`; FormProblems where its registers changed since it was kept,
   *   `voucher.attachmentCount`, `money.*Short`
   */
  bookRecurring(
    collectiveId: string,
    due: RecurringMonth & { readonly attachments?: string | undefined },
    command: Command,
  ): Promise<BookedEntry> {
    const { id, month, attachments = '' } = due;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const recurring = await this.requireUnbooked(tx, collectiveId, due);
        await requireChartOfNow(tx, collectiveId, recurring);
        const typed = voucherForm(recurring.form, await this.timesOf(tx, collectiveId, month));
        const form = { ...typed, attachments };
        const entry = await this.reading.requireEntry(tx, collectiveId, { form, source: sourceOf(id) });
        const booked = await this.reading.book(tx, collectiveId, { ...entry, preparedBy: command.by });
        await keepRun(tx, collectiveId, { recurringId: id, month, entryId: booked.entryId });
        return booked;
      },
      onceOf(command, 'vouchers.bookRecurring', { id, month, attachments }),
    );
  }

  /**
   * Lets a month go without a recurring voucher, with a reason that stays. It may still be booked.
   * @throws FormProblems `form.*`, `voucher.waiverTooShort`; DomainError `voucher.recurringTwice`,
   *   `voucher.recurringWaived`, `voucher.recurringNotDue`, `voucher.recurringMissing`
   */
  waiveRecurring(
    collectiveId: string,
    waiver: RecurringMonth & { readonly reason: string },
    command: Command,
  ): Promise<RecurringMonth> {
    const { id, month } = waiver;
    const reason = waiver.reason.trim();
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        refuseProblems(waiverProblems(reason));
        const { name } = await this.requireUnbooked(tx, collectiveId, waiver);
        const key = { collectiveId, recurringId: id, month };
        if ((await tx.findOneBy(RecurringWaiverEntity, key)) !== null)
          throw new DomainError('voucher.recurringWaived', { name, month });
        const said = { reason, waivedBy: command.by, waivedAt: this.clock.now() };
        await insertRecorded(tx, RecurringWaiverEntity, { ...key, ...said });
        return { id, month };
      },
      onceOf(command, 'vouchers.waiveRecurring', { id, month, reason }),
    );
  }

  /** All of them by name, each with the months it was booked for and those that go without it. */
  listRecurring(collectiveId: string, db: EntityManager = this.database.reader): Promise<RecurringVoucher[]> {
    return readRecurring(db, collectiveId);
  }

  /** What is due up to and with a month and neither booked nor waived, oldest first. */
  async listDue(
    collectiveId: string,
    month: Month,
    db: EntityManager = this.database.reader,
  ): Promise<DueVoucher[]> {
    return dueOf(await readRecurring(db, collectiveId), month);
  }

  /**
   * One of them in a month it falls due in, with the voucher as it would be booked.
   * @throws DomainError `voucher.recurringMissing`, `voucher.recurringNotDue`
   */
  async requireDue(
    collectiveId: string,
    at: RecurringMonth,
  ): Promise<{ recurring: RecurringVoucher; form: ManualVoucherForm }> {
    const all = await this.listRecurring(collectiveId);
    const recurring = all.find(({ id }) => id === at.id);
    if (recurring === undefined) throw new DomainError('voucher.recurringMissing');
    this.requireMonth(recurring, at.month);
    const times = await this.timesOf(this.database.reader, collectiveId, at.month);
    return { recurring, form: voucherForm(recurring.form, times) };
  }

  private async requireUnbooked(
    tx: EntityManager,
    collectiveId: string,
    { id, month }: RecurringMonth,
  ): Promise<RecurringVoucherEntity> {
    const recurring = await requireRecurring(tx, collectiveId, id);
    this.requireMonth(recurring, month);
    const runs = await readStandingRuns(tx, collectiveId);
    if (!runs.some((each) => each.recurringId === id && each.month === month)) return recurring;
    throw new DomainError('voucher.recurringTwice', { name: recurring.name, month });
  }

  /** A voucher of a month to come would stand in the present one. @throws `voucher.recurringNotDue` */
  private requireMonth(
    recurring: Pick<RecurringVoucher, 'name' | 'every' | 'fromMonth' | 'toMonth'>,
    month: Month,
  ): void {
    const isDue = isMonth(month) && isDueIn(recurrenceOf(recurring), month);
    if (isDue && month <= monthOf(this.clock.today())) return;
    throw new DomainError('voucher.recurringNotDue', { name: recurring.name, month });
  }

  /** A month that is held takes nothing any more: what is booked for it afterwards is booked today. */
  private async timesOf(db: EntityManager, collectiveId: string, month: Month): Promise<VoucherTimes> {
    const [today, last] = [this.clock.today(), lastDayOf(month)];
    const months = await readMonths(db, collectiveId);
    const isHeld = months.some((row) => row.month === month && row.state !== 'open');
    return { postedOn: isHeld || last > today ? today : last, aboutPeriod: month };
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

/** What was set up under an earlier chart is booked no more: its codes mean other accounts now. */
async function requireChartOfNow(
  tx: EntityManager,
  collectiveId: string,
  { name, fromMonth }: Pick<RecurringVoucherEntity, 'name' | 'fromMonth'>,
): Promise<void> {
  const { chartFrom: from = '' } = (await readBooks(tx, collectiveId)) ?? {};
  if (fromMonth < monthOf(from)) throw new DomainError('voucher.recurringOldChart', { name, from });
}

/**
 * A series ends where it was booked last, or later, and no month that has gone by is left out by its end: it
 * is booked, or goes without it for a reason. What was ended does not go on: nobody looked over its lines
 * since, and they may be of an earlier chart.
 */
async function requireEnd(
  tx: EntityManager,
  collectiveId: string,
  { id, toMonth, present }: { readonly id: string; readonly toMonth: Month; readonly present: Month },
): Promise<void> {
  const { name, toMonth: end } = await requireRecurring(tx, collectiveId, id);
  if (end !== null && toMonth > end) throw new DomainError('voucher.recurringOver', { name, month: end });
  const own = (await readRecurring(tx, collectiveId)).filter((each) => each.id === id);
  const last = own.flatMap(({ booked }) => [...booked.keys()]).sort();
  const booked = last.at(-1);
  if (booked !== undefined && booked > toMonth)
    throw new DomainError('voucher.recurringBookedAfter', { name, month: booked });
  const left = dueOf(own, addMonths(present, -1)).find(({ month }) => month > toMonth);
  if (left !== undefined) throw new DomainError('voucher.recurringLeftOut', { name, month: left.month });
}

type VoucherTimes = Pick<ManualVoucherForm, 'postedOn' | 'aboutPeriod'>;

/** The voucher of one month, as if it had been typed. */
function voucherForm({ summary, lines }: RecurringForm, times: VoucherTimes): ManualVoucherForm {
  return { ...times, summary, attachments: '', redLetters: '', lines };
}

function sourceOf(id: string): { kind: string; id: string } {
  return { kind: 'recurring', id };
}
