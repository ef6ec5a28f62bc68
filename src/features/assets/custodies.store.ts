import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import { type Custody, type Days, isKeptFor, mayBeKept } from '../../domain/assets/custody';
import { incomeRightElsewhere } from '../../domain/assets/income-right';
import type { LeaseTerms } from '../../domain/assets/lease';
import { DomainError } from '../../domain/shared/domain-error';
import type { Problem } from '../../domain/shared/problem';
import { OWN_VILLAGE_WORDS } from '../../glossary/village-words';
import { run } from '../../platform/database/statements';
import { AssetParticularsEntity } from './asset-particulars.entity';
import { CustodyEndEntity, CustodyEntity } from './custody.entity';

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
  return rows.map((row) => {
    const end = ends.find(({ custodyId }) => custodyId === row.id);
    const { id, kind, owner, share, firstOn, signedOn, paper } = row;
    return {
      ...{ id, assetId: row.assetId, kind, owner, share, firstOn, signedOn, paper },
      ...{ lastOn: end?.lastOn ?? row.lastOn, endReason: end?.reason },
    };
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

/**
 * Refuses income of an asset as the village's own where the right to it lies with another body and no
 * agreement says what part is whose.
 * @throws DomainError `custody.rightElsewhere`
 */
export async function requireOwnRight(
  db: EntityManager,
  collectiveId: string,
  { asset, days }: { readonly asset: Asset; readonly days: Days },
): Promise<void> {
  if (!mayBeKept(asset.kind)) return;
  const versions = await db.findBy(AssetParticularsEntity, { collectiveId, assetId: asset.id });
  if (versions.every(({ incomeBody }) => incomeBody === '')) return;
  const [called] = await run<{ name: string; organisation_name: string }>(
    db,
    'SELECT name, organisation_name FROM collectives WHERE id = ?',
    [collectiveId],
  );
  const holder = asset.titleLevel === 'village' ? [asset.titleHolder] : [];
  const own = [called?.name ?? '', called?.organisation_name ?? '', ...OWN_VILLAGE_WORDS, ...holder];
  const right = incomeRightElsewhere(versions, days, own);
  if (right === undefined) return;
  throw new DomainError('custody.rightElsewhere', { asset: asset.name, ...right });
}
