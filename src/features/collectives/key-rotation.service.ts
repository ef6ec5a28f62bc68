import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { recordChange } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { PersonalKeys } from '../../platform/secrets/personal-keys';
import { UserSealsService } from '../users/user-seals.service';
import { CollectivesService } from './collectives.service';
import { MemberVersionEntity } from './member.entity';
import { OtherSeals } from './other-seals.service';
import { readPersonal, sealedFor } from './members.store';

/** Whether what is sealed of persons can be opened, and sealing it anew under another key. */
@Injectable()
export class KeyRotationService {
  constructor(
    private readonly database: Database,
    private readonly keys: PersonalKeys,
    private readonly collectives: CollectivesService,
    private readonly others: OtherSeals,
    private readonly users: UserSealsService,
  ) {}

  /**
   * Refuses to go on where something is sealed under a key that the program was not given: after a restore
   * without its key nothing of anybody could be read, and what is entered anew would hide it.
   * @throws DomainError `config.keyMissing` with the names of the keys
   */
  async requireKeys(): Promise<void> {
    const rows = await this.database.reader
      .createQueryBuilder(MemberVersionEntity, 'version')
      .select('version.keyId', 'keyId')
      .distinct(true)
      .getRawMany<{ keyId: string }>();
    const beside = [...(await this.others.listKeyIds()), ...(await this.users.listKeyIds())];
    const used = new Set([...rows.map(({ keyId }) => keyId), ...beside]);
    const missing = [...used].filter((keyId) => !this.keys.has(keyId));
    if (missing.length > 0) throw new DomainError('config.keyMissing', { missing });
  }

  /**
   * Seals anew whatever an earlier key sealed, village by village, each in one transaction; broken off, it
   * goes on where it was. @returns how many entries were sealed anew. @throws WrongSeal
   */
  async sealAnew(): Promise<number> {
    let sealed = 0;
    for (const { id } of await this.collectives.listCollectives()) sealed += await this.sealVillage(id);
    return sealed;
  }

  private sealVillage(collectiveId: string): Promise<number> {
    const { id: keyId } = this.keys.current;
    return this.database.inTransaction(collectiveId, async (tx) => {
      const rows = await tx.findBy(MemberVersionEntity, { collectiveId, keyId: Not(In([keyId])) });
      for (const { memberId, version, sealed } of rows) {
        const at = { collectiveId, memberId, version };
        const text = this.keys.open(sealedFor(at), sealed);
        const { identity } = readPersonal(text);
        const anew = { keyId, sealed: this.keys.seal(sealedFor(at), text) };
        const identityPrint = this.keys.fingerprint('identity', identity);
        await tx.update(MemberVersionEntity, at, { ...anew, identityPrint });
        await recordChange(tx, MemberVersionEntity, at);
      }
      const beside = await this.others.sealAnew(tx, collectiveId);
      return rows.length + beside + (await this.users.sealAnew(tx, collectiveId));
    });
  }
}
