import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, isCalendarDay } from '../../domain/calendar/calendar-day';
import { givenNumbers } from '../../domain/distribution/plan-numbers';
import type { Judgement } from '../../domain/policy/judge';
import { unanswered } from '../../domain/policy/written-reason';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { aidAcceptanceProblems } from '../../domain/uses/aid-acceptance';
import { aidDocumentProblems } from '../../domain/uses/aid-asked';
import { besideProblems } from '../../domain/uses/aid-beside';
import { listAgainProblems } from '../../domain/uses/owed-again';
import { type AidDeadline, aidDeadlines } from '../../domain/uses/aid-deadlines';
import { type GivenAid, judgeAid } from '../../domain/uses/aid-judging';
import { type AidListForm, governmentKindProblems, readAidList } from '../../domain/uses/aid-list';
import { readNotes, type TypedNotes } from '../../domain/uses/aid-notes';
import { type AidQuestion, aidQuestions, kindsOf } from '../../domain/uses/aid-questions';
import { type Recipient, readAidRows } from '../../domain/uses/aid-rows';
import { missingNotes } from '../../glossary/aid-words';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { BookedEntry } from '../ledger/ledger.service';
import { AidService, givenBy, givenByState, requireAidWaiting, type ToldAidList } from '../uses/aid.service';
import { handOf } from '../users/account-persons.service';
import { type AidClaim, aidClaimsOf } from './aid-claims';
import { GrantingService } from './granting.service';
import { type DistributionPlan, lineLeft, PlanReadService } from './plan-read.service';

/** The acceptance of a list as typed. */
export interface AidAcceptForm {
  readonly listId: string;
  readonly aidOn: string;
  /** Where a line of the document asks for a reason. */
  readonly aidReason: string;
  /** The reversed list whose place it takes, where some wait. */
  readonly placeOf?: string;
}

/** A list with the plan that pays it and what its document asks. */
export interface AskedList {
  readonly list: ToldAidList;
  readonly plan: DistributionPlan;
  readonly questions: readonly AidQuestion[];
  readonly found: readonly Judgement[];
  /** The times that run of it. */
  readonly deadlines: readonly AidDeadline[];
}

/**
 * Rewards and subsidies against the plan that pays them: one enters a list, the steps of the document are
 * noted with it, another accepts it, and what is accepted is granted against the plan's line.
 */
@Injectable()
export class AidListsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: PlanReadService,
    private readonly aid: AidService,
    private readonly granting: GrantingService,
  ) {}

  /** The claims of approved plans that lists may pay. */
  async listClaims(collectiveId: string, db: EntityManager = this.database.reader): Promise<AidClaim[]> {
    return (await this.plans.listPlans(collectiveId, db)).flatMap(aidClaimsOf);
  }

  /**
   * Enters a list; nothing is owed by it yet.
   * @throws FormProblems `form.*`, `money.*`, `aid.*`
   */
  async enterList(collectiveId: string, form: AidListForm, command: Command): Promise<{ id: string }> {
    const people = await this.aid.listRecipients(collectiveId, this.clock.today());
    const { terms } = await this.aid.askedBeside(collectiveId);
    // Names are sealed: what is kept of the command holds the people by their ids.
    const { lines } = readAidRows(form.aidRows, people);
    const aidRows = lines.map(({ memberId, ...line }) => [memberId, String(line.amount), line.times]);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const open = await this.listClaims(collectiveId, tx);
        const paying = open.find(({ claim }) => claim.id === form.claimId);
        const { list, problems } = readAidList(form, {
          claims: open.map(({ claim }) => claim.id),
          kinds: paying === undefined ? [form.aidKind] : kindsOf(paying.plan.pack).map(({ id }) => id),
          ...{ people, terms },
        });
        refuseProblems(problems);
        return { id: await this.aid.insertList(tx, collectiveId, { list, by: command.by }) };
      },
      onceOf(command, 'aid.enter', { ...form, aidRows }),
    );
  }

  /**
   * Notes steps, signatures, papers and answers with a list that waits.
   * @throws FormProblems `form.*`, `calendar.notADay`, `aid.*`; DomainError `aid.unknown`, `aid.owed`,
   *   `aid.withdrawn`
   */
  noteSteps(
    collectiveId: string,
    form: { readonly listId: string; readonly aidNotes: TypedNotes },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { list } = await this.aid.requireList(collectiveId, form.listId, tx);
        requireAidWaiting(list);
        const plan = await this.plans.requirePlanOf(collectiveId, list.claimId, tx);
        const questions = await this.questionsOf(collectiveId, plan, list);
        const today = this.clock.today();
        const { notes, problems } = readNotes(form.aidNotes, { questions, standing: list.notes, today });
        refuseProblems(problems);
        await this.aid.insertNotes(tx, { collectiveId, list, by: command.by }, notes);
        return { id: list.id };
      },
      onceOf(command, 'aid.note', form),
    );
  }

  /**
   * Accepts a list that somebody else entered: now it is owed, by the grant of its plan line.
   * @throws FormProblems `form.missing`, `calendar.notADay`, `aid.*`, `policy.*`; DomainError `aid.*`,
   *   `grant.*`, `plan.notNow`, `period.*`
   */
  async acceptList(
    collectiveId: string,
    form: AidAcceptForm,
    command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const { aidOn: acceptedOn, listId, placeOf } = form;
    const day = isCalendarDay(acceptedOn) ? acceptedOn : this.clock.today();
    const people = await this.aid.listRecipients(collectiveId, day);
    const reason = form.aidReason.trim();
    refuseProblems(privateNumberProblems({ aidReason: reason }));
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { list, all } = await this.aid.requireList(collectiveId, listId, tx);
        requireAidWaiting(list);
        const lastOn = lastDayOfNotes(list);
        const given = { acceptedOn, by: command.by, today: this.clock.today() };
        const hand = await handOf(tx, command.by);
        const { terms } = await this.aid.askedBeside(collectiveId);
        refuseProblems([
          ...governmentKindProblems(list.kind, terms),
          ...aidAcceptanceProblems({ ...list, lastOn, enteredBy: hand(list.enteredBy) }, given),
        ]);
        const plan = await this.plans.requirePlanOf(collectiveId, list.claimId, tx);
        const found = await this.judge({ collectiveId, plan, list, all }, { people, on: acceptedOn });
        const asked = await this.questionsOf(collectiveId, plan, list);
        const open = asked.filter(({ key }) => !list.notes.has(key));
        const deadlines = await this.deadlinesOf(collectiveId, plan, list);
        const beside = [
          ...besideProblems(list, { acceptedOn, all, terms, people }),
          ...listAgainProblems(list, all, await this.granting.takenBackOf(tx, collectiveId, list)),
        ];
        const problems = [...documentProblems(found, { open, deadlines }), ...askedOnce(beside)];
        const asks = problems.filter(({ field }) => field === 'aidReason');
        refuseProblems([...problems.filter((each) => !asks.includes(each)), ...unanswered(asks, reason)]);
        const place = { placeOf, before: list.voucherEntryId };
        const part = { claimId: list.claimId, amount: list.amount, grantedOn: acceptedOn, ...place };
        const { id, voucher } = await this.granting.grantPart(tx, plan, { ...part, by: list.enteredBy });
        const why = asks.length === 0 ? '' : reason;
        const grant = { listId, grantId: id, entryId: voucher.entryId, acceptedOn, reason: why };
        await this.aid.noteAcceptance(tx, collectiveId, { ...grant, by: command.by });
        return { id, voucher };
      },
      onceOf(command, 'aid.accept', form),
    );
  }

  /** A list, what its document asks of it, and what it says as of today. @throws DomainError `aid.unknown` */
  async askedOf(collectiveId: string, listId: string): Promise<AskedList> {
    const { list, all } = await this.aid.requireList(collectiveId, listId);
    const plan = await this.plans.requirePlanOf(collectiveId, list.claimId);
    const today = this.clock.today();
    const on = list.state === 'owed' ? (list.acceptedOn ?? today) : today;
    const people = await this.aid.listRecipients(collectiveId, on);
    return {
      ...{ list, plan, questions: await this.questionsOf(collectiveId, plan, list) },
      found: await this.judge({ collectiveId, plan, list, all }, { people, on }),
      deadlines: await this.deadlinesOf(collectiveId, plan, list),
    };
  }

  private async questionsOf(
    collectiveId: string,
    { pack }: DistributionPlan,
    { kind }: ToldAidList,
  ): Promise<AidQuestion[]> {
    const { terms } = await this.aid.askedBeside(collectiveId);
    return aidQuestions(pack, kind, terms.stepsOfAcceptance);
  }

  private async deadlinesOf(
    collectiveId: string,
    { pack }: DistributionPlan,
    list: ToldAidList,
  ): Promise<AidDeadline[]> {
    return aidDeadlines(list, { pack, ...(await this.aid.askedBeside(collectiveId)) });
  }

  private async judge(
    of: {
      readonly collectiveId: string;
      readonly plan: DistributionPlan;
      readonly list: ToldAidList;
      readonly all: readonly ToldAidList[];
    },
    { people, on }: { readonly people: readonly Recipient[]; readonly on: CalendarDay },
  ): Promise<Judgement[]> {
    const { collectiveId, plan, list, all } = of;
    const line = plan.lines.find(({ claims }) => claims.some(({ id }) => id === list.claimId));
    const beside = await this.aid.askedBeside(collectiveId);
    const past = [
      ...givenBy(all.filter((other) => isBefore(other, list))),
      ...(beside.terms.withoutState.includes(list.kind) ? [] : await this.givenByState(collectiveId, list)),
    ];
    const left = line === undefined ? 0n : lineLeft(line) + (list.state === 'owed' ? list.amount : 0n);
    return judgeAid(
      {
        ...{ kind: list.kind, lines: list.lines, on, fund: 'village', notes: list.notes, past, people },
        paidBy: line === undefined ? undefined : { pool: plan.pool, bucket: line.bucket.id, left },
      },
      {
        // What the plan was judged by stays; numbers that only lists ask for are those of the day.
        local: {
          ...(await this.aid.numbersOn(collectiveId, plan.pack, on)),
          ...givenNumbers(plan.numbers),
        },
        pack: plan.pack,
        ...beside,
      },
    );
  }

  /** What governments had paid when a list was accepted; all of it for one that waits. */
  private async givenByState(
    collectiveId: string,
    { state, voucherEntryId = '' }: ToldAidList,
  ): Promise<GivenAid[]> {
    const paid = await this.aid.listStateAid(collectiveId);
    return givenByState(paid.filter(({ id }) => state !== 'owed' || id < voucherEntryId));
  }
}

/** A list that gives a household the same on the same day is named once, by what says more of it. */
function askedOnce(beside: readonly Problem[]): Problem[] {
  const isTold = ({ code, facts }: Problem): boolean =>
    code === 'aid.householdTwice' &&
    beside.some((each) => each.code === 'aid.againBeside' && each.facts?.['list'] === facts?.['list']);
  return beside.filter((problem) => !isTold(problem));
}

function lastDayOfNotes({ notes }: ToldAidList): CalendarDay | undefined {
  return [...notes]
    .filter(([key]) => !key.startsWith('answer:'))
    .map(([, day]) => day)
    .sort()
    .at(-1);
}

/** What the document stops, where it stands; only what it asks to be explained stands with the reason. */
function documentProblems(
  found: readonly Judgement[],
  { open, deadlines }: { readonly open: readonly AidQuestion[]; readonly deadlines: readonly AidDeadline[] },
): Problem[] {
  return aidDocumentProblems(found, deadlines).map((problem) => {
    if (!['policy.ruleBroken', 'policy.ruleUndecided'].includes(problem.code)) return problem;
    if (problem.code !== 'policy.ruleUndecided') return { ...problem, field: 'aidOn' };
    const of = found.find(({ ruleId }) => ruleId === problem.facts?.['rule']);
    const missing = of?.missingSays ?? missingNotes(of?.missing ?? [], open);
    return { ...problem, code: 'aid.undecided', field: 'aidOn', facts: { ...problem.facts, missing } };
  });
}

/** Whether a list was accepted before another; one that waits comes after all that are owed. */
function isBefore(other: ToldAidList, { id, state, voucherEntryId }: ToldAidList): boolean {
  if (other.id === id) return false;
  return state !== 'owed' || (other.voucherEntryId ?? '') < (voucherEntryId ?? '');
}
