import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { AssetsModule } from '../assets/assets.module';
import { DeductionsModule } from '../deductions/deductions.module';
import { IncomeModule } from '../income/income.module';
import { LedgerModule } from '../ledger/ledger.module';
import { BridgePagesController } from './bridge-pages.controller';
import { BridgeViewService } from './bridge-view.service';
import { BridgeService } from './bridge.service';
import { PeriodsService } from './periods.service';
import { ReservesController } from './reserves.controller';
import { ReservesPagesController } from './reserves-pages.controller';
import { SettledPeriodEntity } from './settled-period.entity';
import { SubsidyWaitsService } from './subsidy-waits.service';
import { SurplusLinesService } from './surplus-lines.service';
import { SurplusPagesController } from './surplus-pages.controller';
import { SurplusSheetService } from './surplus-sheet.service';
import { SurplusViewService } from './surplus-view.service';
import { SurplusController } from './surplus.controller';
import { SurplusService } from './surplus.service';

@Module({
  imports: [AssetsModule, DeductionsModule, IncomeModule, LedgerModule, ...ownTables(SettledPeriodEntity)],
  controllers: [
    BridgePagesController,
    ReservesController,
    ReservesPagesController,
    SurplusController,
    SurplusPagesController,
  ],
  providers: [
    BridgeService,
    BridgeViewService,
    PeriodsService,
    SubsidyWaitsService,
    SurplusLinesService,
    SurplusService,
    SurplusSheetService,
    SurplusViewService,
  ],
  exports: [BridgeService, PeriodsService, SurplusLinesService, SurplusService],
})
export class SurplusModule {}
