import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssetKnown } from '../../domain/assets/asset-facts';
import type { HeldContract } from '../../domain/assets/contract-facts';
import type { Custody } from '../../domain/assets/custody';
import { standingReportsOf } from '../../domain/assets/linkage';
import { remedyOn } from '../../domain/assets/asset-remedy';
import { classesOn } from '../../domain/assets/review';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { AssetEarningsService } from './asset-earnings.service';
import { AssetNumbersService } from './asset-numbers.service';
import { AssetParticularsService } from './asset-particulars.service';
import { readRemedies } from './asset-remedies.store';
import { AssetReviewEntity } from './asset-review.entity';
import { AssetsService } from './assets.service';
import { readCustodies } from './custodies.store';
import { type Lease, LeasesService } from './leases.service';

/** Of which village, and whether the plates of its whole county are looked through. */
export interface KnownOf {
  readonly collectiveId: string;
  readonly organisation: string;
  /** False where nobody asks for the numbers: they cost a look at every village of the county. */
  readonly asksNumbers?: boolean;
}

/** An asset that has left. */
export interface LeftAsset {
  readonly asset: AssetKnown['asset'];
  readonly leftOn: CalendarDay;
}

/** What the books know of every asset of a village on a day. */
@Injectable()
export class AssetKnownService {
  constructor(
    private readonly assets: AssetsService,
    private readonly particulars: AssetParticularsService,
    private readonly leases: LeasesService,
    private readonly earnings: AssetEarningsService,
    private readonly numbers: AssetNumbersService,
  ) {}

  /** Every asset that has left the register by a day, with the day it left. */
  async listLeft(db: EntityManager, collectiveId: string, day: CalendarDay): Promise<LeftAsset[]> {
    const registered = await this.assets.listAssetsOn(collectiveId, day, db);
    return registered.flatMap(({ asset }) => {
      const { leftOn } = asset;
      return leftOn !== undefined && leftOn <= day ? [{ asset, leftOn }] : [];
    });
  }

  /** A contract over an asset. */
  async findLease(db: EntityManager, collectiveId: string, leaseId: string): Promise<Lease | undefined> {
    return (await this.leases.listLeases(collectiveId, db)).find(({ id }) => id === leaseId);
  }

  /** Every asset that stands in the register on a day, in its order; what has left is not asked about. */
  async listKnown(
    db: EntityManager,
    { collectiveId, organisation, asksNumbers = true }: KnownOf,
    day: CalendarDay,
  ): Promise<AssetKnown[]> {
    const registered = await this.assets.listAssetsOn(collectiveId, day, db);
    const standing = registered.filter(({ asset: { leftOn } }) => leftOn === undefined || leftOn > day);
    const particulars = await this.particulars.listInForce(collectiveId, day, db);
    const leases = await this.leases.listLeases(collectiveId, db);
    const books = await this.earnings.readBooks(db, collectiveId, day);
    const plates = [...particulars.values()].map(({ plateNumber }) => plateNumber);
    const bearers = asksNumbers
      ? await this.numbers.countBearers(db, collectiveId, plates)
      : new Map<string, readonly string[]>();
    const reviews = await db.find(AssetReviewEntity, { where: { collectiveId }, order: { number: 'ASC' } });
    const classes = classesOn(reviews, day);
    const remedies = await readRemedies(db, collectiveId);
    const custodies = await readCustodies(db, collectiveId);
    return standing.map(({ asset, funds }) => {
      const own = particulars.get(asset.id);
      return {
        ...{ asset, funds, particulars: own, organisation, booksFrom: books.booksFrom },
        contracts: leases
          .filter(({ assetId }) => assetId === asset.id)
          .flatMap((lease) => heldOf(lease, day, custodies)),
        ...books.earningsOf(asset.id),
        upkeepBills: books.upkeepBillsOf(asset.id),
        classId: classes.get(asset.id)?.classId,
        remedy: remedyOn(remedies.get(asset.id) ?? [], day)?.remedy,
        numberTaken: (bearers.get(own?.plateNumber ?? '') ?? []).some((id) => id !== asset.id),
      };
    });
  }
}

/** A contract that had begun by the day. */
function heldOf(lease: Lease, day: CalendarDay, custodies: readonly Custody[]): HeldContract[] {
  const { id, number, tenant, signedOn, terms, duties } = lease;
  const { firstOn, lastOn } = terms;
  const reports = standingReportsOf(lease.reports).filter(({ to }) => to <= day);
  const own = custodies.filter(({ assetId }) => assetId === lease.assetId);
  const keptAs = own.find((each) => each.firstOn <= day && day <= each.lastOn)?.kind;
  const kept = keptAs === undefined ? {} : { keptAs };
  const worked = { ...kept, reports, ...(duties.jobs === undefined ? {} : { jobsPromised: duties.jobs }) };
  const name = `${number} ${tenant}`.trim();
  return firstOn <= day && firstOn <= lastOn ? [{ id, name, signedOn, firstOn, lastOn, ...worked }] : [];
}
