import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type BankAccountForm,
  isBankLedgerAccount,
  readAccountChange,
  readBankAccount,
} from '../../domain/ledger/bank-account';
import type { LedgerAccount } from '../../domain/ledger/chart';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import type { BankAccountActEntity } from './bank-account-act.entity';
import { BankAccountEntity } from './bank-account.entity';
import { BankAccountChangeEntity } from './bank-account-change.entity';
import { type BankAccountRow, readAccounts, readActs, readChanges } from './bank-accounts.store';
import type { BankPlace } from './bank-matched';
import { LedgerService } from './ledger.service';

export type { BankAccountRow } from './bank-accounts.store';

/** What is put right about an account, as typed. */
export interface AccountChangeForm {
  readonly label: string;
  readonly bank: string;
  readonly lastFour: string;
  readonly why: string;
}

/** What happened to an account as a whole. */
export type BankAccountAct = BankAccountActEntity;

/** A correction, and what stood before it. */
export interface AccountNames {
  readonly before: Pick<BankAccountRow, 'label' | 'bank' | 'lastFour'>;
  readonly change: BankAccountChangeEntity;
}

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

  /**
   * Puts right how an account is called, where it is, or the end of its number; what stood before stays.
   * @throws FormProblems `form.*`, `bank.lastFourWrong`, `bank.nothingChanged`; DomainError `bank.unknown`
   */
  changeAccount(at: BankPlace, form: AccountChangeForm, command: Command): Promise<{ number: number }> {
    const { collectiveId, accountId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const current = await this.requireAccount(collectiveId, accountId, tx);
        const { change, problems } = readAccountChange(form, current);
        refuseProblems(problems);
        const number = (await readChanges(tx, { collectiveId, accountId })).length + 1;
        await insertRecorded(tx, BankAccountChangeEntity, {
          ...{ collectiveId, accountId, number, ...change },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { number };
      },
      onceOf(command, 'bank.changeAccount', [accountId, form]),
    );
  }

  /** What an account was called from one correction to the next, the first first; none where it never was. */
  async listNames(at: BankPlace): Promise<AccountNames[]> {
    const { collectiveId, accountId } = at;
    const entered = await this.database.reader.findOneBy(BankAccountEntity, { collectiveId, id: accountId });
    const changes = await readChanges(this.database.reader, { collectiveId, accountId });
    const names = [entered, ...changes].flatMap((each) => (each === null ? [] : [each]));
    return changes.flatMap((change, place) => {
      const before = names[place];
      return before === undefined ? [] : [{ before, change }];
    });
  }

  /** The bank accounts as they stand, in the order in which they were entered. */
  listAccounts(collectiveId: string, db: EntityManager = this.database.reader): Promise<BankAccountRow[]> {
    return readAccounts(db, collectiveId);
  }

  /** What happened to an account as a whole, the first first. */
  listActs({ collectiveId, accountId }: BankPlace): Promise<BankAccountActEntity[]> {
    return readActs(this.database.reader, { collectiveId, accountId });
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
    const account = (await readAccounts(db, collectiveId)).find((each) => each.id === id);
    if (account === undefined) throw new DomainError('bank.unknown', { id });
    return account;
  }
}
