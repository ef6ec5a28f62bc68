import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { depreciationClosingProblems } from '../../domain/assets/depreciation';
import { type CalendarDay, lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import {
  dealingsProblems,
  incomeClosingProblems,
  rentClosingProblems,
} from '../../domain/income/closing-problems';
import { taxClosingProblems } from '../../domain/income/tax-states';
import type { Problem } from '../../domain/shared/problem';
import { DepreciationReadService } from '../assets/depreciation-read.service';
import { CostWishesService } from '../deductions/cost-wishes.service';
import { RentReadService } from '../income/rent-read.service';
import { TaxReadService } from '../income/tax-read.service';
import { StationSlipsService } from './station-slips.service';

/**
 * What assets still want before a month is held: slips of stations, owners' parts of them, rent and costs
 * that contracts make due, depreciation, tax on what they earned.
 */
@Injectable()
export class AssetWishesService {
  constructor(
    private readonly stations: StationSlipsService,
    private readonly rents: RentReadService,
    private readonly costs: CostWishesService,
    private readonly depreciation: DepreciationReadService,
    private readonly taxes: TaxReadService,
  ) {}

  /**
   * Codes `months.slipMissing`, `months.partsOnTheWay`, `months.rentDue`, `months.costDue`,
   * `months.costAfterAsset`, `months.depreciationDue`, `months.taxDue`.
   */
  async closingProblems(
    db: EntityManager,
    collectiveId: string,
    { month, openedOn }: { readonly month: Month; readonly openedOn: CalendarDay },
  ): Promise<Problem[]> {
    return [
      ...incomeClosingProblems(month, openedOn, await this.stations.listStations(collectiveId, db)),
      ...dealingsProblems(month, await this.stations.listOpenDealings(collectiveId, db)),
      ...rentClosingProblems(await this.rents.listWanted(collectiveId, lastDayOf(month), db)),
      ...(await this.costs.closingProblems(db, collectiveId, month)),
      ...depreciationClosingProblems(month, await this.depreciation.listDue(collectiveId, month, db)),
      ...taxClosingProblems(await this.taxes.listWanted(collectiveId, lastDayOf(month), db)),
    ];
  }
}
