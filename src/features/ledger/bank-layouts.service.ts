import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import type { BankLayout } from '../../domain/ledger/bank-layout';
import type { MatchRules } from '../../domain/ledger/bank-matching';
import { DomainError } from '../../domain/shared/domain-error';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';

interface RulesFile {
  readonly window_days: number;
  readonly most_candidates: number;
  readonly most_tries: number;
}

/** Files that ship with the program; `npm run check:seeds` holds them against their schemas. */
const readLayoutFile: (text: string) => BankLayout = parse;
const readRulesFile: (text: string) => RulesFile = parse;

/** How banks write their statements, and how their lines are brought together with the books: seed files. */
@Injectable()
export class BankLayoutsService {
  private known: readonly BankLayout[] | undefined;

  constructor(@Inject(SEEDS_FOLDER) private readonly seedsFolder: string) {}

  /** Every layout, by its name of file. */
  listLayouts(): readonly BankLayout[] {
    const folder = join(this.seedsFolder, 'bank-layouts');
    this.known ??= readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => readLayoutFile(readFileSync(join(folder, name), 'utf8')));
    return this.known;
  }

  /** @throws DomainError `bank.layoutUnknown` */
  requireLayout(id: string): BankLayout {
    const layout = this.listLayouts().find((each) => each.id === id);
    if (layout === undefined) throw new DomainError('bank.layoutUnknown', { value: id });
    return layout;
  }

  /** How far apart lines may lie, and how long sums are searched. */
  matchRules(): MatchRules {
    const text = readFileSync(join(this.seedsFolder, 'bank-rules', 'matching.yaml'), 'utf8');
    const file = readRulesFile(text);
    return {
      windowDays: file.window_days,
      mostCandidates: file.most_candidates,
      mostTries: file.most_tries,
    };
  }
}
