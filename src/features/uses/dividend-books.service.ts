import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import { YEAR_CLOSING } from '../../domain/ledger/closing-entries';
import type { Pool, Posting } from '../../domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import { SHARED_POOLS } from '../../domain/uses/dividend';
import { leastCreditFrom, yearClosed } from '../../domain/uses/member-shares';
import { dividendGiven, dividendPaid, type HoldersPart } from '../../domain/uses/postings';
import { CounterpartiesService } from '../ledger/counterparties.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { type DayMove, type PartyMove, PoolBalancesService } from '../ledger/pool-balances.service';
import { PromisedMoneyService } from '../ledger/promised-money.service';

/** The source of every voucher by which members are given or paid a share. */
export const MEMBER_SHARES = 'memberShares';

/**
 * What of a pool may be given on a day and every later one: what the books let be, and what is free. The
 * books let be what the pool has earned, and no more than the collective has: a loss in another pool goes
 * first (product decision "Pools and two surpluses", domain facts §2.3).
 */
export interface ShareBounds {
  readonly earned: Fen;
  readonly free: Fen;
}

/** A pool and a day. */
interface PoolDay {
  readonly pool: Pool;
  readonly day: CalendarDay;
}

/** What of the surplus is looked at: as it is now where nothing is named. */
interface SurplusAsked {
  readonly account?: string | undefined;
  readonly upTo?: number | undefined;
}

/** A voucher of members' shares, before its lines. */
export interface ShareVoucher {
  readonly pool: Pool;
  readonly on: CalendarDay;
  readonly parts: readonly HoldersPart[];
  /** The round, or an id of its own where members were given a sum as one. */
  readonly sourceId: string;
  readonly summary: string;
  readonly attachments: number;
  readonly by: string;
}

/** What the books say of members' shares, and how they are booked. */
@Injectable()
export class DividendBooksService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly balances: PoolBalancesService,
    private readonly promises: PromisedMoneyService,
    private readonly counterparties: CounterpartiesService,
  ) {}

  /** What of a pool may be given, from a day on. */
  async boundsOf(db: EntityManager, collectiveId: string, { pool, day }: PoolDay): Promise<ShareBounds> {
    const moves = await this.surplusMoves(db, collectiveId);
    const own = leastCreditFrom(moves.filter(isOf(pool)), day);
    const whole = leastCreditFrom(moves.filter(isShared), day);
    return {
      earned: own < whole ? own : whole,
      free: await this.promises.leastFreeFrom(collectiveId, { pool, day }, db),
    };
  }

  /** Why an amount may not be given: codes `uses.shareAboveSurplus`, `uses.shareAbovePool`. */
  async boundProblems(
    db: EntityManager,
    collectiveId: string,
    asked: PoolDay & { readonly amount: Fen; readonly typed: string },
  ): Promise<Problem[]> {
    const { amount, typed: value } = asked;
    const { earned, free } = await this.boundsOf(db, collectiveId, asked);
    const at = { field: 'amount', value };
    if (amount > earned)
      return [{ code: 'uses.shareAboveSurplus', ...at, facts: { amount, most: positive(earned) } }];
    if (amount <= free) return [];
    return [{ code: 'uses.shareAbovePool', ...at, facts: { amount, most: positive(free) } }];
  }

  /**
   * What the village may distribute in the year of a day, whatever the pool: what stands on 322 on that day
   * with what members were given of it since the year began. Earmarked money is nobody's surplus.
   * @param asked `upTo`: as the books were when they had so many entries, `account` being what 322 was then
   */
  async distributableOn(
    db: EntityManager,
    collectiveId: string,
    asked: { readonly day: CalendarDay } & SurplusAsked,
  ): Promise<Fen> {
    const { day, ...known } = asked;
    const until = (moves: readonly DayMove[], from: CalendarDay): Fen =>
      sumFen(
        moves
          .filter((move) => isShared(move) && move.day <= day && move.day >= from)
          .map(({ amount }) => amount),
      );
    const stands = -until(await this.surplusMoves(db, collectiveId, known), '');
    const given = until(
      await this.surplusMoves(db, collectiveId, { ...known, source: MEMBER_SHARES }),
      `${String(yearOf(day))}-01-01`,
    );
    return stands + given;
  }

  /** The last year whose closing brought the pool a surplus by a day. */
  async yearClosed(
    db: EntityManager,
    collectiveId: string,
    { pool, day }: PoolDay,
  ): Promise<number | undefined> {
    const closings = await this.surplusMoves(db, collectiveId, { source: YEAR_CLOSING });
    return yearClosed(closings.filter(isOf(pool)), day);
  }

  /** What moved on what members are owed, by whom and by round; an amount owed is below zero. */
  async listOwedMoves(db: EntityManager, collectiveId: string): Promise<PartyMove[]> {
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    return this.balances.listByParty(db, collectiveId, { account: roles.internal, source: MEMBER_SHARES });
  }

  /** The lines of a voucher on what members are owed that owe them something. */
  async owedLines(
    db: EntityManager,
    collectiveId: string,
    {
      source,
      postings,
    }: { readonly source: { readonly kind: string }; readonly postings: readonly Posting[] },
  ): Promise<readonly Posting[]> {
    if (source.kind !== MEMBER_SHARES) return [];
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    return postings.filter(
      ({ ledgerAccount, side }) => ledgerAccount === roles.internal && side === 'credit',
    );
  }

  /** Gives members a share: from then on each holder is owed his part. @throws DomainError `period.*` */
  async give(
    tx: EntityManager,
    collectiveId: string,
    { holders, ...voucher }: ShareVoucher & { readonly holders: readonly { id: string; text: string }[] },
  ): Promise<BookedEntry> {
    await this.counterparties.registerHolders(tx, collectiveId, holders);
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    return this.book(tx, collectiveId, {
      ...{ voucher, event: 'uses.sharesGiven' },
      postings: dividendGiven(voucher, roles),
    });
  }

  /** Pays members what they are owed, by one line at the bank. @throws `period.*`, `money.*Short` */
  async pay(tx: EntityManager, collectiveId: string, voucher: ShareVoucher): Promise<BookedEntry> {
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const postings = dividendPaid(voucher, roles);
    const booked = await this.book(tx, collectiveId, { voucher, event: 'uses.sharesPaid', postings });
    await this.ledger.requireMoney(tx, collectiveId, { postedOn: voucher.on, postings });
    return booked;
  }

  private async surplusMoves(
    db: EntityManager,
    collectiveId: string,
    { account: asked, ...wish }: SurplusAsked & { readonly source?: string } = {},
  ): Promise<DayMove[]> {
    const account = asked ?? (await this.ledger.requireChartOf(db, collectiveId)).roles.surplusDistribution;
    return this.balances.listDays(db, collectiveId, { account, ...wish });
  }

  private book(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly voucher: ShareVoucher; readonly event: string; readonly postings: readonly Posting[] },
  ): Promise<BookedEntry> {
    const { event, postings } = given;
    const { on, sourceId: id, summary, attachments, by: preparedBy } = given.voucher;
    return this.ledger.post(tx, collectiveId, {
      ...{ event, summary, postings, attachments, preparedBy, postedOn: on, statementOn: on },
      aboutPeriod: monthOf(on),
      source: { kind: MEMBER_SHARES, id },
    });
  }
}

/** Whether what moved is a pool's. */
export function isOf(pool: Pool): (move: DayMove) => boolean {
  return (move) => move.pool === pool;
}

/** Whether what moved is of any pool but the earmarked one. */
function isShared(move: DayMove): boolean {
  return SHARED_POOLS.some((pool) => pool === move.pool);
}

function positive(amount: Fen): Fen {
  return amount > 0n ? amount : 0n;
}
