import { Injectable } from '@nestjs/common';
import type { Explanation } from '../../domain/ledger/bank-match-by-hand';
import type { Suggestion } from '../../domain/ledger/bank-matching';
import { sumFen } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { shortDay } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import { BankMatchingService, linesToMatch, shownDigest } from './bank-matching.service';
import type { MatchGroupView, MatchLineView } from './bank-groups.pages';
import type { BankMatchingPageProps } from './bank-matching.pages';
import type { BankPlace } from './bank-matched';
import { type BankPaths, bankPaths } from './bank-paths';
import { BankReadService, type BankState, type LineState } from './bank-read.service';
import { accountTitle, differenceOptions } from './bank-view.service';

/** The latest matches that the page lists; the others stay in the register. */
const MATCHES_SHOWN = 20;

/** The page on which bank and books are brought together. */
@Injectable()
export class BankMatchingViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reading: BankReadService,
    private readonly matching: BankMatchingService,
  ) {}

  /** @throws DomainError `bank.unknown` */
  async pageOf(visit: PageVisit, at: BankPlace, refused?: FormState): Promise<BankMatchingPageProps> {
    const { collectiveId, accountId } = at;
    const state = await this.reading.requireState(collectiveId, accountId);
    const paths = bankPaths(collectiveId, accountId);
    const hasStatement = state.statements.length > 0;
    const suggested = hasStatement ? this.matching.suggestionsOf(state) : [];
    const certain = suggested.filter((each) => each.certain);
    const views = viewsOf(state, paths);
    const spoken = new Set(suggested.flatMap(({ bank, books }) => [...bank, ...books]));
    const open = linesToMatch(state);
    const left = (lines: readonly LineState[]): MatchLineView[] =>
      lines.filter(({ id }) => !spoken.has(id)).flatMap(({ id }) => views.get(id) ?? []);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      account: accountTitle(state.account),
      form: refused ?? filledForm({}),
      bank: left(open.bank),
      books: left(open.books),
      certain: certain.map((each) => suggestionView(each, views)),
      possible: suggested.filter((each) => !each.certain).map((each) => suggestionView(each, views)),
      matched: matchedViews(state, views),
      moreMatched: Math.max(0, state.matches.length - MATCHES_SHOWN),
      codes: differenceOptions('match'),
      importHref: paths.importing,
      reconciliationHref: paths.reconciliation,
      hasStatement,
      acts:
        state.account.closedOn === null && keepsBooksOf(visit.actor, collectiveId)
          ? {
              match: paths.matching,
              accept: paths.accept,
              undo: paths.undo,
              shown: shownDigest(certain),
            }
          : undefined,
    };
  }
}

/** Of the year of the last statement a line shows month and day; of another its year, too. */
function viewsOf({ bank, books, statements }: BankState, paths: BankPaths): Map<string, MatchLineView> {
  const year = statements.at(-1)?.through.slice(0, 4) ?? '';
  return new Map([...bank, ...books].map((line) => [line.id, lineView(line, { paths, year })]));
}

function lineView(
  line: LineState,
  { paths, year }: { readonly paths: BankPaths; readonly year: string },
): MatchLineView {
  const { id, on, amount, text, counterparty, reference, voucher, explanation } = line;
  return {
    id,
    day: on.startsWith(year) ? shortDay(on) : on,
    amount,
    text: widePunctuation(text === '' ? counterparty : text),
    beside:
      voucher === undefined
        ? [text === '' ? '' : counterparty, reference].filter((each) => each !== '').join(' ')
        : voucherNumberText(voucher.voucherNumber),
    href: paths.line(id),
    explained: explanation && explanationText(explanation),
  };
}

/** The reason by its word, and what was said beside it. */
export function explanationText({ code, note }: Explanation): string {
  return [labelOf(`difference.${code}`), note].filter((each) => each !== '').join(' ');
}

function linesIn(ids: readonly string[], views: ReadonlyMap<string, MatchLineView>): MatchLineView[] {
  return ids.flatMap((id) => views.get(id) ?? []);
}

function suggestionView(
  { bank, books, rule }: Suggestion,
  views: ReadonlyMap<string, MatchLineView>,
): MatchGroupView {
  return {
    id: [...bank, ...books].join(' '),
    rule: labelOf(`bankRule.${rule}`),
    bank: linesIn(bank, views),
    books: linesIn(books, views),
  };
}

function matchedViews(state: BankState, views: ReadonlyMap<string, MatchLineView>): MatchGroupView[] {
  const groups = new Map(state.groups.map((group) => [group.id, group]));
  const ofBank = new Set(state.bank.map(({ id }) => id));
  return state.matches.slice(0, MATCHES_SHOWN).map(({ id, rule }) => {
    const { lineIds = [], explanation } = groups.get(id) ?? {};
    const bank = linesIn(
      lineIds.filter((each) => ofBank.has(each)),
      views,
    );
    const books = linesIn(
      lineIds.filter((each) => !ofBank.has(each)),
      views,
    );
    const difference = sumFen(bank.map(({ amount }) => amount)) - sumFen(books.map(({ amount }) => amount));
    return {
      id,
      rule: labelOf(`bankRule.${rule}`),
      bank,
      books,
      difference:
        explanation === undefined ? undefined : { amount: difference, reason: explanationText(explanation) },
    };
  });
}
