import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { closedFor, countNext, FORGOTTEN_AFTER_SECONDS } from '../../domain/users/delay';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { PersonalKeys } from '../../platform/secrets/personal-keys';
import { LogInTriesEntity } from './log-in-tries.entity';
import { RegionTree } from './region-tree.service';

const SECOND_MS = 1_000;

/** What is counted of a name, and when the last of it was; undefined where nothing is. */
type CountedTries = Pick<LogInTriesEntity, 'count' | 'lastAt'> | undefined;

/**
 * Counts wrong passwords by the name that was typed, wherever they came from, and closes it for longer each
 * time. A name that nobody has is counted alike, so that the wait tells nothing.
 */
@Injectable()
export class LogInTriesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tree: RegionTree,
    private readonly keys: PersonalKeys,
  ) {}

  /**
   * Counts a try as wrong before the password is looked at, so that of many at once none goes uncounted;
   * {@link forget} takes it back where the password was right.
   * @param officeId the person's; undefined of a name that nobody has
   * @returns what was counted before
   * @throws DomainError `users.logInClosed`
   */
  async begin(officeId: string | undefined, username: string): Promise<CountedTries> {
    const collectiveId = officeId ?? (await this.tree.findFirst());
    if (collectiveId === undefined) return undefined;
    return this.database.inTransaction(collectiveId, async (tx) => {
      const now = this.clock.machineNow();
      const since = new Date(Date.parse(now) - FORGOTTEN_AFTER_SECONDS * SECOND_MS).toISOString();
      await tx.delete(LogInTriesEntity, { collectiveId, lastAt: LessThan(since) });
      const key = this.keyOf(collectiveId, username);
      const kept = await tx.findOneBy(LogInTriesEntity, key);
      const ago = kept === null ? 0 : (Date.parse(now) - Date.parse(kept.lastAt)) / SECOND_MS;
      const tries = { count: kept?.count ?? 0, ago };
      const seconds = closedFor(tries);
      if (seconds > 0) throw new DomainError('users.logInClosed', { minutes: Math.ceil(seconds / 60) });
      await tx.upsert(LogInTriesEntity, { ...key, count: countNext(tries), lastAt: now }, [
        'collectiveId',
        'namePrint',
      ]);
      return kept === null ? undefined : { count: kept.count, lastAt: kept.lastAt };
    });
  }

  /**
   * Takes back the one try that was right, in a transaction of its own: what was counted before it stands, as
   * the others may have been guesses at something else. Of a try that came meanwhile none goes uncounted.
   */
  async takeBack(officeId: string, username: string, before: CountedTries): Promise<void> {
    await this.database.inTransaction(officeId, async (tx) => {
      const key = this.keyOf(officeId, username);
      const now = await tx.findOneBy(LogInTriesEntity, key);
      if (now === null) return;
      const count = now.count - 1;
      if (count === 0) await tx.delete(LogInTriesEntity, key);
      else {
        const lastAt = count === before?.count ? before.lastAt : now.lastAt;
        await tx.update(LogInTriesEntity, key, { count, lastAt });
      }
    });
  }

  /** The same of a code that is asked for after the password. @throws DomainError `users.codeClosed` */
  async beginCode(officeId: string, username: string): Promise<void> {
    try {
      await this.begin(officeId, username);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'users.logInClosed') throw error;
      throw new DomainError('users.codeClosed', error.facts);
    }
  }

  /** Opens a name again, in the transaction that knows why. */
  async forget(tx: EntityManager, officeId: string, username: string): Promise<void> {
    await tx.delete(LogInTriesEntity, this.keyOf(officeId, username));
  }

  private keyOf(collectiveId: string, username: string): { collectiveId: string; namePrint: string } {
    return { collectiveId, namePrint: this.keys.fingerprint('log-in', username) };
  }
}
