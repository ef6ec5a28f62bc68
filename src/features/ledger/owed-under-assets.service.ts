import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import { apartFromAssets, owedUnderAssets } from '../../domain/ledger/owed-under-assets';
import type { OwedTo } from '../../domain/ledger/pool-lines';
import { Database } from '../../platform/database/database';
import { run } from './ledger.store';
import { ON_ACCOUNT, rangeOf, readOwed } from './owed-by-name.store';
import { TracingService } from './tracing.service';

/** What accounts owe, with what stands under assets and nobody's name told apart, as payments took of it. */
@Injectable()
export class OwedUnderAssetsService {
  constructor(
    private readonly database: Database,
    private readonly tracing: TracingService,
  ) {}

  /** As of the end of a day or of now; a credit below zero. */
  async listOwed(
    db: EntityManager,
    collectiveId: string,
    asked: { readonly accounts: readonly string[]; readonly day?: CalendarDay },
  ): Promise<OwedTo[]> {
    const { accounts, day } = asked;
    const owed = await readOwed(db, collectiveId, asked);
    const under: OwedTo[] = [];
    for (const pool of await poolsWithAssets(db, collectiveId, accounts)) {
      const all = await this.database.readWithin(db, () => this.tracing.listLines(collectiveId, pool));
      const lines = day === undefined ? all : all.filter(({ postedOn }) => postedOn <= day);
      const own = owedUnderAssets(lines).filter(({ ledgerAccount }) => accounts.includes(ledgerAccount));
      under.push(...own.map((each) => ({ ...each, pool })));
    }
    return apartFromAssets(owed, under);
  }
}

/** The pools in which lines on these accounts name an asset and nobody: the lines of others are not read. */
async function poolsWithAssets(
  db: EntityManager,
  collectiveId: string,
  accounts: readonly string[],
): Promise<Pool[]> {
  if (accounts.length === 0) return [];
  const rows = await run<{ pool: Pool }>(
    db,
    `SELECT DISTINCT l.pool FROM ledger_lines l
     WHERE l.collective_id = ? AND (${accounts.map(() => ON_ACCOUNT).join(' OR ')})
       AND l.counterparty IS NULL AND l.asset_id IS NOT NULL ORDER BY l.pool`,
    [collectiveId, ...accounts.flatMap(rangeOf)],
  );
  return rows.map(({ pool }) => pool);
}
