import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readRegister, type RegisterRead } from '../../domain/assets/read-register';
import { MONEY_COLUMNS, type RegisterColumn, type RegisterFacts } from '../../domain/assets/register-columns';
import { namedElsewhere, type NamedElsewhere } from '../../domain/assets/register-owner';
import { readMoneyUnits, type UnitsRead } from '../../domain/assets/register-units';
import { tornRegisterProblems } from '../../domain/assets/torn-register';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { registerWords, WAN, YUAN } from '../../glossary/columns-register';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import type { GivenTable } from '../../platform/http/uploads';
import { ImportPreviewsService, type Wanted } from '../../platform/spreadsheets/import-previews.service';
import type { Table } from '../../platform/spreadsheets/table';
import { tornCells } from '../../platform/spreadsheets/torn-tables';
import {
  matchColumns,
  recordsOf,
  type TableRecords,
  type WantedColumn,
} from '../../platform/spreadsheets/table-columns';
import { CountyPlatesService } from './county-plates.service';
import { RegisterLayoutsService } from './register-layouts.service';
import { RegisterService } from './register.service';

/** A county's register as it was read, with everything that is wrong with it. */
export interface RegisterUpload extends RegisterRead {
  readonly fileName: string;
  readonly records: TableRecords<RegisterColumn>;
  /** Headings of columns that nothing was read from. */
  readonly unread: readonly string[];
  readonly units: UnitsRead;
  /** What of it names another village of the county; nothing where no asset is new. */
  readonly elsewhere: readonly NamedElsewhere[];
}

/** A kept register that is to be entered, and why it is this village's where it names another one. */
export interface ConfirmedRegister {
  readonly previewId: string;
  readonly importReason?: string | undefined;
}

/** What was taken over of a register. */
export interface RegisterTaken {
  readonly added: number;
  /** Assets that stood in the village's register already, word for word. */
  readonly standing: number;
}

const KIND = 'assetRegister';

/** Takes a county's register over into a village's: looked at first, then all of it or nothing. */
@Injectable()
export class RegisterImportService {
  constructor(
    private readonly database: Database,
    private readonly register: RegisterService,
    private readonly previews: ImportPreviewsService,
    private readonly layouts: RegisterLayoutsService,
    private readonly county: CountyPlatesService,
  ) {}

  /** Keeps an uploaded register until it is confirmed. @returns its id @throws FormProblems `file.*` */
  upload(collectiveId: string, given: GivenTable, command: Command): Promise<string> {
    const columns = this.layouts.wantedColumns();
    const alsoWrong: Wanted<RegisterColumn>['alsoWrong'] = async (records, read) => {
      const { table, torn } = read;
      // What stands above the headings may say the unit of all amounts.
      if ([...torn].some((row) => row < records.headingRow)) return [];
      const { units } = headingsOf(table, records.headingRow, columns);
      const asked = { records, inWan: units.inWan, by: command.by, db: this.database.reader };
      const facts = await this.factsOf(collectiveId, asked);
      return [
        ...units.problems,
        ...tornRegisterProblems(records.records, facts, tornCells(read, records.headingRow)),
      ];
    };
    const wanted = { kind: KIND, columns, others: 'ignored', alsoWrong } as const;
    return this.previews.keep(collectiveId, { ...given, wanted }, command);
  }

  /**
   * Reads a kept register, with all that is wrong with it, as far as who reads it may see.
   * @throws DomainError `file.previewGone`
   */
  async read(
    collectiveId: string,
    previewId: string,
    { by, db = this.database.reader }: { readonly by?: string; readonly db?: EntityManager } = {},
  ): Promise<RegisterUpload> {
    const kept = await this.previews.requireKept(collectiveId, { kind: KIND, id: previewId }, db);
    const wanted = this.layouts.wantedColumns();
    const records = recordsOf(kept.table, wanted, 'ignored');
    const { units, unread } = headingsOf(kept.table, records.headingRow, wanted);
    const facts = await this.factsOf(collectiveId, { records, inWan: units.inWan, by, db });
    const read = readRegister(records.records, facts);
    const problems = [...units.problems, ...read.problems];
    const said = [
      ...above(kept.table, records.headingRow),
      ...read.items.map(({ asset }) => asset.titleHolder),
    ];
    const villages = await this.county.villagesBeside(collectiveId);
    const elsewhere = read.items.length === 0 ? [] : namedElsewhere(said, villages);
    return { fileName: kept.fileName, records, unread, units, ...read, problems, elsewhere };
  }

  /** What the village's register and the county's plates say beside a file. */
  private async factsOf(
    collectiveId: string,
    asked: Pick<RegisterUpload, 'records'> & {
      readonly inWan: RegisterFacts['inWan'];
      readonly by: string | undefined;
      readonly db: EntityManager;
    },
  ): Promise<RegisterFacts> {
    const { records, inWan, by, db } = asked;
    const standing = await this.register.listItems(collectiveId, db);
    const plates = records.records.map((row) => row.value('plateNumber'));
    return {
      today: this.register.today(),
      columns: records.columns,
      inWan,
      words: registerWords(),
      standing: new Map(standing.map((item) => [item.asset.name, item])),
      plates: await this.county.groundOf(db, { collectiveId, plates, by }),
    };
  }

  /**
   * Enters every asset of a kept register that is not there yet.
   * @throws FormProblems with everything wrong with it, `register.elsewhere`; DomainError `file.previewGone`
   */
  confirm(collectiveId: string, given: ConfirmedRegister, command: Command): Promise<RegisterTaken> {
    const { previewId, importReason = '' } = given;
    const why = importReason.trim();
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await this.county.lock(tx, collectiveId);
        const found = await this.read(collectiveId, previewId, { by: command.by, db: tx });
        const { items, standing, problems } = found;
        refuseProblems([...problems, ...elsewhereProblems(found.elsewhere, why)]);
        await this.register.addItems(tx, collectiveId, { items, by: command.by, why });
        return { added: items.length, standing };
      },
      onceOf(command, 'assets.import', why === '' ? previewId : given),
    );
  }
}

/** What the headings say beside their names: in what units the amounts are, and what is not read. */
function headingsOf(
  table: Table,
  headingRow: number,
  wanted: readonly WantedColumn<RegisterColumn>[],
): { units: UnitsRead; unread: string[] } {
  const headings = table.rows.find((row) => row.number === headingRow) ?? { number: headingRow, cells: [] };
  const { places, problems } = matchColumns(headings, wanted);
  const ofMoney = MONEY_COLUMNS.flatMap((column): [RegisterColumn, string][] => {
    const place = places.get(column);
    return place === undefined ? [] : [[column, headings.cells[place] ?? '']];
  });
  const unread = problems.filter(({ code }) => code === 'file.columnUnknown').map(({ value }) => value ?? '');
  return {
    units: readMoneyUnits(above(table, headingRow), new Map(ofMoney), { yuan: YUAN, wan: WAN }),
    unread,
  };
}

/** What stands above the headings. */
function above(table: Table, headingRow: number): string[] {
  return table.rows.filter((row) => row.number < headingRow).flatMap((row) => row.cells);
}

/** A register that names another village is asked about: code `register.elsewhere`. */
function elsewhereProblems(elsewhere: readonly NamedElsewhere[], why: string): Problem[] {
  const field = 'importReason';
  const [first] = elsewhere;
  if (first === undefined || why !== '') return privateNumberProblems({ [field]: why });
  return [{ code: 'register.elsewhere', field, facts: { text: first.text, other: first.other } }];
}
