import { Injectable } from '@nestjs/common';
import { yearOf } from '../../domain/calendar/calendar-day';
import {
  type AccountChoice,
  type AccountChoiceForm,
  countyOf,
  isPostingUse,
  readAccountChoice,
} from '../../domain/ledger/account-choices';
import { type Chart, POSTING_USES, type PostingUse } from '../../domain/ledger/chart';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { AccountChoiceEntity } from './account-choice.entity';
import { requireBooks } from './books-row.store';
import { ChartService } from './chart.service';
import {
  chosenAccount,
  lastPostedYear,
  lockChoices,
  readCharts,
  readChoices,
  readHeld,
  type YearAccount,
} from './year-accounts.store';

/** One use under one version of the chart, as an address names it. */
export interface UseAsked {
  readonly chart: string;
  readonly useName: string;
}

/** On which account a use stands in this fiscal year and in the next, and what was chosen for it. */
export interface UseAccounts {
  readonly use: PostingUse;
  readonly now: YearAccount;
  /** Whether a voucher of this year has fixed it. */
  readonly isFixed: boolean;
  readonly next: YearAccount;
  /** The latest first. */
  readonly choices: readonly AccountChoice[];
}

/** The uses under one version of the chart. */
export interface ChartAccounts {
  readonly chart: Chart;
  readonly year: number;
  readonly uses: readonly UseAccounts[];
}

/**
 * The accounts of uses that a county chooses: each for a fiscal year that begins, by a named person of its
 * office and with a reason. The first voucher of a use in a year fixes it for all books of the county.
 */
@Injectable()
export class AccountChoicesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly charts: ChartService,
  ) {}

  /** What holds for an office or a village, by version of the chart, the newest first. */
  async listFor(collectiveId: string): Promise<ChartAccounts[]> {
    const db = this.database.reader;
    const { regionPath } = await requireBooks(db, collectiveId);
    const region = countyOf(regionPath);
    const year = yearOf(this.clock.today());
    const choices = await readChoices(db, { region });
    const told: ChartAccounts[] = [];
    for (const version of this.versionsFrom(await readCharts(db, region))) {
      const chart = this.charts.requireChart(version, regionPath);
      const held = await readHeld(db, { region, chart, year });
      const own = choices.filter((choice) => choice.chart === version);
      const uses = POSTING_USES.map((use) => ({
        use,
        now: held.get(use) ?? chosenAccount(own, { chart, use, year }),
        isFixed: held.has(use),
        next: chosenAccount(own, { chart, use, year: year + 1 }),
        choices: own.filter((choice) => choice.use === use).reverse(),
      }));
      told.push({ chart, year, uses });
    }
    return told;
  }

  /** One use. @throws DomainError `accountChoice.useUnknown` */
  async requireUse(
    collectiveId: string,
    { chart: version, useName }: UseAsked,
  ): Promise<UseAccounts & Pick<ChartAccounts, 'chart' | 'year'> & { readonly firstYear: number }> {
    const told = (await this.listFor(collectiveId)).find(({ chart }) => chart.version === version);
    const found = told?.uses.find(({ use }) => use === useName);
    if (told === undefined || found === undefined) throw new DomainError('accountChoice.useUnknown');
    const { chart, year } = told;
    const db = this.database.reader;
    const region = countyOf((await requireBooks(db, collectiveId)).regionPath);
    const last = await lastPostedYear(db, { region, chart, use: found.use, from: year });
    return { ...found, chart, year, firstYear: last === undefined ? year : last + 1 };
  }

  /** Every choice that was made for the county of an office or a village, oldest first. */
  async listChoices(collectiveId: string): Promise<AccountChoice[]> {
    const db = this.database.reader;
    const { regionPath } = await requireBooks(db, collectiveId);
    return readChoices(db, { region: countyOf(regionPath) });
  }

  /**
   * Chooses, for the county of the office, the account of a use from a fiscal year on.
   * @throws FormProblems as `readAccountChoice` finds them; DomainError `accountChoice.useUnknown`
   */
  choose(
    officeId: string,
    { use: asked, form }: { readonly use: UseAsked; readonly form: AccountChoiceForm },
    command: Command,
  ): Promise<{ id: string }> {
    const { useName: use, chart: version } = asked;
    return this.database.inTransaction(
      officeId,
      async (tx) => {
        const { regionPath } = await requireBooks(tx, officeId);
        const chart = this.charts.findChart(version, regionPath);
        if (chart === undefined || !isPostingUse(use)) throw new DomainError('accountChoice.useUnknown');
        const region = countyOf(regionPath);
        await lockChoices(tx, region);
        const today = this.clock.today();
        const choices = await readChoices(tx, { region, chart: chart.version });
        const lastPosted = await lastPostedYear(tx, { region, chart, use, from: yearOf(today) });
        const ground = { chart, use, choices, lastPosted, today };
        const { problems, ledgerAccount, fromYear, reason } = readAccountChoice(form, ground);
        refuseProblems(problems);
        const id = newId();
        await insertRecorded(tx, AccountChoiceEntity, {
          ...{ id, region, chart: chart.version, use, ledgerAccount, fromYear, reason, officeId },
          ...{ by: command.by, at: this.clock.now() },
        });
        return { id };
      },
      onceOf(command, 'ledger.chooseAccount', { ...asked, ...form }),
    );
  }

  /** The versions under which books of a county are kept, and those after them: next year's may be one. */
  private versionsFrom(used: readonly string[]): string[] {
    const [oldest = ''] = [...used].sort();
    const versions = this.charts.listVersions().filter((version) => version >= oldest);
    return versions.reverse();
  }
}
