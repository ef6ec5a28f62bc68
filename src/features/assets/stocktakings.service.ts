import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  DECISIONS,
  decisionProblems,
  type LineDecision,
  lineDecisionText,
  readStocktaking,
  type StocktakingForm,
  type StocktakingLine,
  stocktakingText,
} from '../../domain/assets/stocktaking';
import { DomainError } from '../../domain/shared/domain-error';
import { invariant } from '../../domain/shared/invariant';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { sha256Of } from '../../platform/files/stored-files';
import { newId } from '../../platform/ids/new-id';
import { AssetsService } from './assets.service';
import { StocktakingDecisionEntity, StocktakingEntity, StocktakingLineEntity } from './stocktaking.entity';

/** A stocktaking as a list shows it. */
export interface StocktakingHead {
  readonly id: string;
  readonly countedOn: string;
  readonly countedBy: string;
  readonly watchedBy: string;
}

/** A stocktaking with its lines and what was decided about them. */
export interface Stocktaking extends StocktakingHead {
  readonly digest: string;
  readonly lines: readonly StocktakingLine[];
  readonly decisions: readonly LineDecision[];
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
        const assets = (await this.assets.listAssets(collectiveId, tx)).map(({ asset }) => asset);
        const days = (await this.listHeads(collectiveId, tx)).map(({ countedOn }) => countedOn);
        const read = readStocktaking(form, { today: this.clock.today(), days, assets });
        refuseProblems(read.problems);
        const { countedOn, countedBy, watchedBy, lines } = read;
        const head = {
          ...{ id: newId(), countedOn, countedBy, watchedBy },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        };
        const digest = sha256Of(Buffer.from(stocktakingText(head, lines)));
        await tx.insert(StocktakingEntity, { collectiveId, ...head, digest });
        const stocktakingId = head.id;
        await tx.insert(
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
        const { lines, decisions } = await this.requireStocktaking(collectiveId, id, tx);
        const line = lines.find((each) => String(each.line) === form.line);
        if (line === undefined) throw new DomainError('stocktaking.unknown');
        const decided = decisions.some((each) => each.line === line.line);
        refuseProblems(decisionProblems(form, { line, decided }));
        const decision = DECISIONS.find((each) => each === form.decision);
        invariant(decision !== undefined, 'a decision that was read is one of the list');
        const row = {
          ...{ stocktakingId: id, line: line.line, decision, reason: form.reason.trim() },
          ...{ decidedBy: command.by, decidedAt: this.clock.now() },
        };
        const digest = sha256Of(Buffer.from(lineDecisionText(row)));
        await tx.insert(StocktakingDecisionEntity, { collectiveId, ...row, digest });
        return { line: line.line };
      },
      onceOf(command, 'assets.stocktakingDecision', [id, form]),
    );
  }

  /** Every stocktaking, the latest first. */
  async listHeads(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<StocktakingHead[]> {
    return db.find(StocktakingEntity, { where: { collectiveId }, order: { countedOn: 'DESC' } });
  }

  /** The last stocktaking before a day; undefined where there was none. */
  async findBefore(collectiveId: string, day: string): Promise<Stocktaking | undefined> {
    const before = (await this.listHeads(collectiveId)).find(({ countedOn }) => countedOn < day);
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
    const { countedOn, countedBy, watchedBy, digest } = head;
    return { id, countedOn, countedBy, watchedBy, digest, lines, decisions };
  }
}
