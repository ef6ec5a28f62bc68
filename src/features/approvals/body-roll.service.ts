import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type BodySizeForm, readBodySize, rollProblems, sizeOn } from '../../domain/approvals/body-roll';
import type { MeetingCounts } from '../../domain/approvals/quorum';
import type { MeetingStep, Step } from '../../domain/approvals/route';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { ApprovalDecisionEntity } from './approval-decision.entity';
import { BodySizeEntity } from './body-roll.entity';

/** A size as it is kept: with its roll, and who noted it when. */
export type KeptBodySize = BodySizeEntity;

/** What rolls say of what is decided. */
export interface StandingRolls {
  /** Of how many the body is that meets next; undefined where none does or no roll was noted. */
  readonly size: KeptBodySize | undefined;
  /** The bodies that voted while no roll of theirs held. */
  readonly without: readonly string[];
}

/** What is decided by steps, and the votes among those that were taken. */
export interface Voted {
  readonly collectiveId: string;
  readonly steps: readonly Step[];
  readonly decisions: readonly Pick<ApprovalDecisionEntity, 'decidedOn' | 'counts'>[];
}

/** Of how many people a village's bodies are, by its township's rolls: what votes are counted against. */
@Injectable()
export class BodyRollService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every size of a village's bodies that was noted, in that order. */
  listSizes(collectiveId: string, db: EntityManager = this.database.reader): Promise<KeptBodySize[]> {
    return db.find(BodySizeEntity, { where: { collectiveId }, order: { number: 'ASC' } });
  }

  /** Why a vote is not counted against as many as typed, as `rollProblems`; nothing of what does not vote. */
  async voteProblems(
    tx: EntityManager,
    collectiveId: string,
    vote: {
      readonly step: Step;
      readonly heldOn: CalendarDay;
      readonly counts: MeetingCounts | undefined;
    },
  ): Promise<Problem[]> {
    const { step, heldOn, counts } = vote;
    if (step.kind !== 'meeting' || counts === undefined || heldOn === '') return [];
    const sizes = await this.listSizes(collectiveId, tx);
    return rollProblems(sizes, { body: step.body, heldOn, due: counts.due });
  }

  /** Which votes that were taken were counted against another number than rolls noted since have. */
  async votedOtherwise(tx: EntityManager, { collectiveId, steps, decisions }: Voted): Promise<Problem[]> {
    const problems: Problem[] = [];
    for (const [at, { decidedOn: heldOn, counts }] of decisions.entries()) {
      const step = steps[at];
      if (step === undefined) continue;
      const vote = { step, heldOn, counts: counts ?? undefined };
      const otherwise = await this.voteProblems(tx, collectiveId, vote);
      problems.push(...otherwise.map((each) => ({ ...each, field: 'outcome' })));
    }
    return problems;
  }

  /** Of how many the body of a step is today by its roll, and which bodies voted without one. */
  async standingOf({ collectiveId, steps, decisions }: Voted): Promise<StandingRolls> {
    const sizes = await this.listSizes(collectiveId);
    const today = this.clock.today();
    const next = steps[decisions.length];
    const without = steps.filter((step, at): step is MeetingStep => {
      const heldOn = decisions[at]?.decidedOn;
      return step.kind === 'meeting' && heldOn !== undefined && !sizeOn(sizes, step.body, heldOn);
    });
    return {
      size: next?.kind === 'meeting' ? sizeOn(sizes, next.body, today) : undefined,
      without: without.map(({ body }) => body),
    };
  }

  /**
   * Notes of how many people a body of a village is from a day on.
   * @throws FormProblems as `readBodySize` finds them
   */
  note(collectiveId: string, form: BodySizeForm, command: Command): Promise<{ number: number }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const sizes = await this.listSizes(collectiveId, tx);
        const { read, problems } = readBodySize(form, { sizes, today: this.clock.today() });
        refuseProblems(problems);
        const number = (sizes.at(-1)?.number ?? 0) + 1;
        await insertRecorded(tx, BodySizeEntity, {
          ...{ collectiveId, number, ...read },
          ...{ notedBy: command.by, notedAt: this.clock.now() },
        });
        return { number };
      },
      onceOf(command, 'approvals.noteBodySize', form),
    );
  }
}
