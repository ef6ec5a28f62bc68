import { Injectable } from '@nestjs/common';
import { DIFFERENCE_CODES } from '../../domain/ledger/bank-match-by-hand';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import type { Actor } from '../../platform/http/actor';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import { type BankAccountRow, BankAccountsService } from './bank-accounts.service';
import { BankLineStepsService } from './bank-line-steps.service';
import type { BankPlace } from './bank-matched';
import { bankPaths } from './bank-paths';
import { BankReadService, type BankState, type LineState } from './bank-read.service';
import { linesToMatch } from './bank-matching.service';
import type { BankAccountsPageProps, BankAccountView, BankLinePageProps } from './bank.pages';

/** The pages of the bank accounts and of one line. */
@Injectable()
export class BankViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly accounts: BankAccountsService,
    private readonly reading: BankReadService,
    private readonly steps: BankLineStepsService,
  ) {}

  /** @param refused the form as it came back, in place of a blank one */
  async accountsPage(
    visit: PageVisit,
    collectiveId: string,
    refused?: FormState,
  ): Promise<BankAccountsPageProps> {
    const rows = await this.accounts.listAccounts(collectiveId);
    const ledgerAccounts = await this.accounts.listLedgerAccounts(collectiveId);
    const names = ledgerAccounts.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
    const views: BankAccountView[] = [];
    for (const row of rows) {
      const state = await this.reading.requireState(collectiveId, row.id);
      const view = accountView(state, names);
      const mayEnd = keepsBooksOf(visit.actor, collectiveId) && row.closedOn === null;
      views.push(mayEnd ? { ...view, endHref: `${view.statementsHref}#end` } : view);
    }
    // What is closed stands last: nothing is to be done with it.
    views.sort((one, other) => Number(one.closedOn !== undefined) - Number(other.closedOn !== undefined));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      accounts: views,
      mayImport: handlesMoneyOf(visit.actor, collectiveId),
      ...(keepsBooksOf(visit.actor, collectiveId)
        ? {
            adding: {
              action: villagePaths(collectiveId).bank,
              form: refused ?? filledForm({ ledgerAccount: names[0]?.value }),
              ledgerAccounts: names,
              pools: POOLS,
            },
          }
        : {}),
    };
  }

  /** @throws DomainError `bank.unknown`, `bank.lineUnknown` */
  async linePage(
    visit: PageVisit,
    at: BankPlace & { readonly lineId: string },
    refused?: FormState,
  ): Promise<BankLinePageProps> {
    const { collectiveId, accountId, lineId } = at;
    const { account, side, line, isOpen, candidates } = await this.steps.requireLine(at, lineId);
    const paths = bankPaths(collectiveId, accountId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      account: accountTitle(account),
      backHref: paths.matching,
      side,
      ...lineFacts(collectiveId, line),
      candidates,
      explaining:
        isOpen && keepsBooksOf(visit.actor, collectiveId)
          ? { action: paths.line(lineId), form: refused ?? filledForm({}), codes: differenceOptions() }
          : undefined,
    };
  }
}

const POOLS: readonly Option[] = [
  { value: '', label: labelOf('pool.all') },
  ...['pv', 'other', 'members', 'earmarked'].map((pool) => ({
    value: pool,
    label: labelOf(`pool.${pool}`),
  })),
];

/** Whether somebody keeps the books or the money of a collective. */
function handlesMoneyOf(actor: Actor, collectiveId: string): boolean {
  const isCashier = actor.roles.some((held) => held.role === 'cashier' && held.collectiveId === collectiveId);
  return isCashier || keepsBooksOf(actor, collectiveId);
}

/** Why something differs, as a list to choose from. */
export function differenceOptions(of: 'line' | 'match' | 'opening' = 'line'): Option[] {
  // What passed to another account is a line by itself; only a match is set against what both began apart by.
  const codes = DIFFERENCE_CODES.filter((code) =>
    code === 'moved' ? of === 'line' : code !== 'opening' || of === 'match',
  );
  return codes.map((code) => ({ value: code, label: labelOf(`difference.${code}`) }));
}

/** An account as the head of its pages names it. */
export function accountTitle({ label, lastFour }: BankAccountRow): string {
  return `${label} ${lastFour}`;
}

function accountView(state: BankState, names: readonly Option[]): BankAccountView {
  const { account, statements } = state;
  const paths = bankPaths(account.collectiveId, account.id);
  const open = linesToMatch(state);
  const name = names.find(({ value }) => value === account.ledgerAccount)?.label ?? account.ledgerAccount;
  return {
    label: account.label,
    bank: account.bank,
    lastFour: account.lastFour,
    closedOn: account.closedOn ?? undefined,
    ledgerAccount: account.pool === null ? name : `${name} ${labelOf(`pool.${account.pool}`)}`,
    through: lastDayOf(state),
    bankOpen: open.bank.length,
    booksOpen: statements.length === 0 ? 0 : open.books.length,
    importHref: paths.importing,
    statementsHref: paths.statements,
    matchingHref: paths.matching,
    reconciliationHref: paths.reconciliation,
  };
}

/** The last day that a statement of the account reaches. */
export function lastDayOf({ statements }: BankState): string | undefined {
  return statements
    .map(({ through }) => through)
    .sort()
    .at(-1);
}

function lineFacts(
  collectiveId: string,
  line: LineState,
): Pick<
  BankLinePageProps,
  'on' | 'amount' | 'text' | 'counterparty' | 'reference' | 'voucher' | 'explained'
> {
  const { on, amount, text, counterparty, reference, voucher, explanation } = line;
  return {
    on,
    amount,
    text,
    counterparty: voucher === undefined ? counterparty : '',
    reference,
    voucher: voucher && {
      number: voucherNumberText(voucher.voucherNumber),
      href: villagePaths(collectiveId).voucher(voucher.entryId),
    },
    explained: explanation && { reason: labelOf(`difference.${explanation.code}`), note: explanation.note },
  };
}
