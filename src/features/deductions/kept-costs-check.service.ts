import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import {
  type BorneCost,
  checkKeptCosts,
  checkKeptRefunds,
  type CostSides,
} from '../../domain/deductions/check-kept-costs';
import type { Fen } from '../../domain/money/fen';
import { JointReadService } from '../income/joint-read.service';
import { StationLinksService } from '../assets/station-links.service';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { CostRefundEntity } from './cost-refund.entity';
import { DeductionEntity } from './deduction.entity';
import { JointCostEntity, JointCostPartEntity } from './joint-cost.entity';
import { type KeptCost, KeptCostsService } from './kept-costs.service';

/** The pass of costs that a keeper pays for owners, from his books and from each owner's. */
@Injectable()
export class KeptCostsCheckService extends StepCheck {
  override readonly pass = 'keptCosts';

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly kept: KeptCostsService,
    private readonly joint: JointReadService,
    private readonly links: StationLinksService,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // The vouchers of a cost are a payment's and a deduction's: the passes of these hold their lines.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    for (const table of ['joint_costs', 'joint_cost_takings']) {
      const entryId = await this.ledger.findLostRow(db, collectiveId, table);
      if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
    }
    for (const keeperId of new Set([collectiveId, ...(await this.links.listKeeperIds(collectiveId, db))])) {
      const owner = keeperId === collectiveId ? undefined : collectiveId;
      const costs = await this.kept.listCosts(keeperId, db, owner);
      if (owner === undefined)
        checkKeptRefunds(costs.map(borneOf), await this.kept.listRefunded(db, keeperId), findings);
      checkKeptCosts(await this.sidesOf(db, keeperId, costs), findings);
      if (owner !== undefined) checkKeptCosts(await this.goneOf(db, owner, { keeperId, costs }), findings);
    }
  }

  /** Costs that an owner's books still deduct, though the keeper has taken them back. */
  private async goneOf(
    db: EntityManager,
    ownerId: string,
    { keeperId, costs }: { readonly keeperId: string; readonly costs: readonly KeptCost[] },
  ): Promise<CostSides[]> {
    const taken = await this.kept.listTaken(db, ownerId, keeperId);
    const sides: CostSides[] = [];
    for (const costId of taken.keys()) {
      if (costs.some(({ cost }) => cost.id === costId)) continue;
      const cost = await db.findOneBy(JointCostEntity, { collectiveId: keeperId, id: costId });
      const part = await db.findOneBy(JointCostPartEntity, { collectiveId: keeperId, costId, ownerId });
      const told = { name: cost?.name ?? '', day: cost?.paidOn ?? '', owner: part?.owner ?? '' };
      const deducted = await this.deductedBy(db, ownerId, { keeperId, costId });
      sides.push({ ...told, part: 0n, paid: 0n, deducted });
    }
    return sides;
  }

  private async sidesOf(
    db: EntityManager,
    keeperId: string,
    costs: readonly KeptCost[],
  ): Promise<CostSides[]> {
    const paid = await this.joint.listPaid(
      keeperId,
      costs.map(({ cost }) => cost.id),
      db,
    );
    const sides: CostSides[] = [];
    for (const { cost, parts } of costs) {
      for (const { owner, ownerId, amount: part, taken } of parts) {
        const deducted = taken
          ? await this.deductedBy(db, ownerId ?? '', { keeperId, costId: cost.id })
          : undefined;
        const own = { name: cost.name, day: cost.paidOn, owner, part };
        sides.push({ ...own, paid: paid.get(`${cost.id} ${owner}`), deducted });
      }
    }
    return sides;
  }

  private async deductedBy(
    db: EntityManager,
    ownerId: string,
    of: { readonly keeperId: string; readonly costId: string },
  ): Promise<Fen> {
    const taking = (await this.kept.listTaken(db, ownerId, of.keeperId)).get(of.costId);
    const entryId = In(taking === undefined ? [] : [taking.entryId]);
    const [cost] = await db.findBy(DeductionEntity, { collectiveId: ownerId, entryId });
    const [back] = await db.findBy(CostRefundEntity, { collectiveId: ownerId, entryId });
    return (cost?.amount ?? 0n) - (back?.amount ?? 0n);
  }
}

/** A keeper's cost, or what came back of one, as the check of refunds looks at it. */
function borneOf({ cost, parts }: KeptCost): BorneCost {
  const { id, entryId, name, paidOn: day, amount } = cost;
  return { id, entryId, name, day, amount, parts };
}
