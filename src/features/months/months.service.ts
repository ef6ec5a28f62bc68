import { Injectable } from '@nestjs/common';
import { isMonth, type Month } from '../../domain/calendar/calendar-day';
import { reopeningProblems } from '../../domain/months/month-acts';
import type { Problem } from '../../domain/shared/problem';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { LedgerMonthsService, type Seal } from '../ledger/ledger-months.service';
import { BooksCheckService } from './books-check.service';
import { MonthReadinessService } from './month-readiness.service';

/** Holds, opens again and seals months: the steps are asked first what they still want. */
@Injectable()
export class MonthsService {
  constructor(
    private readonly database: Database,
    private readonly readiness: MonthReadinessService,
    private readonly ledger: LedgerMonthsService,
    private readonly check: BooksCheckService,
  ) {}

  /**
   * Holds a month: it takes no more entries.
   * @throws FormProblems with what is still missing (`months.*`, `yearEnd.*`, `calendar.notAMonth`);
   *   DomainError `period.*`
   */
  holdMonth(collectiveId: string, month: Month, command: Command): Promise<{ month: Month }> {
    refuseProblems(monthProblems(month));
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        refuseProblems(await this.readiness.holdingProblems(tx, collectiveId, month));
        await this.ledger.holdMonth(tx, collectiveId, { month, by: command.by });
        return { month };
      },
      onceOf(command, 'months.hold', month),
    );
  }

  /**
   * Opens the last held month again, with a reason that stays in its history.
   * @throws FormProblems `calendar.notAMonth`, `form.missing`, `form.tooLong`, `months.reasonTooShort`;
   *   DomainError `period.*`, `months.onPublishedSheet`
   */
  reopenMonth(
    collectiveId: string,
    form: { readonly month: Month; readonly reason: string },
    command: Command,
  ): Promise<{ month: Month }> {
    const { month } = form;
    refuseProblems([...monthProblems(month), ...reopeningProblems(form.reason)]);
    const reason = form.reason.trim();
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await this.readiness.requireReopenable(tx, collectiveId, month);
        await this.ledger.reopenMonth(tx, collectiveId, { month, by: command.by, reason });
        return { month };
      },
      onceOf(command, 'months.reopen', { month, reason }),
    );
  }

  /**
   * Seals a held month for ever, in order, by somebody other than who held it: every check runs first.
   * @throws FormProblems with what is still missing (`months.*`, `calendar.notAMonth`); DomainError
   *   `period.*`, `months.sealedBySame`, `seal.*`; FormProblems `check.*` where the books do not hold
   */
  sealMonth(collectiveId: string, month: Month, command: Command): Promise<Seal> {
    refuseProblems(monthProblems(month));
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await this.readiness.requireSealable(tx, collectiveId, { month, by: command.by });
        refuseProblems(await this.readiness.sealingProblems(tx, collectiveId, month));
        refuseProblems(await this.check.sealProblems(tx, collectiveId));
        return this.ledger.sealMonth(tx, collectiveId, { month, by: command.by });
      },
      onceOf(command, 'months.seal', month),
    );
  }
}

function monthProblems(month: string): Problem[] {
  return isMonth(month) ? [] : [{ code: 'calendar.notAMonth', field: 'month', value: month }];
}
