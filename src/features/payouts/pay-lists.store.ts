import { type EntityManager, In } from 'typeorm';
import type { FrozenList } from '../../domain/payouts/pay-list';
import { partKey } from '../../domain/payouts/payable-parts';
import { DomainError } from '../../domain/shared/domain-error';
import { groupedBy } from '../../domain/shared/grouped';
import { insertRecorded, recordChange, recordChanges } from '../../platform/audit/records';
import { run } from '../../platform/database/statements';
import { sha256 } from '../../platform/digests/sha256';
import { frozenText } from '../../domain/payouts/pay-list';
import {
  PayListActEntity,
  PayListEntity,
  PayListLineEntity,
  type PayListOutcomeEntity,
} from './pay-list.entity';

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
  if (lists.length === 0) return [];
  const where = id === undefined ? { collectiveId } : { collectiveId, listId: id };
  const lines = await readLines(db, collectiveId, id);
  const acts = await db.find(PayListActEntity, { where, order: { number: 'ASC' } });
  const outcomes = await readOutcomes(db, collectiveId, id);
  const of = <Row extends { listId: string }>(rows: readonly Row[]): ((listId: string) => readonly Row[]) => {
    const grouped = groupedBy(rows, ({ listId }) => listId);
    return (listId) => grouped.get(listId) ?? [];
  };
  const [linesOf, actsOf, outcomesOf] = [of(lines), of(acts), of(outcomes)];
  return lists.map((list) => ({
    ...{ list, lines: linesOf(list.id), acts: actsOf(list.id), outcomes: outcomesOf(list.id) },
  }));
}

/**
 * The lines of a village's lists, or of one, in their order. A list may have a hundred thousand: they are
 * read as rows, as building entities of so many takes several times as long.
 */
async function readLines(
  db: EntityManager,
  collectiveId: string,
  listId: string | undefined,
): Promise<PayListLineEntity[]> {
  const rows = await run<LineRow>(
    db,
    `SELECT list_id, line_number, debt_entry_id, member_id, member_version, amount_fen, attempt, state
     FROM pay_list_lines ${ofLists(listId)} ORDER BY list_id, line_number`,
    listId === undefined ? [collectiveId] : [collectiveId, listId],
  );
  return rows.map((row) => ({
    collectiveId,
    listId: row.list_id,
    number: row.line_number,
    debtId: row.debt_entry_id,
    memberId: row.member_id,
    memberVersion: row.member_version,
    amount: BigInt(row.amount_fen),
    attempt: row.attempt,
    state: row.state,
  }));
}

/** How lines of a village's lists ended, or of one, in the order of the acts. */
async function readOutcomes(
  db: EntityManager,
  collectiveId: string,
  listId: string | undefined,
): Promise<PayListOutcomeEntity[]> {
  const rows = await run<OutcomeRow>(
    db,
    `SELECT list_id, line_number, act_number, outcome, return_kind, reason
     FROM pay_list_outcomes ${ofLists(listId)} ORDER BY list_id, act_number, line_number`,
    listId === undefined ? [collectiveId] : [collectiveId, listId],
  );
  return rows.map((row) => ({
    collectiveId,
    listId: row.list_id,
    lineNumber: row.line_number,
    actNumber: row.act_number,
    outcome: row.outcome,
    returnKind: row.return_kind,
    reason: row.reason,
  }));
}

function ofLists(listId: string | undefined): string {
  return `WHERE collective_id = ?${listId === undefined ? '' : ' AND list_id = ?'}`;
}

/** The columns of a line. */
interface LineRow {
  readonly list_id: string;
  readonly line_number: number;
  readonly debt_entry_id: string;
  readonly member_id: string;
  readonly member_version: number;
  readonly amount_fen: number | string;
  readonly attempt: number;
  readonly state: PayListLineEntity['state'];
}

/** The columns of how a line ended. */
interface OutcomeRow {
  readonly list_id: string;
  readonly line_number: number;
  readonly act_number: number;
  readonly outcome: PayListOutcomeEntity['outcome'];
  readonly return_kind: PayListOutcomeEntity['returnKind'];
  readonly reason: string;
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
