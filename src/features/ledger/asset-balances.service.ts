import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, MoreThanOrEqual } from 'typeorm';
import { mainCodeOf } from '../../domain/ledger/chart';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { ReserveMove } from '../../domain/ledger/reserve-move';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import type { DraftState } from '../../domain/ledger/voucher-hands';
import { run } from './ledger.store';
import { RecurringVoucherEntity } from './recurring-voucher.entity';
import { VoucherDraftEntity } from './voucher-draft.entity';

/** What stands on an account of the chart in one pool under the name of one asset. Debit above zero. */
export interface AssetBalance {
  readonly assetId: string;
  readonly ledgerAccount: string;
  readonly pool: Pool;
  readonly balance: Fen;
}

interface SumRow {
  readonly asset_id: string;
  readonly ledger_account: string;
  readonly pool: Pool;
  readonly balance: string;
}

/** What the books say of single assets. */
@Injectable()
export class AssetBalancesService {
  /**
   * What stands on some accounts under the names of assets, over the whole books or up to a day;
   * details are counted with the account they detail. A reversal counts on the day of what it takes back, so
   * that what never should have been booked stands on no day.
   */
  async listOn(
    db: EntityManager,
    collectiveId: string,
    { accounts, day }: { readonly accounts: readonly string[]; readonly day?: CalendarDay | undefined },
  ): Promise<AssetBalance[]> {
    const upTo = `AND EXISTS (SELECT 1 FROM ledger_entries e WHERE e.collective_id = l.collective_id
         AND e.id = l.entry_id AND e.statement_on <= ?)`;
    const rows = await run<SumRow>(
      db,
      `SELECT asset_id, ledger_account, pool,
         CAST(SUM(CASE side WHEN 'debit' THEN amount_fen ELSE -amount_fen END) AS TEXT) AS balance
       FROM ledger_lines l
       WHERE l.collective_id = ? AND asset_id IS NOT NULL ${day === undefined ? '' : upTo}
         AND (${accounts.map(() => 'ledger_account LIKE ?').join(' OR ')})
       GROUP BY asset_id, ledger_account, pool ORDER BY asset_id, ledger_account, pool`,
      [collectiveId, ...(day === undefined ? [] : [day]), ...accounts.map((account) => `${account}%`)],
    );
    return rows.map((row) => ({
      assetId: row.asset_id,
      ledgerAccount: mainCodeOf(row.ledger_account),
      pool: row.pool,
      balance: BigInt(row.balance),
    }));
  }

  /** What was booked on the reserve, month by month and pool by pool, and whether it stands on a day. */
  async listReserveMoves(
    db: EntityManager,
    collectiveId: string,
    { account, day }: { readonly account: string; readonly day: CalendarDay },
  ): Promise<ReserveMove[]> {
    const rows = await run<Pick<SumRow, 'pool' | 'balance'> & { month: Month; by_day: number }>(
      db,
      `SELECT pool, month, by_day, CAST(SUM(amount) AS TEXT) AS balance FROM (
         SELECT l.pool, SUBSTR(e.posted_on, 1, 7) AS month,
           CASE WHEN e.statement_on <= ? THEN 1 ELSE 0 END AS by_day,
           CASE l.side WHEN 'credit' THEN l.amount_fen ELSE -l.amount_fen END AS amount
         FROM ledger_lines l
         JOIN ledger_entries e ON e.collective_id = l.collective_id AND e.id = l.entry_id
         WHERE l.collective_id = ? AND l.ledger_account LIKE ?
       ) AS moves GROUP BY pool, month, by_day ORDER BY pool, month, by_day`,
      [day, collectiveId, `${account}%`],
    );
    return rows.map(({ pool, month, by_day: byDay, balance }) => {
      return { pool, month, isByDay: byDay === 1, amount: BigInt(balance) };
    });
  }

  /**
   * The first month for which an account has something of an asset: what is booked late, once its month is
   * held, says which month it is about. A reversal is about the month of what it takes back.
   */
  async findFirstMonth(
    db: EntityManager,
    collectiveId: string,
    { assetId, account }: { readonly assetId: string; readonly account: string },
  ): Promise<Month | undefined> {
    const rows = await run<{ month: Month }>(
      db,
      `SELECT e.about_period AS month FROM ledger_lines l
       JOIN ledger_entries e ON e.collective_id = l.collective_id AND e.id = l.entry_id
       WHERE l.collective_id = ? AND l.asset_id = ? AND l.ledger_account LIKE ?
       GROUP BY e.about_period
       HAVING SUM(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END) > 0
       ORDER BY e.about_period LIMIT 1`,
      [collectiveId, assetId, `${account}%`],
    );
    return rows[0]?.month;
  }

  /** Whether a voucher names an asset. */
  async isNamed(db: EntityManager, collectiveId: string, assetId: string): Promise<boolean> {
    const rows = await run<{ asset_id: string }>(
      db,
      'SELECT asset_id FROM ledger_lines WHERE collective_id = ? AND asset_id = ? LIMIT 1',
      [collectiveId, assetId],
    );
    return rows.length > 0;
  }

  /**
   * The summaries of vouchers that were written and wait, and of those that fall due again and again, with a
   * line on some accounts under the name of an asset.
   * @param asked `month`: what fell due for the last time before it waits no longer
   */
  async listWaiting(
    db: EntityManager,
    collectiveId: string,
    asked: { readonly assetId: string; readonly accounts: readonly string[]; readonly month: Month },
  ): Promise<string[]> {
    const { assetId, accounts, month } = asked;
    const state = In(['drafted', 'reviewed'] satisfies DraftState[]);
    const drafts = await db.findBy(VoucherDraftEntity, { collectiveId, state });
    const recurring = await db.findBy(RecurringVoucherEntity, [
      { collectiveId, toMonth: IsNull() },
      { collectiveId, toMonth: MoreThanOrEqual(month) },
    ]);
    return [...drafts, ...recurring]
      .filter(({ form }) =>
        form.lines.some(
          (line) => line.assetId === assetId && accounts.includes(mainCodeOf(line.ledgerAccount.trim())),
        ),
      )
      .map(({ form }) => form.summary);
  }

  /**
   * The last month for which an asset has earned something, as the lines of its income name it; what was
   * reversed does not count.
   */
  async findLastEarned(db: EntityManager, collectiveId: string, assetId: string): Promise<Month | undefined> {
    const rows = await run<{ generation_month: Month }>(
      db,
      `SELECT generation_month FROM ledger_lines
       WHERE collective_id = ? AND asset_id = ? AND generation_month IS NOT NULL AND stream IS NOT NULL
       GROUP BY generation_month
       HAVING SUM(CASE side WHEN 'debit' THEN amount_fen ELSE 0 END) <> 0
       ORDER BY generation_month DESC LIMIT 1`,
      [collectiveId, assetId],
    );
    return rows[0]?.generation_month;
  }
}
