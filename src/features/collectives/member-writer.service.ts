import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PersonalData, ReadPerson } from '../../domain/collectives/person';
import type { ReadHousehold } from '../../domain/collectives/read-roster';
import type { Command } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/ids/new-id';
import { PersonalKeys } from '../../platform/secrets/personal-keys';
import { HouseholdEntity, MemberEntity, MemberVersionEntity } from './member.entity';
import { readHouseholds, readVersions, sealedFor } from './members.store';

/** A version that was read and found sound. */
export interface NewVersion {
  readonly memberId: string;
  readonly version: number;
  readonly householdId: string;
  readonly change: string;
  readonly person: ReadPerson;
}

/** A statement has no more values than both databases take with ease. */
const ROWS_TOGETHER = 500;

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_TOGETHER)
    parts.push(rows.slice(from, from + ROWS_TOGETHER));
  return parts;
}

/** Writes people into the list, sealed. What may be written its callers have found out. */
@Injectable()
export class MemberWriterService {
  constructor(
    private readonly clock: Clock,
    private readonly keys: PersonalKeys,
  ) {}

  /**
   * Enters everybody of a table that was read and found sound, inside the transaction of whoever read it.
   * What is in the table only was held against itself there.
   */
  async enterAll(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly households: readonly ReadHousehold[]; readonly command: Command },
  ): Promise<void> {
    const at = { enteredBy: given.command.by, enteredAt: this.clock.now() };
    let householdNumber = (await readHouseholds(tx, collectiveId)).length;
    let memberNumber = new Set((await readVersions(tx, collectiveId)).map((each) => each.memberId)).size;
    const [households, members, versions]: [HouseholdEntity[], MemberEntity[], MemberVersionEntity[]] = [
      [],
      [],
      [],
    ];
    for (const { standingId, villageGroup, people } of given.households) {
      const householdId = standingId ?? newId();
      if (standingId === undefined) {
        householdNumber += 1;
        households.push({ collectiveId, id: householdId, householdNumber, villageGroup, ...at });
      }
      for (const person of people) {
        const memberId = newId();
        memberNumber += 1;
        members.push({ collectiveId, id: memberId, memberNumber, ...at });
        const first = { memberId, version: 1, householdId, change: '', person };
        versions.push({ ...this.versionRow(collectiveId, first), ...at });
      }
    }
    // A village comes in with few statements: each of a household's own would cost three times as long.
    for (const rows of inParts(households)) await insertRecorded(tx, HouseholdEntity, rows);
    for (const rows of inParts(members)) await insertRecorded(tx, MemberEntity, rows);
    for (const rows of inParts(versions)) await insertRecorded(tx, MemberVersionEntity, rows);
  }

  /** A version as it is kept, but for who enters it. */
  versionRow(
    collectiveId: string,
    { memberId, version, householdId, change, person }: NewVersion,
  ): Omit<MemberVersionEntity, 'enteredBy' | 'enteredAt'> {
    const { fromDay, relation, labour, officerRelation, belongs, otherVillageWhy, personal } = person;
    return {
      ...{ collectiveId, memberId, version, fromDay, householdId, relation, labour, officerRelation },
      ...{ belongs: belongs ? 1 : 0, leftWhy: null, change, otherVillageWhy: otherVillageWhy ?? null },
      ...this.sealed({ collectiveId, memberId, version }, personal),
    };
  }

  /** What a person is known by, sealed for one version, and what its identity number is found by. */
  sealed(
    at: { readonly collectiveId: string; readonly memberId: string; readonly version: number },
    personal: PersonalData,
  ): { keyId: string; sealed: string; identityPrint: string } {
    return {
      keyId: this.keys.current.id,
      sealed: this.keys.seal(sealedFor(at), JSON.stringify(personal)),
      identityPrint: this.keys.fingerprint('identity', personal.identity),
    };
  }
}
