import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { type Chart, isClearing } from '../../domain/ledger/chart';
import { capitalPaidIn } from '../../domain/ledger/hand-bounds';
import { debtsTouched, historyWanted, type OwedTo, type StandingBooks } from '../../domain/ledger/pool-lines';
import type { JournalEntry, Pool, Posting } from '../../domain/ledger/journal-entry';
import {
  accountsKept,
  keptByStepProblems,
  type OwedBySource,
  partiesAsked,
} from '../../domain/ledger/kept-by-steps';
import { leviesAsked } from '../../domain/ledger/raised-paid';
import type { PoolBalance } from '../../domain/ledger/pool-balances';
import type { Problem } from '../../domain/shared/problem';
import { LINES_OF_ENTRIES, LINES_OF_THEM } from './balances.store';
import { requireNotCoveredNow } from './covered-losses.store';
import { readOwedBySource } from './kept-by-steps.store';
import { run } from './ledger.store';
import { OwedUnderAssetsService } from './owed-under-assets.service';
import { readByPeople, readDealings, readShortAtOpening } from './owed.store';
import { isBookedAfter, readAsOf, readNow, readThrough } from './pool-balances.store';

/** What moved on an account in one pool on one day; a credit below zero. */
export interface DayMove {
  readonly pool: string;
  readonly day: CalendarDay;
  readonly amount: Fen;
}

/** What a step's vouchers moved on an account by whom their lines name. */
export interface PartyMove extends DayMove {
  /** Id of the fact behind the voucher. */
  readonly sourceId: string;
  /** Absent where a line names nobody. */
  readonly counterparty: string | undefined;
}

/** Balances by account and pool, as a year end and a change of the chart take them. */
@Injectable()
export class PoolBalancesService {
  constructor(private readonly assets: OwedUnderAssetsService) {}

  /** What stands on each account and pool at the end of a month; accounts at nothing are left out. */
  listThrough(db: EntityManager, collectiveId: string, last: Month): Promise<PoolBalance[]> {
    return readThrough(db, collectiveId, last);
  }

  /** What stands on each account and pool now, with everything that is booked. */
  listNow(db: EntityManager, collectiveId: string): Promise<PoolBalance[]> {
    return readNow(db, collectiveId);
  }

  /**
   * What moved on an account and its details, by pool and day, a credit below zero: of all vouchers, or of
   * one step's alone with what took them back.
   * @param upTo how many entries the books had: what was booked later is left out
   */
  async listDays(
    db: EntityManager,
    collectiveId: string,
    asked: {
      readonly account: string;
      readonly source?: string | undefined;
      readonly upTo?: number | undefined;
    },
  ): Promise<DayMove[]> {
    const { account, source, upTo } = asked;
    const only = source === undefined ? '' : 'AND e.source_kind = ?';
    const known = upTo === undefined ? '' : 'AND e.chain_position <= ?';
    const rows = await run<{ pool: string; day: CalendarDay; amount: string }>(
      db,
      `SELECT l.pool, e.posted_on AS day,
         CAST(SUM(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END) AS TEXT) AS amount
       FROM ${LINES_OF_ENTRIES}
       WHERE e.collective_id = ? AND ${LINES_OF_THEM} AND l.ledger_account LIKE ? ${only} ${known}
       GROUP BY l.pool, e.posted_on`,
      [collectiveId, `${account}%`, ...[source, upTo].filter((value) => value !== undefined)],
    );
    return rows.map(({ pool, day, amount }) => ({ pool, day, amount: BigInt(amount) }));
  }

  /**
   * What is wrong with lines by hand, held against the books as they stand and as they stood on the lines'
   * day: what is taken was there then, nothing later has taken it, and no step keeps it.
   */
  async problemsOf(
    db: EntityManager,
    collectiveId: string,
    written: {
      readonly entry: Pick<JournalEntry, 'postings' | 'postedOn'>;
      readonly chart: Chart;
      readonly ask: (books: StandingBooks) => Problem[];
    },
  ): Promise<Problem[]> {
    const { postings, postedOn: day } = written.entry;
    const accounts = debtsTouched(postings, written.chart);
    const levies = { accounts: leviesAsked(postings, written.chart), chart: written.chart.version };
    const byPeople = await historyOf(db, collectiveId, written);
    const now = written.ask({
      byPeople,
      balances: await readNow(db, collectiveId),
      owed: await this.assets.listOwed(db, collectiveId, { accounts }),
      levied: await readDealings(db, collectiveId, levies),
    });
    if (now.length > 0) return now;
    const kept = await keptProblems(db, collectiveId, written);
    if (kept.length > 0 || !(await isBookedAfter(db, collectiveId, day))) return kept;
    return written.ask({
      byPeople,
      balances: await readAsOf(db, collectiveId, day),
      owed: await this.assets.listOwed(db, collectiveId, { accounts, day }),
      levied: await readDealings(db, collectiveId, { ...levies, day }),
    });
  }

  /** What stands on an account now, by pool and by whom or under what it is owed; a credit below zero. */
  listOwed(db: EntityManager, collectiveId: string, account: string): Promise<OwedTo[]> {
    return this.assets.listOwed(db, collectiveId, { accounts: [account] });
  }

  /** What members paid in as capital, in money, by pool. */
  async capitalOf(db: EntityManager, collectiveId: string, chart: Chart): Promise<(pool: Pool) => Fen> {
    const vouchers = await readByPeople(db, collectiveId, { accounts: [chart.roles.capital] });
    return (pool) => capitalPaidIn(vouchers, pool, chart);
  }

  /** Refuses what makes more of 收益分配 than a loss that the reserve covered. @see requireNotCoveredNow */
  requireNotCovered(
    db: EntityManager,
    collectiveId: string,
    more: Parameters<typeof requireNotCoveredNow>[2],
  ): Promise<void> {
    return requireNotCoveredNow(db, collectiveId, more);
  }

  /**
   * What one step's vouchers moved on an account, with what took them back, by the fact behind them and by
   * whom their lines name; a credit below zero.
   */
  async listByParty(
    db: EntityManager,
    collectiveId: string,
    { account, source }: { readonly account: string; readonly source: string },
  ): Promise<PartyMove[]> {
    const rows = await run<
      Record<'pool' | 'day' | 'amount' | 'source_id', string> & { counterparty: string | null }
    >(
      db,
      `SELECT l.pool, e.posted_on AS day, e.source_id, l.counterparty,
         CAST(SUM(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END) AS TEXT) AS amount
       FROM ${LINES_OF_ENTRIES}
       WHERE e.collective_id = ? AND ${LINES_OF_THEM} AND l.ledger_account LIKE ? AND e.source_kind = ?
       GROUP BY l.pool, e.posted_on, e.source_id, l.counterparty`,
      [collectiveId, `${account}%`, source],
    );
    return rows.map(({ pool, day, amount, source_id: sourceId, counterparty }) => ({
      ...{ pool, day, amount: BigInt(amount), sourceId },
      counterparty: counterparty ?? undefined,
    }));
  }

  /** What stands on an account for each asset that its lines name, as of now; a credit below zero. */
  async listByAsset(
    db: EntityManager,
    collectiveId: string,
    ledgerAccount: string,
  ): Promise<ReadonlyMap<string, Fen>> {
    const rows = await run<{ asset_id: string; amount: string }>(
      db,
      `SELECT asset_id,
         CAST(SUM(CASE side WHEN 'debit' THEN amount_fen ELSE -amount_fen END) AS TEXT) AS amount
       FROM ledger_lines WHERE collective_id = ? AND ledger_account = ? AND asset_id IS NOT NULL
       GROUP BY asset_id`,
      [collectiveId, ledgerAccount],
    );
    return new Map(rows.map((row) => [row.asset_id, BigInt(row.amount)]));
  }
}

/** What people wrote on capital and on what is cleared up, with what was short when the books opened. */
async function historyOf(
  db: EntityManager,
  collectiveId: string,
  { entry, chart }: { readonly entry: Pick<JournalEntry, 'postings'>; readonly chart: Chart },
): Promise<Posting[][]> {
  const accounts = historyWanted(entry.postings, chart);
  const cleared = accounts.filter((main) => isClearing(main, chart));
  const short = { accounts: cleared, cash: chart.roles.cash };
  return [
    ...(await readShortAtOpening(db, collectiveId, short)),
    ...(await readByPeople(db, collectiveId, { accounts })),
  ];
}

/** What of lines a step keeps, asked account by account of whom it concerns. */
async function keptProblems(
  db: EntityManager,
  collectiveId: string,
  { entry: { postings }, chart }: { readonly entry: Pick<JournalEntry, 'postings'>; readonly chart: Chart },
): Promise<Problem[]> {
  const standing: OwedBySource[] = [];
  for (const main of accountsKept(postings, chart)) {
    const asked = { accounts: [main], chart: chart.version, parties: partiesAsked(postings, main, chart) };
    standing.push(...(await readOwedBySource(db, collectiveId, asked)));
  }
  return keptByStepProblems(postings, standing, chart);
}
