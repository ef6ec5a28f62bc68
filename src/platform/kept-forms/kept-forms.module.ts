import { Global, Module } from '@nestjs/common';
import { ownTables } from '../database/database.module';
import { KeptFormEntity } from './kept-form.entity';
import { KeptFormsService } from './kept-forms.service';

/** Forms kept while they are typed, for every feature whose pages do. */
@Global()
@Module({
  imports: ownTables(KeptFormEntity),
  providers: [KeptFormsService],
  exports: [KeptFormsService],
})
export class KeptFormsModule {}
