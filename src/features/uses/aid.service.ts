import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { LocalNumbers, PolicyPack } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import type { AidGround } from '../../domain/uses/aid-judging';
import type { AidList } from '../../domain/uses/aid-list';
import { type AidNote, notesTaken } from '../../domain/uses/aid-notes';
import { aidTotal, type Recipient } from '../../domain/uses/aid-rows';
import { readText } from '../../domain/uses/industry-entries';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { RosterReadService } from '../collectives/roster-read.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import {
  AidAcceptanceEntity,
  AidLineEntity,
  AidListEntity,
  AidNoteEntity,
  AidNoteWithdrawalEntity,
  AidWithdrawalEntity,
} from './aid.entity';
import { AidTermsService } from './aid-terms.service';
import { readAidLists, readKeptNotes, type ToldAidList } from './aid.store';
import { readStateAid, type ToldStateAid } from './state-aid.store';

export { givenBy, type AidState, type ToldAidList } from './aid.store';
export { givenByState } from './state-aid.store';

/** The grant by which an accepted list is owed. */
export interface AidGrant {
  readonly listId: string;
  readonly grantId: string;
  readonly entryId: string;
  readonly acceptedOn: CalendarDay;
  readonly reason: string;
  readonly by: string;
}

/** Lists of rewards and subsidies. It knows no plan: who grants a list tells it so. */
@Injectable()
export class AidService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly roster: RosterReadService,
    private readonly books: LedgerReadService,
    private readonly terms: AidTermsService,
  ) {}

  /** What the region asks beside the document, and the years whose working days are known. */
  async askedBeside(collectiveId: string): Promise<Pick<AidGround, 'terms' | 'years'>> {
    return { terms: await this.terms.termsOf(collectiveId), years: this.terms.workingYears() };
  }

  /** The numbers that a document leaves open, as they are on a day. */
  numbersOn(collectiveId: string, pack: PolicyPack, on: CalendarDay): Promise<LocalNumbers> {
    return this.terms.numbersOn(collectiveId, pack, on);
  }

  /** The lists of a collective in the order of entry. */
  async listLists(collectiveId: string, db: EntityManager = this.database.reader): Promise<ToldAidList[]> {
    return readAidLists(db, collectiveId, await this.books.listReversedIds(collectiveId, db));
  }

  /** What governments paid to people of the collective, in the order of entry. */
  listStateAid(collectiveId: string, db: EntityManager = this.database.reader): Promise<ToldStateAid[]> {
    return readStateAid(db, collectiveId);
  }

  /** @throws DomainError `aid.unknown` */
  async requireList(
    collectiveId: string,
    listId: string,
    db: EntityManager = this.database.reader,
  ): Promise<{ readonly list: ToldAidList; readonly all: readonly ToldAidList[] }> {
    const all = await this.listLists(collectiveId, db);
    const list = all.find(({ id }) => id === listId);
    if (list === undefined) throw new DomainError('aid.unknown', { listId });
    return { list, all };
  }

  /** Everybody on the list of a day who may be given something, opened for an office. */
  async listRecipients(collectiveId: string, on: CalendarDay): Promise<Recipient[]> {
    const households = await this.roster.listRoster(collectiveId, on);
    return households.flatMap(({ id: householdId, people, statuses, income, circumstances }) =>
      this.roster.opened(collectiveId, people, on).map(({ held, personal }) => ({
        ...{ memberId: held.memberId, memberNumber: held.memberNumber, name: personal.name },
        ...{ status: statuses[0], householdId, perHead: income?.perHead, circumstances },
      })),
    );
  }

  /** Every acceptance, also one that was taken back, the oldest first. */
  listAcceptances(db: EntityManager, collectiveId: string): Promise<AidAcceptanceEntity[]> {
    return db.find(AidAcceptanceEntity, { where: { collectiveId }, order: { grantId: 'ASC' } });
  }

  /** Keeps a list that was read, inside the transaction of whoever knows its plan. */
  async insertList(
    tx: EntityManager,
    collectiveId: string,
    { list, by }: { readonly list: AidList; readonly by: string },
  ): Promise<string> {
    const id = newId();
    const { claimId, kind, ground, basis, pot, lines, equalReason } = list;
    const listNumber = (await tx.countBy(AidListEntity, { collectiveId })) + 1;
    await insertRecorded(tx, AidListEntity, {
      ...{ collectiveId, id, listNumber, claimId, kind, forWhat: ground, paper: basis },
      ...{ pot: pot ?? null, amount: aidTotal(lines), reason: equalReason, ...this.enteredBy(by) },
    });
    const rows = lines.map(({ status, ...line }, index) => ({
      ...{ collectiveId, listId: id, lineNumber: index + 1, ...line, status: status ?? null },
    }));
    await insertRecorded(tx, AidLineEntity, rows);
    return id;
  }

  /** Keeps what was noted with a list. */
  async insertNotes(
    tx: EntityManager,
    { collectiveId, list, by }: { collectiveId: string; list: ToldAidList; by: string },
    notes: readonly AidNote[],
  ): Promise<void> {
    const rows = notes.map((note, index) => ({
      ...{ collectiveId, listId: list.id, noteNumber: list.noteCount + index + 1, ...note },
      ...this.enteredBy(by),
    }));
    await insertRecorded(tx, AidNoteEntity, rows);
  }

  /**
   * Takes off what was noted with a list that waits: it did not happen.
   * @throws FormProblems `form.*`, `aid.noteUnknown`; DomainError `aid.unknown`, `aid.owed`, `aid.withdrawn`
   */
  withdrawNote(
    collectiveId: string,
    form: { readonly listId: string; readonly noteKey: string; readonly noteWhy: string },
    command: Command,
  ): Promise<{ id: string }> {
    const problems: Problem[] = [];
    const why = readText('noteWhy', form.noteWhy, problems);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { list } = await this.requireList(collectiveId, form.listId, tx);
        requireAidWaiting(list);
        const at = { collectiveId, listId: list.id };
        const taken = notesTaken(await readKeptNotes(tx, at), form.noteKey);
        if (taken.length === 0) problems.push({ code: 'aid.noteUnknown', field: 'noteKey' });
        refuseProblems(problems);
        const row = { ...at, why, ...this.enteredBy(command.by) };
        await insertRecorded(
          tx,
          AidNoteWithdrawalEntity,
          taken.map((noteNumber) => ({ ...row, noteNumber })),
        );
        return { id: list.id };
      },
      onceOf(command, 'aid.withdrawNote', form),
    );
  }

  /** Notes by which grant an accepted list is owed. */
  async noteAcceptance(tx: EntityManager, collectiveId: string, grant: AidGrant): Promise<void> {
    const { by, ...row } = grant;
    const at = { acceptedBy: by, acceptedAt: this.clock.now() };
    await insertRecorded(tx, AidAcceptanceEntity, { collectiveId, ...row, ...at });
  }

  /**
   * Takes a list back that is not owed; one that is owed goes by the reversal of its voucher first.
   * @throws FormProblems `form.missing`, `form.privateNumber`; DomainError `aid.unknown`, `aid.owed`,
   *   `aid.withdrawn`
   */
  withdrawList(
    collectiveId: string,
    form: { readonly listId: string; readonly withdrawnWhy: string },
    command: Command,
  ): Promise<{ id: string }> {
    const why = form.withdrawnWhy.trim();
    refuseProblems([
      ...(why === '' ? [{ code: 'form.missing', field: 'withdrawnWhy' }] : []),
      ...privateNumberProblems({ withdrawnWhy: why }),
    ]);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { list } = await this.requireList(collectiveId, form.listId, tx);
        requireAidWaiting(list);
        const row = { collectiveId, listId: list.id, why, ...this.enteredBy(command.by) };
        await insertRecorded(tx, AidWithdrawalEntity, row);
        return { id: list.id };
      },
      onceOf(command, 'aid.withdraw', form),
    );
  }

  private enteredBy(by: string): { enteredBy: string; enteredAt: string } {
    return { enteredBy: by, enteredAt: this.clock.now() };
  }
}

/** @throws DomainError `aid.owed`, `aid.withdrawn` */
export function requireAidWaiting({ state, acceptedOn = '' }: ToldAidList): void {
  if (state === 'withdrawn') throw new DomainError('aid.withdrawn');
  if (state === 'owed') throw new DomainError('aid.owed', { acceptedOn });
}
