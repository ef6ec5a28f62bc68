import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../../domain/ledger/attachments';
import { YEAR_CLOSING } from '../../domain/ledger/closing-entries';
import type { Pool, Posting } from '../../domain/ledger/journal-entry';
import { POOLS } from '../../domain/ledger/manual-lines';
import type { Fen } from '../../domain/money/fen';
import { DomainError, type Facts } from '../../domain/shared/domain-error';
import { FormProblems, type Problem, refuseProblems } from '../../domain/shared/problem';
import { readAmount, readDay } from '../../domain/shared/typed-fields';
import { leastCreditFrom, yearShared } from '../../domain/uses/member-shares';
import { memberSharePostings, memberShareCleared } from '../../domain/uses/postings';
import { yearEndSummaries } from '../../glossary/voucher-summaries-yearend';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import type { Voucher } from '../ledger/ledger-read.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { type DayMove, PoolBalancesService } from '../ledger/pool-balances.service';
import { PromisedMoneyService } from '../ledger/promised-money.service';

/** What members are given of a pool, or paid of what they were given, as typed. */
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
}

/** What is earmarked for a purpose is nobody's surplus. Source: domain facts §2.3. */
export const SHARED_POOLS: readonly Pool[] = POOLS.filter((pool) => pool !== 'earmarked');

const MEMBER_SHARES = 'memberShares';

/**
 * The members' share of the surplus of a year, as one sum: given, and paid. Whether a policy lets a pool be
 * shared out plainly is the pack's to say; who gets what comes with the members' register.
 */
@Injectable()
export class MemberSharesService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly balances: PoolBalancesService,
    private readonly promises: PromisedMoneyService,
    private readonly clock: Clock,
  ) {}

  /** What may be given and what is owed on a day, today where none is named, by pool. */
  async listStates(collectiveId: string, on = this.clock.today()): Promise<MemberShareState[]> {
    const db = this.database.reader;
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    const earned = await this.balances.listDays(db, collectiveId, { account: roles.surplusDistribution });
    const given = await this.balances.listDays(db, collectiveId, {
      account: roles.internal,
      source: MEMBER_SHARES,
    });
    const states: MemberShareState[] = [];
    for (const pool of SHARED_POOLS) {
      states.push({
        pool,
        surplus: leastCreditFrom(earned.filter(isOf(pool)), on),
        free: await this.promises.leastFreeFrom(collectiveId, { pool, day: on }, db),
        owed: leastCreditFrom(given.filter(isOf(pool)), on),
      });
    }
    return states;
  }

  /**
   * Gives members a share of what stands on 322, which the collective owes them from then on.
   * @throws FormProblems `form.*`, `money.*`, `calendar.*`, `uses.shareAboveSurplus` (more than the books let
   *   be distributed), `uses.shareAbovePool` (more than is free of the pool: what
   *   plans promised and what is set aside stays), `uses.shareOfEarmarked`; DomainError `period.*`
   */
  giveShares(collectiveId: string, form: MemberShareForm, command: Command): Promise<BookedEntry> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const share = readShare(form);
        const { chart, openedOn } = await this.ledger.requireBooksOf(tx, collectiveId);
        const account = chart.roles.surplusDistribution;
        const moves = await this.balances.listDays(tx, collectiveId, { account });
        const earned = leastCreditFrom(moves.filter(isOf(share.pool)), share.on);
        if (share.amount > earned)
          refuseAmount('uses.shareAboveSurplus', form, { amount: share.amount, most: earned });
        const asked = { account, source: YEAR_CLOSING };
        const closings = await this.balances.listDays(tx, collectiveId, asked);
        const year = yearShared(closings.filter(isOf(share.pool)), { day: share.on, openedOn });
        const booked = await this.book(tx, collectiveId, {
          share,
          event: 'uses.sharesGiven',
          summary: yearEndSummaries.sharesGranted(year),
          postings: memberSharePostings(share, chart.roles),
          by: command.by,
        });
        const { pool, on: day, amount } = share;
        const left = await this.promises.leastFreeFrom(collectiveId, { pool, day }, tx);
        const most = amount + left;
        if (left < 0n) refuseAmount('uses.shareAbovePool', form, { amount, most: most > 0n ? most : 0n });
        return booked;
      },
      onceOf(command, 'uses.giveShares', form),
    );
  }

  /**
   * Pays members what they were given. @throws FormProblems as {@link giveShares}, `uses.shareNotOwed` (more
   * than is owed to them), `money.*Short`; DomainError `period.*`
   */
  payShares(collectiveId: string, form: MemberShareForm, command: Command): Promise<BookedEntry> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const share = readShare(form);
        const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
        const asked = { account: roles.internal, source: MEMBER_SHARES };
        const moves = await this.balances.listDays(tx, collectiveId, asked);
        const owed = leastCreditFrom(moves.filter(isOf(share.pool)), share.on);
        if (share.amount > owed) refuseAmount('uses.shareNotOwed', form, { amount: share.amount, owed });
        const postings = memberShareCleared(share, roles);
        const booked = await this.book(tx, collectiveId, {
          share,
          event: 'uses.sharesPaid',
          summary: yearEndSummaries.sharesPaid,
          postings,
          by: command.by,
        });
        await this.ledger.requireMoney(tx, collectiveId, { postedOn: share.on, postings });
        return booked;
      },
      onceOf(command, 'uses.payShares', form),
    );
  }

  /**
   * Refuses to take back a share that was paid since: its payment goes first. @throws DomainError
   * `uses.sharePaid`
   */
  async requireReversible(tx: EntityManager, collectiveId: string, voucher: Voucher): Promise<void> {
    if (voucher.source.kind !== MEMBER_SHARES) return;
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const asked = { account: roles.internal, source: MEMBER_SHARES };
    const moves = await this.balances.listDays(tx, collectiveId, asked);
    for (const { ledgerAccount, pool, side, amount } of voucher.postings) {
      if (ledgerAccount !== roles.internal || side !== 'credit') continue;
      const left = leastCreditFrom(moves.filter(isOf(pool)), voucher.postedOn);
      if (left < amount) throw new DomainError('uses.sharePaid', { pool, paid: amount - left });
    }
  }

  private book(
    tx: EntityManager,
    collectiveId: string,
    given: {
      readonly share: Share;
      readonly event: string;
      readonly summary: string;
      readonly postings: readonly Posting[];
      readonly by: string;
    },
  ): Promise<BookedEntry> {
    const { share, event, summary, postings, by } = given;
    return this.ledger.post(tx, collectiveId, {
      ...{ event, summary, postings },
      postedOn: share.on,
      aboutPeriod: monthOf(share.on),
      statementOn: share.on,
      source: { kind: MEMBER_SHARES, id: newId() },
      attachments: share.attachments,
      preparedBy: by,
    });
  }
}

/** Whether what moved is a pool's. */
function isOf(pool: Pool): (move: DayMove) => boolean {
  return (move) => move.pool === pool;
}

interface Share {
  readonly pool: Pool;
  readonly amount: Fen;
  readonly on: CalendarDay;
  readonly attachments: number;
}

function refuseAmount(code: string, { amount: value }: MemberShareForm, facts: Facts): never {
  throw new FormProblems([{ code, field: 'amount', value, facts }]);
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
