import { Injectable } from '@nestjs/common';
import { type Fen, plainYuan } from '../../domain/money/fen';
import { statementWords } from '../../glossary/statement-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import type { PageVisit } from '../../platform/http/page-visit';
import { renderTableSheet } from '../../platform/pdf/table-sheet';
import type { SheetRow, SheetTable } from '../../platform/spreadsheets/sheet-table';
import { writeWorkbook } from '../../platform/spreadsheets/write-workbook';
import { spanText } from '../../platform/views/day-text';
import { type StatementAsked, SurplusViewService } from './surplus-view.service';
import type { SurplusLine, SurplusPageProps } from './surplus.pages';

/** The statement of a pool on paper and as a workbook: what its page shows, line by line. */
@Injectable()
export class SurplusSheetService {
  constructor(
    private readonly view: SurplusViewService,
    private readonly clock: Clock,
  ) {}

  /** @throws FormProblems `calendar.reversed` */
  async sheetOf(visit: PageVisit, asked: StatementAsked): Promise<Buffer> {
    const page = await this.view.pageOf(visit, asked);
    return renderTableSheet(tableOf(page), this.drawn(page));
  }

  /** @throws FormProblems `calendar.reversed` */
  async workbookOf(visit: PageVisit, asked: StatementAsked): Promise<Buffer> {
    const page = await this.view.pageOf(visit, asked);
    return writeWorkbook(tableOf(page), this.drawn(page));
  }

  private drawn({ frame }: SurplusPageProps): { specimen: boolean; drawnAt: Date } {
    return { specimen: frame.demo, drawnAt: new Date(this.clock.now()) };
  }
}

/** Carried over, each line with its vouchers, the result: the same figures as on the page. */
function tableOf(page: SurplusPageProps): SheetTable {
  const result = labelOf(page.isSplit ? 'surplus.distributable' : 'surplus.left');
  return {
    title: labelOf('page.statement'),
    owner: [page.frame.above, page.frame.place].filter((name) => name !== undefined).join(' '),
    span: spanText(page.from, page.through),
    remarks: [page.pool],
    columns: [
      { head: labelOf('report.voucher'), kind: 'text', width: 24 },
      { head: labelOf('report.day'), kind: 'text', width: 26 },
      { head: labelOf('report.summary'), kind: 'text', width: 94 },
      { head: labelOf('field.amount'), kind: 'money', width: 36 },
    ],
    rows: [
      { kind: 'subtotal', cells: [labelOf('surplus.carried'), '', '', page.carried] },
      ...page.carriedParts.map(({ label, fen }): SheetRow => ({ kind: 'line', cells: ['', '', label, fen] })),
      ...correctionRows(page.corrections),
      ...page.lines.filter(({ kind }) => kind !== 'out').flatMap(lineRows),
      { kind: 'subtotal', cells: [labelOf('surplus.in'), '', '', page.received] },
      ...page.lines.filter(({ kind }) => kind === 'out').flatMap(lineRows),
      { kind: 'subtotal', cells: [labelOf('surplus.out'), '', '', -page.deducted] },
      { kind: 'total', cells: [result, '', '', page.distributable] },
      ...decidedRows(page.decided),
    ],
  };
}

/** What of the last period was put right: it comes to zero, since the carry-over has it. */
function correctionRows(corrections: SurplusPageProps['corrections']): SheetRow[] {
  if (corrections === undefined) return [];
  const { decided, corrected, entries } = corrections;
  const said = statementWords.carriedAnew(plainYuan(decided), plainYuan(corrected));
  return [
    { kind: 'subtotal', cells: [labelOf('surplus.corrections'), '', '', 0n] },
    ...entries.map(({ voucherNumber, postedOn, summary, amount }): SheetRow => ({
      kind: 'line',
      cells: [voucherNumber, postedOn, summary, amount],
    })),
    { kind: 'line', cells: ['', '', said, decided - corrected] },
  ];
}

/** What approved plans have decided on, and what is still to be decided. */
function decidedRows(decided: SurplusPageProps['decided']): SheetRow[] {
  if (decided === undefined || decided.plans.length === 0) return [];
  return [
    ...decided.plans.map(({ label, planned, granted, waiting }): SheetRow => {
      const said = statementWords.decided(label, plainYuan(granted), plainYuan(waiting));
      return { kind: 'line', cells: ['', '', said, -planned] };
    }),
    ...(decided.released === 0n ? [] : [releasedRow(decided.released)]),
    { kind: 'total', cells: [labelOf('surplus.undecided'), '', '', decided.undecided] },
  ];
}

function releasedRow(released: Fen): SheetRow {
  return { kind: 'line', cells: ['', '', labelOf('surplus.released'), released] };
}

function lineRows({ kind, label, note = '', total, entries }: SurplusLine): SheetRow[] {
  const sign = kind === 'out' ? -1n : 1n;
  return [
    { kind: 'subtotal', cells: [label, '', note, sign * total] },
    ...entries.map(({ voucherNumber, postedOn, summary, called, amount }): SheetRow => ({
      kind: 'line',
      cells: [voucherNumber, postedOn, statementWords.calledBy(summary, called), sign * amount],
    })),
  ];
}
