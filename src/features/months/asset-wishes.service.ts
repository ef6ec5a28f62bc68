import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { depreciationClosingProblems } from '../../domain/assets/depreciation';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import { dealingsProblems, incomeClosingProblems } from '../../domain/income/closing-problems';
import type { Problem } from '../../domain/shared/problem';
import { DepreciationReadService } from '../assets/depreciation-read.service';
import { StationSlipsService } from './station-slips.service';

/** What assets still want before a month is held: slips of stations, owners' parts of them, depreciation. */
@Injectable()
export class AssetWishesService {
  constructor(
    private readonly stations: StationSlipsService,
    private readonly depreciation: DepreciationReadService,
  ) {}

  /** Codes `months.slipMissing`, `months.partsOnTheWay`, `months.depreciationDue`. */
  async closingProblems(
    db: EntityManager,
    collectiveId: string,
    { month, openedOn }: { readonly month: Month; readonly openedOn: CalendarDay },
  ): Promise<Problem[]> {
    return [
      ...incomeClosingProblems(month, openedOn, await this.stations.listStations(collectiveId, db)),
      ...dealingsProblems(month, await this.stations.listOpenDealings(collectiveId, db)),
      ...depreciationClosingProblems(month, await this.depreciation.listDue(collectiveId, month, db)),
    ];
  }
}
