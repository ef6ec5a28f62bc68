import { Global, Module } from '@nestjs/common';
import { ownTables } from '../database/database.module';
import { KeptFormEntity } from './kept-form.entity';
import { KeptFormFileEntity } from './kept-form-file.entity';
import { KeptFormFilesService } from './kept-form-files.service';
import { KeptFormsService } from './kept-forms.service';

/** Forms kept while they are typed, for every feature whose pages do. */
@Global()
@Module({
  imports: ownTables(KeptFormEntity, KeptFormFileEntity),
  providers: [KeptFormsService, KeptFormFilesService],
  exports: [KeptFormsService, KeptFormFilesService],
})
export class KeptFormsModule {}
