import { Injectable } from '@nestjs/common';
import type { PageVisit } from '../../platform/http/page-visit';
import { AssetCorrectionsViewService } from './asset-corrections-view.service';
import { AssetFilesViewService } from './asset-files-view.service';
import { type AssetPlace, AssetParticularsViewService } from './asset-particulars-view.service';
import type { AssetPageProps } from './assets.pages';

/** The parts of an asset's card that others keep: photos, what may change, what was put right. */
@Injectable()
export class AssetCardPartsService {
  constructor(
    private readonly particulars: AssetParticularsViewService,
    private readonly files: AssetFilesViewService,
    private readonly corrections: AssetCorrectionsViewService,
  ) {}

  async partsOf(
    visit: PageVisit,
    at: AssetPlace,
  ): Promise<Pick<AssetPageProps, 'particulars' | 'photos' | 'corrections'>> {
    return {
      photos: await this.files.stripOf(visit, at),
      particulars: await this.particulars.sectionOf(visit, at),
      corrections: await this.corrections.sectionOf(visit, at),
    };
  }
}
