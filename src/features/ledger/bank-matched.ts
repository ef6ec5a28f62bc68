import { type EntityManager, In, Not } from 'typeorm';
import type { Explanation } from '../../domain/ledger/bank-match-by-hand';
import type { MatchedGroup } from '../../domain/ledger/bank-reconciliation';
import type { Fen } from '../../domain/money/fen';
import { newId } from '../../platform/ids/new-id';
import { BankExplanationEntity } from './bank-explanation.entity';
import { BankMatchLineEntity } from './bank-match-line.entity';
import { BankMatchEntity } from './bank-match.entity';
import { BankOpeningReasonEntity } from './bank-opening-reason.entity';
import { booksLineId } from './bank.store';

/** Which bank account of which collective. */
export interface BankPlace {
  readonly collectiveId: string;
  readonly accountId: string;
}

/** The same, and when what is asked for was known; all that is known now where no time is given. */
export interface BankPlaceAsKnown extends BankPlace {
  readonly knownAt?: string;
}

/** The matches of an account that stand, and which lines they hold. */
export interface Matched {
  /** The latest first. */
  readonly matches: readonly BankMatchEntity[];
  readonly groups: readonly MatchedGroup[];
  /** The standing match of a line. */
  readonly matchOf: ReadonlyMap<string, string>;
  /** How often a line was matched, undone matches counted. */
  readonly turnsOf: ReadonlyMap<string, number>;
}

export async function readMatched(db: EntityManager, { knownAt, ...at }: BankPlaceAsKnown): Promise<Matched> {
  const wanted = { where: at, order: { doneAt: 'DESC', id: 'DESC' } } as const;
  const all = (await db.find(BankMatchEntity, wanted)).filter(({ doneAt }) => wasKnown(doneAt, knownAt));
  const undone = new Set(all.flatMap(({ undoesId }) => (undoesId === null ? [] : [undoesId])));
  const standing = all.filter(({ id, undoesId }) => undoesId === null && !undone.has(id));
  const lines = await db
    .createQueryBuilder(BankMatchLineEntity, 'line')
    .innerJoin(BankMatchEntity, 'match', 'match.collectiveId = line.collectiveId AND match.id = line.matchId')
    .where('line.collectiveId = :collectiveId AND match.collectiveId = :collectiveId', at)
    .andWhere('match.accountId = :accountId', at)
    .orderBy('line.matchId')
    .addOrderBy('line.number')
    .getMany();
  const linesOf = new Map<string, string[]>();
  const turnsOf = new Map<string, number>();
  for (const line of lines) {
    const id = lineIdOf(line);
    turnsOf.set(id, (turnsOf.get(id) ?? 0) + 1);
    const own = linesOf.get(line.matchId);
    if (own === undefined) linesOf.set(line.matchId, [id]);
    else own.push(id);
  }
  const groups = standing.map((match) => ({
    id: match.id,
    lineIds: linesOf.get(match.id) ?? [],
    ...(match.code === null ? {} : { explanation: { code: match.code, note: match.note ?? '' } }),
  }));
  const matchOf = new Map(groups.flatMap(({ id, lineIds }) => lineIds.map((line) => [line, id])));
  return { matches: standing, groups, matchOf, turnsOf };
}

/** Which of these vouchers have a line that stands in a match, of whichever account. */
export async function readMatchedEntries(
  db: EntityManager,
  collectiveId: string,
  entryIds: readonly string[],
): Promise<Set<string>> {
  const lines = await db.findBy(BankMatchLineEntity, { collectiveId, entryId: In(entryIds) });
  const matchIds = [...new Set(lines.map(({ matchId }) => matchId))];
  const undone = await db.findBy(BankMatchEntity, { collectiveId, undoesId: In(matchIds) });
  const gone = new Set(undone.map(({ undoesId }) => undoesId));
  return new Set(lines.flatMap(({ matchId, entryId }) => (gone.has(matchId) ? [] : (entryId ?? []))));
}

/** The lines of the books that stand in a match of another account: of the one this took over from. */
export async function readMatchedElsewhere(db: EntityManager, at: BankPlaceAsKnown): Promise<Set<string>> {
  const accounts = await db.find(BankMatchEntity, {
    select: { accountId: true },
    where: { collectiveId: at.collectiveId, accountId: Not(at.accountId) },
  });
  const ids = [...new Set(accounts.map(({ accountId }) => accountId))];
  const matched: string[] = [];
  for (const accountId of ids) matched.push(...(await readMatched(db, { ...at, accountId })).matchOf.keys());
  return new Set(matched);
}

/** The last word on each line that somebody explained. */
export async function readExplanations(
  db: EntityManager,
  { knownAt, ...at }: BankPlaceAsKnown,
): Promise<Map<string, Explanation>> {
  const rows = await db.find(BankExplanationEntity, { where: at, order: { saidAt: 'ASC', id: 'ASC' } });
  const known = rows.filter(({ saidAt }) => wasKnown(saidAt, knownAt));
  return new Map(known.map((row) => [lineIdOf(row), { code: row.code, note: row.note }]));
}

/** Why bank and books began with different balances, as it was said last, and of which difference. */
export async function readOpeningReason(
  db: EntityManager,
  { knownAt, ...at }: BankPlaceAsKnown,
): Promise<(Explanation & { readonly difference: Fen }) | undefined> {
  const rows = await db.find(BankOpeningReasonEntity, { where: at, order: { number: 'DESC' } });
  const last = rows.find(({ saidAt }) => wasKnown(saidAt, knownAt));
  return last === undefined ? undefined : { code: last.code, note: last.note, difference: last.difference };
}

/** Whether something had happened by then. */
export function wasKnown(at: string, knownAt: string | undefined): boolean {
  return knownAt === undefined || at <= knownAt;
}

/** The line of either side that a row points to. */
export interface LinePointer {
  readonly bankLineId: string | null;
  readonly entryId: string | null;
  readonly entryLine: number | null;
}

function lineIdOf({ bankLineId, entryId, entryLine }: LinePointer): string {
  return bankLineId ?? booksLineId(entryId ?? '', entryLine ?? 0);
}

/** The row that takes a match apart: the match stays, and why it no longer counts. */
export function undoingRow(
  at: BankPlace,
  matchId: string,
  done: { readonly why: string; readonly by: string; readonly at: string },
): BankMatchEntity {
  return {
    collectiveId: at.collectiveId,
    accountId: at.accountId,
    id: newId(),
    undoesId: matchId,
    rule: 'undone',
    difference: 0n,
    code: null,
    note: done.why.trim(),
    doneBy: done.by,
    doneAt: done.at,
  };
}
