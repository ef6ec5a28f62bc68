import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PolicyPack } from '../../domain/policy/pack';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { type LoadedPack, PolicyService } from '../policy/policy.service';
import { KeptPackEntity } from './kept-pack.entity';
import { NO_PACK } from './no-pack';

/**
 * The policies that plans stand under, as they stood then: an edited file never changes a past plan, nor
 * makes one unreadable.
 */
@Injectable()
export class PlanPacksService {
  constructor(
    private readonly policy: PolicyService,
    private readonly clock: Clock,
  ) {}

  /** Keeps the text of a policy with the books of a collective, once for each edition. */
  async keep(tx: EntityManager, collectiveId: string, loaded: LoadedPack): Promise<void> {
    if (loaded === NO_PACK) return;
    const { pack, digest, canonical } = loaded;
    if (await tx.existsBy(KeptPackEntity, { collectiveId, digest })) return;
    const row = { collectiveId, digest, packId: pack.id, canonical, keptAt: this.clock.now() };
    await insertRecorded(tx, KeptPackEntity, row);
  }

  /** The digest a policy has in its file by now, where that still says what it said under this one. */
  digestNow(packId: string, digest: string): string {
    return this.policy.findEdition(packId, digest)?.digest ?? digest;
  }

  /**
   * The policy of a plan: the file's where it still says the same, else the text that was kept.
   * @throws DomainError `policy.unknownPack`, `policy.packChanged` where neither is there unchanged
   */
  async packOf(
    db: EntityManager,
    plan: { readonly collectiveId: string; readonly packId: string; readonly packDigest: string },
  ): Promise<PolicyPack> {
    const { collectiveId, packId, packDigest: digest } = plan;
    if (packId === NO_PACK.pack.id) return NO_PACK.pack;
    const found = this.policy.findEdition(packId, digest);
    if (found !== undefined) return found.pack;
    const kept = await db.findOneBy(KeptPackEntity, { collectiveId, digest });
    const text = kept?.packId === packId ? kept.canonical : undefined;
    return this.policy.requireEdition(packId, digest, text).pack;
  }
}
