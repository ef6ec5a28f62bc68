import { Injectable } from '@nestjs/common';
import { capitalFigures } from '../../domain/money/capital-figures';
import { type Fen, sumFen } from '../../domain/money/fen';
import { isOwedAgain, type LineStanding, standingOf } from '../../domain/payouts/line-results';
import { payListWords } from '../../glossary/payout-words';
import { labelOf } from '../../glossary/terms';
import { OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { GlyphState } from '../../platform/views/state-glyph';
import { PayListActsViewService } from './pay-list-acts-view.service';
import { PayListHistoryService } from './pay-list-history.service';
import { PayListPeopleService, type ToldPayee } from './pay-list-people.service';
import type { PayeeRow, PayListPageProps } from './pay-list.pages';
import { PAY_LIST_GLYPHS } from './pay-lists-view.service';
import { PayListsReadService } from './pay-lists-read.service';
import type { StandingPayList } from './standing-pay-list';

/** One list of a village. */
export interface PayListPlace {
  readonly collectiveId: string;
  readonly listId: string;
}

/** More people than this are not drawn one by one, but for those to whom something came back. */
const PEOPLE_SHOWN = 1_000;

function cameBack({ lines }: ToldPayee): boolean {
  return lines.some(({ state }) => isOwedAgain(state));
}

const LINE_GLYPHS: Readonly<Record<LineStanding, GlyphState>> = {
  open: 'todo',
  confirmed: 'done',
  returned: 'attention',
  takenBack: 'attention',
  dropped: 'locked',
};

/** The page of one list. */
@Injectable()
export class PayListViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reading: PayListsReadService,
    private readonly people: PayListPeopleService,
    private readonly acts: PayListActsViewService,
    private readonly history: PayListHistoryService,
  ) {}

  /** @throws DomainError `payouts.unknown` */
  async page(visit: PageVisit, at: PayListPlace, refused?: FormState): Promise<PayListPageProps> {
    const { collectiveId, listId } = at;
    const kept = await this.reading.require(collectiveId, listId);
    const { list } = kept;
    const paths = villagePaths(collectiveId);
    const acts = await this.acts.actsOf(visit, collectiveId, { kept, refused });
    const people = await this.people.listPeople(collectiveId, kept);
    const shown = people.filter((person, place) => place < PEOPLE_SHOWN || cameBack(person));
    const mayOpen = await this.desk.openerFor(visit.actor, collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'payLists' }),
      listsHref: paths.payLists,
      name: payListWords.name(list),
      channel: labelOf(`payChannel.${list.channel}`),
      amount: list.total,
      capital: capitalFigures(list.total),
      cashWhy: list.cashWhy,
      state: PAY_LIST_GLYPHS[list.state],
      stateWord: labelOf(`payListState.${list.state}`),
      printHref: `${paths.payList(listId)}/sheet.pdf`,
      sums: sumsOf(kept),
      ...acts,
      ...{ count: people.length, hidden: people.length - shown.length },
      people: shown.map((person) => rowOf(mayOpen(paths.owed) ? paths.owed : undefined, person)),
      history: await this.history.rowsOf(collectiveId, kept),
    };
  }
}

/** What of a list that was sent became of it; what is nothing is no sum. */
function sumsOf({ list, lines, results }: StandingPayList): PayListPageProps['sums'] {
  if (list.state !== 'sent' && list.state !== 'settled') return [];
  const { paid, inFlight, returned, takenBack } = payListWords.sums;
  const of = (standing: LineStanding): Fen =>
    sumFen(lines.filter((line) => standingOf(line, results) === standing).map(({ amount }) => amount));
  return [
    { label: paid, fen: of('confirmed') },
    { label: inFlight, fen: of('open') },
    { label: returned, fen: of('returned') },
    { label: takenBack, fen: of('takenBack') },
  ].filter(({ fen }) => fen > 0n);
}

function rowOf(owed: string | undefined, { household, lines, ...person }: ToldPayee): PayeeRow {
  const states = new Map(
    lines.map(({ state, why }) => {
      const word = labelOf(`payLineState.${state}`);
      return [`${state} ${why}`, { state: LINE_GLYPHS[state], word, why }];
    }),
  );
  const { name, paidTo, amount } = person;
  return {
    ...{ household, name, paidTo, amount },
    numbers: lines.map(({ number }) => number).join('、'),
    href:
      owed === undefined || household === undefined
        ? undefined
        : withQuery(owed, { household: String(household) }),
    whats: lines.map(({ what }) => what),
    states: [...states.values()],
  };
}
