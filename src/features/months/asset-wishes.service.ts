import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { depreciationClosingProblems } from '../../domain/assets/depreciation';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import { incomeClosingProblems } from '../../domain/income/closing-problems';
import type { Problem } from '../../domain/shared/problem';
import { DepreciationReadService } from '../assets/depreciation-read.service';
import { StationSlipsService } from './station-slips.service';

/** What the assets still want before a month is held: the slips of stations, their depreciation. */
@Injectable()
export class AssetWishesService {
  constructor(
    private readonly stations: StationSlipsService,
    private readonly depreciation: DepreciationReadService,
  ) {}

  /** Codes `months.slipMissing`, `months.depreciationDue`. */
  async closingProblems(
    db: EntityManager,
    collectiveId: string,
    { month, openedOn }: { readonly month: Month; readonly openedOn: CalendarDay },
  ): Promise<Problem[]> {
    return [
      ...incomeClosingProblems(month, openedOn, await this.stations.listStations(collectiveId, db)),
      ...depreciationClosingProblems(month, await this.depreciation.listDue(collectiveId, month, db)),
    ];
  }
}
