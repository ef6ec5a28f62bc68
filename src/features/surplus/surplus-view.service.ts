import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import { STEPPED_POOLS } from '../../domain/ledger/manual-voucher';
import { sumFen } from '../../domain/money/fen';
import { type DecidedPlan, releasedEver, waitingOf } from '../../domain/surplus/decided-within';
import { releasedOf, type SurplusStatement } from '../../domain/surplus/surplus-statement';
import { reserveWords } from '../../glossary/terms-reserves';
import { periodName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { idlePaths } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { PromisedMoneyService } from '../ledger/promised-money.service';
import { PeriodsService } from './periods.service';
import { SurplusLinesService } from './surplus-lines.service';
import type { CorrectionsShown, DecidedShown } from './surplus-decided.pages';
import type { ReservedShown } from './surplus-meaning.pages';
import type { CarriedPart, SurplusPageProps } from './surplus.pages';
import { type StatementPeriod, SurplusService } from './surplus.service';

/** Whose statement, of which pool and days; the period to be distributed next where none are named. */
export interface StatementAsked {
  readonly collectiveId: string;
  readonly pool: Pool;
  readonly from: CalendarDay | undefined;
  readonly to: CalendarDay | undefined;
}

/** The page of a pool's surplus: the equation, its picture, every fact behind it. */
@Injectable()
export class SurplusViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly surplus: SurplusService,
    private readonly lines: SurplusLinesService,
    private readonly periods: PeriodsService,
    private readonly promises: PromisedMoneyService,
  ) {}

  /** @throws FormProblems `calendar.reversed` */
  async pageOf(visit: PageVisit, asked: StatementAsked): Promise<SurplusPageProps> {
    const { collectiveId, pool } = asked;
    const { halfYears, next, isSettled, today } = await this.periods.periodsOf(collectiveId, pool);
    const shown = { from: asked.from ?? next.from, to: asked.to ?? next.to };
    const statement = await this.surplus.statement(collectiveId, { pool, ...shown });
    const openedOn = halfYears[0]?.from;
    const isSplit = STEPPED_POOLS.includes(pool);
    // What members were given, plans promised or somebody set aside is not there to be planned.
    const left = await this.promises.leastFreeFrom(collectiveId, { pool, day: today });
    const isDue = shown.to <= today && !isSettled(shown) && statement.distributable > 0n && left > 0n;
    const mayDraft = isSplit && isDue && keepsBooksOf(visit.actor, collectiveId);
    const paths = villagePaths(collectiveId);
    const hrefOf = (path: string, of: Pool = pool): string => withQuery(path, { pool: of, ...shown });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'surplus' }),
      pool: labelOf(`pool.${pool}`),
      isSplit,
      ...(openedOn !== undefined && shown.to < openedOn ? { beforeBooks: openedOn } : {}),
      from: shown.from,
      through: shown.to,
      carried: statement.carriedOver,
      received: statement.received,
      deducted: statement.deducted,
      distributable: statement.distributable,
      free: await this.promises.freeOn(collectiveId, { pool, day: today }),
      taxAhead: await this.surplus.taxAhead(collectiveId, pool),
      reserved: await this.reservedOf(collectiveId, statement),
      ...(isSplit ? { reservesHref: withQuery(paths.reserves, { pool }) } : {}),
      corrections: await this.correctionsOf(collectiveId, statement),
      decided: await this.decidedOf(collectiveId, statement, today),
      carriedParts: await this.carriedParts(collectiveId, { pool, ...shown }, openedOn),
      lines: await this.lines.listLines(collectiveId, { pool, ...shown }),
      ...(mayDraft ? { draftHref: hrefOf(paths.newPlan) } : {}),
      further: isSplit ? furtherOf(collectiveId, hrefOf) : undefined,
      sheetHref: hrefOf(`${paths.surplus}/sheet.pdf`),
      workbookHref: hrefOf(`${paths.surplus}/table.xlsx`),
      span: { action: paths.surplus, pool },
      periods: halfYears.map((period) => ({
        label: periodName(period),
        href: withQuery(paths.surplus, { pool, ...period }),
        current: period.from === shown.from && period.to === shown.to,
      })),
      pools: (await this.surplus.listUsedPools(collectiveId)).map((each) => ({
        label: labelOf(`pool.${each}`),
        href: hrefOf(paths.surplus, each),
        current: each === pool,
      })),
    };
  }

  /** What of a statement's result stands set aside on its last day. */
  private async reservedOf(
    collectiveId: string,
    { pool, to: day, distributable }: Pick<SurplusStatement, 'pool' | 'to' | 'distributable'>,
  ): Promise<ReservedShown | undefined> {
    const standing = await this.promises.reservesOn(collectiveId, { pool, day });
    if (standing.length === 0) return undefined;
    const fen = sumFen(standing.map(({ amount }) => amount));
    return { fen, purposes: reserveWords.purposes(standing), left: distributable - fen };
  }

  /** What of the last settled period was put right since, each by its voucher. */
  private async correctionsOf(
    collectiveId: string,
    statement: SurplusStatement,
  ): Promise<CorrectionsShown | undefined> {
    const found = await this.periods.correctionsOf(collectiveId, statement);
    if (found === undefined) return undefined;
    const { decided, corrected, lines } = found;
    const paths = villagePaths(collectiveId);
    return {
      ...{ decided, corrected },
      entries: lines.map(({ of, effect: amount }) => ({
        ...{ voucherNumber: voucherNumberText(of.voucherNumber), href: paths.voucher(of.entryId) },
        ...{ postedOn: of.postedOn, summary: widePunctuation(of.summary), amount },
      })),
    };
  }

  /** What of the result approved plans have decided on, each by its plan. */
  private async decidedOf(
    collectiveId: string,
    statement: SurplusStatement,
    today: CalendarDay,
  ): Promise<DecidedShown | undefined> {
    const found = await this.surplus.decidedWithin(collectiveId, statement, today);
    if (found === undefined) return undefined;
    const named = (plan: DecidedPlan) => ({
      ...{ label: periodName({ from: plan.periodFrom, to: plan.periodTo }) },
      ...{ href: villagePaths(collectiveId).plan(plan.planId) },
      ...{ planned: plan.planned, granted: plan.granted },
      ...{ waiting: waitingOf(plan), released: releasedEver(plan) },
    });
    const { plans, planned, released, undecided, beyond } = found;
    const shown = { plans: plans.map(named), planned, released, undecided };
    return { ...shown, ...(beyond ? { beyond: named(beyond) } : {}) };
  }

  /** What the carry-over is made of: each part one step from the statement or the plan that says more. */
  private async carriedParts(
    collectiveId: string,
    period: StatementPeriod,
    openedOn: CalendarDay = period.from,
  ): Promise<CarriedPart[]> {
    const { opening, received, deducted, settled } = await this.surplus.carriedOver(collectiveId, period);
    const paths = villagePaths(collectiveId);
    const earlier =
      openedOn < period.from
        ? withQuery(paths.surplus, { pool: period.pool, from: openedOn, to: addDays(period.from, -1) })
        : undefined;
    const openingVoucher = await this.lines.findOpening(collectiveId, period);
    const parts: CarriedPart[] = [
      { label: labelOf('surplus.opening'), href: openingVoucher?.href, fen: opening },
      { label: labelOf('surplus.received'), href: earlier, fen: received },
      { label: labelOf('surplus.deducted'), href: earlier, fen: -deducted },
      ...settled.flatMap((plan) => {
        const label = periodName({ from: plan.periodFrom, to: plan.periodTo });
        const href = paths.plan(plan.planId);
        return [
          { label: `${label}${labelOf('surplus.settled')}`, href, fen: -plan.planned },
          { label: `${label}${labelOf('surplus.released')}`, href, fen: releasedOf(plan, period.to) },
        ];
      }),
    ];
    return parts.filter(({ fen }) => fen !== 0n);
  }
}

/** Where a pool's statement leads further. */
function furtherOf(collectiveId: string, hrefOf: (path: string) => string): SurplusPageProps['further'] {
  const bridgeHref = hrefOf(`${villagePaths(collectiveId).home}/bridge`);
  return { bridgeHref, idleHref: idlePaths.village(collectiveId) };
}
