import type { EntityManager } from 'typeorm';
import { run } from '../../platform/database/statements';

/** On which account a use stands in a fiscal year under a version of the chart. */
export interface KeptYearAccount {
  readonly chart: string;
  readonly year: number;
  readonly use: string;
  readonly ledgerAccount: string;
}

/** A county's choice by which a year of some books stands. */
export interface NamedChoice extends Omit<KeptYearAccount, 'year'> {
  readonly id: string;
  readonly region: string;
  readonly fromYear: number;
  readonly reason: string;
  readonly officeId: string;
  readonly chosenBy: string;
  readonly chosenAt: string;
}

/** What the books of a collective keep of their years, raw: also what no rule would have put there. */
export async function readKeptAccounts(db: EntityManager, collectiveId: string): Promise<KeptYearAccount[]> {
  const rows = await run<{
    readonly chart: string;
    readonly fiscal_year: number;
    readonly posting_use: string;
    readonly ledger_account: string;
  }>(
    db,
    `SELECT chart, fiscal_year, posting_use, ledger_account FROM year_accounts
     WHERE collective_id = ? ORDER BY chart, fiscal_year, posting_use`,
    [collectiveId],
  );
  return rows.map(({ chart, fiscal_year: year, posting_use: use, ledger_account: ledgerAccount }) => {
    return { chart, year, use, ledgerAccount };
  });
}

/** The choices that the years of a collective name, in the order in which they were made. */
export async function readNamedChoices(db: EntityManager, collectiveId: string): Promise<NamedChoice[]> {
  const rows = await run<{
    readonly id: string;
    readonly region_code: string;
    readonly chart: string;
    readonly posting_use: string;
    readonly ledger_account: string;
    readonly from_year: number;
    readonly reason: string;
    readonly office_id: string;
    readonly chosen_by: string;
    readonly chosen_at: string;
  }>(
    db,
    `SELECT id, region_code, chart, posting_use, ledger_account, from_year, reason, office_id, chosen_by,
       chosen_at
     FROM account_choices
     WHERE id IN (SELECT choice_id FROM year_accounts WHERE collective_id = ? AND choice_id IS NOT NULL)
     ORDER BY id`,
    [collectiveId],
  );
  return rows.map((row) => ({
    ...{ id: row.id, region: row.region_code, chart: row.chart, use: row.posting_use },
    ...{ ledgerAccount: row.ledger_account, fromYear: row.from_year, reason: row.reason },
    ...{ officeId: row.office_id, chosenBy: row.chosen_by, chosenAt: row.chosen_at },
  }));
}
