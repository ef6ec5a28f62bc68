import { Injectable } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import type { GivenTable } from '../../platform/http/uploads';
import type { TornTable } from '../../platform/spreadsheets/table';
import { mayHideHeadings } from '../../platform/spreadsheets/table-columns';
import { rowsBeside, type TornFindings } from '../../platform/spreadsheets/torn-tables';
import { SettlementImportService, type ToldOfTable } from './settlement-import.service';
import { ImportPreviewsService, type KeptTable } from '../../platform/spreadsheets/import-previews.service';

/** The kind under which a table of slips is kept between looking and taking over. */
const SLIPS_KIND = 'settlementSlips';

const NO_LAYOUT = { code: 'slipTable.noLayout', field: 'file' };

/** A torn table is not asked about yet: what a person has to say of it comes with the whole one. */
const NOTHING_TOLD: ToldOfTable = {
  ...{ unit: '', year: '', month: '', stations: {}, others: '', layout: '', postedOn: '', reason: '' },
};

/** What a row that is left out may have made so, and what is asked once the table is whole. */
const MADE_BY_A_GAP: ReadonlySet<string> = new Set([
  ...['slipTable.totalDiffers', 'slipTable.totalEnergyDiffers', 'slipTable.totalUnread', 'slipTable.empty'],
  ...['slipTable.energyRowMissing', 'slipTable.subsidyEnergyDiffers', 'slipTable.feeNeither'],
  ...['slipTable.unitUnsaid', 'slipTable.unitTwice', 'slipTable.monthUnsaid', 'slipTable.yearUnsaid'],
  ...['slipTable.stationUnsaid', 'slipTable.stationUnknown', 'slipTable.moreUnknown'],
  ...['settlement.readingGap', 'settlement.slipsMissing', 'settlement.unreadGap'],
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
    const headingRow = found?.heading?.row;
    if (headingRow === undefined) return { problems: mayHideHeadings(read) ? [] : [NO_LAYOUT] };
    const table = { ...read.table, rows: rowsBeside(read, headingRow) };
    const { problems } = await this.imports.preview(collectiveId, { table, fileName }, told);
    return { headingRow, problems: problems.filter(({ code }) => !MADE_BY_A_GAP.has(code)) };
  }

  /** @throws DomainError `file.previewGone` */
  requireKept(collectiveId: string, keptId: string): Promise<KeptTable> {
    return this.previews.requireKept(collectiveId, { kind: SLIPS_KIND, id: keptId });
  }
}
