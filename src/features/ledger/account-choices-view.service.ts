import { Injectable } from '@nestjs/common';
import { type AccountChoice, accountText } from '../../domain/ledger/account-choices';
import type { Chart } from '../../domain/ledger/chart';
import { accountChoiceWords, USE_WORDS } from '../../glossary/account-choice-words';
import { localTime } from '../../platform/clock/clock';
import { accountChoicePaths } from '../../platform/http/account-choice-paths';
import { filledForm, managesPolicyOf, OfficeDesk } from '../../platform/http/office-desk';
import { policyPaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { fullDayText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import { UsersService } from '../users/users.service';
import type { AccountUseAddress } from './account-choices.forms';
import type { AccountCell, AccountChoicesPageProps, AccountUsePageProps } from './account-choices.pages';
import { AccountChoicesService, type UseAccounts } from './account-choices.service';
import type { YearAccount } from './year-accounts.store';

/** The pages of the accounts that a county chooses. */
@Injectable()
export class AccountChoicesViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly choices: AccountChoicesService,
    private readonly users: UsersService,
  ) {}

  async listPage(visit: PageVisit, collectiveId: string): Promise<AccountChoicesPageProps> {
    const told = await this.choices.listFor(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'packs' }),
      packsHref: policyPaths(collectiveId).packs,
      charts: told.map(({ chart, year, uses }) => ({
        heading: accountChoiceWords.heading(chart.version),
        years: [accountChoiceWords.year(year), accountChoiceWords.year(year + 1)],
        rows: uses.map((of) => ({
          name: USE_WORDS[of.use][0],
          says: USE_WORDS[of.use][1],
          href: accountChoicePaths.use(collectiveId, { chart: chart.version, use: of.use }),
          now: nowOf(of, chart),
          next: cellOf(of.next, of, chart),
        })),
      })),
    };
  }

  /** @param refused the form of a choice as it came back. @throws DomainError `accountChoice.useUnknown` */
  async usePage(visit: PageVisit, at: AccountUseAddress, refused?: FormState): Promise<AccountUsePageProps> {
    const { collectiveId } = at;
    const of = await this.choices.requireUse(collectiveId, at);
    const { chart, year, use, firstYear } = of;
    const names = await this.users.listDisplayNames();
    const { accounts, notOffered } = chart.offers[use];
    const manages = managesPolicyOf(visit.actor, collectiveId);
    const words = accountChoiceWords;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'packs' }),
      name: USE_WORDS[use][0],
      says: USE_WORDS[use][1],
      chart: words.heading(chart.version),
      years: [
        { year: words.year(year), cell: nowOf(of, chart) },
        { year: words.year(year + 1), cell: cellOf(of.next, of, chart) },
      ],
      free: firstYear > year ? words.begun(firstYear) : words.free(year),
      accounts: accounts.map((code) => ({ value: code, label: accountText(code, chart) })),
      fromYears: [year, year + 1]
        .filter((each) => each >= firstYear)
        .map((each) => ({ value: String(each), label: words.year(each) })),
      notOffered: notOffered.map(({ ledgerAccount, why }) => ({
        account: accountText(ledgerAccount, chart),
        why,
      })),
      made: of.choices.map((choice) => madeRow(choice, chart, names)),
      form: refused ?? filledForm({ fromYear: String(firstYear) }),
      action: manages ? accountChoicePaths.use(collectiveId, { chart: chart.version, use }) : undefined,
      listHref: accountChoicePaths.list(collectiveId),
    };
  }
}

function nowOf(of: UseAccounts, chart: Chart): AccountCell {
  const cell = cellOf(of.now, of, chart);
  return of.isFixed ? { ...cell, basis: `${cell.basis}；${accountChoiceWords.fixed}` } : cell;
}

function cellOf(account: YearAccount, { choices }: UseAccounts, chart: Chart): AccountCell {
  const choice = choices.find(({ id }) => id === account.choiceId);
  return {
    account: accountText(account.ledgerAccount, chart),
    basis: choice === undefined ? accountChoiceWords.shipped : accountChoiceWords.chosen(choice.fromYear),
  };
}

function madeRow(choice: AccountChoice, chart: Chart, names: ReadonlyMap<string, string>) {
  const { by, at, fromYear, ledgerAccount, reason } = choice;
  return {
    from: accountChoiceWords.year(fromYear),
    account: accountText(ledgerAccount, chart),
    reason,
    made: accountChoiceWords.made(names.get(by) ?? by, fullDayText(localTime(at).slice(0, 10))),
  };
}
