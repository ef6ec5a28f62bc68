import { type EntityManager, In } from 'typeorm';
import type { NoticeObjectionRow } from '../../domain/notices/objection-row';
import { type Objection, objectionRows } from '../../domain/notices/objection';
import { NoticeEntity } from './notice.entity';
import { comesBefore } from './same-matter';
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

/**
 * What keeps a sheet open: the objections to it, and those to a sheet before it about the same that had no
 * answer when it was published. Whoever objected to a plan that came back is not rid of by the next one.
 */
export async function readObjectionsOn(db: EntityManager, sheet: NoticeEntity): Promise<KeptObjection[]> {
  const { collectiveId, id, publishedOn } = sheet;
  const waiting = (await readObjections(db, { collectiveId })).filter(
    ({ noticeId, answer }) => noticeId === id || answer === undefined || answer.on >= publishedOn,
  );
  const others = new Set(waiting.map(({ noticeId }) => noticeId).filter((each) => each !== id));
  if (others.size === 0) return waiting;
  const sheets = await db.findBy(NoticeEntity, { collectiveId, id: In([...others]) });
  const before = new Set(sheets.filter((each) => comesBefore(each, sheet)).map((each) => each.id));
  return waiting.filter(({ noticeId }) => noticeId === id || before.has(noticeId));
}

/** By its id, when each of these objections was entered, and when its answer was. */
export async function readObjectionInstants(
  db: EntityManager,
  collectiveId: string,
  objections: readonly KeptObjection[],
): Promise<ReadonlyMap<string, ObjectionInstants>> {
  const ids = In(objections.map(({ id }) => id));
  const rows = await db.findBy(ObjectionEntity, { collectiveId, id: ids });
  const answers = await db.findBy(ObjectionAnswerEntity, { collectiveId, objectionId: ids });
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
