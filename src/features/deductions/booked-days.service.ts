import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { daysInForce } from '../../domain/deductions/cost-contract';
import { type BookedSpan, BookedSpans } from '../assets/booked-spans.service';
import { EarnedDaysService } from '../income/earned-days.service';
import { coveredBy, servedDays } from './covered-days';
import { type DeductionContract, DeductionContractsService } from './deduction-contracts.service';
import { DeductionEntity } from './deduction.entity';

/**
 * For which days income and costs of assets are: what a bill says, and the part of the year that a contract
 * charges at once. A rate on receipts and what is below a cap are of the month they were booked for.
 */
@Injectable()
export class BookedDaysService extends BookedSpans {
  constructor(
    private readonly earned: EarnedDaysService,
    private readonly contracts: DeductionContractsService,
  ) {
    super();
  }

  override async listSpans(db: EntityManager, collectiveId: string): Promise<readonly BookedSpan[]> {
    const rows = await db
      .createQueryBuilder(DeductionEntity, 'cost')
      .where('cost.collectiveId = :collectiveId AND cost.assetId IS NOT NULL', { collectiveId })
      .andWhere(
        `NOT EXISTS (SELECT 1 FROM ledger_entries r
           WHERE r.collective_id = cost.collective_id AND r.reverses_id = cost.entry_id)`,
      )
      .getMany();
    const contracts = rows.length === 0 ? [] : await this.contracts.listAllContracts(collectiveId, db);
    const byId = new Map(contracts.map((each) => [each.id, each]));
    const costs = rows.flatMap((row): BookedSpan[] => {
      const days = daysOf(row, byId.get(row.contractId ?? ''));
      const { entryId, assetId } = row;
      return days === undefined || assetId === null ? [] : [{ entryId, assetId, ...days }];
    });
    return [...(await this.earned.listDays(db, collectiveId)), ...costs];
  }
}

function daysOf(row: DeductionEntity, contract: DeductionContract | undefined) {
  const { term } = row.reckoning;
  if (contract === undefined || term === undefined) return servedDays(row);
  const isBooked = term.type === 'fixed' || term.type === 'landRent';
  return isBooked ? daysInForce(contract, coveredBy(row, contract)) : servedDays(row);
}
