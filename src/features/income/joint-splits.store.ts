import { In } from 'typeorm';
import { type ChainedSlip, checkSplits } from '../../domain/income/check-split';
import type { ShareTable } from '../../domain/collectives/share-table';
import type { ChainedAt } from '../ledger/ledger-check.service';
import type { CheckedBooks } from '../ledger/step-check.service';
import { JointPartTaxEntity, JointSlipTaxEntity } from './joint-tax.entity';
import { slipsTax } from './joint-taxes.store';
import { readKeptFacts } from './joint-unsplit.store';
import { SettlementEntity } from './settlement.entity';

/**
 * Holds what the slips of kept stations gave their owners against the rule, each by what stood before it.
 * @param of share tables by kept station, and the entries of slips in the order of the chain
 */
export async function checkKeptSplits(
  { db, collectiveId, findings }: CheckedBooks,
  of: { readonly tables: ReadonlyMap<string, readonly ShareTable[]>; readonly places: readonly ChainedAt[] },
): Promise<void> {
  const assetId = In([...of.tables.keys()]);
  const all = await db.find(SettlementEntity, { where: { collectiveId, assetId }, order: { id: 'ASC' } });
  if (all.length === 0) return;
  const taxes = await db.findBy(JointSlipTaxEntity, { collectiveId });
  const taxParts = await db.findBy(JointPartTaxEntity, { collectiveId });
  for (const [station, tables] of of.tables) {
    const rows = all.filter((slip) => slip.assetId === station);
    const facts = await readKeptFacts(db, collectiveId, rows);
    const places = placesOf(rows, of.places);
    const slips = facts.slips.map((slip): ChainedSlip => {
      const kept = slipsTax(taxes.find((row) => row.settlementId === slip.id));
      const parts = taxParts.filter((row) => row.settlementId === slip.id);
      const place = places.get(slip.id) ?? { at: 0, goneAt: undefined };
      return { ...slip, ...place, taxes: { kept, parts } };
    });
    checkSplits({ ...facts, slips, tables }, findings);
  }
}

/** Where each slip stands among the entries; one that booked nothing behind whatever was booked before it. */
function placesOf(
  slips: readonly SettlementEntity[],
  places: readonly ChainedAt[],
): ReadonlyMap<string, Pick<ChainedAt, 'at' | 'goneAt'>> {
  const byEntry = new Map(places.map((place) => [place.entryId, place]));
  return new Map(
    slips.map(({ id, entryId }) => {
      const own = entryId === null ? places.findLast((place) => place.entryId < id) : byEntry.get(entryId);
      return [id, { at: own?.at ?? 0, goneAt: entryId === null ? undefined : own?.goneAt }];
    }),
  );
}
