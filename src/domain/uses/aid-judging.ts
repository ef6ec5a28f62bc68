import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { type WorkingYear, workingDaysAfter } from '../calendar/working-days';
import type { Pool } from '../ledger/journal-entry';
import { type Fen, plainYuan, sumFen } from '../money/fen';
import { type Judgement, judge } from '../policy/judge';
import { judgeFlow } from '../policy/judge-duties';
import type { LocalNumbers, PolicyPack } from '../policy/pack';
import type { PlainFacts } from '../policy/subjects';
import { aidDeadlines } from './aid-deadlines';
import { flowsOf } from './aid-questions';
import { type AidLine, aidTotal, type Recipient } from './aid-rows';
import type { AidTerms } from './aid-terms';
import { judgeServedFirst } from './served-first';

/** What somebody was given before: what caps by person or household, year or life, count. */
export interface GivenAid {
  readonly memberId: string;
  readonly householdId: string;
  readonly kind: string;
  readonly on: CalendarDay;
  readonly amount: Fen;
  /** How many times the standard: days, months. */
  readonly times: number;
  /** What was given together: a list, or a payment by the state. */
  readonly roundId: string;
}

/** A list about to be given, and everything a document may ask of it. */
export interface JudgedAid {
  readonly kind: string;
  readonly lines: readonly AidLine[];
  /** The day on which it is given. */
  readonly on: CalendarDay;
  /** Who pays it: the village out of its own, or a fund of the state. */
  readonly fund: string;
  /** The standing notes, by key. */
  readonly notes: ReadonlyMap<string, string>;
  readonly past: readonly GivenAid[];
  /** Everybody on the list of the village, as of the day on which it is given. */
  readonly people: readonly Recipient[];
  /** The plan's line that pays it; absent where no plan does. */
  readonly paidBy?: { readonly pool: Pool; readonly bucket: string; readonly left: Fen } | undefined;
}

/** What it is judged by. */
export interface AidGround {
  readonly pack: PolicyPack;
  readonly local: LocalNumbers;
  readonly terms: AidTerms;
  readonly years: readonly WorkingYear[];
}

/**
 * What a document says of a list: each person (or household, where the kind is counted so) by the lines about
 * subsidies, the whole by those about payments and by procedures that set a time. Of one rule the worst
 * counts: everybody keeps it, or the list does not.
 */
export function judgeAid(aid: JudgedAid, ground: AidGround): Judgement[] {
  const { pack, local } = ground;
  const { on } = aid;
  const flows = flowFacts(aid, ground);
  const each = unitsOf(aid, ground.terms).flatMap((unit) =>
    judge(pack, { subject: 'subsidy', facts: { ...unitFacts(unit, aid, ground), ...flows }, on }, local),
  );
  const paid =
    aid.paidBy === undefined
      ? []
      : judge(pack, { subject: 'payment', facts: paymentFacts(aid, aid.paidBy), on }, local);
  return [...worstOf(each), ...paid, ...servedFirst(aid, ground), ...spanJudgements(aid, ground)];
}

/** One person's line, or what a household gets together. */
interface Unit {
  readonly lines: readonly AidLine[];
  readonly isSame: (given: Pick<GivenAid, 'memberId' | 'householdId'>) => boolean;
}

function unitsOf({ kind, lines }: JudgedAid, { byHousehold }: AidTerms): Unit[] {
  if (!byHousehold.includes(kind))
    return lines.map((line) => ({
      lines: [line],
      isSame: ({ memberId }) => memberId === line.memberId,
    }));
  return [...new Set(lines.map(({ householdId }) => householdId))].map((id) => ({
    lines: lines.filter(({ householdId }) => householdId === id),
    isSame: ({ householdId }) => householdId === id,
  }));
}

function unitFacts(unit: Unit, aid: JudgedAid, { pack, terms }: AidGround): PlainFacts {
  const { kind, on, past } = aid;
  const amount = aidTotal(unit.lines);
  const ofMonth = sumFen(unit.lines.map(({ standard }) => standard));
  const count = unit.lines.reduce((sum, { times }) => sum + times, 0);
  // Also what is dated later: a list that is dated back finds the caps of its year used up.
  const own = past.filter((given) => unit.isSame(given));
  const same = own.filter((given) => given.kind === kind);
  const inYear = (given: GivenAid): boolean => yearOf(given.on) === yearOf(on);
  const rounds = new Set(
    past.filter((given) => given.kind === kind && inYear(given)).map((each) => each.roundId),
  );
  const [line] = unit.lines;
  const person = aid.people.find(({ memberId }) => memberId === line?.memberId);
  const earlier = same.reduce((sum, { times }) => sum + times, 0);
  return {
    ...{ kind, fund: aid.fund, ...answersOf(aid) },
    // Of who is on the list that day: a status that ended since the list was typed is none any more.
    status: statusIdOf(pack, person === undefined ? line?.status : person.status),
    amount: plainYuan(terms.byMonth.includes(kind) ? ofMonth : amount),
    amount_year: plainYuan(amount + sumOf(same.filter(inYear))),
    total: plainYuan(amount + sumOf(same)),
    other_support_year: plainYuan(sumOf(own.filter((given) => given.kind !== kind && inYear(given)))),
    ...(person?.perHead === undefined ? {} : { income: plainYuan(person.perHead) }),
    ...{ days: String(count), month_number: String(earlier + count) },
    times: String(roundsOf(same) + 1),
    times_year: String(roundsOf(same.filter(inYear)) + 1),
    rounds_year: String(rounds.size + 1),
  };
}

function roundsOf(given: readonly GivenAid[]): number {
  return new Set(given.map(({ roundId }) => roundId)).size;
}

function sumOf(given: readonly GivenAid[]): Fen {
  return sumFen(given.map(({ amount }) => amount));
}

/** The id of a word of standing in the document; `others` who has none of its words. */
function statusIdOf({ lists }: PolicyPack, word: string | undefined): string {
  const words = lists.filter(({ id }) => id === 'target' || id === 'people').flatMap(({ of }) => of);
  return (
    words.find(({ name, phrase }) => word !== undefined && [name, phrase].includes(word))?.id ?? 'others'
  );
}

function answersOf({ notes }: JudgedAid): PlainFacts {
  const under = (topic: string): [string, string][] =>
    [...notes].flatMap(([key, value]): [string, string][] =>
      key.startsWith(`${topic}:`) ? [[key.slice(topic.length + 1), value]] : [],
    );
  const names = (topic: string): string =>
    under(topic)
      .map(([word]) => word)
      .join(', ');
  return { ...Object.fromEntries(under('answer')), proofs: names('paper'), signers: names('signer') };
}

/** How far each procedure has come, the steps of the acceptance itself among them. */
function flowFacts({ kind, notes, on }: JudgedAid, { pack, terms }: AidGround): PlainFacts {
  const states = flowsOf(pack, kind)
    .filter(({ steps }) => steps.length > 0)
    .map((flow): [string, string] => {
      const days = flow.steps.map(({ id }): [string, string | undefined] => [
        id,
        terms.stepsOfAcceptance.includes(id) ? on : notes.get(`step:${id}`),
      ]);
      const signed = flow.signers.filter(({ id }) => notes.has(`signer:${id}`)).map(({ id }) => id);
      const facts = { ...Object.fromEntries(days), signers: signed.join(', ') };
      return [`flow:${flow.id}`, judgeFlow(flow, facts).outcome === 'passed' ? 'passed' : 'open'];
    });
  return Object.fromEntries(states);
}

/** Whether a list forgets those who go first; whoever was given of its kind in the year is not forgotten. */
function servedFirst(aid: JudgedAid, ground: AidGround): Judgement[] {
  const { kind, lines, paidBy, people, on } = aid;
  if (paidBy === undefined) return [];
  const past = aid.past.filter((given) => given.kind === kind && yearOf(given.on) === yearOf(on));
  return judgeServedFirst({ lines, paidBy, people, past, on }, ground);
}

function paymentFacts(aid: JudgedAid, paidBy: NonNullable<JudgedAid['paidBy']>): PlainFacts {
  const { pool, bucket, left } = paidBy;
  const amount = plainYuan(aidTotal(aid.lines));
  return {
    ...answersOf(aid),
    kind: aid.kind,
    fund: aid.fund,
    pool,
    bucket,
    amount,
    line_left: plainYuan(left),
  };
}

/**
 * Procedures that set a time only: so many working days after a step. A day behind the last one is late,
 * however many days of a year without a calendar lie between.
 */
function spanJudgements({ kind, notes, on }: JudgedAid, { pack, terms, years }: AidGround): Judgement[] {
  const deadlines = aidDeadlines({ kind, notes }, { pack, terms, years });
  return flowsOf(pack, kind)
    .filter(({ steps, within }) => steps.length === 0 && within !== undefined)
    .map((flow): Judgement => {
      const deadline = deadlines.find(({ flowId }) => flowId === flow.id);
      const took = deadline === undefined ? undefined : workingDaysAfter(deadline.from, on, years);
      const isLate = deadline?.last !== undefined && on > deadline.last;
      const least = took ?? (isLate ? deadline.count + 1 : undefined);
      const { outcome, missing } = judgeFlow(flow, least === undefined ? {} : { took: String(least) });
      const { id, force, cite, says } = flow;
      const facts = took === undefined ? {} : { took };
      return { ruleId: `flow:${id}`, outcome, force, clause: cite, says, missing, facts };
    });
}

const WORST = ['failed', 'undecided', 'passed'] as const;

/** Of several judgements of one rule the worst, in the order in which the rules first spoke. */
function worstOf(judgements: readonly Judgement[]): Judgement[] {
  const ids = [...new Set(judgements.map(({ ruleId }) => ruleId))];
  return ids.flatMap((id) => {
    const own = judgements.filter(({ ruleId }) => ruleId === id);
    const found = WORST.flatMap((outcome) => own.find((each) => each.outcome === outcome) ?? []);
    return found.slice(0, 1);
  });
}
