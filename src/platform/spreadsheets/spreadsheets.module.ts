import { Global, Module } from '@nestjs/common';
import { ownTables } from '../database/database.module';
import { ImportPreviewEntity } from './import-preview.entity';
import { ImportPreviewsService } from './import-previews.service';

/** Uploaded tables, for every feature that takes files in. */
@Global()
@Module({
  imports: ownTables(ImportPreviewEntity),
  providers: [ImportPreviewsService],
  exports: [ImportPreviewsService],
})
export class SpreadsheetsModule {}
