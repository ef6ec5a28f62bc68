import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import { ofRegion } from '../../domain/income/region-codes';
import { invariant } from '../../domain/shared/invariant';
import type { ColourBounds } from '../../domain/oversight/three-colours';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { CollectivesService } from '../collectives/collectives.service';

interface BoundsFile {
  readonly confirmed: boolean;
  readonly regions: readonly {
    readonly codes: readonly string[];
    readonly yellow_from: number;
    readonly red_from: number;
    readonly yield_least: number;
    readonly yield_of: ColourBounds['yieldOf'];
    readonly split_within_months: number;
  }[];
}

/** A file that ships with the program, held against its schema by its tests. */
const readBoundsFile: (text: string) => BoundsFile = parse;

/** What makes a colour, by county: a seed file. */
@Injectable()
export class ColourBoundsService {
  private known: BoundsFile | undefined;

  constructor(
    @Inject(SEEDS_FOLDER) private readonly seedsFolder: string,
    private readonly collectives: CollectivesService,
  ) {}

  /** The row of the nearest region that has one, else what holds everywhere. */
  async boundsOf(collectiveId: string): Promise<ColourBounds> {
    this.known ??= readBoundsFile(
      readFileSync(join(this.seedsFolder, 'oversight', 'three-colours.yaml'), 'utf8'),
    );
    const rows = this.known.regions.map((row) => ({ ...row, name: row.codes.join(' ') }));
    const own = ofRegion(rows, await this.collectives.regionPathOf(collectiveId));
    const row = own ?? rows.find(({ codes }) => codes.length === 0);
    invariant(row !== undefined, 'what makes a colour is said for everywhere');
    return {
      ...{ confirmed: this.known.confirmed, yellowFrom: row.yellow_from, redFrom: row.red_from },
      ...{ yieldLeast: String(row.yield_least), yieldOf: row.yield_of },
      splitWithinMonths: row.split_within_months,
    };
  }
}
