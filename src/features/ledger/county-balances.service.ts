import { Injectable } from '@nestjs/common';
import type { Fen } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { inGroups, placeholders } from '../../platform/database/many-ids';
import { run } from '../../platform/database/statements';

/** What an account stood at when a year ended, over several villages; debit positive. */
export interface YearEndTotal {
  readonly year: number;
  readonly ledgerAccount: string;
  readonly balance: Fen;
}

/** The same of one village. */
export interface VillageYearEnd {
  readonly collectiveId: string;
  readonly year: number;
  readonly balance: Fen;
}

export interface Years {
  readonly first: number;
  readonly last: number;
}

/**
 * The books of many villages side by side, for the tables of a township or county. Their figures come from
 * sealed months only, the balances kept with the seal of each December: what stands there no longer changes,
 * and no entry has to be added up again. A village whose December is not sealed is left out of that year.
 */
@Injectable()
export class CountyBalancesService {
  constructor(private readonly database: Database) {}

  /** What each account of these villages stood at, together, at the end of each year. */
  async listTotals(collectiveIds: readonly string[], years: Years): Promise<YearEndTotal[]> {
    const totals = new Map<string, YearEndTotal>();
    const decembers = decembersOf(years);
    if (decembers.length === 0) return [];
    for (const ids of inGroups(collectiveIds)) {
      const rows = await run<{ month: string; ledger_account: string; balance: string }>(
        this.database.reader,
        `SELECT month, ledger_account, CAST(SUM(opening_fen + debit_fen - credit_fen) AS TEXT) AS balance
         FROM month_balances
         WHERE collective_id IN (${placeholders(ids)}) AND month IN (${placeholders(decembers)})
         GROUP BY month, ledger_account`,
        [...ids, ...decembers],
      );
      for (const { month, ledger_account: ledgerAccount, balance } of rows) {
        const key = `${month} ${ledgerAccount}`;
        const sum = (totals.get(key)?.balance ?? 0n) + BigInt(balance);
        totals.set(key, { year: yearOfDecember(month), ledgerAccount, balance: sum });
      }
    }
    return [...totals.keys()].sort().flatMap((key) => totals.get(key) ?? []);
  }

  /** What one account stood at in each of these villages at the end of each year, in the order of the ids. */
  async listVillages(
    collectiveIds: readonly string[],
    years: Years,
    ledgerAccount: string,
  ): Promise<VillageYearEnd[]> {
    const found: VillageYearEnd[] = [];
    const decembers = decembersOf(years);
    if (decembers.length === 0) return [];
    for (const ids of inGroups(collectiveIds)) {
      const rows = await run<{ collective_id: string; month: string; balance: string }>(
        this.database.reader,
        `SELECT collective_id, month, CAST(SUM(opening_fen + debit_fen - credit_fen) AS TEXT) AS balance
         FROM month_balances
         WHERE collective_id IN (${placeholders(ids)}) AND month IN (${placeholders(decembers)})
           AND ledger_account = ?
         GROUP BY collective_id, month ORDER BY collective_id, month`,
        [...ids, ...decembers, ledgerAccount],
      );
      for (const { collective_id: collectiveId, month, balance } of rows) {
        found.push({ collectiveId, year: yearOfDecember(month), balance: BigInt(balance) });
      }
    }
    return found;
  }
}

function decembersOf({ first, last }: Years): string[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => `${String(first + index)}-12`);
}

function yearOfDecember(month: string): number {
  return Number(month.slice(0, 4));
}
