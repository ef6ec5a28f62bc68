import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import type { AssetSaleRules, VatTable } from '../../domain/income/vat';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';

interface VatFile {
  readonly confirmed: boolean;
  readonly rates: readonly { readonly from: string; readonly to?: string; readonly percent: number }[];
  readonly thresholds: readonly {
    readonly from: string;
    readonly to?: string;
    readonly month: number;
    readonly quarter: number;
    readonly reached: 'exempt' | 'taxed';
  }[];
  readonly asset_sales: {
    readonly ways: readonly string[];
    readonly only_where_charged: readonly string[];
    readonly immovable_kinds: readonly string[];
    readonly immovables: readonly {
      readonly from: string;
      readonly to?: string;
      readonly percent: number;
      readonly left_out: boolean;
    }[];
  };
  readonly small_up_to: number;
}

/** A file that ships with the program, held against its schema by its tests. */
const readVatFile: (text: string) => VatFile = parse;

/** Rates and thresholds of a small seller's value-added tax: a seed file. */
@Injectable()
export class VatTableService {
  private known: VatTable | undefined;

  constructor(@Inject(SEEDS_FOLDER) private readonly seedsFolder: string) {}

  table(): VatTable {
    this.known ??= this.read();
    return this.known;
  }

  private read(): VatTable {
    const file = readVatFile(readFileSync(join(this.seedsFolder, 'tax', 'vat.yaml'), 'utf8'));
    return {
      confirmed: file.confirmed,
      rates: file.rates.map(({ percent, ...dated }) => ({ ...dated, percent: String(percent) })),
      thresholds: file.thresholds.map(({ month, quarter, ...dated }) => ({
        ...dated,
        upTo: { month: inFen(month), quarter: inFen(quarter) },
      })),
      assetSales: assetSalesOf(file.asset_sales),
      smallUpTo: inFen(file.small_up_to),
    };
  }
}

function assetSalesOf(sales: VatFile['asset_sales']): AssetSaleRules {
  return {
    ways: sales.ways,
    onlyWhereCharged: sales.only_where_charged,
    immovableKinds: sales.immovable_kinds,
    immovables: sales.immovables.map(({ percent, left_out: leftOut, ...dated }) => {
      return { ...dated, percent: String(percent), leftOut };
    }),
  };
}

/** The file has whole yuan. */
function inFen(yuan: number): bigint {
  return BigInt(yuan) * 100n;
}
