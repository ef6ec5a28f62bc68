import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type CalendarDay, type Month, yearOf } from '../../domain/calendar/calendar-day';
import type { LastSeal } from '../../domain/ledger/check-pass';
import type { CounterpartyNames } from '../../domain/ledger/counterparty';
import type { CanonicalVersion } from '../../domain/ledger/hash-chain';
import type { Pool, Posting } from '../../domain/ledger/journal-entry';
import type { MonthRow } from '../../domain/ledger/month-states';
import type { PoolMovement } from '../../domain/ledger/pool-movements';
import { sumFen } from '../../domain/money/fen';
import { type TrialBalance, trialBalance } from '../../domain/ledger/trial-balance';
import { DomainError } from '../../domain/shared/domain-error';
import { type LostRows, readLostRows } from '../../platform/audit/lost-rows';
import { Database } from '../../platform/database/database';
import { erasOf, monthsWithin, readChartCarried } from './chart-eras';
import { ChartService } from './chart.service';
import { readCounterpartyNames } from './counterparties.store';
import { LedgerEntryEntity } from './ledger-entry.entity';
import { LedgerLineEntity } from './ledger-line.entity';
import { readBooks } from './books-row.store';
import { readMonths, run } from './ledger.store';
import { type MovementsAsked, readMovements } from './pool-movements.store';
import { readCarried, readLastSeal } from './month-seals.store';
import { readCarriedOver, readTurnoversOf, turnoversOfEra } from './turnovers.store';

/** A voucher as it stands in the books. */
export interface Voucher {
  readonly entryId: string;
  readonly voucherYear: number;
  readonly voucherNumber: number;
  readonly event: string;
  readonly postedOn: CalendarDay;
  readonly bookedAt: string;
  readonly aboutPeriod: Month;
  readonly statementOn: CalendarDay;
  readonly summary: string;
  readonly source: { readonly kind: string; readonly id: string };
  /** How many source documents are attached. */
  readonly attachments: number;
  readonly preparedBy: string;
  readonly reviewedBy?: string;
  readonly postedBy: string;
  readonly reversesId?: string;
  readonly reversedById?: string;
  readonly reason?: string;
  readonly chart: string;
  readonly canonical: CanonicalVersion;
  readonly chainPosition: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly postings: readonly Posting[];
}

/** More entries than any books have. */
export const ALL_ENTRIES = 2_147_483_647;

/** Reading the books. `db` is the reader unless a transaction asks about what it has just written. */
@Injectable()
export class LedgerReadService {
  constructor(
    private readonly database: Database,
    private readonly charts: ChartService,
  ) {}

  /** The rows of the registers that are on record and gone. */
  listLostRows(collectiveId: string): Promise<LostRows[]> {
    return readLostRows(this.database.reader, collectiveId);
  }

  /** @throws DomainError `ledger.entryUnknown` */
  async requireEntry(
    collectiveId: string,
    entryId: string,
    db: EntityManager = this.database.reader,
  ): Promise<Voucher> {
    const entry = await db.findOneBy(LedgerEntryEntity, { collectiveId, id: entryId });
    if (entry === null) throw new DomainError('ledger.entryUnknown', { entryId });
    const [voucher] = await this.withLines(db, collectiveId, [entry]);
    if (voucher === undefined) throw new DomainError('ledger.entryUnknown', { entryId });
    return voucher;
  }

  /** The vouchers of the months from first to last, in the order of their numbers. */
  async listVouchers(collectiveId: string, months: { first: Month; last: Month }): Promise<Voucher[]> {
    const db = this.database.reader;
    const entries = await db
      .createQueryBuilder(LedgerEntryEntity, 'entry')
      .where('entry.collectiveId = :collectiveId', { collectiveId })
      .andWhere('entry.voucherYear BETWEEN :firstYear AND :lastYear', {
        firstYear: yearOf(months.first),
        lastYear: yearOf(months.last),
      })
      .andWhere('entry.postedOn >= :first AND entry.postedOn <= :last', {
        first: `${months.first}-01`,
        last: `${months.last}-31`,
      })
      .orderBy('entry.voucherYear')
      .addOrderBy('entry.voucherNumber')
      .getMany();
    return this.withLines(db, collectiveId, entries);
  }

  /** The months of the books, oldest first. */
  listMonths(collectiveId: string, db: EntityManager = this.database.reader): Promise<MonthRow[]> {
    return readMonths(db, collectiveId);
  }

  /**
   * Length and head of the collective's chain, and the day its books opened. @throws DomainError
   * `collective.unknown`
   */
  async requireChain(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<{ length: number; head: string; openedOn: CalendarDay }> {
    const books = await readBooks(db, collectiveId);
    if (books === undefined) throw new DomainError('collective.unknown', { collectiveId });
    return { length: books.chainLength, head: books.chainHead, openedOn: books.openedOn };
  }

  /**
   * The trial balance of the months from first to last: what the last seal before them closed with, and
   * the turnovers kept with every entry since, so that a long history costs nothing. Where the
   * chart changed within them, the rows of the old one come first, as its last year closed them; those of
   * the new one begin with what was carried over.
   */
  async trialBalance(collectiveId: string, months: { first: Month; last: Month }): Promise<TrialBalance> {
    const db = this.database.reader;
    const books = await readBooks(db, collectiveId);
    if (books === undefined) throw new DomainError('collective.unknown', { collectiveId });
    const brought = await readCarried(db, collectiveId, months.first);
    const since = await readTurnoversOf(db, collectiveId, { after: brought.month, through: months.last });
    const carried = await readChartCarried(db, collectiveId);
    const over = await readCarriedOver(db, collectiveId, { through: months.last, carried });
    const turnovers = [...brought.turnovers, ...since, ...over];
    const eras = erasOf(carried, books).filter((era) => era.first <= months.last);
    const parts = eras.map((era) =>
      trialBalance(
        turnoversOfEra(turnovers, era),
        this.charts.requireChart(era.chart, books.regionPath),
        monthsWithin(era, months),
      ),
    );
    const shown = parts.filter((_part, index) => (eras[index]?.last ?? '') >= months.first);
    return {
      rows: shown.flatMap(({ rows }) => rows),
      debit: sumFen(shown.map(({ debit }) => debit)),
      credit: sumFen(shown.map(({ credit }) => credit)),
    };
  }

  /** The chart of these books now, or another version of it. @throws DomainError `collective.unknown` */
  async chartOf(collectiveId: string, version?: string): Promise<ReturnType<ChartService['requireChart']>> {
    const books = await readBooks(this.database.reader, collectiveId);
    if (books === undefined) throw new DomainError('collective.unknown', { collectiveId });
    return this.charts.requireChart(version ?? books.chart, books.regionPath);
  }

  /** The accounts that steps ask for, as a chart names them. */
  rolesOf(chart: string): ReturnType<ChartService['requireChart']>['roles'] {
    return this.charts.requireChart(chart).roles;
  }

  /** What moved a pool, summed by flow and statement day. */
  listPoolMovements(
    collectiveId: string,
    pool: Pool,
    db: EntityManager = this.database.reader,
  ): Promise<PoolMovement[]> {
    return this.listMovementsFrom(collectiveId, { pool, from: '' }, db);
  }

  /** Those from a day on, of one asset where it is named: as dear after ten years as after one. */
  listMovementsFrom(collectiveId: string, asked: MovementsAsked, db: EntityManager): Promise<PoolMovement[]> {
    return readMovements(db, collectiveId, asked);
  }

  /** The entries that a reversal has taken back. */
  async listReversedIds(
    collectiveId: string,
    db: EntityManager = this.database.reader,
    upTo?: number,
  ): Promise<Set<string>> {
    return new Set((await this.listReversalDays(collectiveId, db, upTo)).keys());
  }

  /**
   * The entries that a reversal has taken back, with the day of the reversal.
   * @param upTo how many entries the books had: what was taken back later still stood then
   */
  async listReversalDays(
    collectiveId: string,
    db: EntityManager = this.database.reader,
    upTo = ALL_ENTRIES,
  ): Promise<Map<string, CalendarDay>> {
    const rows = await run<{ reverses_id: string; posted_on: string }>(
      db,
      `SELECT reverses_id, posted_on FROM ledger_entries
       WHERE collective_id = ? AND reverses_id IS NOT NULL AND chain_position <= ?`,
      [collectiveId, upTo],
    );
    return new Map(rows.map((row) => [row.reverses_id, row.posted_on]));
  }

  /** The last seal: its digest covers its own month and every one before. */
  findLastSeal(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<LastSeal | undefined> {
    return readLastSeal(db, collectiveId);
  }

  /** Whom lines and receivables name. */
  listCounterparties(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<CounterpartyNames> {
    return readCounterpartyNames(db, collectiveId);
  }

  /** The voucher day of each of these entries. */
  async listPostedDays(
    collectiveId: string,
    entryIds: readonly string[],
    db: EntityManager = this.database.reader,
  ): Promise<Map<string, CalendarDay>> {
    const entries = await db.findBy(LedgerEntryEntity, { collectiveId, id: In([...new Set(entryIds)]) });
    return new Map(entries.map((entry) => [entry.id, entry.postedOn]));
  }

  private async withLines(
    db: EntityManager,
    collectiveId: string,
    entries: readonly LedgerEntryEntity[],
  ): Promise<Voucher[]> {
    if (entries.length === 0) return [];
    const ids = entries.map((entry) => entry.id);
    const lines = await db
      .createQueryBuilder(LedgerLineEntity, 'line')
      .where('line.collectiveId = :collectiveId AND line.entryId IN (:...ids)', { collectiveId, ids })
      .orderBy('line.lineNumber')
      .getMany();
    const reversals = await db
      .createQueryBuilder(LedgerEntryEntity, 'entry')
      .where('entry.collectiveId = :collectiveId AND entry.reversesId IN (:...ids)', { collectiveId, ids })
      .getMany();
    return entries.map((entry) =>
      voucherOf(entry, {
        lines: lines.filter((line) => line.entryId === entry.id),
        reversedById: reversals.find((reversal) => reversal.reversesId === entry.id)?.id,
      }),
    );
  }
}

function voucherOf(
  entry: LedgerEntryEntity,
  given: { readonly lines: readonly LedgerLineEntity[]; readonly reversedById: string | undefined },
): Voucher {
  return {
    entryId: entry.id,
    voucherYear: entry.voucherYear,
    voucherNumber: entry.voucherNumber,
    event: entry.event,
    postedOn: entry.postedOn,
    bookedAt: entry.bookedAt,
    aboutPeriod: entry.aboutPeriod,
    statementOn: entry.statementOn,
    summary: entry.summary,
    source: { kind: entry.sourceKind, id: entry.sourceId },
    attachments: entry.attachments,
    preparedBy: entry.preparedBy,
    ...(entry.reviewedBy === null ? {} : { reviewedBy: entry.reviewedBy }),
    postedBy: entry.postedBy ?? entry.preparedBy,
    ...(entry.reversesId === null ? {} : { reversesId: entry.reversesId }),
    ...(given.reversedById === undefined ? {} : { reversedById: given.reversedById }),
    ...(entry.reason === null ? {} : { reason: entry.reason }),
    chart: entry.chart,
    canonical: entry.canonical,
    chainPosition: entry.chainPosition,
    previousHash: entry.previousHash,
    hash: entry.hash,
    postings: given.lines.map(postingOf),
  };
}

function postingOf(line: LedgerLineEntity): Posting {
  return {
    ledgerAccount: line.ledgerAccount,
    side: line.side,
    amount: line.amount,
    pool: line.pool,
    ...(line.poolFlow === null ? {} : { poolFlow: line.poolFlow }),
    ...(line.assetId === null ? {} : { assetId: line.assetId }),
    ...(line.stream === null ? {} : { stream: line.stream }),
    ...(line.generationMonth === null ? {} : { generationMonth: line.generationMonth }),
    ...(line.counterparty === null ? {} : { counterparty: line.counterparty }),
    ...(line.planLineId === null ? {} : { planLineId: line.planLineId }),
  };
}
