import { Injectable } from '@nestjs/common';
import { WANTS_REASON } from '../../domain/income/settlement';
import type { SlipPart } from '../../domain/income/settlement-layout';
import { slipTableSentence } from '../../glossary/slip-table-words';
import { labelOf } from '../../glossary/terms';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { KeptTable } from '../../platform/spreadsheets/import-previews.service';
import type { FormState } from '../../platform/views/error-summary';
import { SettlementFilesService } from './settlement-files.service';
import type { KeptSlipsAddress } from './settlement-import.forms';
import type { SlipRow, SlipsPreviewPageProps, SlipsUploadPageProps } from './settlement-import.pages';
import { SettlementImportService, type SlipsPreview, type ToldOfTable } from './settlement-import.service';
import { SettlementLayoutsService } from './settlement-layouts.service';

/** Columns that hold words; in all others stand numbers. */
const WORDS: ReadonlySet<SlipPart> = new Set(['component', 'customerNumber', 'station', 'generationMonth']);

/** More rows than this are not drawn, unless something is wrong with them. */
const ROWS_SHOWN = 200;

/** The addresses of the pages on which a table of slips comes in. */
export function slipImportPaths(collectiveId: string): { readonly upload: string; kept(id: string): string } {
  const upload = `/villages/${collectiveId}/settlements/import`;
  return { upload, kept: (id) => `${upload}/${id}` };
}

/** The pages of an import of slips: the file, and what it would do. */
@Injectable()
export class SettlementImportViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly files: SettlementFilesService,
    private readonly imports: SettlementImportService,
    private readonly layouts: SettlementLayoutsService,
  ) {}

  async uploadPage(
    visit: PageVisit,
    collectiveId: string,
    refused?: FormState,
  ): Promise<SlipsUploadPageProps> {
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      action: slipImportPaths(collectiveId).upload,
      backHref: villagePaths(collectiveId).entry('settlements'),
      form: refused ?? filledForm({}),
    };
  }

  /** @throws DomainError `file.previewGone` */
  async previewPage(
    visit: PageVisit,
    at: KeptSlipsAddress,
    typed: { readonly told: ToldOfTable; readonly refused?: FormState },
  ): Promise<SlipsPreviewPageProps> {
    const { collectiveId, keptId } = at;
    const { told, refused } = typed;
    const kept = await this.files.requireKept(collectiveId, keptId);
    const preview = await this.imports.preview(collectiveId, kept, { told });
    const problems = refused?.problems ?? preview.problems;
    const paths = slipImportPaths(collectiveId);
    const { rows, hidden } = rowsOf(kept, preview);
    const form = {
      values: { layout: preview.layout?.id ?? '', ...valuesOf(told) },
      problems,
      sentence: slipTableSentence,
    };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      fileName: kept.fileName,
      action: paths.kept(keptId),
      againHref: paths.upload,
      form,
      layout: preview.layout,
      layouts: this.layouts.listLayouts().map(({ id, name }) => ({ value: id, label: name })),
      asked: askedOf(preview, told),
      stations: preview.stations.map(({ inTable: { id, name } }) => ({ value: id, label: name })),
      slips: preview.slips.map(({ station, month, settlement, isKnown }) => ({
        station: station.name,
        month,
        kwh: settlement.energyKwh,
        energyFee: settlement.energyFee,
        subsidy: settlement.subsidy,
        postedOn: settlement.postedOn,
        isKnown,
      })),
      heads: partsOf(preview).map(([part]) => ({
        label: labelOf(`slipPart.${part}`),
        isNumber: !WORDS.has(part),
      })),
      rows,
      hidden,
      isReady: preview.problems.every(({ field }) => field === 'postedOn'),
    };
  }
}

function valuesOf(told: ToldOfTable): Record<string, string> {
  const { layout, unit, year, month, postedOn, reason, stations } = told;
  const typed = {
    ...{ layout, unit, year, month, postedOn, reason },
    ...Object.fromEntries(Object.entries(stations).map(([key, id]) => [`stations[${key}]`, id])),
  };
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
}

function askedOf(preview: SlipsPreview, told: ToldOfTable): SlipsPreviewPageProps['asked'] {
  const isAsked = (code: string): boolean => preview.problems.some((problem) => problem.code === code);
  const units = ['kWh', 'MWh'].map((unit) => ({ value: unit, label: labelOf(`energyUnit.${unit}`) }));
  const asksUnit = told.unit !== '' || isAsked('slipTable.unitUnsaid') || isAsked('slipTable.unitTwice');
  return {
    ...(asksUnit ? { units } : {}),
    month: told.month !== '' || isAsked('slipTable.monthUnsaid'),
    reason: told.reason !== '' || [...WANTS_REASON].some(isAsked),
    year: told.year !== '' || isAsked('slipTable.yearUnsaid'),
    stations: (preview.read?.asked ?? []).map(({ field, named }) => ({
      name: field.replace(/^stations\.(\w+)$/, 'stations[$1]'),
      named,
    })),
  };
}

function partsOf({ read }: SlipsPreview): [SlipPart, number][] {
  return [...(read?.heading?.places ?? [])].sort(([, one], [, other]) => one - other);
}

function rowsOf(kept: KeptTable, preview: SlipsPreview): { rows: SlipRow[]; hidden: number } {
  const heading = preview.read?.heading;
  if (heading === undefined) return { rows: [], hidden: 0 };
  const wrong = new Map(preview.problems.map((problem) => [problem.field, problem]));
  const notes = new Map(
    preview.slips.flatMap((slip) => slip.rows.map((row) => [row, slip.isKnown ? 'known' : 'taken'] as const)),
  );
  const parts = partsOf(preview);
  const all = kept.table.rows
    .filter(({ number }) => number > heading.row)
    .map(({ number: row, cells }): SlipRow => {
      const drawn = parts.map(([part, place]) => {
        const field = `row.${String(row)}.${part}`;
        const problem = wrong.get(field);
        const sentence = problem === undefined ? undefined : slipTableSentence(problem);
        return { text: cells[place] ?? '', field, isNumber: !WORDS.has(part), wrong: sentence };
      });
      const isWrong = drawn.some((cell) => cell.wrong !== undefined);
      const other = preview.read?.totals.includes(row) === true ? 'passedOver' : 'waiting';
      return { row, cells: drawn, note: isWrong ? 'wrong' : (notes.get(row) ?? other) };
    });
  const rows = all.filter(({ note }, place) => place < ROWS_SHOWN || note === 'wrong');
  return { rows, hidden: all.length - rows.length };
}
