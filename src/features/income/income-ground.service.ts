import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import { questionOf } from '../../domain/assets/matter-facts';
import { type CalendarDay, isCalendarDay } from '../../domain/calendar/calendar-day';
import {
  type IncomeNature,
  type NatureForm,
  type NaturePicks,
  naturePicks,
  readNature,
} from '../../domain/income/income-nature';
import type { ContractDue } from '../../domain/income/rent';
import type { Fen } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import { AssetRulesService } from '../assets/asset-rules.service';
import { AssetsService, type RegisteredAsset } from '../assets/assets.service';
import { VillageRulesService } from '../assets/village-rules.service';
import { CustodyDuesService } from './custody-dues.service';
import { IncomeNatureEntity } from './income-nature.entity';
import { RentReadService } from './rent-read.service';

/** Income that is about to be booked, with what was typed of it. */
export interface NamedIncome {
  readonly asset: Asset;
  readonly day: CalendarDay;
  readonly amount: Fen;
  readonly typed: NatureForm;
  /** Of rent by contract: what was booked of the same contract before, by the ids of the income. */
  readonly earlier?: readonly string[];
}

/** What income is held against before it is booked: its asset, and what the document in force calls it. */
@Injectable()
export class IncomeGroundService {
  constructor(
    private readonly assets: AssetsService,
    private readonly rules: AssetRulesService,
    private readonly village: VillageRulesService,
    private readonly rents: RentReadService,
    /** What of it is the owners' of what the village keeps for them. */
    readonly owners: CustodyDuesService,
  ) {}

  /** What contracts over an asset make due that income typed for its days might be. */
  async listContractDues(
    collectiveId: string,
    { assetId, coversTo: until }: { readonly assetId: string; readonly coversTo: string },
    tx: EntityManager,
  ): Promise<ContractDue[]> {
    if (!isCalendarDay(until)) return [];
    return this.rents.listUnbooked(collectiveId, { assetId, until }, tx);
  }

  /** Whether of the deposit that an entry brought something has gone since. */
  isDepositGone(tx: EntityManager, collectiveId: string, entryId: string): Promise<boolean> {
    return this.rents.isDepositGone(tx, collectiveId, entryId);
  }

  /** @throws DomainError `assets.unknown` */
  requireAsset(collectiveId: string, assetId: string, tx: EntityManager): Promise<RegisteredAsset> {
    return this.assets.requireAsset(collectiveId, assetId, tx);
  }

  /** An asset that brings the village income. @throws DomainError `assets.unknown`, `assets.earnsNothing` */
  requireEarning(collectiveId: string, assetId: string, tx: EntityManager): Promise<Asset> {
    return this.assets.requireLettable(collectiveId, assetId, tx);
  }

  /** The names of the assets, by id. */
  async assetNames(tx: EntityManager, collectiveId: string): Promise<ReadonlyMap<string, string>> {
    const registered = await this.assets.listAssets(collectiveId, tx);
    return new Map(registered.map(({ asset }) => [asset.id, asset.name]));
  }

  /** What a form of income asks on a day; undefined where no document in force has words for it. */
  async picksOn(collectiveId: string, day: CalendarDay): Promise<NaturePicks | undefined> {
    const ruled = await this.rules.rulesOn(collectiveId, day);
    const all = ruled.map(({ pack }) => naturePicks(pack));
    const kinds = all.flatMap((each) => each.kinds);
    const modes = all.flatMap((each) => each.modes);
    const asksPaper = all.some((each) => each.asksPaper);
    return kinds.length + modes.length === 0 && !asksPaper ? undefined : { kinds, modes, asksPaper };
  }

  /**
   * What income is called, judged by the document of its day; where two are in force and nobody has chosen,
   * both judge, and the first that says anything names it.
   */
  async natureOf(
    tx: EntityManager,
    collectiveId: string,
    income: NamedIncome,
  ): Promise<{ readonly nature: IncomeNature | undefined; readonly problems: readonly Problem[] }> {
    const { asset, day: on, amount, typed, earlier } = income;
    const ruled = await this.rules.rulesOn(collectiveId, on);
    const told = ruled.filter(({ pack }) => isToldOf(naturePicks(pack)));
    if (told.length === 0) return { nature: undefined, problems: [] };
    const about = { aboutId: asset.id, question: questionOf('asset', 'kind'), day: on };
    const answeredKind = await this.village.answerAbout(tx, collectiveId, about);
    const kind = earlier && (await lastKind(tx, collectiveId, earlier));
    const byContract = earlier && { kind };
    const read = told.map(({ pack, numbers: local }) =>
      readNature(typed, { pack, local, on, asset, answeredKind, amount, byContract }),
    );
    const natures = read.flatMap(({ nature }) => nature ?? []);
    return { nature: natures[0], problems: read.flatMap(({ problems }) => problems) };
  }
}

function isToldOf({ kinds, modes, asksPaper }: NaturePicks): boolean {
  return kinds.length > 0 || modes.length > 0 || asksPaper;
}

/** What the last income of a contract was called; ids grow with time. */
async function lastKind(
  tx: EntityManager,
  collectiveId: string,
  incomeIds: readonly string[],
): Promise<string | undefined> {
  const rows = await tx.findBy(IncomeNatureEntity, { collectiveId });
  const own = rows.filter(({ incomeId, kind }) => incomeIds.includes(incomeId) && kind !== null);
  return own.sort((one, other) => (one.incomeId < other.incomeId ? -1 : 1)).at(-1)?.kind ?? undefined;
}
