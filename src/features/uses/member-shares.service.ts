import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../../domain/ledger/attachments';
import { mainCodeOf } from '../../domain/ledger/chart';
import type { Pool, Posting } from '../../domain/ledger/journal-entry';
import { POOLS } from '../../domain/ledger/manual-lines';
import type { PoolBalance } from '../../domain/ledger/pool-balances';
import { grantableOn, undistributedOn } from '../../domain/ledger/pool-movements';
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
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { PoolBalancesService } from '../ledger/pool-balances.service';

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
  /** The pool's money that is not distributed. */
  readonly undistributed: Fen;
  /** Given and not yet paid. */
  readonly owed: Fen;
}

/**
 * The members' share of the surplus of a year, as one sum: given, and paid. Whether a policy lets a pool be
 * shared out plainly is the pack's to say; who gets what comes with the members' register.
 */
@Injectable()
export class MemberSharesService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
    private readonly balances: PoolBalancesService,
    private readonly clock: Clock,
  ) {}

  /** What may be given and what is owed on a day, today where none is named, by pool. */
  async listStates(collectiveId: string, on = this.clock.today()): Promise<MemberShareState[]> {
    const db = this.database.reader;
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    const all = await this.balances.listThrough(db, collectiveId, monthOf(on));
    const states: MemberShareState[] = [];
    for (const pool of POOLS) {
      const movements = await this.books.listPoolMovements(collectiveId, pool, db);
      states.push({
        pool,
        surplus: creditOf(all, { pool, code: roles.surplusDistribution }),
        undistributed: undistributedOn(movements, on),
        owed: creditOf(all, { pool, code: roles.internal }),
      });
    }
    return states;
  }

  /**
   * Gives members a share of what stands on 322, which the collective owes them from then on.
   * @throws FormProblems `form.*`, `money.*`, `calendar.*`, `uses.shareAboveSurplus` (more than the books let
   *   be distributed), `uses.shareAbovePool` (more than the pool's money); DomainError `period.*`
   */
  giveShares(collectiveId: string, form: MemberShareForm, command: Command): Promise<BookedEntry> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const share = readShare(form);
        const chart = await this.ledger.requireChartOf(tx, collectiveId);
        const all = await this.balances.listThrough(tx, collectiveId, monthOf(share.on));
        const most = creditOf(all, { pool: share.pool, code: chart.roles.surplusDistribution });
        if (share.amount > most) refuseAmount('uses.shareAboveSurplus', form, { amount: share.amount, most });
        const booked = await this.book(tx, collectiveId, {
          share,
          event: 'uses.sharesGiven',
          summary: yearEndSummaries.sharesGranted(yearOf(share.on)),
          postings: memberSharePostings(share, chart.roles),
          by: command.by,
        });
        const movements = await this.books.listPoolMovements(collectiveId, share.pool, tx);
        const left = grantableOn(movements, share.on);
        if (left < 0n)
          refuseAmount('uses.shareAbovePool', form, { amount: share.amount, most: share.amount + left });
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
        const all = await this.balances.listThrough(tx, collectiveId, monthOf(share.on));
        const owed = creditOf(all, { pool: share.pool, code: roles.internal });
        if (share.amount > owed) refuseAmount('uses.shareNotOwed', form, { amount: share.amount, owed });
        const postings = memberShareCleared(share, roles);
        const booked = await this.book(tx, collectiveId, {
          share,
          event: 'uses.sharesPaid',
          summary: yearEndSummaries.sharesPaid(yearOf(share.on)),
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
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems);
  const on = readDay({ field: 'postedOn', value: form.postedOn }, problems);
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  refuseProblems(problems);
  return { pool: form.pool, amount: amount ?? 0n, on: on ?? '', attachments };
}
