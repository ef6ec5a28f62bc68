import type { EntityManager } from 'typeorm';
import { SubsidyCutEntity, SubsidyNoteWithdrawalEntity } from './subsidy-cut.entity';

/** What was noted of subsidy that did not come, and why the note was withdrawn, where it was. */
export type ToldCut = SubsidyCutEntity & { readonly withdrawn: string | undefined };

/** Everything ever noted of subsidy that did not come, by its day. */
export async function readToldCuts(db: EntityManager, collectiveId: string): Promise<ToldCut[]> {
  const rows = await db.find(SubsidyCutEntity, {
    where: { collectiveId },
    order: { cutOn: 'ASC', id: 'ASC' },
  });
  if (rows.length === 0) return [];
  const gone = await db.findBy(SubsidyNoteWithdrawalEntity, { collectiveId });
  const reasons = new Map(gone.map(({ noteId, reason }) => [noteId, reason]));
  return rows.map((row) => Object.assign(row, { withdrawn: reasons.get(row.id) }));
}

/** The same without notes that were withdrawn; what a voucher wrote off goes by its reversal. */
export async function readHeldCuts(db: EntityManager, collectiveId: string): Promise<SubsidyCutEntity[]> {
  return (await readToldCuts(db, collectiveId)).filter(({ withdrawn }) => withdrawn === undefined);
}
