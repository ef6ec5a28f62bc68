import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../../domain/ledger/attachments';
import type { Pool } from '../../domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { FormProblems, type Problem, refuseProblems } from '../../domain/shared/problem';
import { readAmount, readDay } from '../../domain/shared/typed-fields';
import { SHARED_POOLS } from '../../domain/uses/dividend';
import { leastCreditFrom } from '../../domain/uses/member-shares';
import { yearEndSummaries } from '../../glossary/voucher-summaries-yearend';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import type { Voucher } from '../ledger/ledger-read.service';
import type { BookedEntry } from '../ledger/ledger.service';
import type { PartyMove } from '../ledger/pool-balances.service';
import { DividendBooksService, isOf } from './dividend-books.service';

/** What members are paid of a sum that they were given as one, as typed. */
export interface MemberShareForm {
  readonly pool: Pool;
  /** Yuan, all members together; the list of names is another paper. */
  readonly amount: string;
  readonly postedOn: string;
  /** How many papers are attached; one, the list of names, where blank. */
  readonly attachments?: string;
}

/** What of a pool may be given to the members on a day, and what they are owed of it. */
export interface MemberShareState {
  readonly pool: Pool;
  /** What the books let be distributed: the credit of 322 on that day and every later one. */
  readonly surplus: Fen;
  /** The pool's money that no plan has promised and nobody has set aside, on that day and later. */
  readonly free: Fen;
  /** Given and not yet paid, on that day and every later one. */
  readonly owed: Fen;
  /** What of it was given as one sum, before there were rounds by the roll. */
  readonly owedAsOne: Fen;
}

/**
 * What members may be given and are owed, pool by pool; and the payment of what they were given as one sum
 * before rounds went by the roll of shares.
 */
@Injectable()
export class MemberSharesService {
  constructor(
    private readonly database: Database,
    private readonly books: DividendBooksService,
    private readonly clock: Clock,
  ) {}

  /** What may be given and what is owed on a day, today where none is named, by pool. */
  async listStates(collectiveId: string, on = this.clock.today()): Promise<MemberShareState[]> {
    const db = this.database.reader;
    const moves = await this.books.listOwedMoves(db, collectiveId);
    const states: MemberShareState[] = [];
    for (const pool of SHARED_POOLS) {
      const { earned, free } = await this.books.boundsOf(db, collectiveId, { pool, day: on });
      const own = moves.filter(isOf(pool));
      const owedAsOne = leastCreditFrom(own.filter(namesNobody), on);
      const byHolder = [...byParty(own.filter((move) => !namesNobody(move))).values()];
      const owed = owedAsOne + sumFen(byHolder.map((each) => leastCreditFrom(each, on)));
      states.push({ pool, surplus: earned, free, owed, owedAsOne });
    }
    return states;
  }

  /**
   * Pays members what they were given as one sum. @throws FormProblems `form.*`, `money.*`, `calendar.*`,
   * `uses.shareOfEarmarked`, `uses.shareNotOwed` (more than is owed so); DomainError `period.*`,
   * `money.*Short`
   */
  payShares(collectiveId: string, form: MemberShareForm, command: Command): Promise<BookedEntry> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { pool, amount, on, attachments } = readShare(form);
        const moves = (await this.books.listOwedMoves(tx, collectiveId)).filter(namesNobody);
        const owed = leastCreditFrom(moves.filter(isOf(pool)), on);
        if (amount > owed) {
          const at = { field: 'amount', value: form.amount };
          throw new FormProblems([{ code: 'uses.shareNotOwed', ...at, facts: { amount, owed } }]);
        }
        const voucher = { pool, on, attachments, parts: [{ amount }], sourceId: newId(), by: command.by };
        return this.books.pay(tx, collectiveId, { ...voucher, summary: yearEndSummaries.sharesPaid });
      },
      onceOf(command, 'uses.payShares', form),
    );
  }

  /**
   * Refuses to take back a share of which something was paid since: its payment goes first. @throws
   * DomainError `uses.sharePaid`
   */
  async requireReversible(tx: EntityManager, collectiveId: string, voucher: Voucher): Promise<void> {
    const lines = await this.books.owedLines(tx, collectiveId, voucher);
    if (lines.length === 0) return;
    const moves = await this.books.listOwedMoves(tx, collectiveId);
    const named = byParty(moves.filter(({ sourceId }) => sourceId === voucher.source.id));
    const unnamed = moves.filter(namesNobody);
    for (const { pool, amount, counterparty } of lines) {
      const own = counterparty === undefined ? unnamed.filter(isOf(pool)) : named.get(counterparty);
      const left = leastCreditFrom(own ?? [], voucher.postedOn);
      if (left < amount) throw new DomainError('uses.sharePaid', { pool, paid: amount - left });
    }
  }
}

function namesNobody({ counterparty }: PartyMove): boolean {
  return counterparty === undefined;
}

/** What moved by whom lines name. */
function byParty(moves: readonly PartyMove[]): Map<string, PartyMove[]> {
  const found = new Map<string, PartyMove[]>();
  for (const move of moves) {
    const own = found.get(move.counterparty ?? '');
    if (own === undefined) found.set(move.counterparty ?? '', [move]);
    else own.push(move);
  }
  return found;
}

interface Share {
  readonly pool: Pool;
  readonly amount: Fen;
  readonly on: CalendarDay;
  readonly attachments: number;
}

function readShare(form: MemberShareForm): Share {
  const problems: Problem[] = [];
  if (form.pool === 'earmarked')
    problems.push({ code: 'uses.shareOfEarmarked', field: 'pool', value: form.pool });
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems);
  const on = readDay({ field: 'postedOn', value: form.postedOn }, problems);
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  refuseProblems(problems);
  return { pool: form.pool, amount: amount ?? 0n, on: on ?? '', attachments };
}
