import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import { mayBePublic } from '../../domain/assets/public-card';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newToken } from '../../platform/ids/new-token';
import { AssetCardEntity, AssetCodeEntity } from './asset-card.entity';
import { AssetsService } from './assets.service';

/** An asset as its public card names it. */
export interface CardedAsset {
  readonly collectiveId: string;
  readonly assetId: string;
}

/** Which assets everyone may look at, each under a name that nobody guesses. */
@Injectable()
export class AssetCardsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assets: AssetsService,
  ) {}

  /** Opens a card for every asset that may have one and has none. @returns how many were opened */
  async openCards(collectiveId: string, command: Command): Promise<{ readonly opened: number }> {
    const answer = await this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const there = new Set((await tx.findBy(AssetCardEntity, { collectiveId })).map(assetIdOf));
        const assets = (await this.assets.listAssets(collectiveId, tx)).map(({ asset }) => asset);
        const rows = assets
          .filter((asset) => wantsCard(asset) && !there.has(asset.id))
          .map(({ id: assetId }) => {
            const openedAt = this.clock.now();
            return { collectiveId, assetId, code: newToken(), openedBy: command.by, openedAt };
          });
        if (rows.length > 0) await insertRecorded(tx, AssetCardEntity, rows);
        return { opened: rows.length };
      },
      onceOf(command, 'assets.cards', [collectiveId]),
    );
    await this.enterInDirectory(collectiveId);
    return answer;
  }

  /** The names of the cards of a village, by asset. */
  async listCodes(collectiveId: string): Promise<ReadonlyMap<string, string>> {
    const cards = await this.database.reader.findBy(AssetCardEntity, { collectiveId });
    return new Map(cards.map(({ assetId, code }) => [assetId, code]));
  }

  /** The asset a name stands for, in the directory and in the village alike. */
  async findByCode(code: string): Promise<CardedAsset | undefined> {
    const { reader } = this.database;
    const entry = await reader.findOneBy(AssetCodeEntity, { code });
    if (entry === null) return undefined;
    const { collectiveId, assetId } = entry;
    const stands = await reader.existsBy(AssetCardEntity, { collectiveId, assetId, code });
    return stands ? { collectiveId, assetId } : undefined;
  }

  /** What is not in the directory yet, also where an earlier try was cut off before it. */
  private async enterInDirectory(collectiveId: string): Promise<void> {
    const cards = await this.database.reader.findBy(AssetCardEntity, { collectiveId });
    await this.database.inReferenceTransaction(async (tx) => {
      const codes = cards.map(({ code }) => code);
      const there = new Set((await tx.findBy(AssetCodeEntity, { code: In(codes) })).map(({ code }) => code));
      const missing = cards
        .filter(({ code }) => !there.has(code))
        .map(({ code, assetId }) => ({ code, collectiveId, assetId }));
      if (missing.length > 0) await tx.insert(AssetCodeEntity, missing);
    });
  }
}

/** What left the books gets no card any more; one that it had goes on and says so. */
export function wantsCard(asset: Asset): boolean {
  return mayBePublic(asset) && asset.leftOn === undefined;
}

function assetIdOf({ assetId }: AssetCardEntity): string {
  return assetId;
}
