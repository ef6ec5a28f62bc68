import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, isCalendarDay } from '../../domain/calendar/calendar-day';
import { type Judgement } from '../../domain/policy/judge';
import type { PolicyPack, Word } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { type GivenAid, judgeAid } from '../../domain/uses/aid-judging';
import { standingNotes } from '../../domain/uses/aid-notes';
import { type AidQuestion, kindsNamed, stateAidQuestions } from '../../domain/uses/aid-questions';
import { readAidRows, type Recipient } from '../../domain/uses/aid-rows';
import {
  readStateAid as readForm,
  type StateAid,
  type StateAidForm,
  stateAidProblems,
  stateFundsOf,
} from '../../domain/uses/state-aid';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { HouseholdsService } from '../collectives/households.service';
import { AidService, givenBy } from './aid.service';
import { givenByState, readStateAid, type ToldStateAid } from './state-aid.store';
import {
  StateAidLineEntity,
  StateAidListEntity,
  StateAidNoteEntity,
  StateAidWithdrawalEntity,
} from './state-aid.entity';

export type { ToldStateAid } from './state-aid.store';

/** What the document of a day says of government money of a kind. */
export interface StateAidAsked {
  readonly pack: PolicyPack | undefined;
  readonly questions: readonly AidQuestion[];
  /**
   * Kinds that may be named: its own, then those of the other documents of the place. A cap of the year
   * counts what was paid of its kind on the days before its document, too.
   */
  readonly kinds: readonly Word[];
}

/** Government money is judged by what its list says. */
type JudgedStateAid = Pick<StateAid, 'kind' | 'fund' | 'lines' | 'paidOn'> & {
  readonly notes: ReadonlyMap<string, string>;
};

/**
 * What governments paid straight to people of the village: beside the books, without a voucher, never out of
 * the village's money. It is kept so that caps of a year and a life count it.
 */
@Injectable()
export class StateAidService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly aid: AidService,
    private readonly households: HouseholdsService,
  ) {}

  /** @throws DomainError `stateAid.unknown` */
  async requireStateAid(
    collectiveId: string,
    listId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ToldStateAid> {
    const found = (await readStateAid(db, collectiveId)).find(({ id }) => id === listId);
    if (found === undefined) throw new DomainError('stateAid.unknown', { listId });
    return found;
  }

  /** The document in force on a day, today where it is none, and what it asks of a kind. */
  async askedOn(collectiveId: string, day: string, kind: string): Promise<StateAidAsked> {
    const pack = await this.households.packOn(collectiveId, this.dayOr(day));
    const others = await this.households.listDocuments(collectiveId);
    const kinds = kindsNamed([...(pack === undefined ? [] : [pack]), ...others]);
    if (pack === undefined) return { pack, questions: [], kinds };
    const { terms } = await this.aid.askedBeside(collectiveId);
    return { pack, questions: stateAidQuestions(pack, kind, terms.stepsOfAcceptance), kinds };
  }

  /**
   * Writes down what a government paid. Nothing is booked. What the document says against it asks for a
   * reason: it was paid, so it is kept all the same.
   * @throws FormProblems `form.*`, `money.*`, `calendar.notADay`, `aid.*`, `twice.*`, `stateAid.*`
   */
  async enterStateAid(collectiveId: string, form: StateAidForm, command: Command): Promise<{ id: string }> {
    const people = await this.aid.listRecipients(collectiveId, this.dayOr(form.statePaidOn));
    const asked = await this.askedOn(collectiveId, form.statePaidOn, form.aidKind);
    const { pack, questions } = asked;
    const kinds = asked.kinds.map(({ id }) => id);
    const funds = stateFundsOf(pack).map(({ id }) => id);
    // Names are sealed: what is kept of the command holds the people by their ids.
    const { lines } = readAidRows(form.aidRows, people);
    const aidRows = lines.map(({ memberId, ...line }) => [memberId, String(line.amount), line.times]);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const all = await readStateAid(tx, collectiveId);
        const standing = all
          .filter(({ withdrawn }) => withdrawn === undefined)
          .map(({ paidOn, amount, paper }) => ({ day: paidOn, amount, paper }));
        const given = { kinds, funds, questions, people, standing, today: this.clock.today() };
        const { aid, problems } = readForm(form, given);
        refuseProblems(problems);
        const past = [...givenBy(await this.aid.listLists(collectiveId, tx)), ...givenByState(all)];
        const judged = { ...aid, notes: standingNotes(aid.notes) };
        const found = await this.judge({ collectiveId, pack }, judged, { past, people });
        refuseProblems(stateAidProblems(found, aid.reason));
        return { id: await this.insert(tx, collectiveId, { aid, number: all.length + 1, by: command.by }) };
      },
      onceOf(command, 'stateAid.enter', { ...form, aidRows }),
    );
  }

  /**
   * Takes back what was written down wrongly: it counts no more and stays to be read.
   * @throws FormProblems `form.missing`, `form.privateNumber`; DomainError `stateAid.unknown`,
   *   `stateAid.withdrawn`
   */
  withdrawStateAid(
    collectiveId: string,
    form: { readonly listId: string; readonly withdrawnWhy: string },
    command: Command,
  ): Promise<{ id: string }> {
    const why = form.withdrawnWhy.trim();
    const missing: Problem[] = why === '' ? [{ code: 'form.missing', field: 'withdrawnWhy' }] : [];
    refuseProblems([...missing, ...privateNumberProblems({ withdrawnWhy: why })]);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { id, withdrawn } = await this.requireStateAid(collectiveId, form.listId, tx);
        if (withdrawn !== undefined) throw new DomainError('stateAid.withdrawn');
        const row = { collectiveId, listId: id, why, ...this.enteredBy(command.by) };
        await insertRecorded(tx, StateAidWithdrawalEntity, row);
        return { id };
      },
      onceOf(command, 'stateAid.withdraw', form),
    );
  }

  /** What the document of its day says of a list, by what had been given when it was written down. */
  async judgementsOf(collectiveId: string, told: ToldStateAid): Promise<Judgement[]> {
    const pack = await this.households.packOn(collectiveId, told.paidOn);
    const people = await this.aid.listRecipients(collectiveId, told.paidOn);
    const earlier = (await readStateAid(this.database.reader, collectiveId)).filter(
      ({ listNumber }) => listNumber < told.listNumber,
    );
    const granted = (await this.aid.listLists(collectiveId)).filter(
      ({ voucherEntryId = '' }) => voucherEntryId < told.id,
    );
    const past = [...givenBy(granted), ...givenByState(earlier)];
    return this.judge({ collectiveId, pack }, told, { past, people });
  }

  private async judge(
    { collectiveId, pack }: { readonly collectiveId: string; readonly pack: PolicyPack | undefined },
    { kind, fund, lines, paidOn: on, notes }: JudgedStateAid,
    ground: { readonly past: readonly GivenAid[]; readonly people: readonly Recipient[] },
  ): Promise<Judgement[]> {
    if (pack === undefined) return [];
    const local = await this.aid.numbersOn(collectiveId, pack, on);
    const beside = await this.aid.askedBeside(collectiveId);
    return judgeAid({ kind, fund, lines, on, notes, ...ground }, { pack, local, ...beside });
  }

  private async insert(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly aid: StateAid; readonly number: number; readonly by: string },
  ): Promise<string> {
    const { aid, number: listNumber, by } = given;
    const id = newId();
    const { lines, notes, ground, ...said } = aid;
    const entered = this.enteredBy(by);
    await insertRecorded(tx, StateAidListEntity, {
      ...{ collectiveId, id, listNumber, ...said, forWhat: ground, ...entered },
    });
    const rows = lines.map(({ status, ...line }, index) => ({
      ...{ collectiveId, listId: id, lineNumber: index + 1, ...line, status: status ?? null },
    }));
    await insertRecorded(tx, StateAidLineEntity, rows);
    const noted = notes.map((note, index) => ({ collectiveId, listId: id, noteNumber: index + 1, ...note }));
    await insertRecorded(tx, StateAidNoteEntity, noted);
    return id;
  }

  private enteredBy(by: string): { enteredBy: string; enteredAt: string } {
    return { enteredBy: by, enteredAt: this.clock.now() };
  }

  private dayOr(day: string): CalendarDay {
    const typed = day.trim();
    return isCalendarDay(typed) ? typed : this.clock.today();
  }
}
