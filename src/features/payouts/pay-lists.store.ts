import { type EntityManager, In } from 'typeorm';
import type { FrozenList } from '../../domain/payouts/pay-list';
import { partKey } from '../../domain/payouts/payable-parts';
import { DomainError } from '../../domain/shared/domain-error';
import { groupedBy } from '../../domain/shared/grouped';
import { insertRecorded, recordChange, recordChanges } from '../../platform/audit/records';
import { run } from '../../platform/database/statements';
import { sha256 } from '../../platform/digests/sha256';
import { frozenText } from '../../domain/payouts/pay-list';
import { PayListActEntity, PayListEntity, PayListLineEntity, PayListOutcomeEntity } from './pay-list.entity';

/** So many lines change by one statement. */
const LINES_TOGETHER = 500;

/** A list with its lines, what was done with it and how its lines ended. */
export interface KeptPayList {
  readonly list: PayListEntity;
  readonly lines: readonly PayListLineEntity[];
  readonly acts: readonly PayListActEntity[];
  readonly outcomes: readonly PayListOutcomeEntity[];
}

/** Lists of a village, the newest first: all, or one. */
export async function readPayLists(
  db: EntityManager,
  collectiveId: string,
  id?: string,
): Promise<KeptPayList[]> {
  const own = id === undefined ? { collectiveId } : { collectiveId, id };
  const lists = await db.find(PayListEntity, { where: own, order: { year: 'DESC', number: 'DESC' } });
  const where = { collectiveId, listId: In(lists.map((list) => list.id)) };
  const lines = await db.find(PayListLineEntity, { where, order: { number: 'ASC' } });
  const acts = await db.find(PayListActEntity, { where, order: { number: 'ASC' } });
  const outcomes = await db.find(PayListOutcomeEntity, {
    where,
    order: { actNumber: 'ASC', lineNumber: 'ASC' },
  });
  const of = <Row extends { listId: string }>(rows: readonly Row[]): ((listId: string) => readonly Row[]) => {
    const grouped = groupedBy(rows, ({ listId }) => listId);
    return (listId) => grouped.get(listId) ?? [];
  };
  const [linesOf, actsOf, outcomesOf] = [of(lines), of(acts), of(outcomes)];
  return lists.map((list) => ({
    ...{ list, lines: linesOf(list.id), acts: actsOf(list.id), outcomes: outcomesOf(list.id) },
  }));
}

/** @throws DomainError `payouts.unknown` */
export async function requirePayList(
  db: EntityManager,
  collectiveId: string,
  id: string,
): Promise<KeptPayList> {
  const [found] = await readPayLists(db, collectiveId, id);
  if (found === undefined) throw new DomainError('payouts.unknown');
  return found;
}

/** What of a list is frozen, and its digest. */
export function digestOf({ list, lines }: Pick<KeptPayList, 'list' | 'lines'>): string {
  const { id, year, number, channel } = list;
  const frozen: FrozenList = { id, year, number, channel, lines };
  return sha256(frozenText(frozen));
}

/** The parts that stand on a list and are neither paid nor back, by their keys, each with its list. */
export async function readLiving(
  db: EntityManager,
  collectiveId: string,
): Promise<ReadonlyMap<string, { readonly line: PayListLineEntity; readonly list: PayListEntity }>> {
  const lines = await db.findBy(PayListLineEntity, { collectiveId, state: 'open' });
  const ids = [...new Set(lines.map(({ listId }) => listId))];
  const lists = await db.findBy(PayListEntity, { collectiveId, id: In(ids) });
  const byId = new Map(lists.map((list) => [list.id, list]));
  return new Map(
    lines.flatMap((line) => {
      const list = byId.get(line.listId);
      return list === undefined ? [] : [[partKey(line), { line, list }] as const];
    }),
  );
}

/** Lists on which a line goes to a version of nobody, neither in the village nor outside. */
export async function readPayingNobody(
  db: EntityManager,
  collectiveId: string,
): Promise<ReadonlySet<string>> {
  const rows = await run<{ readonly list_id: string }>(
    db,
    `SELECT DISTINCT l.list_id FROM pay_list_lines l WHERE l.collective_id = ?
       AND NOT EXISTS (SELECT 1 FROM member_versions v WHERE v.collective_id = l.collective_id
         AND v.member_id = l.member_id AND v.version = l.member_version)
       AND NOT EXISTS (SELECT 1 FROM payee_accounts p WHERE p.collective_id = l.collective_id
         AND p.counterparty_id = l.member_id AND p.version = l.member_version)`,
    [collectiveId],
  );
  return new Set(rows.map(({ list_id: id }) => id));
}

/** Keeps an act behind the others; its number. */
export async function keepAct(
  tx: EntityManager,
  { list, acts }: Pick<KeptPayList, 'list' | 'acts'>,
  act: Omit<PayListActEntity, 'collectiveId' | 'listId' | 'number'>,
): Promise<number> {
  const number = acts.length + 1;
  await insertRecorded(tx, PayListActEntity, {
    ...{ collectiveId: list.collectiveId, listId: list.id, number, ...act },
  });
  return number;
}

/** A list as it stands from now on, on record. */
export async function changeList(
  tx: EntityManager,
  { collectiveId, id }: Pick<PayListEntity, 'collectiveId' | 'id'>,
  change: Partial<Pick<PayListEntity, 'state' | 'digest'>>,
): Promise<void> {
  await tx.update(PayListEntity, { collectiveId, id }, change);
  await recordChange(tx, PayListEntity, { collectiveId, id });
}

/** Lines of one list as they stand from now on, on record. */
export async function changeLines(
  tx: EntityManager,
  lines: readonly Pick<PayListLineEntity, 'collectiveId' | 'listId' | 'number'>[],
  state: PayListLineEntity['state'],
): Promise<void> {
  const [first] = lines;
  if (first === undefined) return;
  const { collectiveId, listId } = first;
  for (let from = 0; from < lines.length; from += LINES_TOGETHER) {
    const numbers = lines.slice(from, from + LINES_TOGETHER).map(({ number }) => number);
    await tx.update(PayListLineEntity, { collectiveId, listId, number: In(numbers) }, { state });
  }
  await recordChanges(tx, PayListLineEntity, lines);
}
