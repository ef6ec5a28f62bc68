import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  readRemedy,
  readRemedyEnd,
  type RemedyEndForm,
  type RemedyForm,
} from '../../domain/assets/asset-remedy';
import type { PolicyPack } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { AssetRemedyEndEntity, AssetRemedyEntity } from './asset-remedy.entity';
import { type WatchedAsset, AssetWatchService } from './asset-watch.service';

/** Assets that stand idle, bring too little or lose money, and what is done about them. */
@Injectable()
export class AssetRemediesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly watched: AssetWatchService,
  ) {}

  /**
   * Keeps what was decided about an asset.
   * @throws FormProblems `remedy.*`, `form.*`, `calendar.notADay`; DomainError `assets.unknown`
   */
  decide(
    at: { readonly collectiveId: string; readonly id: string },
    form: RemedyForm,
    command: Command,
  ): Promise<{ number: number }> {
    const { collectiveId, id: assetId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { pack, asset } = await this.requireWatched(tx, at);
        const { remedy, problems } = readRemedy(form, {
          today: this.clock.today(),
          pack,
          remedies: asset.remedies,
        });
        refuseProblems(problems);
        const number = asset.remedies.length + 1;
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        await insertRecorded(tx, AssetRemedyEntity, { collectiveId, assetId, number, ...remedy, ...entered });
        return { number };
      },
      onceOf(command, 'assets.remedy', { assetId, form }),
    );
  }

  /**
   * Keeps how a remedy ended.
   * @throws FormProblems `remedy.notOpen`, `remedy.endBefore`, `form.*`; DomainError `assets.unknown`
   */
  end(
    at: { readonly collectiveId: string; readonly id: string },
    form: RemedyEndForm,
    command: Command,
  ): Promise<{ number: number }> {
    const { collectiveId, id: assetId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const asset = await this.requireDecided(tx, at);
        const facts = { today: this.clock.today(), remedies: asset.remedies };
        const { number, end, problems } = readRemedyEnd(form, facts);
        refuseProblems(problems);
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        await insertRecorded(tx, AssetRemedyEndEntity, { collectiveId, assetId, number, ...end, ...entered });
        return { number };
      },
      onceOf(command, 'assets.endRemedy', { assetId, form }),
    );
  }

  /** @throws DomainError `assets.unknown` for what does not stand, or need not earn */
  private async requireWatched(
    tx: EntityManager,
    at: { readonly collectiveId: string; readonly id: string },
  ): Promise<{ readonly pack: PolicyPack | undefined; readonly asset: WatchedAsset }> {
    const { pack, assets } = await this.watched.watch(at.collectiveId, this.clock.today(), tx);
    const asset = assets.find(({ id }) => id === at.id);
    if (asset === undefined) throw new DomainError('assets.unknown', { assetId: at.id });
    return { pack, asset };
  }

  /** What stands, or has left with something decided about it. @throws DomainError `assets.unknown` */
  private async requireDecided(
    tx: EntityManager,
    at: { readonly collectiveId: string; readonly id: string },
  ): Promise<WatchedAsset> {
    const { assets, left } = await this.watched.watch(at.collectiveId, this.clock.today(), tx);
    const asset = [...assets, ...left].find(({ id }) => id === at.id);
    if (asset === undefined) throw new DomainError('assets.unknown', { assetId: at.id });
    return asset;
  }
}
