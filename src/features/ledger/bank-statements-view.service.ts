import { Injectable } from '@nestjs/common';
import { lastTaken, sealedWith } from '../../domain/ledger/bank-withdrawal';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { labelOf } from '../../glossary/terms';
import { UsersService } from '../users/users.service';
import {
  type AccountNames,
  type BankAccountAct,
  type BankAccountRow,
  BankAccountsService,
} from './bank-accounts.service';
import type { BankPlace } from './bank-matched';
import { bankPaths } from './bank-paths';
import { BankReadService, type BankState, type BankStatementRow } from './bank-read.service';
import type { BankStatementsPageProps, StatementRowView } from './bank-statements.pages';
import { accountTitle } from './bank-view.service';
import { isUsed } from './bank-ends.service';
import { matchesOf } from './bank-withdrawals.service';
import { LedgerMonthsService, type Seal } from './ledger-months.service';

/** The forms of the page as they came back. */
interface RefusedForms {
  readonly withdrawing?: FormState;
  readonly correcting?: FormState;
  readonly ending?: FormState;
}

/** The page of what was imported of a bank account. */
@Injectable()
export class BankStatementsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reading: BankReadService,
    private readonly months: LedgerMonthsService,
    private readonly users: UsersService,
    private readonly accounts: BankAccountsService,
  ) {}

  /** @throws DomainError `bank.unknown` */
  async pageOf(
    visit: PageVisit,
    at: BankPlace,
    refused: RefusedForms = {},
  ): Promise<BankStatementsPageProps> {
    const { collectiveId, accountId } = at;
    const state = await this.reading.requireState(collectiveId, accountId);
    const { withdrawn } = await this.reading.listTakenStatements(at);
    const names = await this.users.listDisplayNames();
    const nameOf = (userId: string): string => names.get(userId) ?? userId;
    const row = (statement: BankStatementRow): StatementRowView => {
      const { from, through, opening, closing, importedBy, importedAt } = statement;
      return { from, through, opening, closing, who: nameOf(importedBy), at: importedAt };
    };
    const paths = bankPaths(collectiveId, accountId);
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const { closedOn } = state.account;
    const may = keeps && closedOn === null;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      account: accountTitle(state.account),
      standing: [...state.statements].reverse().map((each) => ({
        ...row(each),
        lines: state.bank.filter(({ statementId }) => statementId === each.id).length,
      })),
      withdrawn: withdrawn.map((each) => ({
        ...row(each),
        ...{ reason: each.reason, by: nameOf(each.withdrawnBy), on: each.withdrawnAt },
      })),
      withdrawing: may
        ? withdrawingOf(state, {
            form: refused.withdrawing,
            seals: await this.months.listSeals(collectiveId),
          })
        : undefined,
      correcting: keeps ? correctingOf(state, refused.correcting) : undefined,
      corrected: (await this.accounts.listNames(at)).map((each) => correctedView(each, nameOf)),
      ends: {
        closedOn: closedOn ?? undefined,
        acts: (await this.accounts.listActs(at)).map((each) => actView(each, nameOf)),
        form: keeps ? endingOf(state, refused.ending) : undefined,
      },
      importHref: may ? paths.importing : undefined,
      backHref: paths.accounts,
    };
  }
}

/** The statement that would go first, what would go with it, or the month that holds it. */
function withdrawingOf(
  state: BankState,
  given: { readonly form: FormState | undefined; readonly seals: readonly Seal[] },
): BankStatementsPageProps['withdrawing'] {
  const last = lastTaken(state.statements);
  if (last === undefined) return undefined;
  const { collectiveId, id } = state.account;
  return {
    action: bankPaths(collectiveId, id).withdrawal(last.id),
    form: given.form ?? filledForm({}),
    from: last.from,
    through: last.through,
    matches: matchesOf(state, last.id).length,
    sealed: sealedWith(last, given.seals),
  };
}

function correctingOf(
  { account }: BankState,
  refused: FormState | undefined,
): NonNullable<BankStatementsPageProps['correcting']> {
  const { collectiveId, id, label, bank, lastFour } = account;
  const form = refused ?? filledForm({ label, bank, lastFour });
  return { action: bankPaths(collectiveId, id).correction, form };
}

function actView(
  { act, closedOn, reason, paper, enteredBy, enteredAt }: BankAccountAct,
  nameOf: (userId: string) => string,
): BankStatementsPageProps['ends']['acts'][number] {
  const words = { act: labelOf(`accountAct.${act}`), closedOn: closedOn ?? undefined, reason, paper };
  return { ...words, who: nameOf(enteredBy), at: enteredAt };
}

function correctedView(
  { before, change }: AccountNames,
  nameOf: (userId: string) => string,
): BankStatementsPageProps['corrected'][number] {
  const names = { before: nameText(before), now: nameText(change), reason: change.reason };
  return { ...names, by: nameOf(change.enteredBy), at: change.enteredAt };
}

/** The form that goes on: close what was used, strike what never was, open again what is closed. */
function endingOf(state: BankState, refused: FormState | undefined): BankStatementsPageProps['ends']['form'] {
  const { collectiveId, id, closedOn } = state.account;
  const paths = bankPaths(collectiveId, id);
  const form = refused ?? filledForm({});
  if (closedOn !== null) return { kind: 'resume', action: paths.resuming, form };
  return isUsed(state)
    ? { kind: 'close', action: paths.closing, form }
    : { kind: 'strike', action: paths.striking, form };
}

function nameText({ label, bank, lastFour }: Pick<BankAccountRow, 'label' | 'bank' | 'lastFour'>): string {
  return `${label} ${lastFour} ${bank}`;
}
