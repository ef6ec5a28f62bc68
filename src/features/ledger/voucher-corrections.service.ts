import { Injectable } from '@nestjs/common';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import { earlierMonthOf, movedToEarlierYear } from '../../domain/ledger/prior-year-move';
import { isIncomeOrExpense } from '../../domain/ledger/statement-layout';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import type { Problem } from '../../domain/shared/problem';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { voucherNamedIn } from '../../glossary/voucher-summaries';
import { villagePaths } from '../../platform/http/office-paths';
import { againPath } from '../../platform/http/typed-again';
import { LedgerReadService, type Voucher } from './ledger-read.service';
import type { PriorYearMove } from './prior-year-moves.store';
import { ReentriesService } from './reentries.service';
import { VoucherDesk } from './voucher-desk.service';
import { ReversalShortageService } from './reversal-shortage.service';
import type { VoucherCorrections, VoucherLink } from './voucher-corrections.pages';

type Linked = Pick<Voucher, 'entryId' | 'voucherYear' | 'voucherNumber'>;

/** What is told of a reversal before it is booked. */
export type ToldBefore = Pick<NonNullable<VoucherCorrections['reversing']>, 'paidAlready' | 'willBeShort'>;

/** All of it but the form that reverses. */
type Corrections = Omit<VoucherCorrections, 'reversing'>;

/** What took a voucher back, what took its place, and what is short since. */
@Injectable()
export class VoucherCorrectionsService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly reentries: ReentriesService,
    private readonly shortages: ReversalShortageService,
    private readonly desk: VoucherDesk,
  ) {}

  /** @param who whether the person may enter it anew, and the day on which that would be */
  async correctionsOf(
    collectiveId: string,
    voucher: Voucher,
    { keepsBooks, today }: { readonly keepsBooks: boolean; readonly today: CalendarDay },
  ): Promise<Corrections> {
    const { reversedById, reversesId, entryId } = voucher;
    const { takenBy, placeOf } = await this.reentries.placesOf(collectiveId, voucher);
    const by = await this.findEntry(collectiveId, reversedById);
    const of = await this.findEntry(collectiveId, reversesId);
    const mayTake = by !== undefined && takenBy === undefined && keepsBooks && isByHand(voucher);
    const corrected = of ?? placeOf;
    const move = await this.reentries.findMove(collectiveId, voucher);
    const year = mayTake ? await this.earlierYearOf(collectiveId, voucher, { by, move, today }) : undefined;
    const putRightBy =
      year === undefined
        ? undefined
        : await this.reentries.findPutRight(
            collectiveId,
            voucher,
            await this.resultAccounts(collectiveId, voucher),
          );
    const isOpen = mayTake && putRightBy === undefined;
    const moves = voucher.source.kind === PRIOR_YEAR.move ? voucher.source.id : undefined;
    const anewOf = isOpen ? year : undefined;
    return {
      reversedBy: linkOf(collectiveId, voucher, by),
      reverses: withReason(linkOf(collectiveId, voucher, of), voucher),
      paidWhy: await this.paidWhyOf(collectiveId, voucher),
      ...(of === undefined || of.chart === voucher.chart ? {} : { crossedFrom: of.chart }),
      takenBy: linkOf(collectiveId, voucher, takenBy),
      placeOf: linkOf(collectiveId, voucher, placeOf),
      putRightBy: linkOf(collectiveId, voucher, putRightBy),
      moved: withYear(linkOf(collectiveId, voucher, move), move),
      moves: linkOf(collectiveId, voucher, await this.findEntry(collectiveId, moves)),
      anewOf,
      isShort: (await this.shortSince(collectiveId, voucher)).map(problemSentence),
      ...(corrected === undefined ? {} : { countsOn: countsOf(voucher, corrected) }),
      ...(isOpen ? { anewHref: `${villagePaths(collectiveId).voucher(entryId)}/anew` } : {}),
      ...(anewOf === undefined ? {} : { anewElsewhereHref: elsewhereHref(collectiveId, entryId) }),
    };
  }

  /** What its reversal would leave short, and of what people were paid already, in sentences. */
  async toldBefore(collectiveId: string, voucher: Voucher, day: CalendarDay): Promise<ToldBefore> {
    const paidAlready = await this.desk.paidLeftBy(collectiveId, voucher, day);
    const short = await this.shortages.shortAfter(collectiveId, voucher, day);
    // That the account is paid beyond what is owed is said once, with the sums of the grant itself.
    const told = short.filter(({ code }) => paidAlready === undefined || code !== 'reversal.paidBeyond');
    return { paidAlready, willBeShort: told.map(problemSentence) };
  }

  /** The earlier year whose income and expense it would be, entered anew today. */
  private async earlierYearOf(
    collectiveId: string,
    voucher: Voucher,
    of: { readonly by: Voucher; readonly move: PriorYearMove | undefined; readonly today: CalendarDay },
  ): Promise<number | undefined> {
    const { postings, aboutPeriod } = voucher;
    const former = { ...voucher, reason: of.by.reason, movedTo: of.move?.aboutPeriod };
    const month = earlierMonthOf({ postedOn: of.today, aboutPeriod }, former);
    if (month === undefined) return undefined;
    const chart = await this.books.chartOf(collectiveId, voucher.chart);
    return movedToEarlierYear(postings, chart).length === 0 ? undefined : yearOf(month);
  }

  /** The accounts of income and expense on which it stands. */
  private async resultAccounts(
    collectiveId: string,
    { chart: version, postings }: Voucher,
  ): Promise<string[]> {
    const chart = await this.books.chartOf(collectiveId, version);
    const codes = postings.map(({ ledgerAccount }) => ledgerAccount);
    return [...new Set(codes.filter((code) => isIncomeOrExpense(chart, code)))];
  }

  private async shortSince(collectiveId: string, voucher: Voucher): Promise<Problem[]> {
    return voucher.reversesId === undefined ? [] : this.shortages.shortSince(collectiveId, voucher);
  }

  /** What was said of the money where a voucher takes back, or was taken back, after it was paid. */
  private async paidWhyOf(collectiveId: string, voucher: Voucher): Promise<string | undefined> {
    const { source, reversesId, reversedById, entryId } = voucher;
    const reversalId = reversesId === undefined ? reversedById : entryId;
    if (source.kind !== 'grant' || reversalId === undefined) return undefined;
    return this.desk.paidWhyOf(collectiveId, reversalId);
  }

  private async findEntry(collectiveId: string, entryId: string | undefined): Promise<Voucher | undefined> {
    return entryId === undefined ? undefined : this.books.requireEntry(collectiveId, entryId);
  }
}

/** The form for earlier years, which takes the place of any voucher. */
function elsewhereHref(collectiveId: string, entryId: string): string {
  return againPath({ path: `${villagePaths(collectiveId).yearEnd}/correction`, values: {} }, entryId);
}

/** What the program books by itself, or with something else, nobody enters anew by hand. */
const NOT_BY_HAND: ReadonlySet<string> = new Set([
  ...['opening', 'jointPart', 'jointCut', 'grant', 'chartChange'],
  ...['yearClosing', 'yearReserve', PRIOR_YEAR.reversal, PRIOR_YEAR.move],
]);

function isByHand({ source }: Voucher): boolean {
  return !NOT_BY_HAND.has(source.kind);
}

/** Where a correction counts, where its own day does not say so. */
function countsOf(voucher: Voucher, corrected: Voucher): VoucherCorrections['countsOn'] {
  const { statementOn: day, postings } = voucher;
  const counts = postings.some(({ poolFlow }) => poolFlow !== undefined && poolFlow !== 'granted');
  if (!counts || (day === voucher.postedOn && day === corrected.statementOn)) return undefined;
  return { day, isMoved: day !== corrected.statementOn };
}

function withYear(
  link: VoucherLink | undefined,
  move: PriorYearMove | undefined,
): VoucherCorrections['moved'] {
  return link === undefined || move === undefined ? undefined : { ...link, year: yearOf(move.aboutPeriod) };
}

function linkOf(collectiveId: string, from: Voucher, to: Linked | undefined): VoucherLink | undefined {
  if (to === undefined) return undefined;
  return {
    number: voucherNamedIn(from.voucherYear, to),
    href: villagePaths(collectiveId).voucher(to.entryId),
  };
}

function withReason(link: VoucherLink | undefined, { reason = '' }: Voucher): VoucherCorrections['reverses'] {
  return link === undefined ? undefined : { ...link, reason: labelOf(`reversalReason.${reason}`) };
}
