import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { isLeaving, type LeavingWay } from '../../domain/assets/asset-life';
import type { AssetKind } from '../../domain/assets/asset-classes';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import type { TaxBasis } from '../../domain/money/taxed';
import { AssetEventEntity } from './asset-event.entity';
import { readStandingEvents } from './asset-events.store';
import { AssetEntity } from './asset.entity';

/** What came for an asset that left the books, or was agreed for it, and what its paper says of tax. */
interface SoldAsset {
  readonly assetId: string;
  readonly kind: AssetKind;
  readonly way: LeavingWay;
  readonly on: CalendarDay;
  readonly amount: Fen;
  readonly basis: TaxBasis | undefined;
  readonly stated: Fen | undefined;
}

/** What assets were sold for, for whoever reckons the tax of it. */
@Injectable()
export class AssetSalesService {
  /** Those that left by a voucher and were not taken back, in the order of their days. */
  async listSold(db: EntityManager, collectiveId: string): Promise<SoldAsset[]> {
    const events = await readStandingEvents(db, collectiveId);
    const sold = events.flatMap(({ kind: way, ...event }) => (isSaleable(way) ? [{ ...event, way }] : []));
    if (sold.length === 0) return [];
    const id = In(sold.map(({ assetId }) => assetId));
    const kinds = new Map(
      (await db.findBy(AssetEntity, { collectiveId, id })).map((row) => [row.id, row.kind]),
    );
    return sold.map(({ assetId, way, happenedOn: on, amount, proceeds, taxBasis, tax }) => ({
      ...{ assetId, kind: kinds.get(assetId) ?? 'other', way, on },
      amount: way === 'contribution' ? amount : proceeds,
      ...{ basis: taxBasis ?? undefined, stated: tax ?? undefined },
    }));
  }

  /** By voucher, the tax that papers of what left charge. */
  async listStated(
    db: EntityManager,
    collectiveId: string,
    entryIds: readonly string[],
  ): Promise<ReadonlyMap<string, Fen>> {
    const rows = await db.findBy(AssetEventEntity, { collectiveId, entryId: In([...entryIds]) });
    return new Map(rows.map(({ entryId, tax }) => [entryId, tax ?? 0n]));
  }
}

function isSaleable(kind: AssetEventEntity['kind']): kind is LeavingWay {
  return isLeaving(kind) && kind !== 'handOver';
}
