import type { EntityManager } from 'typeorm';
import { mainCodeOf } from '../../domain/ledger/chart';
import { CHART_CHANGE } from '../../domain/ledger/chart-mapping';
import type { OwedBySource } from '../../domain/ledger/kept-by-steps';
import type { Pool } from '../../domain/ledger/journal-entry';
import { LINES_OF_ENTRIES } from './balances.store';
import { readCarriedNames } from './carried-names.store';
import { type ChartCarried, readChartCarried } from './chart-eras';
import { readCounterpartyNames } from './counterparties.store';
import { run } from './ledger.store';
import { ON_ACCOUNT, rangeOf } from './owed-by-name.store';

interface SourceRow {
  readonly ledger_account: string;
  readonly pool: Pool;
  readonly counterparty: string | null;
  readonly asset_id: string | null;
  readonly of_income: number;
  readonly source_kind: string;
  readonly amount: string;
}

/** Which lines: on accounts of a chart and their details, after the changes of the chart up to it. */
interface Asked {
  readonly collectiveId: string;
  readonly accounts: readonly string[];
  readonly chart: string;
  readonly carried: readonly ChartCarried[];
  /** Of whom alone, by id and by name; of everybody where absent. */
  readonly parties?: readonly string[] | undefined;
}

/**
 * What stands now on these accounts of the chart in force and their details by whom it names, under which
 * asset and by which kind of voucher; a credit below zero. A reversal counts with what it takes back. A
 * change of the chart books nothing anew: what a step booked before it stands under the name that it gave.
 */
export async function readOwedBySource(
  db: EntityManager,
  collectiveId: string,
  asked: Pick<Asked, 'accounts' | 'chart' | 'parties'>,
): Promise<OwedBySource[]> {
  if (asked.accounts.length === 0) return [];
  const names = await readCounterpartyNames(db, collectiveId);
  const carried = await readChartCarried(db, collectiveId);
  // Lines of before ids hold the name.
  const parties = asked.parties?.flatMap((id) => [id, names.nameOf(id)]);
  const rows = await rowsThrough(db, { collectiveId, ...asked, parties, carried });
  return rows.map(({ ledger_account: ledgerAccount, pool, counterparty, asset_id: assetId, ...row }) => {
    const owed = {
      ...{ ledgerAccount, pool, amount: BigInt(row.amount), sourceKind: row.source_kind },
      ...(assetId === null ? {} : { assetId }),
      ofIncome: row.of_income === 1,
    };
    return counterparty === null ? owed : names.byId({ ...owed, counterparty });
  });
}

async function rowsThrough(db: EntityManager, asked: Asked): Promise<SourceRow[]> {
  const { collectiveId, accounts, carried } = asked;
  const rows = await readRows(db, asked);
  const last = carried.at(-1);
  if (last?.outId === undefined || last.intoId === undefined) return rows;
  const named = await readCarriedNames(db, collectiveId, last);
  const old = [...named].filter(([, now]) => accounts.includes(mainCodeOf(now))).map(([code]) => code);
  if (old.length === 0) return rows;
  const earlier = await rowsThrough(db, {
    ...{ collectiveId, accounts: [...new Set(old.map(mainCodeOf))], parties: asked.parties },
    ...{ chart: last.fromChart, carried: carried.slice(0, -1) },
  });
  const renamed = earlier.flatMap((row): SourceRow[] => {
    const now = named.get(row.ledger_account);
    const isAsked = now !== undefined && accounts.includes(mainCodeOf(now));
    return isAsked ? [{ ...row, ledger_account: now }] : [];
  });
  return [...rows, ...renamed];
}

function readRows(db: EntityManager, asked: Asked): Promise<SourceRow[]> {
  const { collectiveId, accounts, chart, parties } = asked;
  if (parties?.length === 0) return Promise.resolve([]);
  const ofIncome = 'CASE WHEN l.stream IS NULL THEN 0 ELSE 1 END';
  // Where it is asked of some by name, the index of such lines is read first, and their entries after it.
  const [tables, named] =
    parties === undefined
      ? [LINES_OF_ENTRIES, '']
      : ['ledger_lines l CROSS JOIN ledger_entries e', `AND l.counterparty IN (${marks(parties)})`];
  return run<SourceRow>(
    db,
    `SELECT l.ledger_account, l.pool, l.counterparty, l.asset_id, ${ofIncome} AS of_income, e.source_kind,
       CAST(SUM(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END) AS TEXT) AS amount
     FROM ${tables} WHERE l.collective_id = ? AND e.collective_id = l.collective_id AND e.id = l.entry_id
       AND e.chart = ? AND e.source_kind <> '${CHART_CHANGE}'
       AND (${accounts.map(() => ON_ACCOUNT).join(' OR ')}) ${named}
     GROUP BY l.ledger_account, l.pool, l.counterparty, l.asset_id, ${ofIncome}, e.source_kind`,
    [collectiveId, chart, ...accounts.flatMap(rangeOf), ...(parties ?? [])],
  );
}

function marks(values: readonly string[]): string {
  return values.map(() => '?').join(', ');
}
