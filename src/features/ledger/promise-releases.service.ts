import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Pool } from '../../domain/ledger/journal-entry';
import {
  type PromisedClaim,
  promiseReleaseProblems,
  releaseWithdrawalProblems,
  type TypedRelease,
} from '../../domain/ledger/promise-releases';
import { refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { LedgerCheckService } from './ledger-check.service';
import { PromiseReleaseEntity, PromiseReleaseWithdrawalEntity } from './promise-release.entity';
import { readPromiseReleases, type ToldRelease } from './promise-releases.store';
import { readPool } from './promised-money.store';

export type { ToldRelease } from './promise-releases.store';

/** The place of a claim among the plans. */
interface ClaimPlace {
  readonly planId: string;
  readonly planLineId: string;
  readonly claimId: string;
}

/** Promises that will not be kept: no voucher, and their money is free again from a day on. */
@Injectable()
export class PromiseReleasesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ledger: LedgerCheckService,
  ) {}

  /** Every release, in the order of entry; of one plan where it is named. */
  listReleases(
    collectiveId: string,
    planId?: string,
    db: EntityManager = this.database.reader,
  ): Promise<ToldRelease[]> {
    return readPromiseReleases(db, collectiveId, planId);
  }

  /** Releases what of a claim will not be granted. @throws FormProblems `promise.*` */
  async release(
    tx: EntityManager,
    collectiveId: string,
    given: {
      readonly typed: TypedRelease;
      readonly claim: PromisedClaim;
      readonly place: ClaimPlace;
      readonly by: string;
    },
  ): Promise<{ id: string }> {
    const { typed, claim, place, by: enteredBy } = given;
    const { settledTo } = await this.ledger.requireRow(tx, collectiveId);
    refuseProblems(promiseReleaseProblems(typed, claim, { today: this.clock.today(), settledTo }));
    const id = newId();
    const entered = { enteredBy, enteredAt: this.clock.now() };
    await insertRecorded(tx, PromiseReleaseEntity, { collectiveId, id, ...place, ...typed, ...entered });
    return { id };
  }

  /** Takes a release back: its money is promised again from today on. @throws FormProblems `promise.*` */
  async withdraw(
    tx: EntityManager,
    collectiveId: string,
    given: {
      readonly release: ToldRelease;
      readonly claim: Pick<PromisedClaim, 'grantedOn'> & { readonly pool: Pool };
      readonly reason: string;
      readonly by: string;
    },
  ): Promise<void> {
    const { release, claim, reason, by: enteredBy } = given;
    const { settledTo } = await this.ledger.requireRow(tx, collectiveId);
    const today = this.clock.today();
    const money = await readPool(tx, collectiveId, claim.pool);
    refuseProblems(releaseWithdrawalProblems(release, claim, { today, settledTo, money }));
    const entered = { enteredBy, enteredAt: this.clock.now() };
    const row = { collectiveId, releaseId: release.id, withdrawnOn: today, reason, ...entered };
    await insertRecorded(tx, PromiseReleaseWithdrawalEntity, row);
  }
}
