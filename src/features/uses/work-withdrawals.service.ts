import { Injectable } from '@nestjs/common';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { refuseProblems } from '../../domain/shared/problem';
import { requireWithdrawable } from '../../domain/uses/work-withdrawal';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { WorkWithdrawalEntity } from './work.entity';
import { WorksService } from './works.service';

/** Takes back a work that was typed wrongly: it counts nowhere any more, and its name is free. */
@Injectable()
export class WorkWithdrawalsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly works: WorksService,
  ) {}

  /**
   * @throws FormProblems `form.missing`, `form.privateNumber`; DomainError `works.unknown`,
   *   `works.withdrawn`, `works.finishedStays`, `works.sheetsOwed`, `works.sheetsStanding`
   */
  async withdrawWork(
    collectiveId: string,
    form: { readonly workId: string; readonly withdrawnWhy: string },
    command: Command,
  ): Promise<{ id: string }> {
    const why = form.withdrawnWhy.trim();
    refuseProblems([
      ...(why === '' ? [{ code: 'form.missing', field: 'withdrawnWhy' }] : []),
      ...privateNumberProblems({ withdrawnWhy: why }),
    ]);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const work = await this.works.requireWork(collectiveId, form.workId, tx);
        requireWithdrawable(work);
        await insertRecorded(tx, WorkWithdrawalEntity, {
          ...{ collectiveId, workId: work.id, withdrawnOn: this.clock.today(), why },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { id: work.id };
      },
      onceOf(command, 'works.withdraw', form),
    );
  }
}
