import { Between, type EntityManager } from 'typeorm';
import { firstDayOf, lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import { BankLineEntity } from './bank-line.entity';
import type { BankPlace } from './bank-matched';
import { BankStatementEntity } from './bank-statement.entity';
import { BankWithdrawalEntity } from './bank-withdrawal.entity';

/** A statement that was taken over and withdrawn again. */
export type WithdrawnStatement = BankStatementEntity &
  Pick<BankWithdrawalEntity, 'reason' | 'withdrawnBy' | 'withdrawnAt'>;

/** What was taken over of an account, by the first day. */
export interface TakenStatements {
  readonly standing: readonly BankStatementEntity[];
  /** They count nowhere; the latest withdrawn first. */
  readonly withdrawn: readonly WithdrawnStatement[];
}

export async function readTakenStatements(
  db: EntityManager,
  { collectiveId, accountId }: BankPlace,
): Promise<TakenStatements> {
  const where = { collectiveId, accountId };
  const all = await db.find(BankStatementEntity, { where, order: { from: 'ASC', importedAt: 'ASC' } });
  const withdrawals = await db.findBy(BankWithdrawalEntity, where);
  const takenBack = new Map(withdrawals.map((each) => [each.statementId, each]));
  const withdrawn = all.flatMap((statement) => {
    const { reason, withdrawnBy, withdrawnAt } = takenBack.get(statement.id) ?? {};
    if (reason === undefined || withdrawnBy === undefined || withdrawnAt === undefined) return [];
    return [Object.assign(statement, { reason, withdrawnBy, withdrawnAt })];
  });
  return {
    standing: all.filter(({ id }) => !takenBack.has(id)),
    withdrawn: withdrawn.sort((one, other) => other.withdrawnAt.localeCompare(one.withdrawnAt)),
  };
}

/** The lines of the statements that stand, by day and place; of one month, where one is asked for. */
export async function readBankLines(
  db: EntityManager,
  { collectiveId, accountId }: BankPlace,
  month?: Month,
): Promise<BankLineEntity[]> {
  const at = { collectiveId, accountId };
  const days = month === undefined ? {} : { bookedOn: Between(firstDayOf(month), lastDayOf(month)) };
  const lines = await db.find(BankLineEntity, {
    where: { ...at, ...days },
    order: { bookedOn: 'ASC', statementId: 'ASC', lineNumber: 'ASC' },
  });
  const withdrawn = await db.findBy(BankWithdrawalEntity, at);
  const gone = new Set(withdrawn.map(({ statementId }) => statementId));
  return lines.filter(({ statementId }) => !gone.has(statementId));
}
