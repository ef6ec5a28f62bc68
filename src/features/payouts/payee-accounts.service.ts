import { Injectable } from '@nestjs/common';
import { type EntityManager, In, Not } from 'typeorm';
import { type OutsideAccount, readOutsideAccount } from '../../domain/payouts/payee-outside';
import { groupedBy } from '../../domain/shared/grouped';
import { insertRecorded, recordChange } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { PersonalKeys } from '../../platform/secrets/personal-keys';
import { OtherSeals } from '../collectives/other-seals.service';
import { isSameAccount, type PaidVersion } from '../collectives/payees.service';
import { PayeeAccountEntity } from './payee-outside.entity';

/** A version of an account, with who entered it. */
export interface OutsideVersion extends PaidVersion {
  readonly enteredBy: string;
}

/** The accounts of those outside the village who are paid by lists: sealed, and never changed but anew. */
@Injectable()
export class PayeeAccountsService extends OtherSeals {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: PersonalKeys,
  ) {
    super();
  }

  /** Every version of everybody's account, the first one first, by who it is. */
  async listVersions(
    db: EntityManager,
    collectiveId: string,
  ): Promise<ReadonlyMap<string, readonly OutsideVersion[]>> {
    const rows = await db.find(PayeeAccountEntity, { where: { collectiveId }, order: { version: 'ASC' } });
    const versions = rows.map((row): OutsideVersion => {
      const { counterpartyId: memberId, version, sealed, enteredAt, enteredBy } = row;
      const { name, account } = readOutsideAccount(this.keys.open(placeOf(row), sealed));
      return { payee: { memberId, version, name, account }, enteredAt, enteredBy };
    });
    return groupedBy(versions, ({ payee }) => payee.memberId);
  }

  /** Who is outside: nobody of these has a household. */
  async listIds(db: EntityManager, collectiveId: string): Promise<ReadonlySet<string>> {
    const rows = await db.find(PayeeAccountEntity, {
      where: { collectiveId },
      select: { counterpartyId: true },
    });
    return new Set(rows.map(({ counterpartyId }) => counterpartyId));
  }

  /** Keeps an account as it is from now on; the same one again is no new version. */
  async keep(
    tx: EntityManager,
    at: { readonly collectiveId: string; readonly counterpartyId: string },
    given: OutsideAccount & { readonly paper: string; readonly by: string },
  ): Promise<void> {
    const { name, account, paper, by: enteredBy } = given;
    const last = (await this.listVersions(tx, at.collectiveId)).get(at.counterpartyId)?.at(-1)?.payee;
    if (last !== undefined && last.name === name && isSameAccount(last.account, account)) return;
    const place = { ...at, version: (last?.version ?? 0) + 1 };
    const sealed = this.keys.seal(placeOf(place), JSON.stringify({ name, account }));
    await insertRecorded(tx, PayeeAccountEntity, {
      ...{ ...place, keyId: this.keys.current.id, sealed, paper },
      ...{ enteredBy, enteredAt: this.clock.now() },
    });
  }

  override async listKeyIds(): Promise<string[]> {
    const rows = await this.database.reader
      .createQueryBuilder(PayeeAccountEntity, 'account')
      .select('account.keyId', 'keyId')
      .distinct(true)
      .getRawMany<{ keyId: string }>();
    return rows.map(({ keyId }) => keyId);
  }

  override async sealAnew(tx: EntityManager, collectiveId: string): Promise<number> {
    const { id: keyId } = this.keys.current;
    const rows = await tx.findBy(PayeeAccountEntity, { collectiveId, keyId: Not(In([keyId])) });
    for (const row of rows) {
      const { counterpartyId, version, sealed } = row;
      const at = { collectiveId, counterpartyId, version };
      const anew = { keyId, sealed: this.keys.seal(placeOf(at), this.keys.open(placeOf(at), sealed)) };
      await tx.update(PayeeAccountEntity, at, anew);
      await recordChange(tx, PayeeAccountEntity, at);
    }
    return rows.length;
  }
}

/** What a place is sealed for: one version of one account, and nothing else opens there. */
function placeOf(
  of: Readonly<Pick<PayeeAccountEntity, 'collectiveId' | 'counterpartyId' | 'version'>>,
): string {
  return `payee ${of.collectiveId} ${of.counterpartyId} ${String(of.version)}`;
}
