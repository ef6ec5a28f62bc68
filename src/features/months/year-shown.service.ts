import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, type Month, yearOf } from '../../domain/calendar/calendar-day';
import { type Chart, mainCodeOf } from '../../domain/ledger/chart';
import { mayGoTo } from '../../domain/ledger/chart-mapping';
import { YEAR_CLOSING } from '../../domain/ledger/closing-entries';
import { BY_PEOPLE } from '../../domain/ledger/given-up';
import { signedAmount } from '../../domain/ledger/journal-entry';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import type { Correction } from '../../domain/months/read-correction';
import { type AccountThen, accountThen, type DatedCarry } from '../../domain/months/year-shown';
import { type Fen, sumFen } from '../../domain/money/fen';
import { yearEndSummaries } from '../../glossary/voucher-summaries-yearend';
import { DomainError } from '../../domain/shared/domain-error';
import { type BookLine, BookLinesService } from '../ledger/book-lines.service';
import { ChartCarryService } from '../ledger/chart-carry.service';
import type { Voucher } from '../ledger/ledger-read.service';
import { LedgerService } from '../ledger/ledger.service';
import { ChartChangeEntity } from './chart-change.entity';
import { PriorYearAccountEntity } from './prior-year-account.entity';
import { standingOf } from './standing-corrections';

/** A closed year's days, in one pool. */
interface Year {
  readonly collectiveId: string;
  readonly days: { readonly from: CalendarDay; readonly to: CalendarDay; readonly pool: Correction['pool'] };
}

/** An account of today, in a pool, and a month of the closed year. */
type ShownAccount = Pick<Correction, 'account' | 'nature' | 'pool' | 'aboutPeriod'>;

/** What a closed year showed of an account, by what the account means. */
@Injectable()
export class YearShownService {
  constructor(
    private readonly lines: BookLinesService,
    private readonly ledger: LedgerService,
    private readonly carrying: ChartCarryService,
  ) {}

  /**
   * What a closed year showed of an account of today in a pool, on the side it stands on, less what was
   * reversed since, with the corrections of before and what was booked later and moved to it; of a detail no
   * more than its main account has left. A year kept under an older chart is read by what its accounts are
   * called now. Of an old account that may be either of two all is shown of both, less what was taken off the
   * other beyond its own. Of a year before these books nothing is known: nothing is taken off it.
   */
  async shownOf(
    tx: EntityManager,
    collectiveId: string,
    { correction, chart }: { readonly correction: ShownAccount; readonly chart: Chart },
  ): Promise<Fen> {
    const { account, nature } = correction;
    const of = yearOfAccount(collectiveId, correction);
    const carries = await this.carriesAfter(tx, collectiveId, of.days.to);
    const sums: Fen[] = [];
    for (const each of new Set([account, mainCodeOf(account)])) {
      const then = accountThen(each, chart, carries);
      sums.push(await this.netOf(tx, of, { then, which: 'own' }));
      sums.push(await this.netOf(tx, of, { then, which: 'shared' }));
    }
    const shown = nature === 'income' ? sums.map((sum) => -sum) : sums;
    return shown.reduce((least, sum) => (sum < least ? sum : least));
  }

  /**
   * Refuses the reversal of an entry that would leave less than nothing of an account in its year: where the
   * form for earlier years took the same off a closed one already, or where people wrote both what a voucher
   * cost and what came back of it. What took it off is taken back first.
   * @throws DomainError `reversal.corrected`, `reversal.takenOff`
   */
  async requireNotTakenOff(
    tx: EntityManager,
    collectiveId: string,
    asked: {
      readonly voucher: Voucher;
      readonly chart: Chart;
      /** A month of the year whose income and expense the voucher is. */
      readonly aboutPeriod: Month;
      readonly isClosed: boolean;
    },
  ): Promise<void> {
    const { voucher, chart, aboutPeriod, isClosed } = asked;
    const carries = await this.carriesAfter(tx, collectiveId, voucher.postedOn);
    for (const { correction, taken } of resultsOf(voucher, { chart, carries, aboutPeriod })) {
      const { account, nature, pool } = correction;
      const shown = await this.shownOf(tx, collectiveId, { correction, chart });
      if (taken <= shown) continue;
      const name = `${account} ${chart.accounts.get(account)?.name ?? ''}`;
      const facts = { account: name, pool, year: yearOf(aboutPeriod), most: shown > 0n ? shown : 0n };
      if (!isClosed && BY_PEOPLE.includes(voucher.source.kind))
        throw new DomainError('reversal.takenOff', facts);
      const corrected = await this.correctedNow(tx, collectiveId, { of: correction, chart });
      if (nature === 'income' ? corrected > 0n : corrected < 0n)
        throw new DomainError('reversal.corrected', facts);
    }
  }

  /** What corrections of its year say of a main account with its details, by what it means now. */
  private async correctedNow(
    tx: EntityManager,
    collectiveId: string,
    { of, chart }: { readonly of: ShownAccount; readonly chart: Chart },
  ): Promise<Fen> {
    const year = yearOfAccount(collectiveId, of);
    const carries = await this.carriesAfter(tx, collectiveId, year.days.to);
    const sums = accountThen(mainCodeOf(of.account), chart, carries).map((then) =>
      this.correctedOn(tx, year, { then, which: 'own' }),
    );
    return sumFen(await Promise.all(sums));
  }

  /** The changes of the chart after a day, newest first. */
  private async carriesAfter(
    tx: EntityManager,
    collectiveId: string,
    day: CalendarDay,
  ): Promise<DatedCarry[]> {
    const rows = await tx.find(ChartChangeEntity, { where: { collectiveId }, order: { validFrom: 'DESC' } });
    const carries: DatedCarry[] = [];
    for (const { fromChart, toChart, validFrom, choices } of rows.filter((row) => row.validFrom > day)) {
      const old = await this.ledger.requireChartOf(tx, collectiveId, fromChart);
      const now = await this.ledger.requireChartOf(tx, collectiveId, toChart);
      carries.push({ old, now, validFrom, choices, mapping: this.carrying.requireMapping({ old, now }) });
    }
    return carries;
  }

  /** What was booked in the year and what was corrected about it since, debit positive. */
  private async netOf(
    tx: EntityManager,
    of: Year,
    { then, which }: { readonly then: readonly AccountThen[]; readonly which: 'own' | 'shared' },
  ): Promise<Fen> {
    const inYear = then.at(-1);
    const sums = inYear === undefined ? [] : [await this.bookedOn(of, inYear[which])];
    for (const each of then) {
      sums.push(await this.correctedOn(tx, of, { then: each, which }));
      sums.push(await this.movedOn(of, { then: each, which }));
    }
    return sumFen(sums);
  }

  /** What was booked in later years and moved to this one, under a chart: the moves mirror it. */
  private async movedOn(
    { collectiveId, days }: Year,
    { then, which }: { readonly then: AccountThen; readonly which: 'own' | 'shared' },
  ): Promise<Fen> {
    const { from = '', before, [which]: codes } = then;
    const sums: Fen[] = [];
    for (const account of topsOf(codes)) {
      const about = await this.lines.listLines(collectiveId, { ...days, by: 'aboutPeriod', account });
      const own = standingOf(PRIOR_YEAR.move, about).filter(
        ({ ledgerAccount, postedOn }) =>
          codes.has(ledgerAccount) && postedOn >= from && (before === undefined || postedOn < before),
      );
      sums.push(...own.map((line) => -signedAmount(line)));
    }
    return sumFen(sums);
  }

  private async bookedOn({ collectiveId, days }: Year, codes: ReadonlySet<string>): Promise<Fen> {
    const takenBack = await this.lines.listTakenBackAfter(collectiveId, days.to);
    const sums: Fen[] = [];
    for (const account of topsOf(codes)) {
      const lines = await this.lines.listLines(collectiveId, { ...days, by: 'postedOn', account });
      const own = lines.filter(
        ({ sourceKind, entryId, ledgerAccount }) =>
          sourceKind !== YEAR_CLOSING && !takenBack.has(entryId) && codes.has(ledgerAccount),
      );
      sums.push(...own.map(signedAmount));
    }
    return sumFen(sums);
  }

  /** What corrections that stand and were booked under a chart say of its accounts. */
  private async correctedOn(
    tx: EntityManager,
    { collectiveId, days }: Year,
    { then, which }: { readonly then: AccountThen; readonly which: 'own' | 'shared' },
  ): Promise<Fen> {
    const { chart, from = '', before, [which]: codes } = then;
    const account = chart.roles.surplusDistribution;
    const about = await this.lines.listLines(collectiveId, { ...days, by: 'aboutPeriod', account });
    const rows = await tx.find(PriorYearAccountEntity, { where: { collectiveId } });
    const accounts = new Map(rows.map(({ entryId, ledgerAccount }) => [entryId, ledgerAccount]));
    const names = [...codes].map((code) => chart.accounts.get(code)?.name ?? code);
    // Before its account was kept beside it, a correction told it by its summary.
    const starts = names.map((name) => yearEndSummaries.correction(name, yearOf(days.from), ''));
    const isAbout = ({ entryId, summary }: BookLine): boolean => {
      const kept = accounts.get(entryId);
      return kept === undefined ? starts.some((start) => summary.startsWith(start)) : codes.has(kept);
    };
    const own = standingOf(PRIOR_YEAR.correction, about).filter(
      (line) => line.postedOn >= from && (before === undefined || line.postedOn < before) && isAbout(line),
    );
    return sumFen(own.map(signedAmount));
  }
}

/** What a reversal would take off an account of today in the year of its entry. */
interface TakenOff {
  readonly correction: ShownAccount;
  readonly taken: Fen;
}

/**
 * What a voucher booked of income and expense, by what its accounts mean today, on the side they stand on; of
 * an old account that may be either of two the same of both.
 */
function resultsOf(
  { postings }: Pick<Voucher, 'postings'>,
  of: { readonly chart: Chart; readonly carries: readonly DatedCarry[]; readonly aboutPeriod: Month },
): TakenOff[] {
  const { chart, carries, aboutPeriod } = of;
  const meant = (code: string): readonly string[] =>
    carries.reduceRight<readonly string[]>(
      (codes, carry) => codes.flatMap((each) => mayGoTo(each, carry)),
      [code],
    );
  return postings.flatMap(({ ledgerAccount, pool }) =>
    meant(ledgerAccount).flatMap((account): TakenOff[] => {
      const nature = chart.accounts.get(account)?.nature;
      if (nature !== 'income' && nature !== 'expense') return [];
      const same = postings.filter(
        (line) => line.pool === pool && meant(line.ledgerAccount).includes(account),
      );
      const net = sumFen(same.map(signedAmount));
      return [
        { correction: { account, nature, pool, aboutPeriod }, taken: nature === 'income' ? -net : net },
      ];
    }),
  );
}

/** Accounts are read with their details. */
function topsOf(codes: ReadonlySet<string>): string[] {
  return [...codes].filter((code) => ![...codes].some((top) => top !== code && code.startsWith(top)));
}

function yearOfAccount(collectiveId: string, { pool, aboutPeriod }: ShownAccount): Year {
  const year = String(yearOf(aboutPeriod));
  return { collectiveId, days: { from: `${year}-01-01`, to: `${year}-12-31`, pool } };
}
