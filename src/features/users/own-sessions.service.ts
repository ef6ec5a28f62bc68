import { Injectable } from '@nestjs/common';
import { MoreThan, Not } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { noteOwnAct } from '../../platform/audit/private-reads';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { Actor } from '../../platform/http/actor';
import { SessionEntity } from './session.entity';
import { hashOf } from './sessions.service';

/** A log-in of one's own that lasts. */
export interface OwnSession {
  /** Names it among one's own; nobody logs in with it. */
  readonly id: string;
  /** ISO instants in UTC. */
  readonly startedAt: string;
  readonly expiresAt: string;
  /** Whether it is the one by which this was asked. */
  readonly isThis: boolean;
}

/** So many signs of a hash name a log-in among those of one person. */
const ID_SIGNS = 16;

/** Where one is logged in: a browser left open elsewhere is seen here, and ended. */
@Injectable()
export class OwnSessionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The person's log-ins that last, the newest first. @param token that of the log-in which asks */
  async listSessions({ userId, officeId }: Actor, token: string): Promise<OwnSession[]> {
    const sessions = await this.database.reader.find(SessionEntity, {
      where: { collectiveId: officeId, userId, expiresAt: MoreThan(this.clock.machineNow()) },
      order: { startedAt: 'DESC', tokenHash: 'ASC' },
    });
    const own = hashOf(token);
    return sessions.map(({ tokenHash, startedAt, expiresAt }) => ({
      ...{ id: idOf(tokenHash), startedAt, expiresAt, isThis: tokenHash === own },
    }));
  }

  /** Ends one. @throws DomainError `users.sessionUnknown` where it is nobody's, another's, or has ended */
  async endSession({ userId, officeId: collectiveId }: Actor, sessionId: string): Promise<void> {
    await this.database.inTransaction(collectiveId, async (tx) => {
      const sessions = await tx.findBy(SessionEntity, { collectiveId, userId });
      const found = sessions.find(({ tokenHash }) => idOf(tokenHash) === sessionId);
      if (found === undefined) throw new DomainError('users.sessionUnknown');
      await tx.delete(SessionEntity, { collectiveId, tokenHash: found.tokenHash });
      await noteOwnAct(tx, { collectiveId, name: 'users.endSession' });
    });
  }

  /** Ends all but the one that asks. */
  async endOthers({ userId, officeId: collectiveId }: Actor, token: string): Promise<void> {
    await this.database.inTransaction(collectiveId, async (tx) => {
      await tx.delete(SessionEntity, { collectiveId, userId, tokenHash: Not(hashOf(token)) });
      await noteOwnAct(tx, { collectiveId, name: 'users.endSessions' });
    });
  }
}

function idOf(tokenHash: string): string {
  return tokenHash.slice(0, ID_SIGNS);
}
