import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { KeptPacksService } from '../policy/kept-packs.service';
import { packDigest } from '../policy/policy.service';
import { NO_PACK } from './no-pack';
import { planDigest } from './plan-digest';
import { PlanReadService } from './plan-read.service';
import { PlanEntity, type PlanForm } from './plan.entity';

/**
 * The plans' pass: what approvers approved is still there byte for byte, and so is the policy it stands
 * under. Its text has to be in the books also while the file still says the same: the file may be edited.
 */
@Injectable()
export class PlansCheckService extends StepCheck {
  override readonly pass = 'plans';

  constructor(
    private readonly plans: PlanReadService,
    private readonly packs: KeptPacksService,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // Approving books nothing: a plan stands beside no entry.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const kept = await this.packs.listKept(db, collectiveId);
    for (const { canonical, digest, packId } of kept) {
      findings.looked += 1;
      if (packDigest(canonical) !== digest) findings.add('check.packChanged', {}, { packId });
    }
    const keeping = { collectiveId, form: Not<PlanForm>('plan/1') };
    for (const { packId, packDigest: digest } of await db.findBy(PlanEntity, keeping)) {
      const isThere = packId === NO_PACK.pack.id || kept.some((each) => each.digest === digest);
      if (!isThere) findings.add('check.packGone', {}, { packId });
    }
    for (const plan of await db.findBy(PlanEntity, { collectiveId, digest: Not(IsNull()) })) {
      findings.looked += 1;
      const found = await this.digestOf(db, plan);
      const { periodFrom: from, periodTo: to, pool } = plan;
      if (found !== plan.digest) findings.add('check.planChanged', {}, { from, to, pool });
    }
  }

  /** The digest of a plan as it stands; undefined where its policy is no longer what it was. */
  private async digestOf(db: EntityManager, { collectiveId, id }: PlanEntity): Promise<string | undefined> {
    try {
      return planDigest(await this.plans.requirePlan(collectiveId, id, db));
    } catch (error) {
      if (error instanceof DomainError) return undefined;
      throw error;
    }
  }
}
