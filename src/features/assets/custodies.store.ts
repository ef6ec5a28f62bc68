import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import { type Custody, isKeptFor } from '../../domain/assets/custody';
import type { SaidBearer } from '../../domain/assets/custody-bearers';
import type { LeaseTerms } from '../../domain/assets/lease';
import type { Problem } from '../../domain/shared/problem';
import {
  CustodyBearersEntity,
  CustodyCostBearerEntity,
  CustodyEndEntity,
  CustodyEntity,
} from './custody.entity';

/** The agreements with owners, of one asset or of all, in the order of their days. */
export async function readCustodies(
  db: EntityManager,
  collectiveId: string,
  assetId?: string,
): Promise<Custody[]> {
  const where = assetId === undefined ? { collectiveId } : { collectiveId, assetId };
  const rows = await db.find(CustodyEntity, { where, order: { firstOn: 'ASC', id: 'ASC' } });
  if (rows.length === 0) return [];
  const ends = await db.findBy(CustodyEndEntity, { collectiveId });
  const order = { validFrom: 'ASC', id: 'ASC' } as const;
  const bearers = await db.find(CustodyBearersEntity, { where: { collectiveId }, order });
  const costBearers = await db.find(CustodyCostBearerEntity, { where: { collectiveId }, order });
  return rows.map((row) => {
    const end = ends.find(({ custodyId }) => custodyId === row.id);
    const { id, kind, owner, share, firstOn, signedOn, paper } = row;
    return {
      ...{ id, assetId: row.assetId, kind, owner, share, firstOn, signedOn, paper },
      ...{ lastOn: end?.lastOn ?? row.lastOn, endReason: end?.reason },
      ...{ bearers: saidOf(row, bearers), costBearers: saidOf(row, costBearers) },
    };
  });
}

function saidOf(
  { id: of }: CustodyEntity,
  all: readonly (CustodyBearersEntity | CustodyCostBearerEntity)[],
): SaidBearer[] {
  return all
    .filter(({ custodyId }) => custodyId === of)
    .map(({ id, validFrom, bearer, paper, ...row }) => {
      const costKind = ('costKind' in row ? row.costKind : null) ?? undefined;
      return { id, validFrom, bearer, paper, costKind };
    });
}

/** What is a household's is let on days on which the village keeps it. Code `custody.notCovering`. */
export async function notKeptProblems(
  db: EntityManager,
  collectiveId: string,
  { asset, terms }: { readonly asset: Asset; readonly terms: Pick<LeaseTerms, 'firstOn' | 'lastOn'> },
): Promise<Problem[]> {
  if (asset.assetClass !== 'household') return [];
  const days = { from: terms.firstOn, to: terms.lastOn };
  const custodies = await readCustodies(db, collectiveId, asset.id);
  if (isKeptFor(custodies, days)) return [];
  return [{ code: 'custody.notCovering', field: 'lastOn', value: days.to, facts: days }];
}
