import { Injectable } from '@nestjs/common';
import { totalStand } from '../../domain/assets/postings';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import type { PageVisit } from '../../platform/http/page-visit';
import { formOptions } from '../../platform/papers/form-options';
import { renderForms } from '../../platform/papers/paper-form';
import { paperTemplate } from '../../platform/papers/paper-template';
import { CollectivesService } from '../collectives/collectives.service';
import { ASSET_CARD, assetCardPaper } from './asset-card-paper';
import type { AssetPlace } from './asset-particulars-view.service';
import { AssetViewService } from './asset-view.service';
import { DepreciationReadService } from './depreciation-read.service';

/** The card of an asset that is filed: what its page says, with what the books have of it today. */
@Injectable()
export class AssetCardPaperService {
  constructor(
    private readonly view: AssetViewService,
    private readonly reading: DepreciationReadService,
    private readonly collectives: CollectivesService,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** @throws DomainError `assets.unknown` */
  async print(visit: PageVisit, at: AssetPlace): Promise<Buffer> {
    const { say } = paperTemplate(ASSET_CARD);
    const page = await this.view.assetPage(visit, at);
    const { organisationName: collective } = await this.collectives.requireCollective(at.collectiveId);
    const day = this.clock.today();
    const stands = (await this.reading.listStands(at.collectiveId, undefined, day)).get(at.id);
    const books = stands === undefined ? undefined : totalStand(stands);
    const form = assetCardPaper({ collective, day, page, books });
    const options = formOptions(this.configuration, this.clock, {
      ...{ title: `${page.name} ${form.title}`, author: collective },
      pageText: (number, pages) => say('page', { page: number, pages }),
    });
    return renderForms([form], options);
  }
}
