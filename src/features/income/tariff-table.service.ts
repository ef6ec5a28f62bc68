import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import type { TariffTable } from '../../domain/income/tariff';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';

interface TariffFile {
  readonly confirmed: boolean;
  readonly benchmarks: readonly {
    readonly codes: readonly string[];
    readonly name: string;
    readonly price: number;
  }[];
  readonly tariffs: readonly { readonly from_year: number; readonly most: number }[];
  readonly bounds: { readonly least_of_benchmark: number; readonly margin_above_tariff: number };
}

/** A file that ships with the program, held against its schema by its tests. */
const readTariffFile: (text: string) => TariffFile = parse;

/** What electricity is usually worth: a seed file. */
@Injectable()
export class TariffTableService {
  private known: TariffTable | undefined;

  constructor(@Inject(SEEDS_FOLDER) private readonly seedsFolder: string) {}

  table(): TariffTable {
    this.known ??= this.read();
    return this.known;
  }

  private read(): TariffTable {
    const text = readFileSync(join(this.seedsFolder, 'tariffs', 'benchmarks.yaml'), 'utf8');
    const { confirmed, benchmarks, tariffs, bounds } = readTariffFile(text);
    return {
      confirmed,
      benchmarks: benchmarks.map(({ price, ...region }) => ({ ...region, price: String(price) })),
      tariffs: tariffs.map(({ from_year: fromYear, most }) => ({ fromYear, most: String(most) })),
      leastOfBenchmark: String(bounds.least_of_benchmark),
      marginAboveTariff: String(bounds.margin_above_tariff),
    };
  }
}
