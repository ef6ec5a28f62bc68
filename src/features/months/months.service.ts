import { Injectable } from '@nestjs/common';
import { isMonth, lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import type { Problem } from '../../domain/shared/problem';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { LedgerService } from '../ledger/ledger.service';
import { MonthTasksService } from './month-tasks.service';

/** Closes a month: what each step still wants is asked first, then the ledger holds it. */
@Injectable()
export class MonthsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tasks: MonthTasksService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Holds a month: it takes no more entries.
   * @throws FormProblems with what is still missing (`months.*`, `calendar.notAMonth`); DomainError
   *   `period.*`
   */
  holdMonth(collectiveId: string, month: Month, command: Command): Promise<{ month: Month }> {
    if (!isMonth(month)) refuseProblems([{ code: 'calendar.notAMonth', field: 'month', value: month }]);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const problems: Problem[] = await this.tasks.closingProblems(collectiveId, month, tx);
        if (lastDayOf(month) > this.clock.today()) {
          problems.push({
            code: 'months.notOver',
            field: 'month',
            value: month,
            facts: { day: lastDayOf(month) },
          });
        }
        refuseProblems(problems);
        await this.ledger.holdMonth(tx, collectiveId, { month, by: command.by });
        return { month };
      },
      onceOf(command, 'months.hold', month),
    );
  }
}
