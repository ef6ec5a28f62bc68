import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { villagesNamed } from '../../domain/collectives/share-owners';
import type { OwnerPart } from '../../domain/income/kept-slip';
import { DomainError } from '../../domain/shared/domain-error';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { CollectivesService } from '../collectives/collectives.service';
import { LedgerService } from '../ledger/ledger.service';
import { JointPartEntity } from './joint-part.entity';

/** An owner's part of a slip, with his id where his books are kept here. */
export interface SharedPart extends OwnerPart {
  readonly ownerId: string | undefined;
}

/** Whose books the parts of a kept station's slips come to. */
@Injectable()
export class KeptOwnersService {
  constructor(
    private readonly database: Database,
    private readonly collectives: CollectivesService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Whose books are kept here: a village below the keeper that bears the owner's name, and whose books had
   * begun. One whose books took an earlier part of the window must be found again.
   */
  async withIds(
    slip: {
      readonly keeperId: string;
      readonly postedOn: string;
      readonly given: readonly JointPartEntity[];
    },
    parts: readonly OwnerPart[],
  ): Promise<SharedPart[]> {
    const villages = await this.collectives.listVillagesBelow(slip.keeperId);
    const shared: SharedPart[] = [];
    const seen = new Map<string, string>();
    for (const part of parts) {
      const named = villagesNamed(villages, part.owner);
      const earlier = slip.given.find((row) => row.owner === part.owner && row.ownerId !== null)?.ownerId;
      const [found, another] = named;
      if (another !== undefined || (earlier !== undefined && earlier !== found?.id))
        throw new DomainError('joint.ownerLost', { owner: part.owner, villages: named.length });
      const other = found === undefined ? undefined : seen.get(found.id);
      if (other !== undefined) throw new DomainError('joint.ownerTwice', { owner: part.owner, other });
      if (found !== undefined) seen.set(found.id, part.owner);
      const books =
        found === undefined ? undefined : await this.ledger.requireBooksOf(this.database.reader, found.id);
      const isKept = books !== undefined && books.openedOn <= slip.postedOn;
      shared.push({ ...part, ownerId: isKept ? found?.id : undefined });
    }
    return shared;
  }
}

/** Keeps what each owner gets, until his books have taken it. */
export async function insertParts(
  tx: EntityManager,
  collectiveId: string,
  slip: { readonly id: string; readonly parts: readonly SharedPart[] },
): Promise<void> {
  const rows = slip.parts.map(({ owner, ownerId, line }) => ({
    collectiveId,
    settlementId: slip.id,
    owner,
    ownerId: ownerId ?? null,
    kwh: line.energyKwh.toString(),
    energyFee: line.energyFee,
    subsidy: line.subsidy,
    oddFen: line.oddFen ? 1 : 0,
  }));
  await insertRecorded(tx, JointPartEntity, rows);
}
