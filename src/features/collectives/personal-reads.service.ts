import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PersonalData } from '../../domain/collectives/person';
import { rosterOn } from '../../domain/collectives/roster';
import { DomainError } from '../../domain/shared/domain-error';
import { FormProblems, refuseProblems } from '../../domain/shared/problem';
import { writtenProblems } from '../../domain/shared/short-reason';
import type { Command } from '../../platform/audit/command';
import { notePrivateRead } from '../../platform/audit/private-reads';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { PersonalKeys } from '../../platform/secrets/personal-keys';
import { PersonalReadEntity } from './member.entity';
import { readPersonal, readReads, readVersions, sealedFor, type SealedVersion } from './members.store';

/** What of a person is read in full. */
export const READ_FIELDS = ['identity', 'account', 'mobile'] as const;
export type ReadField = (typeof READ_FIELDS)[number];

/** That somebody typed a whole identity number, and found whose it is. */
const SOUGHT = 'sought';

/** What each opening is called among the acts. */
const READ_ACTS: Readonly<Record<ReadField | typeof SOUGHT, string>> = {
  identity: 'members.readIdentity',
  account: 'members.readAccount',
  mobile: 'members.readMobile',
  sought: 'members.seekNumber',
};

/** Which number somebody wants to read, and what for. */
export interface ReadForm {
  readonly readField: string;
  readonly readWhy: string;
}

/**
 * Opens what is sealed of persons: the whole of it for the program itself, a single number in full for who
 * says what for, and then that is on record.
 */
@Injectable()
export class PersonalReadsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: PersonalKeys,
  ) {}

  /** What is sealed in a version. Only masked values of it may reach a page. @throws WrongSeal */
  open(collectiveId: string, { memberId, version, sealed }: SealedVersion): PersonalData {
    return readPersonal(this.keys.open(sealedFor({ collectiveId, memberId, version }), sealed));
  }

  /** What was entered of a person, in the order of entry. @throws DomainError `person.unknown` */
  async requireVersions(
    db: EntityManager,
    { collectiveId, memberId }: { readonly collectiveId: string; readonly memberId: string },
  ): Promise<[SealedVersion, ...SealedVersion[]]> {
    const [first, ...later] = await readVersions(db, collectiveId, memberId);
    if (first === undefined) throw new DomainError('person.unknown');
    return [first, ...later];
  }

  /**
   * A number in full, kept with who read it and what for.
   * @throws FormProblems `form.missing`, `form.notAllowed`, `form.privateNumber`, `policy.reasonTooShort`,
   *   `person.nothingToRead`; DomainError `person.unknown`
   */
  readInFull(
    collectiveId: string,
    { memberId, form }: { readonly memberId: string; readonly form: ReadForm },
    command: Command,
  ): Promise<string> {
    return this.database.inTransaction(collectiveId, async (tx) => {
      const [last] = (await readVersions(tx, collectiveId, memberId)).slice(-1);
      if (last === undefined) throw new DomainError('person.unknown');
      const field = requireField(form);
      const number = numberOf(this.open(collectiveId, last), field);
      if (number === undefined)
        throw new FormProblems([{ code: 'person.nothingToRead', field: 'readField' }]);
      await this.keepRead(tx, collectiveId, { ...last, field, why: form.readWhy.trim(), by: command.by });
      return number;
    });
  }

  /**
   * Finds who bears an identity number, by what only the key makes of it; undefined for nobody. That somebody
   * asked is kept, with whom he found.
   */
  async findByIdentity(collectiveId: string, identity: string, by: string): Promise<string | undefined> {
    const prints = this.keys.fingerprints('identity', identity);
    return this.database.inTransaction(collectiveId, async (tx) => {
      const versions = await readVersions(tx, collectiveId);
      const listed = rosterOn(versions, this.clock.today());
      const found = listed.find((each) => prints.includes(each.identityPrint));
      if (found === undefined) await notePrivateRead(tx, { collectiveId, name: READ_ACTS[SOUGHT], of: [] });
      else await this.keepRead(tx, collectiveId, { ...found, field: SOUGHT, why: '', by });
      return found?.memberId;
    });
  }

  /** Keeps that something of a person was opened: beside him, and among the acts. */
  private async keepRead(tx: EntityManager, collectiveId: string, read: KeptRead): Promise<void> {
    const { memberId, version, field, why, by: readBy } = read;
    const [latest] = await readReads(tx, collectiveId, memberId);
    const readNumber = (latest?.readNumber ?? 0) + 1;
    await insertRecorded(tx, PersonalReadEntity, {
      ...{ collectiveId, memberId, readNumber, version, field, why, readBy, readAt: this.clock.now() },
    });
    const of = [memberId, readNumber, why];
    await notePrivateRead(tx, { collectiveId, name: READ_ACTS[field], of });
  }
}

/** Something of a person that was opened, and by whom. */
interface KeptRead {
  readonly memberId: string;
  readonly version: number;
  readonly field: ReadField | typeof SOUGHT;
  readonly why: string;
  readonly by: string;
}

function requireField({ readField, readWhy }: ReadForm): ReadField {
  const found = READ_FIELDS.find((each) => each === readField);
  refuseProblems([
    ...(found === undefined
      ? [{ code: readField === '' ? 'form.missing' : 'form.notAllowed', field: 'readField' }]
      : []),
    ...(readWhy.trim() === '' ? [{ code: 'form.missing', field: 'readWhy' }] : []),
    ...writtenProblems({ readWhy }),
  ]);
  return found ?? 'identity';
}

function numberOf({ identity, account, mobile }: PersonalData, field: ReadField): string | undefined {
  return { identity, account: account?.number, mobile }[field];
}
