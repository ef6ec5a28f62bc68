import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import type { SettlementLayout } from '../../domain/income/settlement-layout';
import { DomainError } from '../../domain/shared/domain-error';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';

/** Files that ship with the program, held against their schema by its tests. */
const readLayoutFile: (text: string) => SettlementLayout = parse;

/** How the grid writes its settlement slips: seed files. */
@Injectable()
export class SettlementLayoutsService {
  private known: readonly SettlementLayout[] | undefined;

  constructor(@Inject(SEEDS_FOLDER) private readonly seedsFolder: string) {}

  /** Every layout, by its name of file. */
  listLayouts(): readonly SettlementLayout[] {
    const folder = join(this.seedsFolder, 'settlement-layouts');
    this.known ??= readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => readLayoutFile(readFileSync(join(folder, name), 'utf8')));
    return this.known;
  }

  /** @throws DomainError `slipTable.layoutUnknown` */
  requireLayout(id: string): SettlementLayout {
    const layout = this.listLayouts().find((each) => each.id === id);
    if (layout === undefined) throw new DomainError('slipTable.layoutUnknown', { value: id });
    return layout;
  }
}
