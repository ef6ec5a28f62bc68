import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { firstDayOf, lastDayOf, type Month, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import type { Chart } from '../../domain/ledger/chart';
import { booksPasses, type CheckStart, type KeptBeside } from '../../domain/ledger/check-books';
import { BOOKS_BEGIN, type ChainPlace } from '../../domain/ledger/check-chain';
import type { CheckedEntry, CheckPass, LastSeal } from '../../domain/ledger/check-pass';
import type { Crossing } from '../../domain/ledger/crossing';
import type { Witnesses } from '../../domain/ledger/witness';
import { DomainError } from '../../domain/shared/domain-error';
import { sha256 } from '../../platform/digests/sha256';
import { readChainEntries, readFirstYearBehind } from './chain-entries.store';
import { type BookedAt, type ChainedAt, readBookedAt, readChainPlaces } from './chain-places.store';
import { ChartService } from './chart.service';
import { readCrossings } from './crossings.store';
import {
  findLoneLine,
  findLostRow,
  readCounterpartyKinds,
  readDigestBefore,
  readEveryAct,
  readFirstPositionAfter,
  readKeptSeals,
  readKeptTurnovers,
  readLastPosition,
  readNumbersAt,
  type PoolYear,
  readPlace,
  readPoolYears,
  readRawMonths,
  readSealPlaces,
} from './ledger-check.store';
import { type BooksRow, readBooksAsKept } from './books-row.store';
import {
  type KeptYearAccount,
  type NamedChoice,
  readKeptAccounts,
  readNamedChoices,
} from './kept-accounts.store';
import { findPlacesTaken } from './reentries.store';
import { chartOfYear } from './year-accounts.store';

/** The books as they stand for a check: what is kept beside the entries, and the passes over them. */
export interface BooksToCheck {
  readonly db: EntityManager;
  readonly collectiveId: string;
  readonly head: { readonly position: number; readonly hash: string };
  readonly lastSeal: LastSeal | undefined;
  /** Behind which place of the chain the check begins. */
  readonly from: ChainPlace;
  readonly passes: readonly CheckPass[];
  readonly chartOf: (version: string) => Chart | undefined;
}

export type { BookedAt, ChainedAt, KeptYearAccount, NamedChoice };

const BATCH = 500;

/** Reads the books to check them: the passes of the ledger, and the entries in the order of the chain. */
@Injectable()
export class LedgerCheckService {
  constructor(private readonly charts: ChartService) {}

  /**
   * The books from their first entry on.
   * @param db a view of the rows that does not change while the check runs
   * @throws DomainError `collective.unknown`
   */
  async wholeBooks(
    db: EntityManager,
    collectiveId: string,
    witnessed: Partial<Witnesses> = {},
  ): Promise<BooksToCheck> {
    const kept = await this.readKept(db, collectiveId);
    const crossings = await this.crossingsOf(db, collectiveId);
    return this.booksOf({ db, collectiveId }, kept, { witnessed, crossings });
  }

  /**
   * The books behind their last sealed month: every entry of a later day, wherever it stands in the chain,
   * and all that was chained since. What was sealed was checked then, so a long history costs nothing.
   */
  async booksSinceSeal(tx: EntityManager, collectiveId: string): Promise<BooksToCheck> {
    const places = await readSealPlaces(tx, collectiveId);
    const last = places.at(-1);
    if (last === undefined) return this.wholeBooks(tx, collectiveId);
    const { month } = last;
    const year = yearOf(month);
    const first = await readFirstPositionAfter(tx, collectiveId, { year, on: lastDayOf(month) });
    const position = Math.min(last.chainPosition, (first ?? Infinity) - 1);
    const place = position === 0 ? BOOKS_BEGIN : await readPlace(tx, collectiveId, position);
    // The entry to begin behind is gone: only the whole way through the books says where they broke.
    if (place === undefined) return this.wholeBooks(tx, collectiveId);
    const digestBefore = await readDigestBefore(tx, collectiveId, month);
    // An earlier year closed late, or written to while its December was open, goes on in the chain here.
    const fromYear = await readFirstYearBehind(tx, collectiveId, { position, year });
    const kept = await this.readKept(tx, collectiveId, { sealed: month, fromYear });
    const numbers = await readNumbersAt(tx, collectiveId, { year: fromYear, position });
    const start = { place, numbers, after: { month, digestBefore } };
    const crossings = await this.crossingsOf(tx, collectiveId);
    return this.booksOf({ db: tx, collectiveId }, kept, { witnessed: {}, crossings, start });
  }

  /** The entries to be checked, a batch at a time: memory does not grow with the books. */
  entriesOf({ from, ...books }: BooksToCheck): AsyncGenerator<CheckedEntry[]> {
    return this.entriesBetween(books, { from: from.position, to: Infinity });
  }

  /** The entries behind one place of the chain up to another, a batch at a time. */
  async *entriesBetween(
    { db, collectiveId }: Pick<BooksToCheck, 'db' | 'collectiveId'>,
    { from, to }: { readonly from: number; readonly to: number },
  ): AsyncGenerator<CheckedEntry[]> {
    let after = { position: from + 1, entryId: '' };
    for (;;) {
      const entries = await readChainEntries(db, collectiveId, { ...after, count: BATCH });
      const within = entries.filter(({ position }) => position <= to);
      const last = within.at(-1);
      if (last === undefined) return;
      yield within;
      after = { position: last.position, entryId: last.entryId };
      // SQLite answers without waiting: others are let in between two batches.
      await setImmediate();
    }
  }

  /** The row of the books as it stands. @throws DomainError `collective.unknown` */
  async requireRow(db: EntityManager, collectiveId: string): Promise<BooksRow> {
    return (await this.requireKeptRow(db, collectiveId)).books;
  }

  /** What is kept beside the entries of the whole books, for who writes it down. */
  async keptBooks(db: EntityManager, collectiveId: string): Promise<KeptBeside> {
    return (await this.readKept(db, collectiveId)).kept;
  }

  /** Every change of the chart, as what takes older vouchers back goes through it. */
  async crossingsOf(db: EntityManager, collectiveId: string): Promise<readonly Crossing[]> {
    const { regionPath } = (await this.requireKeptRow(db, collectiveId)).books;
    return readCrossings(db, this.charts, { collectiveId, regionPath });
  }

  /** Whom lines may name: ids and kinds, no names. */
  counterpartyKinds(db: EntityManager, collectiveId: string): Promise<{ id: string; kind: string }[]> {
    return readCounterpartyKinds(db, collectiveId);
  }

  /** On which accounts its years stand, use by use, as its books keep it. */
  yearAccounts(db: EntityManager, collectiveId: string): Promise<KeptYearAccount[]> {
    return readKeptAccounts(db, collectiveId);
  }

  /** Of some vouchers those that took the place of a reversed one, and of which. */
  placesTaken(
    db: EntityManager,
    collectiveId: string,
    entryIds: readonly string[],
  ): Promise<{ readonly entryId: string; readonly correctsId: string }[]> {
    return findPlacesTaken(db, collectiveId, entryIds);
  }

  /** The county's choices by which they stand. */
  yearChoices(db: EntityManager, collectiveId: string): Promise<NamedChoice[]> {
    return readNamedChoices(db, collectiveId);
  }

  /** Where the last entry of a year and the years before stands in the chain; 0 where there is none. */
  lastPositionOf(db: EntityManager, collectiveId: string, year: number): Promise<number> {
    return readLastPosition(db, collectiveId, year);
  }

  /** What each pool had, received, deducted and granted in a year, up to a place of the chain. */
  poolYears(
    db: EntityManager,
    collectiveId: string,
    of: { readonly year: number; readonly through: number },
  ): Promise<PoolYear[]> {
    return readPoolYears(db, collectiveId, of);
  }

  /** Where the chain stood when each month was sealed. */
  async sealedPositions(db: EntityManager, collectiveId: string): Promise<ReadonlyMap<Month, number>> {
    const places = await readSealPlaces(db, collectiveId);
    return new Map(places.map(({ month, chainPosition }) => [month, chainPosition]));
  }

  /** The hash of the chain at each of these positions; one where nothing stands is left out. */
  async hashesAt(
    db: EntityManager,
    collectiveId: string,
    positions: readonly number[],
  ): Promise<ReadonlyMap<number, string>> {
    const hashes = new Map<number, string>();
    for (const position of new Set(positions)) {
      const place = await readPlace(db, collectiveId, position);
      if (place !== undefined) hashes.set(position, place.hash);
    }
    return hashes;
  }

  /** The entries of one source with their places, and where each was taken back. */
  chainPlaces(db: EntityManager, collectiveId: string, sourceKind: string): Promise<ChainedAt[]> {
    return readChainPlaces(db, collectiveId, sourceKind);
  }

  /** Every voucher with the instant at which it was booked. */
  listBookedAt(db: EntityManager, collectiveId: string): Promise<BookedAt[]> {
    return readBookedAt(db, collectiveId);
  }

  /** The entry that a row of a step's table names though it is not there, if there is one. */
  findLostRow(db: EntityManager, collectiveId: string, table: string): Promise<string | undefined> {
    return findLostRow(db, collectiveId, table);
  }

  /** A chart with the accounts on which a fiscal year of these books stands, as its county chose them. */
  async findChartIn(
    db: EntityManager,
    collectiveId: string,
    { version, year }: { readonly version: string; readonly year: number },
  ): Promise<Chart | undefined> {
    const { regionPath } = (await this.requireKeptRow(db, collectiveId)).books;
    const chart = this.charts.findChart(version, regionPath);
    return chart === undefined ? undefined : chartOfYear(db, chart, { collectiveId, regionPath, year });
  }

  private async requireKeptRow(
    db: EntityManager,
    collectiveId: string,
  ): Promise<NonNullable<Awaited<ReturnType<typeof readBooksAsKept>>>> {
    const row = await readBooksAsKept(db, collectiveId);
    if (row === undefined) throw new DomainError('collective.unknown', { collectiveId });
    return row;
  }

  private booksOf(
    of: { readonly db: EntityManager; readonly collectiveId: string },
    { kept, regionPath }: { readonly kept: KeptBeside; readonly regionPath: readonly string[] },
    given: {
      readonly witnessed: Partial<Witnesses>;
      readonly crossings: readonly Crossing[];
      readonly start?: CheckStart;
    },
  ): BooksToCheck {
    const chartOf = (version: string): Chart | undefined => this.charts.findChart(version, regionPath);
    return {
      ...of,
      head: { position: kept.length, hash: kept.head },
      lastSeal: kept.seals.map(({ month, digest }) => ({ month, digest })).at(-1),
      from: given.start?.place ?? BOOKS_BEGIN,
      chartOf,
      passes: booksPasses({ kept, chartOf, hash: sha256, ...given }),
    };
  }

  /**
   * @param sealed the last sealed month left to earlier checks; empty for none
   * @param fromYear the first year of which vouchers are looked at
   */
  private async readKept(
    db: EntityManager,
    collectiveId: string,
    { sealed, fromYear } = { sealed: '', fromYear: 0 },
  ): Promise<{ readonly kept: KeptBeside; readonly regionPath: readonly string[] }> {
    const { books, spoilt } = await this.requireKeptRow(db, collectiveId);
    const turnovers = await readKeptTurnovers(db, collectiveId, sealed);
    const kept: KeptBeside = {
      openedOn: firstDayOf(monthOf(books.openedOn)),
      length: books.chainLength,
      head: books.chainHead,
      lastBookedAt: books.lastBookedAt,
      settledBefore: books.settledBefore,
      spoilt,
      months: await readRawMonths(db, collectiveId),
      acts: await readEveryAct(db, collectiveId),
      sealPlaces: await readSealPlaces(db, collectiveId),
      seals: await readKeptSeals(db, collectiveId, sealed),
      turnovers: turnovers.filter((each) => each.month > sealed),
      loneLine: sealed === '' ? await findLoneLine(db, collectiveId) : undefined,
      counters: new Map(
        Object.entries(books.voucherNumbers)
          .map(([year, last]) => [Number(year), last] as const)
          .filter(([year]) => year >= fromYear),
      ),
    };
    return { kept, regionPath: books.regionPath };
  }
}
