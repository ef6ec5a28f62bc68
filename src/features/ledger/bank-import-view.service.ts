import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { ColumnPart } from '../../domain/ledger/bank-layout';
import { plainYuan, readYuan, sumFen, yuanText } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import type { PageVisit } from '../../platform/http/page-visit';
import type { KeptTable } from '../../platform/spreadsheets/import-previews.service';
import type { FormState } from '../../platform/views/error-summary';
import { BankImportService, type StatementPreview } from './bank-import.service';
import type { PreviewRow, StatementPreviewPageProps, StatementUploadPageProps } from './bank-import.pages';
import { BankLayoutsService } from './bank-layouts.service';
import type { BankPlace } from './bank-matched';
import { bankPaths } from './bank-paths';
import { BankReadService } from './bank-read.service';
import { BankStatementFilesService, statementForm } from './bank-statement-files.service';
import { accountTitle, lastDayOf } from './bank-view.service';

/** A file kept, of which account. */
export type KeptPlace = BankPlace & { readonly keptId: string };

/** What is wrong where a file and those imported before it cannot both be right. */
const NOT_TOGETHER: ReadonlySet<string> = new Set([
  ...['bank.beforeFirst', 'bank.openingDiffers', 'bank.nextDiffers', 'bank.lineLost', 'bank.lineAdded'],
  'bank.statementKnown',
]);

/** The parts that are amounts. */
const MONEY_PARTS: ReadonlySet<ColumnPart> = new Set(['amount', 'in', 'out', 'balance']);

/** More rows than this are not drawn, unless something is wrong with them. */
const ROWS_SHOWN = 200;

/** The pages of an import: the file, and what it would do. */
@Injectable()
export class BankImportViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly files: BankStatementFilesService,
    private readonly imports: BankImportService,
    private readonly layouts: BankLayoutsService,
    private readonly reading: BankReadService,
  ) {}

  async uploadPage(visit: PageVisit, at: BankPlace, refused?: FormState): Promise<StatementUploadPageProps> {
    const { collectiveId, accountId } = at;
    const state = await this.reading.requireState(collectiveId, accountId);
    const paths = bankPaths(collectiveId, accountId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      account: accountTitle(state.account),
      action: paths.importing,
      form: refused ?? filledForm({}),
      backHref: paths.accounts,
      through: lastDayOf(state),
    };
  }

  /** @throws DomainError `file.previewGone`, `bank.unknown` */
  async previewPage(
    visit: PageVisit,
    at: KeptPlace,
    typed: { readonly refused?: FormState; readonly layout?: string | undefined } = {},
  ): Promise<StatementPreviewPageProps> {
    const { collectiveId, accountId, keptId } = at;
    const kept = await this.files.requireKept(collectiveId, keptId);
    const { account, booksFrom } = await this.reading.requireState(collectiveId, accountId);
    const { refused, layout } = typed;
    const preview = await this.imports.preview(at, statementForm(kept, refused?.values ?? { layout }));
    const problems = refused?.problems ?? preview.problems;
    const { rows, hidden } = rowsOf(kept, preview, booksFrom);
    const paths = bankPaths(collectiveId, accountId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      account: accountTitle(account),
      fileName: kept.fileName,
      action: paths.preview(keptId),
      againHref: paths.importing,
      form: { values: { ...told(preview), ...refused?.values }, problems, sentence: problemSentence },
      layouts: this.layouts.listLayouts().map(({ id, name }) => ({ value: id, label: name })),
      layout: preview.layout,
      heads: partsOf(preview).map(([part]) => ({
        label: labelOf(`bankPart.${part}`),
        isNumber: MONEY_PARTS.has(part),
      })),
      rows,
      hidden,
      totals: preview.lines.length === 0 ? undefined : totalsOf(preview, booksFrom),
      unreadable: preview.layout === undefined || preview.problems.some(({ field }) => isOfFile(field)),
      uncovered: problems.length === 0 ? preview.uncovered : undefined,
      statementsHref: problems.some(({ code }) => NOT_TOGETHER.has(code)) ? paths.statements : undefined,
    };
  }
}

/** What the file says of itself fills the form. */
function told({ layout, head }: StatementPreview): Record<string, string> {
  return {
    ...(layout === undefined ? {} : { layout: layout.id }),
    ...(head === undefined
      ? {}
      : {
          from: head.from,
          through: head.through,
          opening: plainYuan(head.opening),
          closing: plainYuan(head.closing),
        }),
  };
}

function partsOf({ heading }: StatementPreview): [ColumnPart, number][] {
  return [...(heading?.places ?? [])].sort(([, one], [, other]) => one - other);
}

function rowsOf(
  kept: KeptTable,
  preview: StatementPreview,
  booksFrom: CalendarDay,
): { rows: PreviewRow[]; hidden: number } {
  const { heading } = preview;
  if (heading === undefined) return { rows: [], hidden: 0 };
  const lines = new Map(preview.lines.map((line) => [line.row, line]));
  const problems = new Map(preview.problems.map((problem) => [problem.field, problem]));
  const parts = partsOf(preview);
  const all = kept.table.rows
    .filter(({ number }) => number > heading.row)
    .map(({ number, cells }) => ({
      row: number,
      cells: parts.map(([part, place]) => ({
        text: MONEY_PARTS.has(part) ? withSeparators(cells[place] ?? '') : (cells[place] ?? ''),
        field: `row.${String(number)}.${part}`,
        isNumber: MONEY_PARTS.has(part),
        wrong: sentenceOf(problems.get(`row.${String(number)}.${part}`)),
      })),
    }))
    .map((cells) => ({ ...cells, note: noteOf(cells, lines.get(cells.row), booksFrom) }));
  const rows = all.filter(({ note }, place) => place < ROWS_SHOWN || note === 'wrong');
  return { rows, hidden: all.length - rows.length };
}

/** A problem of the file or of a row in it; those of the form beside it can be mended there. */
function isOfFile(field: string): boolean {
  return field === 'file' || field.startsWith('row.');
}

function noteOf(
  { cells }: Pick<PreviewRow, 'cells'>,
  line: StatementPreview['lines'][number] | undefined,
  booksFrom: CalendarDay,
): PreviewRow['note'] {
  if (cells.some((cell) => cell.wrong !== undefined)) return 'wrong';
  if (line === undefined) return 'passedOver';
  if (line.isKnown) return 'known';
  return line.bookedOn < booksFrom ? 'beforeBooks' : 'taken';
}

function sentenceOf(problem: Problem | undefined): string | undefined {
  return problem === undefined ? undefined : problemSentence(problem);
}

function totalsOf(
  { lines }: StatementPreview,
  booksFrom: CalendarDay,
): NonNullable<StatementPreviewPageProps['totals']> {
  const amounts = lines.map(({ amount }) => amount);
  return {
    count: lines.length,
    known: lines.filter(({ isKnown }) => isKnown).length,
    beforeBooks: lines.filter(({ isKnown, bookedOn }) => !isKnown && bookedOn < booksFrom).length,
    booksFrom,
    incoming: sumFen(amounts.filter((amount) => amount > 0n)),
    outgoing: -sumFen(amounts.filter((amount) => amount < 0n)),
  };
}

/** An amount of the file with its thousands apart; anything else as the file has it. */
function withSeparators(cell: string): string {
  const amount = readYuan(cell.trim());
  return amount === undefined ? cell : yuanText(amount);
}
