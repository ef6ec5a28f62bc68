import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isOwedAgain, lineResults, type LineStanding, standingOf } from '../../domain/payouts/line-results';
import type { PayChannel } from '../../domain/payouts/pay-list';
import type { ReturnKind } from '../../domain/payouts/read-outcomes';
import { Database } from '../../platform/database/database';
import { LedgerReadService } from '../ledger/ledger-read.service';
import type { AdvisedPerson } from './pay-advices.service';
import { PayListActEntity, PayListEntity, PayListLineEntity, PayListOutcomeEntity } from './pay-list.entity';

/** What one person has on a list, as far as he is told of it. */
export interface SlipLines {
  readonly list: Pick<PayListEntity, 'id' | 'year' | 'number'> & { readonly channel: PayChannel };
  readonly sentOn: string;
  readonly lines: readonly OwnLine[];
}

/** One of his lines, and how it ended last. */
export interface OwnLine {
  readonly debtId: string;
  readonly amount: bigint;
  readonly state: LineStanding;
  /** The bank's day, or that of the reversal; undefined while it is on its way. */
  readonly endedOn: string | undefined;
  readonly returnKind: ReturnKind | '';
  /** The list on which a part that is not paid after all stands again, or was paid. */
  readonly again: Pick<PayListEntity, 'year' | 'number'> | undefined;
}

/** One person's own lines of a list: nobody else's are read. */
@Injectable()
export class SlipLinesService {
  constructor(
    private readonly database: Database,
    private readonly books: LedgerReadService,
  ) {}

  async read({ collectiveId, listId, memberId }: AdvisedPerson): Promise<SlipLines | undefined> {
    const { reader } = this.database;
    const list = await reader.findOneBy(PayListEntity, { collectiveId, id: listId });
    if (list === null) return undefined;
    const acts = await reader.findBy(PayListActEntity, { collectiveId, listId });
    const own = await reader.find(PayListLineEntity, {
      where: { collectiveId, listId, memberId },
      order: { number: 'ASC' },
    });
    const lineNumber = In(own.map(({ number }) => number));
    const outcomes = await reader.find(PayListOutcomeEntity, {
      where: { collectiveId, listId, lineNumber },
      order: { actNumber: 'ASC' },
    });
    const reversedOn = await this.books.listReversalDays(collectiveId, reader);
    const results = lineResults({ acts, outcomes }, reversedOn);
    const lines: OwnLine[] = [];
    for (const line of own) {
      const { debtId, amount } = line;
      const state = standingOf(line, results);
      const last = results.get(line.number)?.at(-1);
      const { returned = '' } = last ?? {};
      lines.push({
        ...{ debtId, amount, state, returnKind: returned === 'takenBack' ? '' : returned },
        endedOn: last?.on,
        again: isOwedAgain(state) ? await this.againOf(line) : undefined,
      });
    }
    const { id, year, number, channel } = list;
    const sentOn = acts.find(({ act }) => act === 'send')?.doneOn ?? '';
    return { list: { id, year, number, channel }, sentOn, lines };
  }

  /** Where a part that is owed again is sent again, or was paid. */
  private async againOf(line: PayListLineEntity): Promise<OwnLine['again']> {
    const { collectiveId, debtId, memberId } = line;
    const all = await this.database.reader.find(PayListLineEntity, {
      where: { collectiveId, debtId, memberId, state: In(['open', 'confirmed']) },
      order: { attempt: 'DESC' },
      take: 1,
    });
    const [later] = all.filter(({ attempt }) => attempt > line.attempt);
    if (later === undefined) return undefined;
    const list = await this.database.reader.findOneBy(PayListEntity, { collectiveId, id: later.listId });
    return list === null ? undefined : { year: list.year, number: list.number };
  }
}
