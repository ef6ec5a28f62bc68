import { Injectable } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import type { GivenTable } from '../../platform/http/uploads';
import type { TableHeading } from '../../domain/shared/table-headings';
import type { SlipPart } from '../../domain/income/settlement-layout';
import type { Problem } from '../../domain/shared/problem';
import { cellName, cellPlace, type TornTable } from '../../platform/spreadsheets/table';
import { mayHideHeadings } from '../../platform/spreadsheets/table-columns';
import { markedRows, TORN_CELL, type TornFindings } from '../../platform/spreadsheets/torn-tables';
import { SettlementImportService, type ToldOfTable } from './settlement-import.service';
import { ImportPreviewsService, type KeptTable } from '../../platform/spreadsheets/import-previews.service';

/** The kind under which a table of slips is kept between looking and taking over. */
const SLIPS_KIND = 'settlementSlips';

const NO_LAYOUT = { code: 'slipTable.noLayout', field: 'file' };

/** Nobody is asked about a torn table yet: what it does not say is told with its torn cells. */
const NOTHING_TOLD: ToldOfTable = {
  ...{ unit: '', year: '', month: '', stations: {}, others: '', layout: '', postedOn: '', reason: '' },
};

/** What a torn cell elsewhere may have made so. */
const MADE_BY_A_GAP: ReadonlySet<string> = new Set([
  ...[
    'slipTable.empty',
    'slipTable.energyRowMissing',
    'slipTable.subsidyEnergyDiffers',
    'slipTable.feeNeither',
  ],
  ...['settlement.readingGap', 'settlement.slipsMissing', 'settlement.unreadGap'],
]);

/** What headings and the lines above them say or leave unsaid: unsure where one of their cells is torn. */
const SAID_ABOVE: ReadonlySet<string> = new Set([
  ...['slipTable.unitUnsaid', 'slipTable.unitTwice', 'slipTable.monthUnsaid', 'slipTable.yearUnsaid'],
  ...['slipTable.monthsDiffer', 'slipTable.bareMonthsDiffer'],
  ...['slipTable.stationUnsaid', 'slipTable.stationUnknown', 'slipTable.moreUnknown'],
]);

/** What hangs on the name of a station. */
const OF_NAMES: ReadonlySet<string> = new Set([
  'slipTable.stationUnknown',
  'slipTable.moreUnknown',
  'slipTable.slipAgain',
]);

/** What a row that is left out may have made so. */
const MADE_BY_A_ROW: ReadonlySet<string> = new Set([
  'slipTable.totalDiffers',
  'slipTable.totalEnergyDiffers',
]);

/** Tables of settlement slips, kept between looking and taking over. */
@Injectable()
export class SettlementFilesService {
  constructor(
    private readonly previews: ImportPreviewsService,
    private readonly imports: SettlementImportService,
  ) {}

  /** Keeps a table for a day. @returns its id @throws FormProblems `file.*` */
  keep(collectiveId: string, given: GivenTable, command: Command): Promise<string> {
    const readTorn = (read: TornTable) => this.tornSlips(collectiveId, read, given.fileName);
    return this.previews.keep(
      collectiveId,
      { ...given, wanted: { kind: SLIPS_KIND, columns: [], readTorn } },
      command,
    );
  }

  /** What is wrong with the slips of a table beside its torn cells. */
  private async tornSlips(collectiveId: string, read: TornTable, fileName: string): Promise<TornFindings> {
    const told = { told: NOTHING_TOLD };
    const { read: found } = await this.imports.preview(collectiveId, { table: read.table, fileName }, told);
    const heading = found?.heading;
    if (heading === undefined) return { problems: mayHideHeadings(read) ? [] : [NO_LAYOUT] };
    const { rows, marked } = markedRows(read, heading.row);
    const judged = rows.filter(({ number, cells }) => number <= heading.row || !mayAddUp(cells, heading));
    const table = { ...read.table, rows: judged };
    const { problems } = await this.imports.preview(collectiveId, { table, fileName }, told);
    const isWholeAbove = [...read.torn].every((row) => row > heading.row);
    const isSure = (each: Problem): boolean =>
      !MADE_BY_A_GAP.has(each.code) &&
      (isWholeAbove || !SAID_ABOVE.has(each.code)) &&
      !isOfTornName(each, tornNames(marked, heading)) &&
      (judged.length === rows.length || !MADE_BY_A_ROW.has(each.code));
    const further = problems.filter((each) => isSure(each) && !marked.has(cellOf(each, heading)));
    return { headingRow: heading.row, problems: further };
  }

  /** @throws DomainError `file.previewGone` */
  requireKept(collectiveId: string, keptId: string): Promise<KeptTable> {
    return this.previews.requireKept(collectiveId, { kind: SLIPS_KIND, id: keptId });
  }
}

/** Whether a row may be one of totals, whose first word is torn: such a row has no price. */
function mayAddUp(cells: readonly string[], { places }: TableHeading<SlipPart>): boolean {
  const first = cells.find((cell) => cell !== '');
  return first === TORN_CELL && (cells[places.get('energyPrice') ?? -1] ?? '') === '';
}

/** Whether a cell that names a station is torn. */
function tornNames(marked: ReadonlySet<string>, { places }: TableHeading<SlipPart>): boolean {
  const columns = [places.get('station'), places.get('customerNumber')];
  return [...marked].some((cell) => columns.includes(cellPlace(cell)?.column));
}

/** What is said of a station by a name that is torn. */
function isOfTornName({ code, value, facts }: Problem, areTorn: boolean): boolean {
  if (!areTorn || !OF_NAMES.has(code)) return false;
  const name = String(code === 'slipTable.slipAgain' ? facts?.['station'] : value);
  return code === 'slipTable.moreUnknown' || name.split(' ').includes(TORN_CELL);
}

/** A cell that is told by its row and part, as a spreadsheet calls it; blank for any other field. */
function cellOf({ field }: Problem, { places }: TableHeading<SlipPart>): string {
  const [, row, part = ''] = /^row\.(\d+)\.(\w+)$/.exec(field) ?? [];
  const column = [...places].find(([name]) => name === part)?.[1];
  return row === undefined || column === undefined ? '' : cellName(Number(row), column);
}
