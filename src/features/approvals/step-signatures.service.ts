import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Step } from '../../domain/approvals/route';
import {
  countingSignatures,
  type NamedSignatureForm,
  readNamedSignature,
  type SignedStep,
  signersProblems,
  signingProblems,
} from '../../domain/approvals/signatures';
import { maySign, mayNoteSignatures } from '../../domain/approvals/step-takers';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { groupedBy } from '../../domain/shared/grouped';
import { isSameName } from '../../domain/shared/named-people';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { handOf, personOf } from '../users/account-persons.service';
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

/** What somebody may do about the signatures of a step. */
export interface SigningStanding {
  readonly signed: readonly KeptSignature[];
  readonly maySign: boolean;
  readonly mayNote: boolean;
  /** Who has a log-in and signs under it, each person once. */
  readonly holders: readonly string[];
  /** How people are called who noted one. */
  readonly nameOf: (userId: string) => string;
}

/**
 * Signatures of the steps that ask for several people: each for one digest, under his own log-in or by name
 * on a paper. They stand until the step is taken; who signed may take his own back before.
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

  /** What the signers of a step still want before it is taken. */
  async openProblems(tx: EntityManager, subject: Omit<SignedSubject, 'since'>): Promise<Problem[]> {
    if (subject.step.signers === undefined) return [];
    const personHaving = await personOf(tx);
    const accounts = await this.users.listUsers();
    const signed = (await this.listOf(subject, tx)).map(({ stepId, digest, signedOn, name, signer }) => {
      // Who is named on paper by the name of an account is whoever has that account.
      const account = signer ?? accounts.find(({ displayName }) => isSameName(displayName, name))?.userId;
      const person = account === undefined ? null : personHaving(account);
      return { stepId, digest, signedOn, name, signer: person };
    });
    return signersProblems(subject.step, subject.digest, signed);
  }

  /** Who signed the next step so far, and what somebody may do about it. */
  async standingOf(subject: SignedSubject, by: string): Promise<SigningStanding> {
    const { step, digest } = subject;
    const signed = countingSignatures(step, digest, await this.listOf(subject, this.database.reader));
    const held = (await this.guards.rolesOf(subject.collectiveId, by)) ?? [];
    const hand = await handOf(this.database.reader, by);
    const mayNote = mayNoteSignatures(held) && hand(subject.draftedBy) !== by;
    const { holders } = await this.known.knownOf(subject);
    const names = await this.users.listDisplayNames();
    const nameOf = (userId: string): string => names.get(userId) ?? userId;
    const signing = holders.map(({ names: [called = ''] }) => called);
    return { signed, maySign: maySign(step, held), mayNote, holders: signing, nameOf };
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
    const held = await this.guards.rolesOf(subject.collectiveId, by, tx);
    if (held !== undefined && !maySign(subject.step, held)) throw othersStep(subject);
    if (seenDigest !== subject.digest) throw new DomainError('approvals.bytesChanged');
    const person = { userId: by, name: await this.nameOf(by) };
    refuseProblems(signingProblems(asSeenBy(of, await handOf(tx, by)), person));
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
    const held = await this.guards.rolesOf(subject.collectiveId, by, tx);
    if (held !== undefined && !mayNoteSignatures(held)) throw othersStep(subject);
    const noted = {
      ...{ by, today: this.clock.today(), known: await this.known.knownOf(subject, tx) },
      files: await this.guards.filesOf(subject, tx),
    };
    const seen = asSeenBy(of, await handOf(tx, by));
    const { signature, problems } = readNamedSignature(form, seen, noted);
    refuseProblems(problems);
    return this.insert(tx, subject, { ...signature, signer: null, by });
  }

  /**
   * Takes a signature back, one's own or one that one noted, while its step is not taken.
   * @throws DomainError `approvals.signatureUnknown`, `approvals.othersSignature`
   */
  async withdraw(
    tx: EntityManager,
    subject: SignedSubject,
    { signatureId, by }: { readonly signatureId: string; readonly by: string },
  ): Promise<{ readonly id: string }> {
    const { step, digest, collectiveId } = subject;
    const signed = countingSignatures(step, digest, await this.listOf(subject, tx));
    const found = signed.find(({ id }) => id === signatureId);
    if (found === undefined) throw new DomainError('approvals.signatureUnknown');
    if ((found.signer ?? found.notedBy) !== by) throw new DomainError('approvals.othersSignature');
    const withdrawnAt = this.clock.now();
    await insertRecorded(tx, SignatureWithdrawalEntity, {
      collectiveId,
      signatureId,
      withdrawnBy: by,
      withdrawnAt,
    });
    return { id: signatureId };
  }

  private async requireSigned(tx: EntityManager, subject: SignedSubject): Promise<SignedStep> {
    const { step, digest, draftedBy, since } = subject;
    if (step.signers === undefined) throw new DomainError('approvals.otherStep', { step: step.id });
    const drafter = { userId: draftedBy, name: await this.nameOf(draftedBy) };
    const signatures = await this.listOf(subject, tx);
    return { step, digest, since, draftedBy: drafter, signatures };
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

/** What is signed, as the signer sees it: whatever stands under another of his accounts is his own. */
function asSeenBy(of: SignedStep, hand: (userId: string) => string): SignedStep {
  const signatures = of.signatures.map((each) => ({
    ...each,
    signer: each.signer === null ? null : hand(each.signer),
  }));
  return { ...of, draftedBy: { ...of.draftedBy, userId: hand(of.draftedBy.userId) }, signatures };
}

function othersStep({ step }: SignedSubject): DomainError {
  return new DomainError('approvals.othersStep', {
    step: step.name,
    role: step.role ?? 'supervision_committee',
  });
}
