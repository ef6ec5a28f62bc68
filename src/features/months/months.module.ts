import { Module } from '@nestjs/common';
import { AssetsModule } from '../assets/assets.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { DeductionsModule } from '../deductions/deductions.module';
import { DistributionModule } from '../distribution/distribution.module';
import { IncomeModule } from '../income/income.module';
import { LedgerModule } from '../ledger/ledger.module';
import { NoticesModule } from '../notices/notices.module';
import { SurplusModule } from '../surplus/surplus.module';
import { UsersModule } from '../users/users.module';
import { MonthClosingViewService } from './month-closing-view.service';
import { MonthIncomeTasksService } from './month-income-tasks.service';
import { MonthPagesController } from './month-pages.controller';
import { MonthReadinessService } from './month-readiness.service';
import { MonthSpendingTasksService } from './month-spending-tasks.service';
import { MonthTasksService } from './month-tasks.service';
import { MonthViewService } from './month-view.service';
import { MonthWorkService } from './month-work.service';
import { MonthsController } from './months.controller';
import { MonthsService } from './months.service';
import { OfficeDeskService } from './office-desk.service';
import { ReversingService } from './reversing.service';
import { VoucherStepsService } from './voucher-steps.service';

@Module({
  imports: [
    AssetsModule,
    CollectivesModule,
    DeductionsModule,
    DistributionModule,
    IncomeModule,
    LedgerModule,
    NoticesModule,
    SurplusModule,
    UsersModule,
  ],
  controllers: [MonthPagesController, MonthsController],
  providers: [
    MonthClosingViewService,
    MonthIncomeTasksService,
    MonthReadinessService,
    MonthSpendingTasksService,
    MonthTasksService,
    MonthViewService,
    MonthWorkService,
    MonthsService,
    OfficeDeskService,
    ReversingService,
    VoucherStepsService,
  ],
  exports: [
    MonthReadinessService,
    MonthTasksService,
    MonthsService,
    OfficeDeskService,
    ReversingService,
    VoucherStepsService,
  ],
})
export class MonthsModule {}
