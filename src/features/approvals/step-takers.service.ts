import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Step, StepRole } from '../../domain/approvals/route';
import {
  filesCountyItself,
  isCountyFiling,
  roleOf,
  rolesTaking,
  standsTownshipIn,
  type TakenAs,
  takenAs,
  tookPart,
} from '../../domain/approvals/step-takers';
import { decisionProblems } from '../../domain/approvals/who-may-decide';
import { DomainError } from '../../domain/shared/domain-error';
import type { Problem } from '../../domain/shared/problem';
import { Database } from '../../platform/database/database';
import { handOf } from '../users/account-persons.service';
import { RegionTree } from '../users/region-tree.service';
import { type AboutDays, UsersService } from '../users/users.service';
import type { ApprovalDecisionEntity } from './approval-decision.entity';

/** Whose a step is in a village, and as what somebody who asks would take it. */
export interface StepTaker {
  readonly role: StepRole;
  /** What those are who take it. */
  readonly roles: readonly string[];
  /** Undefined where it is not his. */
  readonly as: TakenAs | undefined;
  /** Whether the township takes it, as nobody of the village is what it asks for. */
  readonly standsIn: boolean;
  /** Whether it is filed with a county of which anybody is in the program, under that one's number. */
  readonly isNumbered: boolean;
}

/** A step of a village's, and who would take it. */
export interface AskedTaker {
  readonly collectiveId: string;
  readonly step: Step;
  readonly by: string;
}

/** A step that somebody would take of what others drafted and took steps of. */
export interface AskedHand extends Pick<AskedTaker, 'step' | 'by'> {
  readonly decisions: readonly ApprovalDecisionEntity[];
  readonly draftedBy: string;
  /** The days it is about: whoever kept the accounts on any of them reviews it not. */
  readonly about?: AboutDays | undefined;
}

/** Who takes a step in a village, and who of them had a hand in what is decided and may not. */
@Injectable()
export class StepTakersService {
  constructor(
    private readonly users: UsersService,
    private readonly tree: RegionTree,
    private readonly database: Database,
  ) {}

  /** Whose a step is; a command of the machine, which has no account, may take each. */
  async takerOf({ collectiveId, step, by }: AskedTaker, db?: EntityManager): Promise<StepTaker> {
    const held = await this.rolesOf(collectiveId, by, db);
    const there = await this.rolesThere(collectiveId, step, db);
    const isNumbered = filesCountyItself(step, there);
    const role = isNumbered ? 'county' : roleOf(step);
    const roles = rolesTaking(step, there);
    const whose = { role, roles, standsIn: standsTownshipIn(step, there), isNumbered };
    if (held === undefined) return { ...whose, as: 'own' };
    return { ...whose, as: takenAs(step, held, there) };
  }

  /** What people are in a village; of what is filed with the county, whether anybody is of its office. */
  private async rolesThere(collectiveId: string, step: Step, db?: EntityManager): Promise<string[]> {
    const roles: string[] = [...(await this.users.listRolesAt(collectiveId, db))];
    if (!isCountyFiling(step)) return roles;
    for (const id of await this.tree.listAncestorIds(collectiveId))
      roles.push(...(await this.users.listRolesAt(id, db)).filter((role) => role === 'county'));
    return roles;
  }

  /** What somebody is in a village and above it; undefined of who has no account. */
  async rolesOf(
    collectiveId: string,
    by: string,
    db?: EntityManager,
  ): Promise<readonly string[] | undefined> {
    const place = { collectiveId, ancestorIds: await this.tree.listAncestorIds(collectiveId) };
    return this.users.listReaching(by, place, db);
  }

  /**
   * @param isNumbered whether it is filed under a number of the county's own book
   * @returns as what somebody takes a step
   * @throws DomainError `approvals.othersStep` where it is not his, `approvals.filedByCounty` where a number
   *   was typed and the county gives its own
   */
  async requireTaker(tx: EntityManager, asked: AskedTaker, isNumbered = false): Promise<TakenAs> {
    const { as, role, standsIn, isNumbered: byCounty } = await this.takerOf(asked, tx);
    if (as !== undefined) {
      if (isNumbered && !byCounty) throw new DomainError('approvals.otherStep', { step: asked.step.id });
      if (byCounty && !isNumbered) throw new DomainError('approvals.filedByCounty');
      return as;
    }
    const whose = standsIn ? 'township_reviewer' : role;
    throw new DomainError('approvals.othersStep', { step: asked.step.name, role: whose });
  }

  /** Why somebody may not take a review, for an office or as a supervisor; nothing of any other step. */
  async handProblems(tx: EntityManager, collectiveId: string, asked: AskedHand): Promise<Problem[]> {
    const { step, draftedBy, decisions, by, about } = asked;
    if (step.kind !== 'review') return [];
    return this.reviewProblems(tx, collectiveId, { draftedBy, tookPart: tookPart(decisions), by, about });
  }

  /** Why somebody who looks would be refused a review, before he sends it. */
  async barOf(collectiveId: string, asked: AskedHand): Promise<Problem | undefined> {
    const [bar] = await this.handProblems(this.database.reader, collectiveId, asked);
    return bar;
  }

  /** Why somebody may not review what others drafted and took steps of. */
  async reviewProblems(
    tx: EntityManager,
    collectiveId: string,
    asked: Omit<AskedHand, 'step' | 'decisions'> & { readonly tookPart: readonly string[] },
  ): Promise<Problem[]> {
    const { by: decidedBy } = asked;
    const hand = await handOf(tx, decidedBy);
    const draftedBy = hand(asked.draftedBy);
    const isOfItsAccounts =
      asked.about === undefined
        ? await this.users.isOfTheAccounts(decidedBy, collectiveId, tx)
        : await this.users.keptTheAccounts(decidedBy, { collectiveId, days: asked.about }, tx);
    return decisionProblems({ draftedBy, tookPart: asked.tookPart.map(hand), decidedBy, isOfItsAccounts });
  }
}
