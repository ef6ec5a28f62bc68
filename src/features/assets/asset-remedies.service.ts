import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type FlaggedAsset, flagsOf } from '../../domain/assets/asset-flags';
import type { AssetKnown } from '../../domain/assets/asset-facts';
import {
  readRemedy,
  readRemedyEnd,
  type Remedy,
  type RemedyEndForm,
  type RemedyForm,
} from '../../domain/assets/asset-remedy';
import { villageNumbers } from '../../domain/assets/matter-facts';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { LocalNumbers, PolicyPack } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { readAnswers } from './asset-answers.store';
import { AssetKnownService } from './asset-known.service';
import { readRemedies } from './asset-remedies.store';
import { AssetRemedyEndEntity, AssetRemedyEntity } from './asset-remedy.entity';
import { MatterGroundService } from './matter-ground.service';

/** An asset with its flags, and everything that was decided about it. */
export interface WatchedAsset extends FlaggedAsset {
  readonly id: string;
  readonly name: string;
  readonly kind: AssetKnown['asset']['kind'];
  readonly remedies: readonly Remedy[];
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

/** What has left is flagged no more; without a remedy nothing is left to be read of it. */
function leftAsset(
  { id, name, kind }: AssetKnown['asset'],
  leftOn: CalendarDay,
  remedies: readonly Remedy[],
): WatchedAsset[] {
  if (remedies.length === 0) return [];
  return [{ id, name, kind, flags: [], idleDays: 0, net: undefined, openNumbers: [], remedies, leftOn }];
}

/**
 * Numbers that the document leaves open and nobody settled, without which an asset of the village cannot be
 * flagged.
 */
export function openNumbersOf({ assets, pack }: Watched): string[] {
  const left = new Set(assets.flatMap(({ openNumbers }) => openNumbers));
  return (pack?.needs ?? []).map(({ id }) => id).filter((id) => left.has(id));
}

/** Assets that stand idle, bring too little or lose money, and what is done about them. */
@Injectable()
export class AssetRemediesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ground: MatterGroundService,
    private readonly known: AssetKnownService,
  ) {}

  /** Every asset that should earn with its flags, in the order of the register. */
  async watch(
    collectiveId: string,
    day: CalendarDay = this.clock.today(),
    db: EntityManager = this.database.reader,
  ): Promise<Watched> {
    const { pack, numbers } = await this.numbersOn(db, collectiveId, day);
    const organisation = await this.ground.organisationOf(collectiveId);
    const known = await this.known.listKnown(db, { collectiveId, organisation }, day);
    const remedies = await readRemedies(db, collectiveId);
    const assets = known
      .filter(({ asset }) => asset.assetClass === 'operating')
      .map((each) => {
        const { id, name, kind } = each.asset;
        return { id, name, kind, ...flagsOf(each, day, numbers), remedies: remedies.get(id) ?? [] };
      });
    const left = (await this.known.listLeft(db, collectiveId, day)).flatMap(({ asset, leftOn }) =>
      leftAsset(asset, leftOn, remedies.get(asset.id) ?? []),
    );
    return { day, pack, assets, left };
  }

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
        const { remedy, problems } = readRemedy(form, { today: this.clock.today(), pack });
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
    const { pack, assets } = await this.watch(at.collectiveId, this.clock.today(), tx);
    const asset = assets.find(({ id }) => id === at.id);
    if (asset === undefined) throw new DomainError('assets.unknown', { assetId: at.id });
    return { pack, asset };
  }

  /** What stands, or has left with something decided about it. @throws DomainError `assets.unknown` */
  private async requireDecided(
    tx: EntityManager,
    at: { readonly collectiveId: string; readonly id: string },
  ): Promise<WatchedAsset> {
    const { assets, left } = await this.watch(at.collectiveId, this.clock.today(), tx);
    const asset = [...assets, ...left].find(({ id }) => id === at.id);
    if (asset === undefined) throw new DomainError('assets.unknown', { assetId: at.id });
    return asset;
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
    const [ruled, other] = await this.ground.rulesOn(collectiveId, day);
    if (ruled === undefined || other !== undefined) return { pack: undefined, numbers: {} };
    const own = villageNumbers(ruled.pack, await readAnswers(db, collectiveId, collectiveId), day);
    return { pack: ruled.pack, numbers: { ...own, ...ruled.numbers } };
  }
}
