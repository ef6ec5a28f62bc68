import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import type { AssetKind } from '../../domain/assets/asset-classes';
import { mayBeKept } from '../../domain/assets/custody';
import type { Days } from '../../domain/assets/custody-bearers';
import {
  isAnybody,
  type Right,
  rightElsewhere,
  type RightElsewhere,
} from '../../domain/assets/rights-elsewhere';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { publicBodyName } from '../../domain/assets/public-card';
import {
  ANYBODY_PARTS,
  INSTITUTION_ENDINGS,
  NEIGHBOUR_SIGNS,
  OWN_VILLAGE_WORDS,
  TOWN_SIGNS,
} from '../../glossary/village-words';
import { run } from '../../platform/database/statements';
import { AssetParticularsEntity } from './asset-particulars.entity';

/**
 * Refuses income of an asset as the village's own where the right to it lies with another body: what may be
 * kept for an owner needs an agreement that says what part is whose; of a station or a stake nothing is the
 * village's. Whose a joint station's income is, its shares say.
 * @throws DomainError `custody.rightElsewhere`, `income.rightElsewhere`
 */
export async function requireOwnRight(
  db: EntityManager,
  collectiveId: string,
  { asset, days }: { readonly asset: Asset; readonly days: Days },
): Promise<void> {
  const isKeepable = mayBeKept(asset.kind);
  if (!isKeepable && !NEVER_SHARED.includes(asset.kind)) return;
  const right = await readElsewhere(db, { collectiveId, asset, right: 'incomeBody' }, days);
  if (right === undefined) return;
  const code = isKeepable ? 'custody.rightElsewhere' : 'income.rightElsewhere';
  throw new DomainError(code, { asset: asset.name, ...right });
}

/** What is one collective's alone and never kept for another: whoever has the right has all of its income. */
const NEVER_SHARED: readonly AssetKind[] = ['pvStation', 'equity'];

/** The body that may dispose of an asset on a day, where it is not the village; a household's is its own. */
export async function readDisposalBy(
  db: EntityManager,
  collectiveId: string,
  { asset, day }: { readonly asset: Asset; readonly day: CalendarDay },
): Promise<string | undefined> {
  if (asset.titleLevel === 'household') return undefined;
  const of = { collectiveId, asset, right: 'disposalBody' } as const;
  return (await readElsewhere(db, of, { from: day, to: day }))?.body;
}

/**
 * Whose the income of an asset is on a day, as everyone may read it: blank where the name may be a person's,
 * undefined where it is the village's.
 */
export async function readPublicIncomeOf(
  db: EntityManager,
  collectiveId: string,
  { asset, day }: { readonly asset: Asset; readonly day: CalendarDay },
): Promise<string | undefined> {
  const of = { collectiveId, asset, right: 'incomeBody' } as const;
  const right = await readElsewhere(db, of, { from: day, to: day });
  if (right === undefined) return undefined;
  const { body } = right;
  const keepers = await run<{ id: string }>(
    db,
    'SELECT id FROM collectives WHERE name = ? OR organisation_name = ? LIMIT 1',
    [body, body],
  );
  return publicBodyName(body, { keepsBooks: keepers.length > 0, endings: INSTITUTION_ENDINGS });
}

async function readElsewhere(
  db: EntityManager,
  of: { readonly collectiveId: string; readonly asset: Asset; readonly right: Right },
  days: Days,
): Promise<RightElsewhere | undefined> {
  const { collectiveId, asset, right } = of;
  const versions = await db.findBy(AssetParticularsEntity, { collectiveId, assetId: asset.id });
  if (versions.every((version) => version[right] === '')) return undefined;
  const [called] = await run<{ name: string; organisation_name: string }>(
    db,
    'SELECT name, organisation_name FROM collectives WHERE id = ?',
    [collectiveId],
  );
  const holder = asset.titleLevel === 'village' ? [asset.titleHolder] : [];
  const named = holder.filter((body) => !isAnybody(body, ANYBODY_PARTS));
  const names = [called?.name ?? '', called?.organisation_name ?? '', ...named];
  const words = [...OWN_VILLAGE_WORDS, ...holder.filter((body) => isAnybody(body, ANYBODY_PARTS))];
  const own = { names, words, before: NEIGHBOUR_SIGNS, after: TOWN_SIGNS };
  return rightElsewhere({ right, versions }, days, own);
}
