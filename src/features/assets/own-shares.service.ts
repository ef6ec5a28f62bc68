import { Injectable } from '@nestjs/common';
import type { Asset } from '../../domain/assets/asset';
import { isTitledElsewhere } from '../../domain/assets/asset-classes';
import { type OwnPart, type ShareStep, shareStep, shareTransferPostings } from '../../domain/assets/own-cost';
import { totalStand } from '../../domain/assets/postings';
import { addMonths, type Month, monthOf } from '../../domain/calendar/calendar-day';
import type { Posting } from '../../domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { LedgerService } from '../ledger/ledger.service';
import { readStandingEvents } from './asset-events.store';
import { AssetsService } from './assets.service';
import { type AssetPlan, DepreciationReadService } from './depreciation-read.service';
import { OwnPartsService } from './own-parts.service';

/** An owner's part of a kept station beside what his register and his books say of it. */
export interface OwnShare {
  readonly asset: Asset;
  readonly part: OwnPart;
  /** The first month that is split by the table: it is in force on that month's first day. */
  readonly from: Month;
  /** Cost in the register without improvements, and in the books. */
  readonly entered: Fen;
  readonly booksCost: Fen;
  readonly step: ShareStep;
  /** The lines of the voucher, each with its account in words, where that is the step. */
  readonly lines: readonly (Posting & { readonly account: string })[];
}

/** Whether an owner's register and books follow the share tables of the stations that are kept for him. */
@Injectable()
export class OwnSharesService {
  constructor(
    private readonly database: Database,
    private readonly parts: OwnPartsService,
    private readonly assets: AssetsService,
    private readonly depreciation: DepreciationReadService,
    private readonly ledger: LedgerService,
  ) {}

  /** Of every station that is kept for the collective, by the tables that count for a month. */
  async listShares(collectiveId: string, month: Month): Promise<OwnShare[]> {
    const parts = await this.parts.listOn(collectiveId, `${month}-01`);
    if (parts.size === 0) return [];
    const db = this.database.reader;
    const chart = await this.ledger.requireChartOf(db, collectiveId);
    const stands = await this.depreciation.listStands(collectiveId);
    const reserves = await this.depreciation.listReserves(collectiveId);
    const plans = await this.depreciation.listPlans(collectiveId);
    const events = await readStandingEvents(db, collectiveId);
    return (await this.assets.listAssets(collectiveId)).flatMap(({ asset }) => {
      const part = parts.get(asset.id);
      if (part === undefined || isTitledElsewhere(asset)) return [];
      const own = stands.get(asset.id) ?? [];
      const improvements = events.filter(
        ({ assetId, kind }) => assetId === asset.id && kind === 'improvement',
      );
      const improved = sumFen(improvements.map(({ amount }) => amount));
      const plan = plans.find(({ assetId }) => assetId === asset.id);
      const entered = asset.cost - improved;
      const booksCost = totalStand(own).cost;
      const from = firstMonthOf(part.since);
      const facts = { byTable: part.cost, entered, improved, booksCost, hasLeft: asset.leftOn !== undefined };
      const step = part.hasMoved ? shareStep({ ...facts, ...lossOf(plan, from) }) : 'none';
      const of = { assetId: asset.id, stands: own, reserves, accounts: chart };
      const postings = step === 'voucher' ? shareTransferPostings(part.cost + improved, of) : [];
      const lines = postings.map((line) => ({
        ...line,
        account: `${line.ledgerAccount} ${chart.accounts.get(line.ledgerAccount)?.name ?? ''}`,
      }));
      return [{ asset, part, from, entered, booksCost, step, lines }];
    });
  }
}

function firstMonthOf(since: string): Month {
  return since.endsWith('-01') ? monthOf(since) : addMonths(monthOf(since), 1);
}

function lossOf(plan: AssetPlan | undefined, through: Month) {
  if (plan === undefined) return { isLossDue: false };
  const isLossDue = plan.rows.some(
    ({ month, amount }) => month <= through && amount > 0n && !plan.booked.has(month),
  );
  return { isLossDue, termsCost: plan.terms.at(-1)?.cost };
}
