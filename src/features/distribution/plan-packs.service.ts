import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PolicyPack } from '../../domain/policy/pack';
import { KeptPacksService, type PackEdition } from '../policy/kept-packs.service';
import type { LoadedPack } from '../policy/policy.service';
import { NO_PACK } from './no-pack';

/** The policies that plans stand under, as they stood then; a draft may stand under none. */
@Injectable()
export class PlanPacksService {
  constructor(private readonly kept: KeptPacksService) {}

  /** Keeps the text of a policy with the books of a collective, once for each edition. */
  async keep(tx: EntityManager, collectiveId: string, loaded: LoadedPack): Promise<void> {
    if (loaded !== NO_PACK) await this.kept.keep(tx, collectiveId, loaded);
  }

  /** The digest a policy has in its file by now, where that still says what it said under this one. */
  digestNow(packId: string, digest: string): string {
    return this.kept.digestNow(packId, digest);
  }

  /**
   * The policy of a plan: the file's where it still says the same, else the text that was kept.
   * @throws DomainError `policy.unknownPack`, `policy.packChanged` where neither is there unchanged
   */
  async packOf(db: EntityManager, plan: PackEdition): Promise<PolicyPack> {
    return plan.packId === NO_PACK.pack.id ? NO_PACK.pack : this.kept.packOf(db, plan);
  }
}
