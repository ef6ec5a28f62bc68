import { Injectable } from '@nestjs/common';
import { classesOn } from '../../domain/assets/review';
import { Clock } from '../../platform/clock/clock';
import type { PageVisit } from '../../platform/http/page-visit';
import { AssetCorrectionsViewService } from './asset-corrections-view.service';
import { AssetFilesViewService } from './asset-files-view.service';
import { AssetReviewsService } from './asset-reviews.service';
import { type AssetPlace, AssetParticularsViewService } from './asset-particulars-view.service';
import type { AssetPageProps } from './assets.pages';

/** The parts of an asset's card that others keep: photos, what may change, what was put right. */
@Injectable()
export class AssetCardPartsService {
  constructor(
    private readonly particulars: AssetParticularsViewService,
    private readonly files: AssetFilesViewService,
    private readonly corrections: AssetCorrectionsViewService,
    private readonly reviews: AssetReviewsService,
    private readonly clock: Clock,
  ) {}

  async partsOf(
    visit: PageVisit,
    at: AssetPlace,
  ): Promise<Pick<AssetPageProps, 'particulars' | 'photos' | 'corrections' | 'review'>> {
    const reviews = await this.reviews.listReviews(at.collectiveId);
    const review = classesOn(reviews, this.clock.today()).get(at.id);
    return {
      photos: await this.files.stripOf(visit, at),
      particulars: await this.particulars.sectionOf(visit, at),
      ...(review === undefined ? {} : { review: { name: review.className, on: review.reviewedOn } }),
      corrections: await this.corrections.sectionOf(visit, at),
    };
  }
}
