import { Injectable } from '@nestjs/common';
import { type Settlement, WANTS_REASON } from '../../domain/income/settlement';
import { OF_OTHERS } from '../../domain/income/settlement-lines';
import type { Problem } from '../../domain/shared/problem';
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

/** No more rows and slips than this are drawn; where something is wrong, the wrong rows. */
const ROWS_SHOWN = 200;

/** No more names of others' stations than this are listed. */
const NAMES_SHOWN = 10;

/** No more problems than this are said in one go. */
const PROBLEMS_SHOWN = 100;

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
      // Of a table that is not kept each problem names its row, too.
      form: { ...(refused ?? filledForm({})), sentence: slipTableSentence },
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
    const shown = problems.slice(0, PROBLEMS_SHOWN);
    const paths = slipImportPaths(collectiveId);
    const { rows, hidden } = rowsOf(kept, preview, shown);
    const form = {
      values: { layout: preview.layout?.id ?? '', ...valuesOf(told) },
      problems: shown,
      more: problems.length - shown.length,
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
      stations: [
        ...preview.stations.map(({ inTable: { id, name } }) => ({ value: id, label: name })),
        { value: OF_OTHERS, label: labelOf('slipStation.ofOthers') },
      ],
      leftOut: leftOutOf(preview),
      ...slipsOf(preview),
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

/** The slips of the table: how many, how many of them are new, and the first of them. */
function slipsOf({ slips }: SlipsPreview): Pick<SlipsPreviewPageProps, 'fresh' | 'slipCount' | 'slips'> {
  const shown = slips.slice(0, ROWS_SHOWN).map(({ station, month, form, settlement, isKnown }) => ({
    station: station.name,
    month,
    kwh: settlement.energyKwh,
    energyFee: settlement.energyFee,
    tax: taxOf(settlement),
    subsidy: settlement.subsidy,
    isSubsidyReckoned: settlement.subsidy > 0n && form.subsidyAmount.trim() === '',
    postedOn: settlement.postedOn,
    isKnown,
  }));
  return {
    fresh: slips.filter(({ isKnown }) => !isKnown).length,
    slipCount: slips.length,
    slips: shown,
  };
}

function taxOf({ tax }: Settlement): SlipsPreviewPageProps['slips'][number]['tax'] {
  const amount = tax?.keptBack ?? tax?.charged;
  return amount === undefined ? undefined : { amount, isKept: tax?.keptBack !== undefined };
}

function valuesOf(told: ToldOfTable): Record<string, string> {
  const { layout, unit, year, month, postedOn, reason, others, stations } = told;
  const typed = {
    ...{ layout, unit, year, month, postedOn, reason, others },
    ...Object.fromEntries(Object.entries(stations).map(([key, id]) => [`stations[${key}]`, id])),
  };
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
}

const ASKS_MONTH = ['slipTable.monthUnsaid', 'slipTable.monthsDiffer', 'slipTable.bareMonthsDiffer'];

function askedOf(preview: SlipsPreview, told: ToldOfTable): SlipsPreviewPageProps['asked'] {
  const isAsked = (code: string): boolean => preview.problems.some((problem) => problem.code === code);
  const units = ['kWh', 'MWh'].map((unit) => ({ value: unit, label: labelOf(`energyUnit.${unit}`) }));
  const asksUnit = told.unit !== '' || isAsked('slipTable.unitUnsaid') || isAsked('slipTable.unitTwice');
  return {
    ...(asksUnit ? { units } : {}),
    month: told.month !== '' || ASKS_MONTH.some(isAsked),
    reason: told.reason !== '' || [...WANTS_REASON].some(isAsked),
    year: told.year !== '' || isAsked('slipTable.yearUnsaid'),
    others: told.others !== '' || (preview.read?.asked ?? []).length > 1,
    stations: (preview.read?.asked ?? []).map(({ field, named }) => ({
      name: field.replace(/^stations\.(\w+)$/, 'stations[$1]'),
      named,
    })),
  };
}

function partsOf({ read }: SlipsPreview): [SlipPart, number][] {
  return [...(read?.heading?.places ?? [])].sort(([, one], [, other]) => one - other);
}

/** How the stations of others are called that are left out, and how many rows they have. */
function leftOutOf({ read }: SlipsPreview): SlipsPreviewPageProps['leftOut'] {
  const all = read?.leftOut ?? [];
  const rows = all.reduce((count, each) => count + each.rows.length, 0);
  return { rows, stations: all.length, names: all.slice(0, NAMES_SHOWN).map(({ named }) => named) };
}

/** @param shown the problems that the page says */
function rowsOf(
  kept: KeptTable,
  preview: SlipsPreview,
  shown: readonly Problem[],
): { rows: SlipRow[]; hidden: number } {
  const heading = preview.read?.heading;
  if (heading === undefined) return { rows: [], hidden: 0 };
  const wrong = new Map(shown.map((problem) => [problem.field, slipTableSentence(problem)]));
  const wrongRows = new Set(shown.map(({ field }) => Number(/^row\.(\d+)\./.exec(field)?.[1])));
  const notes = notesOf(preview);
  const parts = partsOf(preview);
  const below = kept.table.rows.filter(({ number }) => number > heading.row);
  const isFirst = below.filter(({ number }) => wrongRows.has(number));
  const drawn = isFirst.length > 0 && below.length > ROWS_SHOWN ? isFirst : below.slice(0, ROWS_SHOWN);
  const rows = drawn.map(({ number: row, cells }): SlipRow => {
    const drawnCells = parts.map(([part, place]) => {
      const field = `row.${String(row)}.${part}`;
      return { text: cells[place] ?? '', field, isNumber: !WORDS.has(part), wrong: wrong.get(field) };
    });
    const isWrong = drawnCells.some((cell) => cell.wrong !== undefined);
    return { row, cells: drawnCells, note: isWrong ? 'wrong' : (notes.get(row) ?? 'waiting') };
  });
  return { rows, hidden: below.length - rows.length };
}

function notesOf({ slips, read }: SlipsPreview): ReadonlyMap<number, SlipRow['note']> {
  const leftOut = (read?.leftOut ?? []).flatMap(({ rows }) => rows);
  return new Map([
    ...leftOut.map((row) => [row, 'leftOut'] as const),
    ...(read?.totals ?? []).map((row) => [row, 'passedOver'] as const),
    ...slips.flatMap((slip) => slip.rows.map((row) => [row, slip.isKnown ? 'known' : 'taken'] as const)),
  ]);
}
