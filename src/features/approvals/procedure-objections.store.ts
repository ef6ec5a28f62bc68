import type { EntityManager } from 'typeorm';
import type { ProcedureObjection } from '../../domain/approvals/procedure-objections';
import { groupedBy } from '../../domain/shared/grouped';
import { ProcedureAnswerEntity, ProcedureObjectionEntity } from './procedure-objection.entity';

/** Every objection to subjects of a kind, in the order of their numbers, by subject. */
export async function readProcedureObjections(
  db: EntityManager,
  where: { readonly collectiveId: string; readonly subjectKind: string },
): Promise<ReadonlyMap<string, ProcedureObjection[]>> {
  const order = { subjectId: 'ASC', objectionNumber: 'ASC' } as const;
  const rows = await db.find(ProcedureObjectionEntity, { where, order });
  if (rows.length === 0) return new Map();
  const keyOf = ({
    subjectId,
    objectionNumber,
  }: Pick<ProcedureObjectionEntity, 'subjectId' | 'objectionNumber'>) =>
    `${subjectId} ${String(objectionNumber)}`;
  const answers = new Map((await db.findBy(ProcedureAnswerEntity, where)).map((row) => [keyOf(row), row]));
  const told = (row: ProcedureObjectionEntity): ProcedureObjection => {
    const answer = answers.get(keyOf(row));
    return {
      ...{ number: row.objectionNumber, receivedOn: row.receivedOn, gist: row.what },
      answer: answer && { on: answer.answeredOn, words: answer.said },
    };
  };
  const bySubject = groupedBy(rows, (row) => row.subjectId);
  return new Map([...bySubject].map(([id, own]) => [id, own.map(told)]));
}
