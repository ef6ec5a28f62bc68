import { Injectable } from '@nestjs/common';
import { filingBreaks, filingNumber } from '../../domain/approvals/filings';
import { checkApprovals, type KeptApproval } from '../../domain/distribution/check-approvals';
import { ApprovalsService } from '../approvals/approvals.service';
import { CountyFilingsService } from '../approvals/county-filings.service';
import { StepSignaturesService } from '../approvals/step-signatures.service';
import { SubjectFiles } from '../approvals/subject-files.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { decidedBy } from './plan-read.service';
import { PlanEntity } from './plan.entity';

/**
 * The approvals' pass: every plan stands where its steps led it, each by its vote and its days; a county's
 * numbers have no gap, and each is that of a step that was taken.
 */
@Injectable()
export class ApprovalsCheckService extends StepCheck {
  override readonly pass = 'approvals';

  constructor(
    private readonly approvals: ApprovalsService,
    private readonly signatures: StepSignaturesService,
    private readonly filings: CountyFilingsService,
    private readonly files: SubjectFiles,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // A decision books nothing.
  }

  override async checkRows(books: CheckedBooks): Promise<void> {
    const { db, collectiveId, findings } = books;
    await this.checkFilings(books);
    const plans = await db.find(PlanEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    const decided = await this.approvals.listEveryDecision(collectiveId, 'plan', db);
    const signed = await this.signatures.listEvery(collectiveId, 'plan', db);
    for (const plan of plans) {
      const kept = this.keptApproval(plan, decided.get(plan.id) ?? []);
      const files = await this.files.hashesOf({ collectiveId, kind: 'plan', id: plan.id }, db);
      checkApprovals([{ ...kept, files, signatures: signed.get(plan.id) ?? [] }], findings);
    }
    const known = new Set(plans.map(({ id }) => id));
    for (const [planId, [first]] of decided) {
      if (!known.has(planId)) findings.add('check.approvalAlone', {}, { day: first?.decidedOn ?? '' });
    }
  }

  /** Of a village there are none: a county's office keeps them. */
  private async checkFilings({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const filed = await this.filings.listFilings(collectiveId, db);
    findings.looked += filed.length;
    for (const { at, code } of filingBreaks(filed))
      findings.add(code, {}, { number: filingNumber(at), day: at.filedOn });
    for (const each of filed) {
      const { villageId, subjectKind: kind, subjectId: id, stepNumber, digest } = each;
      const number = filingNumber(each);
      const decisions = await this.approvals.listDecisions(villageId, { kind, id }, db);
      const taken = decisions.find((decision) => decision.stepNumber === stepNumber);
      if (taken?.paper !== number || taken.decidedOn !== each.filedOn || taken.digest !== digest)
        findings.add('check.filingAlone', {}, { number, day: each.filedOn });
    }
  }

  private keptApproval(
    plan: PlanEntity,
    decisions: KeptApproval['decisions'],
  ): Omit<KeptApproval, 'signatures' | 'files'> {
    const { state, digest, routeId, draftedBy, draftedOn, periodFrom: from, periodTo: to, pool } = plan;
    const by = decidedBy(plan);
    return {
      ...{ of: 'period', hasSheet: true },
      ...{ state, digest: digest ?? undefined, routeId, draftedBy, draftedOn, decisions },
      ...{ everyStep: by.everyStep, steps: this.approvals.stepsOf(by), facts: { from, to, pool } },
    };
  }
}
