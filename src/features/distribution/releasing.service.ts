import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type PromiseReleaseForm, readPromiseRelease } from '../../domain/ledger/promise-releases';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { FormProblems, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { PromiseReleasesService, type ToldRelease } from '../ledger/promise-releases.service';
import { approvedOn, type DistributionPlan, type PlannedClaim, PlanReadService } from './plan-read.service';

/** What a person types to take a release back. */
export interface ReleaseWithdrawalForm {
  readonly releaseId: string;
  readonly withdrawalReason: string;
}

/** Releases what an approved plan promised and will never grant, so that it can be decided on again. */
@Injectable()
export class ReleasingService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanReadService,
    private readonly releases: PromiseReleasesService,
  ) {}

  /**
   * Releases what of one claim will not be granted.
   * @throws DomainError `plan.notNow`; FormProblems `promise.*`, `form.*`, `money.*`, `calendar.*`
   */
  release(
    collectiveId: string,
    given: { readonly planId: string; readonly form: PromiseReleaseForm; readonly command: Command },
  ): Promise<{ id: string }> {
    const { planId, form, command } = given;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { release: typed, problems } = readPromiseRelease(form);
        const plan = await this.requireApproved(tx, collectiveId, planId);
        const claim = claimsOf(plan).find(({ id }) => id === form.claimId);
        if (claim === undefined) {
          throw new FormProblems([{ code: 'promise.claimUnknown', field: 'claimId' }, ...problems]);
        }
        refuseProblems(problems);
        const { planLineId, id: claimId } = claim;
        const place = { planId, planLineId, claimId };
        const promised = { ...claim, pool: plan.pool, promisedOn: approvedOn(plan) };
        return this.releases.release(tx, collectiveId, { typed, claim: promised, place, by: command.by });
      },
      onceOf(command, 'distribution.release', [planId, form]),
    );
  }

  /**
   * Takes a release back that was entered wrongly.
   * @throws DomainError `plan.notNow`; FormProblems `promise.*`, `form.*`
   */
  withdraw(
    collectiveId: string,
    given: { readonly planId: string; readonly form: ReleaseWithdrawalForm; readonly command: Command },
  ): Promise<{ id: string }> {
    const { planId, form, command } = given;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const plan = await this.requireApproved(tx, collectiveId, planId);
        const told = await this.releases.listReleases(collectiveId, planId, tx);
        const release = told.find(({ id }) => id === form.releaseId);
        const claim = claimsOf(plan).find(({ id }) => id === release?.claimId);
        if (release === undefined || claim === undefined) {
          throw new FormProblems([{ code: 'promise.unknown', field: 'releaseId' }]);
        }
        const reason = requireReason(form.withdrawalReason);
        // A claim that is owed sheet by sheet can be granted on; any other is granted once.
        const grantedOn = claim.byParts === undefined ? claim.grantedOn : undefined;
        await this.releases.withdraw(tx, collectiveId, {
          ...{ release, reason, by: command.by },
          claim: { grantedOn, pool: plan.pool },
        });
        return { id: release.id };
      },
      onceOf(command, 'distribution.withdrawRelease', [planId, form]),
    );
  }

  /** What was released of a plan, in the order of entry. @throws DomainError `plan.unknown` */
  async listTold(collectiveId: string, planId: string): Promise<ToldRelease[]> {
    await this.plans.requirePlan(collectiveId, planId);
    return this.releases.listReleases(collectiveId, planId);
  }

  private async requireApproved(
    tx: EntityManager,
    collectiveId: string,
    planId: string,
  ): Promise<DistributionPlan> {
    const plan = await this.plans.requirePlan(collectiveId, planId, tx);
    if (plan.state === 'approved') return plan;
    throw new DomainError('plan.notNow', { state: plan.state, act: 'release' });
  }
}

function claimsOf({ lines }: DistributionPlan): PlannedClaim[] {
  return lines.flatMap(({ claims }) => claims);
}

function requireReason(typed: string): string {
  const [field, reason] = ['withdrawalReason', typed.trim()];
  if (reason === '') refuseProblems([{ code: 'form.missing', field }]);
  refuseProblems(privateNumberProblems({ [field]: reason }));
  return reason;
}
