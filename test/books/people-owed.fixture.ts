import { type CalendarDay, lastDayOf } from '../../src/domain/calendar/calendar-day';
import { type Fen, sumFen } from '../../src/domain/money/fen';
import type { PeopleHistory } from './people.fixture';

/** What a list says and who accepted it, whatever kind of list it is. */
interface ToldList {
  readonly use: 'posts' | 'labour' | 'reward';
  readonly isOwed: boolean;
  readonly amount: Fen;
  /** As written, and as reckoned anew from days or times. */
  readonly lines: readonly { readonly amount: Fen; readonly reckoned: Fen }[];
  /** The last day of work; undefined of what is no work. */
  readonly lastOn: CalendarDay | undefined;
  readonly enteredBy: string;
  readonly acceptedBy: string | undefined;
  readonly acceptedOn: CalendarDay | undefined;
  readonly entryId: string | undefined;
}

/** Money for so many of so many parts, half a fen going up. */
const part = (whole: Fen, of: number, parts: number): Fen =>
  (whole * BigInt(of) * 2n + BigInt(parts)) / (BigInt(parts) * 2n);

/** Every list of a village by which anybody may be owed anything. */
async function toldLists({ services, village }: PeopleHistory): Promise<ToldList[]> {
  const months = (await services.attendance.listSheets(village.id)).map((each): ToldList => ({
    ...{ use: 'posts', isOwed: each.state === 'owed', amount: each.amount, enteredBy: each.enteredBy },
    lines: each.lines.map(({ amount, standard, halfDays, monthDays }) => {
      return { amount, reckoned: part(standard, halfDays, monthDays * 2) };
    }),
    ...{ lastOn: lastDayOf(each.month), entryId: each.acceptance?.entryId },
    ...{ acceptedBy: each.acceptance?.acceptedBy, acceptedOn: each.acceptance?.acceptedOn },
  }));
  const works = await services.works.listWorks(village.id);
  const sheets = works.flatMap((each) =>
    each.sheets.map((one): ToldList => ({
      ...{ use: 'labour', isOwed: one.state === 'owed', amount: one.amount, enteredBy: one.enteredBy },
      lines: one.lines.map(({ amount, rate, halfDays }) => ({ amount, reckoned: part(rate, halfDays, 2) })),
      ...{ lastOn: one.to, entryId: one.voucherEntryId },
      ...{ acceptedBy: one.acceptedBy, acceptedOn: one.acceptedOn },
    })),
  );
  const lists = (await services.aid.listLists(village.id)).map((each): ToldList => ({
    ...{ use: 'reward', isOwed: each.state === 'owed', amount: each.amount, enteredBy: each.enteredBy },
    lines: each.lines.map(({ amount, standard, times }) => ({ amount, reckoned: standard * BigInt(times) })),
    ...{ lastOn: undefined, entryId: each.voucherEntryId },
    ...{ acceptedBy: each.acceptedBy, acceptedOn: each.acceptedOn },
  }));
  return [...months, ...sheets, ...lists];
}

/**
 * What must hold of people and money after every step: rows are reckoned right and sum up; what is owed was
 * accepted by somebody else and not before its work; each use has granted exactly what its lists owe, never
 * more than planned; the village owes that and nothing else; a withdrawn work has no sheet.
 */
export async function expectOwedRight(told: PeopleHistory): Promise<void> {
  const { services, village } = told;
  const all = await toldLists(told);
  for (const { amount, lines } of all) {
    expect(lines.map((line) => line.amount)).toEqual(lines.map((line) => line.reckoned));
    expect(amount).toBe(sumFen(lines.map((line) => line.amount)));
  }
  const owed = all.filter(({ isOwed }) => isOwed);
  for (const { enteredBy, acceptedBy, acceptedOn = '', lastOn = '', entryId = '' } of owed) {
    const { postedOn } = await village.services.books.requireEntry(village.id, entryId);
    expect([acceptedBy === enteredBy, acceptedOn >= lastOn, postedOn >= lastOn]).toEqual([false, true, true]);
  }
  const { lines } = await village.services.plans.requirePlan(village.id, told.planId);
  for (const { bucket, amount, granted } of lines) {
    const due = sumFen(owed.filter(({ use }) => use === bucket.id).map((each) => each.amount));
    expect([bucket.id, granted, granted <= amount]).toEqual([bucket.id, due, true]);
  }
  const months = { first: '2025-01', last: '2025-07' };
  const { rows } = await village.services.books.trialBalance(village.id, months);
  const payable = rows.filter(({ account }) => ['211', '213'].includes(account.code));
  expect(-sumFen(payable.map(({ closing }) => closing))).toBe(sumFen(owed.map(({ amount }) => amount)));
  const withdrawn = (await services.works.listWorks(village.id)).filter(
    (each) => each.withdrawn !== undefined,
  );
  expect(withdrawn.flatMap(({ sheets }) => sheets.filter((each) => each.state !== 'withdrawn'))).toEqual([]);
}
