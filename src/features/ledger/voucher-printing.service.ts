import { Injectable } from '@nestjs/common';
import { type Month, monthOf } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { Configuration } from '../../platform/config/configuration';
import { configuredFonts } from '../../platform/pdf/configured-fonts';
import { printedSeal } from '../../platform/text/printed-head';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { LedgerReadService, type Voucher } from './ledger-read.service';
import { VoucherDesk } from './voucher-desk.service';
import { type NamedHands, VoucherHandsService } from './voucher-hands.service';
import { type LineNames, linesInWords, VoucherLinesService } from './voucher-lines.service';
import { type PrintedVoucher, renderVouchers } from './voucher-sheet';

/** Which vouchers are printed: of these months, or these. */
export interface PrintAsked {
  readonly first?: Month;
  readonly last?: Month;
  readonly ids?: readonly string[];
}

/** More than a village books in a month; a file of more is asked for in parts. */
const MOST_VOUCHERS = 500;

/** Prints vouchers as the sheets that are bound and kept. */
@Injectable()
export class VoucherPrintingService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly lines: VoucherLinesService,
    private readonly hands: VoucherHandsService,
    private readonly desk: VoucherDesk,
    private readonly configuration: Configuration,
  ) {}

  /**
   * One PDF of these vouchers, in the order of their numbers.
   * @throws DomainError `ledger.entryUnknown`, `voucher.tooManyToPrint`, `voucher.printBackwards`
   */
  async print(collectiveId: string, asked: PrintAsked): Promise<Buffer> {
    const vouchers = await this.vouchersOf(collectiveId, asked);
    if (vouchers.length > MOST_VOUCHERS) {
      const facts = { count: vouchers.length, max: MOST_VOUCHERS };
      throw new DomainError('voucher.tooManyToPrint', facts);
    }
    const names = await this.lines.namesFor(collectiveId);
    const hands = await this.hands.handsOf(collectiveId, vouchers);
    const seal = await this.books.findLastSeal(collectiveId);
    const head = await this.desk.sheetHeadOf(collectiveId);
    const printed = vouchers.flatMap((voucher) => {
      const own = hands.get(voucher.entryId);
      if (own === undefined) return [];
      const printed = printedOf(voucher, names, own);
      const isSealed = seal !== undefined && monthOf(voucher.postedOn) <= seal.month;
      return [isSealed ? { ...printed, seal: printedSeal(seal) } : printed];
    });
    return renderVouchers(printed, { ...head, fonts: configuredFonts(this.configuration) });
  }

  private async vouchersOf(collectiveId: string, { first, last, ids }: PrintAsked): Promise<Voucher[]> {
    if (ids === undefined) {
      const month = first ?? last ?? '';
      const through = last ?? month;
      if (month > through) throw new DomainError('voucher.printBackwards', { first: month, last: through });
      return this.books.listVouchers(collectiveId, { first: month, last: through });
    }
    const vouchers: Voucher[] = [];
    for (const id of ids) vouchers.push(await this.books.requireEntry(collectiveId, id));
    return vouchers;
  }
}

function printedOf(voucher: Voucher, names: LineNames, hands: NamedHands): PrintedVoucher {
  return {
    number: String(voucher.voucherNumber).padStart(4, '0'),
    postedOn: voucher.postedOn,
    // One summary is that of all lines: it stands on the first, as on a voucher written by hand.
    lines: linesInWords(voucher, names).map((line, index) => ({
      summary: index === 0 ? widePunctuation(voucher.summary) : '',
      account: `${line.accountCode} ${line.accountName}`,
      detail: [line.detailName ?? '', ...line.dimensions].filter((word) => word !== '').join(' '),
      debit: line.debit,
      credit: line.credit,
    })),
    attachments: voucher.attachments,
    hands,
    chainPosition: voucher.chainPosition,
    hash: voucher.hash,
  };
}
