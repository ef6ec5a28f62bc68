import { Injectable } from '@nestjs/common';
import { isOwnFixedAsset } from '../../domain/assets/asset-classes';
import { ASSET_USES, monthEnd, salvageOn, TERMS_BASES, useIn } from '../../domain/assets/depreciation';
import { addMonths, type Month, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import { totalStand } from '../../domain/assets/postings';
import { type Fen, plainYuan } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { type VillagePaths, villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { LedgerReadService } from '../ledger/ledger-read.service';
import type { AssetDepreciationPageProps, TermsRow } from './asset-depreciation.pages';
import { AssetsService, type RegisteredAsset } from './assets.service';
import { type AssetPlan, DepreciationReadService } from './depreciation-read.service';
import type { ToldTerms } from './depreciation-terms.store';
import type { DepreciationPageProps, MonthLossRow } from './depreciation.pages';

/** Which month of a village is looked at; the first that is due, or this one, where none is named. */
export interface DepreciationAsked {
  readonly collectiveId: string;
  readonly month?: Month | undefined;
}

/** The pages of what assets lose in value. */
@Injectable()
export class DepreciationViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly reading: DepreciationReadService,
    private readonly books: LedgerReadService,
    private readonly clock: Clock,
  ) {}

  /** What every asset loses in a month, and the press that books it. */
  async monthPage(
    visit: PageVisit,
    asked: DepreciationAsked,
    refused?: FormState,
  ): Promise<DepreciationPageProps> {
    const { collectiveId } = asked;
    const paths = villagePaths(collectiveId);
    const registered = await this.assets.listAssets(collectiveId);
    const plans = await this.reading.listPlans(collectiveId);
    const present = monthOf(this.clock.today());
    const due = await this.reading.listDue(collectiveId, present);
    const month = asked.month ?? due[0]?.month ?? present;
    const [first] = due.filter((each) => each.month < month);
    const isDue = due.some((each) => each.month === month) && first === undefined;
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const { postedOn } = await this.reading.timesOf(collectiveId, { month, today: this.clock.today() });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, month, section: 'assets' }),
      month,
      form: refused ?? filledForm({}),
      rows: plans.flatMap((plan) => rowOf(collectiveId, { plan, month, registered })),
      without: registered
        .filter(
          ({ asset }) =>
            isOwnFixedAsset(asset) &&
            asset.leftOn === undefined &&
            plans.every(({ assetId }) => assetId !== asset.id),
        )
        .map(({ asset }) => ({
          name: asset.name,
          href: paths.assetDepreciation(asset.id),
          cost: asset.cost,
        })),
      bookAction: keeps && isDue ? `${paths.depreciation()}/${month}/book` : undefined,
      postedOn,
      ofEarlierYear: yearOf(postedOn) > yearOf(month) ? yearOf(month) : undefined,
      earlier:
        first === undefined ? undefined : { month: first.month, href: paths.depreciation(first.month) },
      near: [addMonths(month, -1), addMonths(month, 1)]
        .filter((each) => plans.some(({ rows }) => rows.some((row) => row.month === each)))
        .map((each) => ({ month: each, href: paths.depreciation(each) })),
    };
  }

  /** One asset over its months. @throws DomainError `assets.unknown` */
  async assetPage(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly id: string },
    refused?: FormState,
  ): Promise<AssetDepreciationPageProps> {
    const { collectiveId, id } = at;
    const paths = villagePaths(collectiveId);
    const { asset } = await this.assets.requireAsset(collectiveId, id);
    const { openedOn } = await this.books.requireChain(collectiveId);
    const plan = (await this.reading.listPlans(collectiveId)).find(({ assetId }) => assetId === id);
    const told = await this.reading.listTold(collectiveId, id);
    const books = totalStand((await this.reading.listStands(collectiveId)).get(id) ?? []);
    const isOlder = addMonths(monthOf(asset.acquiredOn), 1) < monthOf(openedOn);
    const usual = isOlder
      ? { basis: 'takenOver', fromMonth: monthOf(openedOn), accumulated: plainYuan(books.accumulated) }
      : { basis: 'acquired' };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      name: asset.name,
      assetHref: paths.asset(id),
      monthHref: paths.depreciation(),
      lifeHref: paths.assetLife(id),
      voucherHref: paths.newVoucher,
      books,
      terms: told.map(toldOf),
      withdrawAction: keepsBooksOf(visit.actor, collectiveId) ? withdrawalOf(plan, told, paths) : undefined,
      rows: (plan?.rows ?? []).map((row) => {
        const entryId = plan?.vouchers.get(row.month);
        return {
          ...monthEnd(plan?.terms ?? [], row),
          voucherHref: entryId === undefined ? undefined : paths.voucher(entryId),
        };
      }),
      form:
        refused ??
        filledForm(
          plan === undefined
            ? { use: asset.assetClass === 'public' ? 'publicWelfare' : 'operating', ...usual }
            : changeOf(plan, books.cost === asset.cost ? books.cost : undefined),
        ),
      uses: ASSET_USES,
      bases: TERMS_BASES.filter((basis) => (basis === 'changed') === (plan !== undefined)),
      action: keepsBooksOf(visit.actor, collectiveId) ? paths.assetDepreciation(id) : undefined,
    };
  }
}

/** Terms by how they came; what was withdrawn with its reason. */
function toldOf({ terms, follows, withdrawn }: ToldTerms): TermsRow {
  const { basis, from, months, cost, accumulated, salvage, paper } = terms;
  const how = labelOf(follows === undefined ? `termsBasis.${basis}` : `termsFollow.${follows}`);
  return { how, from, months, cost, accumulated, salvage, paper, withdrawn };
}

/** Where the last terms may be withdrawn: they follow from nothing else, and no month is booked by them. */
function withdrawalOf(
  plan: AssetPlan | undefined,
  told: readonly ToldTerms[],
  paths: VillagePaths,
): string | undefined {
  const last = plan?.terms.at(-1);
  if (plan === undefined || last === undefined || last.entryId !== null) return undefined;
  if (told.some(({ terms, follows }) => terms.number === last.number && follows !== undefined))
    return undefined;
  const isBooked = [...plan.booked].some((month) => month >= last.from);
  if (isBooked) return undefined;
  return `${paths.assetDepreciation(plan.assetId)}/${String(last.number)}/withdrawal`;
}

/** A change starts from what holds: the first month that is not booked, and how long the terms still run. */
function changeOf(
  { use, terms, rows, booked }: AssetPlan,
  cost: Fen | undefined,
): Record<string, string | undefined> {
  const last = [...booked].sort().at(-1);
  const fromMonth = last === undefined ? terms.at(-1)?.from : addMonths(last, 1);
  const left = rows.filter(({ month }) => fromMonth !== undefined && month >= fromMonth).length;
  const now = terms.at(-1);
  const salvage = plainYuan(now === undefined ? 0n : salvageOn(now, cost ?? now.cost));
  return { basis: 'changed', use, fromMonth, months: String(left), salvage };
}

function rowOf(
  collectiveId: string,
  of: { readonly plan: AssetPlan; readonly month: Month; readonly registered: readonly RegisteredAsset[] },
): MonthLossRow[] {
  const { plan, month, registered } = of;
  const planned = plan.rows.find((each) => each.month === month && each.amount > 0n);
  const asset = registered.find((each) => each.asset.id === plan.assetId)?.asset;
  if (planned === undefined || asset === undefined) return [];
  const row = monthEnd(plan.terms, planned);
  const paths = villagePaths(collectiveId);
  const entryId = plan.vouchers.get(month);
  return [
    {
      name: asset.name,
      href: paths.assetDepreciation(asset.id),
      use: labelOf(`assetUse.${useIn(plan.terms, month)}`),
      ...{ cost: row.cost, costChange: row.costChange, lossChange: row.lossChange },
      before: planned.accumulated - row.amount,
      amount: row.amount,
      net: row.net,
      voucherHref: entryId === undefined ? undefined : paths.voucher(entryId),
    },
  ];
}
