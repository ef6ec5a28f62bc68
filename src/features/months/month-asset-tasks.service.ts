import { Injectable } from '@nestjs/common';
import { lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import { sumFen } from '../../domain/money/fen';
import { contractWords } from '../../glossary/contract-words';
import { remarks } from '../../glossary/remarks';
import { remedyText } from '../../glossary/remedy-words';
import { shareWords } from '../../glossary/share-words';
import { Clock } from '../../platform/clock/clock';
import { villagePaths } from '../../platform/http/office-paths';
import { AssetWatchService } from '../assets/asset-watch.service';
import { type AssetPlan, DepreciationReadService } from '../assets/depreciation-read.service';
import { type OwnShare, OwnSharesService } from '../assets/own-shares.service';
import { DeductionContractsService } from '../deductions/deduction-contracts.service';
import type { TaskDraft } from './month-task.view';

/** The task to which depreciation that blocks the close is matched. */
export const DEPRECIATION_TASK = 'depreciation';

/**
 * What a month wants of the assets: their depreciation, where any of them has terms, their insurance, and
 * what was decided about one and is to be done by now; and that they follow the share tables.
 */
@Injectable()
export class MonthAssetTasksService {
  constructor(
    private readonly depreciation: DepreciationReadService,
    private readonly contracts: DeductionContractsService,
    private readonly watched: AssetWatchService,
    private readonly clock: Clock,
    private readonly shares: OwnSharesService,
  ) {}

  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const insurance = await this.insuranceTasks(collectiveId, month);
    const remedies = await this.remedyTasks(collectiveId, month);
    const shares = await this.shares.listShares(collectiveId, month);
    const moved = shares.flatMap((share) => shareTask(collectiveId, share, month));
    const depreciation = await this.depreciationTasks(collectiveId, month);
    return [
      ...depreciation,
      ...(await this.termsTasks(collectiveId, month)),
      ...moved,
      ...insurance,
      ...remedies,
    ];
  }

  /** Insurances to be renewed, and what is not insured any more: they keep no month open. */
  private async insuranceTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const [last, today] = [lastDayOf(month), this.clock.today()];
    const matters = await this.contracts.listInsuranceMatters(collectiveId, last < today ? last : today);
    const open = matters.gaps.filter(({ to }) => to === undefined);
    return [
      ...matters.ending.map((each) => ({ ...each, note: contractWords.endsIn(each.lastOn, each.inDays) })),
      ...open.map((each) => ({ ...each, note: contractWords.uninsuredSince(each.from) })),
    ].map(({ contractId, name: subject, note }) => ({
      ...{ id: `insurance:${contractId}`, kind: 'deduction', state: 'attention', subject, note },
      href: villagePaths(collectiveId).costContract(contractId),
    }));
  }

  /** Remedies whose day comes in the month, and those it has passed: they keep no month open. */
  private async remedyTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const due = await this.watched.listDue(collectiveId, lastDayOf(month));
    return due.map(({ assetId, name, remedy }) => ({
      ...{ id: `remedy:${assetId}:${String(remedy.number)}`, kind: 'remedy', state: 'attention' },
      ...{ subject: name, note: remedyText(remedy), href: villagePaths(collectiveId).remedies(assetId) },
    }));
  }

  /** Assets that lose nothing in the books because nobody has said how: they keep no month open. */
  private async termsTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const missing = await this.depreciation.listWithoutTerms(collectiveId, month);
    return missing.map(({ assetId, name, net }) => ({
      ...{ id: `terms:${assetId}`, kind: 'depreciation', state: 'attention', subject: name },
      ...{ note: remarks.termsMissing(net), href: villagePaths(collectiveId).assetDepreciation(assetId) },
    }));
  }

  private async depreciationTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const plans = await this.depreciation.listPlans(collectiveId);
    const due = plans.flatMap((plan) => amountsOf(plan, month, false));
    const booked = plans.flatMap((plan) => amountsOf(plan, month, true));
    const task = {
      id: DEPRECIATION_TASK,
      kind: 'depreciation' as const,
      href: villagePaths(collectiveId).depreciation(month),
    };
    if (due.length > 0) return [{ ...task, state: 'todo', amount: sumFen(due) }];
    return booked.length > 0 ? [{ ...task, state: 'done', amount: sumFen(booked) }] : [];
  }
}

/** The share table gave an owner another part, and register or books do not say so yet. */
function shareTask(collectiveId: string, share: OwnShare, month: Month): TaskDraft[] {
  const { asset, step, part, from, entered, lines } = share;
  // What has left and comes back is said once, in the month that is the first to be split so.
  if (step === 'none' || (step === 'return' && month !== from)) return [];
  const moved = part.cost > entered ? part.cost - entered : entered - part.cost;
  return [
    {
      ...{ id: `share:${asset.id}`, kind: 'income', subject: shareWords.task(asset.name) },
      ...{ state: 'attention', note: shareWords.step(step, { entered, byTable: part.cost, lines }) },
      ...(moved === 0n ? {} : { amount: moved }),
      href: villagePaths(collectiveId).ownShare(asset.id),
    },
  ];
}

function amountsOf({ rows, booked }: AssetPlan, month: Month, isBooked: boolean): bigint[] {
  const own = rows.filter((row) => row.month === month && row.amount > 0n);
  return own.filter(() => booked.has(month) === isBooked).map(({ amount }) => amount);
}
