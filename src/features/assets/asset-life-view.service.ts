import { Injectable } from '@nestjs/common';
import { type Asset, FUND_LEVELS } from '../../domain/assets/asset';
import {
  CHANGE_KINDS,
  isWithoutVoucher,
  LEAVING_GROUNDS,
  LEAVING_WAYS,
  TURN_WAYS,
} from '../../domain/assets/asset-life';
import { ASSET_USES } from '../../domain/assets/depreciation';
import { isHolding } from '../../domain/assets/holdings';
import { PAID_FROM } from '../../domain/assets/value-change';
import { type CalendarDay, isCalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import { POOLS } from '../../domain/ledger/manual-lines';
import { taxWords } from '../../glossary/tax-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { type VillagePaths, villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import type { AssetLifePageProps, AssetOrigin, LifeAct, LifeRow } from './asset-life.pages';
import type { ToldEvent } from './asset-events.store';
import type { TurnRow, TurnsProps } from './asset-turns.pages';
import type { ToldTurn } from './asset-turns.store';
import { AssetLifeService } from './asset-life.service';
import { AssetsService } from './assets.service';
import { DepartureGroundService, NO_BOOKS } from './departure-ground.service';
import type { Lease } from './leases.service';
import type { LeavingReserve } from './leaving-money.pages';
import type { StandingLease } from './standing-leases.pages';

/** An asset as an address names it. */
export interface AssetPlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** Which form is open, and how it came back where it was refused. */
export interface LifeAsked {
  readonly act?: LifeAct | undefined;
  readonly form?: FormState;
}

/** The page of what happens to an asset. */
@Injectable()
export class AssetLifeViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly life: AssetLifeService,
    private readonly ground: DepartureGroundService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `assets.unknown` */
  async pageOf(visit: PageVisit, at: AssetPlace, asked: LifeAsked): Promise<AssetLifePageProps> {
    const { collectiveId, id } = at;
    const paths = villagePaths(collectiveId);
    const { asset } = await this.assets.requireAsset(collectiveId, id);
    const events = await this.life.listHistory(collectiveId, id);
    const books = (await this.ground.booksOf(collectiveId, asset)) ?? NO_BOOKS;
    const holds = isHolding(asset.kind);
    const keeps = keepsBooksOf(visit.actor, collectiveId) && asset.leftOn === undefined;
    const may = keeps && books.cost > 0n;
    const withoutVoucher = asset.leftBy !== undefined && isWithoutVoucher(asset.leftBy);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      name: asset.name,
      leases: (await this.ground.listStandingLeases(collectiveId, id)).map((each) =>
        standingLease(each, paths),
      ),
      assetHref: paths.asset(id),
      depreciationHref: holds || books.cost === 0n ? undefined : paths.assetDepreciation(id),
      books,
      holding: isHolding(asset.kind) ? asset.kind : undefined,
      departureHref: withoutVoucher || (keeps && books.cost === 0n) ? paths.assetDeparture(id) : undefined,
      leftOn: asset.leftOn,
      ...(may && asked.act === 'leave' ? { reserve: await this.reserveOf(collectiveId, asset, asked) } : {}),
      cameFrom: await this.originOf(paths, at),
      lifeHref: paths.assetLife(id),
      events: events.map((event) => rowOf(event, paths)),
      turns: await this.turnsOf(at, { keeps, asset, action: `${paths.assetLife(id)}/turn` }),
      suspendedOn: asset.suspendedOn,
      form:
        asked.form ??
        filledForm({
          ...{ kind: 'improvement', pool: 'earmarked', paidFrom: 'bank', fundLevel: 'own' },
          fundYear: String(yearOf(this.clock.today())),
        }),
      act: asked.act,
      kinds: optionsOf('lifeKind', CHANGE_KINDS),
      pools: optionsOf('pool', POOLS),
      paidFrom: optionsOf('paidFrom', PAID_FROM),
      fundLevels: optionsOf('fundLevel', FUND_LEVELS),
      ways: optionsOf(
        'lifeKind',
        LEAVING_WAYS.filter((way) => way !== 'contribution' || asset.kind !== 'equity'),
      ),
      grounds: optionsOf('leavingGround', LEAVING_GROUNDS),
      action: may ? paths.assetLife(id) : undefined,
    };
  }

  /** What was decided about it while it stays, and what may be. */
  private async turnsOf(
    { collectiveId, id }: AssetPlace,
    may: { readonly keeps: boolean; readonly asset: Asset; readonly action: string },
  ): Promise<TurnsProps> {
    const { told, lastId, use, byKeeper } = await this.life.turnsOf(collectiveId, id);
    const isSuspended = may.asset.suspendedOn !== undefined;
    const own = told.filter(({ turn }) => turn.collectiveId === collectiveId);
    const last = own.findLast(({ withdrawn }) => withdrawn === undefined);
    const mayWithdraw = may.keeps && last !== undefined && last.turn.id === lastId;
    const other = isSuspended ? 'suspend' : 'resume';
    return {
      rows: told.map(turnRowOf),
      ways: optionsOf(
        'lifeKind',
        TURN_WAYS.filter((way) => way !== other),
      ),
      grounds: optionsOf('leavingGround', LEAVING_GROUNDS),
      uses: use === undefined ? [] : optionsOf('assetUse', ASSET_USES),
      isSuspended,
      byKeeper,
      action: may.keeps && !byKeeper ? may.action : undefined,
      withdrawAction: mayWithdraw
        ? `${villagePaths(collectiveId).assetLife(id)}/turns/${last.turn.id}/withdrawal`
        : undefined,
    };
  }

  /** What the reserve may give up for it on the day that was typed, or today. */
  private async reserveOf(collectiveId: string, asset: Asset, { form }: LifeAsked): Promise<LeavingReserve> {
    const typed = form?.values.happenedOn ?? '';
    const day: CalendarDay = isCalendarDay(typed) ? typed : this.clock.today();
    return { day, worths: await this.life.listWorths(collectiveId, asset, day) };
  }

  /** What was put into a firm for it. */
  private async originOf(
    paths: VillagePaths,
    { collectiveId, id }: AssetPlace,
  ): Promise<AssetOrigin | undefined> {
    const from = await this.life.findOrigin(collectiveId, id);
    return from === undefined ? undefined : { name: from.name, href: paths.asset(from.id) };
  }
}

function turnRowOf({ turn, withdrawn }: ToldTurn): TurnRow {
  const { way, happenedOn, ground, newUse, use, reason, paper, approvedBy } = turn;
  return {
    ...{ way: labelOf(`lifeKind.${way}`), happenedOn, newUse, reason, paper, approvedBy, withdrawn },
    ground: ground === null ? undefined : labelOf(`leavingGround.${ground}`),
    use: use === null ? undefined : labelOf(`assetUse.${use}`),
  };
}

function rowOf({ event, reversedBy }: ToldEvent, paths: VillagePaths): LifeRow {
  const { kind, happenedOn, amount, proceeds, costs, ground, paper, approvedBy } = event;
  return {
    kind,
    happenedOn,
    amount,
    proceeds,
    costs,
    tax: taxOf(event),
    ground,
    paper,
    approvedBy,
    ...linksOf({ event, reversedBy }, paths),
  };
}

/** What its paper says of tax; nothing where nothing came for it. */
function taxOf({ kind, proceeds, taxBasis, tax }: ToldEvent['event']): string | undefined {
  const hasCome = proceeds > 0n || kind === 'contribution';
  return hasCome ? taxWords.stated(taxBasis ?? undefined, tax ?? undefined) : undefined;
}

/** Where its voucher and its papers are. */
function linksOf(
  { event: { id, entryId, stakeId }, reversedBy }: ToldEvent,
  paths: VillagePaths,
): Pick<LifeRow, 'voucherHref' | 'filesHref' | 'reversalHref' | 'stakeHref'> {
  return {
    voucherHref: paths.voucher(entryId),
    filesHref: paths.files('assetEvent', id),
    ...(stakeId === null ? {} : { stakeHref: paths.asset(stakeId) }),
    ...(reversedBy === undefined ? {} : { reversalHref: paths.voucher(reversedBy) }),
  };
}

function optionsOf(area: string, values: readonly string[]): Option[] {
  return values.map((value) => ({ value, label: labelOf(`${area}.${value}`) }));
}

/** A contract over the asset, with where it is ended. */
export function standingLease(
  { id, number, tenant, terms: { lastOn } }: Lease,
  paths: Pick<VillagePaths, 'lease'>,
): StandingLease {
  return { number, tenant, lastOn, href: paths.lease(id) };
}
