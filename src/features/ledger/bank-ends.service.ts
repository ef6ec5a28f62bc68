import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type AccountEndForm,
  readAccountEnd,
  readClosingDay,
  requireResumable,
} from '../../domain/ledger/bank-account-end';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { reconcile, reconciledFrom } from '../../domain/ledger/bank-reconciliation';
import { withdrawalReasonProblems } from '../../domain/ledger/bank-withdrawal';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { BankAccountActEntity } from './bank-account-act.entity';
import { BankAccountEntity } from './bank-account.entity';
import { type BankAccountRow, lastActs, readAccounts, readActs } from './bank-accounts.store';
import type { BankPlace } from './bank-matched';
import { accountOnDay, BankReadService, type BankState } from './bank-read.service';
import { readBooksAfter } from './bank.store';
import { readSeals } from './month-seals.store';

/** The end of bank accounts: closed, taken back, or never meant. */
@Injectable()
export class BankEndsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: BankReadService,
  ) {}

  /**
   * Closes an account on a day, and enters the one that takes over where the money went on to another.
   * @throws FormProblems `form.*`, `calendar.notADay`, `bank.end*`, `bank.lastFourWrong`; DomainError
   *   `bank.unknown`, `bank.accountClosed`
   */
  close(at: BankPlace, form: AccountEndForm, command: Command): Promise<{ number: number; nextId: string }> {
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const state = await this.reading.requireOpen(at, tx);
        const { account } = state;
        const day = readClosingDay(form);
        const covered = day === undefined ? undefined : coveredOn(state, day);
        const { end, problems } = readAccountEnd(form, {
          ...{ account, today: this.clock.today(), isCovered: covered !== undefined, drawn: covered },
          laterAtBank: day && state.bank.find(({ on }) => on > day)?.on,
          laterInBooks: day && (await readBooksAfter(tx, at.collectiveId, { scope: account, day }))[0]?.on,
        });
        refuseProblems(problems);
        if (end === undefined) throw new DomainError('bank.unknown', { id: at.accountId });
        const { next, ...closing } = end;
        const number = await this.insertAct(tx, at, { act: 'closed', ...closing, by: command.by });
        const nextId = next === undefined ? '' : newId();
        if (next !== undefined) {
          const scope = { ledgerAccount: account.ledgerAccount, pool: account.pool };
          const added = { addedBy: command.by, addedAt: this.clock.now() };
          const { collectiveId } = at;
          await insertRecorded(tx, BankAccountEntity, {
            collectiveId,
            id: nextId,
            ...next,
            ...scope,
            ...added,
          });
        }
        return { number, nextId };
      },
      onceOf(command, 'bank.closeAccount', [at.accountId, form]),
    );
  }

  /**
   * Takes the closing of an account back: it was none, or of another day.
   * @throws FormProblems `form.*`; DomainError `bank.unknown`, `bank.notClosed`, `bank.laterAccount`,
   *   `bank.endSealed`
   */
  resume(at: BankPlace, form: { readonly reason: string }, command: Command): Promise<{ number: number }> {
    const { collectiveId, accountId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const all = await readAccounts(tx, collectiveId);
        const account = requireOf(all, accountId);
        const closedAt = lastActs(await readActs(tx, at)).get(accountId)?.enteredAt ?? '';
        const others = all.filter(({ id }) => id !== accountId);
        requireResumable(Object.assign(account, { closedAt }), others, await readSeals(tx, collectiveId));
        refuseProblems(withdrawalReasonProblems(form.reason));
        const act = { act: 'takenBack', closedOn: null, paper: '', reason: form.reason.trim() } as const;
        return { number: await this.insertAct(tx, at, { ...act, by: command.by }) };
      },
      onceOf(command, 'bank.resumeAccount', [accountId, form]),
    );
  }

  /**
   * Takes an account out that was entered by mistake: no statement of it stands, and nothing was matched.
   * @throws FormProblems `form.*`; DomainError `bank.unknown`, `bank.accountClosed`, `bank.accountUsed`
   */
  strike(at: BankPlace, form: { readonly reason: string }, command: Command): Promise<{ number: number }> {
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const state = await this.reading.requireOpen(at, tx);
        if (isUsed(state)) throw new DomainError('bank.accountUsed', { account: state.account.label });
        refuseProblems(withdrawalReasonProblems(form.reason));
        const act = { act: 'mistaken', closedOn: null, paper: '', reason: form.reason.trim() } as const;
        return { number: await this.insertAct(tx, at, { ...act, by: command.by }) };
      },
      onceOf(command, 'bank.strikeAccount', [at.accountId, form]),
    );
  }

  private async insertAct(
    tx: EntityManager,
    { collectiveId, accountId }: BankPlace,
    { by, ...done }: Pick<BankAccountActEntity, 'act' | 'closedOn' | 'reason' | 'paper'> & { by: string },
  ): Promise<number> {
    const number = (await readActs(tx, { collectiveId, accountId })).length + 1;
    await insertRecorded(tx, BankAccountActEntity, {
      ...{ collectiveId, accountId, number, ...done },
      ...{ enteredBy: by, enteredAt: this.clock.now() },
    });
    return number;
  }
}

/** Whether anything rests on an account: a statement that stands, or a match. */
export function isUsed({ statements, matches }: BankState): boolean {
  return statements.length > 0 || matches.length > 0;
}

/** The reconciliation of a day that the statements cover. */
function coveredOn(state: BankState, day: CalendarDay): ReturnType<typeof reconcile> | undefined {
  const asked = accountOnDay(state, day);
  const isWithin = state.statements.some(({ through }) => through >= day) && day >= reconciledFrom(asked);
  return isWithin && state.statements.length > 0 ? reconcile(asked) : undefined;
}

function requireOf(all: readonly BankAccountRow[], id: string): BankAccountRow {
  const account = all.find((each) => each.id === id);
  if (account === undefined) throw new DomainError('bank.unknown', { id });
  return account;
}
