import { Injectable } from '@nestjs/common';
import { type EntityManager, In, Not } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import type { Command } from '../../platform/audit/command';
import { notePrivateRead } from '../../platform/audit/private-reads';
import { insertRecorded, recordChange } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { PersonalKeys } from '../../platform/secrets/personal-keys';
import { OtherSeals } from '../collectives/other-seals.service';
import { ObjectionPhoneEntity, ObjectionPhoneReadEntity } from './objection.entity';

interface ObjectionAt {
  readonly collectiveId: string;
  readonly id: string;
}

/** The telephones of those who made an objection: sealed, and read one by one by who answers. */
@Injectable()
export class ObjectionPhonesService extends OtherSeals {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: PersonalKeys,
  ) {
    super();
  }

  /** Seals a telephone; without one nothing is kept. */
  async keep(tx: EntityManager, at: ObjectionAt, phone: string): Promise<void> {
    if (phone === '') return;
    await insertRecorded(tx, ObjectionPhoneEntity, {
      ...{ collectiveId: at.collectiveId, objectionId: at.id, keyId: this.keys.current.id },
      sealed: this.keys.seal(placeOf(at), phone),
    });
  }

  /** What tells one telephone from another and is none; empty without one. */
  printOf(phone: string): string {
    return phone === '' ? '' : this.keys.fingerprint('objection', phone);
  }

  /** Which objections have one. */
  async listHolders(collectiveId: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.reader.find(ObjectionPhoneEntity, {
      where: { collectiveId },
      select: { objectionId: true },
    });
    return new Set(rows.map(({ objectionId }) => objectionId));
  }

  /** The telephone in full, kept with who read it. @throws DomainError `objections.withoutPhone` */
  readPhone(at: ObjectionAt, command: Command): Promise<string> {
    const { collectiveId, id: objectionId } = at;
    return this.database.inTransaction(collectiveId, async (tx) => {
      const row = await tx.findOneBy(ObjectionPhoneEntity, { collectiveId, objectionId });
      if (row === null) throw new DomainError('objections.withoutPhone');
      const reads = await tx.countBy(ObjectionPhoneReadEntity, { collectiveId, objectionId });
      await insertRecorded(tx, ObjectionPhoneReadEntity, {
        ...{ collectiveId, objectionId, readNumber: reads + 1 },
        ...{ readBy: command.by, readAt: this.clock.now() },
      });
      const of = [objectionId, reads + 1];
      await notePrivateRead(tx, { collectiveId, name: 'objections.readPhone', of });
      return this.keys.open(placeOf(at), row.sealed);
    });
  }

  override async listKeyIds(): Promise<string[]> {
    const rows = await this.database.reader
      .createQueryBuilder(ObjectionPhoneEntity, 'phone')
      .select('phone.keyId', 'keyId')
      .distinct(true)
      .getRawMany<{ keyId: string }>();
    return rows.map(({ keyId }) => keyId);
  }

  override async sealAnew(tx: EntityManager, collectiveId: string): Promise<number> {
    const { id: keyId } = this.keys.current;
    const rows = await tx.findBy(ObjectionPhoneEntity, { collectiveId, keyId: Not(In([keyId])) });
    for (const { objectionId, sealed } of rows) {
      const place = placeOf({ collectiveId, id: objectionId });
      const anew = { keyId, sealed: this.keys.seal(place, this.keys.open(place, sealed)) };
      await tx.update(ObjectionPhoneEntity, { collectiveId, objectionId }, anew);
      await recordChange(tx, ObjectionPhoneEntity, { collectiveId, objectionId });
    }
    return rows.length;
  }
}

function placeOf({ collectiveId, id }: ObjectionAt): string {
  return `objection ${collectiveId} ${id}`;
}
