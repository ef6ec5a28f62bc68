import { Injectable } from '@nestjs/common';
import type { Step } from '../../domain/approvals/route';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { PlanNumber } from '../../domain/distribution/plan-numbers';
import type { PlanState } from '../../domain/distribution/plan-states';
import type { UseFacts } from '../../domain/distribution/use-facts';
import type { Fen } from '../../domain/money/fen';
import { sumFen } from '../../domain/money/fen';
import { bucketsOf, type PolicyPack } from '../../domain/policy/pack';
import { releasedSince } from '../../domain/surplus/surplus-statement';
import { lastYearWords, planHistory } from '../../glossary/remarks';
import { labelOf } from '../../glossary/terms';
import { costsFirstClause } from '../../platform/views/cited-clause';
import type { StepDecision } from '../approvals/approvals.service';
import { RoutesService } from '../approvals/routes.service';
import { CollectivesService } from '../collectives/collectives.service';
import { DeductionsService } from '../deductions/deductions.service';
import { SurplusLinesService } from '../surplus/surplus-lines.service';
import { SurplusService } from '../surplus/surplus.service';
import { useFactsOf } from './plan-explanation.service';
import type { PlanHead, RouteStepView } from './plan-parts.pages';
import type { DistributionPlan } from './plan-read.service';

/** What a plan stands on, drafted or about to be. */
export interface PlanBasis {
  readonly collectiveId: string;
  readonly pool: 'pv' | 'other';
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly revision: number;
  readonly pack: PolicyPack;
  readonly routeId: string;
  readonly carriedOver: Fen;
  readonly received: Fen;
  readonly deducted: Fen;
  readonly distributable: Fen;
  /** What its uses are judged on. */
  readonly judged: Omit<UseFacts, 'planned'>;
  readonly numbers: readonly PlanNumber[];
  readonly state: PlanState;
  readonly decisions: readonly StepDecision[];
  /** The steps it takes, where it takes every one of its route; else all of the route as it stands. */
  readonly steps?: readonly Step[];
}

type StatementRow = PlanHead['statement'][number];

/** The head that a draft and a decided plan share: statement, clause, route. */
@Injectable()
export class PlanHeadService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly lines: SurplusLinesService,
    private readonly routes: RoutesService,
    private readonly deductions: DeductionsService,
    private readonly surplus: SurplusService,
  ) {}

  /** What a plan that was drafted stands on. */
  basisOf(plan: DistributionPlan): PlanBasis {
    const { carriedOver, received, deducted, distributable } = plan.figures;
    return {
      collectiveId: plan.collectiveId,
      pool: plan.pool === 'other' ? 'other' : 'pv',
      from: plan.periodFrom,
      to: plan.periodTo,
      revision: plan.revision,
      pack: plan.pack,
      routeId: plan.routeId,
      carriedOver: BigInt(carriedOver),
      received: BigInt(received),
      deducted: BigInt(deducted),
      distributable: BigInt(distributable),
      judged: useFactsOf(plan),
      numbers: plan.numbers,
      state: plan.state,
      decisions: plan.decisions,
      ...(plan.form === 'plan/4' ? { steps: plan.steps } : {}),
    };
  }

  /** A draft with the steps of its route as it stands. @throws DomainError `approvals.routeUnknown` */
  routed(basis: PlanBasis): PlanBasis {
    return { ...basis, steps: basis.steps ?? this.routes.requireRoute(basis.routeId).steps };
  }

  /** Names what a check may be about: the uses of the pack, and every cost, of those taken back, too. */
  async namesOf({ collectiveId, pack, pool }: PlanBasis): Promise<(id: string) => string | undefined> {
    const costs = await this.deductions.listNames(collectiveId);
    const uses = bucketsOf(pack, pool);
    return (id) => uses.find((each) => each.id === id)?.name ?? costs.get(id);
  }

  /**
   * The head of a plan's page.
   * @param before what the plan of the same days a year before stood on
   */
  async headOf(basis: PlanBasis, before?: PlanBasis): Promise<PlanHead> {
    const { collectiveId, pool, from, to } = basis;
    const collective = await this.collectives.requireCollective(collectiveId);
    const statement = await this.statementOf(basis, before);
    return {
      collective: collective.name,
      pool: labelOf(`pool.${pool}`),
      from,
      through: to,
      draftNumber: basis.revision,
      statement,
      difference: before === undefined ? undefined : differenceText(statement),
      distributable: basis.distributable,
      remark: await this.lines.subsidyRemark(collectiveId, { pool, to }),
      clause: costsFirstClause(basis.pack, pool),
      route: this.routeOf(basis),
    };
  }

  /** The statement, beside that of a year before; both by the lines of the books, or both by their sums. */
  private async statementOf(basis: PlanBasis, before: PlanBasis | undefined): Promise<StatementRow[]> {
    const own = await this.linesOf(basis);
    const settled = await this.surplus.listSettled(basis.collectiveId, basis.pool);
    const back = (of: PlanBasis): Fen => releasedSince(settled, of);
    if (before === undefined) return framed(basis, own ?? plainLines(basis), back(basis));
    const then = await this.linesOf(before);
    const byLine = own !== undefined && then !== undefined;
    return besideLastYear(
      framed(basis, byLine ? own : plainLines(basis), back(basis)),
      framed(before, byLine ? then : plainLines(before), back(before)),
    );
  }

  /**
   * The lines of the books, of a decided plan as they stood when it was approved; undefined where they do not
   * add up to its figures.
   */
  private async linesOf({ collectiveId, ...basis }: PlanBasis): Promise<StatementRow[] | undefined> {
    const { pool, from, to, received, deducted } = basis;
    const settled = await this.surplus.listSettled(collectiveId, pool);
    const own = settled.find(({ periodFrom, periodTo }) => periodFrom === from && periodTo === to);
    const knownTo = own?.chainLength ?? undefined;
    const lines = await this.lines.listLines(collectiveId, { pool, from, to, knownTo });
    const of = (out: boolean): Fen =>
      sumFen(lines.filter((line) => (line.kind === 'out') === out).map((line) => line.total));
    if (of(false) !== received || of(true) !== deducted) return undefined;
    return lines
      .filter((line) => line.entries.length > 0)
      .map(({ kind, label, total, entries }) => {
        return { kind, label, fen: total, ...(kind === 'out' ? { note: vouchersText(entries) } : {}) };
      });
  }

  private routeOf({ routeId, state, decisions, steps: own }: PlanBasis): RouteStepView[] {
    const steps = own ?? this.routes.requireRoute(routeId).steps;
    const passed = new Map(
      decisions.filter((each) => each.outcome === 'passed').map((each) => [each.stepId, each.decidedOn]),
    );
    const drafting = state === 'drafted' || state === 'returned';
    const pending = drafting ? undefined : steps.find((step) => !passed.has(step.id));
    return [
      { name: planHistory.draftStep(), state: drafting ? 'current' : 'done' },
      ...steps.map((step): RouteStepView => {
        const closedOn = drafting ? undefined : passed.get(step.id);
        const stepState = closedOn !== undefined ? 'done' : step === pending ? 'current' : 'waiting';
        return { name: step.name, state: stepState, closedOn };
      }),
    ];
  }
}

/** What came and went in a sum each. */
function plainLines({ received, deducted }: PlanBasis): StatementRow[] {
  return [
    { kind: 'in', label: labelOf('poolFlow.received'), fen: received },
    { kind: 'out', label: labelOf('poolFlow.deducted'), fen: deducted },
  ];
}

/** The lines between what came over, with what of it came back unspent, and what may be distributed. */
function framed(
  { carriedOver, distributable }: PlanBasis,
  lines: readonly StatementRow[],
  unspent: Fen,
): StatementRow[] {
  return [
    { kind: 'carried', label: labelOf('sum.carriedOver'), fen: carriedOver - unspent },
    ...(unspent === 0n ? [] : [{ kind: 'in' as const, label: labelOf('sum.unspent'), fen: unspent }]),
    ...lines,
    { kind: 'total', label: labelOf('sum.distributable'), fen: distributable },
  ];
}

/** Vouchers named one by one beside a line; of more only how many there are. */
const MOST_NAMED = 3;

function vouchersText(entries: readonly { readonly voucherNumber: string }[]): string {
  const named = entries.slice(0, MOST_NAMED).map(({ voucherNumber }) => voucherNumber);
  return lastYearWords.vouchers(named, entries.length);
}

/** The lines of a statement beside those of a year before; what came or went only then keeps its line. */
function besideLastYear(rows: readonly StatementRow[], before: readonly StatementRow[]): StatementRow[] {
  const same = (one: StatementRow, other: StatementRow): boolean =>
    one.kind === other.kind && one.label === other.label;
  const beside = rows.map((row) => ({ ...row, lastYear: before.find((each) => same(each, row))?.fen ?? 0n }));
  const gone = before
    .filter((row) => !rows.some((each) => same(each, row)))
    .map(({ kind, label, fen }) => ({ kind, label, fen: 0n, lastYear: fen }));
  return [...beside.slice(0, -1), ...gone, ...beside.slice(-1)];
}

/** By how much there is more or less than a year before, and the line that moved most of it. */
function differenceText(statement: readonly StatementRow[]): string | undefined {
  const total = statement.at(-1);
  const changes = statement.slice(0, -1).map(({ kind, label, fen, lastYear = 0n }) => {
    return { label, change: kind === 'out' ? lastYear - fen : fen - lastYear };
  });
  const whole = total === undefined ? 0n : total.fen - (total.lastYear ?? 0n);
  const least = whole < 0n;
  const [most] = [...changes].sort((one, other) => (one.change < other.change === least ? -1 : 1));
  return most === undefined ? undefined : lastYearWords.difference(whole, most);
}
