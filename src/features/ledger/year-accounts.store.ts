import type { EntityManager } from 'typeorm';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import {
  type AccountChoice,
  choiceInForce,
  countyOf,
  isPostingUse,
  withAccount,
} from '../../domain/ledger/account-choices';
import { type Chart, POSTING_USES, type PostingUse } from '../../domain/ledger/chart';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import { insertRecorded } from '../../platform/audit/records';
import { engineOf } from '../../platform/database/engine';
import { lockOf } from '../../platform/database/locks';
import { run } from '../../platform/database/statements';
import { YearAccountEntity } from './account-choice.entity';

/** The books whose voucher asks for an account, the day it is booked on and the use it is for. */
export interface AccountAsked {
  readonly collectiveId: string;
  /** Region codes of the collective, nearest first. */
  readonly regionPath: readonly string[];
  readonly on: CalendarDay;
  /** None where its voucher books none: the chart stays as it ships. */
  readonly use: PostingUse | undefined;
  /** The moment, where the year is fixed by it. */
  readonly at: string;
}

/**
 * The chart of a voucher that is about to be booked, its use on the account of its fiscal year: what the
 * year's first voucher of the county was booked on; where this is the first, what the county chose, or what
 * ships with the chart. The first one fixes the year. Asked under the lock of the books.
 */
export async function withYearAccount(tx: EntityManager, chart: Chart, asked: AccountAsked): Promise<Chart> {
  const { use, collectiveId } = asked;
  if (use === undefined) return chart;
  const year = yearOf(asked.on);
  const own = await readOwn(tx, { collectiveId, chart: chart.version, year });
  const kept = own.get(use);
  if (kept !== undefined) return withAccount(chart, use, kept.ledgerAccount);
  const region = countyOf(asked.regionPath);
  await lockChoices(tx, region);
  const held = await readHeld(tx, { region, chart, year });
  const choices = await readChoices(tx, { region, chart: chart.version });
  const accountOf = (each: PostingUse): YearAccount =>
    held.get(each) ?? chosenAccount(choices, { chart, use: each, year });
  // A year that began before its accounts were kept stands with all of them as they were.
  const isOlder = own.size === 0 && (await holdsOlder(tx, chart, { collectiveId, year }));
  const uses = isOlder ? POSTING_USES : [use];
  const row = { collectiveId, chart: chart.version, year, region, fixedAt: asked.at };
  await insertRecorded(
    tx,
    YearAccountEntity,
    uses.map((each) => ({ ...row, use: each, ...accountOf(each) })),
  );
  return withAccount(chart, use, accountOf(use).ledgerAccount);
}

/** A chart with the accounts on which a fiscal year of a village stands, or would as things are now. */
export async function chartOfYear(
  db: EntityManager,
  chart: Chart,
  of: { readonly collectiveId: string; readonly regionPath: readonly string[]; readonly year: number },
): Promise<Chart> {
  const { collectiveId, regionPath, year } = of;
  const region = countyOf(regionPath);
  const own = await readOwn(db, { collectiveId, chart: chart.version, year });
  const held = await readHeld(db, { region, chart, year });
  const choices = await readChoices(db, { region, chart: chart.version });
  return POSTING_USES.reduce((told, use) => {
    const kept = own.get(use) ?? held.get(use) ?? chosenAccount(choices, { chart, use, year });
    return withAccount(told, use, kept.ledgerAccount);
  }, chart);
}

/**
 * Has choices of a county and first vouchers of its years take turns, until the first of them is kept: by the
 * books of the county's office, which a choice has locked already. Where there is no such office, nobody
 * chooses.
 */
export async function lockChoices(tx: EntityManager, region: string): Promise<void> {
  const offices = await run<{ id: string }>(
    tx,
    "SELECT id FROM collectives WHERE kind = 'county' AND region_path LIKE ? ORDER BY id",
    [`["${region}"%`],
  );
  for (const { id } of offices) {
    const { sql, values } = lockOf(engineOf(tx.dataSource), id);
    await run(tx, sql, values);
  }
}

/** On which account a use stands in a year, and by which choice; by none what ships with the chart. */
export interface YearAccount {
  readonly ledgerAccount: string;
  readonly choiceId: string | null;
}

/** What a year's first voucher would be booked on. */
export function chosenAccount(
  choices: readonly AccountChoice[],
  { chart, use, year }: { readonly chart: Chart; readonly use: PostingUse; readonly year: number },
): YearAccount {
  const choice = choiceInForce(choices, { use, year });
  return { ledgerAccount: choice?.ledgerAccount ?? chart.choices[use], choiceId: choice?.id ?? null };
}

interface AccountColumns {
  readonly posting_use: string;
  readonly ledger_account: string;
  readonly choice_id: string | null;
}

/** What the books of one collective keep of a year. */
async function readOwn(
  db: EntityManager,
  of: { readonly collectiveId: string; readonly chart: string; readonly year: number },
): Promise<ReadonlyMap<PostingUse, YearAccount>> {
  const rows = await run<AccountColumns>(
    db,
    `SELECT posting_use, ledger_account, choice_id FROM year_accounts
     WHERE collective_id = ? AND chart = ? AND fiscal_year = ?`,
    [of.collectiveId, of.chart, of.year],
  );
  return accountsOf(rows);
}

/** What any book of a county keeps of a year. */
export async function readHeld(
  db: EntityManager,
  of: { readonly region: string; readonly chart: Pick<Chart, 'version'>; readonly year: number },
): Promise<ReadonlyMap<PostingUse, YearAccount>> {
  const rows = await run<AccountColumns>(
    db,
    `SELECT posting_use, ledger_account, choice_id FROM year_accounts
     WHERE region_code = ? AND chart = ? AND fiscal_year = ?
     GROUP BY collective_id, posting_use, ledger_account, choice_id`,
    [of.region, of.chart.version, of.year],
  );
  return accountsOf(rows);
}

function accountsOf(rows: readonly AccountColumns[]): ReadonlyMap<PostingUse, YearAccount> {
  return new Map(
    rows.flatMap(({ posting_use: use, ledger_account: ledgerAccount, choice_id: choiceId }) =>
      isPostingUse(use) ? [[use, { ledgerAccount, choiceId }] as const] : [],
    ),
  );
}

interface ChoiceColumns {
  readonly id: string;
  readonly region_code: string;
  readonly chart: string;
  readonly posting_use: string;
  readonly ledger_account: string;
  readonly from_year: number;
  readonly reason: string;
  readonly chosen_by: string;
  readonly chosen_at: string;
}

/** The choices of a county, in the order in which they were made. */
export async function readChoices(
  db: EntityManager,
  of: { readonly region: string; readonly chart?: string },
): Promise<AccountChoice[]> {
  const rows = await run<ChoiceColumns>(
    db,
    `SELECT id, region_code, chart, posting_use, ledger_account, from_year, reason, chosen_by, chosen_at
     FROM account_choices WHERE region_code = ? AND (? = '' OR chart = ?) ORDER BY id`,
    [of.region, of.chart ?? '', of.chart ?? ''],
  );
  return rows.flatMap(({ posting_use: use, ledger_account: ledgerAccount, ...row }) => {
    if (!isPostingUse(use)) return [];
    const { id, region_code: region, chart, from_year: fromYear, reason, chosen_by: by, chosen_at: at } = row;
    return [{ id, region, chart, use, ledgerAccount, fromYear, reason, by, at }];
  });
}

/**
 * The lines by which money is granted, and those by which subsidy is income; not those that take an earlier
 * year's back, nor those that move it to that year: they stand on the account of the first.
 */
const IS_FIRST = `e.reverses_id IS NULL
  AND e.source_kind NOT IN ('${PRIOR_YEAR.reversal}', '${PRIOR_YEAR.move}')`;
const IS_GRANTED = `e.source_kind = 'grant' AND l.pool_flow = 'granted' AND ${IS_FIRST}`;
const IS_SUBSIDY = `l.stream = 'subsidy' AND l.side = 'credit' AND ${IS_FIRST}`;

/** Whether a year of these books has a voucher of a use from before such accounts were kept. */
async function holdsOlder(
  db: EntityManager,
  chart: Chart,
  { collectiveId, year }: { readonly collectiveId: string; readonly year: number },
): Promise<boolean> {
  const codes = [...new Set(POSTING_USES.map((use) => chart.choices[use]))];
  const rows = await run<{ found: number }>(
    db,
    `SELECT 1 AS found FROM ledger_entries e
     JOIN ledger_lines l ON l.collective_id = e.collective_id AND l.entry_id = e.id
     WHERE e.collective_id = ? AND e.chart = ? AND e.posted_on >= ? AND e.posted_on <= ?
       AND l.ledger_account IN (${codes.map(() => '?').join(', ')}) AND ((${IS_GRANTED}) OR (${IS_SUBSIDY}))
     LIMIT 1`,
    [collectiveId, chart.version, `${String(year)}-01-01`, `${String(year)}-12-31`, ...codes],
  );
  return rows.length > 0;
}

/**
 * The last fiscal year, from one on, in which a book of a county has a voucher of a use: by what its books
 * keep, and of years that keep nothing by their lines on the account that ships with the chart.
 */
export async function lastPostedYear(
  db: EntityManager,
  of: { readonly region: string; readonly chart: Chart; readonly use: PostingUse; readonly from: number },
): Promise<number | undefined> {
  const { region, chart, use, from } = of;
  const kept = await run<{ year: number }>(
    db,
    `SELECT MAX(fiscal_year) AS year FROM year_accounts
     WHERE region_code = ? AND chart = ? AND posting_use = ? AND fiscal_year >= ? GROUP BY collective_id`,
    [region, chart.version, use, from],
  );
  const [older] = await run<{ day: string | null }>(
    db,
    `SELECT MAX(e.posted_on) AS day FROM collective_books b
     JOIN ledger_entries e ON e.collective_id = b.collective_id
     JOIN ledger_lines l ON l.collective_id = e.collective_id AND l.entry_id = e.id
     WHERE b.region_path LIKE ? AND e.chart = ? AND e.posted_on >= ? AND l.ledger_account = ?
       AND ${use === 'subsidyIncome' ? IS_SUBSIDY : IS_GRANTED}
       AND NOT EXISTS (
         SELECT 1 FROM year_accounts y WHERE y.collective_id = e.collective_id AND y.chart = e.chart
           AND y.fiscal_year = CAST(substr(e.posted_on, 1, 4) AS INTEGER))`,
    [`%"${region}"%`, chart.version, `${String(from)}-01-01`, chart.choices[use]],
  );
  const day = older?.day ?? null;
  const last = Math.max(...kept.map(({ year }) => year), day === null ? 0 : yearOf(day));
  return last === 0 ? undefined : last;
}

/** The versions of the chart under which the books of a county are kept. */
export async function readCharts(db: EntityManager, region: string): Promise<string[]> {
  const rows = await run<{ chart: string }>(
    db,
    'SELECT chart FROM collective_books WHERE region_path LIKE ? GROUP BY collective_id, chart',
    [`%"${region}"%`],
  );
  return [...new Set(rows.map(({ chart }) => chart))];
}
