import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assetSale } from '../../domain/income/asset-sale';
import type { BorneTax } from '../../domain/income/kept-tax';
import type { DatedSale } from '../../domain/income/tax-states';
import { type Fen, sumFen } from '../../domain/money/fen';
import { AssetSalesService } from '../assets/asset-sales.service';
import { IncomeReadService } from './income-read.service';
import { readBorne, readBorneByKeepers } from './joint-taxes.store';
import { ReceivableEntity } from './receivable.entity';
import { VatTableService } from './vat-table.service';

/** What a collective sold, for the tax of it. */
@Injectable()
export class TaxSalesService {
  constructor(
    private readonly reading: IncomeReadService,
    private readonly assets: AssetSalesService,
    private readonly vat: VatTableService,
  ) {}

  /** All that was sold and stands: what became owed, and assets. */
  async listSales(db: EntityManager, collectiveId: string): Promise<DatedSale[]> {
    const rules = this.vat.table().assetSales;
    const sold = await this.assets.listSold(db, collectiveId);
    return [
      ...(await this.listEarned(db, collectiveId)),
      ...sold.flatMap((each) => assetSale(each, rules) ?? []),
    ];
  }

  /** By voucher, the tax that papers of assets that left charge. */
  listStatedOfAssets(
    db: EntityManager,
    collectiveId: string,
    entryIds: readonly string[],
  ): Promise<ReadonlyMap<string, Fen>> {
    return this.assets.listStated(db, collectiveId, entryIds);
  }

  /**
   * What was sold: energy, subsidy, rent and other income that became owed in these books and stands, less
   * what a notice cut. What was owed at the opening was sold before; a keeper sells what is its own, and the
   * fee whose tax is his by its paper, which then is no owner's sale; a dividend is no sale, unless its paper
   * charges tax. Source: domain facts §6.3; not confirmed by a county.
   */
  private async listEarned(db: EntityManager, collectiveId: string): Promise<DatedSale[]> {
    const standing = await this.reading.listReceivables(collectiveId, db);
    const rows = await db.findBy(ReceivableEntity, { collectiveId });
    const said = new Map(rows.map((row) => [row.id, row]));
    const fees = rows.filter(({ stream }) => stream === 'energy').map(({ sourceId }) => sourceId);
    const borne = await readBorne(db, collectiveId, fees);
    const byKeepers = await readBorneByKeepers(db, collectiveId);
    return standing.flatMap((each): DatedSale[] => {
      const row = said.get(each.id);
      const own = each.stream === 'energy' && row !== undefined ? borne.get(row.sourceId) : undefined;
      if (row === undefined || row.sourceKind === 'opening' || (each.forOwners && own === undefined))
        return [];
      if (each.stream === 'energy' && byKeepers.has(row.sourceId)) return [];
      if (each.stream === 'dividend' && row.tax === null) return [];
      const { pool, assetId, stream, aboutPeriod: month, bookedOn: on, cuts } = each;
      return [
        {
          ...{ pool, assetId, stream, month, on, basis: row.taxBasis ?? undefined },
          amount: each.amount - sumFen(cuts.map((cut) => cut.amount)),
          ...statedOf(row, own),
        },
      ];
    });
  }
}

/** What a paper says of a sale's tax: of a fee that is its owners', what its keeper bears. */
function statedOf(
  { tax, taxKept }: ReceivableEntity,
  borne: BorneTax | undefined,
): Pick<DatedSale, 'stated' | 'keptBack'> {
  if (borne === undefined) return { stated: tax ?? undefined, keptBack: taxKept ?? undefined };
  return borne.charged > 0n
    ? { stated: borne.charged, keptBack: undefined }
    : { stated: undefined, keptBack: borne.keptBack };
}
