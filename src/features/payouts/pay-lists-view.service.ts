import { Injectable } from '@nestjs/common';
import { type Fen, sumFen } from '../../domain/money/fen';
import { isInFlight, type PayListState } from '../../domain/payouts/pay-list';
import { payListWords } from '../../glossary/payout-words';
import { labelOf } from '../../glossary/terms';
import { localTime } from '../../platform/clock/clock';
import { OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { GlyphState } from '../../platform/views/state-glyph';
import { fullDayText } from '../../platform/views/day-text';
import { PayablePartsService } from './payable-parts.service';
import type { PayListRow, PayListsPageProps } from './pay-lists.pages';
import { PayListsReadService } from './pay-lists-read.service';
import type { KeptPayList } from './pay-lists.store';

/** How each state of a list is drawn. */
export const PAY_LIST_GLYPHS: Readonly<Record<PayListState, GlyphState>> = {
  drafted: 'todo',
  submitted: 'doing',
  approved: 'doing',
  sent: 'doing',
  settled: 'done',
  returned: 'attention',
  recalled: 'locked',
};

const WAITING: ReadonlySet<PayListState> = new Set(['drafted', 'submitted', 'approved', 'sent']);

/** Whether something is still to be done with a list. */
export function isWaiting(state: PayListState): boolean {
  return WAITING.has(state);
}

/** The page of all lists of a village. */
@Injectable()
export class PayListsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reading: PayListsReadService,
    private readonly parts: PayablePartsService,
  ) {}

  async page(visit: PageVisit, collectiveId: string): Promise<PayListsPageProps> {
    const paths = villagePaths(collectiveId);
    const all = await this.reading.listAll(collectiveId);
    const parts = await this.parts.listParts(collectiveId);
    const sure = parts.filter(({ isUnsure }) => !isUnsure);
    const amountOf = (own: readonly { readonly amount: Fen }[]): Fen =>
      sumFen(own.map((each) => each.amount));
    const waiting = all.filter(({ list }) => isWaiting(list.state));
    const mayOpen = await this.desk.openerFor(visit.actor, collectiveId);
    const mayDraft = visit.tokens.mayPost?.(paths.newPayList) ?? true;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'payLists' }),
      owed: amountOf(sure),
      onLists: amountOf(sure.filter(({ onList }) => onList !== undefined)),
      inFlight: amountOf(await this.reading.listInFlight(collectiveId)),
      owedHref: mayOpen(paths.owed) ? paths.owed : undefined,
      nationalHref: mayOpen(paths.nationalEntries) ? paths.nationalEntries : undefined,
      newHref: mayDraft ? paths.newPayList : undefined,
      waiting: waiting
        .sort((one, other) => (sinceOf(one) < sinceOf(other) ? -1 : 1))
        .map((kept) => rowOf(collectiveId, kept)),
      done: all.filter(({ list }) => !isWaiting(list.state)).map((kept) => rowOf(collectiveId, kept)),
    };
  }
}

function rowOf(collectiveId: string, kept: KeptPayList): PayListRow {
  const { list, lines } = kept;
  const people = new Set(lines.map(({ memberId }) => memberId)).size;
  return {
    name: payListWords.name(list),
    href: villagePaths(collectiveId).payList(list.id),
    channel: labelOf(`payChannel.${list.channel}`),
    people,
    amount: list.total,
    inFlight: sumFen(lines.filter((line) => isInFlight(list.state, line)).map(({ amount }) => amount)),
    state: PAY_LIST_GLYPHS[list.state],
    stateWord: labelOf(`payListState.${list.state}`),
    next: payListWords.next[list.state],
    since: fullDayText(sinceOf(kept)),
  };
}

/** The day of what was done last. */
export function sinceOf({ list, acts }: Pick<KeptPayList, 'list' | 'acts'>): string {
  return acts.at(-1)?.doneOn ?? localTime(list.draftedAt).slice(0, 10);
}
