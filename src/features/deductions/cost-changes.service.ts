import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { periodParts } from '../../domain/deductions/cost-contract';
import { readCostWaiver } from '../../domain/deductions/cost-dues';
import type { CostChangeForm } from '../../domain/deductions/read-cost-change';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { ChargesService } from './charges.service';
import { coveredBy } from './covered-days';
import { DeductionWaiverEntity } from './deduction-contract.entity';
import { type DeductionContract, DeductionContractsService } from './deduction-contracts.service';

/** What happens to a contract of costs after it was signed, held against what is booked of it. */
@Injectable()
export class CostChangesService {
  constructor(
    private readonly database: Database,
    private readonly contracts: DeductionContractsService,
    private readonly charges: ChargesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes, ends or renews a contract, on days that are not charged.
   * @throws FormProblems `costContract.*`
   */
  changeContract(
    collectiveId: string,
    asked: { readonly contractId: string; readonly form: CostChangeForm },
    command: Command,
  ): Promise<{ id: string }> {
    const { contractId: id } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const contract = await this.contracts.requireContract(collectiveId, id, tx);
        const chargedTo = await this.chargedTo(tx, collectiveId, contract);
        await this.contracts.keepChange(tx, collectiveId, { ...asked, chargedTo, by: command.by });
        return { id };
      },
      onceOf(command, 'deductions.changeContract', asked),
    );
  }

  /**
   * Keeps why a period of a contract goes without its charge, so that no month waits for it. It may still be
   * booked. @throws FormProblems `costContract.*`, `form.*`
   */
  waiveCharge(
    collectiveId: string,
    asked: { readonly contractId: string; readonly from: CalendarDay; readonly reason: string },
    command: Command,
  ): Promise<{ id: string }> {
    const { contractId } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const contract = await this.contracts.requireContract(collectiveId, contractId, tx);
        const today = this.clock.today();
        const dues = await this.charges.listDues(collectiveId, { contract, upTo: today }, tx);
        const due = dues.find(({ from }) => from === asked.from);
        if (due === undefined) throw new DomainError('costContract.noSuchPeriod', { from: asked.from });
        const { reason, problems } = readCostWaiver(asked.reason, due, today);
        refuseProblems(problems);
        const id = newId();
        await insertRecorded(tx, DeductionWaiverEntity, {
          ...{ collectiveId, id, contractId, coversFrom: due.from, coversTo: due.to },
          ...{ amount: due.due ?? 0n, reason, waivedBy: command.by, waivedAt: this.clock.now() },
        });
        return { id };
      },
      onceOf(command, 'deductions.waiveCharge', asked),
    );
  }

  /** The last day that a charge of the contract is for; of a rate and a cap, the day of its voucher. */
  private async chargedTo(
    db: EntityManager,
    collectiveId: string,
    contract: DeductionContract,
  ): Promise<CalendarDay | undefined> {
    const own = (await this.charges.listCosts(collectiveId, db)).filter(
      (row) => row.contractId === contract.id,
    );
    const isFixed = contract.term.type === 'fixed' || contract.term.type === 'landRent';
    const days = own.map((row) => {
      if (!isFixed) return row.postedOn;
      return periodParts(contract, coveredBy(row, contract)).at(-1)?.to ?? row.postedOn;
    });
    return days.sort().at(-1);
  }
}
