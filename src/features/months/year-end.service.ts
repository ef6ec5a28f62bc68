import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MissingTerms } from '../../domain/assets/missing-terms';
import { PAPERS_AT_LEAST } from '../../domain/ledger/attachments';
import { YEAR_CLOSING } from '../../domain/ledger/closing-entries';
import type { Chart } from '../../domain/ledger/chart';
import type { Posting } from '../../domain/ledger/journal-entry';
import { readReserves, type ReserveForm } from '../../domain/months/read-reserves';
import {
  type ClosingStep,
  lastDayOfYear,
  lastMonthOf,
  planClosing,
  type PlannedStep,
  requireNextStep,
  type ReserveLimit,
  RESERVE_SOURCE,
  reserveBases,
} from '../../domain/months/year-end';
import type { Reserve } from '../../domain/months/year-end-postings';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { yearEndSummaries } from '../../glossary/voucher-summaries-yearend';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { DepreciationReadService } from '../assets/depreciation-read.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { YearBooksService, type StandingStep, type YearOf } from './year-books.service';
import { type ClosingDecision, YearClosingEntity } from './year-closing.entity';

const EVENTS: Readonly<Record<ClosingStep, string>> = {
  income: 'months.incomeClosed',
  surplus: 'months.surplusClosed',
  reserve: 'months.reserveTaken',
  carryForward: 'months.surplusCarried',
};

/** A year end as a page shows it. */
export interface YearEndState {
  readonly chart: Chart;
  readonly plan: readonly PlannedStep[];
  readonly problems: readonly Problem[];
  readonly bases: readonly ReserveLimit[];
  readonly standing: readonly StandingStep[];
  /** Assets that lose nothing in the books: the year's surplus is too great by it. They keep no step. */
  readonly withoutTerms: readonly MissingTerms[];
}

/** Closes a fiscal year, one voucher a step, all on 31 December. */
@Injectable()
export class YearEndService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly years: YearBooksService,
    private readonly ledger: LedgerService,
    private readonly depreciation: DepreciationReadService,
  ) {}

  /** How far the year is closed, what each step would book, and what is missing before. */
  async stateOf(
    of: YearOf,
    given: { readonly explanation: string; readonly reserves?: readonly Reserve[] },
  ): Promise<YearEndState> {
    const db = this.database.reader;
    const books = await this.years.read(db, of, given.reserves);
    return {
      chart: books.chart,
      plan: planClosing(books),
      problems: await this.years.closingProblems(db, of, { books, explanation: given.explanation }),
      bases: reserveBases(books),
      standing: await this.years.listStanding(db, of),
      withoutTerms: await this.depreciation.listWithoutTerms(of.collectiveId, lastMonthOf(of.year)),
    };
  }

  /**
   * Books a step but the reserve.
   * @param form its explanation says why disposals or production under way stand on their accounts
   * @throws FormProblems with everything that is missing; DomainError `yearEnd.stepBooked`,
   *   `yearEnd.stepNotNext`, `yearEnd.laterBooked`, `yearEnd.nothingToClose`
   */
  closeStep(
    of: YearOf,
    form: { readonly step: Exclude<ClosingStep, 'reserve'>; readonly explanation: string },
    command: Command,
  ): Promise<BookedEntry> {
    return this.database.inTransaction(
      of.collectiveId,
      async (tx) => {
        const books = await this.years.read(tx, of);
        refuseProblems(await this.years.closingProblems(tx, of, { books, explanation: form.explanation }));
        const postings = requireNextStep(planClosing(books), form.step);
        const explanation = form.explanation.trim();
        const decision = explanation === '' ? {} : { explanation };
        return this.book(tx, of, { step: form.step, postings, decision, by: command.by });
      },
      onceOf(command, 'months.closeYear', { ...of, ...form }),
    );
  }

  /**
   * Takes into the reserve what the assembly decided, by pool.
   * @throws FormProblems `yearEnd.*`, `form.missing`; DomainError as {@link closeStep}
   */
  takeReserve(of: YearOf, form: ReserveForm, command: Command): Promise<BookedEntry> {
    return this.database.inTransaction(
      of.collectiveId,
      async (tx) => {
        const books = await this.years.read(tx, of);
        requireReserveNext(planClosing(books));
        const { reserves, problems } = readReserves(form, reserveBases(books));
        const missing = await this.years.closingProblems(tx, of, { books, explanation: '' });
        refuseProblems([...missing, ...problems]);
        const postings = requireNextStep(planClosing({ ...books, reserves }), 'reserve');
        const decision = { paper: form.paper.trim(), reserves: form.reserves };
        return this.book(tx, of, { step: 'reserve', postings, decision, by: command.by });
      },
      onceOf(command, 'months.takeReserve', { ...of, ...form }),
    );
  }

  private async book(
    tx: EntityManager,
    { collectiveId, year }: YearOf,
    closing: {
      readonly step: ClosingStep;
      readonly postings: readonly Posting[];
      readonly decision: ClosingDecision;
      readonly by: string;
    },
  ): Promise<BookedEntry> {
    const { step, postings, decision, by } = closing;
    const number = 1 + (await tx.countBy(YearClosingEntity, { collectiveId, year, step }));
    const day = lastDayOfYear(year);
    const booked = await this.ledger.post(tx, collectiveId, {
      event: EVENTS[step],
      postedOn: day,
      aboutPeriod: lastMonthOf(year),
      statementOn: day,
      summary: yearEndSummaries[step](year),
      source: {
        kind: step === 'reserve' ? RESERVE_SOURCE : YEAR_CLOSING,
        id: `${String(year)} ${step} ${String(number)}`,
      },
      ...(step === 'reserve' ? { attachments: PAPERS_AT_LEAST } : {}),
      postings,
      preparedBy: by,
    });
    await insertRecorded(tx, YearClosingEntity, {
      ...{ collectiveId, year, step, number, entryId: booked.entryId, decision },
      doneBy: by,
      doneAt: this.clock.now(),
    });
    return booked;
  }
}

function requireReserveNext(plan: readonly PlannedStep[]): void {
  const reserve = plan.find(({ step }) => step === 'reserve');
  if (reserve?.state !== 'open') requireNextStep(plan, 'reserve');
}
