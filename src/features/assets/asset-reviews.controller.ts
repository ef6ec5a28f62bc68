import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { AssetReviewEntryForm } from './asset-reviews.forms';
import { type AssetReview, AssetReviewsService } from './asset-reviews.service';

/** The classes into which a document has the assets sorted that earn. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId/asset-reviews')
export class AssetReviewsController {
  constructor(private readonly reviews: AssetReviewsService) {}

  /** Every class that was given, each asset's in the order of entry. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<AssetReview>> {
    return pageOf(await this.reviews.listReviews(at.collectiveId), query);
  }

  /** Keeps the classes of a review, by the list of the document in force on its day. */
  @Post()
  record(
    @Param() at: VillageAddress,
    @Body() form: AssetReviewEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ count: number }> {
    return this.reviews.record(at.collectiveId, form, command);
  }
}
