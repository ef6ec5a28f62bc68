import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PolicyPack } from '../../domain/policy/pack';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { KeptPackEntity } from './kept-pack.entity';
import { type LoadedPack, PolicyService } from './policy.service';

/** By which edition of which policy something was judged. */
export interface PackEdition {
  readonly collectiveId: string;
  readonly packId: string;
  readonly packDigest: string;
}

/** A policy as its text lies with the books. */
export type KeptPack = Pick<KeptPackEntity, 'digest' | 'packId' | 'canonical'>;

/**
 * The policies that facts of a collective were judged by, as they stood then: an edited file never changes
 * what is past, nor makes it unreadable.
 */
@Injectable()
export class KeptPacksService {
  constructor(
    private readonly policy: PolicyService,
    private readonly clock: Clock,
  ) {}

  /** Keeps the text of a policy with the books of a collective, once for each edition. */
  async keep(tx: EntityManager, collectiveId: string, loaded: LoadedPack): Promise<void> {
    const { pack, digest, canonical } = loaded;
    if (await tx.existsBy(KeptPackEntity, { collectiveId, digest })) return;
    const row = { collectiveId, digest, packId: pack.id, canonical, keptAt: this.clock.now() };
    await insertRecorded(tx, KeptPackEntity, row);
  }

  /** Every text that is kept. */
  listKept(db: EntityManager, collectiveId: string): Promise<KeptPack[]> {
    return db.findBy(KeptPackEntity, { collectiveId });
  }

  /** The digest a policy has in its file by now, where that still says what it said under this one. */
  digestNow(packId: string, digest: string): string {
    return this.policy.findEdition(packId, digest)?.digest ?? digest;
  }

  /**
   * An edition: the file's where it still says the same, else the text that was kept.
   * @throws DomainError `policy.unknownPack`, `policy.packChanged` where neither is there unchanged
   */
  async packOf(db: EntityManager, edition: PackEdition): Promise<PolicyPack> {
    const { collectiveId, packId, packDigest: digest } = edition;
    const found = this.policy.findEdition(packId, digest);
    if (found !== undefined) return found.pack;
    const kept = await db.findOneBy(KeptPackEntity, { collectiveId, digest });
    const text = kept?.packId === packId ? kept.canonical : undefined;
    return this.policy.requireEdition(packId, digest, text).pack;
  }
}
