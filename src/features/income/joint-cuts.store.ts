import { type EntityManager, In } from 'typeorm';
import type { Fen } from '../../domain/money/fen';
import { JointCutDeliveryEntity } from './joint-cut-delivery.entity';
import { JointCutPartEntity } from './joint-cut-part.entity';
import { SettlementEntity } from './settlement.entity';
import { SubsidyCutEntity } from './subsidy-cut.entity';
import { ReceivableEntity } from './receivable.entity';

/** Books, and which of their entries a reversal has taken back. */
export interface StandingIn {
  readonly collectiveId: string;
  readonly reversed: ReadonlySet<string>;
}

/** A cut of a kept station's subsidy, with what it was cut of. */
export interface KeptCut {
  readonly cut: SubsidyCutEntity;
  readonly owed: ReceivableEntity;
  readonly slip: SettlementEntity;
  readonly parts: readonly JointCutPartEntity[];
  readonly acts: readonly JointCutDeliveryEntity[];
}

/** What cuts that stand take from owners: for all of it, or for some receivables. */
export async function readCutParts(
  db: EntityManager,
  { collectiveId, reversed }: StandingIn,
  receivableIds?: readonly string[],
): Promise<{ receivableId: string; owner: string; amount: Fen }[]> {
  const of = receivableIds === undefined ? {} : { receivableId: In([...receivableIds]) };
  const cuts = await db.findBy(SubsidyCutEntity, { collectiveId, kind: 'writtenOff', ...of });
  const standing = new Map(
    cuts.filter((cut) => !reversed.has(cut.entryId ?? '')).map((cut) => [cut.id, cut.receivableId]),
  );
  if (standing.size === 0) return [];
  const parts = await db.findBy(JointCutPartEntity, { collectiveId, cutId: In([...standing.keys()]) });
  return parts.map(({ cutId, owner, amount }) => ({
    ...{ owner, amount },
    receivableId: standing.get(cutId) ?? '',
  }));
}

/** Every cut of kept stations' subsidy, standing or taken back, by its day. */
export async function readKeptCuts(db: EntityManager, collectiveId: string): Promise<KeptCut[]> {
  const parts = await db.find(JointCutPartEntity, { where: { collectiveId }, order: { owner: 'ASC' } });
  if (parts.length === 0) return [];
  const id = In([...new Set(parts.map((part) => part.cutId))]);
  const cuts = await db.find(SubsidyCutEntity, {
    where: { collectiveId, id },
    order: { cutOn: 'ASC', id: 'ASC' },
  });
  const acts = await db.findBy(JointCutDeliveryEntity, { collectiveId });
  const owed = await db.findBy(ReceivableEntity, {
    collectiveId,
    id: In(cuts.map((cut) => cut.receivableId)),
  });
  const slips = await db.findBy(SettlementEntity, { collectiveId, id: In(owed.map((row) => row.sourceId)) });
  return cuts.flatMap((cut) => {
    const row = owed.find((each) => each.id === cut.receivableId);
    const slip = slips.find((each) => each.id === row?.sourceId);
    if (row === undefined || slip === undefined) return [];
    return {
      ...{ cut, owed: row, slip },
      parts: parts.filter((part) => part.cutId === cut.id),
      acts: acts.filter((act) => act.cutId === cut.id),
    };
  });
}
