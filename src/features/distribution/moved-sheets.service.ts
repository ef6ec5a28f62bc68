import { Injectable } from '@nestjs/common';
import {
  type DecidedSheet,
  type MovedFigures,
  movedFigures,
  puttingRight,
} from '../../domain/distribution/moved-figures';
import { LedgerReadService, type Voucher } from '../ledger/ledger-read.service';
import { ReentriesService } from '../ledger/reentries.service';
import { SurplusService } from '../surplus/surplus.service';
import { type DistributionPlan, PlanReadService } from './plan-read.service';

/** An approved plan whose printed figures the books tell otherwise now. */
export interface MovedSheet {
  readonly plan: DistributionPlan;
  readonly moved: MovedFigures<Voucher>;
  /** The plan whose carry-over has the difference; undefined while none is decided behind it. */
  readonly carriedBy: { readonly planId: string; readonly from: string; readonly to: string } | undefined;
  /** Whether some of it is in no decided plan yet. */
  readonly waits: boolean;
}

type SettledPeriod = Awaited<ReturnType<SurplusService['listEverySettled']>>[number];
type Correction = Awaited<ReturnType<ReentriesService['listCorrections']>>[number];

/**
 * Sheets that no longer match the books, because a receipt or a cost that their plan was built on was put
 * right afterwards. Nothing is written: what a sheet prints stays, the next period carries the difference.
 */
@Injectable()
export class MovedSheetsService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly surplus: SurplusService,
    private readonly reentries: ReentriesService,
    private readonly books: LedgerReadService,
  ) {}

  /** What of a plan's figures has moved since it was approved; undefined where they stand. */
  async movedOf(collectiveId: string, planId: string): Promise<MovedSheet | undefined> {
    const settled = await this.settledOf(collectiveId);
    const period = settled.find((each) => each.planId === planId);
    if (period === undefined) return undefined;
    return this.sheetOf(period, settled, await this.correctionsOf(collectiveId, [period]));
  }

  /** Every approved plan of the village whose figures have moved, in the order of their periods. */
  async listMoved(collectiveId: string): Promise<MovedSheet[]> {
    const settled = await this.settledOf(collectiveId);
    const corrections = await this.correctionsOf(collectiveId, settled);
    const moved: MovedSheet[] = [];
    for (const period of settled) {
      const sheet = await this.sheetOf(period, settled, corrections);
      if (sheet !== undefined) moved.push(sheet);
    }
    return moved;
  }

  private async settledOf(collectiveId: string): Promise<SettledPeriod[]> {
    const settled = await this.surplus.listEverySettled(collectiveId);
    return settled.sort((one, other) => (one.periodTo < other.periodTo ? -1 : 1));
  }

  /** What was put right behind the earliest of the approvals; nothing where there is none. */
  private async correctionsOf(
    collectiveId: string,
    settled: readonly SettledPeriod[],
  ): Promise<Correction[]> {
    const places = settled.flatMap(({ chainLength }) => (chainLength === null ? [] : [chainLength]));
    return places.length === 0 ? [] : this.reentries.listCorrections(collectiveId, Math.min(...places));
  }

  private async sheetOf(
    period: SettledPeriod,
    settled: readonly SettledPeriod[],
    corrections: readonly Correction[],
  ): Promise<MovedSheet | undefined> {
    const { collectiveId, planId, pool, periodFrom: from, periodTo: to, chainLength } = period;
    const found =
      chainLength === null ? undefined : puttingRight({ from, to, behind: chainLength }, corrections);
    // Of a period settled before its place of the chain was kept only the figures can be compared.
    if (found?.length === 0) return undefined;
    const plan = await this.plans.requirePlan(collectiveId, planId);
    const booked: Voucher[] = [];
    for (const { entryId } of found ?? []) booked.push(await this.books.requireEntry(collectiveId, entryId));
    const now = await this.surplus.statement(collectiveId, { pool, from, to });
    const moved = movedFigures({ pool, from, to, printed: printedOf(plan) }, now, booked);
    if (moved === undefined) return undefined;
    const behind = settled.filter((each) => each.pool === pool && each.periodTo > to);
    const [next] = behind;
    const last = behind.at(-1)?.periodTo ?? to;
    const isLaterOpen = moved.later.some(({ of }) => of.statementOn > last);
    return {
      ...{ plan, moved },
      carriedBy: next && { planId: next.planId, from: next.periodFrom, to: next.periodTo },
      waits: isLaterOpen || (moved.within.length > 0 && next === undefined),
    };
  }
}

/** The figures a plan was decided by. */
function printedOf({ figures }: DistributionPlan): DecidedSheet['printed'] {
  const { carriedOver, received, deducted, distributable, leftOver } = figures;
  return {
    carriedOver: BigInt(carriedOver),
    received: BigInt(received),
    deducted: BigInt(deducted),
    distributable: BigInt(distributable),
    leftOver: BigInt(leftOver),
  };
}
