import { Injectable } from '@nestjs/common';
import { type Asset, FUND_LEVELS, isStation } from '../../domain/assets/asset';
import {
  ASSET_CLASSES,
  ASSET_KINDS,
  isOwnFixedAsset,
  isTitledElsewhere,
  TITLE_LEVELS,
} from '../../domain/assets/asset-classes';
import { isWithoutVoucher } from '../../domain/assets/asset-life';
import { isHolding } from '../../domain/assets/holdings';
import { capacityShown, type StationCapacity } from '../../domain/assets/own-capacity';
import { type OwnPart, tableShown } from '../../domain/assets/own-cost';
import { readRegisterDay } from '../../domain/assets/register-day';
import { mayBeKept } from '../../domain/assets/custody';
import { cardWords } from '../../glossary/card-words';
import { registerDaySaid } from '../../glossary/register-day-words';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { assetTablesPath, villagePaths, withQuery } from '../../platform/http/office-paths';
import { colourPaths } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import { AssetCardPartsService } from './asset-card-parts.service';
import type { AssetFormPageProps } from './asset-form.pages';
import type { AssetListPageProps, AssetRow } from './asset-list.pages';
import type { AssetPageProps } from './assets.pages';
import type { AssetPlace } from './asset-particulars-view.service';
import { gridContractsPath } from './grid-contract-paths';
import { EntryQuestionsService } from './entry-questions.service';
import { AssetsService, type RegisteredAsset } from './assets.service';

/** Rows a new form shows, and how many a person may ask for more. */
const FUND_ROWS = 4;
const SHARE_ROWS = 4;
const MORE_ROWS = 4;

/** A new asset as it is typed, and which of its tables wants more rows. */
export interface NewAssetAsked {
  readonly form?: FormState | undefined;
  readonly more?: string | undefined;
}

/** The pages of the register of assets. */
@Injectable()
export class AssetViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly parts: AssetCardPartsService,
    private readonly asked: EntryQuestionsService,
    private readonly clock: Clock,
  ) {}

  /** Every asset of a village. @param asked the day of the register as typed */
  async listPage(visit: PageVisit, collectiveId: string, asked?: string): Promise<AssetListPageProps> {
    const { on, problem } = readRegisterDay(asked, this.clock.today());
    const registered = await this.assets.listAssetsOn(collectiveId, on);
    const standings = await this.parts.standingsOn(collectiveId, on);
    const parts = await this.parts.ownPartsOn(collectiveId, on);
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      on,
      said: registerDaySaid({ on, problem, today: this.clock.today(), count: registered.length }),
      assets: registered.map((each) => ({
        ...rowOf(each, { href: paths.asset(each.asset.id), on, part: parts.get(each.asset.id) }),
        standing: standings.get(each.asset.id),
        byTable: parts.get(each.asset.id)?.cost,
      })),
      ...(keepsBooksOf(visit.actor, collectiveId)
        ? { newHref: paths.newAsset, importHref: paths.assetImport }
        : {}),
      registerHref: withQuery(paths.assetRegister, { on }),
      withLeftHref: withQuery(paths.assetRegister, { on, left: 'yes' }),
      cardsHref: paths.assetCards,
      reviewsHref: paths.assetReviews,
      stocktakingsHref: paths.stocktakings,
      handoversHref: paths.handovers,
      mattersHref: paths.matters,
      watchHref: paths.assetWatch,
      coloursHref: colourPaths.village(collectiveId),
      tablesHref: withQuery(assetTablesPath(collectiveId), { on }),
      ...(registered.some(({ asset }) => asset.kind === 'keptPvStation') ? { keptHref: paths.kept } : {}),
    };
  }

  /** One asset with its funds and shares. @throws DomainError `assets.unknown` */
  async assetPage(visit: PageVisit, at: AssetPlace): Promise<AssetPageProps> {
    const registered = await this.assets.requireAsset(at.collectiveId, at.id);
    const { asset, funds } = registered;
    const on = this.clock.today();
    const held = { on, part: (await this.parts.ownPartsOn(at.collectiveId, on)).get(at.id) };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: at.collectiveId, section: 'assets' }),
      name: asset.name,
      kind: labelOf(`assetKind.${asset.kind}`),
      facts: factsOf(asset, capacityShown(registered, held.part, held.on)),
      left: leftOf(asset),
      cost: asset.cost,
      cardHref: `${villagePaths(at.collectiveId).asset(at.id)}/card.pdf`,
      ...lifeLinks(asset, at),
      ...stationLinks(visit, at, asset),
      gridHref: isStation(asset.kind) ? gridContractsPath(at.collectiveId, at.id) : undefined,
      custodyHref: mayBeKept(asset.kind) ? villagePaths(at.collectiveId).custody(at.id) : undefined,
      mattersHref:
        asset.leftOn === undefined ? villagePaths(at.collectiveId).mattersOf('asset', at.id) : undefined,
      titledElsewhere: isTitledElsewhere(asset),
      funds: funds.map((fund) => ({ ...fund, level: labelOf(`fundLevel.${fund.level}`) })),
      ...(await this.parts.partsOf(visit, at, { ...asset, today: on })),
      shares: sharesOf(registered, held, keptLinks(visit, at, asset)),
    };
  }

  /** The form of a new asset. @param more which rows the person asked more of */
  async formPage(visit: PageVisit, collectiveId: string, given: NewAssetAsked): Promise<AssetFormPageProps> {
    const form = given.form ?? filledForm({ assetClass: 'operating', titleLevel: 'village' });
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      form,
      action: paths.newAsset,
      cancelHref: paths.assets,
      kinds: optionsOf('assetKind', ASSET_KINDS),
      classes: optionsOf('assetClass', ASSET_CLASSES),
      titleLevels: optionsOf('titleLevel', TITLE_LEVELS),
      fundLevels: optionsOf('fundLevel', FUND_LEVELS),
      fundRows: rowCount(form, { name: 'funds', least: FUND_ROWS, more: given.more }),
      shareRows: rowCount(form, { name: 'shares', least: SHARE_ROWS, more: given.more }),
      matters: await this.asked.entryQuestions(collectiveId, 'asset'),
    };
  }
}

/** A day, and what the keeper's table of that day gives where the station is kept by another. */
interface HeldOn {
  readonly on: string;
  readonly part: OwnPart | undefined;
}

function rowOf(registered: RegisteredAsset, held: HeldOn & { readonly href: string }): AssetRow {
  const { asset } = registered;
  const { href } = held;
  const capacity = capacityShown(registered, held.part, held.on);
  return {
    name: asset.name,
    href,
    kind: labelOf(`assetKind.${asset.kind}`),
    assetClass: labelOf(`assetClass.${asset.assetClass}`),
    acquiredOn: asset.acquiredOn,
    ...(capacity === undefined ? {} : { capacity }),
    titleHolder: asset.titleHolder,
    cost: isTitledElsewhere(asset) ? undefined : asset.cost,
    left: leftOf(asset),
  };
}

/** The day it left and the word for how; undefined while it stands. */
function leftOf({ leftOn, leftBy }: Asset): AssetRow['left'] {
  if (leftOn === undefined || leftBy === undefined) return undefined;
  return { on: leftOn, how: labelOf(`lifeKind.${leftBy}`), disposed: !isWithoutVoucher(leftBy) };
}

/** A choice of each, by its word in the glossary. */
function optionsOf(area: string, values: readonly string[]): Option[] {
  return values.map((value) => ({ value, label: labelOf(`${area}.${value}`) }));
}

function rowCount(
  form: FormState,
  rows: { readonly name: string; readonly least: number; readonly more: string | undefined },
): number {
  const typed = Object.keys(form.values).flatMap((name) => {
    const place = new RegExp(`^${rows.name}\\[(\\d{1,3})\\]`).exec(name)?.[1];
    return place === undefined ? [] : [Number(place) + 1];
  });
  const shown = Math.max(rows.least, ...typed);
  return rows.more === rows.name ? shown + MORE_ROWS : shown;
}

function factsOf(asset: Asset, capacity: StationCapacity | undefined): AssetPageProps['facts'] {
  const facts = {
    assetClass: labelOf(`assetClass.${asset.assetClass}`),
    titleLevel: labelOf(`titleLevel.${asset.titleLevel}`),
    titleHolder: asset.titleHolder,
    acquiredOn: asset.acquiredOn,
    capacityKw: capacity === undefined ? undefined : cardWords.capacity(capacity),
    meterMultiplier: asset.meterMultiplier,
    energyPrice: withUnit(asset.energyPriceYuanPerKwh, 'yuanPerKwh'),
    subsidyPrice: withUnit(asset.subsidyPriceYuanPerKwh, 'yuanPerKwh'),
    keeper: asset.keeper,
  };
  return Object.entries(facts).flatMap(([field, text]) => {
    const label = DATED_ELSEWHERE.has(field) ? cardWords.asEntered(fieldLabel(field)) : fieldLabel(field);
    return text === undefined ? [] : [{ label, text }];
  });
}

/** Of a station's meter and prices as they were at its entry: what holds since stands on pages of theirs. */
const DATED_ELSEWHERE: ReadonlySet<string> = new Set(['meterMultiplier', 'energyPrice', 'subsidyPrice']);

/** Where a station that is read here tells its meters and its prices by date, to who keeps the books. */
function stationLinks(
  visit: PageVisit,
  { collectiveId, id }: AssetPlace,
  { kind }: Asset,
): Pick<AssetPageProps, 'meterHref' | 'pricesHref'> {
  if (!isStation(kind) || kind === 'jointPvStation' || !keepsBooksOf(visit.actor, collectiveId)) return {};
  const own = villagePaths(collectiveId).asset(id);
  return { meterHref: `${own}/meter`, pricesHref: `${own}/prices` };
}

function withUnit(quantity: string | undefined, unit: 'yuanPerKwh'): string | undefined {
  return quantity === undefined ? undefined : `${quantity} ${labelOf(`unit.${unit}`)}`;
}

/** Where the keeper of a joint station goes on from its card, and where an owner finds his part. */
function keptLinks(visit: PageVisit, { collectiveId, id }: AssetPlace, { kind }: Asset): KeptLinks {
  if (kind === 'jointPvStation') return { ownHref: villagePaths(collectiveId).ownShare(id) };
  if (kind !== 'keptPvStation') return {};
  const paths = villagePaths(collectiveId);
  const mayChange = keepsBooksOf(visit.actor, collectiveId);
  return { keptHref: paths.kept, ...(mayChange ? { changeHref: paths.keptShares(id) } : {}) };
}

/**
 * Where what happens to it is booked: a fixed asset's months and life, a holding's life alone; what stands in
 * no books only leaves the register.
 */
function lifeLinks(
  asset: Asset,
  { collectiveId, id }: AssetPlace,
): Pick<AssetPageProps, 'depreciationHref' | 'lifeHref' | 'departureHref'> {
  const paths = villagePaths(collectiveId);
  if (isOwnFixedAsset(asset)) return { depreciationHref: paths.assetDepreciation(id) };
  return isHolding(asset.kind) && !isTitledElsewhere(asset)
    ? { lifeHref: paths.assetLife(id) }
    : { departureHref: paths.assetDeparture(id) };
}

type KeptLinks = Pick<NonNullable<AssetPageProps['shares']>, 'keptHref' | 'changeHref' | 'ownHref'>;

function sharesOf(
  { asset, shareTables }: RegisteredAsset,
  { on, part }: HeldOn,
  links: KeptLinks,
): AssetPageProps['shares'] {
  const table = tableShown({ tables: shareTables, ownShareKey: asset.ownShareKey }, part, on);
  if (table === undefined) return undefined;
  return {
    keeper: asset.keeper ?? '',
    since: table.since,
    rows: table.rows.map(({ key, label, owner, share }) => ({
      owner: owner === label ? owner : `${label} ${owner}`,
      share,
      own: table.ownKeys.includes(key),
    })),
    total: '100%',
    ...links,
  };
}
