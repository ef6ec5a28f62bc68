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
    for (const { standingId, villageGroup, people } of given.households) {
      const id = standingId ?? newId();
      if (standingId === undefined) {
        householdNumber += 1;
        await insertRecorded(tx, HouseholdEntity, { collectiveId, id, householdNumber, villageGroup, ...at });
      }
      const named = people.map((person) => ({
        memberId: newId(),
        memberNumber: (memberNumber += 1),
        person,
      }));
      const rows = named.map((each) => ({
        collectiveId,
        id: each.memberId,
        memberNumber: each.memberNumber,
        ...at,
      }));
      await insertRecorded(tx, MemberEntity, rows);
      const versions = named.map(({ memberId, person }) => ({
        ...this.versionRow(collectiveId, { memberId, version: 1, householdId: id, change: '', person }),
        ...at,
      }));
      await insertRecorded(tx, MemberVersionEntity, versions);
    }
  }

  /** A version as it is kept, but for who enters it. */
  versionRow(
    collectiveId: string,
    { memberId, version, householdId, change, person }: NewVersion,
  ): Omit<MemberVersionEntity, 'enteredBy' | 'enteredAt'> {
    const { fromDay, relation, labour, officerRelation, belongs, personal } = person;
    return {
      ...{ collectiveId, memberId, version, fromDay, householdId, relation, labour, officerRelation },
      ...{ belongs: belongs ? 1 : 0, leftWhy: null, change },
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
