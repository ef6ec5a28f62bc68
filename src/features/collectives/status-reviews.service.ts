import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { parse } from 'yaml';
import {
  type DueStatus,
  readReviews,
  type ReviewForm,
  reviewsDue,
  type ReviewTerms,
  reviewedTwice,
  statusKey,
  type StatusReview,
} from '../../domain/collectives/status-reviews';
import { invariant } from '../../domain/shared/invariant';
import { narrowestOf, type OfRegions } from '../../domain/shared/narrowest-region';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { CollectivesService } from './collectives.service';
import { readStatuses, type ToldStatus } from './members.store';
import { HouseholdStatusReviewEntity } from './share-roll.entity';

interface ReviewsFile {
  readonly reviews: readonly (ReviewTerms & OfRegions)[];
}

/** A file that ships with the program, held against its schema by its tests. */
const readReviewsFile: (text: string) => ReviewsFile = parse;

/** A review as it was entered. */
export interface ToldReview extends StatusReview {
  readonly reviewNumber: number;
  readonly paper: string;
}

/** Whether those who are helped were looked at again: who is due, and that somebody looked. */
@Injectable()
export class StatusReviewsService {
  private known: ReviewsFile | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly collectives: CollectivesService,
    @Inject(SEEDS_FOLDER) private readonly seedsFolder: string,
  ) {}

  /** How often the region of a village looks again. */
  async termsOf(collectiveId: string): Promise<ReviewTerms> {
    const path = join(this.seedsFolder, 'people', 'reviews.yaml');
    this.known ??= readReviewsFile(readFileSync(path, 'utf8'));
    const [region = ''] = await this.collectives.regionPathOf(collectiveId);
    const terms = narrowestOf(region, this.known.reviews);
    invariant(terms !== undefined, 'the whole country has terms of review');
    return terms;
  }

  /** Every standing status with the day it is due, the earliest first. */
  async listDue(collectiveId: string): Promise<DueStatus<ToldStatus>[]> {
    const { everyMonths } = await this.termsOf(collectiveId);
    const db = this.database.reader;
    const statuses = await readStatuses(db, collectiveId);
    return reviewsDue(statuses, await this.listReviews(db, collectiveId), everyMonths);
  }

  /** Every review of a collective, or of one household, in the order of entry. */
  async listReviews(db: EntityManager, collectiveId: string, householdId?: string): Promise<ToldReview[]> {
    const rows = await db.find(HouseholdStatusReviewEntity, {
      where: householdId === undefined ? { collectiveId } : { collectiveId, householdId },
      order: { householdId: 'ASC', statusNumber: 'ASC', reviewNumber: 'ASC' },
    });
    return rows.map(({ householdId: id, statusNumber, reviewNumber, reviewedOn, paper }) => ({
      ...{ householdId: id, statusNumber, reviewNumber, reviewedOn, paper },
    }));
  }

  /**
   * Enters that these statuses were looked at on a day and still hold; one that does not is ended instead.
   * @throws FormProblems `form.*`, `calendar.notADay`, `person.dayAhead`, `review.*`
   */
  noteReviews(collectiveId: string, form: ReviewForm, command: Command): Promise<{ reviewed: number }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const standing = await readStatuses(tx, collectiveId);
        const { reviewed, on, paper, problems } = readReviews(form, standing, this.clock.today());
        refuseProblems(problems);
        const before = await this.listReviews(tx, collectiveId);
        refuseProblems(reviewedTwice(reviewed, on, before));
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        const rows = reviewed.map((status) => {
          const { householdId, statusNumber } = status;
          const own = before.filter((each) => statusKey(each) === statusKey(status));
          const reviewNumber = own.length + 1;
          return {
            ...{ collectiveId, householdId, statusNumber, reviewNumber, reviewedOn: on, paper },
            ...entered,
          };
        });
        await insertRecorded(tx, HouseholdStatusReviewEntity, rows);
        return { reviewed: rows.length };
      },
      onceOf(command, 'households.noteReviews', form),
    );
  }
}
