import { Injectable } from '@nestjs/common';
import { lastTaken, sealedWith } from '../../domain/ledger/bank-withdrawal';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { UsersService } from '../users/users.service';
import { type BankAccountRow, BankAccountsService } from './bank-accounts.service';
import type { BankPlace } from './bank-matched';
import { bankPaths } from './bank-paths';
import { BankReadService, type BankState, type BankStatementRow } from './bank-read.service';
import type { BankStatementsPageProps, StatementRowView } from './bank-statements.pages';
import { accountTitle } from './bank-view.service';
import { matchesOf } from './bank-withdrawals.service';
import { LedgerMonthsService, type Seal } from './ledger-months.service';

/** The forms of the page as they came back. */
interface RefusedForms {
  readonly withdrawing?: FormState;
  readonly correcting?: FormState;
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
    const { label, bank, lastFour } = state.account;
    const may = keepsBooksOf(visit.actor, collectiveId);
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
      correcting: may
        ? {
            action: paths.correction,
            form: refused.correcting ?? filledForm({ label, bank, lastFour }),
          }
        : undefined,
      corrected: (await this.accounts.listNames(at)).map(({ before, change }) => ({
        ...{ before: nameText(before), now: nameText(change), reason: change.reason },
        ...{ by: nameOf(change.enteredBy), at: change.enteredAt },
      })),
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

function nameText({ label, bank, lastFour }: Pick<BankAccountRow, 'label' | 'bank' | 'lastFour'>): string {
  return `${label} ${lastFour} ${bank}`;
}
