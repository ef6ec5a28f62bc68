import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { monthOf } from '../../domain/calendar/calendar-day';
import type { Chart } from '../../domain/ledger/chart';
import { givenAwayOf, handBoundProblems } from '../../domain/ledger/hand-bounds';
import { type StandingBooks, turnsOverpaid } from '../../domain/ledger/pool-lines';
import { IMPORTED } from '../../domain/ledger/imported-voucher';
import type { JournalEntry } from '../../domain/ledger/journal-entry';
import type { VoucherRegisters } from '../../domain/ledger/manual-lines';
import { type ManualVoucherForm, readManualVoucher } from '../../domain/ledger/manual-voucher';
import { grantableOn } from '../../domain/ledger/pool-movements';
import { otherYearThan } from '../../domain/ledger/prior-year-move';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { CounterpartiesService } from './counterparties.service';
import { LedgerReadService } from './ledger-read.service';
import type { Hands } from './booking';
import { type BookedEntry, LedgerService } from './ledger.service';
import { type AnewEntry, readFormer } from './reentries.store';
import { PoolBalancesService } from './pool-balances.service';
import { VoucherDesk, type WrittenLines } from './voucher-desk.service';

/** A voucher as typed, and where it comes from. */
interface TypedVoucher {
  readonly form: ManualVoucherForm;
  readonly source: JournalEntry['source'];
  /** The reversed voucher in whose place it is typed. */
  readonly corrects?: string | null | undefined;
}

/** Reads typed vouchers against the registers and the books of their collective. */
@Injectable()
export class VoucherReadingService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
    private readonly balances: PoolBalancesService,
    private readonly counterparties: CounterpartiesService,
    private readonly desk: VoucherDesk,
  ) {}

  /** What a typed voucher says, with everything wrong with it. */
  async read(
    db: EntityManager,
    collectiveId: string,
    typed: TypedVoucher,
  ): Promise<{ entry: JournalEntry; problems: Problem[] }> {
    const registers = await this.registersOf(db, collectiveId);
    const { entry, problems } = readManualVoucher(typed.form, registers, typed.source);
    const { corrects = null } = typed;
    if (corrects !== null && problems.length === 0)
      problems.push(...(await this.otherYearProblems(db, collectiveId, { entry, corrects })));
    const isOlder = typed.source.kind === IMPORTED;
    if (isOlder) return { entry, problems };
    const { summary } = typed.form;
    problems.push(...this.counterparties.unprintable({ summary }));
    const sealed = await this.sealedProblems(db, collectiveId, entry.postedOn);
    if (problems.length > 0) return { entry, problems: [...problems, ...sealed] };
    const { chart } = registers;
    const written = writtenOf(entry, chart);
    const turns = turnsOverpaid(entry.postings, chart);
    const overpaid = turns ? await this.desk.listOverpaid(db, collectiveId) : [];
    const ask = (books: StandingBooks): Problem[] =>
      handBoundProblems(entry.postings, { ...books, overpaid }, chart);
    return {
      entry,
      problems: [
        ...sealed,
        ...(await this.balances.problemsOf(db, collectiveId, { entry, chart, ask })),
        ...(await this.givenAboveProblems(db, collectiveId, { entry, chart })),
        ...(await this.desk.handProblems(db, collectiveId, written)),
      ],
    };
  }

  /** What is typed in the place of a reversed voucher is about its year: `reentry.otherYear`. */
  private async otherYearProblems(
    db: EntityManager,
    collectiveId: string,
    { entry, corrects }: { readonly entry: JournalEntry; readonly corrects: string },
  ): Promise<Problem[]> {
    const corrected = await this.books.requireEntry(collectiveId, corrects, db);
    const year = otherYearThan(entry, await readFormer(db, this.books, { collectiveId, corrected }));
    const field = 'aboutPeriod';
    return year === undefined ? [] : [{ code: 'reentry.otherYear', field, facts: { year } }];
  }

  /**
   * Books what was read; what it takes of the money, and of what the steps pay, is asked once it stands.
   * @throws FormProblems `money.*Short`, `payouts.*`; DomainError as {@link LedgerService.post}
   */
  async book(tx: EntityManager, collectiveId: string, entry: AnewEntry & Hands): Promise<BookedEntry> {
    const booked = await this.ledger.post(tx, collectiveId, entry);
    await this.ledger.requireMoney(tx, collectiveId, { ...entry, isByHand: true });
    const chart = await this.ledger.requireChartOf(tx, collectiveId);
    const { entryId, chainPosition: from } = booked;
    await this.desk.keepNamed(tx, collectiveId, { entryId, written: writtenOf(entry, chart) });
    await this.desk.requireStands(tx, collectiveId, { postings: entry.postings, chart, from });
    return booked;
  }

  /** @throws FormProblems with everything wrong with it */
  async requireEntry(db: EntityManager, collectiveId: string, typed: TypedVoucher): Promise<JournalEntry> {
    const { entry, problems } = await this.read(db, collectiveId, typed);
    refuseProblems(problems);
    return entry;
  }

  /** What the lines of a collective's vouchers may name. */
  async registersOf(db: EntityManager, collectiveId: string): Promise<VoucherRegisters> {
    const chart = await this.ledger.requireChartOf(db, collectiveId);
    const assets = await this.desk.listNames(collectiveId, db);
    const counterparties = await this.counterparties.listIds(collectiveId, db);
    return { chart, assetIds: new Set(assets.keys()), counterparties };
  }

  /** What is given away by hand was earned, and lies in the pool beside capital: `voucher.abovePool`. */
  private async givenAboveProblems(
    db: EntityManager,
    collectiveId: string,
    { entry, chart }: { readonly entry: JournalEntry; readonly chart: Chart },
  ): Promise<Problem[]> {
    const problems: Problem[] = [];
    const all = givenAwayOf(entry.postings, chart);
    if (all.length === 0) return [];
    const capitalIn = await this.balances.capitalOf(db, collectiveId, chart);
    for (const { pool, given } of all) {
      const movements = await this.books.listPoolMovements(collectiveId, pool, db);
      const left = grantableOn(movements, entry.postedOn) - capitalIn(pool);
      const facts = { pool, given, most: left > 0n ? left : 0n };
      if (given > left) problems.push({ code: 'voucher.abovePool', field: 'lines', facts });
    }
    return problems;
  }

  /** A day in a sealed month can never be booked: whoever types it hears so at once. */
  private async sealedProblems(db: EntityManager, collectiveId: string, day: string): Promise<Problem[]> {
    const months = await this.books.listMonths(collectiveId, db);
    const sealed = months.find(({ month, state }) => month === monthOf(day) && state === 'sealed');
    if (sealed === undefined) return [];
    const facts = { month: sealed.month };
    return [{ code: 'voucher.monthSealed', field: 'postedOn', value: day, facts }];
  }
}

function writtenOf({ postings, postedOn, pays }: JournalEntry, chart: Chart): WrittenLines {
  return { postings, postedOn, chart, pays };
}
