import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PROJECT_CODES, requireWhy, requireWithdrawable, WORK_CODES } from '../../domain/uses/use-withdrawal';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { IndustryStageWithdrawalEntity, IndustryWithdrawalEntity } from './industry.entity';
import { IndustryService, requireNoReturns, requireWaiting, type StageAt } from './industry.service';
import { WorkWithdrawalEntity } from './work.entity';
import { WorksService } from './works.service';

/** What is written of a withdrawal, whatever it withdraws. */
interface WithdrawalRow {
  readonly collectiveId: string;
  readonly withdrawnOn: string;
  readonly why: string;
  readonly enteredBy: string;
  readonly enteredAt: string;
}

/** Takes back what was typed wrongly: a stage, or a whole work or project, whose name is free then. */
@Injectable()
export class UseWithdrawalsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly works: WorksService,
    private readonly industry: IndustryService,
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
    const row = this.rowOf(collectiveId, form.withdrawnWhy, command);
    const act = async (tx: EntityManager): Promise<{ id: string }> => {
      const work = await this.works.requireWork(collectiveId, form.workId, tx);
      requireWithdrawable(work, work.sheets, WORK_CODES);
      await insertRecorded(tx, WorkWithdrawalEntity, { ...row, workId: work.id });
      return { id: work.id };
    };
    return this.database.inTransaction(collectiveId, act, onceOf(command, 'works.withdraw', form));
  }

  /**
   * Households it named stay written of it and count for no duty; what it gave back is named anew first.
   * @throws FormProblems `form.missing`, `form.privateNumber`; DomainError `industry.unknown`,
   *   `industry.withdrawn`, `industry.finishedStays`, `industry.stagesOwed`, `industry.stagesStanding`,
   *   `industry.returnsStanding`
   */
  async withdrawProject(
    collectiveId: string,
    form: { readonly projectId: string; readonly withdrawnWhy: string },
    command: Command,
  ): Promise<{ id: string }> {
    const row = this.rowOf(collectiveId, form.withdrawnWhy, command);
    const act = async (tx: EntityManager): Promise<{ id: string }> => {
      const project = await this.industry.requireProject(collectiveId, form.projectId, tx);
      requireWithdrawable(project, project.stages, PROJECT_CODES);
      requireNoReturns(project);
      await insertRecorded(tx, IndustryWithdrawalEntity, { ...row, projectId: project.id });
      return { id: project.id };
    };
    return this.database.inTransaction(collectiveId, act, onceOf(command, 'industry.withdraw', form));
  }

  /**
   * Takes a stage back that is not owed; one that is owed goes by the reversal of its voucher first.
   * @throws FormProblems `form.*`; DomainError `industry.*`
   */
  async withdrawStage(
    collectiveId: string,
    form: StageAt & { readonly withdrawnWhy: string },
    command: Command,
  ): Promise<{ id: string }> {
    const { why, enteredBy, enteredAt } = this.rowOf(collectiveId, form.withdrawnWhy, command);
    const act = async (tx: EntityManager): Promise<{ id: string }> => {
      const project = await this.industry.requireProject(collectiveId, form.projectId, tx);
      const { id: stageId } = requireWaiting(project, form.stageId);
      const row = { collectiveId, stageId, why, enteredBy, enteredAt };
      await insertRecorded(tx, IndustryStageWithdrawalEntity, row);
      return { id: stageId };
    };
    return this.database.inTransaction(collectiveId, act, onceOf(command, 'industry.withdrawStage', form));
  }

  private rowOf(collectiveId: string, withdrawnWhy: string, { by }: Command): WithdrawalRow {
    const why = requireWhy(withdrawnWhy);
    const withdrawnOn = this.clock.today();
    return { collectiveId, withdrawnOn, why, enteredBy: by, enteredAt: this.clock.now() };
  }
}
