import { type EntityManager, In } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { ServedDays } from '../../domain/deductions/cost-years';
import type { BorneShare } from '../../domain/deductions/kept-cost-tables';
import type { Fen } from '../../domain/money/fen';
import { insertRecorded } from '../../platform/audit/records';
import {
  JointCostDaysEntity,
  type JointCostEntity,
  JointCostPartEntity,
  JointCostShareEntity,
} from './joint-cost.entity';

/** The costs of a share table that stand, and what each owner bore of them. */
export interface TableCosts {
  readonly whole: Fen;
  readonly given: ReadonlyMap<string, Fen>;
}

/** What of a cost is whose by which table. */
export async function insertShares(
  tx: EntityManager,
  of: { readonly collectiveId: string; readonly costId: string },
  shares: readonly BorneShare[],
): Promise<void> {
  const rows = shares.map(({ tableFrom, owner, bearer, amount }) => ({ tableFrom, owner, bearer, amount }));
  await insertRecorded(
    tx,
    JointCostShareEntity,
    rows.map((row) => ({ ...of, ...row })),
  );
}

/** Keeps the days that a cost's bill says it is for, where it says any. */
export async function insertDays(
  tx: EntityManager,
  of: { readonly collectiveId: string; readonly costId: string },
  served: ServedDays | undefined,
): Promise<void> {
  if (served === undefined) return;
  await insertRecorded(tx, JointCostDaysEntity, { ...of, from: served.from, to: served.to });
}

/** By cost, the days that its bill says it is for. */
export async function readDays(
  db: EntityManager,
  collectiveId: string,
  costIds: readonly string[],
): Promise<ReadonlyMap<string, ServedDays>> {
  const rows = await db.findBy(JointCostDaysEntity, { collectiveId, costId: In([...costIds]) });
  return new Map(rows.map(({ costId, from, to }) => [costId, { from, to }]));
}

/** By cost, what of it is whose by which table; a cost from before this was kept has none. */
export async function readShares(
  db: EntityManager,
  collectiveId: string,
  costIds: readonly string[],
): Promise<ReadonlyMap<string, readonly JointCostShareEntity[]>> {
  const order = { costId: 'ASC', tableFrom: 'ASC', owner: 'ASC' } as const;
  const costId = In([...costIds]);
  const shares = new Map<string, JointCostShareEntity[]>();
  for (const share of await db.find(JointCostShareEntity, { where: { collectiveId, costId }, order }))
    shares.set(share.costId, [...(shares.get(share.costId) ?? []), share]);
  return shares;
}

/**
 * By the first day of its share table, what the costs of a station came to, and who bore it.
 * @param costs the station's that stand, with what came back of them
 */
export async function readTableCosts(
  db: EntityManager,
  collectiveId: string,
  costs: readonly JointCostEntity[],
): Promise<ReadonlyMap<CalendarDay, TableCosts>> {
  const ids = costs.map(({ id }) => id);
  const shares = await readShares(db, collectiveId, ids);
  const parts = await db.findBy(JointCostPartEntity, { collectiveId, costId: In(ids) });
  const tables = new Map<CalendarDay, { whole: Fen; given: Map<string, Fen> }>();
  for (const { id, shareTableFrom } of costs) {
    const own = parts.filter(({ costId }) => costId === id);
    const old = own.map(({ owner, amount }) => ({ tableFrom: shareTableFrom, owner, amount }));
    for (const { tableFrom, owner, amount } of shares.get(id) ?? old) {
      const table = tables.get(tableFrom) ?? { whole: 0n, given: new Map<string, Fen>() };
      table.whole += amount;
      table.given.set(owner, (table.given.get(owner) ?? 0n) + amount);
      tables.set(tableFrom, table);
    }
  }
  return tables;
}

/** What of a cost is left to bear, table by table, after what came back of it. */
export async function readLeftShares(
  db: EntityManager,
  collectiveId: string,
  { costId, refundIds }: { readonly costId: string; readonly refundIds: readonly string[] },
): Promise<BorneShare[]> {
  const shares = await readShares(db, collectiveId, [costId, ...refundIds]);
  return (shares.get(costId) ?? []).map((share) => {
    const { tableFrom, owner, bearer } = share;
    const back = refundIds
      .flatMap((id) => shares.get(id) ?? [])
      .filter((each) => each.tableFrom === tableFrom && each.owner === owner);
    const amount = back.reduce((left, each) => left + each.amount, share.amount);
    return { tableFrom, owner, bearer, amount };
  });
}
