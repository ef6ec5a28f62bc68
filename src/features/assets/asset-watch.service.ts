import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssetKnown } from '../../domain/assets/asset-facts';
import { type FlaggedAsset, flagsOf, twelveMonths } from '../../domain/assets/asset-flags';
import type { AssetMonth } from '../../domain/assets/asset-months';
import type { Remedy } from '../../domain/assets/asset-remedy';
import { villageNumbers } from '../../domain/assets/matter-facts';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { LocalNumbers, PolicyPack } from '../../domain/policy/pack';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { CollectivesService } from '../collectives/collectives.service';
import { readAnswers } from './asset-answers.store';
import { AssetKnownService } from './asset-known.service';
import { readRemedies } from './asset-remedies.store';
import { type HeldAs, readHolders } from './asset-holders.store';
import { AssetRulesService } from './asset-rules.service';

export type { HeldAs } from './asset-holders.store';

/** An asset with its flags, and everything that was decided about it. */
export interface WatchedAsset extends FlaggedAsset {
  readonly id: string;
  readonly name: string;
  readonly kind: AssetKnown['asset']['kind'];
  readonly remedies: readonly Remedy[];
  /** What it brought and cost in the twelve full months before, where the books tell of all of them. */
  readonly months: readonly AssetMonth[];
  /** The day it left the register; absent while it stands. */
  readonly leftOn?: CalendarDay;
}

/** The assets of a village that should earn, as they stand on a day. */
export interface Watched {
  readonly day: CalendarDay;
  /**
   * The document in force, whose words remedies have; undefined where there is none, or no choice was made.
   */
  readonly pack: PolicyPack | undefined;
  readonly assets: readonly WatchedAsset[];
  /** What has left and had something decided about it: that is still to be read, and to be ended. */
  readonly left: readonly WatchedAsset[];
}

/** What was decided about an asset, and is to be done by a day that has come. */
export interface DueRemedy {
  readonly assetId: string;
  readonly name: string;
  readonly remedy: Remedy;
}

/** What has left is flagged no more; without a remedy nothing is left to be read of it. */
function leftAsset(
  { id, name, kind }: AssetKnown['asset'],
  leftOn: CalendarDay,
  remedies: readonly Remedy[],
): WatchedAsset[] {
  if (remedies.length === 0) return [];
  const nothing = { flags: [], idleDays: 0, net: undefined, openNumbers: [], months: [] };
  return [{ id, name, kind, ...nothing, remedies, leftOn }];
}

/**
 * Numbers that the document leaves open and nobody settled, without which an asset of the village cannot be
 * flagged.
 */
export function openNumbersOf({ assets, pack }: Watched): string[] {
  const left = new Set(assets.flatMap(({ openNumbers }) => openNumbers));
  return (pack?.needs ?? []).map(({ id }) => id).filter((id) => left.has(id));
}

/** Numbers that no document in force there asks for, so that nobody can settle them: only notes count. */
export function unaskedNumbersOf({ assets, pack }: Watched): string[] {
  const asked = new Set((pack?.needs ?? []).map(({ id }) => id));
  return [...new Set(assets.flatMap(({ openNumbers }) => openNumbers))].filter((id) => !asked.has(id));
}

/** Which assets stand idle, bring too little or lose money, with what was decided about them. */
@Injectable()
export class AssetWatchService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: AssetRulesService,
    private readonly collectives: CollectivesService,
    private readonly known: AssetKnownService,
  ) {}

  /** Every asset that should earn with its flags, in the order of the register. */
  async watch(
    collectiveId: string,
    day: CalendarDay = this.clock.today(),
    db: EntityManager = this.database.reader,
  ): Promise<Watched> {
    const { pack, numbers } = await this.numbersOn(db, collectiveId, day);
    const { organisationName: organisation } = await this.collectives.requireCollective(collectiveId);
    const known = await this.known.listKnown(db, { collectiveId, organisation }, day);
    const remedies = await readRemedies(db, collectiveId);
    const assets = known
      .filter(({ asset }) => asset.assetClass === 'operating')
      .map((each) => {
        const { id, name, kind } = each.asset;
        const months = twelveMonths(each, day) ?? [];
        const own = remedies.get(id) ?? [];
        return { id, name, kind, ...flagsOf(each, day, numbers), remedies: own, months };
      });
    const left = (await this.known.listLeft(db, collectiveId, day)).flatMap(({ asset, leftOn }) =>
      leftAsset(asset, leftOn, remedies.get(asset.id) ?? []),
    );
    return { day, pack, assets, left };
  }

  /** Which of many villages ever had an asset of a kind or class: of the others there is nothing to watch. */
  listHolders(ids: readonly string[], of: HeldAs): Promise<ReadonlySet<string>> {
    return readHolders(this.database.reader, ids, of);
  }

  /** What was to be done about an asset by a day and is not done yet, the oldest first. */
  async listDue(collectiveId: string, by: CalendarDay): Promise<DueRemedy[]> {
    const known = [...(await readRemedies(this.database.reader, collectiveId)).values()].flat();
    const isDue = ({ dueOn, ended }: Remedy): boolean => ended === undefined && dueOn <= by;
    if (!known.some(isDue)) return [];
    const { assets, left } = await this.watch(collectiveId);
    return [...assets, ...left]
      .flatMap(({ id, name, remedies }) =>
        remedies.filter(isDue).map((remedy) => ({ assetId: id, name, remedy })),
      )
      .sort((one, other) => (one.remedy.dueOn < other.remedy.dueOn ? -1 : 1));
  }

  /**
   * What the county gave and the village settled; where two documents are in force, what both leave open
   * alike.
   */
  private async numbersOn(
    db: EntityManager,
    collectiveId: string,
    day: CalendarDay,
  ): Promise<{ readonly pack: PolicyPack | undefined; readonly numbers: LocalNumbers }> {
    const [ruled, other] = await this.rules.rulesOn(collectiveId, day);
    if (ruled === undefined || other !== undefined) return { pack: undefined, numbers: {} };
    const own = villageNumbers(ruled.pack, await readAnswers(db, collectiveId, collectiveId), day);
    return { pack: ruled.pack, numbers: { ...own, ...ruled.numbers } };
  }
}
