import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isStation } from '../../domain/assets/asset';
import type { Month } from '../../domain/calendar/calendar-day';
import { incomeClosingProblems, type StationSlips } from '../../domain/income/closing-problems';
import type { Problem } from '../../domain/shared/problem';
import { Database } from '../../platform/database/database';
import { AssetsService } from '../assets/assets.service';
import { IncomeReadService } from '../income/income-read.service';
import { BankReadService } from '../ledger/bank-read.service';
import { LedgerReadService } from '../ledger/ledger-read.service';

/** What a month still wants, asked of each step. */
@Injectable()
export class MonthTasksService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsService,
    private readonly income: IncomeReadService,
    private readonly books: LedgerReadService,
    private readonly bank: BankReadService,
  ) {}

  /** Everything that keeps a month from being held. */
  async closingProblems(
    collectiveId: string,
    month: Month,
    db: EntityManager = this.database.reader,
  ): Promise<Problem[]> {
    const { openedOn } = await this.books.requireChain(collectiveId, db);
    return [
      ...incomeClosingProblems(month, openedOn, await this.listStations(collectiveId, db)),
      ...(await this.bank.closingProblems(collectiveId, month, db)),
    ];
  }

  /** The stations with the months whose slips are entered. */
  async listStations(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<StationSlips[]> {
    const registered = await this.assets.listAssets(collectiveId, db);
    const slips = await this.income.listSettlements(collectiveId, db);
    return registered
      .filter(({ asset }) => isStation(asset.kind))
      .map(({ asset }) => ({
        assetId: asset.id,
        name: asset.name,
        acquiredOn: asset.acquiredOn,
        settledMonths: slips.filter((slip) => slip.assetId === asset.id).map((slip) => slip.generationMonth),
      }));
  }
}
