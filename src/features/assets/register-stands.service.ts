import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isLeaving } from '../../domain/assets/asset-life';
import { lostByNow } from '../../domain/assets/depreciation';
import { carryingAccounts, holdingAccounts, isHolding } from '../../domain/assets/holdings';
import type { RegisteredAsset } from '../../domain/assets/register-by-hand';
import type { AccountRoles } from '../../domain/ledger/chart';
import { type Fen, sumFen } from '../../domain/money/fen';
import { type AssetBalance, AssetBalancesService } from '../ledger/asset-balances.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { readStandingEvents } from './asset-events.store';
import type { AssetEventEntity } from './asset-event.entity';
import { AssetEntity } from './asset.entity';
import { DepreciationBookingEntity } from './depreciation-booking.entity';
import type { DepreciationTermsEntity } from './depreciation-terms.entity';
import { readStandingTerms } from './depreciation-terms.store';
import { ShareTransferEntity } from './share-transfer.entity';

/** What is kept of the assets beside the books. */
interface KeptOfAssets {
  readonly roles: AccountRoles;
  readonly balances: readonly AssetBalance[];
  readonly events: readonly AssetEventEntity[];
  readonly terms: readonly DepreciationTermsEntity[];
  readonly bookings: readonly DepreciationBookingEntity[];
  readonly transfers: readonly ShareTransferEntity[];
}

/** The register of assets beside the books: what each cost, and what it has lost. */
@Injectable()
export class RegisterStandsService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly balances: AssetBalancesService,
  ) {}

  /** Every asset of the register, as it and the books say now. */
  async listStands(db: EntityManager, collectiveId: string, roles: AccountRoles): Promise<RegisteredAsset[]> {
    const assets = await db.findBy(AssetEntity, { collectiveId });
    if (assets.length === 0) return [];
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const bookings = await db.findBy(DepreciationBookingEntity, { collectiveId });
    const transfers = await db.findBy(ShareTransferEntity, { collectiveId });
    const kept: KeptOfAssets = {
      roles,
      balances: await this.balances.listOn(db, collectiveId, { accounts: carryingAccounts(roles) }),
      events: await readStandingEvents(db, collectiveId),
      terms: await readStandingTerms(db, collectiveId, reversed),
      bookings: bookings.filter(({ entryId }) => !reversed.has(entryId)),
      transfers: transfers.filter(({ entryId }) => !reversed.has(entryId)),
    };
    return assets.map((asset) => standOf(asset, kept));
  }
}

function standOf(asset: AssetEntity, { roles, ...kept }: KeptOfAssets): RegisteredAsset {
  const isOwn = ({ assetId }: { readonly assetId: string }): boolean => assetId === asset.id;
  const events = kept.events.filter(isOwn);
  const terms = kept.terms.filter(isOwn);
  const balances = kept.balances.filter(isOwn);
  const on = (accounts: readonly (string | undefined)[]): Fen =>
    sumFen(balances.filter((each) => accounts.includes(each.ledgerAccount)).map(({ balance }) => balance));
  const holding = isHolding(asset.kind) ? holdingAccounts(asset.kind, roles) : [roles.fixedAssets];
  const lost = asset.kind === 'biological' ? roles.biologicalDepreciation : roles.accumulatedDepreciation;
  const costAccounts = holding.filter((account) => account !== lost);
  const booked = new Set(kept.bookings.filter(isOwn).map(({ month }) => month));
  const moved = movedSince(kept.transfers.filter(isOwn), terms.at(-1));
  const sumOf = (kind: string): Fen =>
    sumFen(events.filter((event) => event.kind === kind).map(({ amount }) => amount));
  return {
    ...{ name: asset.name, entered: asset.cost, improved: sumOf('improvement') },
    hasLeft: events.some(({ kind }) => isLeaving(kind)),
    ...{ assetId: asset.id, costAccounts, lossAccount: lost },
    booksCost: on(costAccounts),
    booksLost: -on([lost]),
    lostByTerms: terms.length === 0 ? undefined : lostByNow(terms, booked) + moved,
  };
}

/**
 * What came with a part of a kept station, or went, since the last terms were entered: those that follow take
 * it along, and until then it stands in the books beside what the terms say.
 */
function movedSince(
  transfers: readonly ShareTransferEntity[],
  last: DepreciationTermsEntity | undefined,
): Fen {
  const since = transfers.filter(({ termsBefore }) => last !== undefined && termsBefore >= last.number);
  return sumFen(since.map(({ accumulated }) => accumulated));
}
