import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Step } from '../../domain/approvals/route';
import { holderNamed, type PostHolder } from '../../domain/approvals/known-signers';
import {
  mayTakeBack,
  type NamedSignatureForm,
  readNamedSignature,
  seenSignatures,
  type SignedStep,
  signingProblems,
  standing,
  tooFewProblems,
} from '../../domain/approvals/signatures';
import { maySign, mayNoteSignatures } from '../../domain/approvals/step-takers';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { groupedBy } from '../../domain/shared/grouped';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { tellAbout } from '../../platform/database/told-about';
import { newId } from '../../platform/ids/new-id';
import { UsersService } from '../users/users.service';
import { KnownSignersService } from './known-signers.service';
import { StepGuardsService } from './step-guards.service';
import { SignatureWithdrawalEntity, StepSignatureEntity } from './step-signature.entity';

export type KeptSignature = StepSignatureEntity;

/** What is signed: the step that comes next of what is decided, with its bytes. */
export interface SignedSubject {
  readonly collectiveId: string;
  readonly kind: string;
  readonly id: string;
  readonly digest: string;
  readonly draftedBy: string;
  /** The day of the step before; of the first that of the draft. */
  readonly since: CalendarDay;
  readonly step: Step;
}

/** A signature as it stands now, for who looks. */
export interface ToldSignature {
  readonly kept: KeptSignature;
  /** Why it counts no more; undefined where it does. */
  readonly fallen: Problem | undefined;
  /** Whose it is who holds the post: under his log-in, or noted in his name. */
  readonly accounts: readonly string[];
  readonly mayTakeBack: boolean;
}

/** What somebody may do about the signatures of a step. */
export interface SigningStanding {
  readonly signatures: readonly ToldSignature[];
  /** How many of them count. */
  readonly count: number;
  readonly maySign: boolean;
  readonly mayNote: boolean;
  /** Who has a log-in and signs under it, each person once. */
  readonly holders: readonly PostHolder[];
  /** How people are called who noted one. */
  readonly nameOf: (userId: string) => string;
}

/**
 * Signatures of the steps that ask for several people: each for one digest, under his own log-in or by name
 * on a paper. They stand until the step is taken; who signed, or is named, may take his own back before.
 */
@Injectable()
export class StepSignaturesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly users: UsersService,
    private readonly guards: StepGuardsService,
    private readonly known: KnownSignersService,
  ) {}

  /** Every signature that stands on subjects of a kind, by subject, in the order in which they were given. */
  async listEvery(
    collectiveId: string,
    subjectKind: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, readonly KeptSignature[]>> {
    const rows = await db.find(StepSignatureEntity, {
      where: { collectiveId, subjectKind },
      order: { id: 'ASC' },
    });
    const gone = await db.findBy(SignatureWithdrawalEntity, { collectiveId });
    const withdrawn = new Set(gone.map(({ signatureId }) => signatureId));
    return groupedBy(
      rows.filter(({ id }) => !withdrawn.has(id)),
      (row) => row.subjectId,
    );
  }

  /** Every signature that stands on what is decided, in the order in which they were given. */
  async listOf(
    { collectiveId, kind, id }: Pick<SignedSubject, 'collectiveId' | 'kind' | 'id'>,
    db: EntityManager = this.database.reader,
  ): Promise<readonly KeptSignature[]> {
    return (await this.listEvery(collectiveId, kind, db)).get(id) ?? [];
  }

  /** Signatures by their ids, of whatever was signed. */
  async listByIds(collectiveId: string, ids: readonly string[]): Promise<readonly KeptSignature[]> {
    if (ids.length === 0) return [];
    return this.database.reader.findBy(StepSignatureEntity, { collectiveId, id: In([...ids]) });
  }

  /**
   * What the signers of a step still want as somebody takes it. Where nothing, names on paper that count no
   * more are set aside with it: of a step that was taken only those are told who signed it.
   */
  async closeSigning(
    tx: EntityManager,
    subject: Omit<SignedSubject, 'since'>,
    by: string,
  ): Promise<Problem[]> {
    const { step, collectiveId } = subject;
    if (step.signers === undefined) return [];
    const known = await this.known.knownOf(subject, tx);
    const seen = seenSignatures({ ...subject, known }, await this.listOf(subject, tx));
    const problems = tooFewProblems(step, standing(seen).length);
    if (problems.length > 0) return problems;
    for (const { given, fallen } of seen)
      if (fallen !== undefined) await this.insertWithdrawal(tx, { collectiveId, signatureId: given.id, by });
    return [];
  }

  /** Who signed the next step so far, and what somebody may do about it. */
  async standingOf(subject: SignedSubject, by: string): Promise<SigningStanding> {
    const { step } = subject;
    const known = await this.known.knownOf(subject);
    const seen = seenSignatures({ ...subject, known }, await this.listOf(subject));
    const held = (await this.guards.takers.rolesOf(subject.collectiveId, by)) ?? [];
    const isDrafter = known.personOf(subject.draftedBy) === known.personOf(by);
    const names = await this.users.listDisplayNames();
    return {
      signatures: seen.map((each) => ({
        ...{ kept: each.given, fallen: each.fallen, accounts: each.holder?.accounts ?? [] },
        mayTakeBack: mayTakeBack(each, by, known),
      })),
      count: standing(seen).length,
      maySign: maySign(step, held),
      mayNote: mayNoteSignatures(held) && !isDrafter,
      holders: known.holders,
      nameOf: (userId) => names.get(userId) ?? userId,
    };
  }

  /**
   * Signs the next step under one's own log-in.
   * @throws FormProblems as `signingProblems` finds them; DomainError `approvals.otherStep` where nobody
   *   signs it, `approvals.othersStep` where he is none of its signers, `approvals.bytesChanged`
   */
  async sign(
    tx: EntityManager,
    subject: SignedSubject,
    { seenDigest, by }: { readonly seenDigest: string; readonly by: string },
  ): Promise<{ readonly id: string }> {
    const of = await this.requireSigned(tx, subject);
    const held = await this.guards.takers.rolesOf(subject.collectiveId, by, tx);
    if (held !== undefined && !maySign(subject.step, held)) throw othersStep(subject);
    if (seenDigest !== subject.digest) throw new DomainError('approvals.bytesChanged');
    const person = { userId: by, name: await this.nameOf(by) };
    refuseProblems(signingProblems(of, person));
    tellAbout(tx, { step: subject.step.name, outcome: 'signed' });
    const signedOn = this.clock.today();
    return this.insert(tx, subject, { signer: by, name: person.name, paper: '', sha256: null, signedOn, by });
  }

  /**
   * Notes who signed on a paper whose scan is kept, of people without a log-in, or away from it.
   * @throws FormProblems as `readNamedSignature` finds them; DomainError `approvals.otherStep`,
   *   `approvals.othersStep` of who keeps neither the village's books nor stands in for it
   */
  async noteNamed(
    tx: EntityManager,
    subject: SignedSubject,
    { form, by }: { readonly form: NamedSignatureForm; readonly by: string },
  ): Promise<{ readonly id: string }> {
    const of = await this.requireSigned(tx, subject);
    const held = await this.guards.takers.rolesOf(subject.collectiveId, by, tx);
    if (held !== undefined && !mayNoteSignatures(held)) throw othersStep(subject);
    const noted = {
      ...{ by, today: this.clock.today() },
      files: await this.guards.filesOf(subject, tx),
    };
    const { signature, problems } = readNamedSignature(form, of, noted);
    refuseProblems(problems);
    // Whoever holds the post and did not sign finds by it that it was noted in his name.
    const [userId] = holderNamed(signature.name, of.known)?.accounts ?? [];
    const whose = userId === undefined ? {} : { userId };
    tellAbout(tx, { step: subject.step.name, outcome: 'signed', ...whose });
    return this.insert(tx, subject, { ...signature, signer: null, by });
  }

  /**
   * Takes a signature back while its step is not taken: one's own, one that was noted in one's name, or one
   * that one noted.
   * @throws DomainError `approvals.signatureUnknown`, `approvals.othersSignature`
   */
  async withdraw(
    tx: EntityManager,
    subject: SignedSubject,
    { signatureId, by }: { readonly signatureId: string; readonly by: string },
  ): Promise<{ readonly id: string }> {
    const { collectiveId } = subject;
    const known = await this.known.knownOf(subject, tx);
    const seen = seenSignatures({ ...subject, known }, await this.listOf(subject, tx));
    const found = seen.find(({ given }) => given.id === signatureId);
    if (found === undefined) throw new DomainError('approvals.signatureUnknown');
    if (!mayTakeBack(found, by, known)) throw new DomainError('approvals.othersSignature');
    await this.insertWithdrawal(tx, { collectiveId, signatureId, by });
    tellAbout(tx, { step: subject.step.name, outcome: 'takenBack' });
    return { id: signatureId };
  }

  private async insertWithdrawal(
    tx: EntityManager,
    { by, ...row }: { readonly collectiveId: string; readonly signatureId: string; readonly by: string },
  ): Promise<void> {
    const taken = { withdrawnBy: by, withdrawnAt: this.clock.now() };
    await insertRecorded(tx, SignatureWithdrawalEntity, { ...row, ...taken });
  }

  private async requireSigned(tx: EntityManager, subject: SignedSubject): Promise<SignedStep> {
    const { step, digest, draftedBy, since } = subject;
    if (step.signers === undefined) throw new DomainError('approvals.otherStep', { step: step.id });
    const drafter = { userId: draftedBy, name: await this.nameOf(draftedBy) };
    const signatures = await this.listOf(subject, tx);
    const known = await this.known.knownOf(subject, tx);
    return { step, digest, since, draftedBy: drafter, signatures, known };
  }

  private async nameOf(userId: string): Promise<string> {
    return (await this.users.listDisplayNames()).get(userId) ?? userId;
  }

  private async insert(
    tx: EntityManager,
    { collectiveId, kind, id: subjectId, step, digest }: SignedSubject,
    {
      by,
      ...signature
    }: Pick<KeptSignature, 'signer' | 'name' | 'paper' | 'sha256' | 'signedOn'> & { readonly by: string },
  ): Promise<{ readonly id: string }> {
    const row = { collectiveId, id: newId(), subjectKind: kind, subjectId, stepId: step.id, digest };
    await insertRecorded(tx, StepSignatureEntity, {
      ...row,
      ...signature,
      ...{ notedBy: by, notedAt: this.clock.now() },
    });
    return { id: row.id };
  }
}

function othersStep({ step }: SignedSubject): DomainError {
  return new DomainError('approvals.othersStep', {
    step: step.name,
    role: step.role ?? 'supervision_committee',
  });
}
