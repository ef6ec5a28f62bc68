import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, lastDayOf, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../../domain/ledger/attachments';
import { mainCodeOf } from '../../domain/ledger/chart';
import type { Pool, Posting } from '../../domain/ledger/journal-entry';
import { POOLS } from '../../domain/ledger/manual-lines';
import type { PoolBalance } from '../../domain/ledger/pool-balances';
import { type Fen, sumFen } from '../../domain/money/fen';
import type { Facts } from '../../domain/shared/domain-error';
import { FormProblems, type Problem, refuseProblems } from '../../domain/shared/problem';
import { readAmount, readDay } from '../../domain/shared/typed-fields';
import { memberSharePostings, memberShareCleared } from '../../domain/uses/postings';
import { yearEndSummaries } from '../../glossary/voucher-summaries-yearend';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { PoolBalancesService } from '../ledger/pool-balances.service';
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
  /** What the books let be distributed: the credit balance of 322. */
  readonly surplus: Fen;
  /** The pool's money that no plan has promised and nobody has set aside, on that day and later. */
  readonly free: Fen;
  /** Given to the members as a whole and not yet paid. */
  readonly owed: Fen;
}

/** What is earmarked for a purpose is nobody's surplus. Source: domain facts §2.3. */
export const SHARED_POOLS: readonly Pool[] = POOLS.filter((pool) => pool !== 'earmarked');

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
    const all = await this.balances.listThrough(db, collectiveId, monthOf(on));
    const given = await this.balances.listUnnamed(db, collectiveId, { account: roles.internal, on });
    const states: MemberShareState[] = [];
    for (const pool of SHARED_POOLS) {
      states.push({
        pool,
        surplus: creditOf(all, { pool, code: roles.surplusDistribution }),
        free: await this.promises.leastFreeFrom(collectiveId, { pool, day: on }, db),
        owed: -(given.get(pool) ?? 0n),
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
        const chart = await this.ledger.requireChartOf(tx, collectiveId);
        const all = await this.balances.listThrough(tx, collectiveId, monthOf(share.on));
        const earned = creditOf(all, { pool: share.pool, code: chart.roles.surplusDistribution });
        if (share.amount > earned)
          refuseAmount('uses.shareAboveSurplus', form, { amount: share.amount, most: earned });
        const booked = await this.book(tx, collectiveId, {
          share,
          event: 'uses.sharesGiven',
          summary: yearEndSummaries.sharesGranted(earnedIn(share.on)),
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
        const asked = { account: roles.internal, on: lastDayOf(monthOf(share.on)) };
        const owed = -((await this.balances.listUnnamed(tx, collectiveId, asked)).get(share.pool) ?? 0n);
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
      source: { kind: 'memberShares', id: newId() },
      attachments: share.attachments,
      preparedBy: by,
    });
  }
}

/** What stands in credit on an account and its details, below zero for a debit. */
function creditOf(
  all: readonly PoolBalance[],
  { pool, code }: { readonly pool: Pool; readonly code: string },
): Fen {
  const own = all.filter((each) => each.pool === pool && mainCodeOf(each.ledgerAccount) === code);
  return -sumFen(own.map(({ amount }) => amount));
}

/** The year whose surplus is shared out: a year's stands on 322 from its last day on. */
function earnedIn(day: CalendarDay): number {
  return day.endsWith('-12-31') ? yearOf(day) : yearOf(day) - 1;
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
