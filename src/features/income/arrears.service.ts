import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type Arrears, arrearsOn, readReminder, type ReminderForm } from '../../domain/income/arrears';
import { sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { ArrearsReminderEntity } from './arrears-reminder.entity';
import { IncomeReadService, type ReceivableState } from './income-read.service';

/** Who owes, and for which asset. */
export interface Debtor {
  readonly counterparty: string;
  readonly assetId: string;
}

export type ReminderRow = ArrearsReminderEntity;

/** What one other owes for one asset, and when he was reminded, the last time first. */
export type RemindedArrears = Arrears<ReceivableState> & { readonly reminders: readonly ReminderRow[] };

/** What is late, by whom, for how many days; and that they were reminded. */
@Injectable()
export class ArrearsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly income: IncomeReadService,
  ) {}

  /** What is late as of a day, the longest late first. */
  async listArrears(
    collectiveId: string,
    on: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<RemindedArrears[]> {
    const owed = await this.income.listReceivables(collectiveId, db);
    const reminders = await db.find(ArrearsReminderEntity, {
      where: { collectiveId },
      order: { remindedOn: 'DESC', id: 'DESC' },
    });
    return arrearsOn(owed, on).map((each) => ({
      ...each,
      reminders: reminders.filter((row) => isOf(row, each) && row.remindedOn <= on),
    }));
  }

  /** What one owes for one asset as of a day. @throws DomainError `arrears.unknown` where nothing is late */
  async requireArrears(collectiveId: string, debtor: Debtor, on: CalendarDay): Promise<RemindedArrears> {
    const found = (await this.listArrears(collectiveId, on)).find((each) => isOf(each, debtor));
    if (found === undefined) throw new DomainError('arrears.unknown');
    return found;
  }

  /**
   * Keeps that somebody was reminded of what was late on that day.
   * @throws FormProblems `arrears.*`, `form.*`, `calendar.*`
   */
  recordReminder(
    collectiveId: string,
    asked: { readonly debtor: Debtor; readonly form: ReminderForm },
    command: Command,
  ): Promise<{ id: string }> {
    const { debtor, form } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const owed = await this.income.listReceivables(collectiveId, tx);
        const lateOn = (day: CalendarDay) => {
          const late = arrearsOn(owed, day).filter((each) => isOf(each, debtor));
          return sumFen(late.map(({ outstanding }) => outstanding));
        };
        const { reminder, problems } = readReminder(form, { today: this.clock.today(), lateOn });
        refuseProblems(problems);
        const id = newId();
        await tx.insert(ArrearsReminderEntity, {
          ...{ collectiveId, id, ...debtor, ...reminder, amount: lateOn(reminder.remindedOn) },
          ...{ recordedBy: command.by, recordedAt: this.clock.now() },
        });
        return { id };
      },
      onceOf(command, 'arrears.remind', asked),
    );
  }
}

function isOf(one: Debtor, other: Debtor): boolean {
  return one.counterparty === other.counterparty && one.assetId === other.assetId;
}
