import type { CalendarDay } from '../calendar/calendar-day';
import { sumFen } from '../money/fen';
import { groupedBy } from '../shared/grouped';
import type { AidLine } from '../uses/aid-rows';
import {
  GRANTED_SUMS,
  grantedSums,
  type GrantedTogether,
  PLAN_LINES,
  type TakenLine,
  takenRows,
} from './plan-lines-taken';
import { type ReportFigures, type ReportRow, reportTable, type ReportShape } from './report-notice';

/** Fewer people than this are not told apart: everybody in the village would know who they are. */
const FEWEST_TOLD = 3;

/**
 * The kinds that say nothing of anybody's health or hardship. All others, what a village's own rules give
 * among them, are told as one: 大病 3 户、残疾 2 户、助学 1 户 stand as 6 户. Source: product decision on
 * audiences.
 */
export const PLAIN_KINDS = [
  ...(['training', 'startup', 'graduate', 'travel', 'labour', 'industry'] as const),
  ...(['workshop', 'warehouse', 'star', 'points', 'filial'] as const),
] as const;
const GENERAL = 'general';
/** Uses whose very name says that somebody is in need. */
const NEEDY_USES: readonly string[] = ['hardship', 'relief'];

const KIND = { kind: { kind: 'word', words: [...PLAIN_KINDS, GENERAL] } } as const;

/** Who was granted a reward or a subsidy, and what it comes to by kind; never why. */
export const REWARDS_SUBSIDIES = {
  pools: 'none',
  sums: GRANTED_SUMS,
  capitals: 'granted',
  tables: {
    people: {
      listsPersons: true,
      fields: { person: { kind: 'person' }, group: { kind: 'group' }, ...KIND, amount: { kind: 'money' } },
      ...{ lead: 'person', amount: 'amount', totals: { amount: 'granted' } },
    },
    kinds: {
      fields: { ...KIND, people: { kind: 'count' }, amount: { kind: 'money' } },
      ...{ lead: 'kind', amount: 'amount', totals: { amount: '' } },
    },
    lists: {
      fields: {
        list: { kind: 'count' },
        accepted: { kind: 'day' },
        by: { kind: 'body' },
        people: { kind: 'count' },
        amount: { kind: 'money' },
        paid: { kind: 'money' },
      },
      ...{ lead: 'accepted', amount: 'amount', totals: { amount: '', paid: 'paid' } },
    },
    lines: PLAN_LINES,
  },
} as const satisfies ReportShape;

/** A list that somebody accepted: since then it is owed. */
export interface AcceptedAid extends GrantedTogether {
  readonly listNumber: number;
  readonly kind: string;
  readonly acceptedOn: CalendarDay;
  /** Where whoever accepted it belongs, where that is known. */
  readonly acceptedAt: string | undefined;
  readonly lines: readonly Pick<AidLine, 'memberId' | 'amount'>[];
}

/** What the sheet is made of. */
export interface RewardsFacts {
  readonly lists: readonly AcceptedAid[];
  readonly earlier: readonly GrantedTogether[];
  readonly lines: readonly TakenLine[];
}

/** Whether the name of a use, and the clause it stands on, say that somebody is in need. */
export function saysNeed(use: string): boolean {
  return NEEDY_USES.includes(use);
}

/**
 * The figures of the sheet: somebody has a row for each kind that is told. A kind is told by its name where
 * that says nothing private and at least three people got it.
 */
export function rewardsNotice({ lists, earlier, lines }: RewardsFacts): ReportFigures {
  const { tables } = REWARDS_SUBSIDIES;
  const given = lists.flatMap(({ kind, lines: own }) => own.map((line) => ({ ...line, kind })));
  const byKind = groupedBy(given, ({ kind }) => kind);
  const told = given.map((each) => ({ ...each, kind: toldKind(each.kind, byKind.get(each.kind) ?? []) }));
  const people = groupedBy(told, ({ memberId, kind }) => `${memberId} ${kind}`);
  const kinds = groupedBy(told, ({ kind }) => kind);
  return {
    sums: grantedSums(lists, earlier),
    tables: {
      kinds: reportTable(
        tables.kinds,
        [...kinds].map(([kind, own]) => ({ kind, ...countedOf(own) })),
      ),
      lists: reportTable(tables.lists, lists.map(listRow)),
      lines: reportTable(tables.lines, takenRows(lines)),
    },
    persons: { people: reportTable(tables.people, [...people.values()].map(personRow)) },
  };
}

type Given = Pick<AidLine, 'memberId' | 'amount'> & { readonly kind: string };

function toldKind(kind: string, given: readonly Given[]): string {
  const isPlain = PLAIN_KINDS.some((each) => each === kind);
  return isPlain && peopleOf(given) >= FEWEST_TOLD ? kind : GENERAL;
}

function peopleOf(given: readonly Pick<Given, 'memberId'>[]): number {
  return new Set(given.map(({ memberId }) => memberId)).size;
}

/** How many people got how much; no number of fewer than three. */
function countedOf(given: readonly Pick<Given, 'memberId' | 'amount'>[]): ReportRow {
  const people = peopleOf(given);
  const amount = String(sumFen(given.map((each) => each.amount)));
  return { ...(people < FEWEST_TOLD ? {} : { people }), amount };
}

function personRow(own: readonly Given[]): ReportRow {
  const [first] = own;
  const amount = String(sumFen(own.map((each) => each.amount)));
  const person = first?.memberId ?? '';
  return { person, group: person, kind: first?.kind ?? GENERAL, amount };
}

function listRow({ listNumber, acceptedOn, acceptedAt, lines, open, amount }: AcceptedAid): ReportRow {
  return {
    ...{ list: listNumber, accepted: acceptedOn },
    ...(acceptedAt === undefined ? {} : { by: acceptedAt }),
    ...{ ...countedOf(lines), paid: String(amount - open) },
  };
}
