import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import type { PayFileLayout } from '../../domain/payouts/pay-file-layout';
import type { PayResultWords } from '../../domain/payouts/pay-results';
import { readPayFileLayout, readPayResultWords } from '../../domain/payouts/read-pay-file-layout';
import { DomainError } from '../../domain/shared/domain-error';
import { FormProblems, type Problem } from '../../domain/shared/problem';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';

/** A file of the folder that is no layout, and what is wrong with it. */
export interface WrongLayoutFile {
  readonly file: string;
  readonly problems: readonly Problem[];
}

interface ReadFolder {
  readonly layouts: readonly PayFileLayout[];
  readonly wrong: readonly WrongLayoutFile[];
}

/**
 * How banks want lists of payments, and how they answer: seed files, a bank's own is a file more, which a
 * county may have written. One with a slip of the pen is told and left out; the others go on.
 */
@Injectable()
export class PayFileLayoutsService {
  private known: ReadFolder | undefined;

  constructor(@Inject(SEEDS_FOLDER) private readonly seedsFolder: string) {}

  /** Every layout that can be written by, by its name of file. */
  listLayouts(): readonly PayFileLayout[] {
    return this.folder().layouts;
  }

  /** The files that are no layout; a second file of the same id is none either. */
  listWrong(): readonly WrongLayoutFile[] {
    return this.folder().wrong;
  }

  /** @throws DomainError `payFile.layoutUnknown` */
  requireLayout(id: string): PayFileLayout {
    const layout = this.listLayouts().find((each) => each.id === id);
    if (layout === undefined) throw new DomainError('payFile.layoutUnknown', { value: id });
    return layout;
  }

  /** How banks say what became of a list. @throws FormProblems `payLayout.*` where its file is wrong */
  resultWords(): PayResultWords {
    const file = join(this.seedsFolder, 'pay-results', 'generic.yaml');
    return readPayResultWords(plainData(readFileSync(file, 'utf8')));
  }

  private folder(): ReadFolder {
    return (this.known ??= readFolder(join(this.seedsFolder, 'pay-files')));
  }
}

function readFolder(folder: string): ReadFolder {
  const layouts = new Map<string, PayFileLayout>();
  const wrong: WrongLayoutFile[] = [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  for (const file of names.sort()) {
    try {
      const layout = readPayFileLayout(plainData(readFileSync(join(folder, file), 'utf8')));
      const { id } = layout;
      if (layouts.has(id)) throw new FormProblems([{ code: 'payLayout.twice', field: 'id', value: id }]);
      layouts.set(id, layout);
    } catch (error) {
      if (!(error instanceof FormProblems)) throw error;
      wrong.push({ file, problems: error.problems });
    }
  }
  return { layouts: [...layouts.values()], wrong };
}

/** @throws FormProblems `payLayout.notYaml` */
function plainData(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const value = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    throw new FormProblems([{ code: 'payLayout.notYaml', field: '', value }]);
  }
}
