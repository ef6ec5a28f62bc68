import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { FormProblems } from '../../domain/shared/problem';
import { noteOwnAct } from '../../platform/audit/private-reads';
import { insertRecorded, recordChange } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import { PersonalKeys } from '../../platform/secrets/personal-keys';
import { WrongSeal } from '../../platform/secrets/sealed-text';
import { UserEntity } from './user.entity';
import { inLetters, stepTyped } from './one-time-code';
import {
  SecondFactorCodeEntity,
  SecondFactorEndEntity,
  SecondFactorEntity,
  SecondFactorUseEntity,
} from './second-factor.entity';

/** Whose second factor it is, and the office whose rows hold it. */
export interface FactorHolder {
  readonly userId: string;
  readonly officeId: string;
}

/** A secret that a telephone is to take up, before anything of it is kept. */
export interface ProposedFactor {
  /** What the page sends back: nobody but the program opens it, and only for the same person. */
  readonly proposal: string;
  /** In the letters that are typed where no code can be photographed. */
  readonly letters: string;
}

/** RFC 4226 §4 asks for 128 bits at least and recommends 160. */
const SECRET_BYTES = 20;
const TICKET = 'password known, code asked';
const TICKET_MS = 300_000;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

/** Codes that are asked for beside the password, of whom wants it. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: PersonalKeys,
  ) {}

  /** The one that is asked for; undefined where there is none. */
  async findOpen(
    { userId, officeId: collectiveId }: FactorHolder,
    db: EntityManager = this.database.reader,
  ): Promise<SecondFactorEntity | undefined> {
    const where = { collectiveId, userId };
    const [last] = await db.find(SecondFactorEntity, { where, order: { number: 'DESC' }, take: 1 });
    if (last === undefined) return undefined;
    const isOver = await db.existsBy(SecondFactorEndEntity, { ...where, number: last.number });
    return isOver ? undefined : last;
  }

  /**
   * A secret for a telephone; kept only once a code of it was typed.
   * @param before what a page proposed that is shown again; a new one where it does not open
   */
  propose({ userId }: FactorHolder, before?: string): ProposedFactor {
    const secret = this.openProposal(userId, before) ?? randomBytes(SECRET_BYTES);
    const proposal = this.keys.seal(proposedFor(userId), secret.toString('hex'));
    return { proposal, letters: inLetters(secret) };
  }

  /**
   * Keeps what was proposed once its code was typed.
   * @returns the codes for the day on which the telephone is lost; they are told this once
   * @throws FormProblems `users.codeWrong`; DomainError `users.secondFactorThere`, `users.ticketOver` where
   *   the page is none of his
   */
  async begin(
    holder: FactorHolder,
    typed: { readonly proposal: string; readonly code: string },
  ): Promise<string[]> {
    const { userId, officeId: collectiveId } = holder;
    const secret = this.openProposal(userId, typed.proposal);
    if (secret === undefined) throw new DomainError('users.ticketOver');
    const codes = recoveryCodes();
    await this.database.inTransaction(collectiveId, async (tx) => {
      if ((await this.findOpen(holder, tx)) !== undefined) throw new DomainError('users.secondFactorThere');
      const begunAt = this.clock.machineNow();
      const step = stepTyped(secret, plain(typed.code), begunAt);
      if (step === undefined) throw new FormProblems([{ code: 'users.codeWrong', field: 'code' }]);
      const last = await tx.maximum(SecondFactorEntity, 'number', { collectiveId, userId });
      const at = { collectiveId, userId, number: (last ?? 0) + 1 };
      const sealed = this.keys.seal(sealedFor(at), secret.toString('hex'));
      await insertRecorded(tx, SecondFactorEntity, { ...at, keyId: this.keys.current.id, sealed, begunAt });
      const rows = codes.map((code, index) => ({ ...at, place: index + 1, codeHash: sha256(code) }));
      await insertRecorded(tx, SecondFactorCodeEntity, rows);
      await tx.insert(SecondFactorUseEntity, { ...at, spent: `step ${String(step)}`, spentAt: begunAt });
      await noteOwnAct(tx, { collectiveId, name: 'users.beginSecondFactor' });
    });
    return codes;
  }

  /**
   * Codes for a lost telephone in place of those of before, which open nothing any more: the last ten count.
   * @throws DomainError `users.secondFactorNone`
   */
  async renewCodes(holder: FactorHolder): Promise<string[]> {
    const codes = recoveryCodes();
    await this.database.inTransaction(holder.officeId, async (tx) => {
      const factor = await this.findOpen(holder, tx);
      if (factor === undefined) throw new DomainError('users.secondFactorNone');
      const { collectiveId, userId, number } = factor;
      const at = { collectiveId, userId, number };
      const last = (await tx.maximum(SecondFactorCodeEntity, 'place', at)) ?? 0;
      const rows = codes.map((code, index) => ({ ...at, place: last + index + 1, codeHash: sha256(code) }));
      await insertRecorded(tx, SecondFactorCodeEntity, rows);
      await noteOwnAct(tx, { collectiveId, name: 'users.renewCodes' });
    });
    return codes;
  }

  /**
   * Spends a code of the telephone, or one of those for a lost one. Where no second factor is asked for,
   * nothing is.
   * @throws DomainError `users.codeNeeded` where none was typed, `users.codeWrong` of a wrong or a spent one
   */
  async spend(holder: FactorHolder, code: string | undefined): Promise<void> {
    if ((await this.findOpen(holder)) === undefined) return;
    const typed = plain(code ?? '');
    if (typed === '') throw new DomainError('users.codeNeeded');
    await this.database.inTransaction(holder.officeId, async (tx) => {
      const factor = await this.findOpen(holder, tx);
      if (factor === undefined) return;
      const { collectiveId, userId, number } = factor;
      const at = { collectiveId, userId, number };
      const spentAt = this.clock.machineNow();
      const spent = await this.meaningOf(tx, factor, { typed, spentAt });
      if (spent === undefined || (await tx.existsBy(SecondFactorUseEntity, { ...at, spent })))
        throw new DomainError('users.codeWrong');
      await tx.insert(SecondFactorUseEntity, { ...at, spent, spentAt });
    });
  }

  /** Ends the one that is asked for. @throws DomainError `users.secondFactorNone` */
  async end(tx: EntityManager, holder: FactorHolder, ended: { by: string; reason: string }): Promise<void> {
    const factor = await this.findOpen(holder, tx);
    if (factor === undefined) throw new DomainError('users.secondFactorNone');
    const { collectiveId, userId, number } = factor;
    await insertRecorded(tx, SecondFactorEndEntity, {
      ...{ collectiveId, userId, number, endedBy: ended.by },
      ...{ endedAt: this.clock.machineNow(), reason: ended.reason },
    });
  }

  /**
   * What a browser holds between the password and the code: that the password of somebody was right just now.
   * It ends with that password.
   */
  ticketOf(user: UserEntity): string {
    const said = [user.id, this.clock.machineNow(), sha256(user.passwordHash)];
    return this.keys.seal(TICKET, said.join('\n'));
  }

  /** Whose it is. @throws DomainError `users.ticketOver` where it is none, too old, or of another password */
  async holderOf(ticket: string): Promise<UserEntity> {
    const [userId = '', at = '', password] = (this.opened(TICKET, ticket) ?? '').split('\n');
    const age = Date.parse(this.clock.machineNow()) - Date.parse(at);
    const user = await this.database.reader.findOneBy(UserEntity, { id: userId });
    const isOver = !(age <= TICKET_MS) || user === null || user.endedAt !== null;
    if (isOver || sha256(user.passwordHash) !== password) throw new DomainError('users.ticketOver');
    return user;
  }

  /** Under which keys anything is sealed. */
  async listKeyIds(): Promise<string[]> {
    const rows = await this.database.reader
      .createQueryBuilder(SecondFactorEntity, 'factor')
      .select('factor.keyId', 'keyId')
      .distinct(true)
      .getRawMany<{ keyId: string }>();
    return rows.map(({ keyId }) => keyId);
  }

  /** Seals anew whatever an earlier key sealed of an office's people. @returns how many */
  async sealAnew(tx: EntityManager, collectiveId: string): Promise<number> {
    const { id: keyId } = this.keys.current;
    const rows = await tx.findBy(SecondFactorEntity, { collectiveId, keyId: Not(keyId) });
    for (const { userId, number, sealed } of rows) {
      const at = { collectiveId, userId, number };
      const text = this.keys.open(sealedFor(at), sealed);
      await tx.update(SecondFactorEntity, at, { keyId, sealed: this.keys.seal(sealedFor(at), text) });
      await recordChange(tx, SecondFactorEntity, at);
    }
    return rows.length;
  }

  /** What a typed code spends; undefined where it is none. */
  private async meaningOf(
    tx: EntityManager,
    factor: SecondFactorEntity,
    { typed, spentAt }: { readonly typed: string; readonly spentAt: string },
  ): Promise<string | undefined> {
    const { collectiveId, userId, number, sealed } = factor;
    const at = { collectiveId, userId, number };
    const secret = Buffer.from(this.keys.open(sealedFor(at), sealed), 'hex');
    const step = stepTyped(secret, typed, spentAt);
    if (step !== undefined) return `step ${String(step)}`;
    const code = await tx.findOneBy(SecondFactorCodeEntity, { ...at, codeHash: sha256(typed) });
    const last = (await tx.maximum(SecondFactorCodeEntity, 'place', at)) ?? 0;
    const isOne = code !== null && code.place > last - RECOVERY_CODES;
    return isOne ? `code ${String(code.place)}` : undefined;
  }

  private openProposal(userId: string, proposal: string | undefined): Buffer | undefined {
    const text = proposal === undefined ? undefined : this.opened(proposedFor(userId), proposal);
    return text === undefined ? undefined : Buffer.from(text, 'hex');
  }

  /** What was sealed for a place; undefined of what anybody else wrote. */
  private opened(place: string, sealed: string): string | undefined {
    try {
      return this.keys.open(place, sealed);
    } catch (error) {
      if (error instanceof WrongSeal) return undefined;
      throw error;
    }
  }
}

function recoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => inLetters(randomBytes(RECOVERY_BYTES)));
}

/** A code as it is compared: people type blanks and hyphens between its parts. */
function plain(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase();
}

function proposedFor(userId: string): string {
  return `proposed second factor\n${userId}`;
}

function sealedFor(at: {
  readonly collectiveId: string;
  readonly userId: string;
  readonly number: number;
}): string {
  return `second factor\n${at.collectiveId}\n${at.userId}\n${String(at.number)}`;
}
