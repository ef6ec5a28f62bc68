import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isBesideRent, takingProblems, tellsRentFirst } from '../../domain/deductions/kept-cost';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { readDay } from '../../domain/shared/typed-fields';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { StationLinksService } from '../assets/station-links.service';
import type { BookedEntry } from '../ledger/ledger.service';
import { KeptCostsService } from './kept-costs.service';
import type { TakingForm, WaitingCost } from './taken-bill';
import { TakenBillsService } from './taken-bills.service';

export type { WaitingCost } from './taken-bill';

/** The keeper's costs in an owner's books: kept back from what the keeper owes, and deducted. */
@Injectable()
export class TakenCostsService {
  constructor(
    private readonly database: Database,
    private readonly kept: KeptCostsService,
    private readonly links: StationLinksService,
    private readonly bills: TakenBillsService,
  ) {}

  /** What keepers paid for this collective and its books do not have yet, the first paid first. */
  async listWaiting(collectiveId: string, db: EntityManager = this.database.reader): Promise<WaitingCost[]> {
    const waiting: WaitingCost[] = [];
    for (const keeperId of await this.links.listKeeperIds(collectiveId, db)) {
      for (const { cost, parts, tables, served } of await this.kept.listCosts(keeperId, db, collectiveId)) {
        const part = parts.find(({ taken }) => !taken);
        if (part === undefined) continue;
        const of = { keeperId, stationId: cost.assetId };
        const own = await this.links.findOwn(collectiveId, of, db);
        if (own !== undefined) waiting.push({ keeperId, cost, served, tables, own, amount: part.amount });
      }
    }
    return waiting.sort((one, other) => (one.cost.paidOn < other.cost.paidOn ? -1 : 1));
  }

  /** @throws DomainError `joint.costUnknown` where there is none, or the books have it already */
  async requireWaiting(
    collectiveId: string,
    costId: string,
    db: EntityManager = this.database.reader,
  ): Promise<WaitingCost> {
    const waiting = await this.listWaiting(collectiveId, db);
    const found = waiting.find(({ cost }) => cost.id === costId);
    if (found === undefined) throw new DomainError('joint.costUnknown');
    return found;
  }

  /**
   * Books the own part of a keeper's cost: what he kept back clears what he owes, and is deducted. Land rent
   * that an own contract charges for the days of the bill counts as its charge; anything else is asked what
   * an own bill of those days is.
   * @throws FormProblems `calendar.*`, `joint.*`, `deductions.*`; DomainError `joint.costUnknown`,
   *   `period.*`
   */
  takeCost(
    collectiveId: string,
    form: TakingForm,
    command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const waiting = await this.requireWaiting(collectiveId, form.costId, tx);
        if (waiting.amount < 0n) throw new DomainError('joint.costUnknown');
        const { postedOn } = form;
        const problems: Problem[] = [];
        readDay({ field: 'postedOn', value: postedOn }, problems);
        refuseProblems(problems);
        const period = await this.bills.rentOf(tx, collectiveId, { waiting, postedOn });
        const { amount } = waiting;
        const left = period && { contract: period.contract.name, due: period.due };
        const own = takingProblems(form, { paidOn: waiting.cost.paidOn, amount }, left);
        // What the contract does not ask for and is said to be no second time is a cost beside it.
        const isBeside = period !== undefined && isBesideRent(amount, period);
        const rent = isBeside ? undefined : period;
        const twice = await this.bills.twiceProblems(tx, collectiveId, { waiting, form, rent });
        const asked = isBeside ? twice.filter(({ code }) => code !== 'deductions.notSeenTwice') : twice;
        refuseProblems([...own, ...(own.length === 0 ? tellsRentFirst(asked, left) : [])]);
        return this.bills.book(tx, collectiveId, { waiting, form, rent, by: command.by });
      },
      onceOf(command, 'deductions.takeCost', form),
    );
  }
}
