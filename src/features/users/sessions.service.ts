import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import type { Actor } from '../../platform/http/actor';
import { RefusedLogIn } from '../../platform/http/refused-log-in';
import { LogInTriesService } from './log-in-tries.service';
import { isPasswordOf } from './passwords';
import { type FactorHolder, SecondFactorsService } from './second-factors.service';
import { SessionEntity } from './session.entity';
import { UserEntity } from './user.entity';
import { readRoles } from './role-grants';
import { viewOf } from './users.service';

/** A log-in that succeeded. */
export interface Session {
  /**
   * `<office>.<secret>`: the office says in whose rows the session stands. Shown once, kept as a hash
   * only.
   */
  readonly token: string;
  /** ISO instant in UTC. */
  readonly expiresAt: string;
}

const HOUR_MS = 3_600_000;
const TOKEN_PATTERN = /^([\w-]{1,100})\.([\w-]{43})$/;

/** Log-ins: begun, recognised, ended. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly tries: LogInTriesService,
    private readonly factors: SecondFactorsService,
  ) {}

  /**
   * Logs a person in.
   * @param code of the second factor, of who has one
   * @throws DomainError as {@link enter}, `users.codeNeeded`, `users.codeWrong`
   */
  async logIn(username: string, password: string, code?: string): Promise<Session> {
    const user = await this.requireKnown(username, password);
    await this.spend(user, code);
    return this.begin(user);
  }

  /**
   * The first of a browser's two steps: a log-in, or a ticket for the step in which the code is asked.
   * @throws DomainError `users.wrongLogIn`, `users.logInClosed` after too many wrong passwords
   */
  async enter(username: string, password: string): Promise<Session | { readonly ticket: string }> {
    const user = await this.requireKnown(username, password);
    const asked = await this.factors.findOpen(holderIn(user));
    return asked === undefined ? this.begin(user) : { ticket: this.factors.ticketOf(user) };
  }

  /**
   * The second: a wrong code closes the name for longer each time, as a wrong password does.
   * @throws DomainError `users.ticketOver`, `users.codeNeeded`, `users.codeWrong`, `users.codeClosed`
   */
  async enterCode(ticket: string, code: string): Promise<Session> {
    const user = await this.factors.holderOf(ticket);
    await this.tries.beginCode(user.officeId, user.username);
    await this.spend(user, code);
    return this.begin(user);
  }

  /** @throws DomainError `users.codeNeeded`, `users.codeWrong` */
  private async spend(user: UserEntity, code: string | undefined): Promise<void> {
    try {
      await this.factors.spend(holderIn(user), code);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'users.codeWrong') throw error;
      throw new RefusedLogIn('users.codeWrong', holderIn(user));
    }
  }

  /** Whose name and password it is. An unknown name takes as long as a wrong password, and is told alike. */
  private async requireKnown(username: string, password: string): Promise<UserEntity> {
    const name = username.trim().toLowerCase();
    const user = await this.database.reader.findOneBy(UserEntity, { username: name });
    await this.tries.begin(user?.officeId, name);
    const fits = await isPasswordOf(user?.passwordHash, password);
    if (user === null) throw new DomainError('users.wrongLogIn');
    if (!fits || user.endedAt !== null) throw new RefusedLogIn('users.wrongLogIn', holderIn(user));
    return user;
  }

  /** Ends a log-in; nothing happens where it has ended already. */
  async logOut(token: string): Promise<void> {
    const key = keyOf(token);
    if (key === undefined) return;
    await this.database.inTransaction(key.collectiveId, (tx) => tx.delete(SessionEntity, key));
  }

  /** Who holds this token now; undefined when it is unknown, ended or expired. */
  async actorOf(token: string): Promise<Actor | undefined> {
    const key = keyOf(token);
    if (key === undefined) return undefined;
    const session = await this.database.reader.findOneBy(SessionEntity, key);
    if (session === null || session.expiresAt <= this.clock.machineNow()) return undefined;
    const { userId } = session;
    const [user, roles] = await Promise.all([
      this.database.reader.findOneBy(UserEntity, { id: userId }),
      readRoles(this.database.reader, userId, this.clock.today()),
    ]);
    return user === null || user.endedAt !== null ? undefined : viewOf(user, roles);
  }

  private async begin(user: UserEntity): Promise<Session> {
    const startedAt = this.clock.machineNow();
    const lastsMs = this.configuration.sessionHours * HOUR_MS;
    const expiresAt = new Date(Date.parse(startedAt) + lastsMs).toISOString();
    const collectiveId = user.officeId;
    const token = `${collectiveId}.${randomBytes(32).toString('base64url')}`;
    await this.database.inTransaction(collectiveId, async (tx) => {
      await tx.delete(SessionEntity, { collectiveId, expiresAt: LessThanOrEqual(startedAt) });
      await this.tries.forget(tx, collectiveId, user.username);
      const tokenHash = hashOf(token);
      await tx.insert(SessionEntity, { collectiveId, tokenHash, userId: user.id, startedAt, expiresAt });
    });
    return { token, expiresAt };
  }
}

function holderIn({ id: userId, officeId }: UserEntity): FactorHolder {
  return { userId, officeId };
}

function keyOf(token: string): { collectiveId: string; tokenHash: string } | undefined {
  const office = TOKEN_PATTERN.exec(token)?.[1];
  return office === undefined ? undefined : { collectiveId: office, tokenHash: hashOf(token) };
}

/** What is kept of a token. */
export function hashOf(token: string): string {
  return sha256(token);
}
