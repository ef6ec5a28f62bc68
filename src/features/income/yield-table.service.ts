import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import type { YieldTable } from '../../domain/income/yield';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';

interface YieldFile {
  readonly confirmed: boolean;
  readonly regions: readonly {
    readonly codes: readonly string[];
    readonly name: string;
    readonly hours: { readonly least: number; readonly most: number };
  }[];
  readonly month_shares: readonly number[];
  readonly ageing: { readonly first_year: number; readonly later_years: number };
  readonly alerts: {
    readonly yellow_below: number;
    readonly red_below: number;
    readonly check_above: number;
  };
  readonly tolerance: { readonly percent: number; readonly least_kwh: number };
  readonly day: {
    readonly hours_at_most: number;
    readonly carried_from: number;
    readonly days_at_least: number;
  };
}

/** A file that ships with the program, held against its schema by its tests. */
const readYieldFile: (text: string) => YieldFile = parse;

/** What stations are expected to generate: a seed file. */
@Injectable()
export class YieldTableService {
  private known: YieldTable | undefined;

  constructor(@Inject(SEEDS_FOLDER) private readonly seedsFolder: string) {}

  table(): YieldTable {
    this.known ??= this.read();
    return this.known;
  }

  private read(): YieldTable {
    const text = readFileSync(join(this.seedsFolder, 'expected-yield', 'hours.yaml'), 'utf8');
    const file = readYieldFile(text);
    return {
      confirmed: file.confirmed,
      regions: file.regions.map(({ codes, name, hours }) => ({
        ...{ codes, name, least: String(hours.least), most: String(hours.most) },
      })),
      monthShares: file.month_shares.map(String),
      ageing: { firstYear: String(file.ageing.first_year), laterYears: String(file.ageing.later_years) },
      yellowBelow: String(file.alerts.yellow_below),
      redBelow: String(file.alerts.red_below),
      checkAbove: String(file.alerts.check_above),
      day: {
        hoursAtMost: String(file.day.hours_at_most),
        carriedFrom: String(file.day.carried_from),
        daysAtLeast: file.day.days_at_least,
      },
      tolerance: {
        ...{ percent: String(file.tolerance.percent), leastKwh: String(file.tolerance.least_kwh) },
      },
    };
  }
}
