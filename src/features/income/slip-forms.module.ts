import { Module } from '@nestjs/common';
import { AssetFilesModule } from '../assets/asset-files.module';
import { IncomeModule } from './income.module';
import { IncomePagesController } from './income-pages.controller';
import { SlipPagesService } from './slip-pages.service';
import { SlipPapersPagesController } from './slip-papers-pages.controller';
import { SlipPapersService } from './slip-papers.service';

/** The forms on which income is typed, a slip's with its scans. */
@Module({
  imports: [AssetFilesModule, IncomeModule],
  controllers: [IncomePagesController, SlipPapersPagesController],
  providers: [SlipPagesService, SlipPapersService],
})
export class SlipFormsModule {}
