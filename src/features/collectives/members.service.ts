import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type LeavingForm, readLeaving } from '../../domain/collectives/leaving-roster';
import { otherVillageProblems, standsElsewhere } from '../../domain/collectives/other-village';
import {
  changeProblems,
  completedForm,
  type PersonalData,
  type PersonForm,
  type ReadPerson,
  readPerson,
} from '../../domain/collectives/person';
import { readVillageGroup, readWhy } from '../../domain/collectives/place-name';
import { type MemberVersion, versionProblems } from '../../domain/collectives/roster';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { PersonalKeys } from '../../platform/secrets/personal-keys';
import { MemberWriterService, type NewVersion } from './member-writer.service';
import { HouseholdEntity, MemberEntity, MemberVersionEntity } from './member.entity';
import { readElsewhere } from './other-rosters.store';
import { readHouseholds, readPersonal, readVersions, sealedFor, type SealedVersion } from './members.store';

/** A household as it is entered: where it lives, and its head. */
export interface HouseholdForm {
  /** The group of the village, `3`; blank where a village has none. */
  readonly villageGroup: string;
  readonly head: Omit<PersonForm, 'relation'>;
}

/** What of a person changes, from which day, and why. */
export interface MemberChange {
  readonly memberId: string;
  readonly householdId: string;
  readonly person: PersonForm;
  /** Why, as people say it. */
  readonly personChange: string;
}

/**
 * Households and who belongs to them, as dated versions: nothing that held on a day is changed, a later
 * version follows it. What a person is known by is sealed before it is written.
 */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: PersonalKeys,
    private readonly writer: MemberWriterService,
  ) {}

  /**
   * Enters a household with its head. @throws FormProblems `form.*`, `calendar.*`, `person.*`
   */
  enterHousehold(
    collectiveId: string,
    form: HouseholdForm,
    command: Command,
  ): Promise<{ id: string; memberId: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        const others = await readVersions(tx, collectiveId);
        const id = newId();
        const householdNumber = (await readHouseholds(tx, collectiveId)).length + 1;
        const problems: Problem[] = [];
        const at = { field: 'villageGroup', value: form.villageGroup };
        const villageGroup = readVillageGroup(at, problems);
        const person = this.requirePerson({ ...form.head, relation: 'head' }, problems);
        await insertRecorded(tx, HouseholdEntity, {
          collectiveId,
          id,
          householdNumber,
          villageGroup,
          ...entered,
        });
        const memberId = await this.insertMember(tx, {
          collectiveId,
          householdId: id,
          person,
          others,
          command,
        });
        return { id, memberId };
      },
      onceOf(command, 'members.enterHousehold', this.hidden(collectiveId, form)),
    );
  }

  /** Enters a person of a household. @throws FormProblems as above; DomainError `household.unknown` */
  enterMember(
    collectiveId: string,
    { householdId, person: form }: { readonly householdId: string; readonly person: PersonForm },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await requireHousehold(tx, collectiveId, householdId);
        const person = this.requirePerson(form);
        const others = await readVersions(tx, collectiveId);
        return { id: await this.insertMember(tx, { collectiveId, householdId, person, others, command }) };
      },
      onceOf(command, 'members.enter', this.hidden(collectiveId, { householdId, form })),
    );
  }

  /**
   * Enters what of a person is otherwise from a day on; the same day as before puts right what was mistyped.
   * @throws FormProblems as above, `person.beforeLast`, `person.nothingChanges`; DomainError
   *   `person.unknown`, `household.unknown`
   */
  changeMember(collectiveId: string, change: MemberChange, command: Command): Promise<{ id: string }> {
    const { memberId, householdId } = change;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await requireHousehold(tx, collectiveId, householdId);
        const others = await readVersions(tx, collectiveId);
        const own = requireOwn(others, memberId);
        const version = own.length + 1;
        const missing: Problem[] = [];
        const why = readWhy({ field: 'personChange', value: change.personChange }, missing);
        const held = this.openLast(collectiveId, own);
        const person = this.requirePerson(completedForm(change.person, held), missing);
        refuseProblems(changeProblems({ ...person, householdId }, { ...lastOf(own), personal: held }));
        const entered = { memberId, version, householdId, change: why, person };
        await this.insertVersion(tx, { collectiveId, others, command }, entered);
        return { id: memberId };
      },
      onceOf(command, 'members.change', this.hidden(collectiveId, change)),
    );
  }

  /**
   * Enters that a person is on the list no more, from a day on.
   * @throws FormProblems `form.*`, `calendar.notADay`, `person.dayAhead`, `person.beforeLast`,
   *   `person.hasLeft`; DomainError `person.unknown`
   */
  leaveMember(
    collectiveId: string,
    { memberId, form }: { readonly memberId: string; readonly form: LeavingForm },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const others = await readVersions(tx, collectiveId, memberId);
        const own = requireOwn(others, memberId);
        const last = lastOf(own);
        const { leftWhy, fromDay, problems } = readLeaving(form, last, this.clock.today());
        refuseProblems(problems);
        const version = own.length + 1;
        const personal = this.openLast(collectiveId, own);
        await insertRecorded(tx, MemberVersionEntity, {
          ...{ collectiveId, memberId, version, fromDay, leftWhy, change: leftWhy, otherVillageWhy: null },
          ...{ householdId: last.householdId, relation: last.relation, labour: last.labour },
          ...{ officerRelation: last.officerRelation, belongs: last.belongs ? 1 : 0 },
          ...this.writer.sealed({ collectiveId, memberId, version }, personal),
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { id: memberId };
      },
      onceOf(command, 'members.leave', { memberId, form }),
    );
  }

  private requirePerson(form: PersonForm, also: readonly Problem[] = []): ReadPerson {
    const { person, problems } = readPerson(form, this.clock.today());
    refuseProblems([...problems, ...also]);
    if (person === undefined) throw new DomainError('person.unknown');
    return person;
  }

  private openLast(collectiveId: string, own: readonly SealedVersion[]): PersonalData {
    const last = lastOf(own);
    return readPersonal(this.keys.open(sealedFor({ collectiveId, ...last }), last.sealed));
  }

  private async insertMember(
    tx: EntityManager,
    given: Entering & { readonly householdId: string; readonly person: ReadPerson },
  ): Promise<string> {
    const { collectiveId, others, command } = given;
    const memberId = newId();
    const memberNumber = new Set(others.map((each) => each.memberId)).size + 1;
    const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
    await insertRecorded(tx, MemberEntity, { collectiveId, id: memberId, memberNumber, ...entered });
    const { householdId, person } = given;
    await this.insertVersion(tx, given, { memberId, version: 1, householdId, change: '', person });
    return memberId;
  }

  private async insertVersion(tx: EntityManager, at: Entering, entered: NewVersion): Promise<void> {
    const { collectiveId, others, command } = at;
    const { memberId, householdId, person } = entered;
    const { fromDay, relation, personal } = person;
    const prints = this.keys.fingerprints('identity', personal.identity);
    const own = others.findLast((each) => each.memberId === memberId);
    // Of a number that stays nothing is asked again.
    const isNew = own === undefined || !prints.includes(own.identityPrint);
    const elsewhere = isNew ? await readElsewhere(tx, collectiveId, prints) : [];
    const taken = others.find((each) => each.memberId !== memberId && prints.includes(each.identityPrint));
    refuseProblems([
      ...(taken === undefined
        ? []
        : [{ code: 'person.identityTaken', field: 'identity', facts: { memberNumber: taken.memberNumber } }]),
      ...otherVillageProblems(person.otherVillageWhy, standsElsewhere(elsewhere, fromDay)),
      ...versionProblems({ memberId, fromDay, householdId, relation, others }),
    ]);
    await insertRecorded(tx, MemberVersionEntity, {
      ...this.writer.versionRow(collectiveId, entered),
      ...{ enteredBy: command.by, enteredAt: this.clock.now() },
    });
  }

  /** A form by what only the key makes of it: the key of a command keeps no digest that could be guessed. */
  private hidden(collectiveId: string, form: unknown): string {
    return this.keys.fingerprint(`command ${collectiveId}`, JSON.stringify(form));
  }
}

interface Entering {
  readonly collectiveId: string;
  /** Everything entered so far of everybody. */
  readonly others: readonly SealedVersion[];
  readonly command: Command;
}

function lastOf<Version extends MemberVersion>(own: readonly Version[]): Version {
  const [last] = own.slice(-1);
  if (last === undefined) throw new DomainError('person.unknown');
  return last;
}

function requireOwn<Version extends MemberVersion>(
  versions: readonly Version[],
  memberId: string,
): Version[] {
  const own = versions.filter((each) => each.memberId === memberId);
  if (own.length === 0) throw new DomainError('person.unknown');
  return own;
}

/** @throws DomainError `household.unknown` */
export async function requireHousehold(
  db: EntityManager,
  collectiveId: string,
  id: string,
): Promise<HouseholdEntity> {
  const found = await db.findOneBy(HouseholdEntity, { collectiveId, id });
  if (found === null) throw new DomainError('household.unknown');
  return found;
}
