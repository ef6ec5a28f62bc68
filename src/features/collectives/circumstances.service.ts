import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type CircumstanceEndForm,
  type CircumstanceForm,
  type HouseholdCircumstance,
  type OfferedCircumstance,
  offeredCircumstances,
  readCircumstance,
  readCircumstanceEnd,
} from '../../domain/collectives/household-circumstances';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { HouseholdCircumstanceEndEntity, HouseholdCircumstanceEntity } from './circumstance.entity';
import { type HouseholdAt, HouseholdsService } from './households.service';
import { requireHousehold } from './members.service';

/** A circumstance as it was entered, with its word and paper. */
export interface ToldCircumstance extends HouseholdCircumstance {
  readonly words: string;
  readonly paper: string;
  readonly endPaper: string | undefined;
}

/**
 * What makes documents look at a household first: dated, with the paper that says so. Append-only; what was
 * entered wrongly is ended as mistaken.
 */
@Injectable()
export class CircumstancesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
  ) {}

  /** What the documents of a village ask of its households; none where they ask for nothing of the kind. */
  async listOffered(collectiveId: string): Promise<readonly OfferedCircumstance[]> {
    const inForce = await this.households.packOn(collectiveId, this.clock.today());
    const others = await this.households.listDocuments(collectiveId);
    return offeredCircumstances(inForce === undefined ? others : [inForce, ...others]);
  }

  /**
   * Enters a circumstance of a household.
   * @throws FormProblems `form.*`, `calendar.notADay`, `person.dayAhead`, `circumstance.*`; DomainError
   *   `household.unknown`
   */
  note(at: HouseholdAt, form: CircumstanceForm, command: Command): Promise<{ circumstanceNumber: number }> {
    const { collectiveId, householdId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await requireHousehold(tx, collectiveId, householdId);
        const words = await this.listOffered(collectiveId);
        const known = await readCircumstances(tx, collectiveId, householdId);
        const today = this.clock.today();
        const { circumstance, problems } = readCircumstance(form, { words, known, today });
        refuseProblems(problems);
        const { word, fromDay, paper } = circumstance;
        const circumstanceNumber = known.length + 1;
        await insertRecorded(tx, HouseholdCircumstanceEntity, {
          ...{ collectiveId, householdId, circumstanceNumber, circumstance: word.id },
          ...{ circumstanceWords: word.name, pack: word.pack, fromDay, paper },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { circumstanceNumber };
      },
      onceOf(command, 'circumstances.note', { householdId, form }),
    );
  }

  /**
   * Enters the last day of a circumstance, or that it never held.
   * @throws FormProblems `form.*`, `calendar.notADay`, `person.dayAhead`, `circumstance.endBeforeStart`;
   *   DomainError `householdCircumstance.unknown`, `circumstance.ended`
   */
  end(at: HouseholdAt, form: CircumstanceEndForm, command: Command): Promise<{ circumstanceNumber: number }> {
    const { collectiveId, householdId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const all = await readCircumstances(tx, collectiveId, householdId);
        const found = all.find((each) => String(each.circumstanceNumber) === form.circumstanceNumber);
        if (found === undefined) throw new DomainError('householdCircumstance.unknown');
        if (found.end !== undefined) throw new DomainError('circumstance.ended');
        const { end, problems } = readCircumstanceEnd(form, found, this.clock.today());
        refuseProblems(problems);
        const { circumstanceNumber } = found;
        await insertRecorded(tx, HouseholdCircumstanceEndEntity, {
          ...{ collectiveId, householdId, circumstanceNumber, ...end },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { circumstanceNumber };
      },
      onceOf(command, 'circumstances.end', { householdId, form }),
    );
  }
}

/** The circumstances of all households, or of one, in the order of entry. */
export async function readCircumstances(
  db: EntityManager,
  collectiveId: string,
  householdId?: string,
): Promise<ToldCircumstance[]> {
  const where = householdId === undefined ? { collectiveId } : { collectiveId, householdId };
  const order = { householdId: 'ASC', circumstanceNumber: 'ASC' } as const;
  const rows = await db.find(HouseholdCircumstanceEntity, { where, order });
  const keyOf = (of: { readonly householdId: string; readonly circumstanceNumber: number }): string =>
    `${of.householdId} ${String(of.circumstanceNumber)}`;
  const ends = new Map(
    (await db.findBy(HouseholdCircumstanceEndEntity, where)).map((end) => [keyOf(end), end]),
  );
  return rows.map((row) => {
    const end = ends.get(keyOf(row));
    const { householdId: id, circumstanceNumber, circumstance, circumstanceWords, fromDay, paper } = row;
    return {
      ...{ householdId: id, circumstanceNumber, circumstance, words: circumstanceWords, fromDay, paper },
      end: end === undefined ? undefined : { endedOn: end.endedOn, why: end.why },
      endPaper: end?.paper,
    };
  });
}
