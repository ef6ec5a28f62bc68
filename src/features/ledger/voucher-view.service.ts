import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { paperOf } from '../../domain/ledger/entry-paper';
import { REVERSAL_REASONS } from '../../domain/ledger/reversal';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import { invariant } from '../../domain/shared/invariant';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { checksOthers } from '../../platform/http/actor';
import { localTime } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import { LedgerReadService, type Voucher } from './ledger-read.service';
import { type NamedHands, VoucherHandsService } from './voucher-hands.service';
import { type ToldBefore, VoucherCorrectionsService } from './voucher-corrections.service';
import { hasMoney, linesInWords, VoucherLinesService } from './voucher-lines.service';
import type { VoucherPageProps } from './voucher.pages';

/** One voucher of a village. */
export interface VoucherPlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** The page of one voucher: its lines in words, its place in the chain, what took it back. */
@Injectable()
export class VoucherViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly books: LedgerReadService,
    private readonly lines: VoucherLinesService,
    private readonly hands: VoucherHandsService,
    private readonly corrections: VoucherCorrectionsService,
  ) {}

  /**
   * @param given the day a reversal is filled with, and the reversal as it came back
   * @throws DomainError `ledger.entryUnknown`
   */
  async pageOf(
    visit: PageVisit,
    at: VoucherPlace,
    given: { readonly today: CalendarDay; readonly refused?: FormState },
  ): Promise<VoucherPageProps> {
    const voucher = await this.books.requireEntry(at.collectiveId, at.id);
    const names = await this.lines.namesFor(at.collectiveId);
    const hands = await this.handsOf(voucher, at.collectiveId);
    const frame = await this.desk.frameOf(visit, { collectiveId: at.collectiveId, section: 'vouchers' });
    const form = given.refused ?? filledForm({ postedOn: given.today });
    const { collectiveId } = at;
    const keepsBooks = keepsBooksOf(visit.actor, collectiveId);
    const mayReverse = keepsBooks && isReversible(voucher);
    const { corrections } = this;
    const told = mayReverse ? await corrections.toldBefore(collectiveId, voucher, given.today) : NOTHING_TOLD;
    const { version } = await this.books.chartOf(collectiveId);
    const crossedFrom = voucher.chart === version ? undefined : voucher.chart;
    return {
      frame,
      collective: frame.place,
      number: voucherNumberText(voucher.voucherNumber),
      postedOn: voucher.postedOn,
      aboutPeriod: voucher.aboutPeriod,
      bookedAt: localTime(voucher.bookedAt),
      hands,
      summary: widePunctuation(voucher.summary),
      lines: linesInWords(voucher, names).map((line) => ({
        ...line,
        accountName: [line.accountName, line.detailName].filter((name) => name !== undefined).join(' '),
      })),
      attachments: voucher.attachments,
      printHref: `${villagePaths(at.collectiveId).voucher(at.id)}/voucher.pdf`,
      ...(await this.papersOf(visit, at)),
      signing: signingOf(visit, at, { voucher, hands, money: hasMoney(voucher, names), form }),
      source: labelOf(`source.${paperOf(voucher, hasMoney(voucher, names))}`),
      chainPosition: voucher.chainPosition,
      chainDigest: voucher.hash,
      traceHref: `${villagePaths(at.collectiveId).voucher(at.id)}/trace`,
      ...(mayReverse && voucher.source.kind === 'deduction'
        ? { refundHref: villagePaths(collectiveId).costRefunds(voucher.source.id) }
        : {}),
      ...(await corrections.correctionsOf(collectiveId, voucher, { keepsBooks, today: given.today })),
      ...(keepsBooks && isStandingOpening(voucher)
        ? { openingHref: villagePaths(collectiveId).opening }
        : {}),
      ...(mayReverse ? { reversing: { ...reversingOf(at, form, told), crossedFrom } } : {}),
    };
  }

  /** The papers kept with it; without any, the way to keep one for whoever may. */
  private async papersOf(visit: PageVisit, at: VoucherPlace): Promise<Pick<VoucherPageProps, 'papers'>> {
    const href = villagePaths(at.collectiveId).files('voucher', at.id);
    const mayOpen = await this.desk.openerFor(visit.actor, at.collectiveId);
    const count = await this.lines.countPapers(at.collectiveId, at.id);
    const mayAdd = keepsBooksOf(visit.actor, at.collectiveId);
    return mayOpen(href) && (count > 0 || mayAdd) ? { papers: { href, count } } : {};
  }

  private async handsOf(voucher: Voucher, collectiveId: string): Promise<NamedHands> {
    const hands = (await this.hands.handsOf(collectiveId, [voucher])).get(voucher.entryId);
    invariant(hands !== undefined, 'a voucher that was asked for has its hands');
    return hands;
  }
}

const NOTHING_TOLD: ToldBefore = { willBeShort: [] };

function isReversible(voucher: Voucher): boolean {
  const { reversesId, reversedById, source } = voucher;
  const isAlone = !GOES_WITH_ANOTHER.includes(source.kind);
  return reversesId === undefined && reversedById === undefined && isAlone;
}

/** What nobody takes back by itself. */
const GOES_WITH_ANOTHER: readonly string[] = ['opening', PRIOR_YEAR.reversal, PRIOR_YEAR.move];

function isStandingOpening({ reversesId, reversedById, source }: Voucher): boolean {
  return source.kind === 'opening' && reversesId === undefined && reversedById === undefined;
}

function reversingOf(
  at: VoucherPlace,
  form: FormState,
  told: ToldBefore,
): NonNullable<VoucherPageProps['reversing']> {
  return {
    ...told,
    action: `${villagePaths(at.collectiveId).voucher(at.id)}/reverse`,
    form,
    reasons: REVERSAL_REASONS.map((value) => ({ value, label: labelOf(`reversalReason.${value}`) })),
  };
}

/** The signatures the person may give now. */
function signingOf(
  visit: PageVisit,
  at: VoucherPlace,
  given: {
    readonly voucher: Voucher;
    readonly hands: VoucherPageProps['hands'];
    readonly money: boolean;
    readonly form: FormState;
  },
): VoucherPageProps['signing'] {
  const { voucher, hands, money, form } = given;
  const { userId, roles } = visit.actor;
  const isCashier = roles.some(
    ({ role, collectiveId }) => role === 'cashier' && collectiveId === at.collectiveId,
  );
  const isMaker = userId === voucher.preparedBy || userId === voucher.postedBy;
  const parts = [
    ...(hands.reviewed === undefined && !isCashier && !isMaker && checksOthers(roles)
      ? (['review'] as const)
      : []),
    ...(hands.cashier === undefined && isCashier && money && !isMaker && voucher.reviewedBy !== userId
      ? (['cashier'] as const)
      : []),
  ];
  const action = `${villagePaths(at.collectiveId).voucher(at.id)}/sign`;
  return { action, parts, form };
}
