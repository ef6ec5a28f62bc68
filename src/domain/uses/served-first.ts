import type { CalendarDay } from '../calendar/calendar-day';
import type { Pool } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';
import { circumstanceFacts } from '../policy/circumstances';
import { type Judgement, judge, tagsOf } from '../policy/judge';
import { clauseOf, type LocalNumbers, type PolicyPack, poolRulesOf, POOLS } from '../policy/pack';
import { inputsOfItem } from '../policy/rule-inputs';
import { type AidLine, aidTotal, type Recipient } from './aid-rows';

/** A list, the plan's line that pays it, and everybody on the list of the village that day. */
export interface ServedList {
  readonly lines: readonly AidLine[];
  readonly paidBy: { readonly pool: Pool; readonly bucket: string; readonly left: Fen };
  readonly people: readonly Recipient[];
  /** What the same kind gave before in the year: who had it then is not forgotten now. */
  readonly past: readonly { readonly householdId: string }[];
  readonly on: CalendarDay;
}

/** The tag of a document that its lines on photovoltaic income mean by `tagged`. */
const PV_TAG = 'pv_priority';

/**
 * Whether a list forgets those whom a document serves first: nobody of them is on a list paid out of
 * photovoltaic income (SQ-A7b); or one of them is not on it while others are, or were before in the year, and
 * what is left of the line does not reach for another one (SQ-A5b: who goes first where money is short). Only
 * households in a standing of the document are meant: it speaks of poor ones.
 */
export function judgeServedFirst(
  list: ServedList,
  { pack, local }: { readonly pack: PolicyPack; readonly local: LocalNumbers },
): Judgement[] {
  const served = new Set([...list.lines, ...list.past].map(({ householdId }) => householdId));
  return [...judgeTagged(list, { pack, local, served }), ...judgeShort(list, pack, served)];
}

function judgeTagged(
  { paidBy: { pool, bucket }, people, on }: ServedList,
  by: {
    readonly pack: PolicyPack;
    readonly local: LocalNumbers;
    readonly served: ReadonlySet<string>;
  },
): Judgement[] {
  const { pack, local, served } = by;
  const asks = pack.rules.filter(({ id }) => inputsOfItem(pack, id).facts.includes('tagged_served'));
  if (asks.length === 0) return [];
  const tagged = householdsOf(people, (held) =>
    tagsOf(pack, { subject: 'household', facts: circumstanceFacts(held), on }, local).tags.includes(PV_TAG),
  );
  const facts = {
    ...{ pool, bucket, tagged_in_village: String(tagged.length) },
    tagged_served: String(tagged.filter((id) => served.has(id)).length),
  };
  const found = judge(pack, { subject: 'plan_line', facts, on }, local);
  return found.filter(({ ruleId }) => asks.some(({ id }) => id === ruleId));
}

/** Money is short where what is left would not do for another one who gets the least on the list. */
function judgeShort(
  { lines, paidBy: { pool, left }, people, past }: ServedList,
  pack: PolicyPack,
  served: ReadonlySet<string>,
): Judgement[] {
  const told = POOLS.find((each) => each === pool);
  const first = told === undefined ? undefined : poolRulesOf(pack, told)?.servedFirst;
  if (first === undefined) return [];
  const words = pack.lists.find(({ id }) => id === first.list)?.of.map(({ id }) => id) ?? [];
  const goesFirst = householdsOf(people, (held) => held.some((id) => words.includes(id)));
  const least = lines.reduce<Fen | undefined>(
    (found, { amount }) => (found === undefined || amount < found ? amount : found),
    undefined,
  );
  const isShort = least !== undefined && left - aidTotal(lines) < least;
  const forgets = goesFirst.some((id) => !served.has(id));
  // Whoever was served before by a list of his own took the same money.
  const servesOthers = [...lines, ...past].some(({ householdId }) => !goesFirst.includes(householdId));
  const { at, text } = clauseOf(pack, first.cite);
  return [
    {
      ...{ ruleId: at, force: 'warn', clause: first.cite, says: text, missing: [], facts: {} },
      outcome: isShort && forgets && servesOthers ? 'failed' : 'passed',
    },
  ];
}

/** The households in a standing, of whose circumstances something holds. */
function householdsOf(
  people: readonly Recipient[],
  holds: (circumstances: readonly string[]) => boolean,
): string[] {
  const meant = people.filter(
    ({ status, circumstances = [] }) => status !== undefined && holds(circumstances),
  );
  return [...new Set(meant.map(({ householdId }) => householdId))];
}
