import { Injectable } from '@nestjs/common';
import { sumFen } from '../../domain/money/fen';
import { PAY_CHANNELS, type PayChannel } from '../../domain/payouts/pay-list';
import { barOf, type PartBar, partKey } from '../../domain/payouts/payable-parts';
import { waitProblems } from '../../domain/payouts/plan-waits';
import { payListWords } from '../../glossary/payout-words';
import { problemSentence, sentenceFor } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { PayablePartsService, sumText, type ToldPart, type ToldSum } from './payable-parts.service';
import type { BarredPartRow, PayablePartRow, PayListFormPageProps, WholeSumRow } from './pay-list-form.pages';
import { paidToText } from './pay-list-people.service';
import { WaitingPaymentsService } from './waiting-payments.service';

/** More parts than this are not drawn one by one. */
const ROWS_SHOWN = 400;

/** The page on which a list is drafted. */
@Injectable()
export class PayListFormViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly parts: PayablePartsService,
    private readonly waiting: WaitingPaymentsService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What can go by a channel is ticked at first: by that by which most can go, unless one is asked. */
  async page(
    visit: PageVisit,
    collectiveId: string,
    asked: { readonly channel?: string | undefined; readonly refused?: FormState },
  ): Promise<PayListFormPageProps> {
    const parts = await this.parts.listParts(collectiveId);
    const bars = new Map(PAY_CHANNELS.map((each) => [each, barsOf(parts, each)]));
    const countOf = (each: PayChannel): number => parts.length - (bars.get(each)?.size ?? 0);
    const [most = 'card'] = (['card', 'passbook'] as const).toSorted(
      (one, other) => countOf(other) - countOf(one),
    );
    const channel = PAY_CHANNELS.find((each) => each === asked.channel) ?? most;
    const barred = bars.get(channel) ?? new Map<ToldPart, PartBar>();
    const open = parts.filter((part) => !barred.has(part));
    const paths = villagePaths(collectiveId);
    const shown = open.slice(0, ROWS_SHOWN).map(rowOf);
    const ticked = Object.fromEntries(shown.map(({ key }) => [`chosen[${key}]`, 'yes']));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'payLists' }),
      ...{ listsHref: paths.payLists, action: paths.newPayList, channel, isCash: channel === 'cash' },
      form: asked.refused ?? filledForm(ticked),
      channels: PAY_CHANNELS.map((each) => ({
        ...{ name: labelOf(`payChannel.${each}`), count: countOf(each), current: each === channel },
        href: withQuery(paths.newPayList, { channel: each }),
      })),
      rows: shown,
      amount: sumFen(open.map(({ amount }) => amount)),
      hidden: open.length - shown.length,
      waits: await this.waitsOf(collectiveId, open),
      barred: [...barred]
        .filter(([, bar]) => bar !== 'payouts.paidAlready')
        .slice(0, ROWS_SHOWN)
        .map(([part, bar]) => ({ ...rowOf(part), ...this.cureOf(collectiveId, { part, bar, channel }) })),
      sums: (await this.parts.listSums(collectiveId)).map((sum) => sumRow(collectiveId, sum)),
    };
  }

  /** What may be listed and not sent yet, by the plans it waits for, and from when each may be paid. */
  private async waitsOf(collectiveId: string, lines: readonly ToldPart[]): Promise<string[]> {
    const asked = { lines, day: this.clock.today() };
    const waiting = await this.waiting.listWaiting(this.database.reader, collectiveId, asked);
    return waitProblems(waiting, 'parts').map(problemSentence);
  }

  /** Why a part cannot go, and where that is put right. */
  private cureOf(
    collectiveId: string,
    { part, bar, channel }: { readonly part: ToldPart; readonly bar: PartBar; readonly channel: PayChannel },
  ): Pick<BarredPartRow, 'why' | 'href' | 'hrefWord'> {
    const paths = villagePaths(collectiveId);
    const why = sentenceFor(bar, { who: part.payee.name });
    const { onList = '', payee } = part;
    if (bar === 'payouts.onOtherList')
      return { why, href: paths.payList(onList), hrefWord: payListWords.seeList };
    if (bar === 'payouts.unsure') return { why, href: paths.vouchers, hrefWord: payListWords.seeVouchers };
    const other = channel === 'card' ? 'passbook' : 'card';
    if (bar === 'payouts.otherAccount')
      return {
        ...{ why, href: withQuery(paths.newPayList, { channel: other }) },
        hrefWord: payListWords.otherChannel,
      };
    return { why, href: paths.member(payee.memberId), hrefWord: payListWords.fixAccount };
  }
}

function barsOf(parts: readonly ToldPart[], channel: PayChannel): Map<ToldPart, PartBar> {
  return new Map(
    parts.flatMap((part) => {
      const bar = barOf(part, channel, part.payee.account);
      return bar === undefined ? [] : [[part, bar] as const];
    }),
  );
}

function rowOf(part: ToldPart): PayablePartRow {
  const { household, what, payee, amount } = part;
  const { name, account } = payee;
  return { key: partKey(part), household, name, what, paidTo: paidToText(account), amount };
}

function sumRow(collectiveId: string, { grant, payee }: ToldSum): WholeSumRow {
  const { say, sayAnew } = payListWords.payee;
  return {
    ...{ what: sumText(grant), amount: grant.standing.amount },
    payee: payee === undefined ? '' : payListWords.payee.now(payee.name, paidToText(payee.account)),
    href: villagePaths(collectiveId).debtPayee(grant.voucher.entryId),
    hrefWord: payee === undefined ? say : sayAnew,
  };
}
