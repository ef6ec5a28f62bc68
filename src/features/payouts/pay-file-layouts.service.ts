import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import type { PayFileLayout } from '../../domain/payouts/pay-file-layout';
import type { PayResultWords } from '../../domain/payouts/pay-results';
import { DomainError } from '../../domain/shared/domain-error';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';

/** Files that ship with the program; `npm run check:seeds` holds them against their schemas. */
const readLayoutFile: (text: string) => PayFileLayout = parse;
const readWordsFile: (text: string) => PayResultWords = parse;

/** How banks want lists of payments, and how they answer: seed files, a bank's own is a file more. */
@Injectable()
export class PayFileLayoutsService {
  private known: readonly PayFileLayout[] | undefined;

  constructor(@Inject(SEEDS_FOLDER) private readonly seedsFolder: string) {}

  /** Every layout, by its name of file. */
  listLayouts(): readonly PayFileLayout[] {
    const folder = join(this.seedsFolder, 'pay-files');
    this.known ??= readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => readLayoutFile(readFileSync(join(folder, name), 'utf8')));
    return this.known;
  }

  /** @throws DomainError `payFile.layoutUnknown` */
  requireLayout(id: string): PayFileLayout {
    const layout = this.listLayouts().find((each) => each.id === id);
    if (layout === undefined) throw new DomainError('payFile.layoutUnknown', { value: id });
    return layout;
  }

  /** How banks say what became of a list. */
  resultWords(): PayResultWords {
    return readWordsFile(readFileSync(join(this.seedsFolder, 'pay-results', 'generic.yaml'), 'utf8'));
  }
}
