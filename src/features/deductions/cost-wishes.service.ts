import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import { costClosingProblems } from '../../domain/deductions/cost-dues';
import { afterAssetProblems } from '../../domain/deductions/cost-in-life';
import type { Problem } from '../../domain/shared/problem';
import { AssetsService } from '../assets/assets.service';
import { ChargesService } from './charges.service';

/** What costs still want before a month is held. */
@Injectable()
export class CostWishesService {
  constructor(
    private readonly charges: ChargesService,
    private readonly assets: AssetsService,
  ) {}

  /** Codes `months.costDue`, `months.costAfterAsset`. */
  async closingProblems(db: EntityManager, collectiveId: string, month: Month): Promise<Problem[]> {
    const due = await this.charges.listWanted(collectiveId, lastDayOf(month), db);
    return [...costClosingProblems(due), ...(await this.afterAssets(db, collectiveId))];
  }

  /** Bills that stand though their asset left, by what was entered later, before the days they are for. */
  private async afterAssets(db: EntityManager, collectiveId: string): Promise<Problem[]> {
    const assets = (await this.assets.listAssets(collectiveId, db)).map(({ asset }) => asset);
    const left = new Map(
      assets.filter(({ leftOn }) => leftOn !== undefined).map((asset) => [asset.id, asset]),
    );
    if (left.size === 0) return [];
    const bills = await this.charges.listCostDays(collectiveId, db);
    return afterAssetProblems(
      bills.filter(({ contractId }) => contractId === null),
      left,
    );
  }
}
