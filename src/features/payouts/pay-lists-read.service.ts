import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { type Fen, sumFen } from '../../domain/money/fen';
import { standingOf } from '../../domain/payouts/line-results';
import { isInFlight } from '../../domain/payouts/pay-list';
import { groupedBy } from '../../domain/shared/grouped';
import { Database } from '../../platform/database/database';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { PayListActEntity, PayListEntity } from './pay-list.entity';
import { readLiving, readPayLists, requirePayList } from './pay-lists.store';
import { standingList, type StandingPayList } from './standing-pay-list';

/** What of a list is on its way: sent, and neither paid nor back. */
export interface InFlight {
  readonly listId: string;
  readonly year: number;
  readonly number: number;
  readonly sentOn: string;
  readonly amount: Fen;
  readonly people: number;
}

/** A line that the bank paid, which it may send back yet. */
export interface PaidLine {
  readonly listId: string;
  readonly year: number;
  readonly number: number;
  readonly lineNumber: number;
  readonly amount: Fen;
}

/** What of a debt stands on living lists, in fen, and of how many people. */
export interface Listed {
  readonly amount: Fen;
  readonly people: number;
}

/** A list, and the digests of the files in which the bank said what became of it. */
export interface AnsweredList {
  readonly list: Pick<PayListEntity, 'id' | 'year' | 'number'>;
  readonly answers: readonly string[];
}

/** Lists by which people are paid, as they stand. */
@Injectable()
export class PayListsReadService {
  constructor(
    private readonly database: Database,
    private readonly books: LedgerReadService,
  ) {}

  /** Every list, the newest first. */
  async listAll(collectiveId: string, db = this.database.reader): Promise<StandingPayList[]> {
    const lists = await readPayLists(db, collectiveId);
    const reversedOn = await this.books.listReversalDays(collectiveId, db);
    return lists.map((kept) => standingList(kept, reversedOn));
  }

  /** @throws DomainError `payouts.unknown` */
  async require(collectiveId: string, id: string, db = this.database.reader): Promise<StandingPayList> {
    const kept = await requirePayList(db, collectiveId, id);
    return standingList(kept, await this.books.listReversalDays(collectiveId, db));
  }

  /** Every list, and the digests of the bank's answers that were taken for it by file. */
  async listAnswers(collectiveId: string): Promise<AnsweredList[]> {
    const acts = await this.database.reader.find(PayListActEntity, {
      where: { collectiveId, act: In(['confirm', 'fail']), fileDigest: Not(IsNull()) },
      order: { listId: 'ASC', number: 'ASC' },
    });
    const byList = groupedBy(acts, ({ listId }) => listId);
    const lists = await this.database.reader.findBy(PayListEntity, { collectiveId });
    return lists.map((list) => ({
      list,
      answers: (byList.get(list.id) ?? []).flatMap(({ fileDigest }) => fileDigest ?? []),
    }));
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

  /** Lines that the bank paid by vouchers that stand, of the oldest list first. */
  async listPaid(collectiveId: string): Promise<PaidLine[]> {
    const lists = await this.listAll(collectiveId);
    return lists
      .reverse()
      .flatMap(({ list: { id: listId, year, number }, lines, results }) =>
        lines
          .filter((line) => standingOf(line, results) === 'confirmed')
          .map(({ number: lineNumber, amount }) => ({ listId, year, number, lineNumber, amount })),
      );
  }

  /** What stands on lists from drafting until it is paid or back, by the voucher that owes it. */
  async listedByDebt(collectiveId: string): Promise<ReadonlyMap<string, Listed>> {
    const living = [...(await readLiving(this.database.reader, collectiveId)).values()];
    const byDebt = groupedBy(living, ({ line }) => line.debtId);
    return new Map(
      [...byDebt].map(([debtId, parts]) => [
        debtId,
        { amount: sumFen(parts.map(({ line }) => line.amount)), people: parts.length },
      ]),
    );
  }
}
