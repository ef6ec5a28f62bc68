import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LineResult, SentList } from '../../domain/payouts/sent-lists';
import { groupedBy } from '../../domain/shared/grouped';
import { type KeptPayList, readPayLists } from './pay-lists.store';

/** Lists that went to the bank, with what the bank said of each line. */
@Injectable()
export class SentListsService {
  /** The oldest first. */
  async listSent(db: EntityManager, collectiveId: string): Promise<SentList[]> {
    const lists = await readPayLists(db, collectiveId);
    return lists.toReversed().flatMap((kept) => sentList(kept) ?? []);
  }
}

function sentList({ list, lines, acts, outcomes }: KeptPayList): SentList | undefined {
  const sent = acts.find(({ act }) => act === 'send');
  if (sent === undefined) return undefined;
  const dayOf = new Map(acts.map(({ number, doneOn }) => [number, doneOn]));
  const outcomesOf = groupedBy(outcomes, ({ lineNumber }) => lineNumber);
  const resultsOf = (number: number): LineResult[] =>
    standing(outcomesOf.get(number) ?? []).map(({ actNumber, outcome, returnKind }) => ({
      on: dayOf.get(actNumber) ?? sent.doneOn,
      ...(outcome === 'returned' ? { returned: returnKind === '' ? 'other' : returnKind } : {}),
    }));
  const { year, number: listNumber, channel } = list;
  return {
    ...{ year, number: listNumber, channel, sentOn: sent.doneOn },
    lines: lines.map(({ number, debtId, memberId, amount }) => ({
      ...{ debtId, memberId, amount, results: resultsOf(number) },
    })),
  };
}

/** What the bank said of a line, without what was noted by mistake. */
function standing(outcomes: KeptPayList['outcomes']): KeptPayList['outcomes'] {
  const said: KeptPayList['outcomes'][number][] = [];
  for (const each of outcomes)
    if (each.outcome === 'open') said.pop();
    else said.push(each);
  return said;
}
