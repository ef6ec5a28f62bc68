import { Injectable } from '@nestjs/common';
import { monthOf } from '../../domain/calendar/calendar-day';
import { rowsOfOwner, type ShareTable } from '../../domain/collectives/share-table';
import type { Fen } from '../../domain/money/fen';
import { readRatio, shareText, sumRatios } from '../../domain/money/ratio';
import { keptCostShares } from '../../glossary/cost-words';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import { AssetsService } from '../assets/assets.service';
import type { CostRefundsPageProps } from './cost-refunds.pages';
import type { KeptCostsPageProps, TakenCostPageProps } from './kept-cost.pages';
import { KeptRefundsService, paidOf } from './kept-refunds.service';
import { TakenCostsService, type WaitingCost } from './taken-costs.service';
import { touchedRows } from './touched-bills.pages';
import { TouchedBillsService } from './touched-bills.service';

/** The pages of costs that a keeper pays for owners: his own, and an owner's. */
@Injectable()
export class KeptCostViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly bills: TouchedBillsService,
    private readonly taken: TakenCostsService,
    private readonly returned: KeptRefundsService,
  ) {}

  async costsPage(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<KeptCostsPageProps> {
    const paths = villagePaths(collectiveId);
    const registered = await this.assets.listAssets(collectiveId);
    const stations = registered.filter(({ asset }) => asset.kind === 'keptPvStation');
    const [only] = stations.length === 1 ? stations : [];
    const { costs, touched } = await this.bills.listCosts(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      form: refused ?? filledForm({ paidOn: this.returned.today(), assetId: only?.asset.id }),
      action: paths.keptCosts,
      cancelHref: paths.kept,
      stations: stations.map(({ asset: { id: value, name: label } }) => ({ value, label })),
      touched: touchedRows(touched, (entryId) => paths.voucher(entryId)),
      costs: costs.map(({ cost, parts }) => {
        const { name, note, paidOn, amount, entryId } = cost;
        const owners = parts.filter((part) => part.ownerId !== null);
        const taken = owners.filter((part) => part.taken).length;
        const voucherHref = paths.voucher(entryId);
        const told = {
          name,
          note,
          paidOn,
          amount,
          voucherHref,
          taken,
          owners: owners.length,
          elsewhere: parts.length - owners.length,
        };
        return amount > 0n ? { ...told, refundHref: paths.keptRefunds(cost.id) } : told;
      }),
    };
  }

  /** A cost paid for owners, and what came back of it. @throws DomainError `joint.costUnknown` */
  async refundsPage(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly costId: string },
    refused?: FormState,
  ): Promise<CostRefundsPageProps> {
    const { collectiveId, costId } = at;
    const paths = villagePaths(collectiveId);
    const found = await this.returned.requireCost(collectiveId, costId);
    const { cost, refunds } = found;
    const { paid, refunded } = paidOf(found);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      ...{ paid, refunded, amount: cost.amount, postedOn: cost.paidOn },
      name: widePunctuation(cost.name),
      costHref: paths.voucher(cost.entryId),
      rows: refunds.map(({ cost: { paidOn: refundedOn, amount, note, reason, entryId } }) => ({
        ...{ refundedOn, amount: -amount, paper: widePunctuation(note), reason: widePunctuation(reason) },
        voucherHref: paths.voucher(entryId),
      })),
      form: refused ?? filledForm({ refundedOn: this.returned.today() }),
      action: paths.keptRefunds(costId),
      ...{ byKeeper: false, forOwners: true, isEarlier: false },
      cancelHref: paths.keptCosts,
    };
  }

  /** @throws DomainError `joint.costUnknown` */
  async takenPage(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly costId: string },
    refused?: FormState,
  ): Promise<TakenCostPageProps> {
    const { collectiveId, costId } = at;
    const waiting = await this.taken.requireWaiting(collectiveId, costId);
    const { cost, own, amount } = waiting;
    const station = await this.assets.findAsset(waiting.keeperId, cost.assetId);
    const work = await this.desk.workOf(visit.actor, { collectiveId, month: undefined });
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      work,
      form: refused ?? filledForm({ postedOn: this.returned.today() }),
      action: paths.takenCost(costId),
      cancelHref: paths.month(monthOf(cost.paidOn)),
      name: cost.name,
      station: own.asset.name,
      keeper: own.asset.keeper ?? '',
      note: cost.note,
      reason: cost.reason,
      paidOn: cost.paidOn,
      whole: absolute(cost.amount),
      share: shareOf(waiting, station?.shareTables ?? own.shareTables),
      amount: absolute(amount),
      isRefund: amount < 0n,
    };
  }
}

/** The own rows of the station's tables by which a cost was split; which table where there are several. */
function shareOf({ tables, own }: WaitingCost, stations: readonly ShareTable[]): string {
  const shares = tables.flatMap((from) => {
    const table = stations.find((each) => each.validFrom === from);
    const rows = rowsOfOwner(table?.rows ?? [], own.asset.ownShareKey ?? '');
    return rows.length === 0 ? [] : [{ from, share: sumRatios(rows.map((row) => readRatio(row.share))) }];
  });
  return keptCostShares(shares.map(({ from, share }) => ({ from, share: shareText(share) })));
}

function absolute(amount: Fen): Fen {
  return amount < 0n ? -amount : amount;
}
