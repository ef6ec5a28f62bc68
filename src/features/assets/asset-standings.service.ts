import { Injectable } from '@nestjs/common';
import type { Colour } from '../../domain/assets/asset-quarter';
import { remedyOn } from '../../domain/assets/asset-remedy';
import { classesOn } from '../../domain/assets/review';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { quarterText } from '../../glossary/colour-words';
import { flagText, remedyText } from '../../glossary/remedy-words';
import { AssetMarksService } from './asset-marks.service';
import { AssetReviewsService } from './asset-reviews.service';
import { AssetWatchService, type WatchedAsset } from './asset-watch.service';

/** How an asset stands by what others say of it, in words. */
export interface AssetStandings {
  /** What is wrong with it: idle, low in yield, loss-making, with the figures. */
  readonly flags: readonly string[];
  /** What is under way; absent where nothing is. */
  readonly remedy?: { readonly text: string; readonly isOverdue: boolean };
  /** The colour of the last quarter that was kept. */
  readonly colour?: { readonly colour: Colour; readonly quarter: string };
  /** Its class, as the document of that day words it, and the day of the review. */
  readonly review?: { readonly name: string; readonly on: string };
}

/** What flags, colours and reviews say of the assets of a village. */
@Injectable()
export class AssetStandingsService {
  constructor(
    private readonly watched: AssetWatchService,
    private readonly marks: AssetMarksService,
    private readonly reviews: AssetReviewsService,
  ) {}

  /** By the asset's id, as of a day; the colour is the last that was kept. */
  async standingsOn(collectiveId: string, day: CalendarDay): Promise<ReadonlyMap<string, AssetStandings>> {
    const { assets, left } = await this.watched.watch(collectiveId, day);
    const colours = await this.marks.lastColours(collectiveId);
    const reviews = classesOn(await this.reviews.listReviews(collectiveId), day);
    const watched = new Map([...assets, ...left].map((each) => [each.id, each]));
    const ids = new Set([...watched.keys(), ...colours.keys(), ...reviews.keys()]);
    return new Map(
      [...ids].map((id): [string, AssetStandings] => {
        const [last, review] = [colours.get(id), reviews.get(id)];
        const told = {
          ...watchedIn(watched.get(id), day),
          ...(last === undefined
            ? {}
            : { colour: { colour: last.colour, quarter: quarterText(last.quarter) } }),
          ...(review === undefined ? {} : { review: { name: review.className, on: review.reviewedOn } }),
        };
        return [id, told];
      }),
    );
  }
}

function watchedIn(
  asset: WatchedAsset | undefined,
  day: CalendarDay,
): Pick<AssetStandings, 'flags' | 'remedy'> {
  if (asset === undefined) return { flags: [] };
  const flags = asset.flags.map(flagText);
  const underWay = remedyOn(asset.remedies, day);
  if (underWay === undefined) return { flags };
  return { flags, remedy: { text: remedyText(underWay), isOverdue: underWay.dueOn < day } };
}
