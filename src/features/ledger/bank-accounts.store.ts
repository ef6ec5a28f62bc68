import type { EntityManager } from 'typeorm';
import { type AccountSpan, answersFrom, requireOpenAccount } from '../../domain/ledger/bank-account-end';
import type { JournalEntry } from '../../domain/ledger/journal-entry';
import { BankAccountActEntity } from './bank-account-act.entity';
import { BankAccountChangeEntity } from './bank-account-change.entity';
import { BankAccountEntity } from './bank-account.entity';

/** A bank account as it stands. */
export type BankAccountRow = BankAccountEntity & {
  /** Its last day; null while it is open. */
  readonly closedOn: string | null;
  /** The day after the account before it was closed: from then on it answers for the books; null for none. */
  readonly answersFrom: string | null;
};

/** The accounts as they stand, in the order in which they were entered; none that was entered by mistake. */
export async function readAccounts(db: EntityManager, collectiveId: string): Promise<BankAccountRow[]> {
  const order = { addedAt: 'ASC', id: 'ASC' } as const;
  const rows = await db.find(BankAccountEntity, { where: { collectiveId }, order });
  const changes = await readChanges(db, { collectiveId });
  const acts = lastActs(await readActs(db, { collectiveId }));
  const standing = rows
    .filter(({ id }) => acts.get(id)?.act !== 'mistaken')
    .map((row) => Object.assign(asItStands(row, changes), { closedOn: acts.get(row.id)?.closedOn ?? null }));
  return standing.map((row) => Object.assign(row, { answersFrom: answersFrom(row, standing) ?? null }));
}

export function readChanges(
  db: EntityManager,
  where: { readonly collectiveId: string; readonly accountId?: string },
): Promise<BankAccountChangeEntity[]> {
  return db.find(BankAccountChangeEntity, { where, order: { number: 'ASC' } });
}

/** What happened to an account, or to each of them, the first first. */
export function readActs(
  db: EntityManager,
  where: { readonly collectiveId: string; readonly accountId?: string },
): Promise<BankAccountActEntity[]> {
  return db.find(BankAccountActEntity, { where, order: { accountId: 'ASC', number: 'ASC' } });
}

/** The act that holds, by account. */
export function lastActs(acts: readonly BankAccountActEntity[]): Map<string, BankAccountActEntity> {
  return new Map(acts.map((each) => [each.accountId, each]));
}

/**
 * Refuses an entry on the money of an account that was closed.
 * @throws DomainError `bank.bookedBeforeEnd`, `bank.bookedAfterEnd`
 */
export async function requireOpenAt(
  db: EntityManager,
  collectiveId: string,
  entry: Pick<JournalEntry, 'postedOn' | 'postings'>,
): Promise<void> {
  const accounts: readonly AccountSpan[] = await readAccounts(db, collectiveId);
  requireOpenAccount(entry.postedOn, entry.postings, accounts);
}

/** The account with what was put right about it last. */
function asItStands(
  account: BankAccountEntity,
  changes: readonly BankAccountChangeEntity[],
): BankAccountEntity {
  const last = changes.filter(({ accountId }) => accountId === account.id).at(-1);
  if (last === undefined) return account;
  const { label, bank, lastFour } = last;
  return Object.assign(account, { label, bank, lastFour });
}
