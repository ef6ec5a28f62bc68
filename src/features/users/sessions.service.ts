import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import type { Actor } from '../../platform/http/actor';
import { LogInTriesService } from './log-in-tries.service';
import { isPasswordOf } from './passwords';
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
  ) {}

  /**
   * Logs a person in. An unknown name takes as long as a wrong password and gets the same answer.
   * @throws DomainError `users.wrongLogIn`, `users.logInClosed` after too many wrong passwords
   */
  async logIn(username: string, password: string): Promise<Session> {
    const name = username.trim().toLowerCase();
    const user = await this.database.reader.findOneBy(UserEntity, { username: name });
    await this.tries.begin(user?.officeId, name);
    const fits = await isPasswordOf(user?.passwordHash, password);
    if (user === null || !fits || user.endedAt !== null) throw new DomainError('users.wrongLogIn');
    return this.begin(user);
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

function keyOf(token: string): { collectiveId: string; tokenHash: string } | undefined {
  const office = TOKEN_PATTERN.exec(token)?.[1];
  return office === undefined ? undefined : { collectiveId: office, tokenHash: hashOf(token) };
}

/** What is kept of a token. */
export function hashOf(token: string): string {
  return sha256(token);
}
