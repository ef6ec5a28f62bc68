import type { Asset } from '../../domain/assets/asset';
import type { AssetEntity } from './asset.entity';

type AssetColumns = Omit<AssetEntity, 'collectiveId' | 'id'>;

/** An asset as its row keeps it. */
export function columnsOf(asset: Omit<Asset, 'id'>): AssetColumns {
  return {
    kind: asset.kind,
    assetClass: asset.assetClass,
    titleLevel: asset.titleLevel,
    name: asset.name,
    pool: asset.pool,
    cost: asset.cost,
    titleHolder: asset.titleHolder,
    acquiredOn: asset.acquiredOn,
    capacityKw: asset.capacityKw ?? null,
    meterMultiplier: asset.meterMultiplier ?? null,
    energyPrice: asset.energyPriceYuanPerKwh ?? null,
    subsidyPrice: asset.subsidyPriceYuanPerKwh ?? null,
    keeper: asset.keeper ?? null,
    ownShareKey: asset.ownShareKey ?? null,
  };
}

/** What its row says. */
export function assetOf(row: AssetEntity): Asset {
  return {
    id: row.id,
    kind: row.kind,
    assetClass: row.assetClass,
    titleLevel: row.titleLevel,
    name: row.name,
    pool: row.pool,
    cost: row.cost,
    titleHolder: row.titleHolder,
    acquiredOn: row.acquiredOn,
    ...(row.capacityKw === null ? {} : { capacityKw: row.capacityKw }),
    ...(row.meterMultiplier === null ? {} : { meterMultiplier: row.meterMultiplier }),
    ...(row.energyPrice === null ? {} : { energyPriceYuanPerKwh: row.energyPrice }),
    ...(row.subsidyPrice === null ? {} : { subsidyPriceYuanPerKwh: row.subsidyPrice }),
    ...(row.keeper === null ? {} : { keeper: row.keeper }),
    ...(row.ownShareKey === null ? {} : { ownShareKey: row.ownShareKey }),
  };
}
