import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isEarning } from '../../domain/assets/asset-classes';
import { classesOf, type ReviewForm, readReview } from '../../domain/assets/review';
import { type CalendarDay, isCalendarDay } from '../../domain/calendar/calendar-day';
import type { PolicyPack } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { CollectivesService } from '../collectives/collectives.service';
import { PackChoicesService } from '../policy/pack-choices.service';
import { AssetReviewEntity } from './asset-review.entity';
import { AssetsService } from './assets.service';

export type AssetReview = AssetReviewEntity;

/** The assets that earn, sorted into the classes of the document in force on the day of each review. */
@Injectable()
export class AssetReviewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assets: AssetsService,
    private readonly collectives: CollectivesService,
    private readonly choices: PackChoicesService,
  ) {}

  /**
   * The document to go by on a day, where it sorts assets into classes.
   * @throws DomainError `policy.twoPacksInForce`
   */
  async findSortingPack(collectiveId: string, day: CalendarDay): Promise<PolicyPack | undefined> {
    const { regionPath } = await this.collectives.requireCollective(collectiveId);
    const loaded = await this.choices.findPackFor(regionPath, day);
    return loaded === undefined || classesOf(loaded.pack) === undefined ? undefined : loaded.pack;
  }

  /**
   * Keeps the classes of a review, one for each asset that was looked at.
   * @throws FormProblems `review.*`, `form.*`, `calendar.notADay`, `assetLife.notYet`; DomainError
   *   `review.noClasses`, `policy.twoPacksInForce`
   */
  record(collectiveId: string, form: ReviewForm, command: Command): Promise<{ count: number }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const today = this.clock.today();
        const day = isCalendarDay(form.reviewedOn) ? form.reviewedOn : today;
        const pack = await this.findSortingPack(collectiveId, day);
        if (pack === undefined) throw new DomainError('review.noClasses', { day });
        const registered = await this.assets.listAssets(collectiveId, tx);
        const assets = registered.map(({ asset }) => asset).filter(isEarning);
        const { given, paper, problems } = readReview(form, { today, pack, assets });
        refuseProblems(problems);
        const earlier = await this.listReviews(collectiveId, tx);
        const numberOf = (id: string): number => earlier.filter(({ assetId }) => assetId === id).length + 1;
        const entered = { collectiveId, paper, enteredBy: command.by, enteredAt: this.clock.now() };
        await insertRecorded(
          tx,
          AssetReviewEntity,
          given.map((each) => ({ ...each, ...entered, number: numberOf(each.assetId) })),
        );
        return { count: given.length };
      },
      onceOf(command, 'assets.review', form),
    );
  }

  /** Every class that was given, each asset's in the order of entry. */
  listReviews(collectiveId: string, db: EntityManager = this.database.reader): Promise<AssetReview[]> {
    return db.find(AssetReviewEntity, { where: { collectiveId }, order: { assetId: 'ASC', number: 'ASC' } });
  }
}
