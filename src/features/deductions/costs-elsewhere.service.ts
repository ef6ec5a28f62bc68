import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type CostElsewhereForm,
  knownElsewhereProblems,
  readCostElsewhere,
} from '../../domain/deductions/cost-elsewhere';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { refuseProblems } from '../../domain/shared/problem';
import { elsewherePaper } from '../../glossary/cost-words';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { AssetsService } from '../assets/assets.service';
import { ChargesService } from './charges.service';
import { CostElsewhereEntity, CostElsewhereWithdrawalEntity } from './cost-elsewhere.entity';

/** A cost another fund pays, with why it does not hold where it was withdrawn. */
export interface ToldCostElsewhere extends CostElsewhereEntity {
  readonly withdrawn: string | undefined;
}

/** Costs that another fund pays, such as upkeep out of the regional fund: kept, and never deducted. */
@Injectable()
export class CostsElsewhereService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assets: AssetsService,
    private readonly charges: ChargesService,
  ) {}

  /**
   * Keeps one. @throws FormProblems `costElsewhere.*`, `form.*`, `money.*`, `calendar.notADay`; DomainError
   *   `assets.unknown`
   */
  record(
    collectiveId: string,
    form: CostElsewhereForm & { readonly assetId: string },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const assetId = form.assetId === '' ? null : form.assetId;
        const its = assetId === null ? undefined : await this.assets.requireAsset(collectiveId, assetId, tx);
        const ground = { today: this.clock.today(), life: its?.asset };
        const { cost, problems } = readCostElsewhere(form, ground);
        refuseProblems(problems);
        const costs = await this.charges.listCostDays(collectiveId, tx);
        const deducted = costs.map(({ kind, pool, assetId: of, name, postedOn, days, amount, refunded }) => {
          return { kind, pool, assetId: of, name, postedOn, days, amount: amount - refunded };
        });
        const told = await this.listStanding(collectiveId, tx);
        refuseProblems(knownElsewhereProblems({ ...cost, assetId }, { told, deducted }, form.twiceReason));
        const paper = elsewherePaper(cost.paper, form.twiceReason);
        const id = newId();
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        await insertRecorded(tx, CostElsewhereEntity, {
          ...{ collectiveId, id, assetId, ...cost, paper, ...entered },
        });
        return { id };
      },
      onceOf(command, 'deductions.elsewhere', form),
    );
  }

  /** Keeps that it was entered wrongly. @throws FormProblems `form.*`; DomainError `costElsewhere.unknown` */
  withdraw(
    collectiveId: string,
    { costId, reason: typed }: { readonly costId: string; readonly reason: string },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const standing = await this.listStanding(collectiveId, tx);
        if (!standing.some(({ id }) => id === costId)) throw new DomainError('costElsewhere.unknown');
        const [reason, field] = [typed.trim(), 'elsewhereWithdrawn'];
        refuseProblems(
          reason === '' ? [{ code: 'form.missing', field }] : privateNumberProblems({ [field]: reason }),
        );
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        await insertRecorded(tx, CostElsewhereWithdrawalEntity, { collectiveId, costId, reason, ...entered });
        return { id: costId };
      },
      onceOf(command, 'deductions.withdrawElsewhere', { costId, typed }),
    );
  }

  /** Every such cost in the order of entry, withdrawn or not. */
  async listTold(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ToldCostElsewhere[]> {
    const rows = await db.find(CostElsewhereEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    if (rows.length === 0) return [];
    const gone = await db.findBy(CostElsewhereWithdrawalEntity, { collectiveId });
    const reasons = new Map(gone.map(({ costId, reason }) => [costId, reason]));
    return rows.map((row) => Object.assign(row, { withdrawn: reasons.get(row.id) }));
  }

  /** Those that hold. */
  async listStanding(collectiveId: string, db: EntityManager): Promise<ToldCostElsewhere[]> {
    return (await this.listTold(collectiveId, db)).filter(({ withdrawn }) => withdrawn === undefined);
  }
}
