import { Injectable } from '@nestjs/common';
import { METER_SOURCES } from '../../domain/income/metered-month';
import { METER_UNITS, type MeterColumn } from '../../domain/income/metered-table';
import { sumQuantities } from '../../domain/money/charge';
import { meterTableTold } from '../../glossary/meter-table-words';
import { oddDaysTold } from '../../glossary/reconcile-words';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { KeptTable } from '../../platform/spreadsheets/import-previews.service';
import { groupedDecimal } from '../../platform/views/decimal-text';
import type { FormState } from '../../platform/views/error-summary';
import type { MeterPreviewPageProps, MeterTableRow, MeterUploadPageProps } from './meter-import.pages';
import { MeterImportService, type MeterPreview, type ToldOfMeter } from './meter-import.service';
import { MeterKwhService } from './meter-kwh.service';

/** A year of days, and a row of totals for each month, is drawn whole. */
const ROWS_SHOWN = 400;
const DAYS_NAMED = 10;
const PROBLEMS_SHOWN = 100;

interface StationAddress {
  readonly collectiveId: string;
  readonly id: string;
}

/** The addresses of the pages on which a portal's table comes in. */
export function meterImportPaths({ collectiveId, id }: StationAddress): {
  readonly back: string;
  readonly upload: string;
  readonly kept: (keptId: string) => string;
} {
  const back = villagePaths(collectiveId).reconciliation;
  const upload = `${back}/${id}/import`;
  return { back, upload, kept: (keptId) => `${upload}/${keptId}` };
}

/** The pages of an import of what a portal exports. */
@Injectable()
export class MeterImportViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly imports: MeterImportService,
    private readonly meters: MeterKwhService,
  ) {}

  /** @throws DomainError `joint.keptByOther`, `settlement.notAStation` */
  async uploadPage(visit: PageVisit, at: StationAddress, refused?: FormState): Promise<MeterUploadPageProps> {
    const { collectiveId, id: assetId } = at;
    const { name } = await this.meters.requireStation({ collectiveId, assetId });
    const { upload, back } = meterImportPaths(at);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      station: name,
      action: upload,
      backHref: back,
      form: refused ?? filledForm({}),
    };
  }

  /** @throws DomainError `file.previewGone` */
  async previewPage(
    visit: PageVisit,
    at: StationAddress & { readonly keptId: string },
    { told, refused }: { readonly told: ToldOfMeter; readonly refused?: FormState },
  ): Promise<MeterPreviewPageProps> {
    const { collectiveId, id: assetId, keptId } = at;
    const { name } = await this.meters.requireStation({ collectiveId, assetId });
    const kept = await this.imports.requireKept(collectiveId, keptId);
    const preview = await this.imports.preview({ collectiveId, assetId }, kept, told);
    const { read, known, odd } = preview;
    const problems = refused?.problems ?? preview.problems;
    const { upload, kept: keptPath } = meterImportPaths(at);
    const rows = rowsOf(kept, preview);
    const isUnitAsked = told.unit !== '' || problems.some(({ code }) => code === 'meterTable.unitUnsaid');
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      ...{ station: name, fileName: kept.fileName, action: keptPath(keptId), againHref: upload },
      form: {
        values: { meterSource: told.meterSource, ...(told.unit === '' ? {} : { unit: told.unit }) },
        problems: problems.slice(0, PROBLEMS_SHOWN),
        more: Math.max(0, problems.length - PROBLEMS_SHOWN),
        sentence: problemSentence,
      },
      sources: METER_SOURCES.map((value) => ({ value, label: labelOf(`meterSource.${value}`) })),
      units: isUnitAsked
        ? Object.keys(METER_UNITS).map((value) => ({ value, label: labelOf(`meterUnit.${value}`) }))
        : undefined,
      told: read.rows.length === 0 ? undefined : meterTableTold.read(read.rows.length, known.size),
      sum: groupedDecimal(sumQuantities(read.rows.map(({ kwh }) => kwh))),
      missing:
        read.missing.length === 0
          ? undefined
          : meterTableTold.missing(read.missing.length, read.missing.slice(0, DAYS_NAMED)),
      odd: odd.length === 0 ? undefined : oddDaysTold(odd),
      rows: rows.slice(0, ROWS_SHOWN),
      hidden: Math.max(0, rows.length - ROWS_SHOWN),
      isReady: preview.problems.length === 0,
      fresh: read.rows.length - known.size,
    };
  }
}

function rowsOf(kept: KeptTable, { read, known, problems }: MeterPreview): MeterTableRow[] {
  const { heading } = read;
  if (heading === undefined) return [];
  const wrong = new Map(problems.map((problem) => [problem.field, problemSentence(problem)]));
  const taken = new Map(read.rows.map(({ row, kwh }) => [row, kwh]));
  const columns: readonly MeterColumn[] = ['span', 'kwh'];
  return kept.table.rows
    .filter(({ number }) => number > heading.row)
    .map(({ number: row, cells }): MeterTableRow => {
      const drawn = columns.map((part) => {
        const field = `row.${String(row)}.${part}`;
        const text = cells[heading.places.get(part) ?? -1] ?? '';
        return { text, field, isNumber: part === 'kwh', wrong: wrong.get(field) };
      });
      const kwh = { text: taken.get(row) ?? '', field: '', isNumber: true };
      const isWrong = drawn.some((cell) => cell.wrong !== undefined);
      return { row, cells: [...drawn, kwh], note: isWrong ? 'wrong' : noteOf(row, read, known) };
    });
}

function noteOf(row: number, read: MeterPreview['read'], known: ReadonlySet<number>): MeterTableRow['note'] {
  if (read.totals.includes(row)) return 'passedOver';
  if (read.empty.includes(row)) return 'empty';
  return known.has(row) ? 'known' : 'taken';
}
