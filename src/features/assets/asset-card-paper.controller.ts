import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { pdfFile } from '../../platform/http/sheet-files';
import { AssetCardPaperService } from './asset-card-paper.service';
import type { AssetPlace } from './asset-particulars-view.service';

/** The card of an asset, to be signed and filed. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets/:id')
export class AssetCardPaperController {
  constructor(private readonly card: AssetCardPaperService) {}

  @Get('card.pdf')
  async print(@Param() at: AssetPlace, @Visit() visit: PageVisit): Promise<StreamableFile> {
    return pdfFile(await this.card.print(visit, at));
  }
}
