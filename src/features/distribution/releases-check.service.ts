import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { checkReleased, type ReleasableClaim } from '../../domain/distribution/check-released';
import { sumFen } from '../../domain/money/fen';
import { PromisedMoneyService } from '../ledger/promised-money.service';
import { PromiseReleasesService } from '../ledger/promise-releases.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { UsesService } from '../uses/uses.service';
import { PlanGrantsService } from './plan-grants.service';
import { PlanLineClaimEntity } from './plan-line-claim.entity';

/** The pass over what was released of promises: it had been promised, and was not granted as well. */
@Injectable()
export class ReleasesCheckService extends StepCheck {
  override readonly pass = 'releases';

  constructor(
    private readonly releases: PromiseReleasesService,
    private readonly promises: PromisedMoneyService,
    private readonly uses: UsesService,
    private readonly grants: PlanGrantsService,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // Releasing a promise books nothing.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const releases = await this.releases.listReleases(collectiveId, undefined, db);
    if (releases.length === 0) return;
    const claimIds = [...new Set(releases.map(({ claimId }) => claimId))];
    const claims = await this.claimsOf(db, collectiveId, claimIds);
    checkReleased({ claims, releases }, findings);
  }

  /** The claims among these that approved plans promise. */
  private async claimsOf(
    db: EntityManager,
    collectiveId: string,
    claimIds: readonly string[],
  ): Promise<ReleasableClaim[]> {
    const promised = await this.promises.listPromises(collectiveId, db);
    const links = await db.findBy(PlanLineClaimEntity, { collectiveId, claimId: In([...claimIds]) });
    const grants = await this.grants.listStanding(db, collectiveId);
    const claims = await this.uses.listClaims(db, collectiveId, claimIds);
    const sheets = await this.uses.listClaimsByParts(db, collectiveId);
    return claims.flatMap(({ id: claimId, amount }) =>
      links
        .filter((link) => link.claimId === claimId)
        .flatMap(({ planLineId }) =>
          promised
            .filter((line) => line.planLineId === planLineId)
            .map(({ promisedOn }): ReleasableClaim => {
              const granted = grants.filter((grant) => grant.claimId === claimId);
              const fen = sumFen(granted.map((grant) => grant.amount));
              const bySheets = sheets.has(claimId);
              return { claimId, planLineId, amount, promisedOn, granted: fen, bySheets };
            }),
        ),
    );
  }
}
