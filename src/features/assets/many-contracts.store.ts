import { type EntityManager, In } from 'typeorm';
import { type LeaseTerms, type LinkageDuties, termsAfter } from '../../domain/assets/lease';
import { inGroups, placeholders } from '../../platform/database/many-ids';
import { run } from '../../platform/database/statements';
import { LeaseChangeEntity } from './lease-change.entity';
import { LeaseEntity } from './lease.entity';

/** A contract as far as figures of many villages ask of it: its terms after every change, its promises. */
export interface ContractOf {
  readonly collectiveId: string;
  readonly terms: LeaseTerms;
  readonly duties: LinkageDuties;
}

/** The contracts of many villages, read together; one whose asset is lost is left out, as of one village. */
export async function readManyContracts(db: EntityManager, ids: readonly string[]): Promise<ContractOf[]> {
  const found: ContractOf[] = [];
  for (const group of inGroups(ids)) {
    const collectiveId = In(group);
    const rows = await db.find(LeaseEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    if (rows.length === 0) continue;
    const changes = await db.find(LeaseChangeEntity, {
      where: { collectiveId },
      order: { leaseId: 'ASC', changeNumber: 'ASC' },
    });
    const registered = new Set(
      (
        await run<{ collective_id: string; id: string }>(
          db,
          `SELECT collective_id, id FROM assets WHERE collective_id IN (${placeholders(group)})`,
          group,
        )
      ).map((asset) => `${asset.collective_id} ${asset.id}`),
    );
    for (const row of rows.filter((each) => registered.has(`${each.collectiveId} ${each.assetId}`))) {
      const own = changes.filter((each) => each.collectiveId === row.collectiveId && each.leaseId === row.id);
      const terms = termsAfter(
        row.terms,
        own.map(({ change }) => change),
      );
      found.push({ collectiveId: row.collectiveId, terms, duties: dutiesOf(row) });
    }
  }
  return found;
}

export function dutiesOf({ jobs, wages, linkageFor }: LeaseEntity): LinkageDuties {
  return {
    ...{ jobs: jobs ?? undefined, wagesPerYear: wages ?? undefined },
    ...(linkageFor === null ? {} : { for: linkageFor }),
  };
}
