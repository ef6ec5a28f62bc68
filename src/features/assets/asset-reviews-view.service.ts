import { Injectable } from '@nestjs/common';
import { isEarning } from '../../domain/assets/asset-classes';
import { classesOf, classesOn } from '../../domain/assets/review';
import { type CalendarDay, isCalendarDay } from '../../domain/calendar/calendar-day';
import type { PolicyPack } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { sentenceFor } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { citedClause } from '../../platform/views/cited-clause';
import type { FormState } from '../../platform/views/error-summary';
import { UsersService } from '../users/users.service';
import type { AssetReviewsPageProps, ReviewRow, Sorting } from './asset-reviews.pages';
import { type AssetReview, AssetReviewsService } from './asset-reviews.service';
import { AssetsService } from './assets.service';

/** For which day the assets are sorted, and the form as it came back where it was refused. */
export interface ReviewAsked {
  readonly on?: string | undefined;
  readonly form?: FormState;
}

/** The page on which the assets that earn are sorted, with every class they had before. */
@Injectable()
export class AssetReviewsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly reviews: AssetReviewsService,
    private readonly users: UsersService,
    private readonly clock: Clock,
  ) {}

  /** Where two documents are in force and nobody has chosen, the page says so instead of sorting. */
  async pageOf(visit: PageVisit, collectiveId: string, asked: ReviewAsked): Promise<AssetReviewsPageProps> {
    const today = this.clock.today();
    const on = asked.on !== undefined && isCalendarDay(asked.on) ? asked.on : today;
    const { pack, undecided } = await this.sortingPack(collectiveId, on);
    const kept = await this.reviews.listReviews(collectiveId);
    const paths = villagePaths(collectiveId);
    const given = classesOn(kept, on);
    const registered = await this.assets.listAssetsOn(collectiveId, on);
    const standing = registered.map(({ asset }) => asset).filter(isEarning);
    const names = await this.users.listDisplayNames();
    const all = await this.assets.listAssets(collectiveId);
    const nameOf = new Map(all.map(({ asset }) => [asset.id, asset.name]));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      on,
      sorting: pack === undefined ? undefined : sortingOf(pack),
      undecided,
      rows: standing
        .filter(({ leftOn }) => leftOn === undefined)
        .map(({ id, name, kind }) => {
          return { id, name, href: paths.asset(id), kind: labelOf(`assetKind.${kind}`), last: given.get(id) };
        }),
      history: historyOf(kept, { nameOf, names }),
      form: asked.form ?? filledForm({ reviewedOn: on }),
      assetsHref: paths.assets,
      action: keepsBooksOf(visit.actor, collectiveId) ? paths.assetReviews : undefined,
    };
  }

  private async sortingPack(
    collectiveId: string,
    on: CalendarDay,
  ): Promise<{ readonly pack?: PolicyPack | undefined; readonly undecided?: string }> {
    try {
      return { pack: await this.reviews.findSortingPack(collectiveId, on) };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'policy.twoPacksInForce') throw error;
      return { undecided: sentenceFor(error.code, error.facts) };
    }
  }
}

/** The classes, as the document words them and no further. */
function sortingOf(pack: PolicyPack): Sorting {
  const classes = classesOf(pack);
  return {
    pack: pack.id,
    title: pack.source.title,
    classes: (classes?.of ?? []).map(({ id, name, phrase }) => ({ id, name, phrase: phrase ?? name })),
    clause: classes === undefined ? undefined : citedClause(pack, classes.cite),
  };
}

/** The latest first. */
function historyOf(
  kept: readonly AssetReview[],
  known: { readonly nameOf: ReadonlyMap<string, string>; readonly names: ReadonlyMap<string, string> },
): ReviewRow[] {
  return [...kept]
    .sort((one, other) =>
      one.reviewedOn === other.reviewedOn ? 0 : one.reviewedOn < other.reviewedOn ? 1 : -1,
    )
    .map(({ assetId, reviewedOn, className, paper, enteredBy }) => ({
      ...{ reviewedOn, className, paper },
      asset: known.nameOf.get(assetId) ?? '',
      who: known.names.get(enteredBy) ?? labelOf('person.program'),
    }));
}
