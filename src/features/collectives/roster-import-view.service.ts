import { Injectable } from '@nestjs/common';
import { maskedNumber } from '../../domain/shared/masked';
import { hasPrivateNumber } from '../../domain/shared/private-number';
import { ROSTER_COLUMNS, type RosterColumn } from '../../domain/collectives/read-roster';
import { ROSTER_HEADINGS, ROSTER_NEEDED } from '../../glossary/columns-roster';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, OfficeDesk, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { TableRecords } from '../../platform/spreadsheets/table-columns';
import { writeWorkbook } from '../../platform/spreadsheets/write-workbook';
import type { FormState } from '../../platform/views/error-summary';
import { namingCells, shownRows } from '../../platform/views/rows-read';
import type { RosterPreviewPageProps, RosterUploadPageProps } from './roster-import.pages';
import { RosterImportService } from './roster-import.service';

/** A kept table of a village's. */
export interface RosterPlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** Numbers of persons are looked at masked before they are entered, too. */
const MASKED: ReadonlyMap<RosterColumn, Parameters<typeof maskedNumber>[1]> = new Map([
  ['identity', 'identity'],
  ['mobile', 'mobile'],
  ['accountNumber', 'account'],
]);

/** A table of people coming in. */
@Injectable()
export class RosterImportViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly imports: RosterImportService,
    private readonly clock: Clock,
  ) {}

  async uploadPage(
    visit: PageVisit,
    collectiveId: string,
    refused?: FormState,
  ): Promise<RosterUploadPageProps> {
    const paths = villagePaths(collectiveId);
    const named = (needed: boolean): string[] =>
      ROSTER_COLUMNS.filter((column) => ROSTER_NEEDED.includes(column) === needed).map(headingOf);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      form: refused ?? filledForm({}),
      action: paths.memberImport,
      cancelHref: paths.members,
      templateHref: `${paths.memberImport}/template.xlsx`,
      needed: named(true),
      further: named(false),
    };
  }

  /** @throws DomainError `file.previewGone` */
  async previewPage(
    visit: PageVisit,
    { collectiveId, id }: RosterPlace,
    refused?: FormState,
  ): Promise<RosterPreviewPageProps> {
    const { records, households, standing, problems, fileName } = await this.imports.read(collectiveId, id);
    const paths = villagePaths(collectiveId);
    const form = namingCells(refused ?? refusedForm({ values: {}, problems }));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      ...{ fileName, form, standing },
      action: `${paths.memberImport}/${id}`,
      againHref: paths.memberImport,
      headings: records.columns.map(headingOf),
      numeric: records.columns.map(() => false),
      rows: shownRows(maskedRecords(records), form),
      rowCount: records.records.length,
      households: households.filter(({ standingId }) => standingId === undefined).length,
      people: households.reduce((sum, each) => sum + each.people.length, 0),
    };
  }

  /** An empty table with the headings. */
  async template(visit: PageVisit, collectiveId: string): Promise<Buffer> {
    const { place, demo } = await this.desk.frameOf(visit, { collectiveId, section: 'members' });
    const sheet = {
      title: labelOf('page.members'),
      owner: place,
      span: '',
      remarks: [],
      columns: ROSTER_COLUMNS.map((column) => ({
        head: headingOf(column),
        kind: 'text' as const,
        width: 26,
      })),
      rows: [],
    };
    return writeWorkbook(sheet, { specimen: demo, drawnAt: new Date(this.clock.now()) });
  }
}

function headingOf(column: RosterColumn): string {
  return ROSTER_HEADINGS[column][0];
}

function maskedRecords(records: TableRecords<RosterColumn>): TableRecords<RosterColumn> {
  return {
    ...records,
    records: records.records.map((record) => ({
      row: record.row,
      cell: (column) => record.cell(column),
      value: (column) => {
        const kind = MASKED.get(column);
        const value = record.value(column);
        // A household is often marked by its head's number, and a number slips into another column.
        const isPrivate = kind !== undefined || hasPrivateNumber(value);
        return isPrivate ? maskedNumber(value, kind ?? 'account') : value;
      },
    })),
  };
}
