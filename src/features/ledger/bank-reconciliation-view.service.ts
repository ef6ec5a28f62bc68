import { Injectable } from '@nestjs/common';
import type { OutstandingItem, Reconciliation } from '../../domain/ledger/bank-reconciliation';
import { type Fen, sumFen } from '../../domain/money/fen';
import { remarks } from '../../glossary/remarks';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import type { PageVisit } from '../../platform/http/page-visit';
import { renderTableSheet } from '../../platform/pdf/table-sheet';
import type { SheetTable } from '../../platform/spreadsheets/sheet-table';
import { writeWorkbook } from '../../platform/spreadsheets/write-workbook';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import { fullDayText } from '../../platform/views/day-text';
import { explanationText } from './bank-matching-view.service';
import type { BankPlace } from './bank-matched';
import { type BankPaths, bankPaths } from './bank-paths';
import type { LineState } from './bank-read.service';
import {
  BankReconciliationService,
  differenceEffect,
  type DrawnReconciliation,
} from './bank-reconciliation.service';
import type {
  OpeningView,
  OutstandingView,
  ReconciliationPageProps,
  ReconciliationSide,
} from './bank-reconciliation.pages';
import { reconciliationSheet } from './bank-reconciliation-sheet';
import { accountTitle, differenceOptions } from './bank-view.service';

/** The page of the bank reconciliation, and its two sides as page and sheets show them. */
@Injectable()
export class BankReconciliationViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reconciliations: BankReconciliationService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `bank.unknown` */
  async pageOf(
    visit: PageVisit,
    at: BankPlace,
    shown: { readonly on?: string | undefined; readonly form?: FormState },
  ): Promise<ReconciliationPageProps> {
    const { collectiveId, accountId } = at;
    const found = await this.reconciliations.drawOn(at, shown.on);
    const mayWrite = found.state.account.closedOn === null && keepsBooksOf(visit.actor, collectiveId);
    const paths = bankPaths(collectiveId, accountId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      account: accountTitle(found.state.account),
      on: found.on,
      action: paths.reconciliation,
      sides: found.drawn === undefined ? [] : sidesOf(found, found.drawn),
      opening: openingOf(found.drawn),
      explaining: mayWrite
        ? {
            action: paths.reconciliation,
            form: shown.form ?? filledForm({}),
            codes: differenceOptions('opening'),
          }
        : undefined,
      told: toldOf(found),
      matchingHref: paths.matching,
      files: {
        xlsx: paths.reconciliationOn(found.on, 'xlsx'),
        pdf: paths.reconciliationOn(found.on, 'pdf'),
      },
      covered: found.covered,
    };
  }

  /** The reconciliation on A4 paper. @throws DomainError `bank.notCovered`, `bank.unknown` */
  async sheetOf(visit: PageVisit, at: BankPlace, on?: string): Promise<Buffer> {
    const { table, specimen } = await this.tableOf(visit, at, on);
    return renderTableSheet(table, { specimen, drawnAt: new Date(this.clock.now()) });
  }

  /** The reconciliation as an xlsx workbook. @throws DomainError `bank.notCovered`, `bank.unknown` */
  async workbookOf(visit: PageVisit, at: BankPlace, on?: string): Promise<Buffer> {
    const { table, specimen } = await this.tableOf(visit, at, on);
    return writeWorkbook(table, { specimen, drawnAt: new Date(this.clock.now()) });
  }

  private async tableOf(
    visit: PageVisit,
    at: BankPlace,
    on: string | undefined,
  ): Promise<{ readonly table: SheetTable; readonly specimen: boolean }> {
    const found = await this.reconciliations.requireOn(at, on);
    const frame = await this.desk.frameOf(visit, { collectiveId: at.collectiveId, section: 'books' });
    const owner = [frame.above, frame.place].filter((name) => name !== undefined).join(' ');
    const account = accountTitle(found.state.account);
    const opening = openingOf(found.drawn);
    const head = { owner, account, on: found.on, told: toldOf(found), opening };
    return { table: reconciliationSheet(head, sidesOf(found, found.drawn)), specimen: frame.demo };
  }
}

/**
 * The two sides as they are printed: the bank's balance with what we have booked and the bank has not, and
 * the books' balance with what the bank has booked and we have not.
 */
export function sidesOf(
  { state }: Pick<DrawnReconciliation, 'state'>,
  drawn: Reconciliation,
): ReconciliationSide[] {
  const paths = bankPaths(state.account.collectiveId, state.account.id);
  const words = new Map([...state.bank, ...state.books].map((line) => [line.id, line]));
  const items = (side: 'bank' | 'books', sign: 'in' | 'out') => {
    const open = side === 'bank' ? drawn.notYetAtBank : drawn.notYetInBooks;
    const wanted = open.filter(({ amount }) => (sign === 'in' ? amount > 0n : amount < 0n));
    // What is taken away is said by its heading and printed without a sign.
    const printed = (amount: Fen): Fen => (sign === 'in' ? amount : -amount);
    return groupOf(
      `reconciliation.${side}.${sign}`,
      wanted.map((item) => ({
        ...itemView(item, words.get(item.lineId), paths),
        amount: printed(item.amount),
      })),
    );
  };
  const wrong = (side: 'bank' | 'books'): Group[] =>
    wrongIn(side, drawn, (item) => itemView(item, words.get(item.lineId), paths));
  return [
    {
      title: labelOf('reconciliation.bank'),
      balance: drawn.bankBalance,
      groups: [
        items('bank', 'in'),
        items('bank', 'out'),
        ...wrong('bank'),
        ...differencesIn('bank', drawn, paths),
      ],
      adjusted: drawn.adjustedBank,
    },
    {
      title: labelOf('reconciliation.books'),
      balance: drawn.booksBalance,
      groups: [
        items('books', 'in'),
        items('books', 'out'),
        ...wrong('books'),
        ...differencesIn('books', drawn, paths),
        ...openingIn(drawn),
      ],
      adjusted: drawn.adjustedBooks,
    },
  ];
}

/** What is said below the verdict: what was set aside, what was booked for the beginning, and as of when. */
function toldOf(found: DrawnReconciliation): string[] {
  const sealed = found.isAsSealed ? remarks.reconciledAsSealed() : '';
  return [setAsideText(found), metText(found.drawn), sealed].filter((each) => each !== '');
}

/** What was booked afterwards for what both began apart by, in words; empty where nothing was. */
function metText(drawn: Reconciliation | undefined): string {
  if (drawn === undefined || drawn.openingMet.length === 0) return '';
  const { openingBegan, openingMet, openingDifference } = drawn;
  const said = openingMet.flatMap(({ explanation }) => explanation?.note || []).join('；');
  return remarks.openingMet({ began: openingBegan, left: openingDifference, said });
}

/** What the statements hold from before the books, in words; empty where they hold nothing of the kind. */
function setAsideText({ state, drawn }: DrawnReconciliation): string {
  const lines = drawn?.setAside ?? [];
  if (lines.length === 0) return '';
  const sum = sumFen(lines.map(({ amount }) => amount));
  const told = state.account.answersFrom === null ? remarks.beforeBooks : remarks.beforeTakingOver;
  return told(lines.length, sum, fullDayText(state.booksFrom));
}

type Group = ReconciliationSide['groups'][number];

function groupOf(title: string, items: readonly OutstandingView[]): Group {
  return { title: labelOf(title), items, sum: sumFen(items.map(({ amount }) => amount)) };
}

/** What was booked wrongly is taken off again: what came in wrongly counts below zero. */
function wrongIn(
  side: 'bank' | 'books',
  drawn: Reconciliation,
  viewOf: (item: OutstandingItem) => OutstandingView,
): Group[] {
  const found = side === 'bank' ? drawn.wrongAtBank : drawn.wrongInBooks;
  const views = found.map((item) => ({ ...viewOf(item), amount: -item.amount }));
  return views.length === 0 ? [] : [groupOf(`reconciliation.${side}.wrong`, views)];
}

function differencesIn(side: 'bank' | 'books', drawn: Reconciliation, paths: BankPaths): Group[] {
  const differences = side === 'bank' ? drawn.bankDifferences : drawn.booksDifferences;
  if (differences.length === 0) return [];
  const items = differences.map((each) => ({
    text: labelOf('reconciliation.matchedWithDifference'),
    amount: differenceEffect(side, each),
    reason: each.explanation === undefined ? '' : explanationText(each.explanation),
    href: paths.matching,
  }));
  return [groupOf(`reconciliation.${side}.differences`, items)];
}

/** What both began apart has a line of its own, explained or not, however the rest stands. */
function openingIn({ openingDifference: sum, openingReason }: Reconciliation): Group[] {
  if (sum === 0n) return [];
  const title =
    openingReason === undefined ? 'reconciliation.unexplained' : 'reconciliation.openingDifference';
  return [{ title: labelOf(title), items: [], sum }];
}

/** What both began apart, and why. */
function openingOf(drawn: Reconciliation | undefined): OpeningView {
  const { openingDifference: difference = 0n, openingReason } = drawn ?? {};
  return { difference, reason: openingReason === undefined ? '' : explanationText(openingReason) };
}

function itemView(item: OutstandingItem, line: LineState | undefined, paths: BankPaths): OutstandingView {
  const words = [line?.text ?? '', line?.voucher === undefined ? (line?.counterparty ?? '') : ''];
  return {
    text: widePunctuation(words.filter((each) => each !== '').join(' ')) || labelOf('reconciliation.noWords'),
    waiting: { on: item.on, days: item.age },
    amount: item.amount,
    reason:
      item.explanation === undefined
        ? labelOf('reconciliation.notExplained')
        : explanationText(item.explanation),
    href: paths.line(item.lineId),
  };
}
