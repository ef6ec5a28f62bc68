import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Problem } from '../../domain/shared/problem';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { voucherNamedIn } from '../../glossary/voucher-summaries';
import { villagePaths } from '../../platform/http/office-paths';
import { LedgerReadService, type Voucher } from './ledger-read.service';
import { ReentriesService } from './reentries.service';
import { ReversalShortageService } from './reversal-shortage.service';
import type { VoucherCorrections, VoucherLink } from './voucher-corrections.pages';

/** All of it but the form that reverses. */
type Corrections = Omit<VoucherCorrections, 'reversing'>;

/** What took a voucher back, what took its place, and what is short since. */
@Injectable()
export class VoucherCorrectionsService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly reentries: ReentriesService,
    private readonly shortages: ReversalShortageService,
  ) {}

  /** @param keepsBooks whether the person may enter it anew */
  async correctionsOf(collectiveId: string, voucher: Voucher, keepsBooks: boolean): Promise<Corrections> {
    const { reversedById, reversesId, entryId } = voucher;
    const { takenBy, placeOf } = await this.reentries.placesOf(collectiveId, voucher);
    const by = await this.findEntry(collectiveId, reversedById);
    const of = await this.findEntry(collectiveId, reversesId);
    const isOpen = by !== undefined && takenBy === undefined && keepsBooks && isByHand(voucher);
    const corrected = of ?? placeOf;
    return {
      reversedBy: linkOf(collectiveId, voucher, by),
      reverses: withReason(linkOf(collectiveId, voucher, of), voucher),
      takenBy: linkOf(collectiveId, voucher, takenBy),
      placeOf: linkOf(collectiveId, voucher, placeOf),
      isShort: (await this.shortSince(collectiveId, voucher)).map(problemSentence),
      ...(corrected === undefined ? {} : { countsOn: countsOf(voucher, corrected) }),
      ...(isOpen ? { anewHref: `${villagePaths(collectiveId).voucher(entryId)}/anew` } : {}),
    };
  }

  /** What its reversal would leave short, in sentences. */
  async willBeShort(collectiveId: string, voucher: Voucher, day: CalendarDay): Promise<string[]> {
    return (await this.shortages.shortAfter(collectiveId, voucher, day)).map(problemSentence);
  }

  private async shortSince(collectiveId: string, voucher: Voucher): Promise<Problem[]> {
    return voucher.reversesId === undefined ? [] : this.shortages.shortSince(collectiveId, voucher);
  }

  private async findEntry(collectiveId: string, entryId: string | undefined): Promise<Voucher | undefined> {
    return entryId === undefined ? undefined : this.books.requireEntry(collectiveId, entryId);
  }
}

/** What the program books by itself, or with something else, nobody enters anew by hand. */
const NOT_BY_HAND: ReadonlySet<string> = new Set([
  ...['opening', 'jointPart', 'jointCut', 'grant', 'chartChange'],
  ...['yearClosing', 'yearReserve', 'priorYearReversal'],
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

function linkOf(collectiveId: string, from: Voucher, to: Voucher | undefined): VoucherLink | undefined {
  if (to === undefined) return undefined;
  return {
    number: voucherNamedIn(from.voucherYear, to),
    href: villagePaths(collectiveId).voucher(to.entryId),
  };
}

function withReason(link: VoucherLink | undefined, { reason = '' }: Voucher): VoucherCorrections['reverses'] {
  return link === undefined ? undefined : { ...link, reason: labelOf(`reversalReason.${reason}`) };
}
