import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SentList } from '../../domain/payouts/sent-lists';
import { PayListsReadService } from './pay-lists-read.service';
import type { StandingPayList } from './standing-pay-list';

/** Lists that went to the bank, with what became of each line. */
@Injectable()
export class SentListsService {
  constructor(private readonly reading: PayListsReadService) {}

  /** The oldest first. */
  async listSent(db: EntityManager, collectiveId: string): Promise<SentList[]> {
    const lists = await this.reading.listAll(collectiveId, db);
    return lists.toReversed().flatMap((kept) => sentList(kept) ?? []);
  }
}

function sentList({ list, lines, acts, results }: StandingPayList): SentList | undefined {
  const sent = acts.find(({ act }) => act === 'send');
  if (sent === undefined) return undefined;
  const { year, number: listNumber, channel } = list;
  return {
    ...{ year, number: listNumber, channel, sentOn: sent.doneOn },
    lines: lines.map(({ number, debtId, memberId, amount }) => ({
      ...{ debtId, memberId, amount, results: results.get(number) ?? [] },
    })),
  };
}
