import { Injectable } from '@nestjs/common';
import { isInFlight } from '../../domain/payouts/pay-list';
import { type Fen, sumFen } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { type KeptPayList, readPayLists, requirePayList } from './pay-lists.store';

/** What of a list is on its way: sent, and neither paid nor back. */
export interface InFlight {
  readonly listId: string;
  readonly year: number;
  readonly number: number;
  readonly sentOn: string;
  readonly amount: Fen;
  readonly people: number;
}

/** Lists by which people are paid, as they stand. */
@Injectable()
export class PayListsReadService {
  constructor(private readonly database: Database) {}

  /** Every list, the newest first. */
  listAll(collectiveId: string): Promise<KeptPayList[]> {
    return readPayLists(this.database.reader, collectiveId);
  }

  /** @throws DomainError `payouts.unknown` */
  require(collectiveId: string, id: string): Promise<KeptPayList> {
    return requirePayList(this.database.reader, collectiveId, id);
  }

  /** Lists of which something is on its way, the oldest first. */
  async listInFlight(collectiveId: string): Promise<InFlight[]> {
    const lists = await this.listAll(collectiveId);
    return lists.reverse().flatMap(({ list, lines, acts }) => {
      const own = lines.filter((line) => isInFlight(list.state, line));
      if (own.length === 0) return [];
      const sentOn = acts.find(({ act }) => act === 'send')?.doneOn ?? '';
      const { id: listId, year, number } = list;
      const amount = sumFen(own.map((line) => line.amount));
      return [{ listId, year, number, sentOn, amount, people: own.length }];
    });
  }
}
