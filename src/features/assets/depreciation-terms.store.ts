import type { EntityManager } from 'typeorm';
import type { LifeKind } from '../../domain/assets/asset-life';
import { AssetEventEntity } from './asset-event.entity';
import { AssetTurnEntity } from './asset-turn.entity';
import { ShareTransferEntity } from './share-transfer.entity';
import { DepreciationTermsEntity, TermsWithdrawalEntity } from './depreciation-terms.entity';

const IN_ORDER = { assetId: 'ASC', number: 'ASC' } as const;

/**
 * The terms that count: not withdrawn, and of those that follow from an event the ones whose voucher stands.
 * @param reversed the vouchers that are taken back
 */
export async function readStandingTerms(
  db: EntityManager,
  collectiveId: string,
  reversed: ReadonlySet<string>,
): Promise<DepreciationTermsEntity[]> {
  const kept = await db.find(DepreciationTermsEntity, { where: { collectiveId }, order: IN_ORDER });
  if (kept.length === 0) return [];
  const withdrawn = new Set((await db.findBy(TermsWithdrawalEntity, { collectiveId })).map(keyOf));
  return kept.filter((terms) => {
    const { entryId } = terms;
    return !withdrawn.has(keyOf(terms)) && (entryId === null || !reversed.has(entryId));
  });
}

/** Terms as they were entered: what of the asset's life they follow from, and why they do not hold. */
export interface ToldTerms {
  readonly terms: DepreciationTermsEntity;
  readonly follows: LifeKind | 'convert' | 'shareTransfer' | undefined;
  readonly withdrawn: string | undefined;
}

/** All terms of an asset in the order of entry, also what was withdrawn; not what went with its voucher. */
export async function readToldTerms(
  db: EntityManager,
  { collectiveId, assetId }: { readonly collectiveId: string; readonly assetId: string },
  reversed: ReadonlySet<string>,
): Promise<ToldTerms[]> {
  const kept = await db.find(DepreciationTermsEntity, { where: { collectiveId, assetId }, order: IN_ORDER });
  const withdrawals = await db.findBy(TermsWithdrawalEntity, { collectiveId, assetId });
  const events = await db.findBy(AssetEventEntity, { collectiveId, assetId });
  const turns = await db.findBy(AssetTurnEntity, { collectiveId, assetId });
  const isTurns = (number: number): boolean => turns.some(({ termsNumber }) => termsNumber === number);
  const moved = new Set(
    (await db.findBy(ShareTransferEntity, { collectiveId, assetId })).map((each) => each.entryId),
  );
  const followed = ({ number, entryId }: DepreciationTermsEntity): ToldTerms['follows'] => {
    if (isTurns(number)) return 'convert';
    if (entryId !== null && moved.has(entryId)) return 'shareTransfer';
    return events.find((event) => event.entryId === entryId)?.kind;
  };
  return kept
    .filter(({ entryId }) => entryId === null || !reversed.has(entryId))
    .map((terms) => ({
      terms,
      follows: followed(terms),
      withdrawn: withdrawals.find(({ number }) => number === terms.number)?.reason,
    }));
}

function keyOf({ assetId, number }: { readonly assetId: string; readonly number: number }): string {
  return `${assetId} ${String(number)}`;
}
