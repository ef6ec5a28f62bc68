import type { CalendarDay } from '../calendar/calendar-day';
import type { ShareRegister } from '../collectives/issued-shares';
import { sharesText } from '../collectives/share-roll';
import type { Pool } from '../ledger/journal-entry';
import { type Fen, plainYuan } from '../money/fen';
import { type Judgement, judge, judgementProblems } from '../policy/judge';
import { type Bucket, bucketsOf, type LocalNumbers, type PolicyPack, poolRulesOf } from '../policy/pack';
import { inputsOfItem } from '../policy/rule-inputs';
import type { Problem } from '../shared/problem';

/** What a document judges of members' being given a share. */
export interface DividendFacts {
  readonly pool: Pool;
  readonly amount: Fen;
  /** Why they are given a plain share; blank where nothing was written. */
  readonly reason: string;
  /** What the village may distribute in the year, whatever the pool. */
  readonly distributable: Fen;
  /** Households on the list on the day of the decision. */
  readonly households: number;
  /** Whether the village has gone through its deliberations, its meeting and the publicity. */
  readonly decided: boolean;
  readonly townshipAgreed: boolean;
  /** The shares by which it is split; undefined of a round from before it was asked. */
  readonly register?: ShareRegister | undefined;
}

/** The number of households that a bound by household takes, by its id in the document. */
const HOUSEHOLDS = 'gate.households';

/** Uses that give members their share by name, and those that leave it to the village; the first counts. */
const MEMBER_USES = ['member', 'dividend', 'decided', 'other'];

/** What of a document is for the roll of shares. */
const SHARE_REGISTER = 'share_register';

/** A matter that a document leaves to the county: how households are given their dividend. */
const LEFT_OPEN = 'dividend';

/**
 * Under which use of a document members are given a share: the one that names it, else the one that leaves
 * the use to the village. A document that says nothing of such money, or leaves dividends to the county,
 * judges no use (`none`); one that lists its uses without any of these allows none (`notNamed`).
 * Source: policy rules §4 no. 1: one document gates, one warns, the others allow and record.
 */
export function memberUseOf(pack: PolicyPack, pool: Pool): Bucket | 'none' | 'notNamed' {
  const ruled = pool === 'pv' ? 'pv' : 'other';
  if (poolRulesOf(pack, ruled) === undefined || pack.open.some(({ id }) => id === LEFT_OPEN)) return 'none';
  const uses = bucketsOf(pack, ruled);
  const found = MEMBER_USES.flatMap((use) => uses.find(({ id }) => id === use) ?? []);
  return found[0] ?? 'notNamed';
}

/**
 * Everything a document judges of members' being given a share, in this order: the line, the gate of its use,
 * what it asks of every distribution's procedure, and of the roll. Bounds are compared exactly.
 * @param on the day of the village body's decision: it picks dated values
 */
export function judgeDividend(
  pack: PolicyPack,
  { on, ...facts }: DividendFacts & { readonly on: CalendarDay },
  numbers: LocalNumbers,
): Judgement[] {
  const use = memberUseOf(pack, facts.pool);
  const bucket = typeof use === 'string' ? 'member' : use.id;
  const pool = facts.pool === 'pv' ? 'pv' : 'other';
  const local = { ...numbers, [HOUSEHOLDS]: String(facts.households) };
  const known = { pool, bucket, 'flow:siyi': facts.decided ? 'passed' : 'open' };
  const amount = plainYuan(facts.amount);
  const distributable = plainYuan(facts.distributable);
  const line = {
    ...{ ...known, amount, reason: facts.reason, recipients: 'members' },
    township_agreed: facts.townshipAgreed ? 'yes' : 'no',
  };
  const plan = { ...known, distributable, planned: amount };
  const only = (keeps: (id: string) => boolean): PolicyPack => ({
    ...pack,
    rules: pack.rules.filter(({ id }) => keeps(id)),
  });
  const gate = typeof use === 'string' ? undefined : use.gate;
  const asksProcedure = (id: string): boolean =>
    inputsOfItem(pack, id).facts.some((fact) => fact.startsWith('flow:'));
  return [
    ...judge(pack, { subject: 'plan_line', facts: line, on }, local),
    ...judge(
      only((id) => id === gate),
      { subject: 'gate', facts: { ...known, distributable }, on },
      local,
    ),
    ...judge(only(asksProcedure), { subject: 'plan', facts: plan, on }, local),
    ...judgeRegister(pack, facts.register, on),
  ];
}

function judgeRegister(pack: PolicyPack, register: ShareRegister | undefined, on: CalendarDay): Judgement[] {
  if (register === undefined) return [];
  const issued = register.issued === undefined ? {} : { issued: sharesText(register.issued) };
  const facts = { held: sharesText(register.held), ...issued };
  return judge(pack, { subject: SHARE_REGISTER, facts, on });
}

/** Whether rules of a document for the roll of shares are among these, by their ids. */
export function asksRegister(pack: PolicyPack, rules: readonly string[]): boolean {
  return pack.rules.some(({ id, subject }) => subject === SHARE_REGISTER && rules.includes(id));
}

/**
 * What keeps members from being given a share: a use the document does not have (`dividend.notNamed`), a rule
 * that blocks and is broken or undecided, a warning without a reason. What a rule says of the roll is told
 * with its shares: `dividend.sharesUnsaid`, `dividend.sharesDiffer`.
 */
export function dividendProblems(
  pack: PolicyPack,
  facts: Pick<DividendFacts, 'pool' | 'reason' | 'register'>,
  judged: readonly Judgement[],
): Problem[] {
  const { pool, reason, register } = facts;
  if (memberUseOf(pack, pool) === 'notNamed')
    return [{ code: 'dividend.notNamed', field: 'pool', value: pool, facts: { title: pack.source.title } }];
  const found = judgementProblems(judged, { field: 'dividendWhy', reason });
  return found.map((problem) => {
    const rule = String(problem.facts?.['rule'] ?? '');
    return register !== undefined && asksRegister(pack, [rule])
      ? registerProblem(problem, register)
      : problem;
  });
}

function registerProblem(problem: Problem, { issued, held }: ShareRegister): Problem {
  const facts = { ...problem.facts, held: sharesText(held) };
  if (issued === undefined) return { code: 'dividend.sharesUnsaid', field: 'rollOn', facts };
  return { code: 'dividend.sharesDiffer', field: 'rollOn', facts: { ...facts, issued: sharesText(issued) } };
}
