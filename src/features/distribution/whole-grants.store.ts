import { type EntityManager, In } from 'typeorm';
import { run } from '../../platform/database/statements';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { GrantEntity } from './grant.entity';
import { WholeGrantEntity } from './whole-grant.entity';

/** Why grants of people's money were made without a list, by grant. */
export async function readWholeWhys(
  db: EntityManager,
  collectiveId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.findBy(WholeGrantEntity, { collectiveId });
  return new Map(rows.map(({ grantId, why }) => [grantId, widePunctuation(why)]));
}

/** The vouchers of grants without a list that who drafted their plan granted himself. */
export async function readOwnWholeGrants(db: EntityManager, collectiveId: string): Promise<string[]> {
  const rows = await run<{ entry_id: string }>(
    db,
    `SELECT g.entry_id FROM whole_grants w
     JOIN grants g ON g.collective_id = w.collective_id AND g.id = w.grant_id
     JOIN plans p ON p.collective_id = g.collective_id AND p.id = g.plan_id
     WHERE w.collective_id = ? AND p.drafted_by = w.granted_by ORDER BY g.entry_id`,
    [collectiveId],
  );
  return rows.map(({ entry_id: id }) => id);
}

/** Who granted, as one sum and with a reason, what these vouchers owe. */
export async function readGranters(
  db: EntityManager,
  collectiveId: string,
  entryIds: readonly string[],
): Promise<string[]> {
  const grants = await db.findBy(GrantEntity, { collectiveId, entryId: In([...entryIds]) });
  const rows = await db.findBy(WholeGrantEntity, { collectiveId, grantId: In(grants.map(({ id }) => id)) });
  return rows.map(({ grantedBy }) => grantedBy);
}
