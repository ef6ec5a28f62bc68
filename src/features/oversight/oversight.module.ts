import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { ownTables } from '../../platform/database/database.module';
import { ApprovalsModule } from '../approvals/approvals.module';
import { AssetFilesModule } from '../assets/asset-files.module';
import { AssetMattersModule } from '../assets/asset-matters.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { DistributionModule } from '../distribution/distribution.module';
import { LedgerModule } from '../ledger/ledger.module';
import { MonthsModule } from '../months/months.module';
import { PolicyModule } from '../policy/policy.module';
import { UsersModule } from '../users/users.module';
import { AuditFileController } from './audit-file.controller';
import { AuditFileService } from './audit-file.service';
import { BookCheckPagesController } from './book-check-pages.controller';
import { BookCheckSchedule } from './book-check-schedule';
import { BookCheckViewService } from './book-check-view.service';
import { BookCheckEntity } from './book-check.entity';
import { BookChecksService } from './book-checks.service';
import { DryRunController } from './dry-run.controller';
import { DryRunPagesController } from './dry-run-pages.controller';
import { DryRunComparisonViewService } from './dry-run-comparison-view.service';
import { DryRunViewService } from './dry-run-view.service';
import { DryRunService } from './dry-run.service';
import { PeoplePagesController } from './people-pages.controller';
import { PeopleViewService } from './people-view.service';
import { PeopleService } from './people.service';
import { ReviewQueueService } from './review-queue.service';
import { TownshipPagesController } from './township-pages.controller';
import { TownshipAssetsViewService } from './township-assets-view.service';
import { TownshipViewService } from './township-view.service';
import { VillageMatrixService } from './village-matrix.service';

@Module({
  imports: [
    ApprovalsModule,
    AssetFilesModule,
    AssetMattersModule,
    CollectivesModule,
    DistributionModule,
    LedgerModule,
    MonthsModule,
    PolicyModule,
    UsersModule,
    ScheduleModule.forRoot(),
    ...ownTables(BookCheckEntity),
  ],
  controllers: [
    AuditFileController,
    BookCheckPagesController,
    DryRunController,
    DryRunPagesController,
    PeoplePagesController,
    TownshipPagesController,
  ],
  providers: [
    AuditFileService,
    BookCheckSchedule,
    BookCheckViewService,
    BookChecksService,
    DryRunService,
    DryRunComparisonViewService,
    DryRunViewService,
    PeopleService,
    PeopleViewService,
    ReviewQueueService,
    TownshipAssetsViewService,
    TownshipViewService,
    VillageMatrixService,
  ],
})
export class OversightModule {}
