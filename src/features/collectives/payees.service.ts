import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PersonalData } from '../../domain/collectives/person';
import { readVersions, type SealedVersion } from './members.store';
import { PersonalReadsService } from './personal-reads.service';

/** Whom money goes to, as a version of him says it. The number of the account is for a bank's file alone. */
export interface Payee {
  readonly memberId: string;
  readonly version: number;
  readonly name: string;
  readonly account: PersonalData['account'];
}

/** A person as a version has him. */
export interface PersonVersion {
  readonly memberId: string;
  readonly version: number;
}

/** Where people are paid: as it was entered last, or as a list froze it. */
@Injectable()
export class PayeesService {
  constructor(private readonly reads: PersonalReadsService) {}

  /** Each of these people as he was entered last, by id. */
  async lastOf(
    db: EntityManager,
    collectiveId: string,
    memberIds: readonly string[],
  ): Promise<ReadonlyMap<string, Payee>> {
    const wanted = new Set(memberIds);
    const versions = await readVersions(db, collectiveId);
    // Versions come in the order of entry: the last of a person stays.
    const last = new Map(
      versions.filter(({ memberId }) => wanted.has(memberId)).map((each) => [each.memberId, each]),
    );
    return new Map([...last].map(([id, version]) => [id, this.opened(collectiveId, version)]));
  }

  /** These versions of people, by id. @throws DomainError `person.unknown` */
  async frozen(
    db: EntityManager,
    collectiveId: string,
    wanted: readonly PersonVersion[],
  ): Promise<ReadonlyMap<string, Payee>> {
    const keys = new Map(wanted.map(({ memberId, version }) => [memberId, version]));
    const versions = await readVersions(db, collectiveId);
    return new Map(
      versions
        .filter(({ memberId, version }) => keys.get(memberId) === version)
        .map((version) => [version.memberId, this.opened(collectiveId, version)]),
    );
  }

  private opened(collectiveId: string, version: SealedVersion): Payee {
    const { name, account } = this.reads.open(collectiveId, version);
    return { memberId: version.memberId, version: version.version, name, account };
  }
}

/** Whether money would go to the same place. */
export function isSameAccount(one: Payee['account'], other: Payee['account']): boolean {
  return one?.kind === other?.kind && one?.number === other?.number && one?.bank === other?.bank;
}
