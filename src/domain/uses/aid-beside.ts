import type { CalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import { plainName } from '../shared/plain-name';
import { isPlainEqual, OWN_KIND } from './aid-list';
import type { AidLine } from './aid-rows';
import type { AidTerms } from './aid-terms';

/** A list beside others. */
interface ListBeside {
  readonly id: string;
  readonly listNumber: number;
  readonly kind: string;
  readonly ground: string;
  readonly equalReason: string;
  readonly lines: readonly AidLine[];
}

/** A list that may be owed already. */
interface OtherList extends ListBeside {
  readonly state: string;
  readonly acceptedOn: CalendarDay | undefined;
}

/**
 * What several lists of one day come to together, though each of them says nothing of it: a household that is
 * given the same twice, and a plain equal split that was cut into short lists. Both ask why; a split is
 * refused where the county has confirmed the ban.
 * @returns problems `aid.householdTwice`, `aid.equalTogether` of field `aidReason`, `aid.equalForbidden`.
 *   Source: SQ-A3 (each household each time), domain facts §1.2 (平均分配)
 */
export function besideProblems(
  list: ListBeside,
  given: {
    readonly acceptedOn: CalendarDay;
    readonly all: readonly OtherList[];
    readonly terms: AidTerms;
    readonly people: readonly { readonly memberId: string; readonly memberNumber: number }[];
  },
): Problem[] {
  const { acceptedOn, all, terms, people } = given;
  const same = all.filter(
    (other) =>
      other.id !== list.id &&
      other.state === 'owed' &&
      other.acceptedOn === acceptedOn &&
      other.kind === list.kind &&
      (list.kind !== OWN_KIND || plainName(other.ground) === plainName(list.ground)),
  );
  return [...twiceProblems(list, same, people), ...togetherProblems(list, same, terms)];
}

function twiceProblems(
  { lines }: ListBeside,
  same: readonly OtherList[],
  people: readonly { readonly memberId: string; readonly memberNumber: number }[],
): Problem[] {
  for (const { memberId, householdId } of lines) {
    const other = same.find((each) => each.lines.some((line) => line.householdId === householdId));
    if (other === undefined) continue;
    const number = people.find((each) => each.memberId === memberId)?.memberNumber ?? 0;
    return [{ code: 'aid.householdTwice', field: 'aidReason', facts: { number, list: other.listNumber } }];
  }
  return [];
}

function togetherProblems(list: ListBeside, same: readonly OtherList[], terms: AidTerms): Problem[] {
  const lines = [list, ...same].flatMap((each) => each.lines);
  const isAsked = list.equalReason === '' && same.length > 0 && isPlainEqual(list.kind, lines);
  if (!isAsked || lines.length < terms.equalFrom) return [];
  const facts = {
    ...{ people: lines.length, amount: list.lines[0]?.amount ?? 0n },
    lists: same.map(({ listNumber }) => String(listNumber)),
  };
  if (terms.confirmed) return [{ code: 'aid.equalForbidden', field: 'aidOn', facts }];
  return [{ code: 'aid.equalTogether', field: 'aidReason', facts }];
}
