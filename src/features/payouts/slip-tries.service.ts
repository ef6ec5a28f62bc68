import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { pauseAfter, placeClosedFor } from '../../domain/payouts/code-tries';
import { senderOf } from '../../domain/shared/sender';
import { DomainError } from '../../domain/shared/domain-error';
import { countNext, FORGOTTEN_AFTER_SECONDS } from '../../domain/users/delay';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { PersonalKeys } from '../../platform/secrets/personal-keys';
import { RegionTree } from '../users/region-tree.service';
import { SlipTriesEntity } from './pay-advice.entity';

const SECOND_MS = 1_000;
const EVERYWHERE = 'everywhere';

/** A try that was counted, and how long every look-up takes now. */
export interface CountedTry {
  readonly pauseMs: number;
  /** Takes it back where the code was right, and no other: a code of his own opens nobody's place. */
  readonly wasRight: () => Promise<void>;
}

/** Counts wrong codes of pay advices by where they come from, and all together, without keeping who reads. */
@Injectable()
export class SlipTriesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tree: RegionTree,
    private readonly keys: PersonalKeys,
  ) {}

  /**
   * Counts a try as wrong before the code is looked at, so that of many at once none goes uncounted.
   * @param address from where it comes
   * @throws DomainError `slip.closed` where too many wrong ones came from there
   */
  async begin(address: string): Promise<CountedTry> {
    const collectiveId = await this.tree.findFirst();
    if (collectiveId === undefined) return { pauseMs: 0, wasRight: () => Promise.resolve() };
    const prints = [senderOf(address), EVERYWHERE].map((place) => this.keys.fingerprint('slip code', place));
    const [own = '', all = ''] = prints;
    const together = await this.database.inTransaction(collectiveId, async (tx) => {
      const now = this.clock.machineNow();
      const since = new Date(Date.parse(now) - FORGOTTEN_AFTER_SECONDS * SECOND_MS).toISOString();
      await tx.delete(SlipTriesEntity, { collectiveId, lastAt: LessThan(since) });
      await this.count(tx, { collectiveId, placePrint: own }, { now, isOwn: true });
      return this.count(tx, { collectiveId, placePrint: all }, { now, isOwn: false });
    });
    const wasRight = () =>
      this.database.inTransaction(collectiveId, async (tx) => {
        for (const placePrint of [own, all]) {
          const kept = await tx.findOneBy(SlipTriesEntity, { collectiveId, placePrint });
          const count = Math.max(0, (kept?.count ?? 0) - 1);
          if (kept !== null) await tx.update(SlipTriesEntity, { collectiveId, placePrint }, { count });
        }
      });
    return { pauseMs: pauseAfter(together), wasRight };
  }

  /** Counts one more; a place that is closed waits, and counts no further. @returns how many there are */
  private async count(
    tx: EntityManager,
    key: { readonly collectiveId: string; readonly placePrint: string },
    { now, isOwn }: { readonly now: string; readonly isOwn: boolean },
  ): Promise<number> {
    const kept = await tx.findOneBy(SlipTriesEntity, key);
    const ago = kept === null ? 0 : (Date.parse(now) - Date.parse(kept.lastAt)) / SECOND_MS;
    const tries = { count: kept?.count ?? 0, ago };
    const seconds = isOwn ? placeClosedFor(tries) : 0;
    if (seconds > 0) throw new DomainError('slip.closed', { minutes: Math.ceil(seconds / 60) });
    const count = countNext(tries);
    await tx.upsert(SlipTriesEntity, { ...key, count, lastAt: now }, ['collectiveId', 'placePrint']);
    return count;
  }
}
