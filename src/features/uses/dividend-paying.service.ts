import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { decidedOn } from '../../domain/approvals/procedure';
import { unansweredProblems } from '../../domain/approvals/procedure-objections';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import { PAPERS_AT_LEAST, readAttachments } from '../../domain/ledger/attachments';
import { type Fen, plainYuan } from '../../domain/money/fen';
import { halfWidth } from '../../domain/shared/half-width';
import { DomainError } from '../../domain/shared/domain-error';
import { FormProblems, type Problem, refuseProblems } from '../../domain/shared/problem';
import { readDay } from '../../domain/shared/typed-fields';
import { leastCreditFrom, yearShared } from '../../domain/uses/member-shares';
import type { HoldersPart } from '../../domain/uses/postings';
import { holderText } from '../../glossary/people-words';
import { yearEndSummaries } from '../../glossary/voucher-summaries-yearend';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { BookedEntry } from '../ledger/ledger.service';
import type { PartyMove } from '../ledger/pool-balances.service';
import { DividendBooksService } from './dividend-books.service';
import { DividendGivingEntity } from './dividend.entity';
import { DividendJudgingService, type JudgedDividend } from './dividend-judging.service';
import { DividendReadService } from './dividend-read.service';
import type { ToldRound } from './dividends.store';

/** A voucher of a round as typed. */
export interface DividendVoucherForm {
  readonly postedOn: string;
  /** One, the list of names, where blank. */
  readonly attachments?: string;
}

/** A payment as typed. */
export interface DividendPaymentForm extends DividendVoucherForm {
  /** The number of one household or member; everybody who is owed something where blank. */
  readonly holder: string;
}

/** What a holder is owed of a round from a day on. */
export interface HolderOwed {
  readonly holderId: string;
  readonly owed: Fen;
}

/** Gives members a round that was decided, and pays it. */
@Injectable()
export class DividendPayingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: DividendReadService,
    private readonly judging: DividendJudgingService,
    private readonly books: DividendBooksService,
  ) {}

  /**
   * Gives members a round: from then on each holder is owed his part. It is dated no earlier than the day of
   * the decision, or on the last day of the year it is of, while that is open.
   * @throws FormProblems `form.*`, `calendar.notADay`, `dividend.beforeDecision`, `uses.shareAboveSurplus`,
   *   `uses.shareAbovePool`, `policy.*`; DomainError `dividend.*`, `period.*`, `policy.noPackInForce`,
   *   `policy.packEnded`
   */
  giveRound(
    collectiveId: string,
    given: { readonly roundId: string; readonly form: DividendVoucherForm },
    command: Command,
  ): Promise<BookedEntry> {
    const { roundId, form } = given;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const voucher = readVoucher(form);
        const { round, rounds } = await this.reading.requireRound(collectiveId, roundId, tx);
        const procedure = this.reading.procedureOf(round);
        const day = decidedOn(this.reading.routeOf(round), round.steps);
        if (round.state !== 'drafted') throw new DomainError('dividend.notNow', { state: round.state });
        if (day === undefined || !procedure.decided || !procedure.townshipAgreed)
          throw new DomainError('dividend.notDecided');
        refuseProblems(unansweredProblems(round.objections, 'postedOn'));
        const { pool, amount } = round;
        const closed = await this.books.yearClosed(tx, collectiveId, { pool, day: voucher.on });
        refuseProblems(this.dayProblems(voucher.on, { day, closed }));
        const roll = await this.judging.requireSame(tx, collectiveId, { round, rounds });
        const judged = await this.judging.judge(tx, collectiveId, { dividend: round, day, procedure });
        refuseProblems(judged.problems);
        const asked = { pool, amount, day: voucher.on, typed: plainYuan(amount) };
        refuseProblems(await this.books.boundProblems(tx, collectiveId, asked));
        const holders = roll.map(({ holderId: id, holderKind, holderNumber }) => ({
          id,
          text: holderText(holderKind, holderNumber),
        }));
        const parts = round.lines
          .filter((line) => line.amount > 0n)
          .map((line) => ({ amount: line.amount, counterparty: line.holderId }));
        const summary = await this.summaryOf(tx, collectiveId, { pool, day: voucher.on });
        const whole = { pool, parts, holders, sourceId: round.id, summary, ...voucher, by: command.by };
        const booked = await this.books.give(tx, collectiveId, whole);
        await this.noteGiving(tx, collectiveId, { round, judged, booked, by: command.by });
        return booked;
      },
      onceOf(command, 'dividends.give', [roundId, form]),
    );
  }

  /**
   * Pays what holders are owed of a round, one or all of them, by one line at the bank.
   * @throws FormProblems `form.*`, `calendar.notADay`, `dividend.nothingOwed`; DomainError
   *   `dividend.unknown`, `dividend.notNow`, `period.*`, `money.*Short`
   */
  payRound(
    collectiveId: string,
    given: { readonly roundId: string; readonly form: DividendPaymentForm },
    command: Command,
  ): Promise<BookedEntry> {
    const { roundId, form } = given;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const voucher = readVoucher(form);
        const { round } = await this.reading.requireRound(collectiveId, roundId, tx);
        if (round.state !== 'given') throw new DomainError('dividend.notNow', { state: round.state });
        refuseProblems(unansweredProblems(round.objections, 'postedOn'));
        const owed = await this.owedOf(tx, collectiveId, { roundId, day: voucher.on });
        const asked = halfWidth(form.holder).trim();
        const known = await this.judging.holdersById(collectiveId, tx);
        const parts = owed
          .filter(({ holderId }) => asked === '' || String(known.get(holderId)?.number) === asked)
          .map(({ holderId, owed: amount }): HoldersPart => ({ amount, counterparty: holderId }));
        if (parts.length === 0)
          throw new FormProblems([{ code: 'dividend.nothingOwed', field: 'holder', value: form.holder }]);
        const summary = yearEndSummaries.sharesPaid;
        const whole = { pool: round.pool, parts, sourceId: round.id, summary, ...voucher, by: command.by };
        return this.books.pay(tx, collectiveId, whole);
      },
      onceOf(command, 'dividends.pay', [roundId, form]),
    );
  }

  /** What each holder is owed of a round on a day and every later one; who is owed nothing is left out. */
  async owedOf(
    db: EntityManager,
    collectiveId: string,
    { roundId, day }: { readonly roundId: string; readonly day: CalendarDay },
  ): Promise<HolderOwed[]> {
    const moves = (await this.books.listOwedMoves(db, collectiveId)).filter(
      ({ sourceId }) => sourceId === roundId,
    );
    return owedByHolder(moves, day);
  }

  /** As {@link owedOf}, today, for a page. */
  owedNow(collectiveId: string, roundId: string): Promise<HolderOwed[]> {
    return this.owedOf(this.database.reader, collectiveId, { roundId, day: this.clock.today() });
  }

  /** What its voucher says: of which year it is. */
  private async summaryOf(
    tx: EntityManager,
    collectiveId: string,
    { pool, day: on }: { readonly pool: Pool; readonly day: CalendarDay },
  ): Promise<string> {
    const day = await this.reading.sharedOn(tx, collectiveId, on);
    const closed = await this.books.yearClosed(tx, collectiveId, { pool, day });
    return yearEndSummaries.sharesGranted(yearShared(closed, day));
  }

  private dayProblems(
    on: CalendarDay,
    { day, closed }: { readonly day: CalendarDay; readonly closed: number | undefined },
  ): Problem[] {
    if (on >= day || (closed !== undefined && on === `${String(closed)}-12-31`)) return [];
    return [{ code: 'dividend.beforeDecision', field: 'postedOn', value: on, facts: { decidedOn: day } }];
  }

  private async noteGiving(
    tx: EntityManager,
    collectiveId: string,
    given: {
      readonly round: ToldRound;
      readonly judged: JudgedDividend;
      readonly booked: BookedEntry;
      readonly by: string;
    },
  ): Promise<void> {
    const { round, judged, booked, by } = given;
    const { day: decided, loaded, households, distributable, judgements } = judged;
    const { pack, digest: packDigest } = loaded;
    await insertRecorded(tx, DividendGivingEntity, {
      ...{ collectiveId, roundId: round.id, entryId: booked.entryId, decidedOn: decided },
      ...{ packId: pack.id, packDigest, households, distributable },
      judged: judgements.map(({ ruleId: rule, outcome }) => ({ rule, outcome })),
      ...{ enteredBy: by, enteredAt: this.clock.now() },
    });
    await this.judging.keepGround(tx, collectiveId, { roundId: round.id, judged });
  }
}

/** What each holder is owed by what moved, on a day and every later one. */
export function owedByHolder(moves: readonly PartyMove[], day: CalendarDay): HolderOwed[] {
  const own = new Map<string, PartyMove[]>();
  for (const move of moves) {
    if (move.counterparty === undefined) continue;
    own.set(move.counterparty, [...(own.get(move.counterparty) ?? []), move]);
  }
  return [...own]
    .map(([holderId, theirs]) => ({ holderId, owed: leastCreditFrom(theirs, day) }))
    .filter(({ owed }) => owed > 0n);
}

function readVoucher(form: DividendVoucherForm): { on: CalendarDay; attachments: number } {
  const problems: Problem[] = [];
  const on = readDay({ field: 'postedOn', value: form.postedOn }, problems) ?? '';
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  refuseProblems(problems);
  return { on, attachments };
}
