import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type BankAccountForm, isBankLedgerAccount, readBankAccount } from '../../domain/ledger/bank-account';
import type { LedgerAccount } from '../../domain/ledger/chart';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { BankAccountEntity } from './bank-account.entity';
import { LedgerService } from './ledger.service';

export type BankAccountRow = BankAccountEntity;

/** The bank accounts of a collective. */
@Injectable()
export class BankAccountsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ledger: LedgerService,
  ) {}

  /** Enters a bank account. @throws FormProblems `bank.*`, `form.missing`, `calendar.notADay` */
  addAccount(collectiveId: string, form: BankAccountForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const chart = await this.ledger.requireChartOf(tx, collectiveId);
        const others = await this.listAccounts(collectiveId, tx);
        const { account, problems } = readBankAccount(form, chart, others);
        refuseProblems(problems);
        const id = newId();
        const added = { addedBy: command.by, addedAt: this.clock.now() };
        await insertRecorded(tx, BankAccountEntity, { collectiveId, id, ...account, ...added });
        return { id };
      },
      onceOf(command, 'bank.account', form),
    );
  }

  /** The bank accounts, in the order in which they were entered. */
  listAccounts(collectiveId: string, db: EntityManager = this.database.reader): Promise<BankAccountRow[]> {
    return db.find(BankAccountEntity, { where: { collectiveId }, order: { addedAt: 'ASC', id: 'ASC' } });
  }

  /** The accounts of the books that a bank account may mirror. */
  async listLedgerAccounts(collectiveId: string): Promise<LedgerAccount[]> {
    const chart = await this.ledger.requireChartOf(this.database.reader, collectiveId);
    return [...chart.accounts.values()].filter(({ code }) => isBankLedgerAccount(chart, code));
  }

  /** @throws DomainError `bank.unknown` */
  async requireAccount(
    collectiveId: string,
    id: string,
    db: EntityManager = this.database.reader,
  ): Promise<BankAccountRow> {
    const account = await db.findOneBy(BankAccountEntity, { collectiveId, id });
    if (account === null) throw new DomainError('bank.unknown', { id });
    return account;
  }
}
