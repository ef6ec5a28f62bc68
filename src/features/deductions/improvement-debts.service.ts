import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IMPROVEMENT_PAYMENT, openOfImprovements } from '../../domain/deductions/improvement-debt';
import { type Fen, sumFen } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { ImprovementCostsService } from '../assets/improvement-costs.service';
import { LedgerService } from '../ledger/ledger.service';
import { PoolBalancesService } from '../ledger/pool-balances.service';
import type { OwedCost } from './owed-cost';

/** Improvements on credit, and what is owed of them: to nobody by name, as they are entered without one. */
@Injectable()
export class ImprovementDebtsService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly balances: PoolBalancesService,
    private readonly improvements: ImprovementCostsService,
  ) {}

  /** Every improvement that stands and was owed when it was entered, the oldest first. */
  async listOwed(collectiveId: string, db: EntityManager = this.database.reader): Promise<OwedCost[]> {
    const credited = await this.improvements.listCredited(db, collectiveId);
    if (credited.length === 0) return [];
    const payables = new Map<string, string>();
    for (const version of new Set(credited.map(({ chart }) => chart))) {
      const { roles } = await this.ledger.requireChartOf(db, collectiveId, version);
      payables.set(version, roles.payable);
    }
    const owed = credited.filter(({ chart, ledgerAccount }) => payables.get(chart) === ledgerAccount);
    const paid = await this.paidByFact(db, collectiveId);
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    const standing = await this.balances.listOwed(db, collectiveId, roles.payable);
    const debts = owed.map((each) => ({ ...each, paid: paid.get(each.id) ?? 0n }));
    return openOfImprovements(debts, standing).map(({ debt, open }) => {
      const { id: deductionId, entryId, name, pool, postedOn, assetId, amount } = debt;
      return { deductionId, entryId, name, pool, postedOn, assetId, amount, open };
    });
  }

  /** What was paid of the improvement behind a voucher, on the page of owed costs or by hand. */
  async paidOf(tx: EntityManager, collectiveId: string, entryId: string): Promise<Fen> {
    const own = (await this.listOwed(collectiveId, tx)).find((each) => each.entryId === entryId);
    return own === undefined ? 0n : own.amount - own.open;
  }

  /** What stands paid of each by its id: what left the bank, less what was taken back. */
  private async paidByFact(db: EntityManager, collectiveId: string): Promise<Map<string, Fen>> {
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    const asked = { account: roles.bank, source: IMPROVEMENT_PAYMENT };
    const moves = await this.balances.listByParty(db, collectiveId, asked);
    const ids = new Set(moves.map(({ sourceId }) => sourceId));
    return new Map(
      [...ids].map((id) => {
        const own = moves.filter(({ sourceId }) => sourceId === id);
        return [id, -sumFen(own.map(({ amount }) => amount))];
      }),
    );
  }
}
