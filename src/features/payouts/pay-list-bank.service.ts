import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { beforePaidProblems, type BankRow, requireAct, requireBankDay } from '../../domain/payouts/pay-list';
import { type OutcomeForm, type ReadOutcome, readOutcome } from '../../domain/payouts/read-outcomes';
import type { ResultsToTake } from '../../domain/payouts/take-results';
import { DomainError } from '../../domain/shared/domain-error';
import { invariant } from '../../domain/shared/invariant';
import { FormProblems, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { PayListBankRowsService } from './pay-list-bank-rows.service';
import { PayListBooksService } from './pay-list-books.service';
import { PayListGroundService } from './pay-list-ground.service';
import { type PayListLineEntity, PayListOutcomeEntity } from './pay-list.entity';
import {
  changeLines,
  changeList,
  digestOf,
  keepAct,
  type KeptPayList,
  requirePayList,
} from './pay-lists.store';

/** What the bank did with lines of a list. */
export interface OutcomeAsked {
  readonly id: string;
  readonly form: OutcomeForm;
}

/** What a bank's answer says of lines, and the digest of it. */
export interface TakenResults extends Pick<ResultsToTake, 'paid' | 'returned'> {
  readonly day: CalendarDay;
  readonly fileDigest: string;
}

/** An answer of the bank that was kept, of which list, with the day that was typed. */
export interface BankAnswer {
  readonly id: string;
  readonly keptId: string;
  readonly bankDay: string;
  /** What it says as the list stands. */
  readonly read: () => Promise<TakenResults>;
}

/** What the bank did, as read. */
interface ToldOutcome {
  readonly id: string;
  readonly read: ReadOutcome;
  readonly by: string;
  readonly fileDigest?: string;
}

/** Sends lists to the bank and keeps what it did with their lines: nobody is paid twice, and none unseen. */
@Injectable()
export class PayListBankService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ground: PayListGroundService,
    private readonly rows: PayListBankRowsService,
    private readonly books: PayListBooksService,
  ) {}

  /**
   * Sends a list that was agreed to, once every plan that it pays is approved: from now on its parts are on
   * their way, and what the bank then paid is booked whatever comes.
   * @throws FormProblems `payouts.plan*`, `payCheck.*`; DomainError `payouts.*`
   */
  send(collectiveId: string, id: string, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const kept = await requirePayList(tx, collectiveId, id);
        requireAct(kept.list.state, 'send');
        if (digestOf(kept) !== kept.list.digest) throw new DomainError('approvals.bytesChanged');
        const day = this.clock.today();
        await this.ground.requireMaySend(tx, collectiveId, { kept, day });
        const fileDigest = this.rows.digestOf(await this.rows.rowsOf(tx, collectiveId, kept));
        await this.act(tx, kept, { act: 'send', doneOn: day, fileDigest, by: command.by });
        await changeList(tx, kept.list, { state: 'sent' });
        return { id };
      },
      onceOf(command, 'payouts.send', id),
    );
  }

  /**
   * What the bank gets, byte for byte as it was sent, however often.
   * @throws DomainError `payouts.notNow`, `payouts.unknown`, `payouts.rowsChanged`
   */
  async bankRows(collectiveId: string, id: string): Promise<readonly BankRow[]> {
    const kept = await requirePayList(this.database.reader, collectiveId, id);
    requireAct(kept.list.state, 'file');
    const rows = await this.rows.rowsOf(this.database.reader, collectiveId, kept);
    const sent = kept.acts.find(({ act }) => act === 'send');
    if (sent?.fileDigest !== this.rows.digestOf(rows)) throw new DomainError('payouts.rowsChanged');
    return rows;
  }

  /**
   * The bank paid lines on a day: one voucher.
   * @throws FormProblems `form.*`, `money.*`, `payouts.notOnItsWay`; DomainError `payouts.*`, `period.*`
   */
  confirm(collectiveId: string, { id, form }: OutcomeAsked, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await this.confirmed(tx, collectiveId, { id, read: this.read(form, false), by: command.by });
        return { id };
      },
      onceOf(command, 'payouts.confirm', [id, form]),
    );
  }

  /** The bank did not pay lines: they may be put on a new list. @throws as {@link confirm} */
  fail(collectiveId: string, { id, form }: OutcomeAsked, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await this.failed(tx, collectiveId, { id, read: this.read(form, true), by: command.by });
        return { id };
      },
      onceOf(command, 'payouts.fail', [id, form]),
    );
  }

  /**
   * What the bank's answer says of lines on their way: all of it or nothing. It is read once nobody else
   * writes; sent again under its key the command is answered as before, though nothing of it is new.
   * @throws as {@link confirm}, and as reading it does
   */
  takeResults(collectiveId: string, answer: BankAnswer, command: Command): Promise<{ id: string }> {
    const { id, keptId, bankDay } = answer;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { day, paid, returned, fileDigest } = await this.database.readWithin(tx, answer.read);
        const given = { id, by: command.by, fileDigest };
        const isPaid = { day, numbers: paid, kind: undefined, words: '' };
        if (paid.length > 0) await this.confirmed(tx, collectiveId, { ...given, read: isPaid });
        for (const { numbers, kind, reason: words } of returned)
          await this.failed(tx, collectiveId, { ...given, read: { day, numbers, kind, words } });
        return { id };
      },
      onceOf(command, 'payouts.takeResults', [id, keptId, bankDay]),
    );
  }

  /** Lines that were paid came back: they are owed again. @throws as {@link confirm} */
  giveBack(collectiveId: string, { id, form }: OutcomeAsked, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const read = this.read(form, true);
        const kept = await this.requireSent(tx, collectiveId, { id, act: 'giveBack', read });
        const lines = linesOf(kept, read, 'confirmed');
        const { list } = kept;
        const { day: on } = read;
        const paid = paidOf(kept);
        const told = lines.map(({ number }) => ({ number, on: paid.get(number)?.doneOn ?? on }));
        refuseProblems(beforePaidProblems(on, told));
        const paidBy = new Map([...paid].map(([number, { entryId }]) => [number, entryId]));
        const back = { list, lines, on, paidBy, by: command.by };
        const { entryId } = await this.books.giveBack(tx, collectiveId, back);
        await this.end(tx, kept, { act: 'giveBack', read, lines, entryId, by: command.by });
        return { id };
      },
      onceOf(command, 'payouts.giveBack', [id, form]),
    );
  }

  private async confirmed(tx: EntityManager, collectiveId: string, told: ToldOutcome): Promise<void> {
    const { id, read, by } = told;
    const kept = await this.requireSent(tx, collectiveId, { id, act: 'confirm', read });
    const lines = linesOf(kept, read, 'open');
    const banked = { list: kept.list, lines, on: read.day, by };
    const { entryId } = await this.books.confirm(tx, collectiveId, banked);
    await this.end(tx, kept, { ...told, act: 'confirm', lines, entryId });
  }

  private async failed(tx: EntityManager, collectiveId: string, told: ToldOutcome): Promise<void> {
    const { id, read } = told;
    const kept = await this.requireSent(tx, collectiveId, { id, act: 'fail', read });
    await this.end(tx, kept, { ...told, act: 'fail', lines: linesOf(kept, read, 'open') });
  }

  private read(form: OutcomeForm, isReturn: boolean): ReadOutcome {
    const { read, problems } = readOutcome(form, isReturn);
    refuseProblems(problems);
    return read;
  }

  private async requireSent(
    tx: EntityManager,
    collectiveId: string,
    asked: {
      readonly id: string;
      readonly act: 'confirm' | 'fail' | 'giveBack';
      readonly read: ReadOutcome;
    },
  ): Promise<KeptPayList> {
    const kept = await requirePayList(tx, collectiveId, asked.id);
    requireAct(kept.list.state, asked.act);
    const sent = kept.acts.find(({ act }) => act === 'send');
    invariant(sent !== undefined, 'what the bank did follows the sending');
    requireBankDay(asked.read.day, { sentOn: sent.doneOn, today: this.clock.today() });
    return kept;
  }

  /** Keeps how lines ended; a list of which none is open any more is settled. */
  private async end(
    tx: EntityManager,
    kept: KeptPayList,
    ended: Omit<ToldOutcome, 'id'> & {
      readonly act: 'confirm' | 'fail' | 'giveBack';
      readonly lines: readonly PayListLineEntity[];
      readonly entryId?: string;
    },
  ): Promise<void> {
    const { act, read, lines, entryId = null, fileDigest = null, by } = ended;
    const actNumber = await this.act(tx, kept, { act, doneOn: read.day, entryId, fileDigest, by });
    const outcome = act === 'confirm' ? 'confirmed' : 'returned';
    const why = { returnKind: read.kind ?? ('' as const), reason: read.words };
    await insertRecorded(
      tx,
      PayListOutcomeEntity,
      lines.map(({ collectiveId, listId, number: lineNumber }) => ({
        ...{ collectiveId, listId, lineNumber, actNumber, outcome, ...why },
      })),
    );
    await changeLines(tx, lines, outcome);
    const ids = new Set(lines.map(({ number }) => number));
    const isOver = kept.lines.every(({ state, number }) => state !== 'open' || ids.has(number));
    if (isOver && kept.list.state === 'sent') await changeList(tx, kept.list, { state: 'settled' });
  }

  private act(
    tx: EntityManager,
    kept: KeptPayList,
    done: {
      readonly act: 'send' | 'confirm' | 'fail' | 'giveBack';
      readonly doneOn: string;
      readonly fileDigest?: string | null;
      readonly entryId?: string | null;
      readonly by: string;
    },
  ): Promise<number> {
    const { act, doneOn, fileDigest = null, entryId = null, by: enteredBy } = done;
    const what = { act, doneOn, fileDigest, entryId, digest: kept.list.digest, reason: '' };
    return keepAct(tx, kept, { ...what, enteredBy, enteredAt: this.clock.now() });
  }
}

const CODE_OF = { open: 'payouts.notOnItsWay', confirmed: 'payouts.notPaid' } as const;

/** The lines that are meant, each in the state it must be in; every such line where none is named. */
function linesOf(
  { lines }: KeptPayList,
  { numbers }: ReadOutcome,
  state: 'open' | 'confirmed',
): PayListLineEntity[] {
  const there = lines.filter((line) => line.state === state);
  const asked = numbers === undefined ? undefined : new Set(numbers);
  const meant = asked === undefined ? there : there.filter(({ number }) => asked.has(number));
  if (meant.length === 0 || (asked !== undefined && meant.length < asked.size)) {
    const found = new Set(there.map(({ number }) => number));
    const value = (numbers ?? []).filter((each) => !found.has(each)).join(', ');
    throw new FormProblems([{ code: CODE_OF[state], field: 'lineNumbers', value, facts: { lines: value } }]);
  }
  return meant;
}

/** By which voucher and on which day of the bank each line was paid last. */
function paidOf({
  acts,
  outcomes,
}: KeptPayList): ReadonlyMap<number, { readonly entryId: string; readonly doneOn: CalendarDay }> {
  const actOf = new Map(acts.map((act) => [act.number, act]));
  return new Map(
    outcomes.flatMap(({ outcome, lineNumber, actNumber }) => {
      const { entryId = null, doneOn = '' } = actOf.get(actNumber) ?? {};
      return outcome === 'confirmed' && entryId !== null ? [[lineNumber, { entryId, doneOn }] as const] : [];
    }),
  );
}
