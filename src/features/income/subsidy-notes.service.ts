import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import { readNoteWithdrawal } from '../../domain/income/subsidy-cut';
import type { Fen } from '../../domain/money/fen';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { ReceivableEntity } from './receivable.entity';
import { SubsidyNoteWithdrawalEntity } from './subsidy-cut.entity';
import { readToldCuts } from './subsidy-notes.store';

/** A note that subsidy is owed on though it did not come. */
export interface SubsidyNote {
  readonly id: string;
  readonly assetId: string;
  readonly month: Month;
  readonly on: CalendarDay;
  readonly amount: Fen;
  readonly reason: string;
  /** Why it was withdrawn; undefined while it stands. */
  readonly withdrawn: string | undefined;
}

/** Notes on subsidy that is still owed: no money rests on them, and one that is wrong can be withdrawn. */
@Injectable()
export class SubsidyNotesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every note by its day, withdrawn or not. */
  async listNotes(collectiveId: string, db: EntityManager = this.database.reader): Promise<SubsidyNote[]> {
    const told = (await readToldCuts(db, collectiveId)).filter(({ kind }) => kind === 'keptOwing');
    if (told.length === 0) return [];
    const owed = await db.findBy(ReceivableEntity, { collectiveId, stream: 'subsidy' });
    const byId = new Map(owed.map((each) => [each.id, each]));
    return told.flatMap(({ id, receivableId, cutOn: on, amount, reason, withdrawn }) => {
      const part = byId.get(receivableId);
      if (part === undefined) return [];
      return [{ id, assetId: part.assetId, month: part.aboutPeriod, on, amount, reason, withdrawn }];
    });
  }

  /** Keeps why a note does not hold. @throws FormProblems `form.*`, `subsidy.noteUnknown` */
  withdraw(
    collectiveId: string,
    asked: { readonly noteId: string; readonly reason: string },
    command: Command,
  ): Promise<{ id: string }> {
    const { noteId } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const notes = await this.listNotes(collectiveId, tx);
        const found = notes.find(({ id, withdrawn }) => id === noteId && withdrawn === undefined);
        const { reason, problems } = readNoteWithdrawal(asked.reason, found !== undefined);
        refuseProblems(problems);
        await insertRecorded(tx, SubsidyNoteWithdrawalEntity, {
          ...{ collectiveId, noteId, reason },
          ...{ withdrawnBy: command.by, withdrawnAt: this.clock.now() },
        });
        return { id: noteId };
      },
      onceOf(command, 'income.withdrawNote', asked),
    );
  }
}
