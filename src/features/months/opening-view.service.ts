import { Injectable } from '@nestjs/common';
import type { Chart, LedgerAccount } from '../../domain/ledger/chart';
import { OPENING_COLUMNS, type OpeningLine, poolsOf, sidesOf } from '../../domain/months/opening';
import { type OpenedBalance, type OpeningChange, openingChanges } from '../../domain/months/opening-changes';
import { openingNotes, reconcileReceivables, undistributedAtStart } from '../../domain/months/opening-checks';
import { openingPostings } from '../../domain/months/postings';
import { OPENING_HEADINGS } from '../../glossary/columns-opening';
import { sentenceFor } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { REVERSAL_REASONS } from '../../domain/ledger/reversal';
import { filledForm, OfficeDesk, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { shownRows } from '../../platform/views/rows-read';
import type { OpeningPageProps, OpeningPreviewPageProps } from './opening.pages';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type LineInWords, linesInWords, VoucherLinesService } from '../ledger/voucher-lines.service';
import { OpeningReplacementService, type OpeningState } from './opening-replacement.service';
import { type OpeningRead, OpeningService } from './opening.service';

/** A kept table of a village's. */
export interface OpeningPlace {
  readonly collectiveId: string;
  readonly previewId: string;
}

const NATURES: readonly LedgerAccount['nature'][] = [
  'asset',
  'liability',
  'equity',
  'cost',
  'income',
  'expense',
];

/** The pages on which the books of a village begin: the upload, and the preview of what was read. */
@Injectable()
export class OpeningViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly openings: OpeningService,
    private readonly replacements: OpeningReplacementService,
    private readonly books: LedgerReadService,
    private readonly lines: VoucherLinesService,
  ) {}

  async uploadPage(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<OpeningPageProps> {
    const paths = villagePaths(collectiveId);
    const state = await this.replacements.stateOf(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      action: paths.opening,
      templateHref: `${paths.opening}/template.xlsx`,
      vouchersHref: paths.vouchers,
      ...booksIn(collectiveId, state),
      form: refused ?? filledForm({}),
      columns: OPENING_COLUMNS.map((column) => OPENING_HEADINGS[column][0]),
    };
  }

  /** @throws DomainError `file.previewGone` */
  async previewPage(
    visit: PageVisit,
    at: OpeningPlace,
    refused?: FormState,
  ): Promise<OpeningPreviewPageProps> {
    const read = await this.openings.read(at.collectiveId, at.previewId);
    const paths = villagePaths(at.collectiveId);
    const { lines, chart, problems } = read;
    const form = refused ?? refusedForm({ values: {}, problems });
    const state = await this.replacements.stateOf(at.collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: at.collectiveId, section: 'books' }),
      fileName: read.fileName,
      openedOn: read.openedOn,
      action: `${paths.opening}/${at.previewId}${state.replaces === undefined ? '' : '/replace'}`,
      againHref: paths.opening,
      isSound: problems.length === 0,
      ...booksIn(at.collectiveId, state),
      reasons: REVERSAL_REASONS.map((value) => ({ value, label: labelOf(`reversalReason.${value}`) })),
      form,
      headings: read.records.columns.map((column) => OPENING_HEADINGS[column][0]),
      numeric: read.records.columns.map((column) => column === 'debit' || column === 'credit'),
      rows: shownRows(read.records, form),
      rowCount: read.records.records.length,
      changes: problems.length > 0 ? [] : await this.changesOf(at.collectiveId, state, read),
      pools: poolTotals(lines, chart),
      classes: classTotals(lines, chart),
      receivables: reconcileReceivables(lines, chart),
      assets: read.assets,
      notes: openingNotes(lines, chart).map(({ code, facts }) => sentenceFor(code, facts)),
    };
  }

  /** The opening that is booked beside the one that would take its place. */
  private async changesOf(
    collectiveId: string,
    { replaces }: OpeningState,
    { lines, chart }: Pick<OpeningRead, 'lines' | 'chart'>,
  ): Promise<OpeningChange[]> {
    if (replaces === undefined) return [];
    const booked = await this.books.requireEntry(collectiveId, replaces.entryId);
    const names = await this.lines.namesFor(collectiveId);
    const after = { chart: booked.chart, postings: openingPostings(lines, chart) };
    return openingChanges(
      linesInWords(booked, names).map(balanceOf),
      linesInWords(after, names).map(balanceOf),
    );
  }
}

/** The balances of an opening, each named by its account and what it is about. */
function balanceOf({
  accountCode,
  accountName,
  detailName,
  dimensions,
  debit,
  credit,
}: LineInWords): OpenedBalance {
  const account = [accountName, detailName].filter((name) => name !== undefined).join(' ');
  return { code: accountCode, account, about: dimensions.join('　'), amount: debit - credit };
}

/** What stands in the books already, in words. */
function booksIn(
  collectiveId: string,
  { replaces, stays }: OpeningState,
): Pick<OpeningPageProps, 'replaces' | 'stays' | 'noteHref'> {
  return {
    ...(stays === undefined ? {} : { stays: sentenceFor(stays.code, stays.facts ?? {}) }),
    ...(stays?.code === 'opening.noteRests' ? { noteHref: `${villagePaths(collectiveId).subsidy}/cut` } : {}),
    ...(replaces === undefined
      ? {}
      : {
          replaces: {
            number: voucherNumberText(replaces.voucherNumber),
            href: villagePaths(collectiveId).voucher(replaces.entryId),
          },
        }),
  };
}

function poolTotals(lines: readonly OpeningLine[], chart: Chart): OpeningPreviewPageProps['pools'] {
  const starts = new Map(undistributedAtStart(lines, chart).map(({ pool, amount }) => [pool, amount]));
  return poolsOf(lines).map((pool) => ({
    name: labelOf(`pool.${pool}`),
    ...sidesOf(lines.filter((line) => line.pool === pool)),
    undistributed: starts.get(pool) ?? 0n,
  }));
}

function classTotals(lines: readonly OpeningLine[], chart: Chart): OpeningPreviewPageProps['classes'] {
  return NATURES.flatMap((nature) => {
    const own = lines.filter((line) => chart.accounts.get(line.ledgerAccount)?.nature === nature);
    return own.length === 0 ? [] : [{ name: labelOf(`nature.${nature}`), ...sidesOf(own) }];
  });
}
