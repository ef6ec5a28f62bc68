import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import { type EarnedSums, earnedSums, type NewIncome } from '../../domain/distribution/new-income';
import { askedNumbers } from '../../domain/distribution/plan-numbers';
import type { PolicyPack, PoolId } from '../../domain/policy/pack';
import { AssetsService } from '../assets/assets.service';
import { IncomeNaturesService } from '../income/income-natures.service';
import { EarnedIncomeService } from '../ledger/earned-income.service';

/** What the books say of new income, where a document gives a share of it. */
@Injectable()
export class NewIncomeService {
  constructor(
    private readonly earned: EarnedIncomeService,
    private readonly assets: AssetsService,
    private readonly natures: IncomeNaturesService,
  ) {}

  /**
   * This year's income up to a day beside last year's; undefined where the document does not speak of new
   * income, or where the books begin within the year.
   */
  async findNewIncome(
    db: EntityManager,
    collectiveId: string,
    asked: { readonly pack: PolicyPack; readonly pool: PoolId; readonly to: CalendarDay },
  ): Promise<NewIncome | undefined> {
    const { pack, pool, to } = asked;
    if (!askedNumbers(pack, pool).some(({ id }) => id === 'new_income')) return undefined;
    const year = yearOf(to);
    const thisYear = await this.sumsOf(db, collectiveId, { from: `${String(year)}-01-01`, to });
    if (thisYear === undefined) return undefined;
    const before = String(year - 1);
    const last = { from: `${before}-01-01`, to: `${before}-12-31` };
    return { thisYear, lastYear: await this.sumsOf(db, collectiveId, last) };
  }

  private async sumsOf(
    db: EntityManager,
    collectiveId: string,
    days: { readonly from: CalendarDay; readonly to: CalendarDay },
  ): Promise<EarnedSums | undefined> {
    const rows = await this.earned.findEarned(db, collectiveId, days);
    if (rows === undefined) return undefined;
    const assets = await this.assets.listAssets(collectiveId, db);
    const kinds = new Map(assets.map(({ asset }) => [asset.id, asset.kind]));
    const said = await this.natures.listKinds(collectiveId, db);
    return earnedSums(
      rows.map(({ entryId, assetId = '', pool, amount }) => ({
        ...{ pool, amount },
        ...{ assetKind: kinds.get(assetId), saidKind: said.get(entryId) },
      })),
    );
  }
}
