import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { LedgerModule } from '../ledger/ledger.module';
import { AssetLifeModule } from './asset-life.module';
import { AssetsModule } from './assets.module';
import { ConstructionCheckService } from './construction-check.service';
import { ConstructionEventEntity } from './construction-event.entity';
import { ConstructionPagesController } from './construction-pages.controller';
import { ConstructionProjectEntity } from './construction-project.entity';
import { ConstructionReadService } from './construction-read.service';
import { ConstructionViewService } from './construction-view.service';
import { ConstructionController } from './construction.controller';
import { ConstructionService } from './construction.service';
import { ProjectLabourEntity } from './project-labour.entity';
import { ProjectLabourService } from './project-labour.service';
import { ProjectGroundService } from './project-ground.service';
import { RetentionReasonEntity } from './retention-reason.entity';

/** Construction in stages, until the work is an asset of the register. */
@Module({
  imports: [
    AssetsModule,
    AssetLifeModule,
    LedgerModule,
    ...ownTables(
      ConstructionProjectEntity,
      ConstructionEventEntity,
      ProjectLabourEntity,
      RetentionReasonEntity,
    ),
  ],
  controllers: [ConstructionController, ConstructionPagesController],
  providers: [
    ConstructionCheckService,
    ConstructionReadService,
    ConstructionService,
    ConstructionViewService,
    ProjectGroundService,
    ProjectLabourService,
  ],
  exports: [ConstructionCheckService, ConstructionReadService, ConstructionService, ProjectLabourService],
})
export class ConstructionModule {}
