import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import type { VatTable } from '../../domain/income/vat';
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
      smallUpTo: inFen(file.small_up_to),
    };
  }
}

/** The file has whole yuan. */
function inFen(yuan: number): bigint {
  return BigInt(yuan) * 100n;
}
