import type { EntityManager } from 'typeorm';
import type { About, Answer } from '../../domain/assets/matter-facts';
import { insertRecorded } from '../../platform/audit/records';
import { AssetAnswerEntity } from './asset-answer.entity';

export type KeptAnswer = AssetAnswerEntity;

/** Every answer of a village, of each thing in the order in which they were given. */
export function readAnswers(
  db: EntityManager,
  collectiveId: string,
  aboutId?: string,
): Promise<AssetAnswerEntity[]> {
  const where = aboutId === undefined ? { collectiveId } : { collectiveId, aboutId };
  return db.find(AssetAnswerEntity, { where, order: { aboutId: 'ASC', number: 'ASC' } });
}

/** Keeps answers that were read, after those that are there. */
export async function keepAnswers(
  tx: EntityManager,
  collectiveId: string,
  given: {
    readonly about: Pick<About, 'kind' | 'id'>;
    readonly answers: readonly Answer[];
    readonly by: string;
    readonly at: string;
  },
): Promise<void> {
  const { about, answers, by, at } = given;
  if (answers.length === 0) return;
  const before = await tx.countBy(AssetAnswerEntity, { collectiveId, aboutId: about.id });
  const rows = answers.map((answer, index) => ({
    ...{ collectiveId, aboutId: about.id, aboutKind: about.kind, number: before + index + 1 },
    ...{ ...answer, enteredBy: by, enteredAt: at },
  }));
  await insertRecorded(tx, AssetAnswerEntity, rows);
}
