import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  DECISIONS,
  type CountedAsset,
  decisionProblems,
  type LineDecision,
  readStocktaking,
  type StocktakingForm,
  type StocktakingLine,
} from '../../domain/assets/stocktaking';
import {
  lineDecisionText,
  stocktakingText,
  stocktakingWithdrawalText,
  withdrawalProblems,
} from '../../domain/assets/stocktaking-texts';
import {
  type LineMatch,
  lineMatchText,
  type MatchForm,
  matchProblems,
} from '../../domain/assets/stocktaking-match';
import type { LineProgress } from '../../domain/assets/stocktaking-progress';
import { isTitledElsewhere } from '../../domain/assets/asset-classes';
import { totalStand } from '../../domain/assets/postings';
import { type CalendarDay, isCalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { invariant } from '../../domain/shared/invariant';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import { newId } from '../../platform/ids/new-id';
import { AssetsService } from './assets.service';
import { DepreciationReadService } from './depreciation-read.service';
import { readProgress } from './stocktaking-progress.store';
import {
  StocktakingDecisionEntity,
  StocktakingEntity,
  StocktakingLineEntity,
  StocktakingMatchEntity,
  StocktakingWithdrawalEntity,
} from './stocktaking.entity';

/** A stocktaking as a list shows it. */
export interface StocktakingHead {
  readonly id: string;
  readonly countedOn: string;
  readonly countedBy: string;
  readonly watchedBy: string;
  /** Why it counts no more, who said so and when; absent while it stands. */
  readonly withdrawn?: { readonly reason: string; readonly by: string; readonly at: string };
}

/** A stocktaking with its lines and what was decided about them. */
export interface Stocktaking extends StocktakingHead {
  readonly digest: string;
  readonly lines: readonly StocktakingLine[];
  readonly decisions: readonly LineDecision[];
  readonly matches: readonly LineMatch[];
}

/** Which line of which stocktaking is decided about, as typed. */
export interface DecisionForm {
  readonly line: string;
  readonly decision: string;
  readonly reason: string;
}

/** Days on which every asset was looked at, and what was decided about what differed. */
@Injectable()
export class StocktakingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assets: AssetsService,
    private readonly depreciation: DepreciationReadService,
  ) {}

  /** Keeps one, whole or not at all. @throws FormProblems `stocktaking.*`, `form.*`, `calendar.*` */
  record(
    collectiveId: string,
    form: StocktakingForm,
    command: Command,
  ): Promise<{ readonly id: string; readonly differences: number }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const today = this.clock.today();
        const day = isCalendarDay(form.countedOn) && form.countedOn <= today ? form.countedOn : today;
        const assets = await this.listCounted(collectiveId, day, tx);
        const heads = await this.listHeads(collectiveId, tx);
        const days = heads.filter(isStanding).map(({ countedOn }) => countedOn);
        const read = readStocktaking(form, { today, days, assets });
        refuseProblems(read.problems);
        const { countedOn, countedBy, watchedBy, lines } = read;
        const head = {
          ...{ id: newId(), countedOn, countedBy, watchedBy },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        };
        const digest = sha256(stocktakingText(head, lines));
        await insertRecorded(tx, StocktakingEntity, { collectiveId, ...head, digest });
        const stocktakingId = head.id;
        await insertRecorded(
          tx,
          StocktakingLineEntity,
          lines.map((line) => ({ collectiveId, stocktakingId, ...line })),
        );
        return { id: head.id, differences: lines.filter(({ finding }) => finding !== 'found').length };
      },
      onceOf(command, 'assets.stocktaking', form),
    );
  }

  /**
   * Decides about what differed.
   * @throws FormProblems `stocktaking.*`, `form.*`; DomainError `stocktaking.unknown`
   */
  decide(
    collectiveId: string,
    { id, form }: { readonly id: string; readonly form: DecisionForm },
    command: Command,
  ): Promise<{ readonly line: number }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { round, line, progress } = await this.requireLine(tx, collectiveId, { id, line: form.line });
        const decided = round.decisions.some((each) => each.line === line.line);
        const { by, before } = progress.find((each) => each.line === line.line) ?? {};
        refuseProblems(decisionProblems(form, { line, decided, isMatched: by === 'matched', before }));
        const decision = DECISIONS.find((each) => each === form.decision);
        invariant(decision !== undefined, 'a decision that was read is one of the list');
        const row = {
          ...{ stocktakingId: id, line: line.line, decision, reason: form.reason.trim() },
          ...{ decidedBy: command.by, decidedAt: this.clock.now() },
        };
        const digest = sha256(lineDecisionText(row));
        await insertRecorded(tx, StocktakingDecisionEntity, { collectiveId, ...row, digest });
        return { line: line.line };
      },
      onceOf(command, 'assets.stocktakingDecision', [id, form]),
    );
  }

  /**
   * Says which asset of the register a find is: one under another name, or one registered since.
   * @throws FormProblems `stocktaking.*`, `form.*`; DomainError `stocktaking.unknown`,
   *   `stocktaking.withdrawn`
   */
  match(
    collectiveId: string,
    { id, form }: { readonly id: string; readonly form: MatchForm },
    command: Command,
  ): Promise<{ readonly line: number }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { round, line, progress } = await this.requireLine(tx, collectiveId, { id, line: form.line });
        const assets = (await this.assets.listAssets(collectiveId, tx)).map(({ asset }) => asset);
        refuseProblems(matchProblems(form, { line, progress, lines: round.lines, assets }));
        const row = {
          ...{ stocktakingId: id, line: line.line, assetId: form.matchedAsset, reason: form.reason.trim() },
          ...{ matchedBy: command.by, matchedAt: this.clock.now() },
        };
        const digest = sha256(lineMatchText(row));
        await insertRecorded(tx, StocktakingMatchEntity, { collectiveId, ...row, digest });
        return { line: line.line };
      },
      onceOf(command, 'assets.stocktakingMatch', [id, form]),
    );
  }

  /**
   * Says that a stocktaking was typed wrongly: it stays to be read and counts no more, and another of its day
   * may be entered.
   * @throws FormProblems `form.*`; DomainError `stocktaking.unknown`, `stocktaking.withdrawn`
   */
  withdraw(
    collectiveId: string,
    { id, form }: { readonly id: string; readonly form: { readonly withdrawalReason: string } },
    command: Command,
  ): Promise<{ readonly id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const round = await this.requireStocktaking(collectiveId, id, tx);
        if (!isStanding(round)) throw new DomainError('stocktaking.withdrawn');
        refuseProblems(withdrawalProblems(form));
        const row = {
          ...{ stocktakingId: id, reason: form.withdrawalReason.trim() },
          ...{ withdrawnBy: command.by, withdrawnAt: this.clock.now() },
        };
        const digest = sha256(stocktakingWithdrawalText(row));
        await insertRecorded(tx, StocktakingWithdrawalEntity, { collectiveId, ...row, digest });
        return { id };
      },
      onceOf(command, 'assets.stocktakingWithdrawal', [id, form]),
    );
  }

  /** Every stocktaking, the latest first. */
  async listHeads(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<StocktakingHead[]> {
    const order = { countedOn: 'DESC', id: 'DESC' } as const;
    const heads = await db.find(StocktakingEntity, { where: { collectiveId }, order });
    const withdrawals = await db.findBy(StocktakingWithdrawalEntity, { collectiveId });
    return heads.map(({ id, countedOn, countedBy, watchedBy }) => {
      const withdrawal = withdrawals.find(({ stocktakingId }) => stocktakingId === id);
      return { ...{ id, countedOn, countedBy, watchedBy }, ...withdrawnOf(withdrawal) };
    });
  }

  /** By stocktaking, how far each of its differences is, as the register stands now. */
  async listProgress(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, readonly LineProgress[]>> {
    const registered = await this.assets.listAssets(collectiveId, db);
    const assets = registered.map(({ asset: { id, name, leftOn } }) => {
      return { id, name, hasLeft: leftOn !== undefined };
    });
    return readProgress(db, collectiveId, assets);
  }

  /** The last stocktaking before a day that stands; undefined where there was none. */
  async findBefore(collectiveId: string, day: string): Promise<Stocktaking | undefined> {
    const standing = (await this.listHeads(collectiveId)).filter(isStanding);
    const before = standing.find(({ countedOn }) => countedOn < day);
    return before === undefined ? undefined : this.requireStocktaking(collectiveId, before.id);
  }

  /** One stocktaking with its lines in order. @throws DomainError `stocktaking.unknown` */
  async requireStocktaking(
    collectiveId: string,
    id: string,
    db: EntityManager = this.database.reader,
  ): Promise<Stocktaking> {
    const head = await db.findOneBy(StocktakingEntity, { collectiveId, id });
    if (head === null) throw new DomainError('stocktaking.unknown');
    const of = { where: { collectiveId, stocktakingId: id }, order: { line: 'ASC' as const } };
    const lines = await db.find(StocktakingLineEntity, of);
    const decisions = await db.find(StocktakingDecisionEntity, of);
    const matches = await db.find(StocktakingMatchEntity, of);
    const { countedOn, countedBy, watchedBy, digest } = head;
    const withdrawal = await db.findOneBy(StocktakingWithdrawalEntity, { collectiveId, stocktakingId: id });
    const told = { id, countedOn, countedBy, watchedBy, digest, lines, decisions, matches };
    return { ...told, ...withdrawnOf(withdrawal ?? undefined) };
  }

  /** A line of what stands. @throws DomainError `stocktaking.unknown`, `stocktaking.withdrawn` */
  private async requireLine(tx: EntityManager, collectiveId: string, at: { id: string; line: string }) {
    const round = await this.requireStocktaking(collectiveId, at.id, tx);
    if (!isStanding(round)) throw new DomainError('stocktaking.withdrawn');
    const line = round.lines.find((each) => String(each.line) === at.line);
    if (line === undefined) throw new DomainError('stocktaking.unknown');
    const progress = (await this.listProgress(collectiveId, tx)).get(at.id) ?? [];
    return { round, line, progress };
  }

  /** The register of a day, with what each asset had cost by then and was worth in the books. */
  async listCounted(
    collectiveId: string,
    day: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<CountedAsset[]> {
    const registered = await this.assets.listAssetsOn(collectiveId, day, db);
    const stands = await this.depreciation.listStands(collectiveId, db, day);
    return registered.map(({ asset }) => {
      const { id, name, acquiredOn, leftOn } = asset;
      const { cost, accumulated } = totalStand(stands.get(id) ?? []);
      return {
        ...{ id, name, acquiredOn, ...(leftOn === undefined ? {} : { leftOn }) },
        cost: isTitledElsewhere(asset) ? undefined : asset.cost,
        book: cost === 0n ? undefined : cost - accumulated,
      };
    });
  }
}

/** Whether a stocktaking counts. */
export function isStanding({ withdrawn }: Pick<StocktakingHead, 'withdrawn'>): boolean {
  return withdrawn === undefined;
}

function withdrawnOf(
  withdrawal: StocktakingWithdrawalEntity | undefined,
): Pick<StocktakingHead, 'withdrawn'> {
  if (withdrawal === undefined) return {};
  const { reason, withdrawnBy: by, withdrawnAt: at } = withdrawal;
  return { withdrawn: { reason, by, at } };
}
