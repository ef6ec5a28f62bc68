import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import { REGISTER_COLUMNS, type RegisterColumn } from '../../domain/assets/register-columns';
import { DomainError } from '../../domain/shared/domain-error';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import type { WantedColumn } from '../../platform/spreadsheets/table-columns';

/** How a county writes its register: its columns in order. */
export interface RegisterLayout {
  readonly id: string;
  readonly name: string;
  readonly confirmed: boolean;
  readonly columns: readonly {
    readonly key: RegisterColumn;
    readonly headings: readonly [string, ...string[]];
    readonly needed?: true;
  }[];
}

/** Files that ship with the program or come from a county; the tests hold ours against their schema. */
const readLayoutFile: (text: string) => RegisterLayout = parse;

/** The forms in which counties keep their registers: seed files. */
@Injectable()
export class RegisterLayoutsService {
  private known: readonly RegisterLayout[] | undefined;

  constructor(@Inject(SEEDS_FOLDER) private readonly seedsFolder: string) {}

  /** Every layout, by its name of file. */
  listLayouts(): readonly RegisterLayout[] {
    const folder = join(this.seedsFolder, 'asset-register');
    this.known ??= readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => readLayoutFile(readFileSync(join(folder, name), 'utf8')));
    return this.known;
  }

  /** @throws DomainError `register.unknown` */
  requireLayout(id: string): RegisterLayout {
    const layout = this.listLayouts().find((each) => each.id === id);
    if (layout === undefined) throw new DomainError('register.unknown', { value: id });
    return layout;
  }

  /** The columns of a file in any of the layouts; needed is what every layout needs. */
  wantedColumns(): WantedColumn<RegisterColumn>[] {
    return REGISTER_COLUMNS.flatMap((key) => {
      const columns = this.listLayouts().map((layout) => layout.columns.find((column) => column.key === key));
      const [first, ...more] = columns.flatMap((column) => column?.headings ?? []);
      if (first === undefined) return [];
      return [
        { key, headings: [first, ...more], needed: columns.every((column) => column?.needed === true) },
      ];
    });
  }
}
