import { AssetCorrectionsService } from '../../src/features/assets/asset-corrections.service';
import { AssetDeparturesService } from '../../src/features/assets/asset-departures.service';
import { AssetLifeFactsService } from '../../src/features/assets/asset-life-facts.service';
import { AssetLifeService } from '../../src/features/assets/asset-life.service';
import { AssetReturnsService } from '../../src/features/assets/asset-returns.service';
import type { AssetParticularsService } from '../../src/features/assets/asset-particulars.service';
import { AssetVouchersService } from '../../src/features/assets/asset-vouchers.service';
import { RegisterStandsService } from '../../src/features/assets/register-stands.service';
import { AssetTurnsService } from '../../src/features/assets/asset-turns.service';
import type { AssetsService } from '../../src/features/assets/assets.service';
import { ContributedStakesService } from '../../src/features/assets/contributed-stakes.service';
import { OwnPartsService } from '../../src/features/assets/own-parts.service';
import { OwnSharesService } from '../../src/features/assets/own-shares.service';
import { ShareTransfersService } from '../../src/features/assets/share-transfers.service';
import { StationLinksService } from '../../src/features/assets/station-links.service';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { DepartureGroundService } from '../../src/features/assets/departure-ground.service';
import { LeasesService } from '../../src/features/assets/leases.service';
import { ConstructionReadService } from '../../src/features/assets/construction-read.service';
import { ConstructionService } from '../../src/features/assets/construction.service';
import { DepreciationReadService } from '../../src/features/assets/depreciation-read.service';
import { ProjectGroundService } from '../../src/features/assets/project-ground.service';
import { DepreciationService } from '../../src/features/assets/depreciation.service';
import { AssetBalancesService } from '../../src/features/ledger/asset-balances.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';

/** What the life of an asset stands on. */
interface LifeGround {
  readonly assets: AssetsService;
  readonly particulars: AssetParticularsService;
  readonly books: LedgerReadService;
  readonly ledger: LedgerService;
}

/** What of kept stations is an owner's by their tables, wired as its module does. */
export function ownPartsOn(
  database: Database,
  { assets, collectives }: { readonly assets: AssetsService; readonly collectives: CollectivesService },
): OwnPartsService {
  return new OwnPartsService(new StationLinksService(database, assets), assets, collectives);
}

/** The services of an asset's life, wired as the modules do. */
export function assetLifeOn(database: Database, clock: Clock, wired: LifeGround) {
  const { assets, books, ledger, particulars } = wired;
  const balances = new AssetBalancesService();
  const depreciationRead = new DepreciationReadService(database, books, ledger, balances);
  const lifeFacts = new AssetLifeFactsService(clock, assets, depreciationRead, balances, ledger);
  const constructionRead = new ConstructionReadService(database, clock, books, depreciationRead);
  const ground = new ProjectGroundService(assets, depreciationRead, clock);
  const leases = new LeasesService(database, clock, assets, ledger, books);
  const departureGround = new DepartureGroundService(clock, database, particulars, leases, lifeFacts);
  const stakes = new ContributedStakesService(clock, assets, balances);
  const corrections = new AssetCorrectionsService(database, clock, assets, balances, ledger);
  const collectives = new CollectivesService(database, ledger);
  const parts = ownPartsOn(database, { assets, collectives });
  const ownShares = new OwnSharesService(database, parts, assets, depreciationRead, ledger);
  const transfers = new ShareTransfersService(database, ownShares, corrections, ledger, lifeFacts);
  const depreciation = new DepreciationService(database, clock, assets, depreciationRead, ledger);
  return {
    ...{ corrections, ownShares, transfers },
    assetReturns: new AssetReturnsService(lifeFacts, particulars, stakes, transfers),
    constructionRead,
    construction: new ConstructionService(database, clock, constructionRead, ground, ledger),
    depreciationRead,
    depreciation,
    lifeFacts,
    departures: new AssetDeparturesService(database, clock, particulars, departureGround),
    turns: new AssetTurnsService(database, clock, lifeFacts, leases, depreciation),
    assetLife: new AssetLifeService(database, clock, lifeFacts, ledger, stakes),
  };
}

/** Assets as written vouchers name them. */
export function assetVouchersOn(
  assets: AssetsService,
  books: LedgerReadService,
  database: Database,
): AssetVouchersService {
  const stands = new RegisterStandsService(books, new AssetBalancesService());
  return new AssetVouchersService(assets, stands, database);
}
