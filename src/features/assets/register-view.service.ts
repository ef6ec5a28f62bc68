import { Injectable } from '@nestjs/common';
import { ASSET_CLASSES } from '../../domain/assets/asset-classes';
import { MONEY_COLUMNS, type RegisterItem } from '../../domain/assets/register-columns';
import { sumFen } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, OfficeDesk, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { writeWorkbook } from '../../platform/spreadsheets/write-workbook';
import { fullDayText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import { namingCells, shownRows } from '../../platform/views/rows-read';
import type { ClassTotal, RegisterPreviewPageProps, RegisterUploadPageProps } from './register.pages';
import { RegisterImportService } from './register-import.service';
import { RegisterLayoutsService } from './register-layouts.service';
import { headingOf, registerSheet } from './register-sheet';
import { RegisterService } from './register.service';

/** A kept table of a village's. */
export interface RegisterPlace {
  readonly collectiveId: string;
  readonly previewId: string;
}

/** Which workbook is asked for: in whose form, empty or of which day, and whether with what has left. */
export interface WorkbookAsked {
  readonly collectiveId: string;
  readonly layoutId?: string | undefined;
  readonly empty?: boolean;
  readonly on?: string | undefined;
  readonly withLeft?: boolean;
}

/** The register of a village in a county's form: coming in, and going out. */
@Injectable()
export class RegisterViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly imports: RegisterImportService,
    private readonly layouts: RegisterLayoutsService,
    private readonly register: RegisterService,
    private readonly clock: Clock,
  ) {}

  async uploadPage(
    visit: PageVisit,
    collectiveId: string,
    refused?: FormState,
  ): Promise<RegisterUploadPageProps> {
    const paths = villagePaths(collectiveId);
    const wanted = this.layouts.wantedColumns();
    const named = (needed: boolean): string[] =>
      wanted.filter((column) => column.needed === needed).map(({ headings: [heading] }) => heading);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      form: refused ?? filledForm({}),
      action: paths.assetImport,
      cancelHref: paths.assets,
      templates: this.layouts.listLayouts().map(({ id, name }) => ({
        name,
        href: `${paths.assetImport}/templates/${id}/table.xlsx`,
      })),
      needed: named(true),
      further: named(false),
    };
  }

  /** @throws DomainError `file.previewGone` */
  async previewPage(
    visit: PageVisit,
    at: RegisterPlace,
    refused?: FormState,
  ): Promise<RegisterPreviewPageProps> {
    const { collectiveId, previewId } = at;
    const read = await this.imports.read(collectiveId, previewId, { by: visit.actor.userId });
    const paths = villagePaths(collectiveId);
    const form = namingCells(refused ?? refusedForm({ values: {}, problems: read.problems }));
    const { columns } = read.records;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      fileName: read.fileName,
      action: `${paths.assetImport}/${previewId}`,
      againHref: paths.assetImport,
      form,
      headings: columns.map((column) => headingOf(this.layouts.listLayouts(), column)),
      numeric: columns.map((column) => MONEY_COLUMNS.includes(column)),
      rows: shownRows(read.records, form),
      rowCount: read.records.records.length,
      classes: classTotals(read.items),
      standing: read.standing,
      elsewhere: read.elsewhere,
      unread: read.unread,
      unitSaid: read.units.said,
      inWan: columns
        .filter((column) => read.units.inWan.has(column))
        .map((column) => headingOf(this.layouts.listLayouts(), column)),
      allInWan: columns.every((column) => !MONEY_COLUMNS.includes(column) || read.units.inWan.has(column)),
    };
  }

  /** The register as a workbook, or the empty template. @throws DomainError `register.unknown` */
  async workbook(
    visit: PageVisit,
    { collectiveId, layoutId, empty, ...asked }: WorkbookAsked,
  ): Promise<Buffer> {
    const on = asked.on ?? this.clock.today();
    const layouts = this.layouts.listLayouts();
    const layout = this.layouts.requireLayout(layoutId ?? layouts[0]?.id ?? '');
    const frame = await this.desk.frameOf(visit, { collectiveId, section: 'assets' });
    const all = empty === true ? [] : await this.register.listItems(collectiveId, undefined, on);
    const items = all.filter(({ asset }) => asked.withLeft === true || asset.leftOn === undefined);
    const sheet = registerSheet(items, {
      layout,
      owner: frame.place,
      span: fullDayText(on),
      remarks: layout.confirmed ? [] : [labelOf('register.unconfirmed')],
    });
    const drawnAt = new Date(this.clock.now());
    return writeWorkbook(sheet, { specimen: frame.demo, drawnAt });
  }
}

function classTotals(items: readonly RegisterItem[]): ClassTotal[] {
  return ASSET_CLASSES.flatMap((assetClass) => {
    const own = items.filter(({ asset }) => asset.assetClass === assetClass);
    const cost = sumFen(own.map(({ asset }) => asset.cost));
    return own.length === 0 ? [] : [{ name: labelOf(`assetClass.${assetClass}`), count: own.length, cost }];
  });
}
