import { Injectable } from '@nestjs/common';
import { type Month, monthOf } from '../../domain/calendar/calendar-day';
import { sumFen } from '../../domain/money/fen';
import { voucherTotal } from '../../domain/ledger/journal-entry';
import { readReserves } from '../../domain/months/read-reserves';
import { isClosed, lastDayOfYear, type PlannedStep } from '../../domain/months/year-end';
import type { Problem } from '../../domain/shared/problem';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { LinksService } from '../users/links.service';
import { placeOf } from './problem-places';
import type { StandingStep, YearOf } from './year-books.service';
import { YearEndService, type YearEndState } from './year-end.service';
import type { ClosingStepView, YearEndPageProps } from './year-end.pages';

/** Whose year end is shown, and what was typed into the reserve, so that its voucher can be seen. */
export interface YearEndAsked {
  readonly collectiveId: string;
  readonly year: number | undefined;
  readonly form?: FormState;
}

/** The page of a year end: what is missing, each step with the voucher it books. */
@Injectable()
export class YearEndViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly clock: Clock,
    private readonly books: LedgerReadService,
    private readonly yearEnd: YearEndService,
    private readonly links: LinksService,
  ) {}

  /** @throws DomainError `collective.unknown` */
  async pageOf(visit: PageVisit, asked: YearEndAsked): Promise<YearEndPageProps> {
    const { collectiveId } = asked;
    const years = await this.yearsOf(collectiveId);
    const year = asked.year ?? this.usualYear(years);
    const form = asked.form ?? filledForm({});
    const state = await this.stateOf({ collectiveId, year }, form);
    const paths = villagePaths(collectiveId);
    const mayClose = keepsBooksOf(visit.actor, collectiveId);
    const books = { collectiveId, mayOpen: await this.links.openerFor(visit.actor, collectiveId) };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      year,
      years: years.map((each) => ({
        label: String(each),
        href: withQuery(paths.yearEnd, { year: String(each) }),
        current: each === year,
      })),
      form,
      ...this.missingOf(state, books),
      withoutTerms: state.withoutTerms.map(({ assetId, name, net }) => ({
        ...{ name, net, href: paths.assetDepreciation(assetId) },
      })),
      steps: state.plan.map((step, index) => stepView(step, { index, state, collectiveId })),
      reserves: state.bases
        .filter(({ distributable }) => distributable > 0n)
        .map((base) => ({ ...base, label: labelOf(`pool.${base.pool}`) })),
      isClosed: isDone(state),
      isDecemberHeld: await this.isHeld(collectiveId, `${String(year)}-12`),
      mayClose,
      ...(mayClose ? { correctionHref: `${paths.yearEnd}/correction` } : {}),
      closeAction: `${paths.yearEnd}/close`,
      reserveAction: `${paths.yearEnd}/reserve`,
    };
  }

  /** With what was typed into the reserve, where it can be read, so that its voucher is shown before. */
  private async stateOf(of: YearOf, form: FormState): Promise<YearEndState> {
    const explanation = form.values['explanation'] ?? '';
    const state = await this.yearEnd.stateOf(of, { explanation });
    const typed = Object.fromEntries(
      state.bases.map(({ pool }) => [pool, form.values[`reserves[${pool}]`] ?? '']),
    );
    const { reserves } = readReserves({ reserves: typed, paper: '' }, state.bases);
    return reserves.length === 0 ? state : this.yearEnd.stateOf(of, { explanation, reserves });
  }

  /** What is missing and where it is mended; apart from it the months to come with what falls due then. */
  private missingOf(
    state: YearEndState,
    books: Parameters<typeof placeOf>[1],
  ): Pick<YearEndPageProps, 'problems' | 'monthsToCome'> {
    const thisMonth = monthOf(this.clock.today());
    const isToCome = (problem: Problem): boolean => monthAsked(problem) > thisMonth;
    return {
      problems: state.problems
        .filter((problem) => !isToCome(problem))
        .map((problem) => ({
          ...problem,
          href: isLate(problem) ? lastStepOf(state, books.collectiveId) : placeOf(problem, books),
        })),
      monthsToCome: [...new Set(state.problems.filter(isToCome).map(monthAsked))].sort(),
    };
  }

  private async yearsOf(collectiveId: string): Promise<number[]> {
    const { openedOn } = await this.books.requireChain(collectiveId);
    const [first, last] = [Number(openedOn.slice(0, 4)), Number(this.clock.today().slice(0, 4))];
    return Array.from({ length: Math.max(last - first + 1, 1) }, (_each, index) => first + index);
  }

  private async isHeld(collectiveId: string, month: Month): Promise<boolean> {
    const months = await this.books.listMonths(collectiveId);
    return months.some((row) => row.month === month && row.state !== 'open');
  }

  /** The last year that is over, or the first of the books. */
  private usualYear(years: readonly number[]): number {
    const today = this.clock.today();
    return years.filter((year) => lastDayOfYear(year) <= today).at(-1) ?? years[0] ?? 0;
  }
}

/** The month in which what is missing is to be done, the last one of a period; empty where it is of none. */
function monthAsked({ facts }: Problem): string {
  const said = ['period', 'month', 'generationMonth', 'to'].map((name) => facts?.[name]);
  return String(said.find((each) => each !== undefined) ?? '').slice(0, 7);
}

function isDone({ plan, problems }: YearEndState): boolean {
  return isClosed(plan) && plan.some(({ state }) => state === 'booked') && !problems.some(isLate);
}

function isLate({ code }: Problem): boolean {
  return code === 'yearEnd.enteredAfterClosing';
}

/** Steps are taken back from the last one: that is where what came in late is put right. */
function lastStepOf({ standing }: YearEndState, collectiveId: string): string | undefined {
  const last = standing.at(-1);
  return last && villagePaths(collectiveId).voucher(last.voucher.entryId);
}

function stepView(
  planned: PlannedStep,
  given: { readonly index: number; readonly state: YearEndState; readonly collectiveId: string },
): ClosingStepView {
  const { chart, standing } = given.state;
  const booked = standing.find(({ row }) => row.step === planned.step);
  return {
    number: given.index + 1,
    step: planned.step,
    label: labelOf(`closingStep.${planned.step}`),
    state: planned.state,
    ...(booked === undefined ? {} : { booked: bookedView(booked, given.collectiveId) }),
    lines:
      planned.state === 'booked'
        ? []
        : planned.postings.map(({ ledgerAccount, pool, side, amount }) => ({
            account: `${ledgerAccount}　${chart.accounts.get(ledgerAccount)?.name ?? ''}`,
            pool: labelOf(`pool.${pool}`),
            debit: side === 'debit' ? amount : 0n,
            credit: side === 'credit' ? amount : 0n,
          })),
    total: sumFen(planned.postings.filter(({ side }) => side === 'debit').map(({ amount }) => amount)),
  };
}

function bookedView({ row, voucher }: StandingStep, collectiveId: string): ClosingStepView['booked'] {
  return {
    href: villagePaths(collectiveId).voucher(voucher.entryId),
    number: voucherNumberText(voucher.voucherNumber),
    amount: voucherTotal(voucher.postings),
    note: row.decision.paper ?? row.decision.explanation ?? '',
  };
}
