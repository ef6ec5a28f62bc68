import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type GivenReason, reasonOf, unanswered } from '../../domain/payouts/pay-check-reasons';
import { payChecks, type PayCheckFinding } from '../../domain/payouts/pay-checks';
import type { Facts } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { writtenProblems } from '../../domain/shared/short-reason';
import { peopleText } from '../../glossary/payout-words';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { PayCheckGroundService } from './pay-check-ground.service';
import { PayCheckAnswerEntity } from './pay-list.entity';
import { type KeptPayList, requirePayList } from './pay-lists.store';

/** A finding, with the people's names in its facts and the reason with which the list went on. */
export interface ToldPayCheck extends Omit<PayCheckFinding, 'facts'> {
  readonly facts: Facts;
  /** Blank where nobody gave one. */
  readonly reason: string;
}

/** Reasons as typed, by the code of the check that asks. */
export type PayCheckReasons = Readonly<Record<string, string>>;

/** Between ids in one column. */
const BETWEEN = ',';

/** What stands out on a list before money goes by it, and why it goes all the same. */
@Injectable()
export class PayChecksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ground: PayCheckGroundService,
  ) {}

  /** What stands out on a list as people and accounts are today. @throws DomainError `payouts.unknown` */
  async list(collectiveId: string, id: string): Promise<ToldPayCheck[]> {
    const db = this.database.reader;
    return this.tell(db, collectiveId, await requirePayList(db, collectiveId, id));
  }

  /** The reasons with which a list went on, by the code of the check, in the order in which they are kept. */
  async listAnswers(collectiveId: string, listId: string): Promise<ReadonlyMap<string, string>> {
    const where = { collectiveId, listId };
    const rows = await this.database.reader.find(PayCheckAnswerEntity, { where, order: { code: 'ASC' } });
    return new Map(rows.map(({ code, reason }) => [code, reason]));
  }

  /**
   * Keeps the reasons with which a list goes on, or refuses it.
   * @throws FormProblems `payCheck.*`, `policy.reasonTooShort`, `form.privateNumber`
   */
  async answer(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly kept: KeptPayList; readonly reasons: PayCheckReasons; readonly by: string },
  ): Promise<void> {
    const { kept, reasons, by: enteredBy } = given;
    const told = await this.tell(tx, collectiveId, kept);
    const written = new Map(Object.entries(reasons).map(([code, reason]) => [code, reason.trim()]));
    const asked = new Set(told.filter(({ grade }) => grade === 'ask').map(({ code }) => code));
    const own = [...written].filter(([code, reason]) => asked.has(code) && reason !== '');
    const reasonFor = new Map(own);
    refuseProblems([
      ...openOf(told.map((each) => ({ ...each, reason: reasonFor.get(each.code) ?? '' }))),
      ...writtenProblems(Object.fromEntries(own.map(([code, reason]) => [fieldOf(code), reason]))),
    ]);
    const enteredAt = this.clock.now();
    const at = { collectiveId, listId: kept.list.id };
    await insertRecorded(
      tx,
      PayCheckAnswerEntity,
      own.map(([code, reason]) => {
        return { ...at, code, reason, about: aboutOf(told, code), enteredBy, enteredAt };
      }),
    );
  }

  /**
   * Refuses a list on which something stops it, or asks what nobody answered when it was submitted.
   * @throws FormProblems `payCheck.*`
   */
  async requireAnswered(tx: EntityManager, collectiveId: string, kept: KeptPayList): Promise<void> {
    refuseProblems(openOf(await this.tell(tx, collectiveId, kept)));
  }

  private async tell(db: EntityManager, collectiveId: string, kept: KeptPayList): Promise<ToldPayCheck[]> {
    const { names, ...ground } = await this.ground.read(db, collectiveId, kept);
    const answers = await db.findBy(PayCheckAnswerEntity, { collectiveId, listId: kept.list.id });
    const reasons = new Map(answers.map((answer) => [answer.code, givenOf(answer)]));
    return payChecks(ground).map((finding) => {
      const who = peopleText(finding.memberIds.map((id) => names.get(id) ?? ''));
      return {
        ...finding,
        facts: { ...finding.facts, who },
        reason: reasonOf(finding, reasons.get(finding.code)),
      };
    });
  }
}

/** The people about whom a reason is asked. */
function aboutOf(told: readonly ToldPayCheck[], asks: string): string {
  const asked = told.filter(({ code, grade }) => code === asks && grade === 'ask');
  return [...new Set(asked.flatMap(({ memberIds }) => memberIds))].join(BETWEEN);
}

function givenOf({ reason, about }: PayCheckAnswerEntity): GivenReason {
  return { reason, about: about === null ? undefined : new Set(about.split(BETWEEN)) };
}

/** What keeps a list from going on: what stops, and what asks and has no reason. */
function openOf(told: readonly ToldPayCheck[]): Problem[] {
  const stops = told.filter(({ grade }) => grade === 'stop');
  const open = unanswered(told);
  return [
    ...stops.map(({ code, facts }) => ({ code, field: 'parts', facts })),
    ...open.map(({ code, facts }) => ({ code, field: fieldOf(code), facts })),
  ];
}

function fieldOf(code: string): string {
  return `reasons.${code}`;
}
