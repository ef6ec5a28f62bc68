import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { yearOf } from '../../domain/calendar/calendar-day';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { readText } from '../../domain/uses/industry-entries';
import {
  namedOf,
  receivedOf,
  readReturn,
  type ReturnForm,
  type ReturnVoucher,
  returnVouchers,
} from '../../domain/uses/industry-returns';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { IncomeReadService } from '../income/income-read.service';
import { EarnedIncomeService } from '../ledger/earned-income.service';
import { IndustryReturnEntity, IndustryReturnWithdrawalEntity } from './industry.entity';
import { IndustryService } from './industry.service';

/** The withdrawal of what was named as a return. */
export interface ReturnWithdrawalForm {
  readonly returnId: string;
  readonly returnWithdrawnWhy: string;
}

/** What projects gave back: parts of income vouchers, named by hand. */
@Injectable()
export class IndustryReturnsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly industry: IndustryService,
    private readonly income: IncomeReadService,
    private readonly earned: EarnedIncomeService,
  ) {}

  /** Vouchers of this year and the last that can be a return and are not named wholly, the newest first. */
  async listVouchers(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReturnVoucher[]> {
    const today = this.clock.today();
    const days = { from: `${String(yearOf(today) - 1)}-01-01`, to: today };
    const projects = await this.industry.listProjects(collectiveId, db);
    const named = namedOf(projects.flatMap(({ cameBack }) => cameBack));
    const dues = new Map(
      (await this.income.listReceivables(collectiveId, db)).map((due) => [due.entryId, due]),
    );
    const earned = new Map<string, bigint>();
    for (const { entryId, amount } of await this.earned.listEarned(db, collectiveId, days))
      earned.set(entryId, (earned.get(entryId) ?? 0n) + amount);
    const able = [...earned].flatMap(([entryId, amount]) => {
      const due = dues.get(entryId);
      if (due === undefined) return [];
      const { stream, payer } = due;
      return [{ entryId, stream, payer, earned: amount, named: named.get(entryId) ?? 0n }];
    });
    return returnVouchers(able).reverse();
  }

  /** What has come of each standing return of the village, by its id: naming one moves no money. */
  async listReceived(collectiveId: string): Promise<ReadonlyMap<string, Fen>> {
    const projects = await this.industry.listProjects(collectiveId);
    const parts = projects.flatMap(({ cameBack }) => cameBack).filter(({ stands }) => stands);
    const came = new Map<string, Fen>();
    for (const { entryId, receipts } of await this.income.listReceivables(collectiveId))
      came.set(entryId, (came.get(entryId) ?? 0n) + sumFen(receipts.map(({ amount }) => amount)));
    return receivedOf(
      parts.sort((one, other) => (one.id < other.id ? -1 : 1)),
      came,
    );
  }

  /**
   * Notes which part of which income voucher is what a project gave back; taken back with the voucher.
   * @throws FormProblems `form.*`, `calendar.notAYear`, `money.*`, `industry.*`; DomainError
   *   `industry.unknown`, `industry.withdrawn`
   */
  noteReturn(
    collectiveId: string,
    { projectId, form }: { readonly projectId: string; readonly form: ReturnForm },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { operator, returns, cameBack } = await this.industry.requireStanding(
          tx,
          collectiveId,
          projectId,
        );
        const { came, problems } = readReturn(form, {
          ...{ today: this.clock.today(), operator, promisedFrom: returns?.from },
          vouchers: await this.listVouchers(collectiveId, tx),
          named: cameBack.filter(({ stands }) => stands),
        });
        refuseProblems(problems);
        const id = newId();
        const { reason = null, ...rest } = came;
        const row = { collectiveId, id, projectId, ...rest, reason, ...this.enteredBy(command.by) };
        await insertRecorded(tx, IndustryReturnEntity, row);
        return { id };
      },
      onceOf(command, 'industry.noteReturn', { projectId, form }),
    );
  }

  /**
   * Notes that what was named as a return is none: its voucher may be named anew.
   * @throws FormProblems `form.*`; DomainError `industry.unknown`, `industry.returnUnknown`
   */
  withdrawReturn(
    collectiveId: string,
    { projectId, form }: { readonly projectId: string; readonly form: ReturnWithdrawalForm },
    command: Command,
  ): Promise<{ id: string }> {
    const problems: Problem[] = [];
    const why = readText('returnWithdrawnWhy', form.returnWithdrawnWhy, problems);
    refuseProblems(problems);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { cameBack } = await this.industry.requireProject(collectiveId, projectId, tx);
        const found = cameBack.find(({ id, stands }) => id === form.returnId && stands);
        if (found === undefined) throw new DomainError('industry.returnUnknown');
        const row = { collectiveId, returnId: found.id, why, ...this.enteredBy(command.by) };
        await insertRecorded(tx, IndustryReturnWithdrawalEntity, row);
        return { id: found.id };
      },
      onceOf(command, 'industry.withdrawReturn', { projectId, form }),
    );
  }

  private enteredBy(by: string): { enteredBy: string; enteredAt: string } {
    return { enteredBy: by, enteredAt: this.clock.now() };
  }
}
