import { type EntityManager, In } from 'typeorm';
import type { NoticeObjectionRow } from '../../domain/notices/objection-row';
import { type Objection, objectionRows } from '../../domain/notices/objection';
import { NoticeEntity } from './notice.entity';
import { ObjectionAnswerEntity, ObjectionEntity } from './objection.entity';

/** An objection with its id, the sheet it is to, and its own words. */
export interface KeptObjection extends Objection {
  readonly id: string;
  readonly noticeId: string;
  readonly sourceKind: string;
  readonly text: string;
}

/** When it was entered, and when its answer was. */
export interface ObjectionInstants {
  readonly enteredAt: string;
  readonly answeredAt: string | undefined;
}

/** Objections of a village in the order of their numbers, or those to one of its sheets. */
export async function readObjections(
  db: EntityManager,
  where: { readonly collectiveId: string; readonly noticeId?: string },
): Promise<KeptObjection[]> {
  const order = { year: 'ASC', objectionNumber: 'ASC' } as const;
  const rows = await db.find(ObjectionEntity, { where, order });
  if (rows.length === 0) return [];
  const answers = await db.findBy(ObjectionAnswerEntity, { collectiveId: where.collectiveId });
  const byId = new Map(answers.map((each) => [each.objectionId, each]));
  return rows.map(({ id, noticeId, year, objectionNumber, receivedOn, dueOn, sourceKind, text }) => {
    const answer = byId.get(id);
    return {
      ...{ id, noticeId, year, number: objectionNumber, receivedOn, dueOn, sourceKind, text },
      answer: answer && { on: answer.answeredOn, gist: answer.what, words: answer.said },
    };
  });
}

/** By the id of each objection to a sheet, when it and its answer were entered. */
export async function readObjectionInstants(
  db: EntityManager,
  where: { readonly collectiveId: string; readonly noticeId: string },
): Promise<ReadonlyMap<string, ObjectionInstants>> {
  const rows = await db.findBy(ObjectionEntity, where);
  const ids = In(rows.map(({ id }) => id));
  const answers = await db.findBy(ObjectionAnswerEntity, {
    collectiveId: where.collectiveId,
    objectionId: ids,
  });
  const answeredAt = new Map(answers.map((each) => [each.objectionId, each.enteredAt]));
  return new Map(rows.map(({ id, enteredAt }) => [id, { enteredAt, answeredAt: answeredAt.get(id) }]));
}

/** What the next sheet of a village tells of them; nothing where there is nothing. */
export async function toldObjections(
  db: EntityManager,
  collectiveId: string,
): Promise<{ readonly objections?: readonly NoticeObjectionRow[] }> {
  const objections = await readObjections(db, { collectiveId });
  if (objections.length === 0) return {};
  const notices = await db.findBy(NoticeEntity, { collectiveId });
  const rows = objectionRows(
    objections,
    notices.flatMap(({ data }) => data.objections ?? []),
  );
  return rows.length === 0 ? {} : { objections: rows };
}
