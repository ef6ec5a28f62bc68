import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/approvals.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { DistributionModule } from '../distribution/distribution.module';
import { LedgerModule } from '../ledger/ledger.module';
import { ReviewQueueService } from './review-queue.service';
import { TownshipPagesController } from './township-pages.controller';
import { TownshipViewService } from './township-view.service';

@Module({
  imports: [ApprovalsModule, CollectivesModule, DistributionModule, LedgerModule],
  controllers: [TownshipPagesController],
  providers: [ReviewQueueService, TownshipViewService],
})
export class OversightModule {}
