import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { StoredFileEntity } from '../../platform/files/stored-file.entity';
import { UsersModule } from '../users/users.module';
import { AssetFileEntity, FileWithdrawalEntity } from './asset-file.entity';
import { AssetFilesCheckService } from './asset-files-check.service';
import { AssetFilesPagesController } from './asset-files-pages.controller';
import { AssetFilesViewService } from './asset-files-view.service';
import { AssetFilesController } from './asset-files.controller';
import { AssetFilesService } from './asset-files.service';
import { FileWithdrawalsService } from './file-withdrawals.service';
import { KeptSubjectFilesService } from './subject-files.service';

/** Photos and papers beside the books; the register of assets shows them. */
@Module({
  imports: [UsersModule, ...ownTables(AssetFileEntity, FileWithdrawalEntity, StoredFileEntity)],
  controllers: [AssetFilesController, AssetFilesPagesController],
  providers: [
    AssetFilesCheckService,
    AssetFilesService,
    AssetFilesViewService,
    FileWithdrawalsService,
    KeptSubjectFilesService,
  ],
  exports: [AssetFilesCheckService, AssetFilesService, AssetFilesViewService, KeptSubjectFilesService],
})
export class AssetFilesModule {}
