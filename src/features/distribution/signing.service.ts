import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NamedSignatureForm } from '../../domain/approvals/signatures';
import { DomainError } from '../../domain/shared/domain-error';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import {
  type KeptSignature,
  type SignedSubject,
  StepSignaturesService,
} from '../approvals/step-signatures.service';
import { PlanReadService } from './plan-read.service';
import { nextStepOf } from './plan-acts.view';
import { YEAR_PLAN, YearPlanReadService } from './year-plan-read.service';
import { tellPlan } from './told-plans';

/** Which plan is signed: of a period or of a year. */
export const SIGNED_KINDS = ['plan', YEAR_PLAN] as const;

export interface SignedPlan {
  readonly collectiveId: string;
  readonly kind: (typeof SIGNED_KINDS)[number];
  readonly subjectId: string;
}

/** A signature as given: on the bytes that were seen, or somebody's on a paper. */
export type SignatureForm = NamedSignatureForm & { readonly how: string; readonly digest: string };

/** Signatures of the next step of a plan, where its route asks for several people. */
@Injectable()
export class SigningService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanReadService,
    private readonly yearPlans: YearPlanReadService,
    private readonly signatures: StepSignaturesService,
  ) {}

  /** Who signed the steps of a plan as it stands, and how, also of those that were taken. */
  async listSigned({ collectiveId, kind, subjectId: id }: SignedPlan): Promise<readonly KeptSignature[]> {
    const reading = kind === 'plan' ? this.plans : this.yearPlans;
    const { digest } = await reading.requirePlan(collectiveId, id);
    const signed = await this.signatures.listOf({ collectiveId, kind, id });
    return signed.filter((each) => each.digest === digest);
  }

  /**
   * Signs the next step, or notes who did on a paper.
   * @throws FormProblems, DomainError as {@link StepSignaturesService} does; `approvals.allDecided`
   */
  sign(at: SignedPlan, form: SignatureForm, command: Command): Promise<{ readonly id: string }> {
    const { by } = command;
    return this.act(at, { name: 'sign', input: form, command }, (tx, subject) =>
      form.how === 'paper'
        ? this.signatures.noteNamed(tx, subject, { form, by })
        : this.signatures.sign(tx, subject, { seenDigest: form.digest, by }),
    );
  }

  /** Takes a signature back. @throws DomainError as {@link StepSignaturesService} does */
  withdraw(at: SignedPlan, signatureId: string, command: Command): Promise<{ readonly id: string }> {
    return this.act(at, { name: 'withdrawSignature', input: signatureId, command }, (tx, subject) =>
      this.signatures.withdraw(tx, subject, { signatureId, by: command.by }),
    );
  }

  private act<T>(
    at: SignedPlan,
    asked: { readonly name: string; readonly input: unknown; readonly command: Command },
    work: (tx: EntityManager, subject: SignedSubject) => Promise<T>,
  ): Promise<T> {
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const subject = await this.findSubject(at, tx);
        if (subject === undefined) throw new DomainError('approvals.allDecided');
        return work(tx, subject);
      },
      onceOf(asked.command, `distribution.${asked.name}`, [at.kind, at.subjectId, asked.input]),
    );
  }

  /** A plan with its next step; undefined where none comes. @throws DomainError `plan.unknown` */
  private async findSubject(
    { collectiveId, kind, subjectId }: SignedPlan,
    db: EntityManager,
  ): Promise<SignedSubject | undefined> {
    const reading = kind === 'plan' ? this.plans : this.yearPlans;
    const plan = await reading.requirePlan(collectiveId, subjectId, db);
    tellPlan(db, plan);
    const { id, digest, draftedBy, draftedOn, state, steps, decisions } = plan;
    const step = nextStepOf({ state, steps, decisions });
    if (step === undefined || digest === undefined) return undefined;
    const since = decisions.at(-1)?.decidedOn ?? draftedOn;
    return { collectiveId, kind, id, digest, draftedBy, since, step };
  }
}
